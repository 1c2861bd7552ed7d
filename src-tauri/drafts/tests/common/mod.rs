//! A data folder of its own for each test, with a clock that stands still until it is moved.
#![allow(dead_code, clippy::unwrap_used, unreachable_pub, reason = "a test, and each file uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use startline_drafts::{Clock, Draft, DraftId, Faults, Outside, Store};

/// A data folder and its clock.
pub struct Clockwork {
    folder: tempfile::TempDir,
    time: Arc<Mutex<DateTime<Utc>>>,
}

impl Clockwork {
    pub fn new() -> Self {
        let time = "2026-11-22T12:15:00Z".parse().unwrap();
        Self { folder: folder(), time: Arc::new(Mutex::new(time)) }
    }

    /// The data folder.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn draft(&self, id: DraftId) -> PathBuf {
        self.path().join("drafts").join(format!("{id}.json"))
    }

    /// Opens the folder, as another start of the app or another running copy does.
    pub fn store(&self) -> Store {
        self.store_with(None)
    }

    pub fn store_with(&self, faults: Option<Faults>) -> Store {
        let time = Arc::clone(&self.time);
        let clock: Clock = Arc::new(move || *time.lock().unwrap());
        Store::open_with(&self.path(), Outside { clock, faults }).unwrap()
    }

    pub fn now(&self) -> DateTime<Utc> {
        *self.time.lock().unwrap()
    }

    /// Moves the clock, backwards too.
    pub fn wait(&self, time: TimeDelta) {
        *self.time.lock().unwrap() += time;
    }

    /// Every file in the data folder but those of the locks and the index, which come and go.
    pub fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        walk(&self.path(), &mut |path| {
            let name = path.strip_prefix(self.path()).unwrap().display().to_string();
            if path.is_file() && !name.starts_with("locks") && name != "index.json" {
                files.push(name);
            }
        });
        files.sort();
        files
    }
}

/// A folder in memory where the system has one: these tests are not about how slow a disk is.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// Every file and folder below a folder.
pub fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        visit(&path);
        if path.is_dir() {
            walk(&path, visit);
        }
    }
}

pub fn titled(title: &str) -> Draft {
    Draft { title: title.into(), ..Draft::default() }
}
