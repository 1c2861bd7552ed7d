//! Files that can't be read are kept, and the newest good revision takes their place when the student says so.

use std::path::Path;

use super::{DraftId, Opened, Stamp, Store, StoreError, time_in_name};
use crate::{DiskError, Doing, Draft};

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
                self.copy_aside(&path, &self.aside_name(id))?;
            }
            self.write_draft(id, &good)
        })?;
        self.load(id)
    }

    /// Takes a draft that can't be read out of the list. Its file is kept in the folder `aside`.
    ///
    /// # Errors
    /// [`StoreError::Held`] if another running copy edits the draft, or [`StoreError::Disk`].
    pub fn set_aside(&self, id: DraftId) -> Result<(), StoreError> {
        self.while_held(id, || {
            self.forget(id);
            self.set_file_aside(&self.folder.draft(id), &self.aside_name(id))
        })
    }

    fn aside_name(&self, id: DraftId) -> String {
        format!("{id}-{}.json", time_in_name(self.now()))
    }

    /// Moves a file of the data folder among those that could not be read.
    pub(crate) fn set_file_aside(&self, path: &Path, name: &str) -> Result<(), StoreError> {
        let to = self.folder.aside().join(name);
        let moved = self.make_part("aside").and_then(|()| self.disk.rename(path, &to));
        moved.map_err(|error| DiskError::new(Doing::Deleting, path, &error).into())
    }

    /// Keeps what a file has, byte for byte, while the file itself is about to be written anew.
    fn copy_aside(&self, path: &Path, name: &str) -> Result<(), StoreError> {
        let to = self.folder.aside().join(name);
        let bytes = self.read(path)?;
        let manner = crate::disk::Manner::kept(self.now().into());
        let copied = self.make_part("aside").and_then(|()| self.disk.write(&to, &bytes, manner));
        copied.map_err(|error| DiskError::new(Doing::Saving, &to, &error).into())
    }
}
