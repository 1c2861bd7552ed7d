//! The facts a posting can state, in the shape of `startline read --json`.

use serde::{Deserialize, Serialize};

use super::Mention;
use crate::{Month, PostedDay, PostedMonth};

/// Where a fact stands: bytes `start..end` of the text, on character boundaries, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Quote {
    /// The first byte.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub start: usize,
    /// One past the last byte.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub end: usize,
}

/// A value and the exact words it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Fact<T> {
    /// What is stated.
    pub value: T,
    /// Where; `None` for what the student gave themselves.
    pub quote: Option<Quote>,
    /// The other places that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<Vec<Quote>>"))]
    pub also: Vec<Quote>,
    /// Whether the student gave or changed it (rule P6).
    #[serde(default, skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<bool>"))]
    pub corrected: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl<T> Fact<T> {
    /// A value read at one place.
    pub fn read(value: T, quote: Quote) -> Self {
        Self { value, quote: Some(quote), also: Vec::new(), corrected: false }
    }
}

/// Something the student should look at, as a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Doubt {
    /// What is in doubt, for the student to read.
    pub message: String,
    /// Where it stands, if it stands anywhere.
    pub quote: Option<Quote>,
    /// Corrections that settle it, each with the words of its button.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<Vec<DoubtAnswer>>"))]
    pub answers: Vec<DoubtAnswer>,
}

/// A one-click answer to a doubt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct DoubtAnswer {
    /// The words on the button, such as “May 6”.
    pub label: String,
    /// What choosing it corrects.
    pub corrections: Vec<super::Correction>,
}

/// Everything read from one posting. What it doesn't state is absent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Facts {
    /// The text that the quotes point into.
    pub text: String,
    /// The name of the job.
    pub title: Option<Fact<String>>,
    /// Who offers it.
    pub company: Option<Fact<String>>,
    /// Where it is.
    pub location: Option<Fact<String>>,
    /// Whether it is an internship at all.
    pub internship: Option<Fact<bool>>,
    /// Every season it takes, in the order stated.
    pub seasons: Vec<Fact<Season>>,
    /// The first of `seasons`.
    pub season: Option<Fact<Season>>,
    /// The year of the program.
    #[cfg_attr(feature = "types", ts(type = "Fact<number> | null"))]
    pub year: Option<Fact<i32>>,
    /// How long it is, each way the posting says it (rule P5).
    pub lengths: Vec<Fact<LengthRule>>,
    /// The days it can start.
    #[cfg_attr(feature = "types", ts(type = "Array<Fact<string>>"))]
    pub start_dates: Vec<Fact<PostedDay>>,
    /// The days it ends.
    #[cfg_attr(feature = "types", ts(type = "Array<Fact<string>>"))]
    pub end_dates: Vec<Fact<PostedDay>>,
    /// A start with its own end. Its days stand in `start_dates` and `end_dates` too.
    pub spans: Vec<Fact<PostedSpan>>,
    /// Months it can start in, where no day is said (rule P4).
    pub start_months: Vec<StartMonth>,
    /// A span said in months.
    pub month_spans: Vec<Fact<MonthSpan>>,
    /// Days between which one may start. It is not the span of the internship.
    pub start_window: Option<Fact<PostedSpan>>,
    /// Days between which the program lies without filling them (D9).
    pub frame: Option<Fact<PostedSpan>>,
    /// The last day one may start.
    #[cfg_attr(feature = "types", ts(type = "Fact<string> | null"))]
    pub latest_start: Option<Fact<PostedDay>>,
    /// Whether the applicant is asked to say when they are available.
    pub asks_availability: Option<Fact<bool>>,
    /// How many positions one may apply to.
    pub max_applications: Option<Fact<u32>>,
    /// The last day to apply.
    #[cfg_attr(feature = "types", ts(type = "Fact<string> | null"))]
    pub deadline: Option<Fact<PostedDay>>,
    /// Whether applications are reviewed as they come.
    pub rolling: Option<Fact<bool>>,
    /// What it pays.
    pub pay: Option<Fact<Pay>>,
    /// The stated, or least, hours in a week.
    pub hours_per_week: Option<Fact<f64>>,
    /// When one must graduate.
    pub graduation: Option<Fact<GraduationWindow>>,
    /// Whether one must be studying while it lasts (V7).
    pub enrolled: Option<Fact<bool>>,
    /// What one must have, an item each.
    pub minimum_qualifications: Vec<Fact<String>>,
    /// What is welcome, an item each.
    pub preferred_qualifications: Vec<Fact<String>>,
    /// What the student should look at.
    pub doubts: Vec<Doubt>,
    /// Every date and duration that the text holds, used or not, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// A month in which the internship can start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct StartMonth {
    /// The month, where it was read, and whether the student gave it.
    #[serde(flatten)]
    #[cfg_attr(feature = "types", ts(flatten))]
    pub month: Fact<PostedMonth>,
    /// The part of the month, where the posting names one (W1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub phase: Option<MonthPhase>,
}

/// A part of a month. The posting says only the name; Startline takes it for these days (W1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum MonthPhase {
    /// Day 1 to 10.
    Early,
    /// Day 11 to 20.
    Mid,
    /// Day 21 to the month's last.
    Late,
}

/// A season of the year, as the posting names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Fall,
    /// December to February.
    Winter,
}

/// One statement of how long the internship is. “At least 3 months” is months, min 3, max none; “up to 6
/// months” is min none, max 6; alternatives (“8 or 10 weeks”) are one rule, min 8, max 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct LengthRule {
    /// What is counted.
    pub unit: LengthUnit,
    /// The least that is needed, counted in the unit.
    pub min: Option<u32>,
    /// The most that is offered, counted in the unit.
    pub max: Option<u32>,
}

/// What a length counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum LengthUnit {
    /// Days, both ends counted.
    Days,
    /// Weeks, which people read in two ways (rules D1 and D2).
    Weeks,
    /// Calendar months (rule D3).
    Months,
}

/// A span as a posting writes it; `last` is not before `first` where both years are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct PostedSpan {
    /// The first day.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub first: PostedDay,
    /// The last day, counted in.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub last: PostedDay,
}

/// A span said in months, both counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct MonthSpan {
    /// The month it starts in.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub first: PostedMonth,
    /// The month it ends in.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub last: PostedMonth,
}

/// Months between which one must graduate, both counted in; either may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct GraduationWindow {
    /// Not before this month.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub earliest: Option<Month>,
    /// Not after this month.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub latest: Option<Month>,
}

/// What the internship pays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Pay {
    /// The least.
    pub min: Option<f64>,
    /// The most; equal to `min` where one figure is given.
    pub max: Option<f64>,
    /// The ISO 4217 code, such as `USD`.
    pub currency: Option<String>,
    /// What the figure is for; `None` where none is written.
    pub period: Option<PayPeriod>,
}

/// The time that a figure of pay is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum PayPeriod {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// The whole internship: a stipend.
    Total,
}
