//! Text to glyphs: a font for every grapheme, shaping, and the order in which a line is drawn.

mod east_asian;
mod face;
mod fonts;
mod itemise;
mod shape;

pub use east_asian::EastAsian;
pub use face::{Face, Weight};
pub use fonts::Fonts;
pub use shape::{Glyph, Line, MissingGlyphs, Run};
