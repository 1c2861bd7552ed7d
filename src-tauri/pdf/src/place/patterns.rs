//! Patterns and gradients, which are tied to the page and not to what they fill: they move by a copy of their own.

use std::collections::{BTreeMap, BTreeSet};

use hayro_svg::hayro_interpret::kurbo::Affine;
use lopdf::{Document, Object, ObjectId};

use super::marking::number;
use super::open::dictionary;
use super::sheet::Sheet;
use super::units::Unit;

/// Moves the patterns that only moved units are painted with. The page must have resources of its own.
pub(super) fn move_patterns(
    document: &mut Document,
    page: ObjectId,
    sheet: &Sheet,
    units: &[Unit],
    moves: &[bool],
    shift: Affine,
) {
    let names = used_by_moved(sheet, units, moves);
    for name in names {
        let Some(pattern) = find(document, page, &name) else { continue };
        let Some(id) = moved_pattern(document, &pattern, shift) else { continue };
        set(document, page, &name, id);
    }
}

/// A copy of a pattern, moved.
pub(super) fn moved_pattern(document: &mut Document, pattern: &Object, by: Affine) -> Option<ObjectId> {
    let mut moved = document.dereference(pattern).ok()?.1.clone();
    let entries = match &mut moved {
        Object::Dictionary(entries) => entries,
        Object::Stream(stream) => &mut stream.dict,
        _ => return None,
    };
    let own: Vec<f64> = entries
        .get(b"Matrix")
        .and_then(Object::as_array)
        .map_or_else(|_| Vec::new(), |matrix| matrix.iter().filter_map(number).collect());
    let own = <[f64; 6]>::try_from(own).map_or(Affine::IDENTITY, Affine::new);
    let matrix = (by * own).as_coeffs().map(|part| Object::Real(part as f32)).to_vec();
    entries.set("Matrix", matrix);
    Some(document.add_object(moved))
}

fn find(document: &Document, page: ObjectId, name: &[u8]) -> Option<Object> {
    let resources = dictionary(document, document.get_dictionary(page).ok()?, b"Resources")?;
    dictionary(document, resources, b"Pattern")?.get(name).ok().cloned()
}

fn set(document: &mut Document, page: ObjectId, name: &[u8], id: ObjectId) {
    let Ok(entries) = document.get_dictionary(page) else { return };
    let Some(mut resources) = dictionary(document, entries, b"Resources").cloned() else { return };
    let Some(mut patterns) = dictionary(document, &resources, b"Pattern").cloned() else { return };
    patterns.set(name, Object::Reference(id));
    resources.set("Pattern", patterns);
    if let Ok(entries) = document.get_dictionary_mut(page) {
        entries.set("Resources", resources);
    }
}

/// The names of patterns that units are painted with which all move.
fn used_by_moved(sheet: &Sheet, units: &[Unit], moves: &[bool]) -> BTreeSet<Vec<u8>> {
    let painted: BTreeMap<usize, bool> = units
        .iter()
        .zip(moves)
        .filter(|(unit, _)| unit.ink.is_some())
        .map(|(unit, moved)| (unit.last, *moved))
        .collect();
    let (mut moved, mut stayed) = (BTreeSet::new(), BTreeSet::new());
    let mut now: [Option<Vec<u8>>; 2] = [None, None];
    let mut stack = Vec::new();
    for (at, op) in sheet.ops.iter().enumerate() {
        let name = op.name(&sheet.content);
        let [fill, stroke] = &mut now;
        match name {
            b"q" => stack.push(now.clone()),
            b"Q" => now = stack.pop().unwrap_or(now),
            b"scn" => *fill = op.first_name(&sheet.content).map(<[u8]>::to_vec),
            b"SCN" => *stroke = op.first_name(&sheet.content).map(<[u8]>::to_vec),
            b"cs" | b"g" | b"rg" | b"k" | b"sc" => *fill = None,
            b"CS" | b"G" | b"RG" | b"K" | b"SC" => *stroke = None,
            _ => {}
        }
        if let Some(moves) = painted.get(&at) {
            let set = if *moves { &mut moved } else { &mut stayed };
            set.extend(now.iter().flatten().cloned());
        }
    }
    moved.difference(&stayed).cloned().collect()
}
