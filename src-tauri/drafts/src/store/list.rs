//! The list of drafts, quick even when there are ten thousand.

use std::collections::{HashMap, HashSet};
use std::fs::DirEntry;
use std::path::Path;
use std::sync::{MutexGuard, PoisonError};
use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use startline_engine::Choice;

use super::{DraftId, Stamp, Store, StoreError};
use crate::disk::Manner;
use crate::{DiskError, Doing, Draft, FORMAT};

/// A draft as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Summary {
    /// Its name.
    pub id: DraftId,
    /// What the student calls it; empty where they gave no title.
    pub title: String,
    /// When it was last saved.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub changed: DateTime<Utc>,
    /// The start date it states, if any.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub start: Option<NaiveDate>,
    /// The end date it states, if any.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub end: Option<NaiveDate>,
    /// The employer it counts towards.
    pub employer: Option<String>,
    /// Its place among the applications to that employer.
    pub place: Option<u32>,
    /// When a copy was first sent from it, if one was.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub sent: Option<DateTime<Utc>>,
    /// Whether it can be opened.
    pub state: State,
}

/// Whether a draft can be opened, as far as the list looks into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum State {
    /// It can.
    Good,
    /// A newer version of Startline wrote it: it can be read.
    Newer,
    /// Its file is damaged; opening it offers the newest good revision.
    Damaged,
    /// The disk doesn't give its file now, as where another program has it open.
    Unread,
}

/// What is in the folder of drafts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Listing {
    /// The drafts, the last saved first.
    pub drafts: Vec<Summary>,
    /// Copies of a draft that a synced drive made because two computers changed it.
    pub copies: Vec<ConflictCopy>,
}

/// A file that a synced drive put beside a draft because two computers changed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct ConflictCopy {
    /// The draft it is a copy of.
    pub of: DraftId,
    /// The name of its file, by which it is taken over.
    pub name: String,
    /// When it was saved.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub changed: DateTime<Utc>,
}

/// What was seen of each draft's file, and the length and time that the file had then.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Index {
    format: u32,
    seen: HashMap<DraftId, Seen>,
    /// When the first copy of a draft was sent, which never changes once it was.
    #[serde(default)]
    sent: HashMap<DraftId, DateTime<Utc>>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Seen {
    length: u64,
    modified: u64,
    glance: Glance,
    state: State,
}

/// What the list shows of a draft's file; the rest of the file is passed over unread.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Glance {
    #[serde(skip_serializing)]
    startline: u32,
    title: String,
    stated: Option<Choice>,
    employer: Option<String>,
    place: Option<u32>,
}

impl Glance {
    fn summary(
        self,
        id: DraftId,
        changed: DateTime<Utc>,
        sent: Option<DateTime<Utc>>,
        state: State,
    ) -> Summary {
        let Self { title, stated, employer, place, .. } = self;
        let (start, end) = (stated.map(|stated| stated.start), stated.map(|stated| stated.end));
        Summary { id, title, changed, start, end, employer, place, sent, state }
    }
}

/// Files whose list entry is out of date, before the index is written anew.
const STALE: usize = 32;

impl Store {
    /// The drafts, the last saved first.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if the folder can't be listed.
    pub fn list(&self) -> Result<Listing, StoreError> {
        let folder = self.folder.drafts();
        let reading = |error| DiskError::new(Doing::Reading, &folder, &error);
        let entries = self.disk.names(&folder).map_err(reading)?;
        if entries.is_empty() && !folder.is_dir() {
            return Err(reading(std::io::ErrorKind::NotFound.into()).into());
        }
        let mut listing = Listing::default();
        let mut files = Vec::with_capacity(entries.len());
        for (entry, file) in entries.iter().zip(looked_after(&entries)) {
            let name = entry.file_name();
            let Some((id, rest)) = name.to_str().and_then(DraftId::begins) else { continue };
            let Some(file) = file else { continue };
            match rest {
                ".json" => files.push((id, file)),
                copy if copy.ends_with(".json") => listing.copies.push(ConflictCopy {
                    of: id,
                    name: name.to_string_lossy().into_owned(),
                    changed: file.changed(),
                }),
                _ => {}
            }
        }
        listing.drafts = self.summaries(&files);
        Ok(listing)
    }

    fn summaries(&self, files: &[(DraftId, Found)]) -> Vec<Summary> {
        let mut index = self.index();
        let index = index.get_or_insert_with(|| self.read_index());
        let newly_sent = self.look_for_sent(&mut index.sent);
        let stale: Vec<DraftId> = files
            .iter()
            .filter(|(id, file)| index.seen.get(id).is_none_or(|seen| !file.is(seen)))
            .map(|(id, _)| *id)
            .collect();
        let found: HashMap<DraftId, Found> = files.iter().copied().collect();
        let mut unread = Vec::new();
        for (id, seen) in self.each(&stale, |id| self.glance(id)) {
            let Some(file) = found.get(&id) else { continue };
            let (glance, state) = seen.unwrap_or_else(|| {
                unread.push(id);
                (Glance::default(), State::Unread)
            });
            let seen = Seen { length: file.length, modified: file.nanoseconds(), glance, state };
            index.seen.insert(id, seen);
        }
        index.seen.retain(|id, _| found.contains_key(id));
        if stale.len() + newly_sent >= STALE && unread.is_empty() {
            self.write_index(index);
        }
        let mut drafts: Vec<Summary> = files
            .iter()
            .filter_map(|(id, file)| {
                let Seen { glance, state, .. } = index.seen.get(id)?;
                Some(glance.clone().summary(*id, file.changed(), index.sent.get(id).copied(), *state))
            })
            .collect();
        // The disk may give tomorrow what it refused today, though the file has not changed.
        for id in unread {
            index.seen.remove(&id);
        }
        drafts.sort_unstable_by_key(|draft| (std::cmp::Reverse(draft.changed), draft.id));
        drafts
    }

    /// One draft, as the list shows it.
    ///
    /// # Errors
    /// [`StoreError::Gone`] if its file is not there.
    pub fn summary(&self, id: DraftId) -> Result<Summary, StoreError> {
        let about = std::fs::metadata(self.folder.draft(id)).map_err(|_| StoreError::Gone)?;
        let (glance, state) = self.glance(id).unwrap_or((Glance::default(), State::Unread));
        let changed = about.modified().map_or_else(|_| self.now(), DateTime::from);
        let sent = self.first_sent_in(&self.folder.sent(id));
        Ok(glance.summary(id, changed, sent, state))
    }

    /// What `look` finds in each of these drafts, in their order, on all processors where there are many.
    pub(super) fn each<T: Send>(
        &self,
        ids: &[DraftId],
        look: impl Fn(DraftId) -> T + Sync,
    ) -> Vec<(DraftId, T)> {
        let part = |ids: &[DraftId]| ids.iter().map(|id| (*id, look(*id))).collect::<Vec<_>>();
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        if ids.len() < 2 * STALE {
            return part(ids);
        }
        std::thread::scope(|scope| {
            let part = &part;
            let parts: Vec<_> =
                ids.chunks(ids.len().div_ceil(workers)).map(|ids| scope.spawn(move || part(ids))).collect();
            parts.into_iter().filter_map(|part| part.join().ok()).flatten().collect()
        })
    }

    /// What a draft's file says at a glance; `None` where the disk does not give it.
    fn glance(&self, id: DraftId) -> Option<(Glance, State)> {
        let bytes = self.disk.read(&self.folder.draft(id)).ok()?;
        if let Ok(glance) = serde_json::from_slice::<Glance>(&bytes)
            && glance.startline == FORMAT
        {
            return Some((glance, State::Good));
        }
        // Anything unusual is read as opening it would.
        let Ok(parsed) = Draft::parse(&bytes) else { return Some((Glance::default(), State::Damaged)) };
        let state = if parsed.is_newer() { State::Newer } else { State::Good };
        let Draft { startline, title, stated, employer, place, .. } = parsed.draft;
        Some((Glance { startline, title, stated, employer, place }, state))
    }

    /// Brings what is known of sent copies up to date, and gives the number of drafts that were looked into.
    fn look_for_sent(&self, sent: &mut HashMap<DraftId, DateTime<Utc>>) -> usize {
        let folders = self.disk.names(&self.folder.root().join("sent")).unwrap_or_default();
        let there: HashSet<DraftId> =
            folders.iter().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
        sent.retain(|id, _| there.contains(id));
        let unknown: Vec<DraftId> = there.into_iter().filter(|id| !sent.contains_key(id)).collect();
        let first = self.each(&unknown, |id| self.first_sent_in(&self.folder.sent(id)));
        sent.extend(first.into_iter().filter_map(|(id, first)| Some((id, first?))));
        unknown.len()
    }

    /// When the first copy in a folder of sent ones was. Bytes without their record were not kept to the end.
    fn first_sent_in(&self, folder: &Path) -> Option<DateTime<Utc>> {
        let names = self.disk.names(folder).ok()?;
        let stamp = |entry: &DirEntry| entry.file_name().to_str()?.strip_suffix(".json")?.parse().ok();
        names.iter().filter_map(stamp).min().map(Stamp::when)
    }

    /// Has the list look into a draft's file again, whatever time and length the file has.
    pub(super) fn forget(&self, id: DraftId) {
        let mut index = self.index();
        index.get_or_insert_with(|| self.read_index()).seen.remove(&id);
    }

    fn read_index(&self) -> Index {
        let bytes = self.disk.read(&self.folder.index()).unwrap_or_default();
        let index: Index = serde_json::from_slice(&bytes).unwrap_or_default();
        if index.format == FORMAT { index } else { Index { format: FORMAT, ..Index::default() } }
    }

    fn write_index(&self, index: &Index) {
        // Without it the next start reads every draft: slower, and no reason to bother the student.
        if let Ok(bytes) = serde_json::to_vec(index) {
            let _ = self.disk.write(&self.folder.index(), &bytes, Manner::CACHE);
        }
    }

    fn index(&self) -> MutexGuard<'_, Option<Index>> {
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// So many threads wait for the disk at once: after a restart of the computer it is asked about every file.
const WAITING: usize = 8;

/// Each entry's length and time, in their order.
fn looked_after(entries: &[DirEntry]) -> Vec<Option<Found>> {
    if entries.len() < 2 * STALE {
        return entries.iter().map(Found::of).collect();
    }
    let mut found = vec![None; entries.len()];
    let length = entries.len().div_ceil(WAITING);
    std::thread::scope(|scope| {
        for (entries, found) in entries.chunks(length).zip(found.chunks_mut(length)) {
            scope.spawn(move || {
                for (entry, found) in entries.iter().zip(found) {
                    *found = Found::of(entry);
                }
            });
        }
    });
    found
}

/// A file's length and time.
#[derive(Clone, Copy)]
struct Found {
    length: u64,
    modified: SystemTime,
}

impl Found {
    fn of(entry: &DirEntry) -> Option<Self> {
        let file = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
        Some(Self { length: file.len(), modified: file.modified().ok()? })
    }

    fn is(&self, seen: &Seen) -> bool {
        self.length == seen.length && self.nanoseconds() == seen.modified
    }

    fn nanoseconds(&self) -> u64 {
        let since = self.modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
    }

    fn changed(&self) -> DateTime<Utc> {
        self.modified.into()
    }
}
