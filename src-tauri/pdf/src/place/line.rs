//! The availability line: how large, in which letters, and where it begins.

use hayro_svg::hayro_interpret::kurbo::{Affine, Point, Rect};
use serde::{Deserialize, Serialize};
use startline_engine::Typeface;

use super::PlaceError;
use super::contact::Contact;
use super::seen::Seen;
use crate::draw::{Canvas, Drawing, Ink, Role, Size};
use crate::text::{Fonts, Line, Weight};

/// Where lines of the block stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Alignment {
    /// Each begins at one edge.
    #[default]
    Left,
    /// Each has its middle in one place.
    Centre,
    /// Each ends at one edge.
    Right,
}

/// The line, shaped, before it is drawn.
#[derive(Debug, Clone)]
pub(super) struct LineArt {
    pub(super) line: Line,
    /// The size of its letters in points.
    pub(super) size: f64,
    pub(super) alignment: Alignment,
}

impl LineArt {
    /// Shapes `text` to stand beside `contact`, or by itself at the left.
    pub(super) fn new(
        text: &str,
        typeface: Typeface,
        contact: Option<&Contact>,
        seen: &Seen,
        asked: Option<Alignment>,
    ) -> Result<Self, PlaceError> {
        let line = Line::shape(text, Weight::Regular, &Fonts::bundled(typeface)).map_err(|missing| {
            PlaceError::Drawing(format!("No font has a sign for {}.", missing.0.join(" ")))
        })?;
        let size = contact.map_or(10.0, |contact| contact.style.size).clamp(7.5, 12.0);
        let available = seen.width - 2.0 * seen.left().clamp(18.0, 54.0);
        let size = size.min(available / f64::from(line.width).max(1.0)).max(5.0);
        let alignment = asked.or_else(|| contact.map(|contact| alignment(contact, seen))).unwrap_or_default();
        Ok(Self { line, size, alignment })
    }

    pub(super) fn width(&self) -> f64 {
        f64::from(self.line.width) * self.size
    }

    /// The height of its box.
    pub(super) fn height(&self) -> f64 {
        self.size * 1.25
    }

    /// How far its baseline is above the box's foot.
    pub(super) fn depth(&self) -> f64 {
        self.size * 0.3
    }

    /// How far the block's ink goes below the last baseline.
    pub(super) fn below_ink(&self, contact: &Contact) -> f64 {
        (contact.area.y1 - contact.last.baseline).clamp(0.0, self.size * 0.4)
    }

    /// The left edge that its alignment gives it at the top of a page that has moved by `shift`.
    pub(super) fn left(&self, contact: Option<&Contact>, seen: &Seen, shift: Affine) -> f64 {
        let Some(contact) = contact else { return seen.left().max(36.0) };
        let (x0, x1) = self.span(contact, seen);
        let moved = |x: f64| (shift * Point::new(x, 0.0)).x;
        let left = match self.alignment {
            Alignment::Left => moved(x0),
            Alignment::Centre => moved((x0 + x1) / 2.0) - self.width() / 2.0,
            Alignment::Right => moved(x1) - self.width(),
        };
        left.max(12.0)
    }

    /// From its left edge to its right one, beside the block.
    pub(super) fn span(&self, contact: &Contact, seen: &Seen) -> (f64, f64) {
        let width = self.width();
        let left = match self.alignment {
            Alignment::Left => contact.last.area.x0,
            Alignment::Centre => contact.last.area.center().x - width / 2.0,
            Alignment::Right => contact.last.area.x1 - width,
        };
        let left = left.min(seen.width - 18.0 - width).max(18.0);
        (left, left + width)
    }

    /// Draws it in a box of its own.
    pub(super) fn draw(&self, ink: Ink) -> Result<Drawing, PlaceError> {
        let mut canvas = Canvas::new(Size { width: self.width() as f32, height: self.height() as f32 });
        canvas.begin(Role::Paragraph);
        canvas.text((0.0, self.depth() as f32), self.size as f32, ink, &self.line);
        canvas.finish().map_err(|error| PlaceError::Drawing(error.to_string()))
    }
}

/// How the block stands on the page.
fn alignment(contact: &Contact, seen: &Seen) -> Alignment {
    let middle = seen.width / 2.0;
    let centred = |row: &Rect| (row.center().x - middle).abs() < seen.width * 0.025;
    let indented = |row: &Rect| row.x0 - seen.left() > seen.width * 0.04;
    let last = contact.last.area;
    if contact.rows.iter().all(centred) && contact.rows.iter().any(indented)
        || centred(&last) && indented(&last)
    {
        Alignment::Centre
    } else if last.x0 - seen.left() > seen.width * 0.3
        && (seen.width - last.x1 - seen.left()).abs() < seen.width * 0.03
    {
        Alignment::Right
    } else {
        Alignment::Left
    }
}
