//! A page as a picture for the window.

mod picture;
mod shapes;
mod svg;

pub use picture::picture_png;

use hayro_svg::hayro_interpret::InterpreterSettings;
use hayro_svg::hayro_syntax::{LoadPdfError, Pdf};
use hayro_svg::{RenderCache, SvgRenderSettings, convert};

use crate::place::without_protection;

/// The first page of a PDF, as a picture that can be scaled.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The picture: an SVG element of `width` by `height`.
    pub svg: String,
    /// The width of the page in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// How many pages the file has.
    pub pages: usize,
}

/// Why a file can't be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PreviewError {
    /// It asks for a password.
    #[error("This PDF needs its password. It is used once and not kept.")]
    Locked,
    /// It is no PDF, or broken.
    #[error("This PDF is damaged and can't be shown. Open it in the program that made it and save it again.")]
    Damaged,
    /// It holds pictures or gradients, of which no picture is made here.
    #[error("Only a header of text and rules can be saved as a picture. Save it as a PDF.")]
    NotPlain,
    /// It has no page.
    #[error("This PDF has no pages.")]
    NoPages,
}

/// Draws the first page of a PDF.
///
/// # Errors
/// [`PreviewError`] if the file can't be opened.
pub fn preview_svg(pdf: &[u8]) -> Result<Preview, PreviewError> {
    drawn(&opened(pdf)?)
}

/// Draws the first page of a PDF that asks for a password.
///
/// # Errors
/// [`PreviewError`] if the file can't be opened.
pub fn locked_preview_svg(pdf: &[u8], password: &str) -> Result<Preview, PreviewError> {
    drawn(&unlocked(pdf, password)?)
}

fn drawn(pdf: &Pdf) -> Result<Preview, PreviewError> {
    let pages = pdf.pages();
    let page = pages.first().ok_or(PreviewError::NoPages)?;
    let (width, height) = page.render_dimensions();
    let svg = match shapes::shapes(page) {
        Some(shapes) => svg::svg(&shapes, width, height),
        // Any page there is, and slower.
        None => convert(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &SvgRenderSettings { bg_color: [255, 255, 255, 255] },
        ),
    };
    Ok(Preview { svg, width, height, pages: pages.len() })
}

pub(crate) fn opened(pdf: &[u8]) -> Result<Pdf, PreviewError> {
    loaded(pdf.to_vec())
}

fn unlocked(pdf: &[u8], password: &str) -> Result<Pdf, PreviewError> {
    loaded(without_protection(pdf, password).unwrap_or_else(|| pdf.to_vec()))
}

fn loaded(pdf: Vec<u8>) -> Result<Pdf, PreviewError> {
    Pdf::new(pdf).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PreviewError::Locked,
        LoadPdfError::Invalid => PreviewError::Damaged,
    })
}
