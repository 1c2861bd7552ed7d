//! What would be lost elsewhere: deleted drafts, damaged ones, a synced drive's copies.

use serde::Serialize;
use startline_drafts::{Deleted, Revision, StoreError, Summary};

use super::{Desk, Opened, parsed};
use crate::Failure;

/// Why a draft can't be opened, and what there is in its place.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Damage {
    /// What is wrong with its file.
    pub message: String,
    /// The newest revision that can be read.
    pub good: Option<Revision>,
}

impl Desk {
    /// Puts a draft into the bin.
    ///
    /// # Errors
    /// A sentence where that can't be done.
    pub fn delete(&self, id: &str) -> Result<(), Failure> {
        Ok(self.store()?.delete(parsed(id)?)?)
    }

    /// Takes a draft out of the bin.
    ///
    /// # Errors
    /// A sentence where that can't be done.
    pub fn restore(&self, id: &str) -> Result<Summary, Failure> {
        let id = parsed(id)?;
        self.store()?.undelete(id)?;
        Ok(self.store()?.summary(id)?)
    }

    /// The deleted drafts, the last deleted first.
    ///
    /// # Errors
    /// A sentence where they can't be listed.
    pub fn bin(&self) -> Result<Vec<Deleted>, Failure> {
        Ok(self.store()?.bin()?)
    }

    /// Removes a deleted draft for good, with its history and its sent copies; `None` removes all.
    ///
    /// # Errors
    /// A sentence where something can't be removed.
    pub fn empty_bin(&self, id: Option<&str>) -> Result<Vec<Deleted>, Failure> {
        match id {
            Some(id) => self.store()?.delete_for_good(parsed(id)?)?,
            None => self.store()?.empty_bin()?,
        }
        self.bin()
    }

    /// What is wrong with a draft that can't be opened; `None` where nothing is.
    ///
    /// # Errors
    /// A sentence where its file can't be looked at, or is not there.
    pub fn damage(&self, id: &str) -> Result<Option<Damage>, Failure> {
        match self.store()?.load(parsed(id)?) {
            Ok(_) => Ok(None),
            Err(StoreError::Damaged { reason, good }) => {
                Ok(Some(Damage { message: reason.to_string(), good }))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Puts a revision in the place of a damaged draft, whose file is set aside.
    ///
    /// # Errors
    /// A sentence where that can't be done.
    pub fn mend(&self, id: &str, revision: &str) -> Result<Opened, Failure> {
        let revision = revision.parse().map_err(Failure::other)?;
        let opened = self.store()?.mend(parsed(id)?, revision)?;
        self.opened(opened)
    }

    /// Takes a draft that can't be read out of the list; its file is kept.
    ///
    /// # Errors
    /// A sentence where that can't be done.
    pub fn set_aside(&self, id: &str) -> Result<(), Failure> {
        Ok(self.store()?.set_aside(parsed(id)?)?)
    }

    /// Takes a synced drive's copy over as a draft of its own.
    ///
    /// # Errors
    /// A sentence where there is no such copy, or it can't be read.
    pub fn adopt(&self, name: &str) -> Result<Opened, Failure> {
        let adopted = self.store()?.adopt(name)?;
        self.opened(adopted)
    }
}
