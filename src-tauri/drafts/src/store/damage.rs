//! Files that can't be read are kept, and the newest good revision takes their place when the student says so.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::{DraftId, Opened, Stamp, Store, StoreError, time_in_name};
use crate::{DiskError, Doing, Draft, Parsed};

impl Store {
    /// Puts a revision in the place of a damaged draft, whose file is set aside.
    ///
    /// # Errors
    /// As [`Store::revision`]; [`StoreError::Held`] if another running copy edits the draft, or
    /// [`StoreError::Disk`].
    pub fn mend(&self, id: DraftId, revision: Stamp) -> Result<Opened, StoreError> {
        let good = self.revision_file(id, revision)?;
        Draft::parse(&good).map_err(|reason| StoreError::Damaged { reason, good: None })?;
        self.while_held(id, || {
            let path = self.folder.draft(id);
            if path.exists() {
                self.copy_aside(&path)?;
            }
            self.write_draft(id, &good)
        })?;
        self.load(id)
    }

    /// Takes a draft that can't be read out of the list. Its file is kept in the folder `aside`.
    ///
    /// # Errors
    /// [`StoreError::Held`] if another running copy edits the draft, [`StoreError::Gone`] or
    /// [`StoreError::Disk`].
    pub fn set_aside(&self, id: DraftId) -> Result<(), StoreError> {
        self.while_held(id, || {
            self.check_there(id)?;
            self.forget(id);
            self.set_file_aside(&self.folder.draft(id))
        })
    }

    /// A name in a folder that nothing has: `STEM-TIME.json`, of this time or the next that is free.
    pub(super) fn free_name(&self, folder: &Path, from: DateTime<Utc>, stem: &str) -> PathBuf {
        let mut when = from;
        loop {
            let path = folder.join(format!("{stem}-{}.json", time_in_name(when)));
            if !path.exists() {
                return path;
            }
            when += TimeDelta::seconds(1);
        }
    }

    fn aside_name(&self, path: &Path) -> PathBuf {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        self.free_name(&self.folder.aside(), self.now(), &stem)
    }

    /// Before a file of an older format is written anew, it is kept as it is.
    pub(super) fn keep_if_older(&self, id: DraftId, parsed: &Parsed) -> Result<(), StoreError> {
        if parsed.is_older() { self.copy_aside(&self.folder.draft(id)) } else { Ok(()) }
    }

    /// Moves a file of the data folder among those that could not be read.
    pub(crate) fn set_file_aside(&self, path: &Path) -> Result<(), StoreError> {
        let to = self.aside_name(path);
        let moved = self.make_part("aside").and_then(|()| self.disk.rename(path, &to));
        moved.map_err(|error| DiskError::new(Doing::Deleting, path, &error).into())
    }

    /// Keeps what a file has, byte for byte, while the file itself is about to be written anew.
    fn copy_aside(&self, path: &Path) -> Result<(), StoreError> {
        let to = self.aside_name(path);
        let bytes = self.read(path)?;
        let manner = crate::disk::Manner::kept(self.now().into());
        let copied = self.make_part("aside").and_then(|()| self.disk.write(&to, &bytes, manner));
        copied.map_err(|error| DiskError::new(Doing::Saving, &to, &error).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_an_older_format_is_kept_before_it_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let id = store.create(Draft::default()).unwrap().id;
        let file = std::fs::read(store.folder.draft(id)).unwrap();
        let parsed = Draft::parse(&file).unwrap();
        let kept = || -> Vec<Vec<u8>> {
            let files = std::fs::read_dir(store.folder.aside()).unwrap();
            files.map(|entry| std::fs::read(entry.unwrap().path()).unwrap()).collect()
        };
        store.keep_if_older(id, &parsed).unwrap();
        assert_eq!(kept(), Vec::<Vec<u8>>::new());
        store.keep_if_older(id, &parsed.of_an_older_format()).unwrap();
        assert_eq!(kept(), [file]);
    }
}
