//! The header that everyone draws.

use startline_engine::{
    Calendar, Candidate, Choice, Education, FreeSpan, LengthRule, LengthUnit, Link, Program, Start, Style, judge,
};
use startline_pdf::Header;

/// `town` is set in the regular face and `name` in the semibold one.
pub(crate) fn header(name: &str, town: &str) -> Header {
    let day = |text: &str| text.parse().unwrap();
    let free = FreeSpan { first: Some(day("2026-05-16")), last: Some(day("2026-08-23")) };
    let rule = |unit, min, max| LengthRule { unit, min: Some(min), max };
    let program = Program {
        lengths: vec![rule(LengthUnit::Weeks, 12, Some(12)), rule(LengthUnit::Months, 3, None)],
        starts: vec![Start { day: day("2026-05-18"), ends: vec![] }],
        ..Program::default()
    };
    let calendar = Calendar { free: vec![free], ..Calendar::default() };
    let choice = Choice { start: day("2026-05-18"), end: day("2026-08-17"), full_time: true };
    let given = |text: &str| Some(text.to_owned());
    let candidate = Candidate {
        name: name.to_owned(),
        headline: None,
        email: given("zoe.nguyen@sjsu.example"),
        phone: given("+1 408-555-0142"),
        location: given(&format!("{town}, CA")),
        links: vec![Link { label: "GitHub".to_owned(), url: "https://github.com/zoenguyen".to_owned() }],
        education: vec![Education {
            school: "San José State University".to_owned(),
            degree: given("B.S. Computer Science"),
            graduation: given("2027-05"),
        }],
    };
    let stated = judge(&program, &calendar, &[], day("2026-03-03")).state(&choice).unwrap();
    Header { candidate, stated, style: Style::default() }
}
