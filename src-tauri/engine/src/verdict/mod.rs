//! One posting against one calendar (rules D, V and W).

mod answer;
mod cause;
mod change;
mod doubts;
mod judge;
mod longest;
mod pieces;
mod program;
mod reading;
mod runs;
mod single;
mod starts;
mod sweep;
mod ways;

pub use answer::judge;
pub(crate) use cause::Cause;
pub use change::{Change, ChangeKind};
pub use longest::{Longest, OwnTime};
pub(crate) use program::month_part;
pub use program::{Frame, Program, Start};
pub use reading::{Measure, Reading};
pub use runs::Run;
pub use starts::Starts;

use chrono::NaiveDate;
use serde::Serialize;

use judge::Judging;

use crate::{Holiday, LengthRule, Span, StatedDates};

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
    /// How the posting says when one may start (W1).
    pub starts: Starts,
    /// The days on which it lets one start, joined and in order, the listed ones among them; empty where any day
    /// will do. A latest start allows the days from today up to it.
    pub allowed: Vec<Span>,
    /// Every listed start date and every one of the student's own, in the order of the calendar.
    pub verdicts: Vec<Judgement>,
    /// The allowed days that are not listed, from today on, as far as they fit or depend, in the order of the
    /// calendar (W2).
    pub runs: Vec<Run>,
    /// The best day of each run, judged, in the order of the runs (W3).
    pub run_starts: Vec<Judgement>,
    /// The start date to state, if one fits or depends (V6, W3).
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub recommended: Option<NaiveDate>,
    /// How long the student could stay from the recommended start; `None` without one, and for no end (W5).
    pub longest: Option<Longest>,
    /// The student's free days in a row around the recommended start, else the next ones (W4).
    pub own_time: Option<OwnTime>,
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
    /// A sentence to send to the recruiter, where the posting leaves open what decides.
    pub question: Option<String>,
    /// The days that were judged.
    #[serde(skip)]
    pub(crate) horizon: Option<Span>,
    /// What any other day can be judged by.
    #[serde(skip)]
    judging: Judging,
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
    /// Whether the posting lets one start on it, listed or not (W1).
    pub allowed: bool,
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
    /// For a start date that the posting does not allow, the nearest listed one (V5).
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
    /// The end to state unless the student chooses another (S1); of a day that is allowed and not listed, the last
    /// day the student is continuously free (W6).
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
