//! Answers to doubts that depend on what day it is. Reading knows no day: it is handed in.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{Correction, CorrectionKind, DoubtAnswer, Fact, Facts, Quote};
use crate::PostedDay;

impl Facts {
    /// These facts with answers for the dates whose year is missing: the year in which they come next, and the
    /// other of this year and the next (P2). One answer gives the year to all of the program's dates; the last
    /// day to apply may well be in the year before, and has its own.
    #[must_use]
    pub fn with_years_offered(mut self, today: NaiveDate) -> Self {
        let program: Vec<_> = self
            .start_dates
            .iter()
            .chain(&self.end_dates)
            .chain(&self.latest_start)
            .filter_map(yearless)
            .collect();
        if let Some((first, _)) = program.iter().min_by_key(|(day, _)| (day.month, day.day)) {
            let answers = years(*first, today).map(in_year);
            self.answer(|quote| program.iter().any(|(_, at)| *at == quote), &answers);
        }
        if let Some((deadline, at)) = self.deadline.as_ref().and_then(yearless) {
            let answers = years(deadline, today).map(|year| on_day(deadline, year));
            self.answer(|quote| at == quote, &answers);
        }
        self
    }

    /// Gives answers to the doubts that have none, where they stand at a place.
    fn answer(&mut self, at: impl Fn(Quote) -> bool, answers: &[DoubtAnswer]) {
        for doubt in &mut self.doubts {
            if doubt.answers.is_empty() && doubt.quote.is_some_and(&at) {
                doubt.answers = answers.to_vec();
            }
        }
    }
}

/// A day without a year, and where it stands.
fn yearless(fact: &Fact<PostedDay>) -> Option<(PostedDay, Quote)> {
    fact.quote.filter(|_| fact.value.year.is_none()).map(|quote| (fact.value, quote))
}

/// The year in which a day comes next, and the other of this year and the next.
fn years(day: PostedDay, today: NaiveDate) -> [i32; 2] {
    let mut years = [today.year(), today.year() + 1];
    if (day.month, day.day) < (today.month(), today.day()) {
        years.reverse();
    }
    years
}

fn in_year(year: i32) -> DoubtAnswer {
    let given = Correction {
        kind: CorrectionKind::Add,
        fact: "year".to_owned(),
        was: Value::Null,
        value: json!(year),
    };
    DoubtAnswer { label: year.to_string(), corrections: vec![given] }
}

fn on_day(day: PostedDay, year: i32) -> DoubtAnswer {
    let dated = PostedDay { year: Some(year), ..day };
    let given = Correction {
        kind: CorrectionKind::Change,
        fact: "deadline".to_owned(),
        was: json!(day),
        value: json!(dated),
    };
    DoubtAnswer { label: year.to_string(), corrections: vec![given] }
}
