//! A header to PDF, a line onto a résumé, the proof, the preview.
//!
//! Everything here is bytes in, bytes out: no file, no clock, no window.

pub mod accessible;
pub mod draw;
pub mod header;
pub mod page;
pub mod place;
mod preview;
pub mod proof;
mod reading;
pub mod text;

pub use header::{Header, HeaderError, Sheet};
pub use preview::{Preview, PreviewError, locked_preview_svg, picture_png, preview_svg};
pub use proof::{Expected, Order, Proof, proof};
pub use reading::{ReadingError, posting_text};
pub use text::{EastAsian, Face, Fonts, Weight};

/// A number that stands for the bytes, the same on every machine (FNV-1a).
pub(crate) fn digest(bytes: &[u8]) -> u64 {
    digest_on(0xcbf2_9ce4_8422_2325, bytes)
}

/// That of the bytes whose digest is `before`, with these behind them.
pub(crate) fn digest_on(before: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(before, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
