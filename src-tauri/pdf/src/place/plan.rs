//! Where on the page the drawing goes, and what moves for it.

use hayro_svg::hayro_interpret::kurbo::Affine;

use super::Where;

/// What is to be done to the first page.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The way.
    pub(super) way: Where,
    /// Why this way, in a sentence.
    pub(super) why: String,
    /// The movement of what moves, as the reader sees it.
    pub(super) shift: Affine,
    /// How much smaller the page's own content becomes.
    pub(super) scale: f64,
    /// How far down it moves; negative if it moves up.
    pub(super) moved: f64,
    /// Which units move.
    pub(super) moves: Vec<bool>,
    /// Which links and fields move with the content.
    pub(super) part: Part,
    /// The lower left corner of the drawing.
    pub(super) at: (f64, f64),
    /// The drawing comes after this operator, in the first gap where it may stand.
    pub(super) after: Option<usize>,
}

/// The part of a page that moves, as the reader sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// Whatever has its middle below a row.
    Below(f64),
    /// Whatever has its middle above a row.
    Above(f64),
}

impl Part {
    pub(super) fn holds(self, row: f64) -> bool {
        match self {
            Self::Below(cut) => row > cut,
            Self::Above(cut) => row < cut,
        }
    }
}
