//! What is to be put on a résumé, and how.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use startline_drafts::Draft;
use startline_engine::Typeface;
use startline_pdf::place::{Alignment, Where};

/// What is put on a résumé.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum What {
    /// The availability line.
    #[default]
    Line,
    /// The whole header.
    Header,
}

/// What the student wishes. What isn't given is taken from the résumé.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Wish {
    /// What is put on it.
    pub what: What,
    /// Where; the best that the page allows where none is given.
    pub place: Option<Where>,
    /// Where the line begins.
    pub alignment: Option<Alignment>,
    /// The family of its letters.
    pub typeface: Option<Typeface>,
}

/// What opens a résumé. It is never printed, never written to a disk and no argument of a process.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Password(String);

impl Password {
    /// From what the student typed.
    #[must_use]
    pub fn new(password: String) -> Self {
        Self(password)
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

/// All that a child needs to know. It judges the draft itself: dates that were not judged can't be placed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asked {
    /// The draft whose dates are stated.
    pub draft: Draft,
    /// The day it is judged by.
    pub today: NaiveDate,
    /// What the student wishes.
    pub wish: Wish,
    /// What opens the résumé, where it asks for that.
    pub password: Option<Password>,
}
