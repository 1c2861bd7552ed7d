//! When the student is free (rules A1–A6).

mod availability;
mod holidays;
mod ics;

pub use availability::Availability;
pub(crate) use availability::{joined, shared, without};
pub use holidays::{Holiday, us_federal_holidays};
pub use ics::{CalendarEvent, CalendarFile, CalendarFileError};

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::day::{SpanError, iso_day};
use crate::wording::full;
use crate::{Month, Span};

/// Everything the student says of their time, as they say it. What is not whole yet (a commitment without a
/// day, a span typed the wrong way round) is kept here and named by [`Calendar::problems`]; nothing is
/// judged by it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Calendar {
    /// The days they are free (A1).
    pub free: Vec<FreeSpan>,
    /// What can't be moved and takes its days away (A2).
    pub fixed: Vec<Commitment>,
    /// What can be moved: time off to ask for (A2).
    pub flexible: Vec<Commitment>,
    /// Work authorisation: days outside all of these are not free. None limit nothing (A3).
    pub limits: Vec<Commitment>,
    /// When they graduate (V7).
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub graduation: Option<Graduation>,
}

/// Days on which the student is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct FreeSpan {
    /// The first free day; `None` while it is not given.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub first: Option<NaiveDate>,
    /// The last free day, counted in; `None` for no end.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub last: Option<NaiveDate>,
}

impl FromStr for FreeSpan {
    type Err = SpanError;

    /// `2026-05-16..2026-08-23`, or `2026-05-16..` for no end.
    fn from_str(text: &str) -> Result<Self, SpanError> {
        match text.trim().strip_suffix("..").map(iso_day) {
            Some(Some(first)) => Ok(Self { first: Some(first), last: None }),
            _ => text.parse::<Span>().map(Self::from),
        }
    }
}

impl From<Span> for FreeSpan {
    fn from(span: Span) -> Self {
        Self { first: Some(span.first()), last: Some(span.last()) }
    }
}

/// A named span: exams, a trip, a permit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Commitment {
    /// What it is called.
    pub name: String,
    /// Its first day; `None` while it is not given.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub first: Option<NaiveDate>,
    /// Its last day, counted in; `None` stands for the first day alone, and for no end in a limit.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub last: Option<NaiveDate>,
}

/// When the student graduates: a day, or a month, which stands for its last day. Written `2027-05` or
/// `2027-05-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Graduation {
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month(Month),
}

impl Graduation {
    /// The day it is judged by.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Month(month) => month.last_day(),
        }
    }
}

impl fmt::Display for Graduation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(month) => month.fmt(f),
        }
    }
}

impl FromStr for Graduation {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().map(Self::Month).or_else(|()| iso_day(text).map(Self::Day).ok_or(()))
    }
}

impl Serialize for Graduation {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Graduation {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse()
            .map_err(|()| D::Error::custom(format!("“{text}” is not written like 2027-05 or 2027-05-21")))
    }
}

/// Something in the calendar that can't be judged as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Problem {
    /// The list it stands in: `free`, `fixed`, `flexible` or `limits`.
    pub list: &'static str,
    /// Its place in that list, from 0.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub index: usize,
    /// What is wrong and what to do, for the student.
    pub message: String,
}

impl Calendar {
    /// The days it leaves free, ready to be asked.
    #[must_use]
    pub fn availability(&self) -> Availability {
        Availability::of(self)
    }

    /// What can't be judged as it stands, in the order of the lists.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let free = self.free.iter().map(|span| free_problem(*span)).enumerate();
        let mut problems: Vec<Problem> = listed("free", free).collect();
        for (list, spans) in [("fixed", &self.fixed), ("flexible", &self.flexible), ("limits", &self.limits)]
        {
            problems.extend(listed(list, spans.iter().map(named_problem).enumerate()));
        }
        problems
    }
}

fn listed(
    list: &'static str,
    messages: impl Iterator<Item = (usize, Option<String>)>,
) -> impl Iterator<Item = Problem> {
    messages.filter_map(move |(index, message)| Some(Problem { list, index, message: message? }))
}

fn free_problem(span: FreeSpan) -> Option<String> {
    match (span.first, span.last) {
        (None, Some(_)) => Some("Give the first day you are free.".to_owned()),
        (Some(first), Some(last)) if last < first => Some(format!(
            "You are free until {}, which is before {}. Swap or mend the two days.",
            full(last),
            full(first)
        )),
        _ => None,
    }
}

fn named_problem(span: &Commitment) -> Option<String> {
    let name = if span.name.trim().is_empty() { "This" } else { span.name.trim() };
    match (span.first, span.last) {
        (None, _) => Some(format!("{name} has no first day yet, so it is not counted.")),
        (Some(first), Some(last)) if last < first => Some(format!(
            "{name} ends on {}, before it begins on {}. It is not counted.",
            full(last),
            full(first)
        )),
        _ => None,
    }
}
