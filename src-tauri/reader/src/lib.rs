//! Reads a posting into facts (rules P1–P5), each tied to the exact words it came from.

mod html;
mod reading;
mod source;

pub use html::text_of_html;
pub use reading::read;
pub use source::{LARGEST_POSTING, Source, SourceError, posting_text};
