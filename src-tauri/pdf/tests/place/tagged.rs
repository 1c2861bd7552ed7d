//! A tagged résumé stays as valid as it was.

use std::collections::BTreeSet;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use startline_engine::{Style, Typeface};
use startline_pdf::Fonts;
use startline_pdf::place::{PlaceOptions, Placing, Where, place};

use crate::common::header;
use crate::shared::*;

/// The rules of a standard that a file breaks.
fn broken_rules(pdf: &[u8], standard: ValidationProfile) -> BTreeSet<String> {
    let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(standard)).unwrap();
    report.failures.iter().map(|failure| format!("{failure:?}").chars().take(60).collect()).collect()
}

/// Every way to put the line or the header on a résumé, where the page allows it.
fn placed(resume: &[u8]) -> Vec<(String, Vec<u8>)> {
    let (header, fonts) = (header("Maren Okafor", Style::default()), Fonts::bundled(Typeface::Sans));
    let line =
        Placing::Line { stated: &header.stated, dates: header.style.dates, candidate: &header.candidate };
    let whole = Placing::Header { header: &header, fonts: &fonts };
    let mut copies = Vec::new();
    for way in [Where::Splice, Where::Band, Where::Cover] {
        for (words, what) in [("line", &line), ("header", &whole)] {
            let options = PlaceOptions { place: Some(way), ..PlaceOptions::default() };
            if let Ok(placed) = place(resume, what, &options) {
                copies.push((format!("the {words} by {way:?}"), placed.pdf));
            }
        }
    }
    copies
}

#[test]
fn no_rule_is_broken_that_was_kept_before() {
    let tagged = |name: &&String| name.contains("tagged") || name.starts_with("typst");
    for name in placeable().iter().filter(tagged) {
        let resume = file(name);
        let before = broken_rules(&resume, ValidationProfile::PdfUa1);
        for (way, pdf) in placed(&resume) {
            let after = broken_rules(&pdf, ValidationProfile::PdfUa1);
            let new: Vec<&String> = after.difference(&before).collect();
            assert_eq!(new, [""; 0], "{name}, {way}");
        }
    }
}

#[test]
fn what_is_valid_stays_valid() {
    for (name, standard) in
        [("typst-ua.pdf", ValidationProfile::PdfUa1), ("typst-archive.pdf", ValidationProfile::PdfA2a)]
    {
        let resume = file(name);
        assert_eq!(broken_rules(&resume, standard), BTreeSet::new(), "{name}");
        let copies = placed(&resume);
        assert!(copies.len() >= 5, "{name}: every way but a spliced header");
        for (way, pdf) in copies {
            assert_eq!(broken_rules(&pdf, standard), BTreeSet::new(), "{name}, {way}");
        }
    }
}
