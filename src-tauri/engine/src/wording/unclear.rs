//! What stands in the way of an answer in the posting itself: no posting, no internship, no year, days the wrong
//! way round.

use super::headline::{Headline, Tone};
use super::words::{DayWords, full};
use crate::{Answer, Facts, PostedSpan, Starts};

impl Answer {
    /// Why the posting itself leaves nothing to judge; the student's own time stands beside it.
    pub(super) fn cannot_say(&self, facts: &Facts) -> Option<Headline> {
        let said = self.why_not(facts)?;
        let own = if self.is_time_given() {
            self.own_time.map(|own| own.sentence(DayWords::FULL))
        } else {
            Some("Say when you are free to see how long you could stay.".to_owned())
        };
        let blank = facts.text.trim().is_empty() && self.program().unclear.is_none();
        Some(Headline::new(Tone::None).say(said).detail(own.filter(|_| !blank)))
    }

    fn why_not(&self, facts: &Facts) -> Option<String> {
        if let Some(starts) = self.program().unclear {
            return Some(match (starts, reversed(facts)) {
                (Starts::Listed, _) => "The start dates have no year. Give it to check them.".to_owned(),
                (_, Some(sentence)) => sentence,
                _ => "The posted start has no year. Give it to see which days fit.".to_owned(),
            });
        }
        let says_something = self.starts != Starts::Any
            || !self.lengths.is_empty()
            || !self.program().ends.is_empty()
            || !self.verdicts.is_empty()
            || facts.internship.as_ref().is_some_and(|fact| fact.value);
        match (says_something, facts.text.trim().is_empty()) {
            (true, _) => None,
            (false, true) => Some("Paste an internship posting.".to_owned()),
            (false, false) => Some("No internship was found in this text.".to_owned()),
        }
    }
}

/// “The start window ends on June 1, 2027, before it begins on June 30, 2027. Mend the two days.”
pub(crate) fn reversed(facts: &Facts) -> Option<String> {
    let of = |what: &str, span: &PostedSpan| {
        let (first, last) = (span.first.date()?, span.last.date()?);
        (last < first).then(|| {
            let (first, last) = (full(first), full(last));
            format!("The {what} ends on {last}, before it begins on {first}. Mend the two days.")
        })
    };
    let window = facts.start_window.as_ref().and_then(|fact| of("start window", &fact.value));
    window.or_else(|| facts.frame.as_ref().and_then(|fact| of("posted time", &fact.value)))
}
