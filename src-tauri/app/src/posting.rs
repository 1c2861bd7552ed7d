//! A posting in: text, Markdown, HTML or PDF.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use startline_engine::sample_posting;
use startline_reader::{LARGEST_POSTING, Source};

use crate::isolated::{self, Job};
use crate::{Failure, other_kind, read_file};

/// The largest posting that is read, in bytes.
pub const POSTING_LIMIT: u64 = LARGEST_POSTING as u64;

/// A posting as text, ready to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct PostingText {
    /// The name of the file it came from.
    pub name: Option<String>,
    /// The text that facts are read from.
    pub text: String,
}

/// The posting that is offered to try, for the season that comes next after `today`.
#[must_use]
pub fn sample(today: NaiveDate) -> PostingText {
    PostingText { name: None, text: sample_posting(today) }
}

/// The text of a posting from a file's bytes. What kind it is, its contents say; its name only where they
/// don't.
///
/// # Errors
/// A sentence where it is empty, too large, no text, a PDF that can't be read, or plainly something else, such
/// as a draft.
pub fn posting_text(name: Option<&str>, bytes: &[u8]) -> Result<PostingText, Failure> {
    let text = if is_pdf(bytes) {
        let text = isolated::run(&Job::PostingText, bytes)?;
        String::from_utf8_lossy(&text).into_owned()
    } else {
        other_kind::refuse(bytes)?;
        startline_reader::posting_text(source(name), bytes).map_err(Failure::other)?
    };
    Ok(PostingText { name: name.map(str::to_owned), text })
}

/// The text of a posting that was pasted as HTML: kept as the text it reads as.
///
/// # Errors
/// A sentence where it holds no text.
pub fn html_posting(html: &str) -> Result<PostingText, Failure> {
    posting_text(Some("pasted.html"), html.as_bytes())
}

/// A posting from a file.
///
/// # Errors
/// Also where the file can't be read.
pub fn posting_file(path: &Path) -> Result<PostingText, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    posting_text(name.as_deref(), &read_file(path, POSTING_LIMIT)?)
}

/// What the name says it is.
fn source(name: Option<&str>) -> Source {
    let extension =
        name.and_then(|name| Path::new(name).extension()).and_then(|extension| extension.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("html" | "htm" | "xhtml") => Source::Html,
        _ => Source::Text,
    }
}

/// A PDF says so within its first bytes, as its readers have it.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes.iter().take(1024).copied().collect::<Vec<_>>().windows(5).any(|part| part == b"%PDF-")
}
