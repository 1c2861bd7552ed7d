//! What a PDF says to a program that reads it: the text of its pages, by our own look at the bytes.
//!
//! Readers differ in the order they take text in. Two orders are given: that of the content, and that of the
//! page as laid out. Nothing here knows what went into a file that Startline made.

mod font;
mod lines;
mod matrix;
mod page;
mod unicode_map;

use lopdf::{Document, LoadOptions};

pub(crate) use lines::{in_content_order, in_layout_order};
pub(crate) use page::Shown;

/// The most bytes that any one stream may unfold to.
const STREAM_LIMIT: usize = 64 << 20;

/// Why a PDF can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadingError {
    /// It asks for a password.
    #[error("This PDF needs its password. It is used once and not kept.")]
    Locked,
    /// It is no PDF at all.
    #[error("This is not a PDF, whatever its name says. Save it as PDF in the program that made it.")]
    NoPdf,
    /// It is broken.
    #[error("This PDF is damaged. Open it in the program that made it and save it again.")]
    Damaged,
    /// It has pages and no text.
    #[error("This PDF has no text, only a picture. Parsers can't read it; paste the text instead.")]
    Scan,
}

/// A PDF whose pages can be asked for.
pub(crate) struct Opened {
    pub(crate) document: Document,
}

/// Opens a PDF. An owner's password alone locks nothing.
pub(crate) fn open(pdf: &[u8]) -> Result<Opened, ReadingError> {
    let head = pdf.get(..pdf.len().min(1024)).unwrap_or_default();
    if !head.windows(5).any(|bytes| bytes == b"%PDF-") {
        return Err(ReadingError::NoPdf);
    }
    let options = LoadOptions { max_decompressed_size: Some(STREAM_LIMIT), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(pdf, options).map_err(|error| match error {
        lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword | lopdf::Error::Unimplemented(_) => {
            ReadingError::Locked
        }
        _ => ReadingError::Damaged,
    })?;
    if document.is_encrypted() {
        return Err(ReadingError::Locked);
    }
    if document.page_iter().next().is_none() {
        return Err(ReadingError::Damaged);
    }
    Ok(Opened { document })
}

impl Opened {
    /// The text of every page, piece by piece, in the order of the content.
    pub(crate) fn pages(&self) -> Vec<Vec<Shown>> {
        self.document.page_iter().map(|page| page::read(&self.document, page)).collect()
    }

    /// Where its links lead, page by page in the order of the file.
    pub(crate) fn links(&self) -> Vec<String> {
        let annotations =
            self.document.page_iter().filter_map(|page| self.document.get_page_annotations(page).ok());
        let uri = |annotation: &lopdf::Dictionary| {
            let action = annotation.get_deref(b"A", &self.document).ok()?.as_dict().ok()?;
            let uri = action.get_deref(b"URI", &self.document).ok()?.as_str().ok()?;
            Some(String::from_utf8_lossy(uri).into_owned())
        };
        annotations.flatten().filter_map(uri).collect()
    }
}

/// The text of a posting: every page in the order of its content, lines as they are broken.
///
/// # Errors
/// [`ReadingError`] for a file that is locked, damaged, a scan or no PDF.
pub fn posting_text(pdf: &[u8]) -> Result<String, ReadingError> {
    let pages = open(pdf)?.pages();
    let text = pages.iter().map(|page| in_content_order(page)).collect::<Vec<_>>().join("\n\n");
    if text.trim().is_empty() { Err(ReadingError::Scan) } else { Ok(text) }
}
