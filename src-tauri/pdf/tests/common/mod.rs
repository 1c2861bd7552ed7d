//! Headers to try things on.
#![allow(dead_code, clippy::unwrap_used, reason = "each test takes what it needs, and fails where it can't")]

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use startline_engine::{
    Calendar, Candidate, Choice, Education, FreeSpan, LengthRule, LengthUnit, Link, Program, Start, Stated,
    Style, judge,
};
use startline_pdf::Header;

/// Dates that a verdict allows, for a posting of 12 weeks and of 3 months.
pub(crate) fn stated() -> Stated {
    let day = |text: &str| text.parse().unwrap();
    let free = FreeSpan { first: Some(day("2026-05-16")), last: Some(day("2026-08-23")) };
    let calendar = Calendar { free: vec![free], ..Calendar::default() };
    let program = Program {
        lengths: vec![
            LengthRule { unit: LengthUnit::Weeks, min: Some(12), max: Some(12) },
            LengthRule { unit: LengthUnit::Months, min: Some(3), max: None },
        ],
        starts: vec![Start { day: day("2026-05-18"), ends: vec![] }],
        ..Program::default()
    };
    let choice = Choice { start: day("2026-05-18"), end: day("2026-08-17"), full_time: true };
    judge(&program, &calendar, &[], day("2026-03-03")).state(&choice).unwrap()
}

/// A student with everything a header prints.
pub(crate) fn candidate(name: &str) -> Candidate {
    Candidate {
        name: name.to_owned(),
        headline: None,
        email: Some("zoe.nguyen@sjsu.example".to_owned()),
        phone: Some("+1 408-555-0142".to_owned()),
        location: Some("San José, CA".to_owned()),
        links: vec![Link { label: "GitHub".to_owned(), url: "https://github.com/zoenguyen".to_owned() }],
        education: vec![Education {
            school: "San José State University".to_owned(),
            degree: Some("B.S. Computer Science".to_owned()),
            graduation: Some("2027-05".to_owned()),
        }],
    }
}

pub(crate) fn header(name: &str, style: Style) -> Header {
    Header { candidate: candidate(name), stated: stated(), style }
}

/// Holds a file to PDF/UA-1 and PDF/A-2a.
#[track_caller]
pub(crate) fn assert_valid(pdf: &[u8], what: &str) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).unwrap();
        assert!(report.is_compliant, "{what}, {profile:?}: {:#?}", report.failures);
    }
}
