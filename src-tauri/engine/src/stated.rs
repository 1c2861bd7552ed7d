//! What the résumé states (rules S1–S4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::wording;
use crate::{Answer, DateStyle, Verdict};

/// The dates the student chose to state, as a draft keeps them. Whether they hold is judged anew each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Choice {
    /// The start date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub start: NaiveDate,
    /// The end date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub end: NaiveDate,
    /// Whether the student says that they work full-time (S1a).
    #[serde(default)]
    pub full_time: bool,
}

/// Dates that were judged and hold. Only a verdict makes one ([`Answer::state`]), so that a PDF can't state
/// dates that the calendar denies. It can't be written by hand:
///
/// ```compile_fail,E0451
/// # use startline_engine::Stated;
/// # let (start, end) = ("2026-05-18".parse().unwrap(), "2026-08-17".parse().unwrap());
/// let stated = Stated { start, end, full_time: true, covers: Vec::new() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    start: NaiveDate,
    end: NaiveDate,
    full_time: bool,
    covers: Vec<String>,
}

/// Why dates can't be stated, as a sentence for the student (S2).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub(crate) String);

/// Dates that a draft states, with whether they hold, in the shape of `startline check --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct StatedDates {
    /// The start date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub start: NaiveDate,
    /// The end date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub end: NaiveDate,
    /// Whether they may be stated.
    pub holds: bool,
    /// Why not, as a sentence; `None` where they hold.
    pub reason: Option<String>,
}

impl Answer {
    /// The dates as something a résumé may state (S1). This is the only way to a [`Stated`].
    ///
    /// # Errors
    /// [`Refusal`] if no free span is given, if the start misses or was neither judged nor is allowed by the
    /// posting (W1), or if the end is before the shortest free reading's end or after the last day of the free run.
    pub fn state(&self, choice: &Choice) -> Result<Stated, Refusal> {
        let judged = self.on_allowed(choice.start).ok_or_else(|| wording::refuse_start(self, choice))?;
        let judged = judged.as_ref();
        match judged.verdict {
            None => {
                return Err(Refusal(
                    "Say when you are free first: then the dates can be checked.".to_owned(),
                ));
            }
            Some(Verdict::Misses) => return Err(wording::refuse_start(self, choice)),
            Some(Verdict::Fits | Verdict::Depends) => {}
        }
        let early = judged.earliest_end.is_none_or(|least| choice.end < least);
        let late = judged.free_until.is_some_and(|until| choice.end > until);
        if early || late {
            return Err(wording::refuse_end(judged, choice));
        }
        let covers = wording::covers(judged, &self.lengths, choice.end);
        Ok(Stated { start: choice.start, end: choice.end, full_time: choice.full_time, covers })
    }

    /// The same answer with what a draft states, judged by it (S4).
    #[must_use]
    pub fn with_stated(mut self, choice: &Choice) -> Self {
        let reason = self.state(choice).err().map(|refusal| refusal.to_string());
        self.stated =
            Some(StatedDates { start: choice.start, end: choice.end, holds: reason.is_none(), reason });
        self
    }

    /// The dates to state unless the student chooses others: the recommended start to its default end.
    #[must_use]
    pub fn default_choice(&self) -> Option<Choice> {
        let judged = self.on(self.recommended?)?;
        Some(Choice { start: judged.start, end: judged.default_end?, full_time: false })
    }
}

impl Stated {
    /// The start date.
    #[must_use]
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// The end date, the last day worked.
    #[must_use]
    pub fn end(&self) -> NaiveDate {
        self.end
    }

    /// The same as a choice, to be kept.
    #[must_use]
    pub fn choice(&self) -> Choice {
        Choice { start: self.start, end: self.end, full_time: self.full_time }
    }

    /// What may be said of the span because it is true: “full-time; covers the 12-week program and the
    /// 3-month minimum” (S1a). Empty where nothing may.
    #[must_use]
    pub fn reason(&self) -> String {
        let covers = match wording::list(&self.covers) {
            covers if covers.is_empty() => None,
            covers => Some(format!("covers {covers}")),
        };
        let full_time = self.full_time.then(|| "full-time".to_owned());
        full_time.into_iter().chain(covers).collect::<Vec<_>>().join("; ")
    }

    /// The availability line as text: “Start date: May 18, 2026 · End date: August 17, 2026”.
    #[must_use]
    pub fn line(&self, dates: DateStyle) -> String {
        format!("Start date: {} · End date: {}", dates.write(self.start), dates.write(self.end))
    }

    /// The same in plain letters, for a field that takes no others or counts them:
    /// “Start date: May 18, 2026; End date: August 17, 2026”.
    #[must_use]
    pub fn short(&self, dates: DateStyle) -> String {
        format!("Start date: {}; End date: {}", dates.write(self.start), dates.write(self.end))
    }

    /// The same as sentences, for an e-mail or a cover letter, in which the labels stand, too (S3).
    #[must_use]
    pub fn sentences(&self, dates: DateStyle) -> String {
        let (start, end) = (dates.write(self.start), dates.write(self.end));
        let mut text = format!("My start date is {start} and my end date is {end}.");
        if self.full_time {
            text.push_str(" I am available full-time.");
        }
        let covers = wording::list(&self.covers);
        if !covers.is_empty() {
            text.push_str(" These dates cover ");
            text.push_str(&covers);
            text.push('.');
        }
        text
    }

    /// The line with its reason in brackets, where there is one.
    #[must_use]
    pub fn line_with_reason(&self, dates: DateStyle) -> String {
        let reason = self.reason();
        if reason.is_empty() { self.line(dates) } else { format!("{} ({reason})", self.line(dates)) }
    }
}
