//! The fonts, opened once for as long as the program runs.

use std::sync::OnceLock;

use startline_engine::Typeface;
use startline_pdf::Fonts;

/// The fonts of a typeface. The first call opens them; later ones find them open.
pub(crate) fn fonts(typeface: Typeface) -> &'static Fonts {
    static SANS: OnceLock<Fonts> = OnceLock::new();
    static SERIF: OnceLock<Fonts> = OnceLock::new();
    let opened = match typeface {
        Typeface::Sans => &SANS,
        Typeface::Serif => &SERIF,
    };
    opened.get_or_init(|| Fonts::bundled(typeface))
}
