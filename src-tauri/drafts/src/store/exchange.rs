//! Drafts in and out, one file each, and the copies that a synced drive leaves.

use super::{DraftId, NotAnId, Opened, Store, StoreError};
use crate::{Draft, Version};

impl Store {
    /// A draft's file as it stands, to be saved elsewhere.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub fn export_draft(&self, id: DraftId) -> Result<Vec<u8>, StoreError> {
        self.load(id)?;
        Ok(self.read(&self.folder.draft(id))?)
    }

    /// Takes a draft's file over as a new draft. A file of a newer format is kept as it is.
    ///
    /// # Errors
    /// [`StoreError::Draft`] if the bytes are no draft, or as [`Store::create`].
    pub fn import_draft(&self, bytes: &[u8]) -> Result<Opened, StoreError> {
        self.import_titled(bytes, |_| {})
    }

    fn import_titled(&self, bytes: &[u8], title: impl FnOnce(&mut String)) -> Result<Opened, StoreError> {
        let parsed = Draft::parse(bytes)?;
        let id = DraftId::random().map_err(|_| StoreError::NoChance)?;
        let (mut draft, newer) = (parsed.draft.clone(), parsed.is_newer());
        let written = if newer {
            bytes.to_vec()
        } else {
            title(&mut draft.title);
            draft.to_json_keeping(&parsed).into_bytes()
        };
        let version = self.write_draft(id, &written)?;
        Ok(Opened { id, draft, version, newer })
    }

    /// Takes a synced drive's copy over as a draft of its own, so that the two can be compared. The copy's
    /// file is set aside.
    ///
    /// # Errors
    /// [`StoreError::NoSuchName`] if the list has no copy of that name, [`StoreError::Draft`] if it can't be
    /// read, or as [`Store::create`].
    pub fn adopt(&self, name: &str) -> Result<Opened, StoreError> {
        let copy = self.list()?.copies.into_iter().find(|copy| copy.name == name).ok_or(NotAnId)?;
        let path = self.folder.drafts().join(&copy.name);
        let bytes = self.read(&path)?;
        let opened = self.import_titled(&bytes, |title| {
            *title = format!("{title} (from the other computer)").trim().to_owned();
        })?;
        self.set_file_aside(&path)?;
        Ok(opened)
    }

    /// Changes a draft as it stands, whatever its version.
    pub(crate) fn change(&self, id: DraftId, change: impl FnOnce(&mut Draft)) -> Result<Version, StoreError> {
        self.while_held(id, || {
            let Opened { mut draft, version, .. } = self.load(id)?;
            change(&mut draft);
            self.save_held(id, &draft, &version, super::undo::Kind::Whole)
        })
    }
}
