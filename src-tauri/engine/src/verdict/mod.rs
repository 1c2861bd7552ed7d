//! One posting against one calendar (rules D and V).

mod cause;
mod change;
mod doubts;
mod judge;
mod program;
mod reading;

pub(crate) use cause::Cause;
pub use change::{Change, ChangeKind};
pub use judge::judge;
pub use program::{Program, Start};
pub use reading::{Measure, Reading};

use chrono::NaiveDate;
use serde::Serialize;

use crate::{Holiday, LengthRule, StatedDates};

/// Whether a start date can be committed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Verdict {
    /// Every way of counting is free (V1).
    Fits,
    /// At least one way of counting is free and at least one is not (V2), or the posting states no length
    /// (V3a).
    Depends,
    /// No way of counting is free (V3).
    Misses,
}

/// Everything judged of one posting and one calendar, in the shape of `startline check --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Answer {
    /// The day that “passed” is told by.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub today: NaiveDate,
    /// The length rules that were counted.
    pub lengths: Vec<LengthRule>,
    /// Every start date, in the order of the calendar.
    pub verdicts: Vec<Judgement>,
    /// The start date to state, if one fits or depends (V6).
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub recommended: Option<NaiveDate>,
    /// Whether there are start dates and every one has passed.
    pub all_passed: bool,
    /// Whether the dates that a draft states still hold (S4); `None` where it states none.
    pub stated: Option<StatedDates>,
    /// Sentences on graduation and the deadline: warnings, never part of a verdict (V4, V7).
    pub warnings: Vec<String>,
    /// The one move with the fewest days that makes a date fit, where none does (V6).
    pub smallest_change: Option<Change>,
    /// The smallest change, then the one with the fewest days of each other kind.
    pub changes: Vec<Change>,
}

/// One start date, judged.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Judgement {
    /// The day it is about.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub start: NaiveDate,
    /// Whether the posting lists it (V5).
    pub listed: bool,
    /// Whether it is before today (V4).
    pub passed: bool,
    /// The verdict; `None` before the student has given any free span (V3a).
    pub verdict: Option<Verdict>,
    /// Every way of counting, in the order of the posting's rules.
    pub readings: Vec<Reading>,
    /// The latest end of all readings: right whichever way the employer counts (D5).
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub safe_end: Option<NaiveDate>,
    /// The first day of the unbroken free run that holds the start.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub free_from: Option<NaiveDate>,
    /// Its last day; `None` where the start is not free, or the run has no end.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub free_until: Option<NaiveDate>,
    /// Days from the start to the next free day: 0 where the start is free, `None` where none follows.
    #[cfg_attr(feature = "types", ts(type = "number | null"))]
    pub days_early: Option<i64>,
    /// Free days before the start, within its run; `None` on a miss.
    #[cfg_attr(feature = "types", ts(type = "number | null"))]
    pub spare_before: Option<i64>,
    /// Free days after the safe end; `None` unless the window to the safe end is free and its run ends.
    #[cfg_attr(feature = "types", ts(type = "number | null"))]
    pub spare_after: Option<i64>,
    /// Fixed commitments from the start to the safe end, with the days they share.
    pub clashes: Vec<Clash>,
    /// Flexible ones: time off to ask for.
    pub away: Vec<Clash>,
    /// For a start date of the student's own, the nearest listed one (V5).
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub nearest_listed: Option<NaiveDate>,
    /// US federal holidays from the start to the safe end.
    pub holidays: Vec<Holiday>,
    /// Why, in sentences, in the order of the calendar (V2, V3).
    pub reasons: Vec<String>,
    /// The same in a few words, for a row of the picture.
    pub brief: String,
    /// The same with more room, for the row that is chosen.
    pub brief_chosen: String,
    /// The end to state unless the student chooses another (S1).
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub default_end: Option<NaiveDate>,
    /// The earliest end that may be stated: the shortest free reading's (S1).
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub earliest_end: Option<NaiveDate>,
    /// The reasons before they are words.
    #[serde(skip)]
    pub(crate) causes: Vec<Cause>,
}

/// A commitment that shares days with a window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Clash {
    /// The commitment.
    pub name: String,
    /// Its first day, within the window or not.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub first: NaiveDate,
    /// Its last day.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub last: NaiveDate,
    /// How many days of the window it shares, at least 1.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub days: i64,
}
