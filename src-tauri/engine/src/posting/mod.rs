//! What a posting says: its text, the facts read from it, and the student's corrections.

mod answers;
mod correction;
mod facts;
mod mention;
mod sample;

pub use correction::{Correction, CorrectionKind};
pub use facts::{
    Doubt, DoubtAnswer, Fact, Facts, GraduationWindow, LengthRule, LengthUnit, MonthPhase, MonthSpan, Pay,
    PayPeriod, PostedSpan, Quote, Season, StartMonth,
};
pub use mention::{Mention, MentionRole, MentionValue};

pub use sample::{SAMPLE_POSTING, sample_posting};

use serde::{Deserialize, Serialize};

/// A posting as the student gave it, unchanged, and what they corrected in its reading.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Posting {
    /// The text, as pasted or opened.
    pub text: String,
    /// What the student added, changed or removed, in the order they did it. They outlive a new reading of
    /// the same text.
    pub corrections: Vec<Correction>,
}
