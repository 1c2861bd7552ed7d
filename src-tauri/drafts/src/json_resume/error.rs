//! Why a file gives no candidate, as sentences for the student.

use serde_json::error::Category;

/// Why nothing was taken from a file. The draft is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is not JSON.
    #[error(
        "Line {line} of this file breaks it: {reason}. {remedy} Then import it again; nothing was changed."
    )]
    Broken {
        /// The line to mend, from 1.
        line: usize,
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
    /// It has the parts, and nothing in them.
    #[error(
        "Every field of this JSON Resume that a header shows is empty. Fill it in, or type your details here; \
         nothing was changed."
    )]
    Empty,
    /// It is not text.
    #[error(
        "Line {line} of this file is not UTF-8 text, which JSON is. Save it as UTF-8 and import it again; \
         nothing was changed."
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
    pub(super) fn not_text(bytes: &[u8], error: std::str::Utf8Error) -> Self {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Self::NotText { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
    }

    pub(super) fn broken(text: &str, error: &serde_json::Error) -> Self {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default().to_owned();
        let shown = |line: usize| text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
        let (line, reason, remedy) = match (error.classify(), said.as_str()) {
            _ if text.trim().is_empty() => (1, "it is empty".to_owned(), "Choose another file."),
            (Category::Eof, _) => {
                (error.line(), "the file ends too early".to_owned(), "Look for what is missing.")
            }
            (_, "trailing comma") => {
                let line = line_with_comma(text, error.line(), error.column());
                (line, "a comma with nothing after it".to_owned(), "Take the comma out.")
            }
            (_, said) if said.starts_with("expected `,`") => (
                error.line(),
                format!("a comma is missing before “{}”", short(shown(error.line()))),
                "Put it in.",
            ),
            (_, "control character (\\u0000-\\u001F) found while parsing a string") => {
                (error.line(), "a text runs over the end of its line".to_owned(), "Close its quotation mark.")
            }
            (_, said) => {
                (error.line(), format!("{said}, near “{}”", short(shown(error.line()))), "Mend that line.")
            }
        };
        Self::Broken { line, reason, remedy: remedy.to_owned() }
    }
}

/// The line that the comma stands on, which may be some lines before the bracket that follows it.
fn line_with_comma(text: &str, line: usize, column: usize) -> usize {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(line.saturating_sub(1)).map(str::len).sum();
    let until = (before + column.saturating_sub(1)).min(text.len());
    let read = text.as_bytes().get(..until).unwrap_or_default();
    let comma = read.iter().rposition(|byte| *byte == b',').unwrap_or(0);
    1 + read.iter().take(comma).filter(|byte| **byte == b'\n').count()
}

fn short(line: &str) -> String {
    line.chars().take(40).collect()
}
