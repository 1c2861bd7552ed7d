//! The student's desk: the drafts on this computer, as the window opens, saves and lists them.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use serde::Serialize;
use startline_drafts::{Draft, DraftId, Settings, Store, StoreError, Summary, Version, default_folder};

use crate::drafts::named;
use crate::{Code, Failure};

/// The drafts and settings of this computer, for one window.
///
/// Where the data folder can't be used the window opens all the same: what is typed stays on the screen, and
/// every save says why it failed.
pub struct Desk {
    store: Result<Store, Failure>,
    /// The version that each open draft had when it was last read or saved here.
    versions: Mutex<HashMap<DraftId, Version>>,
}

/// What the window needs to open.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Boot {
    /// The program's version.
    pub version: &'static str,
    /// Today, on this computer.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub today: NaiveDate,
    /// Whether keys are named as on a Mac.
    pub mac: bool,
    /// The drafts, the last saved first.
    pub drafts: Vec<Summary>,
    /// What holds for every draft.
    pub settings: Settings,
    /// The draft to open first: the last saved.
    pub last: Option<DraftId>,
    /// Where everything is kept; only to be read.
    pub data_folder: Option<String>,
    /// What the student should know at once, such as a data folder that can't be written to.
    pub notices: Vec<String>,
}

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
    /// The list, with this draft in it.
    pub drafts: Vec<Summary>,
}

impl Desk {
    /// The desk in this account's data folder.
    #[must_use]
    pub fn open_default() -> Self {
        let store = default_folder().and_then(|folder| Store::open(&folder));
        Self { store: store.map_err(Failure::from), versions: Mutex::default() }
    }

    /// The desk in a folder.
    #[must_use]
    pub fn open_at(folder: &Path) -> Self {
        Self { store: Store::open(folder).map_err(Failure::from), versions: Mutex::default() }
    }

    /// Everything the window shows first. It never fails: what is wrong becomes a notice.
    #[must_use]
    pub fn boot(&self, today: NaiveDate) -> Boot {
        let mut notices = Vec::new();
        let mut said = |failure: Failure| notices.push(failure.message);
        let drafts = self.list().unwrap_or_else(|failure| {
            said(failure);
            Vec::new()
        });
        let settings = self.store().and_then(|store| Ok(store.settings()?)).unwrap_or_default();
        Boot {
            version: env!("CARGO_PKG_VERSION"),
            today,
            mac: cfg!(target_os = "macos"),
            last: drafts.first().map(|draft| draft.id),
            drafts,
            settings,
            data_folder: self.data_folder().ok().map(|folder| folder.display().to_string()),
            notices,
        }
    }

    /// The drafts, the last saved first.
    ///
    /// # Errors
    /// A sentence where the folder can't be listed.
    pub fn list(&self) -> Result<Vec<Summary>, Failure> {
        Ok(self.store()?.list()?.drafts)
    }

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

    /// Opens a draft. One that another running copy edits, or that a newer version wrote, can only be read.
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

    /// Saves a draft that was opened here.
    ///
    /// # Errors
    /// A sentence where it can't be saved, or was changed elsewhere. What is on the disk is unchanged then.
    pub fn save(&self, id: &str, draft: &Draft) -> Result<Summary, Failure> {
        let id = parsed(id)?;
        // Kept while it saves: two saves of one draft go one after the other.
        let mut versions = self.versions();
        let base = versions.get(&id).ok_or(StoreError::Changed)?;
        let version = self.store()?.save(id, draft, base)?;
        versions.insert(id, version);
        drop(versions);
        let saved = self.list()?.into_iter().find(|each| each.id == id);
        saved.ok_or_else(|| StoreError::Gone.into())
    }

    /// Puts a draft into the bin.
    ///
    /// # Errors
    /// A sentence where that can't be done.
    pub fn delete(&self, id: &str) -> Result<Vec<Summary>, Failure> {
        self.store()?.delete(parsed(id)?)?;
        self.list()
    }

    /// Takes a draft out of the bin.
    ///
    /// # Errors
    /// A sentence where that can't be done.
    pub fn restore(&self, id: &str) -> Result<Vec<Summary>, Failure> {
        self.store()?.undelete(parsed(id)?)?;
        self.list()
    }

    /// Opens a copy of a draft.
    ///
    /// # Errors
    /// A sentence where it can't be read or the copy can't be saved.
    pub fn duplicate(&self, id: &str) -> Result<Opened, Failure> {
        let copy = self.store()?.duplicate(parsed(id)?)?;
        self.opened(copy)
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// A sentence where they can't be saved.
    pub fn save_settings(&self, settings: Settings) -> Result<Settings, Failure> {
        self.store()?.save_settings(&settings)?;
        Ok(settings)
    }

    /// Where everything is kept.
    ///
    /// # Errors
    /// A sentence where the folder can't be used.
    pub fn data_folder(&self) -> Result<&Path, Failure> {
        Ok(self.store()?.folder())
    }

    fn opened(&self, opened: startline_drafts::Opened) -> Result<Opened, Failure> {
        let store = self.store()?;
        let held = if opened.newer {
            Err(Failure {
                code: Code::NewerFormat,
                message: StoreError::Newer { format: opened.draft.startline }.to_string(),
            })
        } else {
            store.hold(opened.id).map_err(Failure::from)
        };
        self.versions().insert(opened.id, opened.version);
        Ok(Opened { id: opened.id, draft: opened.draft, read_only: held.err(), drafts: self.list()? })
    }

    fn store(&self) -> Result<&Store, Failure> {
        self.store.as_ref().map_err(Failure::clone)
    }

    fn versions(&self) -> MutexGuard<'_, HashMap<DraftId, Version>> {
        self.versions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn parsed(id: &str) -> Result<DraftId, Failure> {
    id.parse().map_err(Failure::other)
}
