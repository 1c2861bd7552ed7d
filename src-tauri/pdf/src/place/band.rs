//! The second way: room at the top of the page, which moves down and, only if it must, becomes smaller.

use hayro_svg::hayro_interpret::kurbo::{Affine, Vec2};

use super::Where;
use super::contact::Contact;
use super::plan::{Part, Plan};
use super::scopes::settle;
use super::seen::{Seen, covers};
use super::sheet::Sheet;
use super::splice::last_op;
use super::units::Unit;
use crate::page::InkKind;

/// The least scale that a page is shown at without being asked for.
pub(super) const LEAST_SCALE: f64 = 0.95;
/// The least scale at all.
const SMALLEST: f64 = 0.8;
/// Clear above the drawing.
const ABOVE: f64 = 16.0;
/// Clear at the foot of the page.
const FOOT: f64 = 14.0;

/// Above every row of any page.
const EVERYTHING: f64 = -100_000.0;

/// The drawing that wants room: its height, and how far below it the page begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) height: f64,
    pub(super) gap: f64,
    /// What it is called.
    pub(super) noun: &'static str,
    /// It says the name itself, so it comes first.
    pub(super) first: bool,
}

/// Plans a band, or says why there can be none. `left` gives the drawing's left edge once the page has moved.
pub(super) fn band(
    sheet: &Sheet,
    units: &[Unit],
    seen: &Seen,
    contact: Option<&Contact>,
    wanted: Wanted,
    left: &dyn Fn(Affine) -> f64,
) -> Result<Plan, String> {
    let (top, foot) = (seen.top(), seen.foot());
    let need = ABOVE + wanted.height + wanted.gap;
    let limit = foot.max(seen.height - FOOT);
    let (scale, moved) = if top >= need {
        (1.0, 0.0)
    } else if need + (foot - top) <= limit {
        (1.0, whole(need - top))
    } else {
        ((limit - need) / (foot - top).max(1.0), need - top)
    };
    if scale < SMALLEST {
        return Err("the page is too full: its text would become too small to read".to_owned());
    }
    let middle = Vec2::new(seen.width / 2.0, 0.0);
    let shift = Affine::translate(middle + Vec2::new(0.0, top + moved))
        * Affine::scale(scale)
        * Affine::translate(-middle - Vec2::new(0.0, top));
    let stays = |unit: &Unit| {
        unit.area().or(unit.clip).is_some_and(|area| covers(area, seen.width, seen.height))
            || unit.ink.is_some_and(|ink| matches!(ink.kind, InkKind::Fill(_)) && seen.is_tall(ink.area))
    };
    let mut moves: Vec<bool> = units.iter().map(|unit| moved > 0.0 && !stays(unit)).collect();
    if moved > 0.0 && !settle(sheet, units, &mut moves, shift) {
        return Err("the page’s content stands in a frame that can’t be moved".to_owned());
    }
    let box_foot = top + moved - wanted.gap;
    let why = match self::moved(moved) {
        None => format!(
            "The {} stands in the free space at the top of the page; nothing else moved.",
            wanted.noun
        ),
        Some(_) if scale < 1.0 => format!(
            "Room was made at the top: the page moved down and is shown at {:.1}% of its size.",
            scale * 100.0
        ),
        Some(points) => format!("Room was made at the top: the page moved down {points}."),
    };
    let shift = if moved == 0.0 { Affine::IDENTITY } else { shift };
    let after = if wanted.first {
        None
    } else {
        contact.and_then(|contact| last_op(sheet, contact)).or_else(|| first_text(sheet))
    };
    Ok(Plan {
        way: Where::Band,
        why,
        shift,
        scale,
        moved,
        moves,
        part: Part::Below(EVERYTHING),
        at: (left(shift), box_foot),
        after,
    })
}

/// Up to the next half point: then a screen draws what moved as it drew it before.
pub(super) fn whole(points: f64) -> f64 {
    (points * 2.0 - 0.001).ceil() / 2.0
}

/// How far something moved, as a person says it; `None` where it did not.
pub(super) fn moved(points: f64) -> Option<String> {
    let points = points.abs();
    match format!("{points:.0}").as_str() {
        _ if points < 0.05 => None,
        "0" => Some("less than a point".to_owned()),
        "1" => Some("1 point".to_owned()),
        points => Some(format!("{points} points")),
    }
}

/// The operator that draws the first line of text.
fn first_text(sheet: &Sheet) -> Option<usize> {
    let line = sheet.lines.first()?;
    line.runs.iter().filter_map(|at| sheet.look.runs.get(*at)).map(|run| run.op).max()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn a_distance_is_said_as_a_person_says_it() {
        for (points, said) in [
            (0.0, None),
            (-0.0, None),
            (0.5, Some("less than a point")),
            (1.0, Some("1 point")),
            (1.5, Some("2 points")),
            (12.5, Some("12 points")),
            (-19.0, Some("19 points")),
        ] {
            assert_eq!(moved(points).as_deref(), said, "{points}");
        }
    }
}
