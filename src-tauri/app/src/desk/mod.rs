//! The student's desk: everything that is kept on this computer, as the window uses it.

mod applications;
mod boot;
mod data;
mod exchange;
mod history;
mod lost;
mod open;
mod sent;
mod suggested;

pub use applications::{Applications, Counted};
pub use boot::Boot;
pub use exchange::{Brought, write_draft};
pub use history::Returned;
pub use lost::Damage;
pub use open::{Opened, Saved};
pub use sent::SentCopy;
pub use suggested::Suggested;

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use startline_drafts::{DraftId, Store, Version, default_folder};

use crate::Failure;
use applications::Limits;
use suggested::Suggestions;

/// The drafts and settings of this computer, for one window.
///
/// Where the data folder can't be used the window opens all the same: what is typed stays on the screen, and
/// every save says why it failed.
pub struct Desk {
    store: Result<Store, Failure>,
    /// The version that each open draft had when it was last read or saved here.
    versions: Mutex<HashMap<DraftId, Version>>,
    /// The draft in the window: the one that this copy keeps others from editing.
    at_hand: Mutex<Option<DraftId>>,
    limits: Limits,
    suggestions: Suggestions,
    /// Whether the student had everything deleted: nothing is written any more.
    deleted: AtomicBool,
}

impl Desk {
    /// The desk in this account's data folder.
    #[must_use]
    pub fn open_default() -> Self {
        Self::of(default_folder().and_then(|folder| Store::open(&folder)).map_err(Failure::from))
    }

    /// The desk in a folder.
    #[must_use]
    pub fn open_at(folder: &Path) -> Self {
        Self::of(Store::open(folder).map_err(Failure::from))
    }

    fn of(store: Result<Store, Failure>) -> Self {
        Self {
            store,
            versions: Mutex::default(),
            at_hand: Mutex::default(),
            limits: Limits::default(),
            suggestions: Suggestions::default(),
            deleted: AtomicBool::new(false),
        }
    }

    fn store(&self) -> Result<&Store, Failure> {
        if self.deleted.load(Ordering::SeqCst) {
            return Err(Failure::other("Everything was deleted. Start Startline again to begin anew."));
        }
        self.store.as_ref().map_err(Failure::clone)
    }

    fn versions(&self) -> MutexGuard<'_, HashMap<DraftId, Version>> {
        self.versions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn parsed(id: &str) -> Result<DraftId, Failure> {
    id.parse().map_err(Failure::other)
}
