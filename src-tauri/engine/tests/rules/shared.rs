//! What the tables of rules are written with.

use chrono::NaiveDate;
use startline_engine::{
    Answer, Calendar, Choice, Commitment, Fact, Facts, FreeSpan, LengthRule, LengthUnit, PostedDay, Program,
    Season, judge,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is not a day"))
}

/// `2026-05-16..2026-08-23`, or `2026-05-16..` without an end.
pub(crate) fn free(text: &str) -> FreeSpan {
    let (first, last) = text.split_once("..").expect("a span");
    FreeSpan { first: Some(day(first)), last: (!last.is_empty()).then(|| day(last)) }
}

/// `Finals=2026-06-01..2026-06-02`.
pub(crate) fn named(text: &str) -> Commitment {
    let (name, span) = text.split_once('=').expect("a name");
    let span = free(span);
    Commitment { name: name.to_owned(), first: span.first, last: span.last }
}

pub(crate) fn weeks(n: u32) -> LengthRule {
    LengthRule { unit: LengthUnit::Weeks, min: Some(n), max: Some(n) }
}

pub(crate) fn months(n: u32) -> LengthRule {
    LengthRule { unit: LengthUnit::Months, min: Some(n), max: None }
}

/// A fact that the student gave.
pub(crate) fn fact<T>(value: T) -> Fact<T> {
    Fact { value, quote: None, also: Vec::new(), corrected: false }
}

/// Facts with these lengths and start dates.
pub(crate) fn facts(lengths: &[LengthRule], starts: &[&str]) -> Facts {
    Facts {
        text: "A posting".to_owned(),
        internship: Some(fact(true)),
        lengths: lengths.iter().copied().map(fact).collect(),
        start_dates: starts.iter().map(|start| fact(PostedDay::from(day(start)))).collect(),
        ..Facts::default()
    }
}

/// The posting of 2026: 12 weeks and at least 3 months, five start dates, summer or fall.
pub(crate) fn posting_2026() -> Facts {
    let starts = ["2026-05-11", "2026-05-18", "2026-05-26", "2026-06-08", "2026-06-22"];
    Facts {
        seasons: vec![fact(Season::Summer), fact(Season::Fall)],
        season: Some(fact(Season::Summer)),
        year: Some(fact(2026)),
        ..facts(&[weeks(12), months(3)], &starts)
    }
}

/// A calendar in one line: `free 2026-05-16..2026-08-23; busy Finals=…; away Trip=…; limit CPT=…`.
pub(crate) fn calendar(text: &str) -> Calendar {
    let mut calendar = Calendar::default();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once(' ').expect("a kind and a span") {
            ("free", span) => calendar.free.push(free(span)),
            ("busy", span) => calendar.fixed.push(named(span)),
            ("away", span) => calendar.flexible.push(named(span)),
            ("limit", span) => calendar.limits.push(named(span)),
            ("graduation", when) => calendar.graduation = when.parse().ok(),
            (kind, _) => panic!("{kind:?} is no part of a calendar"),
        }
    }
    calendar
}

/// A day before every start date of the posting of 2026.
pub(crate) fn before() -> NaiveDate {
    day("2026-03-03")
}

pub(crate) fn answer(facts: &Facts, time: &str) -> Answer {
    judge(&Program::of(facts), &calendar(time), &[], before())
}

/// The same, as of another day.
pub(crate) fn answer_on(today: &str, facts: &Facts, time: &str) -> Answer {
    judge(&Program::of(facts), &calendar(time), &[], day(today))
}

pub(crate) fn choice(start: &str, end: &str) -> Choice {
    Choice { start: day(start), end: day(end), full_time: false }
}
