//! The first page of a résumé, looked at.

use hayro_svg::hayro_syntax::Pdf;
use lopdf::{Document, Object, ObjectId, Stream};

use super::PlaceError;
use super::open::MAX_UNPACKED;
use crate::page::{Before, Line, Look, Op, befores, lines, look, ops};

/// The first page, its content and what that shows.
pub(super) struct Sheet {
    pub(super) page: ObjectId,
    pub(super) content: Vec<u8>,
    pub(super) ops: Vec<Op>,
    /// The state before each operator, and at the end.
    pub(super) befores: Vec<Before>,
    pub(super) look: Look,
    pub(super) lines: Vec<Line>,
    /// What stands for the content of each other page.
    pub(super) others: Vec<u64>,
}

/// The most operators that a page may have; the busiest designs have a tenth of it.
const MAX_OPS: usize = 600_000;
/// How wide and high a page may be, in points.
const SIZES: std::ops::RangeInclusive<f64> = 72.0..=14_400.0;

/// Looks at the first page of `document`, whose bytes are `bytes`, without protection.
pub(super) fn sheet(document: &Document, bytes: &[u8]) -> Result<Sheet, PlaceError> {
    let page = document.page_iter().next().ok_or(PlaceError::NoPages)?;
    refuse_bombs(document)?;
    let damaged = PlaceError::Damaged { at: None };
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| damaged.clone())?;
    let pages = pdf.pages();
    let first = pages.first().ok_or_else(|| damaged.clone())?;
    let content = first.page_stream().unwrap_or_default().to_vec();
    let ops = ops(&content);
    if ops.len() > MAX_OPS {
        return Err(PlaceError::TooLarge);
    }
    let befores = befores(&content, &ops);
    let look = look(first, &content, &ops);
    let sized = |edge: f64| SIZES.contains(&edge);
    if !sized(look.width) || !sized(look.height) {
        return Err(damaged);
    }
    let lines = lines(&look);
    let others = pages.iter().skip(1).map(|page| crate::digest(page.page_stream().unwrap_or_default()));
    Ok(Sheet { page, content, ops, befores, lines, others: others.collect(), look })
}

/// Refuses a file whose streams unpack to more than memory should be asked for. Pictures are never unpacked
/// here.
fn refuse_bombs(document: &Document) -> Result<(), PlaceError> {
    let is_image = |stream: &Stream| {
        stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|of| of == b"Image")
    };
    for object in document.objects.values() {
        let Object::Stream(stream) = object else { continue };
        let filters = stream.filters().map_or(0, |filters| filters.len());
        // Deflate can't pack tighter than 1032 to 1.
        let may_be_large = filters > 1 || (filters == 1 && stream.content.len() > MAX_UNPACKED / 1032);
        if may_be_large
            && !is_image(stream)
            && let Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) =
                stream.decompressed_content_with_limit(MAX_UNPACKED)
        {
            return Err(PlaceError::TooLarge);
        }
    }
    Ok(())
}
