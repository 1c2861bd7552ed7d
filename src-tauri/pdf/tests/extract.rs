//! Headers as poppler's pdftotext reads them, in the order of the file and in that of the page. What other
//! programs read is measured by hand, with `cargo xtask extractors`.
//!
//! Only on Linux, where `cargo xtask test` installs poppler.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails where it can't go on")]

mod common;

use std::io::Write as _;
use std::process::{Command, Stdio};

use common::{fonts, header};
use startline_engine::{Paper, Style, Template, Typeface};
use unicode_normalization::UnicodeNormalization as _;

const NAMES: [&str; 2] = [include_str!("names.txt"), include_str!("names-east-asian.txt")];

/// What pdftotext says, composed, with plain white space and without the marks that it sets around text that
/// runs from right to left.
fn pdftotext(pdf: &[u8], order: &str) -> String {
    let mut command = Command::new("pdftotext");
    let mut child =
        command.args([order, "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let text: String = text.nfc().filter(|c| !matches!(c, '\u{202a}'..='\u{202e}')).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Arabic or Hebrew: the letters whose words `-raw` puts in another order.
fn runs_from_right(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '\u{0590}'..='\u{06ff}'))
}

#[test]
fn names_dates_and_contact_read_back_in_pdftotext() {
    let styles = [
        (Template::Ruled, Paper::Letter, Typeface::Sans),
        (Template::Classic, Paper::A4, Typeface::Serif),
        (Template::Strip, Paper::Letter, Typeface::Serif),
    ];
    let mut failures = Vec::new();
    for name in NAMES.iter().flat_map(|names| names.lines()) {
        for (template, paper, typeface) in styles {
            let header = header(name, Style { template, paper, typeface, ..Style::default() });
            let pdf = header.to_pdf(&fonts(&header.candidate, typeface)).unwrap();
            for order in ["-raw", "-layout"] {
                let text = pdftotext(&pdf, order);
                let candidate = &header.candidate;
                let mut expected = vec![
                    "Start date: May 18, 2026",
                    "End date: August 17, 2026",
                    candidate.email.as_deref().unwrap(),
                    candidate.phone.as_deref().unwrap(),
                    "github.com/zoenguyen",
                    candidate.education[0].school.as_str(),
                ];
                let one_script = !name.chars().any(|c| c.is_ascii_alphabetic());
                if !runs_from_right(name) || (order == "-layout" && one_script) {
                    expected.push(name);
                }
                let name: String = name.nfc().collect();
                let absent =
                    expected.into_iter().filter(|one| !text.contains(&one.nfc().collect::<String>()));
                failures
                    .extend(absent.map(|one| format!("{name}, {template:?}, {order}: no {one} in {text}")));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
