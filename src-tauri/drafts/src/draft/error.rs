//! Why a file is not a draft, as sentences for the student.

/// Why bytes could not be read as a draft. The file they came from is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The text breaks off or is not JSON.
    #[error(
        "This file is damaged at line {line}, column {column} ({reason}), so it can’t be read as a draft. \
         It was left as it is."
    )]
    Broken {
        /// The line, from 1.
        line: usize,
        /// The byte in that line, from 1; 0 where the file ends too early.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// It is JSON, and something else than a draft.
    #[error("This file is not a Startline draft: it has no “startline” format number. It was left as it is.")]
    NotADraft,
    /// A part of it is not what belongs there.
    #[error("“{path}” in this file is not what a draft has there: {reason}. The file was left as it is.")]
    Wrong {
        /// Where, as `calendar.free[0].first`.
        path: String,
        /// What is wrong there.
        reason: String,
    },
    /// It is too large to be a draft.
    #[error("This file is larger than {} MB, which no draft is. It was left as it is.", super::format::LIMIT >> 20)]
    TooLarge,
}

impl DraftError {
    pub(super) fn broken(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        // serde_json ends its message with the place, which the sentence gives already.
        let reason = text.split(" at line ").next().unwrap_or(&text).to_owned();
        Self::Broken { line: error.line(), column: error.column(), reason }
    }
}
