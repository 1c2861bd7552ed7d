//! Drafts in and out: one as a file, everything as an archive.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use serde::Serialize;
use startline_drafts::{Archived, Draft, DraftId, Summary};

use super::{Desk, Opened, parsed};
use crate::files::{file_name, with_extension, write_file};
use crate::{Failure, read_file};

/// The largest draft that is opened, in bytes.
const LIMIT: u64 = 64 << 20;

/// What came in from a file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Brought {
    /// The list, with it.
    pub drafts: Vec<Summary>,
    /// The draft to open, where it was one.
    pub id: Option<DraftId>,
    /// What came, as a sentence.
    pub message: String,
}

impl Desk {
    /// A draft's file as it stands, and the name it is offered under.
    ///
    /// # Errors
    /// A sentence where there is no such draft, or its file is damaged.
    pub fn export_draft(&self, id: &str) -> Result<(String, Vec<u8>), Failure> {
        let id = parsed(id)?;
        let bytes = self.store()?.export_draft(id)?;
        Ok((draft_name(&self.store()?.summary(id)?.title), bytes))
    }

    /// What the student typed and could not be saved, as a draft's file, and the name it is offered under.
    #[must_use]
    pub fn copy_of(draft: &Draft) -> (String, Vec<u8>) {
        (draft_name(&draft.title), draft.to_json().into_bytes())
    }

    /// Writes everything into one archive.
    ///
    /// # Errors
    /// A sentence where something can't be read, or the file can't be written.
    pub fn export_everything(&self, to: &Path) -> Result<String, Failure> {
        let to = with_extension(to.to_owned(), "zip");
        self.store()?.export_everything(&to)?;
        Ok(to.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }

    /// Takes over what a file holds: a draft, or everything in an archive. Nothing here is overwritten.
    ///
    /// # Errors
    /// A sentence where it can't be read, or is neither.
    pub fn import(&self, from: &Path) -> Result<Brought, Failure> {
        if is_archive(from) {
            let archived = self.store()?.import_everything(from)?;
            return Ok(Brought { drafts: self.list()?, id: None, message: told(&archived) });
        }
        self.import_draft(&read_file(from, LIMIT)?)
    }

    /// Takes a draft's file over as a new draft.
    ///
    /// # Errors
    /// A sentence where it is no draft, or can't be saved.
    pub fn import_draft(&self, bytes: &[u8]) -> Result<Brought, Failure> {
        let draft = self.store()?.import_draft(bytes)?;
        let message = match draft.draft.title.trim() {
            "" => "The draft was imported.".to_owned(),
            title => format!("“{title}” was imported."),
        };
        Ok(Brought { drafts: self.list()?, id: Some(draft.id), message })
    }

    /// Keeps what was typed as a draft of its own, as where its own file was changed or deleted elsewhere.
    ///
    /// # Errors
    /// A sentence where it can't be saved.
    pub fn keep_as_new(&self, draft: Draft) -> Result<Opened, Failure> {
        let title = format!("{} (kept copy)", draft.title).trim().to_owned();
        let opened = self.store()?.create(Draft { title, place: None, ..draft })?;
        self.opened(opened)
    }
}

/// Writes a draft's file where the student chose; gives the file's own name.
///
/// # Errors
/// A sentence where the place can't be written to.
pub fn write_draft(path: &Path, bytes: &[u8]) -> Result<String, Failure> {
    let path = with_extension(path.to_owned(), "json");
    write_file(&path, bytes)?;
    Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

fn draft_name(title: &str) -> String {
    file_name(title, "Draft", "json")
}

/// Whether a file begins as every zip file does.
fn is_archive(path: &Path) -> bool {
    let mut start = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start.starts_with(b"PK")
}

fn told(archived: &Archived) -> String {
    let Archived { added, same, beside, settings, passed_over } = archived;
    let count = |count: &u32, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        many => Some(format!("{many} {more}")),
    };
    let parts = [
        count(added, "draft was added", "drafts were added"),
        count(
            beside,
            "draft differs from the one here and now stands beside it",
            "drafts differ from those here and now stand beside them",
        ),
        count(same, "was here already", "were here already"),
        settings.then(|| "the settings were taken over".to_owned()),
        count(
            passed_over,
            "file was passed over: it is damaged, or nothing of Startline’s",
            "files were passed over: they are damaged, or nothing of Startline’s",
        ),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if said.is_empty() {
        "The archive holds no drafts.".to_owned()
    } else {
        format!("From the archive: {}.", said.join("; "))
    }
}
