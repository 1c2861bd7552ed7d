//! The page's content written anew: the same bytes, with a movement put in front of what moves, and the
//! drawing put in its place.

use std::io::Write as _;

use hayro_svg::hayro_interpret::kurbo::Affine;

use super::scopes::holds;
use super::sheet::Sheet;
use super::units::Unit;
use crate::page::Before;

/// What is put into the content.
pub(super) struct Insertion<'a> {
    /// The drawing's operators.
    pub(super) content: &'a [u8],
    /// From the drawing's space to the page's own.
    pub(super) place: Affine,
    /// Its box as the reader sees it, which clips must not cut.
    pub(super) area: hayro_svg::hayro_interpret::kurbo::Rect,
    /// The operator that it follows.
    pub(super) after: Option<usize>,
}

/// Writes the content with the units in `moves` moved by `shift` (in the page's own space) and `insertion` in
/// its place. `None` if a movement would have to begin where none can.
pub(super) fn rewrite(
    sheet: &Sheet,
    units: &[Unit],
    moves: &[bool],
    shift: Affine,
    insertion: &Insertion<'_>,
) -> Option<Vec<u8>> {
    let mut pen = Pen {
        sheet,
        out: Vec::with_capacity(sheet.content.len() + insertion.content.len() + 256),
        copied: 0,
        shift,
        levels: vec![false],
        broken: false,
    };
    let moving = shift != Affine::IDENTITY;
    let mut waiting = true;
    let mut clips: Vec<(usize, hayro_svg::hayro_interpret::kurbo::Rect)> = Vec::new();
    let mut next = units.iter().zip(moves).peekable();
    let mut within_unit = None;
    for (at, before) in sheet.befores.iter().enumerate() {
        let name = sheet.ops.get(at).map_or(b"".as_slice(), |op| op.name(&sheet.content));
        let sets_position = matches!(name, b"Td" | b"TD" | b"T*" | b"Tm" | b"'" | b"\"");
        let quiet = !before.in_path
            && within_unit.is_none_or(|last| at > last)
            && before.in_clean_text(sets_position);
        clips.retain(|(depth, _)| *depth <= before.depth);
        // A gap before `ET`, `Q` or `EMC` is no better than the one after it.
        let best = quiet && !matches!(name, b"Q" | b"ET" | b"EMC" | b"W" | b"W*" | b"n");
        if waiting
            && insertion.after.is_none_or(|after| at > after)
            && best
            && before.marks.iter().all(super::tags::lets_in)
            && clips.iter().all(|(_, clip)| holds(*clip, insertion.area))
        {
            pen.insert(at, before, insertion);
            waiting = false;
        }
        let Some((unit, moved)) = next.peek().copied() else {
            pen.keep_levels(name);
            continue;
        };
        let counts = unit.area().is_some() || unit.clip.is_some();
        if moving && best && counts && pen.level() != *moved {
            pen.turn(at, before, *moved);
        }
        if at == unit.first {
            if moving && counts && pen.level() != *moved {
                return None;
            }
            within_unit = Some(unit.last);
        }
        if at == unit.last {
            if let Some(clip) = unit.clip {
                let clip = if *moved { sheet.visual(shift).transform_rect_bbox(clip) } else { clip };
                clips.push((before.depth, clip));
            }
            within_unit = None;
            next.next();
        }
        pen.keep_levels(name);
    }
    if waiting {
        let end = sheet.befores.last()?;
        pen.close(end, insertion);
    }
    pen.copy_to(sheet.content.len());
    (!pen.broken).then_some(pen.out)
}

impl Before {
    /// Whether a text object may be closed and opened again here.
    fn in_clean_text(&self, sets_position: bool) -> bool {
        let clean = !self.clips_text && self.marks.iter().all(|mark| !mark.in_text);
        self.text.is_none() || (clean && (sets_position || !self.advanced))
    }
}

impl Sheet {
    /// A movement in the page's own space, as the reader sees it.
    fn visual(&self, shift: Affine) -> Affine {
        self.look.upright * shift * self.look.upright.inverse()
    }
}

struct Pen<'a> {
    sheet: &'a Sheet,
    out: Vec<u8>,
    copied: usize,
    shift: Affine,
    /// For each open `q`, whether the movement is in force.
    levels: Vec<bool>,
    /// A transformation that can't be undone was met.
    broken: bool,
}

impl Pen<'_> {
    fn level(&self) -> bool {
        self.levels.last().copied().unwrap_or(false)
    }

    fn keep_levels(&mut self, name: &[u8]) {
        match name {
            b"q" => self.levels.push(self.level()),
            b"Q" if self.levels.len() > 1 => drop(self.levels.pop()),
            _ => {}
        }
    }

    fn copy_to(&mut self, end: usize) {
        self.out.extend_from_slice(self.sheet.content.get(self.copied..end).unwrap_or_default());
        self.copied = self.copied.max(end);
    }

    /// Copies up to an operator.
    fn copy_before(&mut self, at: usize) {
        let end = self.sheet.ops.get(at).map_or(self.sheet.content.len(), |op| op.range.start);
        self.copy_to(end);
        self.out.push(b'\n');
    }

    /// The transformation in force in what is written.
    fn ctm(&self, before: &Before) -> Affine {
        if self.level() { self.shift * before.ctm } else { before.ctm }
    }

    /// Begins or ends the movement at the present level.
    fn turn(&mut self, at: usize, before: &Before, moved: bool) {
        self.copy_before(at);
        let way = if moved { self.shift } else { self.shift.inverse() };
        let ctm = self.ctm(before);
        self.outside_text(before, |pen| pen.matrix(ctm.inverse() * way * ctm, "cm"));
        if let Some(level) = self.levels.last_mut() {
            *level = moved;
        }
    }

    fn insert(&mut self, at: usize, before: &Before, insertion: &Insertion<'_>) {
        self.copy_before(at);
        let ctm = self.ctm(before);
        self.outside_text(before, |pen| pen.draw(ctm, insertion));
    }

    /// Draws at the end of all content, whatever that left open.
    fn close(&mut self, end: &Before, insertion: &Insertion<'_>) {
        self.copy_to(self.sheet.content.len());
        self.out.push(b'\n');
        if end.text.is_some() {
            self.out.extend_from_slice(b"ET\n");
        }
        for _ in 0..end.depth {
            self.out.extend_from_slice(b"Q\n");
        }
        self.levels.truncate(1);
        let ctm = if self.level() { self.shift } else { Affine::IDENTITY };
        // What the page itself set outside any `q` still holds.
        let first = end.outer;
        self.draw(ctm * first, insertion);
    }

    fn draw(&mut self, ctm: Affine, insertion: &Insertion<'_>) {
        self.out.extend_from_slice(super::marking::BEGIN);
        self.out.extend_from_slice(b" q\n");
        self.matrix(ctm.inverse() * insertion.place, "cm");
        self.out.extend_from_slice(super::marking::PLAIN);
        self.out.extend_from_slice(insertion.content);
        self.out.extend_from_slice(b"\nQ EMC\n");
    }

    fn outside_text(&mut self, before: &Before, write: impl FnOnce(&mut Self)) {
        if before.text.is_some() {
            self.out.extend_from_slice(b"ET\n");
        }
        write(self);
        if let Some(line) = before.text {
            self.out.extend_from_slice(b"BT ");
            self.matrix(line, "Tm");
        }
    }

    fn matrix(&mut self, matrix: Affine, operator: &str) {
        for number in matrix.as_coeffs() {
            self.broken |= !number.is_finite();
            let rounded = (number * 1e6).round() / 1e6;
            let _ = write!(self.out, "{} ", if rounded == 0.0 { 0.0 } else { rounded });
        }
        self.out.extend_from_slice(operator.as_bytes());
        self.out.push(b'\n');
    }
}
