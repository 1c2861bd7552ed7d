//! The links of a drawing, as annotations of the page that it was put on.

use hayro_svg::hayro_interpret::kurbo::{Affine, Rect};
use lopdf::{Document, Object, ObjectId, dictionary};

use super::marking::NAME;
use crate::draw::{Element, Kid};

/// Adds the links and gives each with the number of its mark in the drawing. `place` leads from the drawing's
/// space to the page's own.
pub(super) fn add(
    document: &mut Document,
    page: ObjectId,
    elements: &[Element],
    place: Affine,
) -> Vec<(u32, ObjectId)> {
    let mut added = Vec::new();
    for kid in elements.iter().flat_map(|element| &element.kids) {
        let Kid::Link { uri, contents, mark, area } = kid else { continue };
        let [x0, y0, x1, y1] = area.map(f64::from);
        let area = place.transform_rect_bbox(Rect::new(x0, y0, x1, y1));
        let id = document.add_object(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "NM" => Object::string_literal(format!("{NAME} {mark}")),
            "Rect" => [area.x0, area.y0, area.x1, area.y1].map(|edge| Object::Real(edge as f32)).to_vec(),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => 4,
            "P" => page,
            "Contents" => lopdf::text_string(contents),
            "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(uri.as_str()) },
        });
        added.push((*mark, id));
    }
    if added.is_empty() {
        return added;
    }
    let Ok(entries) = document.get_dictionary(page) else { return added };
    let list = entries.get_deref(b"Annots", document).and_then(Object::as_array).cloned();
    let links = added.iter().map(|(_, id)| Object::Reference(*id));
    let list: Vec<Object> = links.chain(list.unwrap_or_default()).collect();
    if let Ok(entries) = document.get_dictionary_mut(page) {
        entries.set("Annots", list);
    }
    added
}
