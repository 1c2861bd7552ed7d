//! Drawing: text, rules and links as page content, with the structure that a screen reader walks.

mod canvas;
mod composite;
mod drawing;
mod embed;
mod handover;

pub use canvas::{Canvas, Ink, Size};
pub use drawing::{Drawing, DrawingError};
pub use structure::{Element, Kid, Role};

mod structure;
