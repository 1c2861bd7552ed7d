//! Any bytes taken for a résumé, or for a PDF to be read back.

use std::sync::LazyLock;

use chrono::NaiveDate;
use startline_engine::{
    Calendar, Candidate, Choice, DateStyle, FreeSpan, LengthRule, LengthUnit, Program, Start, Stated, judge,
};
use startline_pdf::page::looks;
use startline_pdf::place::{PlaceOptions, Placing, place};
use startline_pdf::{Expected, preview_svg, proof};

const START: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 5, 18);
const END: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 8, 17);

pub(super) static STATED: LazyLock<Option<Stated>> = LazyLock::new(|| {
    let (start, end) = START.zip(END)?;
    let calendar =
        Calendar { free: vec![FreeSpan { first: Some(start), last: None }], ..Calendar::default() };
    let program = Program {
        lengths: vec![LengthRule { unit: LengthUnit::Weeks, min: Some(12), max: Some(12) }],
        starts: vec![Start { day: start, ends: vec![] }],
        ..Program::default()
    };
    let choice = Choice { start, end, full_time: true };
    judge(&program, &calendar, &[], start).state(&choice).ok()
});

/// A résumé gives a new file that opens, or a sentence; and what was placed is known again, where it reads back:
/// a file that it doesn't read back from is handed to nobody.
pub fn place_on_resume(bytes: &[u8]) {
    let Some(stated) = &*STATED else { return };
    let candidate = Candidate { name: "Maren Okafor".to_owned(), ..Candidate::default() };
    let line = Placing::Line { stated, dates: DateStyle::MonthDayYear, candidate: &candidate };
    let Ok(once) = place(bytes, &line, &PlaceOptions::default()) else { return };
    assert!(!looks(&once.pdf, "").is_empty(), "what was placed does not open");
    let proof = proof(&once.pdf, Some(&expected()));
    let reads_back =
        !proof.orders.is_empty() && proof.orders.iter().all(|order| (order.start, order.end) == (START, END));
    if !reads_back {
        return;
    }
    if let Ok(twice) = place(&once.pdf, &line, &PlaceOptions::default()) {
        assert!(twice.replaced_earlier, "what was placed is not known again");
    }
}

/// A PDF gives a proof, and one that did not pass says why.
pub fn read_back(bytes: &[u8]) {
    let proof = proof(bytes, Some(&expected()));
    assert_eq!(proof.passed, proof.problems.is_empty(), "{:?}", proof.problems);
    let _ = preview_svg(bytes);
}

fn expected() -> Expected {
    Expected {
        name: "Maren Okafor".to_owned(),
        dates: START.zip(END),
        email: None,
        phone: None,
        links: Vec::new(),
    }
}
