//! The last way: a page of its own before the résumé.

use hayro_svg::hayro_interpret::kurbo::Affine;
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::Area;
use super::PlaceError;
use super::insert::{add_resources, content_of};
use super::line::LineArt;
use super::links;
use super::marking::{self, BEGIN, PLAIN};
use super::open::dictionary;
use super::sheet::Sheet;
use super::tags::Tree;
use crate::draw::{Canvas, Drawing, Ink, Role, Size};
use crate::text::{Fonts, Line, Weight};
use startline_engine::Typeface;

/// Puts the drawing, from its top left corner, on a new first page of the size of the résumé's own.
pub(super) fn cover(
    document: &mut Document,
    sheet: &Sheet,
    drawing: &Drawing,
) -> Result<ObjectId, PlaceError> {
    let up = sheet.look.height - f64::from(drawing.size.height);
    let damaged = PlaceError::Damaged { at: None };
    let root = document
        .catalog()
        .ok()
        .and_then(|catalog| catalog.get(b"Pages").ok()?.as_reference().ok())
        .ok_or_else(|| damaged.clone())?;
    let tree = Tree::of(document);
    let place = tree.as_ref().map(|_| Tree::fresh());
    let mut content = [BEGIN, b" q\n"].concat();
    let page = document.new_object_id();
    let mut entries = dictionary! {
        "Type" => "Page",
        "Parent" => root,
        "MediaBox" => vec![0.0.into(), 0.0.into(), (sheet.look.width as f32).into(), (sheet.look.height as f32).into()],
        "Rotate" => 0,
        "Resources" => dictionary! {},
    };
    if let Ok(unit) = document.get_dictionary(sheet.page).and_then(|page| page.get(b"UserUnit")) {
        entries.set("UserUnit", unit.clone());
    }
    document.set_object(page, entries);
    add_resources(document, page, drawing)?;
    content.extend_from_slice(format!("1 0 0 1 0 {up} cm ").as_bytes());
    content.extend_from_slice(PLAIN);
    content.extend_from_slice(&content_of(drawing, place.as_ref().map(|place| place.mark)));
    content.extend_from_slice(b"\nQ EMC\n");
    let mut stream = Stream::new(dictionary! {}, content);
    let _ = stream.compress();
    let stream = document.add_object(stream);
    let Ok(pages) = document.get_dictionary_mut(root) else { return Err(damaged) };
    let count = pages.get(b"Count").and_then(Object::as_i64).unwrap_or(0);
    let Ok(Object::Array(kids)) = pages.get_mut(b"Kids") else { return Err(damaged) };
    kids.insert(0, Object::Reference(page));
    pages.set("Count", count + 1);
    if let Ok(entries) = document.get_dictionary_mut(page) {
        entries.set("Contents", stream);
    }
    let links = links::add(document, page, &drawing.elements, Affine::translate((0.0, up)));
    if let (Some(tree), Some(place)) = (tree, place) {
        tree.add(document, page, &place, &drawing.elements, &links);
    }
    marking::keep_cover(document, page);
    shift_labels(document, 1);
    Ok(page)
}

/// Moves the page labels by a page that came or went.
pub(super) fn shift_labels(document: &mut Document, by: i64) {
    let Ok(catalog) = document.catalog() else { return };
    let Some(labels) = dictionary(document, catalog, b"PageLabels").cloned() else { return };
    let mut labels = labels;
    let Ok(Object::Array(pairs)) = labels.get_mut(b"Nums") else { return };
    if by < 0 {
        let own = pairs.first().is_some_and(|first| first.as_i64().is_ok_and(|first| first == 0))
            && pairs.len() > 2;
        pairs.drain(..if own { 2 } else { 0 });
    }
    for key in pairs.iter_mut().step_by(2) {
        if let Object::Integer(page) = key {
            *page = (*page + by).max(0);
        }
    }
    if by > 0 {
        pairs.splice(0..0, [Object::Integer(0), Object::Dictionary(dictionary! {})]);
    }
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("PageLabels", labels);
    }
}

/// A page of its own for a line: the name, and the line below it.
pub(super) fn title_page(
    sheet: &Sheet,
    name: &str,
    art: &LineArt,
    face: Typeface,
) -> Result<(Drawing, Area), PlaceError> {
    let (width, height) = (sheet.look.width as f32, sheet.look.height as f32);
    let mut canvas = Canvas::new(Size { width, height });
    let ink = Ink(0x1a, 0x1a, 0x1a);
    let margin = 56.0_f32.min(width * 0.1);
    let fit = |size: f32, line: &Line| size.min((width - 2.0 * margin) / line.width.max(1.0));
    let mut y = height - margin - 20.0;
    if let Ok(line) = Line::shape(name, Weight::SemiBold, &Fonts::bundled(face)) {
        canvas.begin(Role::Title);
        canvas.text((margin, y), fit(20.0, &line), ink, &line);
        y -= 24.0;
    }
    let size = fit(11.0, &art.line);
    canvas.begin(Role::Paragraph);
    canvas.text((margin, y), size, ink, &art.line);
    let area =
        Area { page: 0, x: margin, y: height - y - size, width: art.line.width * size, height: size * 1.3 };
    let drawing = canvas.finish().map_err(|error| PlaceError::Drawing(error.to_string()))?;
    Ok((drawing, area))
}
