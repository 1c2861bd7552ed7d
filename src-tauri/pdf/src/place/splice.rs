//! The best way: below the name and contact block, with what follows moved down only as far as it must.

use hayro_svg::hayro_interpret::kurbo::{Affine, Rect};

use super::Where;
use super::band::{moved, whole};
use super::contact::Contact;
use super::headings::is_heading;
use super::line::LineArt;
use super::plan::{Part, Plan};
use super::scopes::settle;
use super::seen::{Seen, is_paper};
use super::sheet::Sheet;
use super::units::Unit;
use crate::page::{Ink, InkKind, Line};

/// The least that stays clear at the foot of a page.
const FOOT: f64 = 18.0;

/// The least that stays clear at the top where the contact details move up.
const TOP: f64 = 20.0;

/// Plans a splice, or says why the page has no room for one.
pub(super) fn splice(
    sheet: &Sheet,
    units: &[Unit],
    seen: &Seen,
    contact: &Contact,
    art: &LineArt,
) -> Result<Plan, String> {
    let size = art.size;
    // Below a name alone, or other large letters, the line keeps a distance of its own.
    let leading = if contact.style.size > size * 1.2 { size * 1.9 } else { contact.leading.max(size * 1.15) };
    let bottom = block_bottom(seen, contact);
    let (x0, x1) = art.span(contact, seen);
    let line_bottom = |block: f64| block + leading;
    let beside = |area: &Rect| area.x1 > x0 - 6.0 && area.x0 < x1 + 6.0;
    // Nothing has to move where the place below the block is free.
    let next = next_top(seen.inks.iter().filter(|ink| beside(&ink.area)), bottom);
    let on_ground = || {
        grounds(seen, bottom).into_iter().filter(|ground| beside(&ground.area)).all(|ground| {
            ground.area.y0 <= contact.last.area.y0
                && ground.area.y1 >= line_bottom(bottom)
                && ground.area.x0 <= x0
                && ground.area.x1 >= x1
        })
    };
    let clear = |ink: &Ink| {
        !beside(&ink.area)
            || is_ground(ink, bottom, seen)
            || ink.area.y1 <= bottom + 0.5
            || ink.area.y0 >= bottom + leading
    };
    let keep = |gap: f64| gap.min(size * 1.9);
    let free = next - line_bottom(bottom);
    let at_once = free >= (next - bottom).min(size * 1.3) - 0.3 && seen.inks.iter().all(clear) && on_ground();
    let plan = |block: f64, dy: f64, moves: Vec<bool>, part: Part, why: String| Plan {
        way: Where::Splice,
        why,
        shift: Affine::translate((0.0, dy)),
        scale: 1.0,
        moved: dy,
        moves,
        part,
        at: (x0, block + dy.min(0.0) + leading + art.depth() - art.below_ink(contact)),
        after: last_op(sheet, contact),
    };
    if at_once && line_bottom(bottom) < seen.height - FOOT {
        let why =
            "The gap below the contact details is wide enough: the line stands there and nothing else moved.";
        return Ok(plan(bottom, 0.0, vec![false; units.len()], Part::Below(seen.height), why.to_owned()));
    }
    let block = clear_row(seen, bottom, leading)?;
    if columns(sheet, contact, block) {
        return Err("another column begins beside the contact details".to_owned());
    }
    let next = next_top(seen.inks.iter(), block);
    let gap = next - block;
    let wanted = whole((leading + keep(gap) - gap).max(0.0));
    let least = whole((leading + size * 0.35 - gap).max(0.0));
    let cut = if gap.is_finite() { block + (gap * 0.5).min(1.0) } else { block + 1.0 };
    let spans = |unit: &Unit| {
        unit.ink.is_some_and(|ink| {
            !is_paper(&ink, seen.width, seen.height)
                && !is_ground(&ink, block, seen)
                && ink.area.y0 < cut - 0.6
                && ink.area.y1 > cut + 0.6
        })
    };
    if units.iter().any(spans) {
        return Err("something beside the contact details reaches below them".to_owned());
    }
    let down = room(seen, cut, wanted, least, size).map(|(dy, until)| Move { dy, from: cut - 0.6, until });
    let mut refused = down.as_ref().err().cloned();
    for movement in down.into_iter().chain(lift(seen, cut, wanted, least)) {
        let mut moves: Vec<bool> = units.iter().map(|unit| movement.takes(unit, seen)).collect();
        let dy = movement.dy;
        if settle(sheet, units, &mut moves, Affine::translate((0.0, dy))) {
            let part = if dy < 0.0 { Part::Above(cut) } else { Part::Below(cut) };
            return Ok(plan(block, dy, moves, part, movement.why()));
        }
        refused =
            refused.or_else(|| Some("the page’s text stands in a frame that ends where it ends".to_owned()));
    }
    Err(refused.unwrap_or_default())
}

/// What moves, and how far.
struct Move {
    /// Down, or up where it is negative.
    dy: f64,
    /// What begins above this row stays.
    from: f64,
    /// What begins at or below this row stays too.
    until: f64,
}

impl Move {
    fn why(&self) -> String {
        match moved(self.dy) {
            None => "The line stands below the contact details, and nothing else moved.".to_owned(),
            Some(points) if self.dy < 0.0 => format!(
                "The line stands below the contact details, which moved up {points}: what follows has no room to move down."
            ),
            Some(points) => {
                format!("The line stands below the contact details; what follows moved down {points}.")
            }
        }
    }

    fn takes(&self, unit: &Unit, seen: &Seen) -> bool {
        match (&unit.ink, unit.area()) {
            (Some(ink), _) if is_paper(ink, seen.width, seen.height) => {
                ink.area.y0 >= self.from && ink.area.y1 <= self.until
            }
            (Some(ink), _) if self.dy < 0.0 && is_ground(ink, self.until, seen) => false,
            (_, Some(area)) => area.y0 >= self.from && area.y0 < self.until,
            _ => false,
        }
    }
}

/// The name and contact details moved up instead, where the top of the page has the room that its foot has not.
fn lift(seen: &Seen, cut: f64, wanted: f64, least: f64) -> Option<Move> {
    let room = ((seen.top() - TOP) * 2.0).floor() / 2.0;
    let bleeds = seen.inks.iter().any(|ink| ink.area.y0 < TOP && ink.area.y1 < cut);
    (room >= least && !bleeds).then(|| Move {
        // No zero with a sign.
        dy: 0.0 - wanted.min(room),
        from: f64::NEG_INFINITY,
        until: cut - 0.6,
    })
}

/// The last inked row of the block, underlines included.
fn block_bottom(seen: &Seen, contact: &Contact) -> f64 {
    let bottom = contact.area.y1;
    let part = |ink: &&Ink| ink.area.y1 <= bottom + 3.0 && ink.area.y0 >= contact.area.y0 - 3.0;
    seen.inks.iter().filter(part).map(|ink| ink.area.y1).fold(bottom, f64::max)
}

/// The first inked row below `bottom`.
fn next_top<'a>(inks: impl Iterator<Item = &'a Ink>, bottom: f64) -> f64 {
    inks.map(|ink| ink.area.y0).filter(|top| *top >= bottom - 0.6).fold(f64::INFINITY, f64::min)
}

/// A colour behind the text that goes on to the foot of the page: a side column's ground. It stays.
fn is_ground(ink: &Ink, row: f64, seen: &Seen) -> bool {
    let long = ink.area.y1 >= seen.height * 0.9 || ink.area.y1 >= seen.foot() - 1.0;
    matches!(ink.kind, InkKind::Fill(_)) && ink.area.y0 < row && ink.area.width() > 20.0 && long
}

fn grounds(seen: &Seen, row: f64) -> Vec<Ink> {
    seen.inks
        .iter()
        .copied()
        .filter(|ink| {
            matches!(ink.kind, InkKind::Fill(_) | InkKind::Image)
                && ink.area.y0 < row
                && ink.area.y1 > row + 2.0
        })
        .collect()
}

/// The first row at or below the block that nothing crosses.
fn clear_row(seen: &Seen, bottom: f64, leading: f64) -> Result<f64, String> {
    let mut row = bottom;
    for _ in 0..8 {
        let crossing =
            |ink: &&Ink| ink.area.y0 < row - 0.6 && ink.area.y1 > row + 0.6 && !is_ground(ink, row, seen);
        let Some(reach) = seen.inks.iter().filter(crossing).map(|ink| ink.area.y1).reduce(f64::max) else {
            return Ok(row);
        };
        row = reach;
        if row > bottom + leading * 3.2 {
            break;
        }
    }
    Err("a column or a picture stands beside the contact details".to_owned())
}

/// Whether the text of another column begins above `row`: then moving what is below would tear it.
fn columns(sheet: &Sheet, contact: &Contact, row: f64) -> bool {
    let other = |at: usize, line: &Line| {
        let above = line.area.y1 <= row + 1.0 && line.area.y1 > contact.area.y0;
        above
            && !contact.lines.contains(&at)
            && (is_heading(&line.text) || line.text.split_whitespace().count() >= 7)
    };
    sheet.lines.iter().enumerate().any(|(at, line)| other(at, line))
}

/// How far what follows can move down, and the row from which a footer stays where it is.
fn room(seen: &Seen, cut: f64, wanted: f64, least: f64, size: f64) -> Result<(f64, f64), String> {
    let mut below: Vec<(f64, f64)> = seen
        .inks
        .iter()
        .filter(|ink| ink.area.y0 >= cut - 0.6)
        .map(|ink| (ink.area.y0, ink.area.y1))
        .collect();
    below.sort_by(|a, b| a.0.total_cmp(&b.0));
    let end = below.iter().map(|(_, end)| *end).fold(cut, f64::max);
    let mut reach = cut;
    let mut slack = None;
    for (top, bottom) in below {
        // A line or two far down with clear space above is a footer, which stays where it is.
        let is_footer = top > seen.height * 0.86 && end - top <= size * 3.0 && end < seen.height - 4.0;
        if is_footer && top - reach >= least + size * 1.2 {
            slack = Some((top, ((top - reach - size * 1.2) * 2.0).floor() / 2.0));
        }
        reach = reach.max(bottom);
    }
    let at_foot = seen.height - FOOT.min(seen.height - reach) - reach;
    if at_foot >= wanted {
        return Ok((wanted, f64::INFINITY));
    }
    if let Some((footer, free)) = slack {
        return Ok((wanted.min(free), footer - 0.6));
    }
    if at_foot >= least {
        return Ok((((at_foot * 2.0).floor() / 2.0).clamp(least, wanted), f64::INFINITY));
    }
    Err("the page has no room at its foot for what would move down".to_owned())
}

/// The operator that draws the last of the block.
pub(super) fn last_op(sheet: &Sheet, contact: &Contact) -> Option<usize> {
    let lines = contact.lines.iter().filter_map(|at| sheet.lines.get(*at));
    lines.flat_map(|line| &line.runs).filter_map(|at| sheet.look.runs.get(*at)).map(|run| run.op).max()
}
