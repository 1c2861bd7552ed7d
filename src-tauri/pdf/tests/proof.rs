//! The proof reads files as a parser does: whole headers pass, and broken ones don't.
#![allow(clippy::unwrap_used, reason = "a test fails where it can't go on")]

mod common;

use common::{candidate, header, stated};
use startline_engine::{DateStyle, Paper, Style, Template, Typeface};
use startline_pdf::proof::Order;
use startline_pdf::{Expected, Fonts, Header, ReadingError, Sheet, posting_text, proof};

const NAME: &str = "Zoë Nguyễn";

fn made(style: Style) -> (Vec<u8>, Expected) {
    let header = header(NAME, style);
    let expected = Expected::header(&header.candidate, &header.stated);
    (header.to_pdf(&Fonts::bundled(Typeface::Sans)).unwrap(), expected)
}

#[test]
fn a_header_reads_back_in_both_orders() {
    for template in [Template::Ruled, Template::Classic, Template::Strip] {
        for dates in [DateStyle::MonthDayYear, DateStyle::DayMonthYear, DateStyle::Iso] {
            let style = Style { template, dates, ..Style::default() };
            let (pdf, expected) = made(style.clone());
            let proof = proof(&pdf, Some(&expected));
            assert_eq!(proof.problems, [] as [String; 0], "{style:?}: {proof:#?}");
            assert!(proof.passed && proof.tagged && proof.fonts_embedded && proof.under_limit);
            assert_eq!((proof.pages, proof.bytes), (1, pdf.len()));
            assert_eq!(proof.email.as_deref(), Some("zoe.nguyen@sjsu.example"));
            assert_eq!(proof.phone.as_deref(), Some("+1 408-555-0142"));
            assert_eq!(
                proof.links,
                ["mailto:zoe.nguyen@sjsu.example", "tel:+14085550142", "https://github.com/zoenguyen"]
            );
            for order in &proof.orders {
                let written = [dates.write(stated().start()), dates.write(stated().end())];
                assert!(order.text.contains(&format!("Start date: {}", written[0])), "{}", order.text);
                assert!(order.text.contains(&format!("End date: {}", written[1])), "{}", order.text);
            }
        }
    }
}

/// All of it, as a reader takes it line by line.
#[test]
fn the_text_of_the_ruled_template() {
    let (pdf, _) = made(Style { paper: Paper::A4, ..Style::default() });
    let proof = proof(&pdf, None);
    let layout = proof.orders.iter().find(|order| order.order == Order::Layout).unwrap();
    assert_eq!(
        layout.text,
        "Zoë Nguyễn\n\
         San José, CA zoe.nguyen@sjsu.example +1 408-555-0142 github.com/zoenguyen\n\
         Availability Start date: May 18, 2026 End date: August 17, 2026\n\
         Full-time; covers the 12-week program and the 3-month minimum\n\
         Education San José State University\n\
         B.S. Computer Science, expected May 2027"
    );
    assert_eq!(layout.name_first, None);
    assert_eq!(layout.start, Some(stated().start()));
    assert_eq!(posting_text(&pdf).unwrap(), proof.orders[0].text);
}

/// What is expected and does not stand in the file, and the sentence that says so.
#[test]
fn what_did_not_read_back_is_named() {
    #[track_caller]
    fn check(change: impl FnOnce(&mut Expected), problem: &str) {
        let (pdf, mut expected) = made(Style::default());
        change(&mut expected);
        let proof = proof(&pdf, Some(&expected));
        assert!(!proof.passed);
        assert_eq!(proof.problems[0], problem);
    }
    check(|e| e.name = "Zoe Nguyen".into(), "The name is not the first thing that parsers read.");
    check(|e| e.dates = e.dates.map(|(_, end)| (end, end)), "The start date did not read back.");
    check(|e| e.dates = e.dates.map(|(start, _)| (start, start)), "The end date did not read back.");
    check(|e| e.email = Some("other@sjsu.example".into()), "The e-mail address did not read back.");
    check(|e| e.phone = Some("+1 408-555-0143".into()), "The phone number did not read back.");
    check(
        |e| e.links.push("https://zoe.example/".into()),
        "The link https://zoe.example/ did not read back.",
    );
}

#[test]
fn a_sheet_without_dates_reads_none() {
    let (candidate, style) = (candidate(NAME), Style::default());
    let sheet = Sheet { candidate: &candidate, stated: None, style: &style };
    let pdf = sheet.to_pdf(&Fonts::bundled(Typeface::Sans)).unwrap();
    for order in proof(&pdf, None).orders {
        assert_eq!((order.start, order.end), (None, None));
        assert!(!order.text.contains("2026"), "{}", order.text);
    }
}

/// The same header without what says which letters its glyphs are.
#[test]
fn letters_that_say_nothing_fail() {
    let (pdf, expected) = made(Style::default());
    let mut document = lopdf::Document::load_mem(&pdf).unwrap();
    for object in document.objects.values_mut() {
        if let Ok(font) = object.as_dict_mut() {
            font.remove(b"ToUnicode");
        }
    }
    let mut without = Vec::new();
    document.save_to(&mut without).unwrap();
    let proof = proof(&without, Some(&expected));
    assert!(!proof.passed);
    assert!(proof.problems.iter().any(|problem| problem.contains("did not read back")), "{proof:#?}");
}

#[test]
fn a_file_that_cannot_be_read_fails_and_says_why() {
    let (pdf, expected) = made(Style::default());
    let half = pdf.get(..pdf.len() / 2).unwrap();
    for (bytes, problem) in [
        (&b""[..], ReadingError::NoPdf),
        (b"PK\x03\x04word/document.xml", ReadingError::NoPdf),
        (b"%PDF-1.7\nnothing", ReadingError::Damaged),
        (half, ReadingError::Damaged),
    ] {
        let proof = proof(bytes, Some(&expected));
        assert!(!proof.passed, "{proof:#?}");
        assert_eq!(proof.problems, [problem.to_string()]);
        assert_eq!(posting_text(bytes), Err(problem));
    }
}

/// No cut or changed byte of a file may crash a reader.
#[test]
fn broken_bytes_never_panic() {
    let Header { candidate, stated, style } = header(NAME, Style::default());
    let expected = Expected::header(&candidate, &stated);
    let (pdf, _) = made(style);
    for at in (0..pdf.len()).step_by(97) {
        let _ = proof(pdf.get(..at).unwrap(), Some(&expected));
        let mut changed = pdf.clone();
        changed[at] ^= 0x55;
        let _ = proof(&changed, Some(&expected));
    }
}

/// The file with its page's content changed.
fn with_content(pdf: &[u8], change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(pdf).unwrap();
    let page = document.page_iter().next().unwrap();
    let content = String::from_utf8(document.get_page_content(page)).unwrap();
    document.change_page_content(page, change(content).into_bytes()).unwrap();
    let mut changed = Vec::new();
    document.save_to(&mut changed).unwrap();
    changed
}

/// Files in which something went wrong on the page itself, and the sentence that says what.
#[test]
fn a_page_that_says_something_else_fails() {
    #[track_caller]
    fn check(change: impl FnOnce(String) -> String, problem: &str) {
        let (pdf, expected) = made(Style::default());
        let proof = proof(&with_content(&pdf, change), Some(&expected));
        assert!(!proof.passed);
        assert!(proof.problems.iter().any(|one| one == problem), "{:?}", proof.problems);
    }
    // The name stands in the first text section, ahead of all others.
    fn name_last(content: &str) -> String {
        let end = content.find("EMC").unwrap() + 3;
        let (name, rest) = content.split_at(end);
        format!("{rest}\n{name}")
    }
    check(|content| name_last(&content), "The name is not the first thing that parsers read.");
    check(|content| content.replacen(" 728 Tm", " 60 Tm", 1), "The name is not at the top of the page.");
    check(
        |_| "0 0 0 rg 54 60 500 700 re f".to_owned(),
        "This PDF has no text, only a picture. Parsers can't read it.",
    );
    check(
        |content| content.replacen(" Tj", " T", 1).replacen(" TJ", " T", 1),
        "The name is not the first thing that parsers read.",
    );
}

/// A header of other dates, of another student, or with the dates the wrong way round.
#[test]
fn a_header_of_another_application_fails() {
    let (pdf, expected) = made(Style::default());
    let other = Header { candidate: candidate("Ana Silva"), ..header(NAME, Style::default()) };
    let other = other.to_pdf(&Fonts::bundled(Typeface::Sans)).unwrap();
    let problems = |pdf: &[u8], expected: &Expected| proof(pdf, Some(expected)).problems;
    assert!(problems(&pdf, &expected).is_empty());
    assert!(
        problems(&other, &expected)
            .contains(&"The name is not the first thing that parsers read.".to_owned())
    );
    let turned = Expected { dates: expected.dates.map(|(start, end)| (end, start)), ..expected };
    let wrong = ["The start date did not read back.", "The end date did not read back."];
    assert_eq!(problems(&pdf, &turned), wrong);
}
