//! The ways of counting a length (rules D1–D3, D7).

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use crate::day::{Weekdays, plus_days};

/// A way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Measure {
    /// Monday to Friday, week 1 holding the start: ends on the Friday of week *n* (D1).
    WorkingWeeks,
    /// 7 × *n* days, both ends counted (D2).
    FullWeeks,
    /// To the day before the same day of the month, *n* months later (D3).
    Months,
    /// *n* days, both ends counted (D7).
    Days,
    /// The end that the posting itself gives (D6).
    Stated,
    /// To the last day of the span inside which the posting has it lie (D9).
    Frame,
}

/// One way of counting, from one start date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Reading {
    /// How it counts.
    pub measure: Measure,
    /// How many weeks, months or days; `None` for a stated end or a frame's.
    pub length: Option<u32>,
    /// The last day, counted in.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub last: NaiveDate,
    /// Whether every day from the start to it is free (A5).
    pub free: bool,
    /// How many of those days are not.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub short_days: i64,
}

impl Reading {
    /// Whether the frame ends before the length does, and the reading with it (D9).
    pub(crate) fn is_cut(&self, start: NaiveDate) -> bool {
        let whole = self.length.and_then(|length| self.measure.last_day(start, length));
        whole.is_some_and(|whole| whole > self.last)
    }
}

impl Measure {
    /// Its name in JSON, by which measures are sorted.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::WorkingWeeks => "working_weeks",
            Self::FullWeeks => "full_weeks",
            Self::Months => "months",
            Self::Days => "days",
            Self::Stated => "stated",
            Self::Frame => "frame",
        }
    }

    /// The last day of `length` weeks, months or days that begin on `first`.
    ///
    /// `None` for [`Measure::Stated`] and [`Measure::Frame`], which count nothing, for a length of 0, and past the calendar's end.
    ///
    /// ```
    /// use startline_engine::Measure;
    /// let first = "2026-11-30".parse().unwrap();
    /// assert_eq!(Measure::Months.last_day(first, 3), "2027-02-28".parse().ok());
    /// ```
    #[must_use]
    pub fn last_day(self, first: NaiveDate, length: u32) -> Option<NaiveDate> {
        let n = i64::from(length);
        if n == 0 {
            return None;
        }
        match self {
            Self::WorkingWeeks => Some(plus_days(first.working_monday(), 7 * (n - 1) + 4)),
            Self::FullWeeks => Some(plus_days(first, 7 * n - 1)),
            Self::Days => Some(plus_days(first, n - 1)),
            Self::Months => {
                // chrono goes to the last day of a month that is too short, which is where D3 ends.
                let then = first.checked_add_months(Months::new(length))?;
                Some(if then.day() == first.day() { plus_days(then, -1) } else { then })
            }
            Self::Stated | Self::Frame => None,
        }
    }
}
