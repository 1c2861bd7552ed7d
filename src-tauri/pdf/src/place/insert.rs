//! A drawing made part of a page: its fonts among the page's resources, its content under names of its own.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::PlaceError;
use super::open::dictionary;
use crate::draw::Drawing;
use crate::page::ops;

/// What the names of Startline's resources begin with.
const PREFIX: &[u8] = b"Startline";

/// The drawing's content for this page: fonts under Startline's names, and its marks counted from `mark`, or
/// left out where the page has no structure.
pub(super) fn content_of(drawing: &Drawing, mark: Option<i64>) -> Vec<u8> {
    let content = drawing.content();
    let mut out = Vec::with_capacity(content.len() + 64);
    let mut copied = 0;
    for op in ops(&content) {
        let name = op.name(&content);
        let Some(first) = op.first_name(&content) else { continue };
        out.extend_from_slice(content.get(copied..op.range.start).unwrap_or_default());
        copied = op.range.start;
        match name {
            b"Tf" => {
                out.push(b'/');
                out.extend_from_slice(PREFIX);
                copied += 1;
            }
            b"BDC" => {
                let state = crate::page::befores(&content, std::slice::from_ref(&op));
                let mcid = state.last().and_then(|state| state.marks.last()).and_then(|mark| mark.mcid);
                let Some(mcid) = mcid else { continue };
                out.push(b'/');
                out.extend_from_slice(first);
                match mark {
                    Some(mark) => out.extend_from_slice(format!(" <</MCID {}>> BDC", mark + mcid).as_bytes()),
                    None => out.extend_from_slice(b" BMC"),
                }
                copied = op.range.end;
            }
            _ => {}
        }
    }
    out.extend_from_slice(content.get(copied..).unwrap_or_default());
    out
}

/// Gives the page resources of its own that hold the drawing's fonts too.
pub(super) fn add_resources(
    document: &mut Document,
    page: ObjectId,
    drawing: &Drawing,
) -> Result<(), PlaceError> {
    let fonts = drawing.fonts_into(document).map_err(|error| PlaceError::Drawing(error.to_string()))?;
    let mut resources = inherited(document, page, b"Resources")
        .and_then(|found| document.dereference(found).ok()?.1.as_dict().ok().cloned())
        .unwrap_or_default();
    let mut all = dictionary(document, &resources, b"Font").cloned().unwrap_or_default();
    for (name, font) in fonts {
        all.set([PREFIX, &name].concat(), font);
    }
    resources.set("Font", all);
    let mut states = dictionary(document, &resources, b"ExtGState").cloned().unwrap_or_default();
    states.set(
        "StartlineGS",
        dictionary! { "Type" => "ExtGState", "ca" => 1, "CA" => 1, "BM" => "Normal", "SMask" => "None" },
    );
    resources.set("ExtGState", states);
    if let Ok(entries) = document.get_dictionary_mut(page) {
        entries.set("Resources", resources);
    }
    Ok(())
}

/// Gives the page this content alone.
pub(super) fn set_content(document: &mut Document, page: ObjectId, content: Vec<u8>) {
    let mut stream = Stream::new(dictionary! {}, content);
    let _ = stream.compress();
    let stream = document.add_object(stream);
    if let Ok(entries) = document.get_dictionary_mut(page) {
        entries.set("Contents", Object::Reference(stream));
    }
}

/// An entry of a page, its own or one that it takes from the page tree.
pub(super) fn inherited<'a>(document: &'a Document, page: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut entries: &Dictionary = document.get_dictionary(page).ok()?;
    for _ in 0..64 {
        if let Ok(found) = entries.get(key) {
            return Some(found);
        }
        entries = dictionary(document, entries, b"Parent")?;
    }
    None
}
