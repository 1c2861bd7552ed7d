//! The structure tree: what a screen reader walks.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{add, text};
use crate::draw::{Element, Kid};

/// The links as annotations, in reading order.
pub(super) fn annotate(document: &mut Document, elements: &[Element], page: ObjectId) -> Vec<ObjectId> {
    let links = elements.iter().flat_map(|element| &element.kids).filter_map(|kid| match kid {
        Kid::Link { uri, contents, area, .. } => Some((uri, contents, area)),
        Kid::Text(_) => None,
    });
    let mut annotations = Vec::new();
    for (key, (uri, contents, area)) in (1_i64..).zip(links) {
        let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(uri.as_str()) };
        let annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => area.iter().map(|edge| Object::Real((edge * 100.0).round() / 100.0)).collect::<Vec<_>>(),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => 4,
            "P" => page,
            "Contents" => text(contents),
            "StructParent" => key,
            "A" => action,
        };
        annotations.push(add(document, annotation));
    }
    annotations
}

/// Document › headings and paragraphs › links, with the tree that leads from content back to it.
pub(super) fn tree(
    document: &mut Document,
    elements: &[Element],
    page: ObjectId,
    annotations: &[ObjectId],
) -> ObjectId {
    let root = document.new_object_id();
    let whole = document.new_object_id();
    let mut of_marks: Vec<(u32, ObjectId)> = Vec::new();
    let mut of_links: Vec<ObjectId> = Vec::new();
    let mut annotations = annotations.iter();
    let mut children = Vec::new();
    for element in elements {
        let id = document.new_object_id();
        let mut kids: Vec<Object> = Vec::new();
        for kid in &element.kids {
            match kid {
                Kid::Text(mark) => {
                    of_marks.push((*mark, id));
                    kids.push(i64::from(*mark).into());
                }
                Kid::Link { mark, contents, .. } => {
                    let annotation = annotations.next().copied().unwrap_or_default();
                    let held = dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => annotation };
                    let mut entries = part("Link", id, page, vec![i64::from(*mark).into(), held.into()]);
                    entries.set("Alt", text(contents));
                    let link = add(document, entries);
                    of_marks.push((*mark, link));
                    of_links.push(link);
                    kids.push(link.into());
                }
            }
        }
        document.set_object(id, part(element.role.tag(), whole, page, kids));
        children.push(Object::from(id));
    }
    document.set_object(whole, part("Document", root, page, children));
    of_marks.sort_unstable();
    let of_page: Vec<Object> = of_marks.into_iter().map(|(_, id)| id.into()).collect();
    let mut numbers: Vec<Object> = vec![0.into(), of_page.into()];
    for (key, link) in (1_i64..).zip(&of_links) {
        numbers.extend([key.into(), (*link).into()]);
    }
    let next = of_links.len() as i64 + 1;
    let parents = add(document, dictionary! { "Nums" => numbers });
    let entries = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => whole,
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    document.set_object(root, entries);
    root
}

fn part(tag: &str, parent: ObjectId, page: ObjectId, kids: Vec<Object>) -> Dictionary {
    dictionary! { "Type" => "StructElem", "S" => tag, "P" => parent, "Pg" => page, "K" => kids }
}
