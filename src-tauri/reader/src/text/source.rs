//! A posting's bytes, in whatever form they came, as the text that is read and kept.

use crate::text::encoding::characters;
use crate::text::html::{text_of_data, text_of_html};

/// The largest posting that is read, in bytes.
pub const LARGEST_POSTING: usize = 10 * 1024 * 1024;

/// What a posting came as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Plain text or Markdown, which is read as it is.
    Text,
    /// A web page, saved or copied.
    Html,
}

/// Why bytes are no posting, as a sentence for the student.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// Nothing but blank space.
    #[error("There is no text in this posting. Copy the posting again, or open another file.")]
    Empty,
    /// More than [`LARGEST_POSTING`].
    #[error(
        "This is larger than 10 MB, more than any posting. Copy only the posting’s own text and paste that."
    )]
    TooLarge,
    /// Not text at all.
    #[error(
        "This is not text. Startline reads postings as text, Markdown, HTML or PDF; copy the posting’s text and paste that."
    )]
    Binary,
}

/// The text of a posting. Web pages are kept as the text they read as, so that reading it again gives the same.
///
/// Text that is plainly a page's source is taken for a page, whatever it was called.
///
/// # Errors
/// [`SourceError`] where there is no text, too much of it, or something else than text.
pub fn posting_text(source: Source, bytes: &[u8]) -> Result<String, SourceError> {
    if bytes.len() > LARGEST_POSTING {
        return Err(SourceError::TooLarge);
    }
    let text = decoded(bytes).ok_or(SourceError::Binary)?;
    let text = match source {
        Source::Html => text_of_html(&text),
        Source::Text if is_page_source(&text) => text_of_html(&text),
        Source::Text => text_of_data(&text).unwrap_or(text),
    };
    if text.trim().is_empty() { Err(SourceError::Empty) } else { Ok(text) }
}

/// The characters of some bytes; `None` for what is no text.
fn decoded(bytes: &[u8]) -> Option<String> {
    let text = characters(bytes);
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}' | '\u{85}');
    let total = text.chars().count();
    let strange = text.chars().filter(|c| control(*c) || *c == '\u{fffd}').count();
    let binary = text.contains('\0')
        || strange * 50 > total
        || bytes.starts_with(b"%PDF-")
        || bytes.starts_with(b"PK\x03\x04");
    (!binary).then(|| text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Whether text is the source of a page: it begins as one, or is thick with tags.
fn is_page_source(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || ["<p>", "<div", "<li>", "<ul>", "<br", "<h1", "<h2", "<span"]
            .iter()
            .map(|tag| text.matches(tag).take(20).count())
            .sum::<usize>()
            >= 6
            && text.contains("</")
}

#[cfg(test)]
mod tests {
    use super::{LARGEST_POSTING, Source, SourceError, posting_text};

    #[test]
    fn what_is_no_posting_is_refused_in_a_sentence() {
        for (bytes, error) in [
            (b"".as_slice(), SourceError::Empty),
            (b" \n\t\xc2\xa0", SourceError::Empty),
            (b"\x7fELF\x00\x01\x02", SourceError::Binary),
            (b"%PDF-1.7 \xe2\xe3\xcf\xd3", SourceError::Binary),
            (b"\x01\x02\x03\x04\x05\x06", SourceError::Binary),
        ] {
            assert_eq!(posting_text(Source::Text, bytes), Err(error.clone()));
            assert!(error.to_string().ends_with('.'));
        }
        assert_eq!(posting_text(Source::Text, &vec![b'a'; LARGEST_POSTING + 1]), Err(SourceError::TooLarge));
        assert_eq!(posting_text(Source::Html, b"<p> </p><script>1</script>"), Err(SourceError::Empty));
    }
}
