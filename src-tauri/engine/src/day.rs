//! Civil days, months and spans, and the partial ones that a posting writes.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Some days in a row, inclusive at both ends. A span of one day has `first == last`.
///
/// ```
/// use startline_engine::Span;
/// let span: Span = "2026-05-18..2026-08-09".parse().unwrap();
/// assert_eq!(span.days(), 84);
/// assert!("2026-08-09..2026-05-18".parse::<Span>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Span {
    /// The first day.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub(crate) first: NaiveDate,
    /// The last day, never before the first.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub(crate) last: NaiveDate,
}

/// Why two days or a piece of text make no span.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// The last day comes before the first.
    #[error("{last} is before {first}: a span runs from its first day to its last")]
    Reversed {
        /// The day given first.
        first: NaiveDate,
        /// The day given last.
        last: NaiveDate,
    },
    /// The text is not `FIRST..LAST`.
    #[error("“{0}” is not a span: write two dates as 2026-05-16..2026-08-23")]
    Syntax(String),
}

impl Span {
    /// The days from `first` to `last`, both counted.
    ///
    /// # Errors
    /// [`SpanError::Reversed`] if `last` is before `first`.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, SpanError> {
        if last < first { Err(SpanError::Reversed { first, last }) } else { Ok(Self { first, last }) }
    }

    /// One day alone.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { first: day, last: day }
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day, counted in.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// How many days it holds, at least 1.
    #[must_use]
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Whether `day` is one of its days.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days that both spans hold, if any.
    #[must_use]
    pub fn shared_with(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last)).ok()
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Ends {
            first: NaiveDate,
            last: NaiveDate,
        }
        let ends = Ends::deserialize(from)?;
        Self::new(ends.first, ends.last).map_err(D::Error::custom)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.first, self.last)
    }
}

impl FromStr for Span {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Self, SpanError> {
        let syntax = || SpanError::Syntax(text.to_owned());
        let (first, last) = text.split_once("..").ok_or_else(syntax)?;
        let day = |part: &str| iso_day(part.trim()).ok_or_else(syntax);
        Self::new(day(first)?, day(last)?)
    }
}

/// The day written `2026-05-16`, and nothing looser: four, two and two digits.
pub(crate) fn iso_day(text: &str) -> Option<NaiveDate> {
    let digits_at =
        |index: usize, byte: u8| if index == 4 || index == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    let is_iso = text.len() == 10 && text.bytes().enumerate().all(|(index, byte)| digits_at(index, byte));
    if is_iso { text.parse().ok() } else { None }
}

/// A day moved by whole days, held at the calendar's own ends instead of overflowing.
pub(crate) fn plus_days(day: NaiveDate, days: i64) -> NaiveDate {
    let end = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    TimeDelta::try_days(days).and_then(|by| day.checked_add_signed(by)).unwrap_or(end)
}

/// What a careful person says of a day of the week.
pub trait Weekdays {
    /// The Monday of the working week that the day belongs to: a Saturday or Sunday belongs to the week that
    /// begins the next Monday (rule D1).
    fn working_monday(self) -> NaiveDate;
}

impl Weekdays for NaiveDate {
    fn working_monday(self) -> NaiveDate {
        match self.weekday() {
            Weekday::Sat => plus_days(self, 2),
            Weekday::Sun => plus_days(self, 1),
            other => plus_days(self, -i64::from(other.num_days_from_monday())),
        }
    }
}

/// A month of a year, written `2026-05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// Month 1 to 12 of a year that has four digits; `None` for any other.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1..=12).contains(&month) && (1..=9999).contains(&year)).then_some(Self { year, month })
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its number in the year, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.month
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day, the 28th to the 31st.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let (year, month) = if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        NaiveDate::from_ymd_opt(year, month, 1).map_or(NaiveDate::MAX, |next| plus_days(next, -1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let first = iso_day(&format!("{text}-01")).ok_or(())?;
        Self::new(first.year(), first.month()).ok_or(())
    }
}

/// A day as a posting writes it: the year may be missing. Written `2026-05-27` or `--05-27`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PostedDay {
    /// The year, where the posting gives one.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl PostedDay {
    /// The civil day, or `None` while the year is missing.
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        self.year.and_then(|year| NaiveDate::from_ymd_opt(year, self.month, self.day))
    }
}

impl From<NaiveDate> for PostedDay {
    fn from(day: NaiveDate) -> Self {
        Self { year: Some(day.year()), month: day.month(), day: day.day() }
    }
}

impl fmt::Display for PostedDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

impl FromStr for PostedDay {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(yearless) = text.strip_prefix("--") {
            // 2000 is a leap year, so that --02-29 stands.
            let day = iso_day(&format!("2000-{yearless}")).ok_or(())?;
            Ok(Self { year: None, month: day.month(), day: day.day() })
        } else {
            iso_day(text).map(Self::from).ok_or(())
        }
    }
}

/// A month as a posting writes it: the year may be missing. Written `2026-05` or `--05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export, type = "string"))]
pub struct PostedMonth {
    /// The year, where the posting gives one.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
}

impl fmt::Display for PostedMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}", self.month),
            None => write!(f, "--{:02}", self.month),
        }
    }
}

impl FromStr for PostedMonth {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(month) = text.strip_prefix("--") {
            let month: Month = format!("2000-{month}").parse()?;
            Ok(Self { year: None, month: month.month() })
        } else {
            let month: Month = text.parse()?;
            Ok(Self { year: Some(month.year()), month: month.month() })
        }
    }
}

/// Serde as the written form, for the types above.
macro_rules! as_text {
    ($($type:ident $example:literal),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                text.parse().map_err(|()| D::Error::custom(format!("“{text}” is not written like {}", $example)))
            }
        }
    )*};
}
as_text!(Month "2026-05", PostedDay "2026-05-27 or --05-27", PostedMonth "2026-05 or --05");
