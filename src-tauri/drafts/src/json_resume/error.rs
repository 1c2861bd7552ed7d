//! Why a file gives no candidate, as sentences for the student.

use serde_json::error::Category;
use startline_engine::NotText;

/// Why nothing was taken from a file. The draft is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is not JSON.
    #[error(
        "Line {line}, column {column} of this file breaks it: {reason}. {remedy} Then import it again; nothing \
         was changed."
    )]
    Broken {
        /// The line to mend, from 1.
        line: usize,
        /// The letter in that line, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
        /// What to do.
        remedy: String,
    },
    /// It is JSON without any part of a résumé.
    #[error(
        "This file is not a JSON Resume: it has neither “basics” nor “education” nor “work”. Nothing was changed."
    )]
    NotAResume,
    /// It is a list.
    #[error(
        "This file is a list, which begins with “[”. A JSON Resume is one résumé, which begins with “{{”: keep the \
         part between the outer brackets, save it as a file of its own, and import that. Nothing was changed."
    )]
    AList,
    /// It has the parts, and nothing in them.
    #[error(
        "Every field of this JSON Resume that a header shows is empty. Fill it in, or type your details here; \
         nothing was changed."
    )]
    Empty,
    /// It is not text.
    #[error(
        "Line {line} of this file is not text that can be read, so this is another kind of file, or one in an old \
         encoding. Save it as UTF-8 and import it again; nothing was changed."
    )]
    NotText {
        /// The line, from 1.
        line: usize,
    },
    /// It is too large to be a résumé.
    #[error("This file is larger than {} MB, which no résumé is. Nothing was changed.", super::LIMIT >> 20)]
    TooLarge,
}

impl ImportError {
    pub(super) fn not_text(bytes: &[u8], error: NotText) -> Self {
        let before = bytes.get(..error.at).unwrap_or_default();
        Self::NotText { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
    }

    pub(super) fn broken(text: &str, error: &serde_json::Error) -> Self {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default().to_owned();
        let at = byte_of(text, error.line(), error.column());
        let near = short(text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default().trim());
        let mend = "Mend that line.";
        let (at, reason, remedy) = match (error.classify(), said.as_str()) {
            _ if text.trim().is_empty() => (0, "it is empty".to_owned(), "Choose another file."),
            (Category::Eof, _) => (at, "the file ends too early".to_owned(), "Look for what is missing."),
            (_, "trailing comma") => (
                // It may stand some lines before the bracket that follows it.
                text.get(..at).and_then(|read| read.rfind(',')).unwrap_or(at),
                "a comma with nothing after it".to_owned(),
                "Take the comma out.",
            ),
            (_, "trailing characters") => (
                at,
                format!("the résumé has ended, and more follows, “{near}”"),
                "Take out what follows, or look for a bracket that closes too early.",
            ),
            (_, "key must be a string") => (
                at,
                format!("a name stands without its quotation marks, in “{near}”"),
                "Write it between straight double quotation marks.",
            ),
            (_, "expected value" | "expected ident") => {
                (at, format!("a value is missing or is not written as JSON has it, in “{near}”"), mend)
            }
            (_, "expected `:`") => (at, format!("a colon is missing, in “{near}”"), "Put it in."),
            (_, "invalid escape") => {
                (at, format!("a backslash stands before a letter that takes none, in “{near}”"), "Double it.")
            }
            (_, said) if said.starts_with("expected `,`") => {
                (at, format!("a comma is missing before “{near}”"), "Put it in.")
            }
            (_, said) if said.starts_with("control character") => {
                (at, "a text runs over the end of its line".to_owned(), "Close its quotation mark.")
            }
            (_, "recursion limit exceeded") => {
                (at, "brackets stand within brackets too many times".to_owned(), mend)
            }
            (_, said) => (at, format!("{said}, in “{near}”"), mend),
        };
        let (line, column) = place_of(text, at);
        Self::Broken { line, column, reason, remedy: remedy.to_owned() }
    }
}

/// The byte at a line and column as the reader of JSON counts them.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

/// The line and the letter in it that a byte belongs to, as an editor shows them.
fn place_of(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(byte)).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (1 + before.matches('\n').count(), 1 + line.chars().count())
}

fn short(line: &str) -> String {
    line.chars().take(40).collect()
}
