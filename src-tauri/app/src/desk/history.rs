//! What a draft was: undo, redo, and its revisions.

use serde::Serialize;
use startline_drafts::{Draft, Restorable, Store, StoreError, Version};

use super::{Desk, Saved, parsed};
use crate::Failure;

/// A state that a draft came back to.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Returned {
    /// What it holds.
    pub draft: Draft,
    /// How it stands on the disk.
    pub saved: Saved,
}

impl Desk {
    /// Takes back the last change to a draft; `None` where there is nothing to take back.
    ///
    /// # Errors
    /// As [`Desk::save`].
    pub fn undo(&self, id: &str) -> Result<Option<Returned>, Failure> {
        self.turn(id, Store::undo)
    }

    /// Makes the change again that was last taken back; `None` where there is none.
    ///
    /// # Errors
    /// As [`Desk::save`].
    pub fn redo(&self, id: &str) -> Result<Option<Returned>, Failure> {
        self.turn(id, Store::redo)
    }

    /// The revisions of a draft and what each changed, the newest first.
    ///
    /// # Errors
    /// A sentence where they can't be listed.
    pub fn history(&self, id: &str) -> Result<Vec<Restorable>, Failure> {
        Ok(self.store()?.history(parsed(id)?)?)
    }

    /// Makes a revision the draft's content again. Undo takes that back.
    ///
    /// # Errors
    /// A sentence where there is no such revision, or as [`Desk::save`].
    pub fn restore_revision(&self, id: &str, revision: &str) -> Result<Returned, Failure> {
        let revision = revision.parse().map_err(Failure::other)?;
        let restored = self.turn(id, |store, id, base| {
            store.restore(id, revision, base)?;
            store.load(id).map(Some)
        })?;
        restored.ok_or_else(|| StoreError::Gone.into())
    }

    /// Turns a draft that is open here to another state.
    fn turn(
        &self,
        id: &str,
        turn: impl FnOnce(
            &Store,
            startline_drafts::DraftId,
            &Version,
        ) -> Result<Option<startline_drafts::Opened>, StoreError>,
    ) -> Result<Option<Returned>, Failure> {
        let id = parsed(id)?;
        let mut versions = self.versions();
        let base = versions.get(&id).ok_or(StoreError::Changed)?;
        let Some(opened) = turn(self.store()?, id, base)? else { return Ok(None) };
        versions.insert(id, opened.version);
        drop(versions);
        Ok(Some(Returned { draft: opened.draft, saved: self.saved(id)? }))
    }
}
