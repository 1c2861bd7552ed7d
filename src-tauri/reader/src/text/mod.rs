//! A posting’s bytes, as the text that is read and kept.

mod encoding;
mod html;
mod source;

pub use html::text_of_html;
pub use source::{LARGEST_POSTING, Source, SourceError, posting_text};
