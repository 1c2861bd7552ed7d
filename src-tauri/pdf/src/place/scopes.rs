//! Which clips hold what: a clip moves with its content, or stays and must still let it be seen.

use hayro_svg::hayro_interpret::kurbo::{Affine, Rect};

use super::seen::covers;
use super::sheet::Sheet;
use super::units::Unit;

/// The clips in force for each unit, as places in the units, outermost first.
pub(super) fn scopes(sheet: &Sheet, units: &[Unit]) -> Vec<Vec<usize>> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut scopes = Vec::with_capacity(units.len());
    let mut op = 0;
    for (at, unit) in units.iter().enumerate() {
        while op <= unit.last {
            let depth = sheet.befores.get(op).map_or(0, |before| before.depth);
            open.retain(|(opened_at, _)| *opened_at <= depth);
            op += 1;
        }
        scopes.push(open.iter().map(|(_, clip)| *clip).collect());
        if unit.clip.is_some() {
            open.push((sheet.befores.get(unit.last).map_or(0, |before| before.depth), at));
        }
    }
    scopes
}

/// Decides for every clip whether it moves, given which of the other units do. False if a clip that has to
/// stay would cut off something that moves.
pub(super) fn settle(sheet: &Sheet, units: &[Unit], moves: &mut [bool], shift: Affine) -> bool {
    let scopes = scopes(sheet, units);
    let mut inside = vec![(false, false); units.len()];
    for ((unit, moved), within) in units.iter().zip(moves.iter()).zip(&scopes) {
        if unit.area().is_none() {
            continue;
        }
        for clip in within {
            if let Some((some_move, some_stay)) = inside.get_mut(*clip) {
                *if *moved { some_move } else { some_stay } = true;
            }
        }
    }
    let (width, height) = (sheet.look.width, sheet.look.height);
    for ((unit, moved), inside) in units.iter().zip(moves.iter_mut()).zip(&inside) {
        if let Some(clip) = unit.clip
            && unit.ink.is_none()
        {
            *moved = *inside == (true, false) && !covers(clip, width, height);
        }
    }
    units.iter().zip(moves.iter()).zip(&scopes).all(|((unit, moved), within)| {
        let (Some(area), true) = (unit.ink.map(|ink| ink.area), *moved) else { return true };
        let after = shift.transform_rect_bbox(area);
        within.iter().all(|clip| match (units.get(*clip).and_then(|unit| unit.clip), moves.get(*clip)) {
            (Some(clip), Some(false)) => holds(clip, after),
            _ => true,
        })
    })
}

/// Whether a box lies within another, but for a hair.
pub(super) fn holds(outer: Rect, inner: Rect) -> bool {
    outer.inflate(0.7, 0.7).union(inner) == outer.inflate(0.7, 0.7)
}
