//! Where everything is: the data folder and what stands in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{DraftId, Stamp, StoreError};

/// The variable that names another data folder, for a portable copy and for tests.
pub const DATA_VARIABLE: &str = "STARTLINE_DATA";

/// The folder that the platform keeps an app's data in, or what `STARTLINE_DATA` names:
/// `~/.local/share/startline`, `~/Library/Application Support/Startline`, `%APPDATA%\Startline\data`.
///
/// # Errors
/// [`StoreError::NoHome`] if the account has no home folder and the variable is not set.
pub fn default_folder() -> Result<PathBuf, StoreError> {
    folder_named(std::env::var_os(DATA_VARIABLE))
}

fn folder_named(variable: Option<OsString>) -> Result<PathBuf, StoreError> {
    match variable.filter(|name| !name.is_empty()) {
        Some(name) => Ok(PathBuf::from(name)),
        None => directories::ProjectDirs::from("", "", "Startline")
            .map(|folders| folders.data_dir().to_owned())
            .ok_or(StoreError::NoHome),
    }
}

/// The data folder: the one place that knows the names in it.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

/// The parts of the data folder, and all that “delete everything” removes.
pub(crate) const FOLDERS: [&str; 7] = ["drafts", "history", "undo", "sent", "bin", "aside", "locks"];
pub(crate) const FILES: [&str; 2] = ["settings.json", "index.json"];

impl Folder {
    pub(crate) fn new(root: &Path) -> Self {
        Self(root.to_owned())
    }

    pub(crate) fn root(&self) -> &Path {
        &self.0
    }

    /// One file a draft, `ID.json`.
    pub(crate) fn drafts(&self) -> PathBuf {
        self.0.join("drafts")
    }

    pub(crate) fn draft(&self, id: DraftId) -> PathBuf {
        self.drafts().join(format!("{id}.json"))
    }

    /// The revisions of a draft, `STAMP.json`.
    pub(crate) fn history(&self, id: DraftId) -> PathBuf {
        self.0.join("history").join(id.to_string())
    }

    pub(crate) fn revision(&self, id: DraftId, stamp: Stamp) -> PathBuf {
        self.history(id).join(format!("{stamp}.json"))
    }

    /// What can be undone and redone in a draft.
    pub(crate) fn undo(&self, id: DraftId) -> PathBuf {
        self.0.join("undo").join(format!("{id}.json"))
    }

    /// The copies sent from a draft: `STAMP.json` says what, `STAMP.EXTENSION` is it.
    pub(crate) fn sent(&self, id: DraftId) -> PathBuf {
        self.0.join("sent").join(id.to_string())
    }

    /// Deleted drafts, `ID-TIME.json`.
    pub(crate) fn bin(&self) -> PathBuf {
        self.0.join("bin")
    }

    /// Files that could not be read, kept.
    pub(crate) fn aside(&self) -> PathBuf {
        self.0.join("aside")
    }

    /// Which running copy edits which draft.
    pub(crate) fn lock(&self, id: DraftId) -> PathBuf {
        self.0.join("locks").join(format!("{id}.lock"))
    }

    pub(crate) fn holder(&self, id: DraftId) -> PathBuf {
        self.0.join("locks").join(format!("{id}.holder"))
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.0.join("settings.json")
    }

    /// What the list shows of each draft; it can be made anew at any time.
    pub(crate) fn index(&self) -> PathBuf {
        self.0.join("index.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_comes_before_the_platform_s_folder() {
        assert_eq!(folder_named(Some("/somewhere/else".into())), Ok(PathBuf::from("/somewhere/else")));
        for unset in [None, Some(OsString::new())] {
            let folder = folder_named(unset).unwrap();
            let name = folder.display().to_string().to_lowercase();
            assert!(folder.is_absolute() && name.contains("startline"), "{name}");
        }
    }
}
