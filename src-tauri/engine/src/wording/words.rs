//! Days, figures and lists, as a sentence says them.

use chrono::{Datelike, NaiveDate};

use crate::{LengthUnit, Measure, Reading, Span};

/// “May 18, 2026”.
pub(crate) fn full(day: NaiveDate) -> String {
    day.format("%B %-d, %Y").to_string()
}

/// “May 2026”.
pub(crate) fn month(day: NaiveDate) -> String {
    day.format("%B %Y").to_string()
}

/// How the days of one text are written: without a year where it is the one that the text is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DayWords {
    year: Option<i32>,
}

impl DayWords {
    /// Every day with its year.
    pub(crate) const FULL: Self = Self { year: None };

    /// For a text about these days: where they share a year, it need not be said.
    pub(crate) fn for_days(days: impl IntoIterator<Item = NaiveDate>) -> Self {
        let mut years = days.into_iter().map(|day| day.year());
        let first = years.next();
        Self { year: first.filter(|first| years.all(|year| year == *first)) }
    }

    /// “May 18”, or “May 18, 2026”.
    pub(crate) fn day(self, day: NaiveDate) -> String {
        if self.year == Some(day.year()) { day.format("%B %-d").to_string() } else { full(day) }
    }

    /// “June”, or “June 2027”.
    pub(crate) fn month(self, day: NaiveDate) -> String {
        if self.year == Some(day.year()) { day.format("%B").to_string() } else { month(day) }
    }

    /// “May 18 to August 17”; a single day alone.
    pub(crate) fn span(self, span: Span) -> String {
        match span.days() {
            1 => self.day(span.first()),
            _ if span.first().year() == span.last().year() => {
                format!("{} to {}", span.first().format("%B %-d"), self.day(span.last()))
            }
            _ => format!("{} to {}", full(span.first()), full(span.last())),
        }
    }
}

/// “Jul 9–12”, “Jul 30–Aug 2”, “Jul 9”: for a line where room is short.
pub(crate) fn short_span(span: Span) -> String {
    let (first, last) = (span.first(), span.last());
    if first == last {
        first.format("%b %-d").to_string()
    } else if first.year() != last.year() {
        format!("{}–{}", first.format("%b %-d, %Y"), last.format("%b %-d, %Y"))
    } else if first.month() == last.month() {
        format!("{}–{}", first.format("%b %-d"), last.format("%-d"))
    } else {
        format!("{}–{}", first.format("%b %-d"), last.format("%b %-d"))
    }
}

/// “1 day”, “5 days”.
pub(crate) fn count(n: i64, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// “week”
pub(crate) fn unit_name(unit: LengthUnit) -> &'static str {
    match unit {
        LengthUnit::Days => "day",
        LengthUnit::Weeks => "week",
        LengthUnit::Months => "month",
    }
}

/// “12 weeks and 4 days”, “12 weeks”, “4 days”.
pub(crate) fn weeks_and_days(days: i64) -> String {
    match (days / 7, days % 7) {
        (0, days) => count(days, "day"),
        (weeks, 0) => count(weeks, "week"),
        (weeks, days) => format!("{} and {}", count(weeks, "week"), count(days, "day")),
    }
}

/// “5 days”, “5 to 15 days”: the least and the most of some figures; nothing of none.
pub(crate) fn count_between(figures: impl IntoIterator<Item = i64> + Clone) -> Option<String> {
    let least = figures.clone().into_iter().min()?;
    let most = figures.into_iter().max()?;
    Some(if least == most { count(least, "day") } else { format!("{least} to {most} days") })
}

/// “a”, “a and b”, “a, b and c”.
pub(crate) fn list(items: &[String]) -> String {
    joined(items, "and")
}

/// “a”, “a or b”, “a, b or c”.
pub(crate) fn either(items: &[String]) -> String {
    joined(items, "or")
}

fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {word} {last}", most.join(", ")),
    }
}

/// The clause as a sentence: a capital first, a full stop last; nothing of nothing.
pub(crate) fn sentence(clause: &str) -> String {
    if clause.is_empty() { String::new() } else { format!("{}.", capital(clause)) }
}

/// The words with a capital first.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the student called a commitment, or what it is called where they didn't.
pub(crate) fn commitment(name: &str) -> &str {
    if name.is_empty() { "a commitment" } else { name }
}

/// “12 working weeks”, “3 months”, “the posted end”, “the posted time”.
pub(crate) fn reading_name(reading: &Reading) -> String {
    let n = i64::from(reading.length.unwrap_or_default());
    match reading.measure {
        Measure::WorkingWeeks => count(n, "working week"),
        Measure::FullWeeks => count(n, "full week"),
        Measure::Months => count(n, "month"),
        Measure::Days => count(n, "day"),
        Measure::Stated => "the posted end".to_owned(),
        Measure::Frame => "the posted time".to_owned(),
    }
}

/// The names of some readings, in their order. Both ways of counting the same weeks are “12 weeks”.
pub(crate) fn reading_names(readings: &[&Reading]) -> Vec<String> {
    let has =
        |measure, length| readings.iter().any(|other| other.measure == measure && other.length == length);
    let mut names: Vec<String> = Vec::new();
    for reading in readings {
        let name = match reading.measure {
            Measure::WorkingWeeks if has(Measure::FullWeeks, reading.length) => {
                count(i64::from(reading.length.unwrap_or_default()), "week")
            }
            Measure::FullWeeks if has(Measure::WorkingWeeks, reading.length) => continue,
            _ => reading_name(reading),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
