//! Finding a draft by words.

use serde::Deserialize;
use startline_engine::unicode;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{DraftId, Store, StoreError, Summary};

/// What is searched in a draft's file.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Searched {
    title: String,
    employer: Option<String>,
    posting: Text,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Text {
    text: String,
}

impl Store {
    /// The drafts whose title, employer or posting holds every one of the words, in the order of the list.
    /// Capitals and accents make no difference: “nguyen” finds “Nguyễn”. No word finds all.
    ///
    /// # Errors
    /// As [`Store::list`].
    pub fn search(&self, words: &str) -> Result<Vec<Summary>, StoreError> {
        let words: Vec<String> = words.split_whitespace().map(folded).collect();
        let drafts = self.list()?.drafts;
        let ids: Vec<DraftId> = drafts.iter().map(|draft| draft.id).collect();
        let found = self.each(&ids, |id| self.holds_words(id, &words));
        Ok(drafts.into_iter().zip(found).filter(|(_, (_, found))| *found).map(|(draft, _)| draft).collect())
    }

    fn holds_words(&self, id: DraftId, words: &[String]) -> bool {
        if words.is_empty() {
            return true;
        }
        let bytes = self.disk.read(&self.folder.draft(id)).unwrap_or_default();
        let Ok(text) = unicode(&bytes) else { return false };
        let Ok(draft) = serde_json::from_str::<Searched>(&text) else { return false };
        let parts = [&draft.title, draft.employer.as_deref().unwrap_or_default(), &draft.posting.text];
        let parts = parts.map(folded);
        words.iter().all(|word| parts.iter().any(|part| part.contains(word)))
    }
}

/// Text without capitals and accents.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            // Most letters are plain, and only the others are worth the work.
            let plain = std::iter::once(letter).nfkd().filter(|letter| !is_combining_mark(*letter));
            folded.extend(plain.flat_map(char::to_lowercase));
        }
    }
    folded
}
