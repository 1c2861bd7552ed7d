//! What on a page counts: its ink without the paper, and where that begins and ends.

use hayro_svg::hayro_interpret::kurbo::Rect;

use super::units::Unit;
use crate::page::{Ink, InkKind, Look};

/// The units of a page sorted by what they are to the eye.
pub(super) struct Seen {
    /// The upright page.
    pub(super) width: f64,
    pub(super) height: f64,
    /// All ink but the paper.
    pub(super) inks: Vec<Ink>,
    /// The first and the last inked row, but for a side column's ground.
    rows: (f64, f64),
    /// The left edge of the text.
    left: f64,
}

impl Seen {
    /// What a page shows, and what its annotations do at `notes`.
    pub(super) fn of(look: &Look, notes: &[Rect]) -> Self {
        let (width, height) = (look.width, look.height);
        let notes = notes.iter().map(|area| Ink { op: usize::MAX, area: *area, kind: InkKind::Text });
        let inks =
            look.inks.iter().copied().filter(|ink| !is_paper(ink, width, height)).chain(notes).collect();
        let mut seen = Self { width, height, inks, rows: (0.0, 0.0), left: 0.0 };
        let areas = || seen.inks.iter().map(|ink| ink.area).filter(|area| !seen.is_tall(*area));
        let top = areas().map(|area| area.y0).fold(height, f64::min).max(0.0);
        let foot = areas().map(|area| area.y1).fold(0.0, f64::max).min(height);
        let texts = seen.inks.iter().filter(|ink| ink.kind == InkKind::Text);
        let left = texts.map(|ink| ink.area.x0).fold(width, f64::min).clamp(0.0, width * 0.3);
        (seen.rows, seen.left) = ((top, foot), left);
        seen
    }

    /// The first inked row, but for a side column's ground.
    pub(super) fn top(&self) -> f64 {
        self.rows.0
    }

    /// The last inked row, but for a side column's ground.
    pub(super) fn foot(&self) -> f64 {
        self.rows.1
    }

    /// Whether a box goes from the top of the page to its foot.
    pub(super) fn is_tall(&self, area: Rect) -> bool {
        area.height() > self.height * 0.96
    }

    /// Whether colour or a picture runs off the page at its top.
    pub(super) fn bleeds(&self) -> bool {
        let design = |ink: &&Ink| {
            let solid = matches!(ink.kind, InkKind::Fill(_) | InkKind::Image);
            solid && ink.area.width() > self.width * 0.15 && ink.area.height() < self.height * 0.9
        };
        self.inks.iter().filter(design).any(|ink| ink.area.y0 <= 3.0)
    }

    /// Whether the page is a picture of a page.
    pub(super) fn is_scan(&self, look: &Look, units: &[Unit]) -> bool {
        let page = self.width * self.height;
        let pictured = units.iter().filter_map(|unit| unit.ink).filter(|ink| ink.kind == InkKind::Image);
        let pictured: f64 = pictured.map(|ink| ink.area.area()).sum();
        let letters = look
            .runs
            .iter()
            .filter(|run| run.style.visible)
            .map(|run| run.text.chars().count())
            .sum::<usize>();
        pictured > page * 0.5 && letters < 40
    }

    /// Where a box of `width` that would begin at `left` begins instead, so that it doesn't straddle the edge of a
    /// coloured column.
    pub(super) fn beside_edges(&self, left: f64, width: f64) -> f64 {
        let is_column = |ink: &&Ink| {
            matches!(ink.kind, InkKind::Fill(_) | InkKind::Image)
                && ink.area.height() > self.height * 0.5
                && ink.area.width() < self.width * 0.7
                && ink.area.width() > 40.0
        };
        let edges = self.inks.iter().filter(is_column).flat_map(|ink| [ink.area.x0, ink.area.x1]);
        let Some(edge) = edges.into_iter().find(|edge| left < edge - 2.0 && left + width > edge + 2.0) else {
            return left;
        };
        if edge + 12.0 + width <= self.width - 12.0 {
            edge + 12.0
        } else if edge - 12.0 - width >= 12.0 {
            edge - 12.0 - width
        } else {
            left
        }
    }

    /// The left edge of the text.
    pub(super) fn left(&self) -> f64 {
        self.left
    }
}

/// Whether ink is the paper itself: white, clear, or a ground for the whole page.
pub(super) fn is_paper(ink: &Ink, width: f64, height: f64) -> bool {
    let plain = match ink.kind {
        InkKind::Fill(Some([red, green, blue, alpha])) => alpha == 0 || (red.min(green).min(blue) >= 254),
        _ => false,
    };
    plain || (ink.kind != InkKind::Text && covers(ink.area, width, height))
}

/// Whether a box is as good as the whole page.
pub(super) fn covers(area: Rect, width: f64, height: f64) -> bool {
    area.x0 <= width * 0.02 && area.x1 >= width * 0.98 && area.y0 <= height * 0.02 && area.y1 >= height * 0.98
}
