//! One sentence to send to the recruiter, where the posting leaves open what decides.

use super::words::{DayWords, capital, full, list};
use crate::{Answer, Facts, Judgement, Quote, Reading, Starts, Verdict};

/// The most letters of the posting that are put between quotation marks.
const QUOTED: usize = 60;

impl Answer {
    /// The same answer with a sentence that asks the recruiter for what the posting leaves open, in its own words:
    /// how a length is counted of which one way misses, how long it is, or the dates of a season. `None` where
    /// nothing that decides is open, or before the student has said when they are free.
    #[must_use]
    pub fn with_question(mut self, facts: &Facts) -> Self {
        let asked = self.is_time_given()
            && !self.all_passed
            && self.program().unclear.is_none()
            && facts.internship.as_ref().is_some_and(|fact| fact.value);
        self.question = if asked { self.question_on(facts) } else { None };
        self
    }

    fn question_on(&self, facts: &Facts) -> Option<String> {
        let judged = self.recommended.and_then(|day| self.on(day));
        let counting = judged.filter(|judged| judged.verdict == Some(Verdict::Depends));
        counting
            .and_then(|judged| {
                if judged.readings.is_empty() { self.how_long(facts) } else { how_counted(judged, facts) }
            })
            .or_else(|| self.which_dates(facts))
    }

    /// A season that it takes, and for which it lists no date.
    fn which_dates(&self, facts: &Facts) -> Option<String> {
        let places: Vec<Option<Quote>> = match self.starts {
            Starts::Listed => self.program().seasons_undated(facts).take(1).map(|fact| fact.quote).collect(),
            Starts::Any => facts.seasons.iter().map(|fact| fact.quote).collect(),
            Starts::Window => return None,
        };
        let (words, free) = (quoted(facts, places)?, self.free_words()?);
        let (lists, question) = match self.starts {
            Starts::Any => ("", "on which day the internship starts"),
            _ => (" and lists no date for it", "on which dates such an internship can start"),
        };
        Some(format!("The posting says {words}{lists}: could you tell me {question} ({free})?"))
    }

    /// How long it is: from its start, where the posting says when that is; at the least, where it says only how
    /// long at the most.
    fn how_long(&self, facts: &Facts) -> Option<String> {
        let title = facts.title.as_ref().map(|fact| fact.value.trim());
        let title = title.filter(|title| !title.is_empty() && !title.to_lowercase().contains("internship"));
        let what =
            title.map_or_else(|| "the internship".to_owned(), |title| format!("the internship “{title}”"));
        let free = self.free_words()?;
        if let Some(words) = quoted(facts, facts.lengths.iter().map(|fact| fact.quote)) {
            return Some(format!(
                "The posting says {words}: could you tell me how long {what} lasts at the least ({free})?"
            ));
        }
        let months = facts.start_months.iter().map(|start| start.month.quote);
        let spans = facts.month_spans.iter().map(|fact| fact.quote);
        let days = facts.start_window.iter().chain(&facts.frame).map(|fact| fact.quote);
        let latest = facts.latest_start.iter().map(|fact| fact.quote);
        let season = facts.seasons.iter().map(|fact| fact.quote);
        let says = quoted(facts, months.chain(spans).chain(days).chain(latest).chain(season))
            .map(|words| format!("the posting says {words} and no length: "));
        Some(asked(
            says,
            &format!("could you tell me how long {what} lasts and on which day it ends ({free})?"),
        ))
    }

    /// “I am free from June 10, 2027 to September 5, 2027”: of several stretches the longest.
    fn free_words(&self) -> Option<String> {
        let free = self.longest_time().or(self.own_time)?;
        Some(format!("I am free {}", free.when(DayWords::FULL)))
    }
}

/// Which of the ends it is: one way of counting holds, another does not.
fn how_counted(judged: &Judgement, facts: &Facts) -> Option<String> {
    let (free, not): (Vec<&Reading>, Vec<&Reading>) =
        judged.readings.iter().partition(|reading| reading.free);
    let (sooner, later) = (free.iter().map(|each| each.last).max()?, not.iter().map(|each| each.last).min()?);
    let places = facts.lengths.iter().filter(|fact| fact.value.needed().is_some()).map(|fact| fact.quote);
    let ends = facts.end_dates.iter().map(|fact| fact.quote);
    let says = quoted(facts, places.chain(ends)).map(|words| format!("the posting says {words}: "));
    let until = judged.free_until.map(|until| format!(", as I am free until {}", full(until)));
    Some(asked(
        says,
        &format!(
            "could you tell me whether an internship that starts on {} may end by {} or has to last until {}{}?",
            full(judged.start),
            full(sooner),
            full(later),
            until.unwrap_or_default()
        ),
    ))
}

/// What the posting says, and the question, as one sentence.
fn asked(says: Option<String>, question: &str) -> String {
    capital(&format!("{}{question}", says.unwrap_or_default()))
}

/// The posting's own words at these places, each once: “12-week” and “at least a 3-month”. Of what the student
/// gave themselves there are none.
fn quoted(facts: &Facts, places: impl IntoIterator<Item = Option<Quote>>) -> Option<String> {
    let mut each: Vec<String> = Vec::new();
    for place in places.into_iter().flatten() {
        let Some(words) = facts.text.get(place.start..place.end) else { continue };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = format!("“{words}”");
        if words.chars().count() <= QUOTED && !each.contains(&words) {
            each.push(words);
        }
    }
    (!each.is_empty()).then(|| list(&each))
}
