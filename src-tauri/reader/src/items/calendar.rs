//! Days, months and years as they are written, in whatever form.

use chrono::{Datelike, NaiveDate};
use startline_engine::Month as CivilMonth;
use startline_engine::{MonthPhase, PostedDay, PostedMonth};

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: Option<i32>,
    pub(crate) month: u32,
    pub(crate) day: u32,
    /// 1 for Monday to 7, or 0 where none stands beside it.
    pub(crate) weekday: u8,
    /// “Around May 18”: not that very day (P4).
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
    /// “Early June”, “Ende August”, “9月中旬”.
    pub(crate) phase: Option<MonthPhase>,
}

impl Day {
    pub(crate) fn sure(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        is_day(year, month, day).then_some(Self::written(year, month, day))
    }

    /// A day that need not be one: “June 31”.
    pub(crate) fn written(year: Option<i32>, month: u32, day: u32) -> Self {
        Self { year, month, day, weekday: 0, vague: false, order: Order::Sure }
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

    /// Its date, in a leap year where no year is said.
    pub(crate) fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.unwrap_or(2000), self.month, self.day)
    }

    /// The working week that holds it, Monday to Friday; without a year it is taken for its Monday.
    pub(crate) fn its_week(self) -> Option<(Self, Self)> {
        let date = self.date()?;
        let back = self.year.map_or(0, |_| u64::from(date.weekday().num_days_from_monday()));
        let monday = date.checked_sub_days(chrono::Days::new(back))?;
        let friday = monday.checked_add_days(chrono::Days::new(4))?;
        Some((self.at(monday), self.at(friday)))
    }

    fn at(self, date: NaiveDate) -> Self {
        Self::written(self.year.map(|_| date.year()), date.month(), date.day())
    }
}

impl Month {
    pub(crate) fn new(year: Option<i32>, month: u32) -> Self {
        Self { year, month, phase: None }
    }

    pub(crate) fn posted(self) -> PostedMonth {
        PostedMonth { year: self.year, month: self.month }
    }

    pub(crate) fn civil(self) -> Option<CivilMonth> {
        self.year.and_then(|year| CivilMonth::new(year, self.month))
    }

    /// The last day of its phase, for a span that ends in it.
    pub(crate) fn last_day(self) -> Option<Day> {
        let day = match self.phase {
            Some(MonthPhase::Early) => 10,
            Some(MonthPhase::Mid) => 20,
            _ => (28..=31).rev().find(|day| is_day(Some(self.year.unwrap_or(2001)), self.month, *day))?,
        };
        Some(Day { vague: true, ..Day::written(self.year, self.month, day) })
    }
}

/// Monday to Sunday of a calendar week.
pub(crate) fn numbered_week(year: i32, week: u32) -> Option<(Day, Day)> {
    let of = |weekday| {
        let date = NaiveDate::from_isoywd_opt(year, week, weekday)?;
        Some(Day::written(Some(date.year()), date.month(), date.day()))
    };
    Some((of(chrono::Weekday::Mon)?, of(chrono::Weekday::Sun)?))
}

pub(crate) fn is_day(year: Option<i32>, month: u32, day: u32) -> bool {
    // 2000 is a leap year: without a year 29 February stands.
    NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some()
}
