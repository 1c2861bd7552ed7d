//! Headers to try things on.
#![allow(dead_code, clippy::unwrap_used, reason = "each test takes what it needs, and fails where it can't")]

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use startline_engine::{
    Calendar, Candidate, Choice, Education, FreeSpan, LengthRule, LengthUnit, Link, Program, Start, Stated,
    Style, Typeface, judge,
};
use startline_pdf::{EastAsian, Face, Fonts, Header, Weight};

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
        let failures: Vec<_> =
            report.failures.iter().filter(|failure| !is_false_alarm(&failure.message)).collect();
        assert!(failures.is_empty(), "{what}, {profile:?}: {failures:#?}");
    }
}

/// The one thing that page_validation gets wrong: the widths of CFF glyphs, which it reads as 0. veraPDF, which
/// reads them right, finds nothing in the same files.
fn is_false_alarm(message: &str) -> bool {
    message.contains("width 0.000 in its embedded CIDFontType0C program but 1000.000 in /W or /DW")
        || message.contains("width 0.000 in its embedded CIDFontType0C program but 920.000 in /W or /DW")
}

/// The bundled fonts, and behind them the small ones of the tests in the forms that a candidate asks for, as
/// the computer's own would be.
pub(crate) fn fonts(candidate: &Candidate, typeface: Typeface) -> Fonts {
    let Some(forms) = EastAsian::of(candidate) else { return Fonts::bundled(typeface) };
    let (index, place) = match forms {
        EastAsian::Japanese => (0, "jp"),
        EastAsian::Korean => (1, "kr"),
        EastAsian::Simplified => (2, "sc"),
        EastAsian::Traditional => (3, "tc"),
        EastAsian::HongKong => (4, "hk"),
    };
    let files: [(Weight, &str, &[u8]); 2] = [
        (Weight::Regular, "Regular", include_bytes!("../fonts/NotoSansCJK-Regular.ttc")),
        (Weight::SemiBold, "Bold", include_bytes!("../fonts/NotoSansCJK-Bold.ttc")),
    ];
    files.into_iter().fold(Fonts::bundled(typeface), |fonts, (weight, style, data)| {
        let name = format!("NotoSansCJK{place}-{style}");
        fonts.and(weight, Face::of_system(&name, data.to_vec(), index, weight, Some(forms.tag())).unwrap())
    })
}
