//! One running copy edits a draft; a second reads it, or takes it over knowingly.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::sync::{MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{DraftId, Store, StoreError};
use crate::disk::Step;

/// How long another copy may be in the midst of a change before it counts as hung.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long a copy that was killed may need to let go: it does so only when the disk has answered it.
const DYING: Duration = Duration::from_secs(1);

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(2);

/// A draft that this copy edits.
pub(crate) struct Hold {
    /// What the holder file says while nobody took the draft over; `None` while that could not be seen.
    token: Option<Vec<u8>>,
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
        let begun = Instant::now();
        loop {
            match self.hold_now(id) {
                Err(StoreError::Held) if begun.elapsed() < DYING => std::thread::sleep(PAUSE),
                held => return held,
            }
        }
    }

    fn hold_now(&self, id: DraftId) -> Result<(), StoreError> {
        let _alone = self.alone();
        if self.holds(id) {
            return Ok(());
        }
        self.begin(id)?;
        self.keep_revision_in_turn(id);
        Ok(())
    }

    /// Begins to edit a draft even if another running copy does: that one is told when it next saves, and
    /// writes nothing more.
    ///
    /// # Errors
    /// [`StoreError::NoChance`] if the system gives no random numbers.
    pub fn take_over(&self, id: DraftId) -> Result<(), StoreError> {
        let _alone = self.alone();
        self.held().remove(&id);
        let lock = match self.try_lock(id) {
            Lock::Ours(lock) => lock,
            Lock::Theirs => None,
        };
        self.begin_with(id, lock)?;
        self.keep_revision_in_turn(id);
        Ok(())
    }

    /// Ends editing a draft.
    pub fn release(&self, id: DraftId) {
        let _alone = self.alone();
        self.keep_revision_in_turn(id);
        self.held().remove(&id);
    }

    /// Whether this copy edits the draft.
    #[must_use]
    pub fn holds(&self, id: DraftId) -> bool {
        self.held().contains_key(&id)
    }

    /// Runs `change` while this copy edits the draft and no other can begin to, and ends editing unless it
    /// did so before. Changes go one after the other: `change` may make none of its own through this.
    pub(super) fn while_held<T>(
        &self,
        id: DraftId,
        change: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let _alone = self.alone();
        let before = self.holds(id);
        if !before {
            self.begin(id)?;
        }
        let done = self.turn(id).and_then(|_turn| change());
        if !before {
            self.held().remove(&id);
        }
        done
    }

    /// Keeps a revision, unless another copy took the draft over.
    fn keep_revision_in_turn(&self, id: DraftId) {
        if let Ok(_turn) = self.turn(id) {
            self.keep_revision(id);
        }
    }

    /// This copy's turn to change a draft that it holds: while it is kept, no other copy changes the draft or
    /// takes it over.
    fn turn(&self, id: DraftId) -> Result<Option<File>, StoreError> {
        let turn = self.next_turn(id);
        let mut held = self.held();
        let Some(hold) = held.get_mut(&id) else { return Err(StoreError::TakenOver) };
        // A file that can't be read tells nothing: then the draft's own version guards it.
        if let Some(holder) = turn.as_ref().and_then(|turn| self.holder(id, turn))
            && *hold.token.get_or_insert_with(|| holder.clone()) != holder
        {
            held.remove(&id);
            return Err(StoreError::TakenOver);
        }
        if hold.lock.is_none()
            && let Lock::Ours(lock) = self.try_lock(id)
        {
            hold.lock = lock;
        }
        Ok(turn)
    }

    /// The holder file, locked. `None` where it can't be had: on a drive without locks or without writing, or
    /// where another copy hangs in the midst of a change.
    fn next_turn(&self, id: DraftId) -> Option<File> {
        let begun = Instant::now();
        self.make_part("locks").ok()?;
        let file = self.disk.lockable(&self.folder.holder(id)).ok()?;
        loop {
            match file.try_lock() {
                Ok(()) => return Some(file),
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    std::thread::sleep(PAUSE);
                }
                Err(_) => return None,
            }
        }
    }

    /// What the holder file says, if it can be read and says something.
    fn holder(&self, id: DraftId, mut turn: &File) -> Option<Vec<u8>> {
        self.disk.step(Step::Read, &self.folder.holder(id)).ok()?;
        let mut holder = Vec::new();
        turn.rewind().ok()?;
        turn.read_to_end(&mut holder).ok()?;
        Some(holder).filter(|holder| !holder.is_empty())
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

    fn begin(&self, id: DraftId) -> Result<(), StoreError> {
        let Lock::Ours(lock) = self.try_lock(id) else { return Err(StoreError::Held) };
        self.begin_with(id, lock)
    }

    fn begin_with(&self, id: DraftId, lock: Option<File>) -> Result<(), StoreError> {
        let token = DraftId::random().map_err(|_| StoreError::NoChance)?.to_string().into_bytes();
        let turn = self.next_turn(id);
        let said = turn.as_ref().and_then(|turn| self.say_who_holds(id, turn, &token));
        // Where it can't be said, what stands there stays, and is nobody who came after us.
        let token = said.map(|()| token).or_else(|| self.holder(id, turn.as_ref()?));
        self.held().insert(id, Hold { token, lock });
        Ok(())
    }

    /// Tokens are all of one length, so one takes the place of another in one write.
    fn say_who_holds(&self, id: DraftId, mut turn: &File, token: &[u8]) -> Option<()> {
        self.disk.step(Step::Write, &self.folder.holder(id)).ok()?;
        turn.rewind().ok()?;
        turn.write_all(token).ok()?;
        turn.set_len(token.len() as u64).ok()
    }

    /// One change after the other, whichever thread makes it.
    fn alone(&self) -> MutexGuard<'_, ()> {
        self.alone.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who has a lock.
enum Lock {
    /// This copy, or nobody can.
    Ours(Option<File>),
    /// Another running copy.
    Theirs,
}
