//! The error that crosses to a user: a sentence, and a code where someone branches on it.

use std::fmt;

use serde::{Deserialize, Serialize};
use startline_drafts::{Cause, DiskError, Doing, StoreError};

/// What went wrong, for the student to read: what happened, what is safe, what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Failure {
    /// What the page and the command line tell apart.
    pub code: Code,
    /// The sentence.
    pub message: String,
}

/// What is told apart. A code exists only where the page or an exit status branches on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Code {
    /// The request itself is wrong: exit status 2.
    Request,
    /// The draft was made by a newer version: it is shown, never rewritten.
    NewerFormat,
    /// Another window or copy has the draft open.
    Locked,
    /// Another copy took the draft over.
    TakenOver,
    /// The draft was changed elsewhere since it was opened.
    Changed,
    /// The draft's file is not there.
    Gone,
    /// The draft's file can't be read.
    Damaged,
    /// The disk is full: what was typed is still here.
    DiskFull,
    /// The change could not be saved for another reason.
    NotSaved,
    /// A résumé asks for a password that was not given.
    NeedsPassword,
    /// The password given does not open the résumé.
    WrongPassword,
    /// Everything else: the sentence says it.
    Other,
}

impl Failure {
    /// A failure that nobody branches on.
    pub fn other(message: impl fmt::Display) -> Self {
        Self { code: Code::Other, message: message.to_string() }
    }

    /// A request that can't be understood.
    pub fn request(message: impl fmt::Display) -> Self {
        Self { code: Code::Request, message: message.to_string() }
    }

    /// The status a command ends with: 2 for a wrong request, 1 where the answer is no.
    #[must_use]
    pub fn exit_status(&self) -> u8 {
        if self.code == Code::Request { 2 } else { 1 }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl From<DiskError> for Failure {
    fn from(error: DiskError) -> Self {
        let code = match (error.cause, error.doing) {
            (Cause::Full, _) => Code::DiskFull,
            (_, Doing::Saving) => Code::NotSaved,
            _ => Code::Other,
        };
        Self { code, message: error.to_string() }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let code = match error {
            StoreError::Disk(error) => return error.into(),
            StoreError::Newer { .. } => Code::NewerFormat,
            StoreError::Held => Code::Locked,
            StoreError::TakenOver => Code::TakenOver,
            StoreError::Changed => Code::Changed,
            StoreError::Gone => Code::Gone,
            StoreError::Damaged { .. } => Code::Damaged,
            _ => Code::Other,
        };
        Self { code, message: error.to_string() }
    }
}
