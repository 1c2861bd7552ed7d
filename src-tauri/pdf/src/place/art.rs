//! What is put on a page: a line that is set beside the résumé's own, or a header as it stands on its sheet.

use std::sync::Arc;

use hayro_svg::hayro_interpret::kurbo::{Affine, Rect};

use super::line::LineArt;
use super::{Area, PlaceError};
use crate::draw::{Drawing, Ink};
use crate::header::Header;
use crate::text::Fonts;

/// What is put on a page.
pub(super) enum Art {
    Line(LineArt),
    Header(Box<HeaderArt>),
}

/// A header on its sheet.
pub(super) struct HeaderArt {
    drawing: Arc<Drawing>,
    /// The box of its ink, from the left and the top of its sheet.
    ink: Rect,
}

impl HeaderArt {
    pub(super) fn new(header: &Header, fonts: &Fonts) -> Result<Self, PlaceError> {
        let broken = |error: crate::header::HeaderError| PlaceError::Drawing(error.to_string());
        let drawing = header.drawing(fonts).map_err(broken)?;
        let bytes = header.to_pdf(fonts).map_err(broken)?;
        let looks = crate::page::looks(&bytes, "");
        let inks = looks.iter().flat_map(|look| &look.inks).map(|ink| ink.area);
        let ink = inks.reduce(|a, b| a.union(b)).unwrap_or_default();
        Ok(Self { drawing: Arc::new(drawing), ink })
    }

    pub(super) fn drawing(&self) -> Arc<Drawing> {
        Arc::clone(&self.drawing)
    }

    /// Where its ink stands on a page that begins where its sheet does.
    pub(super) fn area(&self) -> Area {
        let (x, y) = (self.ink.x0 as f32, self.ink.y0 as f32);
        Area { page: 0, x, y, width: self.ink.width() as f32, height: self.ink.height() as f32 }
    }
}

impl Art {
    /// The width of its box in points.
    pub(super) fn width(&self) -> f64 {
        match self {
            Self::Line(line) => line.width(),
            Self::Header(header) => header.ink.width(),
        }
    }

    /// The height of its box in points.
    pub(super) fn height(&self) -> f64 {
        match self {
            Self::Line(line) => line.height(),
            Self::Header(header) => header.ink.height(),
        }
    }

    /// How far below it the page's own content begins.
    pub(super) fn gap(&self) -> f64 {
        match self {
            Self::Line(line) => line.size * 0.5,
            Self::Header(_) => 14.0,
        }
    }

    /// What it is called in a sentence.
    pub(super) fn noun(&self) -> &'static str {
        match self {
            Self::Line(_) => "line",
            Self::Header(_) => "header",
        }
    }

    /// The drawing, a line in `ink`.
    pub(super) fn drawing(&self, ink: Ink) -> Result<Arc<Drawing>, PlaceError> {
        match self {
            Self::Line(line) => line.draw(ink).map(Arc::new),
            Self::Header(header) => Ok(header.drawing()),
        }
    }

    /// From the drawing's space to the reader's, if its box has its lower left corner at `x`, `foot`.
    pub(super) fn place(&self, (x, foot): (f64, f64)) -> Affine {
        let (left, below) = match self {
            Self::Line(_) => (0.0, 0.0),
            Self::Header(header) => (header.ink.x0, f64::from(header.drawing.size.height) - header.ink.y1),
        };
        Affine::new([1.0, 0.0, 0.0, -1.0, x - left, foot + below])
    }
}
