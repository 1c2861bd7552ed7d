//! Drafts as files, and named after what they are for.

use startline_drafts::{Draft, Settings};
use startline_engine::{Candidate, Posting, unicode};
use startline_reader::read;

use crate::{Code, Failure};

/// Whether bytes are meant as a draft: an object of JSON that speaks of a format number.
#[must_use]
pub fn is_draft(bytes: &[u8]) -> bool {
    unicode(bytes).is_ok_and(|text| text.trim_start().starts_with('{') && text.contains("\"startline\""))
}

/// The draft that a file holds.
///
/// # Errors
/// A sentence where it is damaged, is no draft, or was made by a newer version.
pub fn parse_draft(bytes: &[u8]) -> Result<Draft, Failure> {
    let parsed = Draft::parse(bytes).map_err(Failure::other)?;
    if parsed.is_newer() {
        let message =
            "This draft was made by a newer Startline, so it was left as it is. Update Startline to use it.";
        return Err(Failure { code: Code::NewerFormat, message: message.to_owned() });
    }
    Ok(parsed.draft)
}

/// A new draft from a posting's text, named after its employer and role.
#[must_use]
pub fn new_draft(text: String) -> Draft {
    let draft = Draft { posting: Posting { text, corrections: Vec::new() }, ..Draft::default() };
    named(draft, &Settings::default())
}

/// The draft with a title and an employer from its posting, and with the student's own settings, where it
/// has none of its own.
pub(crate) fn named(draft: Draft, settings: &Settings) -> Draft {
    let facts = read(&draft.posting.text).corrected(&draft.posting.corrections);
    let mut draft = draft;
    if draft.title.trim().is_empty() {
        draft.title = facts.title.map(|fact| fact.value).unwrap_or_default();
        draft.employer = draft.employer.or(facts.company.map(|fact| fact.value));
    }
    if draft.candidate == Candidate::default() {
        draft.candidate.clone_from(&settings.profile);
        draft.style.clone_from(&settings.style);
    }
    draft
}
