//! The revisions of a draft: kept every few minutes for a day, then daily, then weekly.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::undo::Kind;
use super::{DraftId, Stamp, Store, StoreError};
use crate::disk::{Manner, TEMPORARY};
use crate::{Change, DiskError, Doing, Draft, Parsed, Version, compare};

/// A revision follows the one before when this much time lies between them, in whichever direction: a clock
/// that was set back delays none.
const DUE: TimeDelta = TimeDelta::minutes(5);

/// All revisions of one draft together: only a posting of megabytes ever gets there.
const ROOM: u64 = 32 << 20;

/// An earlier state of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Revision {
    /// Its name.
    pub id: Stamp,
    /// When it was kept.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub when: DateTime<Utc>,
}

/// A revision beside what it changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Restorable {
    /// Which.
    pub revision: Revision,
    /// What changed since the revision before; for the first, what it holds.
    pub changes: Vec<Change>,
}

impl Store {
    /// The revisions of a draft and what each changed, the newest first. One that can't be read is left out.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if their folder can't be listed.
    pub fn history(&self, id: DraftId) -> Result<Vec<Restorable>, StoreError> {
        let mut before = Draft::default();
        let mut history = Vec::new();
        for revision in self.revisions(id)? {
            let Ok(parsed) = self.parse_revision(id, revision.id) else { continue };
            let changes = compare(&before, &parsed.draft);
            before = parsed.draft;
            history.push(Restorable { revision, changes });
        }
        history.reverse();
        Ok(history)
    }

    /// The draft as a revision has it.
    ///
    /// # Errors
    /// [`StoreError::Gone`] if there is no such revision, [`StoreError::Damaged`] or [`StoreError::Disk`].
    pub fn revision(&self, id: DraftId, revision: Stamp) -> Result<Draft, StoreError> {
        self.parse_revision(id, revision).map(|parsed| parsed.draft)
    }

    /// Makes a revision the draft's content again. What it had before is kept as a revision of its own.
    ///
    /// # Errors
    /// As [`Store::revision`] and [`Store::save`].
    pub fn restore(&self, id: DraftId, revision: Stamp, base: &Version) -> Result<Version, StoreError> {
        let earlier = self.revision(id, revision)?;
        self.while_held(id, || {
            self.keep_revision(id);
            let version = self.save_held(id, &earlier, base, Kind::Whole)?;
            self.keep_revision(id);
            Ok(version)
        })
    }

    /// The revisions, the oldest first.
    fn revisions(&self, id: DraftId) -> Result<Vec<Revision>, StoreError> {
        let folder = self.folder.history(id);
        let listed = self.disk.names(&folder);
        let names = listed.map_err(|error| DiskError::new(Doing::Reading, &folder, &error))?;
        let mut stamps: Vec<Stamp> = names
            .iter()
            .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".json")?.parse().ok())
            .collect();
        stamps.sort_unstable();
        Ok(stamps.into_iter().map(|stamp| Revision { id: stamp, when: stamp.when() }).collect())
    }

    /// The bytes of a revision.
    pub(super) fn revision_file(&self, id: DraftId, stamp: Stamp) -> Result<Vec<u8>, StoreError> {
        let path = self.folder.revision(id, stamp);
        if path.exists() { Ok(self.read(&path)?) } else { Err(StoreError::Gone) }
    }

    fn parse_revision(&self, id: DraftId, stamp: Stamp) -> Result<Parsed, StoreError> {
        Draft::parse(&self.revision_file(id, stamp)?)
            .map_err(|reason| StoreError::Damaged { reason, good: None })
    }

    /// The newest revision that can be read, to offer in a damaged draft's place.
    pub(super) fn newest_good_revision(&self, id: DraftId) -> Option<Revision> {
        let revisions = self.revisions(id).ok()?;
        revisions.into_iter().rev().find(|revision| self.parse_revision(id, revision.id).is_ok())
    }

    /// Keeps the draft's file as a revision if it can be read and no revision holds the same. That there is
    /// none is no reason to stop what the student is doing.
    pub(super) fn keep_revision(&self, id: DraftId) {
        if let Ok(bytes) = self.disk.read(&self.folder.draft(id))
            && Draft::parse(&bytes).is_ok()
        {
            let _ = self.write_revision(id, &bytes);
        }
    }

    /// Keeps what was just saved as a revision if the last one is old enough.
    pub(super) fn keep_revision_if_due(&self, id: DraftId, bytes: &[u8]) {
        let newest = self.revisions(id).ok().and_then(|mut revisions| revisions.pop());
        if newest.is_none_or(|newest| (self.now() - newest.when).abs() >= DUE) {
            let _ = self.write_revision(id, bytes);
        }
    }

    /// Keeps these bytes as the newest revision, unless it is that already, and thins the others.
    pub(super) fn write_revision(&self, id: DraftId, bytes: &[u8]) -> Result<(), StoreError> {
        let revisions = self.revisions(id)?;
        let newest = revisions.last().map(|revision| revision.id);
        if newest.is_some_and(|newest| {
            self.read(&self.folder.revision(id, newest)).is_ok_and(|kept| kept == bytes)
        }) {
            return Ok(());
        }
        let stamp = Stamp::after(newest, self.now());
        let path = self.folder.revision(id, stamp);
        let written = self
            .make_part("history")
            .and_then(|()| self.disk.make_folder(&self.folder.history(id)))
            .and_then(|()| self.disk.write(&path, bytes, Manner::kept(self.now().into())));
        written.map_err(|error| DiskError::new(Doing::Saving, &path, &error))?;
        self.thin(id);
        Ok(())
    }

    fn thin(&self, id: DraftId) {
        let folder = self.folder.history(id);
        let Ok(revisions) = self.revisions(id) else { return };
        for stamp in surplus(&revisions, self.now()) {
            let _ = self.disk.remove(&self.folder.revision(id, stamp));
        }
        let mut room = ROOM;
        let mut files: Vec<_> = self.disk.names(&folder).unwrap_or_default();
        files.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.file_name()));
        for (nth, entry) in files.iter().enumerate() {
            let left_over = entry.file_name().to_str().is_some_and(|name| name.starts_with(TEMPORARY));
            room = room.saturating_sub(entry.metadata().map_or(0, |file| file.len()));
            if left_over || (room == 0 && nth > 0) {
                let _ = self.disk.remove(&entry.path());
            }
        }
    }
}

/// How many of the last hour's revisions stay whatever lies between them: opening, closing and restoring a
/// draft keep one each.
const RECENT: usize = 60;

/// The revisions that have one beside them that is near enough: those of the last hour stay, then one in five
/// minutes for a day, one a day for a month, one a week. Of those near each other the newest stays.
fn surplus(oldest_first: &[Revision], now: DateTime<Utc>) -> Vec<Stamp> {
    let (hour, day, week) = (TimeDelta::hours(1), TimeDelta::days(1), TimeDelta::weeks(1));
    let mut taken = HashSet::new();
    let old = oldest_first
        .iter()
        .rev()
        .enumerate()
        .filter(|(nth, revision)| *nth >= RECENT || now - revision.when >= hour);
    old.filter(|(_, revision)| {
        let width = match now - revision.when {
            age if age < day => DUE,
            age if age < day * 30 => day,
            _ => week,
        };
        !taken.insert((width, revision.when.timestamp().div_euclid(width.num_seconds())))
    })
    .map(|(_, revision)| revision.id)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revisions_grow_thinner_with_age() {
        // A change an hour for eighty-eight days and every five minutes for two, thinned as it goes.
        let mut now: DateTime<Utc> = "2026-11-22T12:15:30Z".parse().unwrap();
        let mut kept: Vec<Revision> = Vec::new();
        for turn in 0..88 * 24 + 2 * 288 {
            now += if turn < 88 * 24 { TimeDelta::hours(1) } else { DUE };
            let id = Stamp::after(kept.last().map(|newest| newest.id), now);
            kept.push(Revision { id, when: now });
            let gone: HashSet<Stamp> = surplus(&kept, now).into_iter().collect();
            kept.retain(|revision| !gone.contains(&revision.id));
        }
        let count = |from: TimeDelta, to: TimeDelta| {
            kept.iter().filter(|revision| (from..to).contains(&(now - revision.when))).count()
        };
        let day = TimeDelta::days(1);
        assert_eq!(count(TimeDelta::zero(), day), 24 * 12);
        assert!((29..=30).contains(&count(day, day * 30)), "{}", count(day, day * 30));
        assert!((8..=10).contains(&count(day * 30, day * 90)), "{}", count(day * 30, day * 90));
        assert!(kept.is_sorted_by_key(|revision| revision.id));
    }

    #[test]
    fn of_revisions_near_each_other_the_newest_stays() {
        let now: DateTime<Utc> = "2026-11-22T12:00:00Z".parse().unwrap();
        let mut revisions: Vec<Revision> = Vec::new();
        for minutes_ago in [120, 119, 118, 59, 58, 57, -5] {
            let when = now - TimeDelta::minutes(minutes_ago);
            let id = Stamp::after(revisions.last().map(|last| last.id), when);
            revisions.push(Revision { id, when });
        }
        assert_eq!(surplus(&revisions, now), [revisions[1].id, revisions[0].id]);

        let at_once: Vec<Revision> =
            (0..100).map(|number| Revision { id: Stamp::numbered(number, now), when: now }).collect();
        assert_eq!(surplus(&at_once, now).len(), 100 - RECENT - 1);
    }
}
