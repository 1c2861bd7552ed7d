//! The drafts of this computer: one file each, in one folder.

mod archive;
mod bin;
mod damage;
mod error;
mod exchange;
mod folder;
mod history;
mod hold;
mod id;
mod list;
mod search;
mod sent;
mod stamp;
mod undo;
mod version;

pub use archive::Archived;
pub use bin::Deleted;
pub use error::StoreError;
pub use folder::{DATA_VARIABLE, default_folder};
pub use history::{Restorable, Revision};
pub use id::{DraftId, NotAnId};
pub use list::{ConflictCopy, Listing, State, Summary};
pub use sent::{Sent, SentAs};
pub use stamp::Stamp;
pub(crate) use stamp::time_in_name;
pub use undo::Undoable;
pub use version::Version;

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::disk::{Disk, Manner, TEMPORARY};
use crate::{DiskError, Doing, Draft, FORMAT, Faults, Parsed};
use folder::{FOLDERS, Folder};
use hold::Hold;
use list::Index;
use undo::Kind;

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// What the store takes from outside itself.
#[derive(Clone)]
pub struct Outside {
    /// The clock that revisions, the bin and sent copies go by.
    pub clock: Clock,
    /// The faults that a test plants in the disk.
    pub faults: Option<Faults>,
}

impl Default for Outside {
    fn default() -> Self {
        Self { clock: Arc::new(|| SystemTime::now().into()), faults: None }
    }
}

/// The drafts of this computer. It may be shared between threads, and several running copies may have the
/// same folder open.
///
/// ```
/// use startline_drafts::{Draft, Store};
/// # let folder = tempfile::tempdir()?;
/// let store = Store::open(folder.path())?;
/// let made = store.create(Draft { title: "TikTok".into(), ..Draft::default() })?;
///
/// let mut draft = made.draft;
/// draft.title = "TikTok, Ads".into();
/// store.save(made.id, &draft, &made.version)?;
/// assert_eq!(store.load(made.id)?.draft.title, "TikTok, Ads");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Store {
    pub(crate) folder: Folder,
    pub(crate) disk: Disk,
    clock: Clock,
    /// Kept while something is changed.
    alone: Mutex<()>,
    held: Mutex<HashMap<DraftId, Hold>>,
    /// What a save that failed may have left on the disk all the same.
    unsure: Mutex<HashMap<DraftId, Unsure>>,
    index: Mutex<Option<Index>>,
}

/// A save that failed: whether its new name is on the disk for good is not known.
struct Unsure {
    /// What the file holds then, one or the other.
    either: [Version; 2],
    /// The draft that the student had before, and goes on from.
    was: Draft,
}

/// A draft as it stands in its file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Its name.
    pub id: DraftId,
    /// What the student put in.
    pub draft: Draft,
    /// What the file holds: [`Store::save`] takes it back to see that nobody else changed it.
    pub version: Version,
    /// Whether a newer version of Startline wrote it, so that it can only be read.
    pub newer: bool,
}

impl Store {
    /// Opens the data folder, made if it is missing. What is there and can't be written is still read.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if there is no folder and none can be made.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_with(folder, Outside::default())
    }

    /// As [`Store::open`], with a clock and a disk of the caller's.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_with(folder: &Path, outside: Outside) -> Result<Self, StoreError> {
        let store = Self {
            folder: Folder::new(folder),
            disk: Disk { faults: outside.faults },
            clock: outside.clock,
            alone: Mutex::default(),
            held: Mutex::default(),
            unsure: Mutex::default(),
            index: Mutex::default(),
        };
        let opening = |error| DiskError::new(Doing::Opening, folder, &error);
        store.disk.make_folders(folder).map_err(opening)?;
        for part in FOLDERS {
            let made = store.make_part(part);
            // A drive that can only be read may lack the others: saving says so.
            if part == "drafts" {
                made.map_err(opening)?;
            }
        }
        store.disk.names(&store.folder.drafts()).map_err(opening)?;
        store.sweep();
        store.empty_bin_of_the_old();
        Ok(store)
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.root()
    }

    /// Keeps a new draft.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if it can't be written, and [`StoreError::NoChance`].
    pub fn create(&self, draft: Draft) -> Result<Opened, StoreError> {
        let draft = Draft { startline: FORMAT, ..draft };
        let id = DraftId::random().map_err(|_| StoreError::NoChance)?;
        let version = self.write_draft(id, draft.to_json().as_bytes())?;
        Ok(Opened { id, draft, version, newer: false })
    }

    /// A draft, as it stands in its file.
    ///
    /// # Errors
    /// [`StoreError::Gone`], [`StoreError::Damaged`] with the newest revision that can be read, or
    /// [`StoreError::Disk`].
    pub fn load(&self, id: DraftId) -> Result<Opened, StoreError> {
        let (parsed, version) = self.read_draft(id)?;
        let newer = parsed.is_newer();
        Ok(Opened { id, draft: parsed.draft, version, newer })
    }

    /// Saves a draft over the version that it was made from, and gives the version that the file has then.
    /// When it returns, the draft is on the disk; when it fails, the file is as it was.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if the file no longer has that version, [`StoreError::Held`] and
    /// [`StoreError::TakenOver`] if another running copy edits it, [`StoreError::Newer`],
    /// [`StoreError::Gone`], [`StoreError::Damaged`] or [`StoreError::Disk`].
    pub fn save(&self, id: DraftId, draft: &Draft, base: &Version) -> Result<Version, StoreError> {
        self.while_held(id, || self.save_held(id, draft, base, Kind::Edit))
    }

    /// As [`Store::save`], for a change that undo takes back by itself, however soon it follows another.
    ///
    /// # Errors
    /// As [`Store::save`].
    pub fn save_whole(&self, id: DraftId, draft: &Draft, base: &Version) -> Result<Version, StoreError> {
        self.while_held(id, || self.save_held(id, draft, base, Kind::Whole))
    }

    fn save_held(
        &self,
        id: DraftId,
        draft: &Draft,
        base: &Version,
        kind: Kind,
    ) -> Result<Version, StoreError> {
        let (version, was) = self.put(id, draft, base)?;
        self.remember(id, &was, &Draft { startline: FORMAT, ..draft.clone() }, kind);
        Ok(version)
    }

    /// Writes a held draft over its base, and gives what it was before.
    fn put(&self, id: DraftId, draft: &Draft, base: &Version) -> Result<(Version, Draft), StoreError> {
        let (parsed, version) = self.read_draft(id).map_err(StoreError::while_saving)?;
        if parsed.is_newer() || draft.startline > FORMAT {
            return Err(StoreError::Newer { format: parsed.format.max(draft.startline) });
        }
        let was = if version == *base {
            parsed.draft.clone()
        } else {
            self.before_failing(id, &version).ok_or(StoreError::Changed)?
        };
        self.keep_if_older(id, &parsed)?;
        let now = Draft { startline: FORMAT, ..draft.clone() }.to_json_keeping(&parsed);
        if Version::of(now.as_bytes()) == version && !self.unsure().contains_key(&id) {
            return Ok((version, was));
        }
        let written = self.write_draft(id, now.as_bytes());
        if written.is_err() {
            let either = [version, Version::of(now.as_bytes())];
            self.unsure().insert(id, Unsure { either, was: was.clone() });
        }
        let version = written?;
        self.keep_revision_if_due(id, now.as_bytes());
        Ok((version, was))
    }

    /// The draft that the student still has, where the file holds what a save that failed left in its place.
    fn before_failing(&self, id: DraftId, there: &Version) -> Option<Draft> {
        let unsure = self.unsure();
        unsure.get(&id).filter(|unsure| unsure.either.contains(there)).map(|unsure| unsure.was.clone())
    }

    /// Makes a draft of the same content.
    ///
    /// # Errors
    /// As [`Store::load`] and [`Store::create`].
    pub fn duplicate(&self, id: DraftId) -> Result<Opened, StoreError> {
        let (parsed, _) = self.read_draft(id)?;
        if parsed.is_newer() {
            return Err(StoreError::Newer { format: parsed.format });
        }
        let title = format!("{} (copy)", parsed.draft.title).trim().to_owned();
        let copy = Draft { title, place: None, ..parsed.draft.clone() };
        let id = DraftId::random().map_err(|_| StoreError::NoChance)?;
        let version = self.write_draft(id, copy.to_json_keeping(&parsed).as_bytes())?;
        Ok(Opened { id, draft: copy, version, newer: false })
    }

    /// Gives a draft another title.
    ///
    /// # Errors
    /// As [`Store::load`] and [`Store::save`].
    pub fn rename(&self, id: DraftId, title: &str) -> Result<Version, StoreError> {
        self.change(id, |draft| title.clone_into(&mut draft.title))
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, DiskError> {
        self.disk.read(path).map_err(|error| DiskError::new(Doing::Reading, path, &error))
    }

    /// The draft's file, read, and the version it has.
    fn read_draft(&self, id: DraftId) -> Result<(Parsed, Version), StoreError> {
        let path = self.folder.draft(id);
        let bytes = match self.disk.read(&path) {
            // A file that is missing was deleted; a missing folder is another matter.
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.folder.drafts().is_dir() => {
                return Err(StoreError::Gone);
            }
            read => read.map_err(|error| DiskError::new(Doing::Reading, &path, &error))?,
        };
        let parsed = Draft::parse(&bytes)
            .map_err(|reason| StoreError::Damaged { reason, good: self.newest_good_revision(id) })?;
        Ok((parsed, Version::of(&bytes)))
    }

    /// Fails if the draft's file is missing; that its folder is missing is told by what comes next.
    fn check_there(&self, id: DraftId) -> Result<(), StoreError> {
        let gone = !self.folder.draft(id).exists() && self.folder.drafts().is_dir();
        if gone { Err(StoreError::Gone) } else { Ok(()) }
    }

    /// Writes the draft's file, for good when it returns.
    fn write_draft(&self, id: DraftId, bytes: &[u8]) -> Result<Version, StoreError> {
        let path = self.folder.draft(id);
        self.forget(id);
        let written = self.disk.write(&path, bytes, Manner::kept(self.now().into()));
        written.map_err(|error| DiskError::new(Doing::Saving, &path, &error))?;
        self.unsure().remove(&id);
        Ok(Version::of(bytes))
    }

    /// Makes one of the folders in the data folder. The data folder itself is not made anew: where it has
    /// vanished, its drive has, and the student should know.
    fn make_part(&self, part: &str) -> io::Result<()> {
        self.disk.make_folder(&self.folder.root().join(part))
    }

    /// Removes what writes that were cut off left behind.
    fn sweep(&self) {
        for part in ["", "drafts", "undo", "aside"] {
            self.sweep_folder(&self.folder.root().join(part));
        }
    }

    fn sweep_folder(&self, folder: &Path) {
        const HOUR: u64 = 60 * 60;
        // By the clock that files get their times from: another copy's file, at work, is young by it.
        let now = SystemTime::from(self.now());
        for entry in self.disk.names(folder).unwrap_or_default() {
            let old = || now.duration_since(entry.metadata().ok()?.modified().ok()?).ok();
            let temporary = entry.file_name().to_str().is_some_and(|name| name.starts_with(TEMPORARY));
            // A young one may be another copy's, at work.
            if temporary && old().is_some_and(|age| age.as_secs() > HOUR) {
                let _ = self.disk.remove(&entry.path());
            }
        }
    }

    fn held(&self) -> MutexGuard<'_, HashMap<DraftId, Hold>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn unsure(&self) -> MutexGuard<'_, HashMap<DraftId, Unsure>> {
        self.unsure.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
