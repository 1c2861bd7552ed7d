//! Undo and redo across the whole draft, kept beside it so that they outlive a restart.

use std::io;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{DraftId, Opened, Store, StoreError, Version};
use crate::disk::Manner;
use crate::draft::{Edit, Way, edited, edits, value};
use crate::{Change, DiskError, Doing, Draft, compare};

/// Steps kept, and the bytes that they may take together; the last step stays whatever its size.
const STEPS: usize = 200;
const ROOM: usize = 1 << 20;

/// Typing on in one field is one step while the pauses are shorter than this, and all of it than that.
const PAUSE: TimeDelta = TimeDelta::seconds(2);
const STRETCH: TimeDelta = TimeDelta::seconds(15);

/// What undo and redo would change now; empty where there is nothing to undo or redo.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Undoable {
    /// What undo would change.
    pub undo: Vec<Change>,
    /// What redo would change.
    pub redo: Vec<Change>,
}

impl Store {
    /// What undo and redo would change now.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub fn undoable(&self, id: DraftId) -> Result<Undoable, StoreError> {
        let now = self.load(id)?.draft;
        let journal = self.journal(id, &now)?;
        let changes = |way| {
            let there = journal.after(way).and_then(|state| serde_json::from_value::<Draft>(state).ok());
            there.map(|there| compare(&now, &there)).unwrap_or_default()
        };
        Ok(Undoable { undo: changes(Way::Back), redo: changes(Way::Forward) })
    }

    /// Takes back the last change to the draft and gives the draft as it is then, or `None` where there is
    /// nothing to take back.
    ///
    /// # Errors
    /// As [`Store::save`].
    pub fn undo(&self, id: DraftId, base: &Version) -> Result<Option<Opened>, StoreError> {
        self.step(id, base, Way::Back)
    }

    /// Makes the change again that was last taken back, and gives the draft as it is then, or `None` where
    /// there is none.
    ///
    /// # Errors
    /// As [`Store::save`].
    pub fn redo(&self, id: DraftId, base: &Version) -> Result<Option<Opened>, StoreError> {
        self.step(id, base, Way::Forward)
    }

    fn step(&self, id: DraftId, base: &Version, way: Way) -> Result<Option<Opened>, StoreError> {
        self.while_held(id, || {
            let opened = self.load(id)?;
            // A step that failed and came to the disk all the same is none that the student saw.
            let failed =
                if opened.version == *base { None } else { self.before_failing(id, &opened.version) };
            let mut journal = self.journal(id, failed.as_ref().unwrap_or(&opened.draft))?;
            let Some(state) = journal.after(way) else { return Ok(None) };
            let Ok(draft) = serde_json::from_value::<Draft>(state.clone()) else { return Ok(None) };
            let version = self.put(id, &draft, base)?.0;
            journal.moved(way, state);
            self.write_journal(id, &journal);
            Ok(Some(Opened { draft, version, ..opened }))
        })
    }

    /// Remembers a change that was saved.
    pub(super) fn remember(&self, id: DraftId, was: &Draft, now: &Draft, kind: Kind) {
        // A journal that the disk does not give now is there again later, and catches up then.
        if let Ok(mut journal) = self.journal(id, was) {
            journal.record(value(now), self.now(), kind);
            self.write_journal(id, &journal);
        }
    }

    /// The journal, brought up to the draft as it is. A change that it missed, because the app was ended
    /// between two writes or the file was changed by other hands, becomes a step of its own.
    fn journal(&self, id: DraftId, now: &Draft) -> Result<Journal, StoreError> {
        let now = value(now);
        let path = self.folder.undo(id);
        let bytes = match self.disk.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            read => read.map_err(|error| DiskError::new(Doing::Reading, &path, &error))?,
        };
        Ok(match serde_json::from_slice::<Journal>(&bytes) {
            Ok(mut journal) => {
                if journal.state != now {
                    journal.catch_up(now, self.now());
                }
                journal
            }
            Err(_) => Journal { state: now, past: Vec::new(), future: Vec::new() },
        })
    }

    /// Without it there is less to undo: no reason to stop what the student is doing.
    fn write_journal(&self, id: DraftId, journal: &Journal) {
        if let Ok(bytes) = serde_json::to_vec(journal) {
            let path = self.folder.undo(id);
            let manner = Manner::kept(self.now().into());
            let _ = self.make_part("undo").and_then(|()| self.disk.write(&path, &bytes, manner));
        }
    }
}

/// The steps that led to a state, and those that were taken back from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Journal {
    /// The draft after the last step.
    state: Value,
    /// The steps that can be undone, the oldest first.
    past: Vec<Step>,
    /// The steps that can be redone, the next last.
    future: Vec<Step>,
}

/// Whether a change may be part of a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// As the student works: typing on in one field is one step.
    Edit,
    /// A step of its own, such as restoring.
    Whole,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Step {
    kind: Kind,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    edits: Vec<Edit>,
}

impl Journal {
    /// The state that one step this way leads to.
    fn after(&self, way: Way) -> Option<Value> {
        let steps = if way == Way::Back { &self.past } else { &self.future };
        edited(&self.state, &steps.last()?.edits, way)
    }

    /// One step this way was taken, and led to this state.
    fn moved(&mut self, way: Way, state: Value) {
        self.state = state;
        if way == Way::Back {
            self.future.extend(self.past.pop());
        } else {
            self.past.extend(self.future.pop());
        }
    }

    /// The draft is no longer as the last step left it. One step back or forward that was saved and not noted
    /// is that step; anything else is a step of its own.
    fn catch_up(&mut self, now: Value, when: DateTime<Utc>) {
        match [Way::Back, Way::Forward].into_iter().find(|way| self.after(*way).as_ref() == Some(&now)) {
            Some(way) => self.moved(way, now),
            None => self.record(now, when, Kind::Whole),
        }
    }

    /// The state became another, by a change of the student's.
    fn record(&mut self, now: Value, when: DateTime<Utc>, kind: Kind) {
        let mut step = Step { kind, since: when, until: when, edits: edits(&self.state, &now) };
        if step.edits.is_empty() {
            return;
        }
        if self.future.is_empty()
            && let Some(last) = self.past.last()
            && last.is_typing_continued_by(&step)
            && let Some(before) = edited(&self.state, &last.edits, Way::Back)
        {
            step = Step { kind, since: last.since, until: when, edits: edits(&before, &now) };
            self.past.pop();
        }
        self.state = now;
        self.future.clear();
        if !step.edits.is_empty() {
            self.past.push(step);
        }
        self.shorten();
    }

    fn shorten(&mut self) {
        let mut room = ROOM;
        let kept = self.past.iter().rev().take(STEPS).enumerate().take_while(|(nth, step)| {
            room = room.saturating_sub(step.edits.iter().map(Edit::size).sum());
            *nth == 0 || room > 0
        });
        let gone = self.past.len() - kept.count();
        self.past.drain(..gone);
    }
}

impl Step {
    fn is_typing_continued_by(&self, next: &Self) -> bool {
        let (pause, stretch) = (next.since - self.until, next.since - self.since);
        let soon =
            (TimeDelta::zero()..PAUSE).contains(&pause) && (TimeDelta::zero()..STRETCH).contains(&stretch);
        match (self.edits.as_slice(), next.edits.as_slice()) {
            ([Edit::Text { path, .. }], [Edit::Text { path: again, .. }]) => {
                soon && path == again && self.kind == Kind::Edit && next.kind == Kind::Edit
            }
            _ => false,
        }
    }
}
