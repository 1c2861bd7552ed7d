//! United States federal holidays, from their rules (5 U.S.C. 6103).

use chrono::{Datelike, Months, NaiveDate, Weekday};
use serde::Serialize;

use crate::Span;
use crate::day::plus_days;

/// A public holiday on the day it is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Holiday {
    /// Its name.
    pub name: &'static str,
    /// The day it is observed: a Saturday's is the Friday before, a Sunday's the Monday after.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub date: NaiveDate,
}

/// When a holiday falls.
enum Falls {
    /// On a day of a month, moved off the weekend. Not before the year given.
    On { month: u32, day: u32, since: i32 },
    /// On the nth of a weekday in a month, from 1.
    Nth { month: u32, weekday: Weekday, nth: u8 },
    /// On the last of a weekday in a month.
    Last { month: u32, weekday: Weekday },
}

const FEDERAL: [(&str, Falls); 11] = [
    ("New Year’s Day", Falls::On { month: 1, day: 1, since: i32::MIN }),
    ("Martin Luther King Jr. Day", Falls::Nth { month: 1, weekday: Weekday::Mon, nth: 3 }),
    ("Washington’s Birthday", Falls::Nth { month: 2, weekday: Weekday::Mon, nth: 3 }),
    ("Memorial Day", Falls::Last { month: 5, weekday: Weekday::Mon }),
    ("Juneteenth", Falls::On { month: 6, day: 19, since: 2021 }),
    ("Independence Day", Falls::On { month: 7, day: 4, since: i32::MIN }),
    ("Labor Day", Falls::Nth { month: 9, weekday: Weekday::Mon, nth: 1 }),
    ("Columbus Day", Falls::Nth { month: 10, weekday: Weekday::Mon, nth: 2 }),
    ("Veterans Day", Falls::On { month: 11, day: 11, since: i32::MIN }),
    ("Thanksgiving Day", Falls::Nth { month: 11, weekday: Weekday::Thu, nth: 4 }),
    ("Christmas Day", Falls::On { month: 12, day: 25, since: i32::MIN }),
];

/// The federal holidays observed within the span, in order. Of a span of more than 40 years, only those of
/// its first 40 and a little more: no internship is as long.
#[must_use]
pub fn us_federal_holidays(within: Span) -> Vec<Holiday> {
    let first = within.first().year();
    // One year more: New Year's Day may be observed on the last day of the year before.
    let last = within.last().year().min(first.saturating_add(40)).saturating_add(1);
    let mut found: Vec<Holiday> = (first..=last)
        .flat_map(|year| FEDERAL.iter().filter_map(move |(name, falls)| Some((*name, falls.in_year(year)?))))
        .filter(|(_, date)| within.holds(*date))
        .map(|(name, date)| Holiday { name, date })
        .collect();
    found.sort_by_key(|holiday| holiday.date);
    found
}

impl Falls {
    fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match *self {
            Self::On { month, day, since } => {
                let date = (year >= since).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()?;
                Some(match date.weekday() {
                    Weekday::Sat => plus_days(date, -1),
                    Weekday::Sun => plus_days(date, 1),
                    _ => date,
                })
            }
            Self::Nth { month, weekday, nth } => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
            }
            Self::Last { month, weekday } => {
                let next = NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?;
                let last = plus_days(next, -1);
                let back = last.weekday().days_since(weekday);
                Some(plus_days(last, -i64::from(back)))
            }
        }
    }
}
