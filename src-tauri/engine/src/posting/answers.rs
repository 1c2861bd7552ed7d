//! Answers to doubts that depend on what day it is. Reading knows no day: it is handed in.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{Correction, CorrectionKind, Doubt, DoubtAnswer, Fact, Facts, PostedSpan, Quote};
use crate::{PostedDay, PostedMonth, Program, Starts};

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
            .chain(self.yearless_windows())
            .collect();
        self.doubt_windows(&program);
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

    /// The months and days between which one may start and whose year is missing, and where they stand. Of a month
    /// its last days, so that it has not passed while it lasts.
    fn yearless_windows(&self) -> Vec<(PostedDay, Quote)> {
        let month = |fact: &Fact<PostedMonth>| {
            let PostedMonth { year, month } = fact.value;
            fact.quote.filter(|_| year.is_none()).map(|quote| (PostedDay { year, month, day: 28 }, quote))
        };
        let span = |fact: &Fact<PostedSpan>| {
            let day = fact.value.first;
            fact.quote.filter(|_| day.year.is_none()).map(|quote| (day, quote))
        };
        let months = self.start_months.iter().filter_map(|start| month(&start.month));
        let frames = self.month_spans.iter().filter_map(|fact| {
            let first = fact.value.first;
            fact.quote
                .filter(|_| first.year.is_none())
                .map(|quote| (PostedDay { year: None, month: first.month, day: 28 }, quote))
        });
        let spans = self.start_window.iter().chain(&self.frame).filter_map(span);
        months.chain(frames).chain(spans).collect()
    }

    /// Where nothing that is said of starts can be judged without a year, one doubt about it, unless reading had it.
    fn doubt_windows(&mut self, program: &[(PostedDay, Quote)]) {
        let unclear = Program::of(self).unclear == Some(Starts::Window);
        let known = self.doubts.iter().any(|doubt| program.iter().any(|(_, at)| doubt.quote == Some(*at)));
        if let Some((_, at)) = program.first().filter(|_| unclear && !known) {
            let message =
                "The posting gives no year for its start. Give it, so that days can be checked.".to_owned();
            self.doubts.push(Doubt { message, quote: Some(*at), answers: Vec::new() });
        }
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
