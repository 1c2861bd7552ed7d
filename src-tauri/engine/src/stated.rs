//! What the résumé states (rules S1–S4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::wording;
use crate::{Answer, DateStyle, LengthRule, Measure, Verdict};

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
/// dates that the calendar denies.
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

impl Answer {
    /// The dates as something a résumé may state (S1).
    ///
    /// # Errors
    /// [`Refusal`] if the start was not judged or misses, if no free span is given, or if the end is before
    /// the shortest free reading's end or after the last day of the free run.
    pub fn state(&self, choice: &Choice) -> Result<Stated, Refusal> {
        let judged = self
            .on(choice.start)
            .filter(|judged| judged.verdict != Some(Verdict::Misses) && choice.start <= choice.end)
            .ok_or_else(|| wording::refuse_start(self, choice))?;
        if judged.verdict.is_none() {
            return Err(Refusal("Say when you are free first: then the dates can be checked.".to_owned()));
        }
        let early = judged.earliest_end.is_some_and(|end| choice.end < end);
        let late = judged.free_until.is_some_and(|until| choice.end > until);
        if early || late {
            return Err(wording::refuse_end(judged, choice));
        }
        let covers = wording::covers(judged, &self.lengths, choice.end);
        Ok(Stated { start: choice.start, end: choice.end, full_time: choice.full_time, covers })
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

    /// The line with its reason in brackets, where there is one.
    #[must_use]
    pub fn line_with_reason(&self, dates: DateStyle) -> String {
        let reason = self.reason();
        if reason.is_empty() { self.line(dates) } else { format!("{} ({reason})", self.line(dates)) }
    }
}

/// Whether a rule is wholly covered by a window that ends on `end`, whichever way it is counted.
pub(crate) fn covered(rule: LengthRule, start: NaiveDate, end: NaiveDate, length: u32) -> bool {
    rule.unit
        .measures()
        .iter()
        .all(|measure: &Measure| measure.last_day(start, length).is_some_and(|last| last <= end))
}
