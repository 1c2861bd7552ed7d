//! What a child can do.

use serde::{Deserialize, Serialize};
use startline_pdf::Expected;

use crate::Failure;
use crate::place::{self, Asked};

/// A thing to do with a file. The result is bytes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Job {
    /// The text of a posting that is a PDF.
    PostingText,
    /// The proof of a PDF, as JSON.
    Proof(Option<Expected>),
    /// A résumé with the line on it, joined to what is to be known about it.
    Place(Box<Asked>),
    /// The same with pictures, and with all that the student may choose.
    Show(Box<Asked>),
}

impl Job {
    /// Does it, in whatever process this is.
    pub(super) fn work(&self, file: &[u8]) -> Result<Vec<u8>, Failure> {
        match self {
            Self::PostingText => {
                startline_pdf::posting_text(file).map(String::into_bytes).map_err(Failure::other)
            }
            Self::Proof(expected) => {
                serde_json::to_vec(&startline_pdf::proof(file, expected.as_ref())).map_err(Failure::other)
            }
            Self::Place(asked) => place::placed(asked, file),
            Self::Show(asked) => place::shown(asked, file),
        }
    }

    /// The file is one that no reader should be given.
    pub(super) fn failed_badly(&self) -> Failure {
        Failure::other(format!(
            "This file is damaged in a way that can’t be read safely. It was left as it is. {}",
            self.way_on()
        ))
    }

    /// The file keeps a reader busy without end.
    pub(super) fn took_too_long(&self) -> Failure {
        Failure::other(format!(
            "This file takes too long to read, so it was put aside, unchanged. {}",
            self.way_on()
        ))
    }

    fn way_on(&self) -> &'static str {
        match self {
            Self::PostingText => "Paste its text instead.",
            Self::Proof(_) => "Export it again from the program that made it.",
            Self::Place(_) | Self::Show(_) => "Export the résumé again from the program it was written in.",
        }
    }
}
