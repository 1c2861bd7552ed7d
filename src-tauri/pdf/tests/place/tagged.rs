//! A tagged résumé stays as valid as it was.

use std::collections::BTreeSet;

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use startline_engine::{Style, Typeface};
use startline_pdf::Fonts;
use startline_pdf::place::{PlaceOptions, Placing, Where, place};

use crate::common::header;
use crate::shared::*;

/// The rules of PDF/UA-1 that a file breaks.
fn broken_rules(pdf: &[u8]) -> BTreeSet<String> {
    let report =
        validate_pdf_bytes(pdf, &ValidationOptions::default().profile(ValidationProfile::PdfUa1)).unwrap();
    report.failures.iter().map(|failure| format!("{failure:?}").chars().take(60).collect()).collect()
}

#[test]
fn no_rule_is_broken_that_was_kept_before() {
    let (header, fonts) = (header("Maren Okafor", Style::default()), Fonts::bundled(Typeface::Sans));
    for name in placeable().iter().filter(|name| {
        name.starts_with("weasyprint-tagged") || name.contains("tagged") || name.starts_with("typst")
    }) {
        let resume = file(name);
        let before = broken_rules(&resume);
        for way in [Where::Splice, Where::Band, Where::Cover] {
            for what in [
                Placing::Line {
                    stated: &header.stated,
                    dates: header.style.dates,
                    candidate: &header.candidate,
                },
                Placing::Header { header: &header, fonts: &fonts },
            ] {
                let options = PlaceOptions { place: Some(way), ..PlaceOptions::default() };
                let Ok(placed) = place(&resume, &what, &options) else { continue };
                let new: Vec<String> = broken_rules(&placed.pdf).difference(&before).cloned().collect();
                assert_eq!(new, [""; 0], "{name}, {way:?}");
            }
        }
    }
}
