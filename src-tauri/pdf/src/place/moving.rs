//! What moves with the content though it isn't in it: links, form fields, comments, and destinations.

use hayro_svg::hayro_interpret::kurbo::{Affine, Point, Rect};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::marking::number;

/// A movement of the part of a page that `moves` holds for, in the page's own space.
pub(super) struct Movement<'a> {
    pub(super) page: ObjectId,
    pub(super) shift: Affine,
    pub(super) moves: &'a dyn Fn(Point) -> bool,
}

/// Moves the page's annotations.
pub(super) fn move_annotations(document: &mut Document, movement: &Movement<'_>) {
    let Ok(page) = document.get_dictionary(movement.page) else { return };
    let Ok(list) = page.get(b"Annots").cloned() else { return };
    let (holder, mut items) = match list {
        Object::Reference(id) => match document.get_object(id).and_then(Object::as_array) {
            Ok(items) => (Some(id), items.clone()),
            Err(_) => return,
        },
        Object::Array(items) => (None, items),
        _ => return,
    };
    for item in &mut items {
        match item {
            Object::Reference(id) => {
                if let Ok(entries) = document.get_dictionary_mut(*id) {
                    move_annotation(entries, movement);
                }
            }
            Object::Dictionary(entries) => move_annotation(entries, movement),
            _ => {}
        }
    }
    match holder {
        Some(id) => drop(document.objects.insert(id, Object::Array(items))),
        None => {
            if let Ok(page) = document.get_dictionary_mut(movement.page) {
                page.set("Annots", items);
            }
        }
    }
}

fn move_annotation(entries: &mut Dictionary, movement: &Movement<'_>) {
    let Some(area) = entries.get(b"Rect").ok().and_then(rect) else { return };
    if !(movement.moves)(area.center()) {
        return;
    }
    let area = movement.shift.transform_rect_bbox(area);
    entries.set("Rect", [area.x0, area.y0, area.x1, area.y1].map(|edge| Object::Real(edge as f32)).to_vec());
    for key in [b"QuadPoints".as_slice(), b"Vertices", b"L", b"CL"] {
        if let Ok(Object::Array(points)) = entries.get_mut(key) {
            move_points(points, movement.shift);
        }
    }
    if let Ok(Object::Array(strokes)) = entries.get_mut(b"InkList") {
        for stroke in strokes {
            if let Object::Array(points) = stroke {
                move_points(points, movement.shift);
            }
        }
    }
}

fn move_points(points: &mut [Object], shift: Affine) {
    for pair in points.chunks_exact_mut(2) {
        if let [x, y] = pair
            && let (Some(at_x), Some(at_y)) = (number(x), number(y))
        {
            let moved = shift * Point::new(at_x, at_y);
            (*x, *y) = (Object::Real(moved.x as f32), Object::Real(moved.y as f32));
        }
    }
}

pub(super) fn rect(object: &Object) -> Option<Rect> {
    let numbers: Vec<f64> = object.as_array().ok()?.iter().filter_map(number).collect();
    match numbers.as_slice() {
        [x0, y0, x1, y1] => Some(Rect::new(*x0, *y0, *x1, *y1).abs()),
        _ => None,
    }
}

/// Moves the destinations that lead to the page, wherever in the file they stand: bookmarks, links, names.
pub(super) fn move_destinations(document: &mut Document, movement: &Movement<'_>) {
    for object in document.objects.values_mut() {
        visit(object, movement, 0);
    }
}

fn visit(object: &mut Object, movement: &Movement<'_>, deep: usize) {
    if deep > 60 {
        return;
    }
    match object {
        Object::Array(items) => {
            if items
                .first()
                .is_some_and(|first| matches!(first, Object::Reference(id) if *id == movement.page))
            {
                move_destination(items, movement);
            } else {
                items.iter_mut().for_each(|item| visit(item, movement, deep + 1));
            }
        }
        Object::Dictionary(entries) => {
            entries.iter_mut().for_each(|(_, value)| visit(value, movement, deep + 1));
        }
        Object::Stream(stream) => {
            stream.dict.iter_mut().for_each(|(_, value)| visit(value, movement, deep + 1));
        }
        _ => {}
    }
}

fn move_destination(items: &mut [Object], movement: &Movement<'_>) {
    let (Some(kind), rest) = (items.get(1).and_then(|kind| kind.as_name().ok()).map(<[u8]>::to_vec), items)
    else {
        return;
    };
    let at = |place: usize| rest.get(place).and_then(number);
    let (from, slots): (Point, &[usize]) = match (kind.as_slice(), at(2), at(3)) {
        (b"XYZ", x, Some(y)) => (Point::new(x.unwrap_or(0.0), y), &[2, 3]),
        (b"FitH" | b"FitBH", Some(y), _) => (Point::new(0.0, y), &[usize::MAX, 2]),
        (b"FitV" | b"FitBV", Some(x), _) => (Point::new(x, 0.0), &[2, usize::MAX]),
        (b"FitR", Some(x), Some(y)) => (Point::new(x, y), &[2, 3]),
        _ => return,
    };
    if !(movement.moves)(from) {
        return;
    }
    let opposite = (kind == b"FitR").then(|| Some(movement.shift * Point::new(at(4)?, at(5)?))).flatten();
    let moved = movement.shift * from;
    for (slot, part) in slots.iter().zip([moved.x, moved.y]) {
        if let Some(item) = rest.get_mut(*slot)
            && number(item).is_some()
        {
            *item = Object::Real(part as f32);
        }
    }
    if let (Some(opposite), Some([x, y])) = (opposite, rest.get_mut(4..6)) {
        (*x, *y) = (Object::Real(opposite.x as f32), Object::Real(opposite.y as f32));
    }
}
