//! One application as the student left it, and the file it is kept in.

mod compare;
mod edit;
mod error;
mod format;
mod keep;

pub use compare::{Change, compare};
pub(crate) use edit::{Edit, Way, edited, edits};
pub use error::DraftError;
pub use format::{FORMAT, Parsed};
pub(crate) use format::{LIMIT, value, written};
pub(crate) use keep::keep_unknown;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use startline_engine::{Calendar, Candidate, Choice, Posting, Style};

/// One application: what the student put in, and nothing that was worked out from it. Verdicts are judged
/// anew each time it is opened.
///
/// Its file is this value as JSON. Every key but `startline` may be missing there.
///
/// ```
/// use startline_drafts::Draft;
/// let parsed = Draft::parse(br#"{ "startline": 1, "title": "TikTok", "mood": "hopeful" }"#)?;
/// assert_eq!(parsed.draft.title, "TikTok");
/// // A key that this version does not know outlives a save.
/// assert!(parsed.draft.to_json_keeping(&parsed).contains("hopeful"));
/// # Ok::<(), startline_drafts::DraftError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Draft {
    /// The number of the file's format. One above [`FORMAT`] is shown and never rewritten.
    pub startline: u32,
    /// What the student calls it.
    pub title: String,
    /// The posting and what was corrected in its reading.
    pub posting: Posting,
    /// When they are free.
    pub calendar: Calendar,
    /// Who they are.
    pub candidate: Candidate,
    /// The dates they chose to state, whether or not these still hold.
    pub stated: Option<Choice>,
    /// How the header looks.
    pub style: Style,
    /// Start dates of the student's own, which the posting does not list (rule V5).
    #[cfg_attr(feature = "types", ts(type = "Array<string>"))]
    pub starts: Vec<NaiveDate>,
    /// The employer whose limit on applications this one counts towards, affiliates included: the drafts of
    /// one employer are ordered. `None` where the student set none.
    pub employer: Option<String>,
    /// Its place among the applications to that employer, from 1. `None` for after those that have one.
    pub place: Option<u32>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            startline: FORMAT,
            title: String::new(),
            posting: Posting::default(),
            calendar: Calendar::default(),
            candidate: Candidate::default(),
            stated: None,
            style: Style::default(),
            starts: Vec::new(),
            employer: None,
            place: None,
        }
    }
}
