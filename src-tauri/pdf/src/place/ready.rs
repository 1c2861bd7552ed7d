//! A résumé opened and looked at, and what is to be put on it, set to match.

use hayro_svg::hayro_interpret::kurbo::Affine;
use lopdf::Document;
use lopdf::xref::XrefType;
use startline_engine::{Candidate, Typeface};

use super::art::{Art, HeaderArt};
use super::contact::{Contact, contact};
use super::face::typeface;
use super::insert::inherited;
use super::line::LineArt;
use super::open::{Opened, open};
use super::seen::Seen;
use super::sheet::{Sheet, sheet};
use super::undo::undo;
use super::units::{Unit, units};
use super::words::warnings;
use super::{PlaceError, PlaceOptions, Placing};

/// Everything that choosing and placing need.
pub(super) struct Ready {
    pub(super) document: Document,
    pub(super) sheet: Sheet,
    pub(super) units: Vec<Unit>,
    pub(super) seen: Seen,
    pub(super) contact: Option<Contact>,
    pub(super) face: Typeface,
    pub(super) art: Art,
    pub(super) candidate: Candidate,
    pub(super) placed_before: bool,
    pub(super) warnings: Vec<String>,
}

/// Opens a résumé, takes off what Startline put on it before, and looks at it.
pub(super) fn ready(
    resume: &[u8],
    what: &Placing<'_>,
    options: &PlaceOptions<'_>,
) -> Result<Ready, PlaceError> {
    let Opened { mut document, was_protected, was_mended } = open(resume, options.password)?;
    let placed_before = undo(&mut document, upright);
    let sheet = if placed_before {
        let bytes = save(&mut document)?;
        sheet(&document, &bytes, None)?
    } else {
        sheet(&document, resume, options.password)?
    };
    let units = units(&sheet);
    if units.iter().all(|unit| unit.area().is_none()) {
        return Err(PlaceError::Blank);
    }
    let seen = Seen::of(&sheet.look, &units);
    let contact = contact(&sheet);
    let face = options.typeface.unwrap_or_else(|| typeface(&document, &sheet, contact.as_ref()));
    let (art, candidate) = match what {
        Placing::Line { stated, dates, candidate } => {
            let text = stated.line(*dates);
            (Art::Line(LineArt::new(&text, face, contact.as_ref(), &seen, options.alignment)?), *candidate)
        }
        Placing::Header { header, fonts } => {
            (Art::Header(Box::new(HeaderArt::new(header, fonts)?)), &header.candidate)
        }
    };
    let mut warnings = warnings(&sheet, contact.as_ref(), candidate);
    if was_protected {
        warnings.push("The résumé was protected; the new file is not.".to_owned());
    }
    if was_mended {
        warnings.push(
            "The résumé’s file was damaged and could be mended. Look it over before sending it.".to_owned(),
        );
    }
    let candidate = candidate.clone();
    Ok(Ready { document, sheet, units, seen, contact, face, art, candidate, placed_before, warnings })
}

/// From a page's own space to the reader's, for the first page.
fn upright(document: &Document) -> Option<Affine> {
    let page = document.page_iter().next()?;
    let area =
        |key: &[u8]| super::moving::rect(document.dereference(inherited(document, page, key)?).ok()?.1);
    let media = area(b"MediaBox")?;
    let sheet = area(b"CropBox").map_or(media, |crop| crop.intersect(media));
    let turn =
        inherited(document, page, b"Rotate").and_then(|turn| turn.as_i64().ok()).unwrap_or(0).rem_euclid(360);
    Some(crate::page::upright(sheet, turn).2)
}

/// The document's bytes, with a table of the kind that it came with.
pub(super) fn save(document: &mut Document) -> Result<Vec<u8>, PlaceError> {
    let mut bytes = Vec::new();
    let saved = match document.reference_table.cross_reference_type {
        XrefType::CrossReferenceStream => document.save_modern(&mut bytes),
        XrefType::CrossReferenceTable => document.save_to(&mut bytes),
    };
    saved.map_err(|_| PlaceError::Damaged { at: None })?;
    Ok(bytes)
}
