//! The availability line as text, in the wordings that students need it in.

mod escape;

use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use startline_drafts::Draft;
use startline_engine::{DateStyle, Stated};

use crate::Failure;
use crate::judged::state;

use escape::{latex, markdown, typst};

/// A way to write the availability line. Each says the same dates under the same labels (rule S3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Wording {
    /// With labels, and what is true of the dates in brackets.
    #[default]
    Text,
    /// As sentences, for an e-mail or a cover letter.
    Sentence,
    /// With labels alone, in letters that every form takes.
    Short,
    /// For a résumé kept in LaTeX.
    Latex,
    /// For a résumé kept in Typst.
    Typst,
    /// For a résumé kept in Markdown.
    Markdown,
}

/// The line in one of its wordings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Line {
    /// Which wording.
    pub wording: Wording,
    /// The line, as it is copied.
    pub text: String,
}

impl Wording {
    /// Every wording, in the order that they are offered in.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Sentence, Self::Short, Self::Latex, Self::Typst, Self::Markdown];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Sentence => "sentence",
            Self::Short => "short",
            Self::Latex => "latex",
            Self::Typst => "typst",
            Self::Markdown => "markdown",
        }
    }

    pub(crate) fn write(self, stated: &Stated, dates: DateStyle) -> String {
        match self {
            Self::Text => stated.line_with_reason(dates),
            Self::Sentence => stated.sentences(dates),
            Self::Short => stated.short(dates),
            Self::Latex => marked_up(
                stated,
                dates,
                |label| format!("\\textbf{{{}}}", latex(label)),
                |date| latex(date).replace(' ', "~"),
                latex,
                " \\textperiodcentered{} ",
            ),
            Self::Typst => marked_up(
                stated,
                dates,
                |label| format!("*{}*", typst(label)),
                // Its own unbreakable space would stand in the text that a parser reads.
                |date| format!("#box[{}]", typst(date)),
                typst,
                " · ",
            ),
            Self::Markdown => marked_up(
                stated,
                dates,
                |label| format!("**{}**", markdown(label)),
                markdown,
                markdown,
                " · ",
            ),
        }
    }
}

impl FromStr for Wording {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|wording| wording.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("“{name}” is no wording. Choose one of {names}.")
        })
    }
}

/// The line with its labels set off, its dates kept on one line, and its reason in brackets.
fn marked_up(
    stated: &Stated,
    dates: DateStyle,
    label: impl Fn(&str) -> String,
    date: impl Fn(&str) -> String,
    text: impl Fn(&str) -> String,
    between: &str,
) -> String {
    let part = |name, day| format!("{} {}", label(name), date(&dates.write(day)));
    let line = format!("{}{between}{}", part("Start date:", stated.start()), part("End date:", stated.end()));
    match stated.reason() {
        reason if reason.is_empty() => line,
        reason => format!("{line} ({})", text(&reason)),
    }
}

/// The availability line as text.
///
/// # Errors
/// A sentence where the dates can't be stated.
pub fn line(draft: &Draft, wording: Wording, today: NaiveDate) -> Result<String, Failure> {
    Ok(wording.write(&state(draft, today)?, draft.style.dates))
}

/// The line in every wording.
pub(crate) fn lines(stated: &Stated, dates: DateStyle) -> Vec<Line> {
    Wording::ALL.map(|wording| Line { wording, text: wording.write(stated, dates) }).into()
}
