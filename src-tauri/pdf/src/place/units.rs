//! The page's content as units that stay or move together: a path from its first point to its paint, a string
//! of text, a form, a picture, a clip.

use hayro_svg::hayro_interpret::kurbo::{Point, Rect};

use super::seen::is_paper;
use super::sheet::Sheet;
use crate::page::{Ink, InkKind};

/// Operators that belong together.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// The first operator.
    pub(super) first: usize,
    /// The last operator, the one that paints.
    pub(super) last: usize,
    /// What it shows; none for a clip, or for what can't be seen.
    pub(super) ink: Option<Ink>,
    /// What it clips to, where it does.
    pub(super) clip: Option<Rect>,
    /// Where it stands if it shows nothing: text that is there but not seen.
    pub(super) place: Option<Rect>,
}

impl Unit {
    /// The box of what it shows, or of where it stands.
    pub(super) fn area(&self) -> Option<Rect> {
        self.ink.map(|ink| ink.area).or(self.place)
    }
}

/// The units in the order drawn.
pub(super) fn units(sheet: &Sheet) -> Vec<Unit> {
    let inks = inks(sheet);
    let places = places(sheet);
    let mut units = Vec::new();
    let mut path: Option<Path> = None;
    for (at, op) in sheet.ops.iter().enumerate() {
        let name = op.name(&sheet.content);
        let found = |list: &[(usize, Rect)]| list.iter().find(|(op, _)| *op == at).map(|(_, area)| *area);
        match name {
            b"m" | b"l" | b"c" | b"v" | b"y" | b"re" | b"h" | b"W" | b"W*" => {
                path.get_or_insert_with(|| Path::new(at)).add(sheet, at);
            }
            b"n" | b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                let path = path.take().unwrap_or_else(|| Path::new(at));
                let clip = path.clips.then_some(path.area).flatten();
                units.push(Unit { first: path.first, last: at, ink: ink_of(&inks, at), clip, place: None });
            }
            b"Tj" | b"TJ" | b"'" | b"\"" | b"Do" | b"sh" | b"BI" => {
                let place = found(places.get(at..=at).unwrap_or_default());
                units.push(Unit { first: at, last: at, ink: ink_of(&inks, at), clip: None, place });
            }
            _ => {}
        }
    }
    units
}

fn ink_of(inks: &[Option<Ink>], at: usize) -> Option<Ink> {
    inks.get(at).copied().flatten()
}

/// The ink of each operator, all of it as one. The paper within a form is no part of its ink.
fn inks(sheet: &Sheet) -> Vec<Option<Ink>> {
    let mut inks: Vec<Option<Ink>> = vec![None; sheet.ops.len()];
    let paper = |ink: &Ink| is_paper(ink, sheet.look.width, sheet.look.height);
    for ink in &sheet.look.inks {
        let Some(of) = inks.get_mut(ink.op) else { continue };
        *of = Some(match of.take() {
            Some(seen) if paper(&seen) => *ink,
            Some(seen) if paper(ink) => seen,
            Some(seen) => Ink {
                op: ink.op,
                area: seen.area.union(ink.area),
                kind: if seen.kind == ink.kind { ink.kind } else { InkKind::Image },
            },
            None => *ink,
        });
    }
    inks
}

/// Where text stands, seen or not, by operator.
fn places(sheet: &Sheet) -> Vec<(usize, Rect)> {
    let mut places: Vec<(usize, Rect)> = (0..sheet.ops.len()).map(|_| (usize::MAX, Rect::ZERO)).collect();
    for run in &sheet.look.runs {
        let area = Rect::from_points(run.start, run.end).inflate(0.0, run.style.size * 0.2);
        if let Some(place) = places.get_mut(run.op) {
            *place = (run.op, if place.0 == run.op { place.1.union(area) } else { area });
        }
    }
    places
}

/// A path being gathered.
struct Path {
    first: usize,
    area: Option<Rect>,
    clips: bool,
}

impl Path {
    fn new(first: usize) -> Self {
        Self { first, area: None, clips: false }
    }

    fn add(&mut self, sheet: &Sheet, at: usize) {
        let (Some(op), Some(before)) = (sheet.ops.get(at), sheet.befores.get(at)) else { return };
        let name = op.name(&sheet.content);
        if matches!(name, b"W" | b"W*") {
            self.clips = true;
            return;
        }
        let numbers = op.numbers(&sheet.content);
        let points: Vec<Point> = match (name, numbers.as_slice()) {
            (b"re", [x, y, w, h]) => [(0.0, 0.0), (*w, 0.0), (0.0, *h), (*w, *h)]
                .map(|(dx, dy)| Point::new(x + dx, y + dy))
                .to_vec(),
            (_, numbers) => numbers
                .chunks_exact(2)
                .filter_map(|pair| Some(Point::new(*pair.first()?, *pair.get(1)?)))
                .collect(),
        };
        let upright = sheet.look.upright * before.ctm;
        for point in points {
            let point = upright * point;
            let dot = Rect::from_points(point, point);
            self.area = Some(self.area.map_or(dot, |area| area.union(dot)));
        }
    }
}
