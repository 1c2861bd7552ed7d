//! What the window needs to open.

use chrono::NaiveDate;
use serde::Serialize;
use startline_drafts::{ConflictCopy, DraftId, Listing, Settings, Summary};

use super::Desk;
use crate::Failure;

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
    /// The drafts, the last saved first: as many as a window ever shows at once.
    pub drafts: Vec<Summary>,
    /// Whether there are more, to be asked for once these stand.
    pub more: bool,
    /// Copies of drafts that a synced drive left.
    pub copies: Vec<ConflictCopy>,
    /// What holds for every draft.
    pub settings: Settings,
    /// The draft to open first: the last saved.
    pub last: Option<DraftId>,
    /// Where everything is kept; only to be read.
    pub data_folder: Option<String>,
    /// What the student should know at once, such as a data folder that can't be written to.
    pub notices: Vec<String>,
}

/// So many drafts are in the list at first: thousands would keep the window waiting.
const FIRST: usize = 100;

impl Desk {
    /// Everything the window shows first. It never fails: what is wrong becomes a notice.
    #[must_use]
    pub fn boot(&self, today: NaiveDate) -> Boot {
        let mut notices = Vec::new();
        let mut said = |failure: Failure| notices.push(failure.message);
        let listing = self.store().and_then(|store| Ok(store.list()?));
        let Listing { mut drafts, copies } = listing.unwrap_or_else(|failure| {
            said(failure);
            Listing::default()
        });
        let more = drafts.len() > FIRST;
        drafts.truncate(FIRST);
        let settings = self.store().and_then(|store| Ok(store.settings()?)).unwrap_or_default();
        Boot {
            version: env!("CARGO_PKG_VERSION"),
            today,
            mac: cfg!(target_os = "macos"),
            last: drafts.first().map(|draft| draft.id),
            drafts,
            more,
            copies,
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

    /// The drafts whose title, employer or posting holds every one of the words, in the order of the list.
    ///
    /// # Errors
    /// A sentence where the folder can't be listed.
    pub fn search(&self, words: &str) -> Result<Vec<DraftId>, Failure> {
        Ok(self.store()?.search(words)?.into_iter().map(|draft| draft.id).collect())
    }
}
