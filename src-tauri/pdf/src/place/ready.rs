//! A résumé opened and looked at, and what is to be put on it, set to match.

use hayro_svg::hayro_interpret::kurbo::Affine;
use lopdf::Document;
use lopdf::xref::XrefType;
use startline_engine::{Candidate, Typeface};

use super::art::{Art, HeaderArt};
use super::contact::{Contact, contact};
use super::expand::{Original, expand, has_large_form};
use super::face::typeface;
use super::insert::{inherited, set_content};
use super::line::LineArt;
use super::notes::notes;
use super::open::{MAX_UNPACKED, Opened, open};
use super::seen::Seen;
use super::sheet::{Sheet, sheet};
use super::undo::undo;
use super::units::{Unit, units};
use super::words::warnings;
use super::{PlaceError, PlaceOptions, Placing};

/// How deep forms within forms are taken apart.
const DEPTH: usize = 4;

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
    /// What the page was, if it was taken apart.
    pub(super) original: Option<Original>,
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
    // What draws the page knows a password only byte for byte, so it gets the file without protection.
    let sheet = if placed_before || was_protected {
        let bytes = save(&mut document)?;
        sheet(&document, &bytes)?
    } else {
        sheet(&document, resume)?
    };
    let was_mended = mend(&mut document, &sheet) || was_mended;
    let mut ready = Ready::new(document, sheet, what, options)?;
    if matches!(what, Placing::Line { .. }) && ready.spliced().is_err() {
        ready = ready.expanded(what, options)?;
    }
    ready.placed_before = placed_before;
    if was_protected {
        ready.warnings.push("The résumé was protected; the new file is not.".to_owned());
    }
    if was_mended {
        ready.warnings.push(
            "The résumé’s file was damaged and could be mended. Look it over before sending it.".to_owned(),
        );
    }
    Ok(ready)
}

/// Where the two libraries that read a file differ on what its page says, the one that draws it is right: then
/// its content is what the document gets.
fn mend(document: &mut Document, sheet: &Sheet) -> bool {
    let letters = |content: &[u8]| -> Vec<u8> {
        content.iter().copied().filter(|byte| !byte.is_ascii_whitespace() && *byte != 0).collect()
    };
    let read = document.get_page_content_with_limit(sheet.page, MAX_UNPACKED).unwrap_or_default();
    let differ = letters(&read) != letters(&sheet.content);
    if differ {
        set_content(document, sheet.page, sheet.content.clone());
    }
    differ
}

impl Ready {
    fn new(
        document: Document,
        sheet: Sheet,
        what: &Placing<'_>,
        options: &PlaceOptions<'_>,
    ) -> Result<Self, PlaceError> {
        let units = units(&sheet);
        if units.iter().all(|unit| unit.area().is_none()) {
            return Err(PlaceError::Blank);
        }
        let notes = notes(&document, sheet.page, sheet.look.upright);
        let seen = Seen::of(&sheet.look, &notes);
        let contact = contact(&sheet);
        let face = options.typeface.unwrap_or_else(|| typeface(&document, &sheet, contact.as_ref()));
        let (art, candidate) = match what {
            Placing::Line { stated, dates, candidate } => {
                let line =
                    LineArt::new(&stated.line(*dates), face, contact.as_ref(), &seen, options.alignment)?;
                (Art::Line(line), *candidate)
            }
            Placing::Header { header, fonts } => {
                (Art::Header(Box::new(HeaderArt::new(header, fonts)?)), &header.candidate)
            }
        };
        let warnings = warnings(&sheet, contact.as_ref(), candidate);
        let candidate = candidate.clone();
        let (placed_before, original) = (false, None);
        Ok(Self {
            document,
            sheet,
            units,
            seen,
            contact,
            face,
            art,
            candidate,
            original,
            placed_before,
            warnings,
        })
    }

    /// The same with the forms that hold most of the page taken apart, if that lets the line in.
    fn expanded(self, what: &Placing<'_>, options: &PlaceOptions<'_>) -> Result<Self, PlaceError> {
        if !has_large_form(&self.sheet) {
            return Ok(self);
        }
        let mut document = self.document.clone();
        let mut original = None;
        let mut next: Option<Sheet> = None;
        for round in 0..DEPTH {
            let Some(before) = expand(&mut document, next.as_ref().unwrap_or(&self.sheet), round) else {
                break;
            };
            original.get_or_insert(before);
            let bytes = save(&mut document)?;
            next = Some(sheet(&document, &bytes)?);
        }
        let Some(next) = next else { return Ok(self) };
        let expanded = Self { original, ..Self::new(document, next, what, options)? };
        Ok(if expanded.spliced().is_ok() { expanded } else { self })
    }
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
