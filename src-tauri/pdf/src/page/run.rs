//! Text as it is shown.

use hayro_svg::hayro_interpret::kurbo::{Point, Rect};

/// The text that one operator shows.
#[derive(Debug, Clone)]
pub struct Run {
    /// The operator's place in the content stream.
    pub op: usize,
    /// What it says, with a space wherever a gap reads as one.
    pub text: String,
    /// Where the first letter stands on the baseline.
    pub start: Point,
    /// Where the next letter would stand.
    pub end: Point,
    /// The ink of its letters; empty if none is seen.
    pub ink: Rect,
    /// How it looks.
    pub style: Style,
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The size in points.
    pub size: f64,
    /// Red, green, blue and opacity.
    pub colour: [u8; 4],
    /// Whether it runs from left to right along a level line.
    pub level: bool,
    /// Whether it is drawn at all: the text behind a scan is not.
    pub visible: bool,
}

impl Run {
    /// A run of no letters yet.
    pub(super) fn new(op: usize, start: Point, style: Style) -> Self {
        Self { op, text: String::new(), start, end: start, ink: Rect::ZERO, style }
    }

    /// Adds a letter that stands at `start` and ends at `end`.
    pub(super) fn push(&mut self, says: &str, start: Point, end: Point, ink: Option<Rect>) {
        let gap = (start.x - self.end.x).abs() > self.style.size * 0.17;
        let open = |text: &str| text.is_empty() || text.ends_with(char::is_whitespace);
        if gap && !open(&self.text) && !says.starts_with(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(says);
        self.end = end;
        if let Some(ink) = ink {
            self.ink = if self.ink.area() == 0.0 { ink } else { self.ink.union(ink) };
        }
    }
}
