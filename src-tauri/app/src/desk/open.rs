//! The draft in the window: opened, saved, left.

use std::sync::PoisonError;

use serde::Serialize;
use startline_drafts::{Draft, DraftId, StoreError, Summary, Undoable};

use super::{Desk, parsed};
use crate::drafts::named;
use crate::{Code, Failure};

/// A draft that was opened.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Opened {
    /// Its name.
    pub id: DraftId,
    /// What it holds.
    pub draft: Draft,
    /// Why it can only be read, as a sentence; `None` where it can be changed.
    pub read_only: Option<Failure>,
    /// As the list shows it.
    pub summary: Summary,
    /// What undo and redo would change.
    pub undoable: Undoable,
}

/// A draft that was saved.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Saved {
    /// As the list shows it.
    pub summary: Summary,
    /// What undo and redo would change.
    pub undoable: Undoable,
}

impl Desk {
    /// Keeps a new draft. One without a title is named after its posting, one without a candidate gets the
    /// student's profile.
    ///
    /// # Errors
    /// A sentence where it can't be saved.
    pub fn create(&self, draft: Draft) -> Result<Opened, Failure> {
        let settings = self.store()?.settings().unwrap_or_default();
        let opened = self.store()?.create(named(draft, &settings))?;
        self.opened(opened)
    }

    /// Opens a draft, and leaves the one that was open. One that another running copy edits, or that a newer
    /// version wrote, can only be read.
    ///
    /// # Errors
    /// A sentence where there is no such draft, or its file is damaged.
    pub fn open(&self, id: &str) -> Result<Opened, Failure> {
        let opened = self.store()?.load(parsed(id)?)?;
        self.opened(opened)
    }

    /// A draft as it is on the disk, whoever edits it.
    ///
    /// # Errors
    /// A sentence where there is no such draft, or its file is damaged.
    pub fn show(&self, id: &str) -> Result<Draft, Failure> {
        Ok(self.store()?.load(parsed(id)?)?.draft)
    }

    /// Takes a draft over from another running copy.
    ///
    /// # Errors
    /// A sentence where that can't be done.
    pub fn take_over(&self, id: &str) -> Result<Opened, Failure> {
        self.store()?.take_over(parsed(id)?)?;
        self.open(id)
    }

    /// Saves a draft that was opened here. A `whole` change is undone by itself; others may go on with the
    /// typing before them.
    ///
    /// # Errors
    /// A sentence where it can't be saved, or was changed elsewhere. What is on the disk is unchanged then.
    pub fn save(&self, id: &str, draft: &Draft, whole: bool) -> Result<Saved, Failure> {
        let id = parsed(id)?;
        // Kept while it saves: two saves of one draft go one after the other.
        let mut versions = self.versions();
        let base = versions.get(&id).ok_or(StoreError::Changed)?;
        let store = self.store()?;
        let saved = if whole { store.save_whole(id, draft, base) } else { store.save(id, draft, base) };
        if matches!(saved, Err(StoreError::TakenOver | StoreError::Held)) {
            // A draft that was lost to another copy is not won back by saving once more.
            versions.remove(&id);
        }
        let version = saved?;
        versions.insert(id, version);
        drop(versions);
        self.saved(id)
    }

    /// Leaves the draft in the window: other running copies may edit it again.
    pub fn leave(&self) {
        self.at_hand_becomes(None);
    }

    /// Opens a copy of a draft.
    ///
    /// # Errors
    /// A sentence where it can't be read or the copy can't be saved.
    pub fn duplicate(&self, id: &str) -> Result<Opened, Failure> {
        let copy = self.store()?.duplicate(parsed(id)?)?;
        self.opened(copy)
    }

    /// Gives a draft that is not in the window another title.
    ///
    /// # Errors
    /// A sentence where it can't be saved.
    pub fn rename(&self, id: &str, title: &str) -> Result<Summary, Failure> {
        let id = parsed(id)?;
        let version = self.store()?.rename(id, title)?;
        self.versions().insert(id, version);
        Ok(self.store()?.summary(id)?)
    }

    pub(super) fn opened(&self, opened: startline_drafts::Opened) -> Result<Opened, Failure> {
        let store = self.store()?;
        self.at_hand_becomes(Some(opened.id));
        let held = if opened.newer {
            Err(Failure {
                code: Code::NewerFormat,
                message: StoreError::Newer { format: opened.draft.startline }.to_string(),
            })
        } else {
            store.hold(opened.id).map_err(Failure::from)
        };
        self.versions().insert(opened.id, opened.version);
        let Saved { summary, undoable } = self.saved(opened.id)?;
        Ok(Opened { id: opened.id, draft: opened.draft, read_only: held.err(), summary, undoable })
    }

    pub(super) fn saved(&self, id: DraftId) -> Result<Saved, Failure> {
        let store = self.store()?;
        Ok(Saved { summary: store.summary(id)?, undoable: store.undoable(id).unwrap_or_default() })
    }

    fn at_hand_becomes(&self, next: Option<DraftId>) {
        let mut at_hand = self.at_hand.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(before), Ok(store)) = (at_hand.filter(|before| Some(*before) != next), self.store()) {
            store.release(before);
        }
        *at_hand = next;
    }
}
