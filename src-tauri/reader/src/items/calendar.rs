//! Days, months and years as they are written, in whatever form.

use startline_engine::Month as CivilMonth;
use startline_engine::{PostedDay, PostedMonth};

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: Option<i32>,
    pub(crate) month: u32,
    pub(crate) day: u32,
    /// 1 for Monday to 7, or 0 where none stands beside it.
    pub(crate) weekday: u8,
    /// “Around”, “early”, “the week of”: not that very day (P4).
    pub(crate) vague: bool,
    /// How the month was told from the day.
    pub(crate) order: Order,
}

/// How the month of a date is told from its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// By name, or by a form that allows only one order.
    Sure,
    /// Numbers with a slash, the month first, since the other is over 12.
    MonthFirst,
    /// Numbers with a slash, the day first, since it is over 12.
    DayFirst,
    /// Numbers that could be either: read with the month first for the time being (P3).
    Open,
}

/// A month as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Month {
    pub(crate) year: Option<i32>,
    pub(crate) month: u32,
    /// “Early June”, “Ende August”.
    pub(crate) phase: Option<startline_engine::MonthPhase>,
}

impl Day {
    pub(crate) fn sure(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        is_day(year, month, day).then_some(Self {
            year,
            month,
            day,
            weekday: 0,
            vague: false,
            order: Order::Sure,
        })
    }

    /// The other way to read its numbers.
    pub(crate) fn swapped(self) -> Self {
        Self { month: self.day, day: self.month, ..self }
    }

    pub(crate) fn posted(self) -> PostedDay {
        PostedDay { year: self.year, month: self.month, day: self.day }
    }

    pub(crate) fn its_month(self) -> Month {
        Month { year: self.year, month: self.month, phase: None }
    }
}

impl Month {
    pub(crate) fn posted(self) -> PostedMonth {
        PostedMonth { year: self.year, month: self.month }
    }

    pub(crate) fn civil(self) -> Option<CivilMonth> {
        self.year.and_then(|year| CivilMonth::new(year, self.month))
    }
}

pub(crate) fn is_day(year: Option<i32>, month: u32, day: u32) -> bool {
    // 2000 is a leap year: without a year 29 February stands.
    chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some()
}
