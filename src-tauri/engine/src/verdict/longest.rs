//! How long the student could stay (rules W4 and W5).

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use super::Measure;
use crate::Span;
use crate::day::plus_days;

/// The longest stay from the recommended start to the last day the student is continuously free (W5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Longest {
    /// Whole weeks of seven days.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub weeks: i64,
    /// Whole calendar months (D3).
    pub months: u32,
}

/// Days in a row on which the student is free, from today on (W4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct OwnTime {
    /// The first day.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub first: NaiveDate,
    /// The last day, counted in; `None` for no end. Then there are no figures either.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub last: Option<NaiveDate>,
    /// How many days it holds.
    #[cfg_attr(feature = "types", ts(type = "number | null"))]
    pub days: Option<i64>,
    /// How many whole weeks of seven days.
    #[cfg_attr(feature = "types", ts(type = "number | null"))]
    pub weeks: Option<i64>,
    /// How many of its days are Monday to Friday. Public holidays count.
    #[cfg_attr(feature = "types", ts(type = "number | null"))]
    pub working_days: Option<i64>,
}

impl Longest {
    pub(crate) fn of(stay: Span) -> Self {
        let (first, last) = (stay.first(), stay.last());
        let between =
            (last.year() - first.year()) * 12 + last.month().cast_signed() - first.month().cast_signed();
        let most = u32::try_from(between).unwrap_or_default() + 1;
        let fits = |months: &u32| Measure::Months.last_day(first, *months).is_some_and(|end| end <= last);
        let months = (most.saturating_sub(2)..=most).rev().find(fits).unwrap_or_default();
        Self { weeks: stay.days() / 7, months }
    }
}

impl OwnTime {
    pub(crate) fn of(free: Span) -> Self {
        let ends = (free.last() != NaiveDate::MAX).then_some(free);
        Self {
            first: free.first(),
            last: ends.map(Span::last),
            days: ends.map(Span::days),
            weeks: ends.map(|span| span.days() / 7),
            working_days: ends.map(working_days),
        }
    }
}

/// How many days of the span are Monday to Friday.
fn working_days(span: Span) -> i64 {
    let weeks = span.days() / 7;
    let rest = plus_days(span.first(), 7 * weeks).iter_days().take_while(|day| *day <= span.last());
    let working = rest.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)).count();
    5 * weeks + i64::try_from(working).unwrap_or_default()
}
