//! One running copy edits a draft; a second reads it, or takes it over knowingly.

use std::fs::{File, TryLockError};

use super::{DraftId, Store, StoreError};
use crate::disk::Manner;

/// A draft that this copy edits.
pub(crate) struct Hold {
    /// What the holder file says while nobody took the draft over.
    token: Vec<u8>,
    /// The lock, which the system lifts when this copy ends in whatever way. `None` where another copy still
    /// has it, or on a drive without locks.
    lock: Option<File>,
}

impl Store {
    /// Begins to edit a draft, until [`Store::release`] or the end of this copy. Doing so twice is once.
    ///
    /// # Errors
    /// [`StoreError::Held`] if another running copy edits it.
    pub fn hold(&self, id: DraftId) -> Result<(), StoreError> {
        let mut held = self.held();
        if held.contains_key(&id) {
            return Ok(());
        }
        let Lock::Ours(lock) = self.try_lock(id) else { return Err(StoreError::Held) };
        held.insert(id, self.begin(id, lock)?);
        drop(held);
        self.keep_revision(id);
        Ok(())
    }

    /// Begins to edit a draft even if another running copy does: that one is told when it next saves.
    ///
    /// # Errors
    /// [`StoreError::NoChance`] if the system gives no random numbers.
    pub fn take_over(&self, id: DraftId) -> Result<(), StoreError> {
        let mut held = self.held();
        held.remove(&id);
        let lock = match self.try_lock(id) {
            Lock::Ours(lock) => lock,
            Lock::Theirs => None,
        };
        held.insert(id, self.begin(id, lock)?);
        drop(held);
        self.keep_revision(id);
        Ok(())
    }

    /// Ends editing a draft.
    pub fn release(&self, id: DraftId) {
        self.keep_revision(id);
        self.held().remove(&id);
    }

    /// Whether this copy edits the draft.
    #[must_use]
    pub fn holds(&self, id: DraftId) -> bool {
        self.held().contains_key(&id)
    }

    /// Runs `change` while this copy edits the draft, and ends editing unless it did so before.
    pub(super) fn while_held<T>(
        &self,
        id: DraftId,
        change: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let before = self.holds(id);
        if before {
            self.still_held(id)?;
        } else {
            let Lock::Ours(lock) = self.try_lock(id) else { return Err(StoreError::Held) };
            let hold = self.begin(id, lock)?;
            self.held().insert(id, hold);
        }
        let done = change();
        if !before {
            self.held().remove(&id);
        }
        done
    }

    /// Fails if another copy took the draft over since this one began to edit it.
    fn still_held(&self, id: DraftId) -> Result<(), StoreError> {
        let mut held = self.held();
        let Some(hold) = held.get_mut(&id) else { return Err(StoreError::TakenOver) };
        let holder = self.disk.read(&self.folder.holder(id));
        // An unreadable file tells nothing: then the draft's own version guards it.
        if holder.is_ok_and(|holder| holder != hold.token) {
            held.remove(&id);
            return Err(StoreError::TakenOver);
        }
        if hold.lock.is_none()
            && let Lock::Ours(lock) = self.try_lock(id)
        {
            hold.lock = lock;
        }
        Ok(())
    }

    /// Where no lock can be had at all (a drive without them, a folder that takes no files), there is none
    /// to respect either, and saving says what is wrong.
    fn try_lock(&self, id: DraftId) -> Lock {
        let file = self.make_part("locks").and_then(|()| self.disk.lockable(&self.folder.lock(id)));
        let Ok(file) = file else { return Lock::Ours(None) };
        match file.try_lock() {
            Ok(()) => Lock::Ours(Some(file)),
            Err(TryLockError::WouldBlock) => Lock::Theirs,
            Err(TryLockError::Error(_)) => Lock::Ours(None),
        }
    }

    fn begin(&self, id: DraftId, lock: Option<File>) -> Result<Hold, StoreError> {
        let token = DraftId::random().map_err(|_| StoreError::NoChance)?.to_string().into_bytes();
        let path = self.folder.holder(id);
        let token = match self.disk.write(&path, &token, Manner::CACHE) {
            Ok(()) => token,
            // What stands there stays, and is nobody who came after us.
            Err(_) => self.disk.read(&path).unwrap_or(token),
        };
        Ok(Hold { token, lock })
    }
}

/// Who has a lock.
enum Lock {
    /// This copy, or nobody can.
    Ours(Option<File>),
    /// Another running copy.
    Theirs,
}
