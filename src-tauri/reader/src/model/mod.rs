//! Weighted features: how much each thing that stands in a text speaks for each answer.
//!
//! A question (“what is this date for?”) is put as a sketch: the names of the features that hold. A table of weights,
//! learned from labelled postings, says how much each feature speaks for each answer.

mod sketch;
mod table;

pub(crate) use sketch::{Part, Sketch, feature_hash, hash};
#[cfg(feature = "learn")]
pub(crate) use table::COMMON;
pub(crate) use table::Table;
