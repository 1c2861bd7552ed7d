//! How a page remembers what Startline put on it, so that the next time it is replaced and never doubled.
//!
//! The content is marked as `/Startline`. The page's `PieceInfo`, which the standard keeps for programs'
//! private notes, holds what the page was before.

use hayro_svg::hayro_interpret::kurbo::Affine;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::expand::Original;
use super::open::dictionary;
use super::plan::Part;

/// Begins what Startline draws.
pub(super) const BEGIN: &[u8] = b"/Startline BMC";
/// The graphics state that the drawing begins in, whatever the page left set.
pub(super) const PLAIN: &[u8] = b"0 Tc 0 Tw 100 Tz 0 Ts 0 Tr /StartlineGS gs\n";
/// How the names of Startline's annotations begin.
pub(super) const NAME: &str = "Startline";

const OWNER: &[u8] = b"Startline";

/// What is kept of a page as it was.
pub(super) struct Earlier {
    /// Its content streams and its own resources.
    pub(super) original: Original,
    /// The movement, in the page's own space.
    pub(super) shift: Affine,
    /// The part that moved.
    pub(super) part: Part,
    /// The elements that were added to the structure tree.
    pub(super) elements: Vec<ObjectId>,
}

/// What a page says of what Startline did to it.
pub(super) enum Note {
    /// It is a cover page of Startline's own.
    Cover,
    /// Something was put on it. `intact` if nobody changed its content since.
    Placed {
        /// The page before.
        earlier: Box<Earlier>,
        /// Whether the content is still what Startline wrote.
        intact: bool,
    },
}

/// Keeps `earlier` with the page, along with a sum of the content that replaced it.
pub(super) fn keep(document: &mut Document, page: ObjectId, earlier: Earlier, content: &[u8]) {
    let (Part::Below(cut) | Part::Above(cut)) = earlier.part;
    let mut private = dictionary! {
        "Shift" => earlier.shift.as_coeffs().iter().map(|part| Object::Real(*part as f32)).collect::<Vec<_>>(),
        "Cut" => cut as f32,
        "Above" => matches!(earlier.part, Part::Above(_)),
        "Sum" => Object::string_literal(sum(content)),
        "Elements" => earlier.elements.into_iter().map(Object::Reference).collect::<Vec<_>>(),
    };
    let kept = [("Contents", earlier.original.contents), ("Resources", earlier.original.resources)];
    for (key, value) in kept {
        if let Some(value) = value {
            private.set(key, value);
        }
    }
    note(document, page, private);
}

/// Notes that the page itself is Startline's.
pub(super) fn keep_cover(document: &mut Document, page: ObjectId) {
    note(document, page, dictionary! { "Cover" => true });
}

fn note(document: &mut Document, page: ObjectId, private: Dictionary) {
    // The standard asks for a date. One that says nothing of the student's day keeps the bytes the same.
    let date = Object::string_literal("D:20260101000000Z");
    let private = document.add_object(private);
    let piece = dictionary! { "LastModified" => date.clone(), "Private" => private };
    let Ok(entries) = document.get_dictionary(page) else { return };
    let mut pieces = dictionary(document, entries, b"PieceInfo").cloned().unwrap_or_default();
    pieces.set(OWNER, piece);
    let Ok(entries) = document.get_dictionary_mut(page) else { return };
    entries.set("PieceInfo", pieces);
    if !entries.has(b"LastModified") {
        entries.set("LastModified", date);
    }
}

/// What the page says, given its content as it is now.
pub(super) fn read(document: &Document, page: ObjectId, content: &[u8]) -> Option<Note> {
    let entries = document.get_dictionary(page).ok()?;
    let pieces = dictionary(document, entries, b"PieceInfo")?;
    let private = dictionary(document, dictionary(document, pieces, OWNER)?, b"Private")?;
    if private.get(b"Cover").is_ok() {
        return Some(Note::Cover);
    }
    let parts: Vec<f64> =
        private.get(b"Shift").and_then(Object::as_array).ok()?.iter().filter_map(number).collect();
    let shift = Affine::new(parts.try_into().ok()?);
    let cut = private.get(b"Cut").ok().and_then(number)?;
    let sum_then = private.get(b"Sum").and_then(Object::as_str).unwrap_or_default();
    let of = |key: &[u8]| private.get(key).ok().cloned();
    let elements = private.get(b"Elements").and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default();
    let elements = elements.iter().filter_map(|id| id.as_reference().ok()).collect();
    let above = private.get(b"Above").and_then(Object::as_bool).unwrap_or(false);
    let part = if above { Part::Above(cut) } else { Part::Below(cut) };
    let original = Original { contents: of(b"Contents"), resources: of(b"Resources") };
    let earlier = Earlier { original, shift, part, elements };
    Some(Note::Placed { earlier: Box::new(earlier), intact: sum_then == sum(content).as_bytes() })
}

/// Takes the note off the page.
pub(super) fn forget(document: &mut Document, page: ObjectId) {
    let Ok(entries) = document.get_dictionary(page) else { return };
    let mut pieces = dictionary(document, entries, b"PieceInfo").cloned().unwrap_or_default();
    pieces.remove(OWNER);
    let Ok(entries) = document.get_dictionary_mut(page) else { return };
    if pieces.is_empty() {
        entries.remove(b"PieceInfo");
    } else {
        entries.set("PieceInfo", pieces);
    }
}

/// A number, whole or not.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(whole) => Some(*whole as f64),
        Object::Real(real) => Some(f64::from(*real)),
        _ => None,
    }
}

fn sum(content: &[u8]) -> String {
    format!("{:016x}", crate::digest(content))
}
