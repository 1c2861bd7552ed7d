//! How long judging takes: a window of ten years against 500 commitments, and that twice the days take no longer.
//!
//! `cargo bench -p startline-engine --bench verdicts` prints medians.

#![allow(clippy::print_stdout)] // Its table is what it is for.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use startline_engine::{Calendar, Commitment, FreeSpan, LengthRule, LengthUnit, Program, Span, judge};

/// The calendar is spread over ten years.
const DAYS: u64 = 3653;

fn main() {
    println!("{:50} {:>10} {:>6}", "judged", "median", "runs");
    for (name, years, commitments) in [
        ("ten years, no commitment", 10, 0),
        ("ten years, 50 commitments", 10, 50),
        ("ten years, 500 commitments", 10, 500),
        ("twenty years, 500 commitments", 20, 500),
        ("a hundred years, 500 commitments", 100, 500),
        ("ten years, 5000 commitments", 10, 5000),
    ] {
        let window = Some(span(0, years * 366));
        row(name, &program(3, window), &calendar(commitments));
        row(&format!("{name}, too long for all gaps"), &program(84, window), &calendar(commitments));
    }
    row("any day, 500 commitments", &program(3, None), &calendar(500));
    row("any day, one commitment that takes it all", &program(84, None), &whole());
}

fn row(name: &str, program: &Program, calendar: &Calendar) {
    let runs = judge(program, calendar, &[], first()).runs.len();
    let mut taken: Vec<Duration> = (0..40)
        .map(|_| {
            let start = Instant::now();
            drop(black_box(judge(black_box(program), black_box(calendar), &[], first())));
            start.elapsed()
        })
        .collect();
    taken.sort();
    println!("{name:50} {:>10.2?} {runs:>6}", taken.get(taken.len() / 2).copied().unwrap_or_default());
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default()
}

/// Some days, counted from the first.
fn span(from: u64, days: u64) -> Span {
    let at = |days| first().checked_add_days(Days::new(days)).unwrap_or_default();
    Span::new(at(from), at(from + days)).unwrap_or(Span::day(first()))
}

/// Two lengths, of so many days and of half as many again.
fn program(days: u32, window: Option<Span>) -> Program {
    let rule = |n| LengthRule { unit: LengthUnit::Days, min: Some(n), max: None };
    Program {
        lengths: vec![rule(days), rule(days * 3 / 2)],
        windows: window.into_iter().collect(),
        ..Program::default()
    }
}

/// So many commitments of one to three days, evenly over ten years that are otherwise free.
fn calendar(commitments: u64) -> Calendar {
    let fixed = (0..commitments).map(|n| {
        let days = span(n * DAYS / commitments.max(1), n % 3);
        Commitment { name: format!("Exam {n}"), first: Some(days.first()), last: Some(days.last()) }
    });
    Calendar { free: vec![FreeSpan::from(span(0, DAYS))], fixed: fixed.collect(), ..Calendar::default() }
}

/// Ten years of school.
fn whole() -> Calendar {
    let days = span(0, DAYS);
    let school = Commitment { name: "School".into(), first: Some(days.first()), last: Some(days.last()) };
    Calendar { fixed: vec![school], ..calendar(0) }
}
