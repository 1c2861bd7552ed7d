//! What annotations show: a comment typed onto the page, a stamp, a form's field. They are no part of the page's
//! content, and yet nothing may be drawn over them.

use hayro_svg::hayro_interpret::kurbo::{Affine, Rect};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Kinds that have a look of their own.
const SHOWN: [&[u8]; 4] = [b"FreeText", b"Stamp", b"Ink", b"Widget"];
/// The flags of an annotation that isn't seen: invisible, hidden, not viewed.
const UNSEEN: i64 = 0b10_0011;

/// Their boxes; `upright` leads from the page's own space to the reader's.
pub(super) fn notes(document: &Document, page: ObjectId, upright: Affine) -> Vec<Rect> {
    let Ok(entries) = document.get_dictionary(page) else { return Vec::new() };
    let Ok(list) = entries.get_deref(b"Annots", document).and_then(Object::as_array) else {
        return Vec::new();
    };
    let found = list.iter().filter_map(|note| document.dereference(note).ok());
    found
        .filter_map(|(_, note)| note.as_dict().ok())
        .filter(|note| is_shown(note))
        .filter_map(|note| area(document, note))
        .map(|area| upright.transform_rect_bbox(area))
        .collect()
}

fn is_shown(note: &Dictionary) -> bool {
    let kind = note.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    let flags = note.get(b"F").and_then(Object::as_i64).unwrap_or(0);
    SHOWN.contains(&kind) && note.has(b"AP") && flags & UNSEEN == 0
}

fn area(document: &Document, note: &Dictionary) -> Option<Rect> {
    let edges = note.get_deref(b"Rect", document).and_then(Object::as_array).ok()?;
    let edge = |at: usize| edges.get(at)?.as_float().ok().map(f64::from);
    Some(Rect::new(edge(0)?, edge(1)?, edge(2)?, edge(3)?).abs()).filter(|area| area.area() > 0.0)
}
