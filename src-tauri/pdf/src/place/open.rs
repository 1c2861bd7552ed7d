//! A stranger's file, opened or refused.

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::password::spellings;
use super::ready::save;
use super::signed::is_signed;
use super::{MAX_BYTES, MAX_PAGES, PlaceError};

/// The most that any one stream may unpack to.
pub(super) const MAX_UNPACKED: usize = 64 * 1024 * 1024;

/// A résumé that may be changed.
pub(super) struct Opened {
    pub(super) document: Document,
    /// The file was protected; what is written from it isn't.
    pub(super) was_protected: bool,
    /// The cross-reference table had to be mended.
    pub(super) was_mended: bool,
}

/// Opens a résumé, or says why not.
pub(super) fn open(bytes: &[u8], password: Option<&str>) -> Result<Opened, PlaceError> {
    if bytes.len() > MAX_BYTES {
        return Err(PlaceError::TooLarge);
    }
    if let Some(kind) = other_kind(bytes) {
        return Err(PlaceError::NotPdf(kind));
    }
    let document = load(bytes, password).map_err(|error| why_closed(&error, bytes, password.is_some()))?;
    let was_protected = document.was_encrypted() || document.trailer.has(b"Encrypt");
    if document.is_encrypted() && document.encryption_state.is_none() {
        return Err(locked(password.is_some()));
    }
    let pages = document.page_iter().take(MAX_PAGES + 1).count();
    if pages == 0 {
        let known = document.catalog().is_ok_and(|catalog| catalog.get_deref(b"Pages", &document).is_ok());
        return Err(if known { PlaceError::NoPages } else { PlaceError::Damaged { at: None } });
    }
    if pages > MAX_PAGES {
        return Err(PlaceError::TooManyPages(document.page_iter().take(100_000).count()));
    }
    refuse_forms(&document)?;
    let was_mended = document.xref_recovery.is_some();
    Ok(Opened { document, was_protected, was_mended })
}

/// The file's objects, by whichever spelling of the password opens it.
fn load(bytes: &[u8], password: Option<&str>) -> Result<Document, lopdf::Error> {
    let with = |password: Option<String>| {
        let max_decompressed_size = Some(MAX_UNPACKED);
        let options = LoadOptions { password, max_decompressed_size, ..LoadOptions::default() };
        Document::load_mem_with_options(bytes, options)
    };
    let mut spellings = password.map(spellings).unwrap_or_default().into_iter();
    let mut loaded = with(spellings.next());
    for other in spellings {
        if !matches!(loaded, Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_))) {
            break;
        }
        loaded = with(Some(other));
    }
    loaded
}

/// The same file without its protection, for readers that don't know how a password is written in it; `None`
/// where it has none, or doesn't open.
pub(crate) fn without_protection(bytes: &[u8], password: &str) -> Option<Vec<u8>> {
    let Opened { mut document, was_protected, .. } = open(bytes, Some(password)).ok()?;
    if was_protected { save(&mut document).ok() } else { None }
}

fn locked(tried: bool) -> PlaceError {
    if tried { PlaceError::WrongPassword } else { PlaceError::NeedsPassword }
}

fn why_closed(error: &lopdf::Error, bytes: &[u8], tried: bool) -> PlaceError {
    use lopdf::Error;
    match error {
        Error::InvalidPassword => locked(tried),
        Error::Decryption(error) => match error {
            lopdf::encryption::DecryptionError::IncorrectPassword => locked(tried),
            _ => PlaceError::Protected,
        },
        Error::UnsupportedSecurityHandler(_) => PlaceError::Protected,
        Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => PlaceError::TooLarge,
        Error::IndirectObject { offset } | Error::InvalidOffset(offset) => {
            PlaceError::Damaged { at: Some((*offset).min(bytes.len())) }
        }
        _ => PlaceError::Damaged { at: table_at(bytes) },
    }
}

/// Where the file says that its table of objects is, which is where reading begins.
fn table_at(bytes: &[u8]) -> Option<usize> {
    let word = b"startxref";
    let at = bytes.windows(word.len()).rposition(|part| part == word)?;
    let digits = bytes.get(at + word.len()..)?.trim_ascii_start();
    let digits: Vec<u8> = digits.iter().copied().take_while(u8::is_ascii_digit).collect();
    let table: usize = String::from_utf8(digits).ok()?.parse().ok()?;
    Some(table.min(bytes.len()))
}

/// What the bytes are, if no PDF.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let holds = |what: &[u8]| head.windows(what.len()).any(|part| part == what);
    let text = head.trim_ascii_start().to_ascii_lowercase();
    Some(match head {
        _ if holds(b"%PDF-") => return None,
        [] => "an empty file",
        [b'P', b'K', 3 | 5, ..] => zipped(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "an old Word document (.doc)",
        [b'{', b'\\', b'r', b't', b'f', ..] => "a rich text document (.rtf)",
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => "a picture",
        [b'%', b'!', b'P', b'S', ..] => "a PostScript file",
        _ if text.starts_with(b"<!doctype html") || text.starts_with(b"<html") => "a web page",
        _ if std::str::from_utf8(head).is_ok() => "a text file",
        _ => "some other kind of file",
    })
}

fn zipped(bytes: &[u8]) -> &'static str {
    let holds = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
    if holds(b"word/") {
        "a Word document (.docx)"
    } else if holds(b"opendocument.text") {
        "a LibreOffice document (.odt)"
    } else if holds(b"Index/Document.iwa") {
        "a Pages document"
    } else {
        "a ZIP archive"
    }
}

/// Refuses signed files and XFA forms.
fn refuse_forms(document: &Document) -> Result<(), PlaceError> {
    let Ok(catalog) = document.catalog() else { return Err(PlaceError::Damaged { at: None }) };
    let form = dictionary(document, catalog, b"AcroForm");
    let xfa = form.and_then(|form| form.get_deref(b"XFA", document).ok());
    if xfa.is_some_and(|xfa| !matches!(xfa, Object::Null)) {
        return Err(PlaceError::Xfa);
    }
    if is_signed(document) { Err(PlaceError::Signed) } else { Ok(()) }
}

/// The dictionary under a key, wherever it stands.
pub(super) fn dictionary<'a>(
    document: &'a Document,
    of: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    of.get_deref(key, document).ok()?.as_dict().ok()
}
