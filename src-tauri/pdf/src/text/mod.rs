//! Text to glyphs: a font for every grapheme, shaping, and the order in which a line is drawn.

mod face;
mod fonts;
mod itemise;
mod shape;

pub use face::{Face, Weight};
pub use fonts::Fonts;
pub use shape::{Glyph, Line, MissingGlyphs, Run};
