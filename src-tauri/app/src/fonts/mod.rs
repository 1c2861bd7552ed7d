//! The fonts: the bundled ones, opened once for as long as the program runs, and behind them those of the
//! computer, for letters that the bundled ones lack.

mod families;
mod system;

use std::sync::OnceLock;

use startline_engine::{Candidate, Typeface};
use startline_pdf::{EastAsian, Fonts};

/// The fonts that a candidate's header is set in.
pub(crate) fn fonts(candidate: &Candidate, typeface: Typeface) -> Fonts {
    let bundled = bundled(typeface);
    let lacking = bundled.lacking(candidate);
    if lacking.is_empty() {
        return bundled.clone();
    }
    let found = system::faces(lacking, EastAsian::of(candidate), typeface);
    found.into_iter().fold(bundled.clone(), |fonts, (weight, face)| fonts.and(weight, face))
}

fn bundled(typeface: Typeface) -> &'static Fonts {
    static SANS: OnceLock<Fonts> = OnceLock::new();
    static SERIF: OnceLock<Fonts> = OnceLock::new();
    let opened = match typeface {
        Typeface::Sans => &SANS,
        Typeface::Serif => &SERIF,
    };
    opened.get_or_init(|| Fonts::bundled(typeface))
}
