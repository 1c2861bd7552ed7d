//! Takes off what Startline put on a résumé before.

use hayro_svg::hayro_interpret::kurbo::{Affine, Point};
use lopdf::{Document, Object, Stream, dictionary};

use super::cover::shift_labels;
use super::marking::{self, BEGIN, NAME, Note};
use super::moving::{Movement, move_annotations, move_destinations};
use super::open::MAX_UNPACKED;
use super::tags::Tree;
use crate::page::{befores, ops};

/// Takes it off, and says whether there was anything.
pub(super) fn undo(document: &mut Document, upright: impl Fn(&Document) -> Option<Affine>) -> bool {
    let Some(page) = document.page_iter().next() else { return false };
    let Ok(content) = document.get_page_content_with_limit(page, MAX_UNPACKED) else { return false };
    match marking::read(document, page, content.trim_ascii_end()) {
        None => false,
        Some(Note::Cover) => {
            document.delete_pages(&[1]);
            shift_labels(document, -1);
            true
        }
        Some(Note::Placed { earlier, intact }) => {
            if let (true, Some(contents)) = (intact, earlier.original.contents.clone()) {
                let back = earlier.shift.inverse();
                if let Some(upright) = upright(document) {
                    let moved = |point: Point| earlier.part.holds((upright * back * point).y);
                    let movement = Movement { page, shift: back, moves: &moved };
                    move_annotations(document, &movement);
                    move_destinations(document, &movement);
                }
                if let Ok(entries) = document.get_dictionary_mut(page) {
                    entries.set("Contents", contents);
                    match earlier.original.resources {
                        Some(resources) => entries.set("Resources", resources),
                        None => drop(entries.remove(b"Resources")),
                    }
                }
            } else {
                let mut stream = Stream::new(dictionary! {}, without(&content));
                let _ = stream.compress();
                let stream = document.add_object(stream);
                if let Ok(entries) = document.get_dictionary_mut(page) {
                    entries.set("Contents", stream);
                }
            }
            take_annotations(document, page);
            Tree::remove(document, &earlier.elements);
            marking::forget(document, page);
            true
        }
    }
}

/// The content without what is marked as Startline's.
fn without(content: &[u8]) -> Vec<u8> {
    let ops = ops(content);
    let befores = befores(content, &ops);
    let tag = BEGIN.get(1..BEGIN.len() - 4).unwrap_or_default();
    let mut kept = Vec::with_capacity(content.len());
    let mut copied = 0;
    for (at, op) in ops.iter().enumerate() {
        let ours =
            |at: usize| befores.get(at).is_some_and(|before| before.marks.iter().any(|mark| mark.tag == tag));
        if ours(at) || ours(at + 1) {
            kept.extend_from_slice(content.get(copied..op.range.start).unwrap_or_default());
            copied = op.range.end;
        }
    }
    kept.extend_from_slice(content.get(copied..).unwrap_or_default());
    kept
}

fn take_annotations(document: &mut Document, page: lopdf::ObjectId) {
    let Ok(entries) = document.get_dictionary(page) else { return };
    let Some(list) = entries.get_deref(b"Annots", document).ok().and_then(|list| list.as_array().ok()) else {
        return;
    };
    let is_ours = |item: &Object| {
        let entries = document.dereference(item).ok().and_then(|(_, item)| item.as_dict().ok());
        let name = entries.and_then(|entries| entries.get(b"NM").ok()?.as_str().ok());
        name.is_some_and(|name| name.starts_with(NAME.as_bytes()))
    };
    let kept: Vec<Object> = list.iter().filter(|item| !is_ours(item)).cloned().collect();
    if kept.len() != list.len()
        && let Ok(entries) = document.get_dictionary_mut(page)
    {
        entries.set("Annots", kept);
    }
}
