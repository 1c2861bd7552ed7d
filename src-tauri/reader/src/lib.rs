//! Reads a posting into facts (rules P1–P5), each tied to the exact words it came from.
//!
//! A pipeline, a folder for each step: `text` makes text of bytes, `words` cuts it into words and lines, `items` finds
//! every date and duration, `roles` decides what each is for, and `facts` draws the facts from them.

mod facts;
mod items;
#[cfg(feature = "learn")]
pub mod learn;
#[cfg(test)]
mod linear;
mod model;
mod read;
mod roles;
mod text;
mod words;

pub use read::read;
pub use text::{LARGEST_POSTING, Source, SourceError, posting_text, text_of_html};
