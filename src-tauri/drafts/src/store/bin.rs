//! The bin: what was deleted stays thirty days, with its history.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::folder::{FILES, FOLDERS};
use super::stamp::time_of_name;
use super::{DraftId, Store, StoreError};
use crate::disk::TEMPORARY;
use crate::{DiskError, Doing, Draft};

/// How long a deleted draft can be brought back.
const KEPT: TimeDelta = TimeDelta::days(30);

/// A deleted draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Deleted {
    /// Its name.
    pub id: DraftId,
    /// What the student called it.
    pub title: String,
    /// When it was deleted.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub deleted: DateTime<Utc>,
    /// When it goes for good.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub until: DateTime<Utc>,
}

impl Store {
    /// Moves a draft to the bin. [`Store::undelete`] brings it back with its history, for thirty days.
    ///
    /// # Errors
    /// [`StoreError::Held`] if another running copy edits it, [`StoreError::Gone`] or [`StoreError::Disk`].
    pub fn delete(&self, id: DraftId) -> Result<(), StoreError> {
        self.while_held(id, || {
            let from = self.folder.draft(id);
            // A clock that jumped back must not make the draft old in the bin once it is set right.
            let saved = from.metadata().and_then(|file| file.modified()).map_or(self.now(), DateTime::from);
            let to = self.free_name(&self.folder.bin(), saved.max(self.now()), &id.to_string());
            self.check_there(id)?;
            self.forget(id);
            let moved = self.make_part("bin").and_then(|()| self.disk.rename(&from, &to));
            moved.map_err(|error| deleting(&from, &error))
        })?;
        self.held().remove(&id);
        Ok(())
    }

    /// Brings a draft back from the bin.
    ///
    /// # Errors
    /// [`StoreError::Gone`] if it is not there any more, [`StoreError::Changed`] if the list has a draft of
    /// that name again, or [`StoreError::Disk`].
    pub fn undelete(&self, id: DraftId) -> Result<(), StoreError> {
        let newest =
            self.bin_files()?.into_iter().filter(|file| file.id == id).max_by_key(|file| file.deleted);
        let file = newest.ok_or(StoreError::Gone)?;
        let to = self.folder.draft(id);
        if to.exists() {
            return Err(StoreError::Changed);
        }
        self.forget(id);
        self.disk.rename(&self.folder.bin().join(&file.name), &to).map_err(|error| deleting(&to, &error))
    }

    /// The deleted drafts, the last deleted first.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if the bin can't be listed.
    pub fn bin(&self) -> Result<Vec<Deleted>, StoreError> {
        let mut bin: Vec<Deleted> = self
            .bin_files()?
            .into_iter()
            .map(|InBin { id, deleted, name }| {
                let bytes = self.disk.read(&self.folder.bin().join(name)).unwrap_or_default();
                let title = Draft::parse(&bytes).map(|parsed| parsed.draft.title).unwrap_or_default();
                Deleted { id, title, deleted, until: deleted + KEPT }
            })
            .collect();
        bin.sort_by_key(|deleted| std::cmp::Reverse(deleted.deleted));
        Ok(bin)
    }

    /// Removes one deleted draft for good, with its history and its sent copies.
    ///
    /// # Errors
    /// As [`Store::empty_bin`].
    pub fn delete_for_good(&self, id: DraftId) -> Result<(), StoreError> {
        let files = self.bin_files()?;
        files.iter().filter(|file| file.id == id).try_for_each(|file| self.remove_for_good(file))
    }

    /// Removes for good what is in the bin, with its history and its sent copies.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if something can't be removed; the rest may be gone then.
    pub fn empty_bin(&self) -> Result<(), StoreError> {
        self.bin_files()?.iter().try_for_each(|file| self.remove_for_good(file))
    }

    /// Removes for good what has been in the bin for thirty days.
    pub(super) fn empty_bin_of_the_old(&self) {
        let now = self.now();
        for file in self.bin_files().unwrap_or_default() {
            if now - file.deleted > KEPT {
                let _ = self.remove_for_good(&file);
            }
        }
    }

    /// Removes everything that Startline keeps on this computer, and the data folder if nothing else is in it.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if something can't be removed; the rest may be gone then.
    pub fn delete_everything(&self) -> Result<(), StoreError> {
        self.held().clear();
        for part in FOLDERS.iter().chain(&FILES) {
            let path = self.folder.root().join(part);
            self.disk.remove(&path).map_err(|error| deleting(&path, &error))?;
        }
        // What a write that was cut off left, and a synced drive's copies of the settings.
        for entry in self.disk.names(self.folder.root()).unwrap_or_default() {
            let name = entry.file_name();
            let name = name.to_str().unwrap_or_default();
            let copy = FILES.iter().any(|file| name.starts_with(file.trim_end_matches(".json")));
            if name.starts_with(TEMPORARY) || (copy && name.ends_with(".json")) {
                self.disk.remove(&entry.path()).map_err(|error| deleting(&entry.path(), &error))?;
            }
        }
        // A folder that holds something of others stays.
        let _ = std::fs::remove_dir(self.folder.root());
        Ok(())
    }

    fn remove_for_good(&self, file: &InBin) -> Result<(), StoreError> {
        let InBin { id, name, .. } = file;
        // What belongs to a draft goes before its file, so that a removal cut short is done again.
        let mut paths = vec![self.folder.bin().join(name)];
        let again = self.bin_files()?.iter().any(|other| other.id == *id && other.name != *name);
        if !again && !self.folder.draft(*id).exists() {
            for lock in [self.folder.lock(*id), self.folder.holder(*id)] {
                // Where another copy has them open they stay: they hold nothing of the student's.
                let _ = self.disk.remove(&lock);
            }
            paths.splice(0..0, [self.folder.history(*id), self.folder.undo(*id), self.folder.sent(*id)]);
        }
        paths.iter().try_for_each(|path| self.disk.remove(path).map_err(|error| deleting(path, &error)))
    }

    fn bin_files(&self) -> Result<Vec<InBin>, StoreError> {
        let folder = self.folder.bin();
        let listed = self.disk.names(&folder);
        let names = listed.map_err(|error| DiskError::new(Doing::Reading, &folder, &error))?;
        Ok(names.iter().filter_map(|entry| InBin::of(entry.file_name().to_str()?)).collect())
    }
}

/// A file in the bin.
struct InBin {
    id: DraftId,
    deleted: DateTime<Utc>,
    name: String,
}

impl InBin {
    fn of(name: &str) -> Option<Self> {
        let (id, rest) = DraftId::begins(name)?;
        let deleted = time_of_name(rest.strip_prefix('-')?.strip_suffix(".json")?)?;
        Some(Self { id, deleted, name: name.to_owned() })
    }
}

fn deleting(path: &std::path::Path, error: &std::io::Error) -> StoreError {
    DiskError::new(Doing::Deleting, path, error).into()
}
