//! One sentence to send to the recruiter, where the posting leaves open what decides.

use super::words::{capital, full, list};
use crate::{Answer, Fact, Facts, Judgement, Quote, Reading, Season, Starts, Verdict};

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
                if judged.readings.is_empty() { how_long(judged, facts) } else { how_counted(judged, facts) }
            })
            .or_else(|| self.which_dates(facts))
    }

    /// A season that it takes, and for which it lists no date.
    fn which_dates(&self, facts: &Facts) -> Option<String> {
        if self.starts != Starts::Listed {
            return None;
        }
        let season: &Fact<Season> = self.program().seasons_undated(facts).next()?;
        let words = quoted(facts, [season.quote])?;
        let free = self.own_time.map(|own| match own.last {
            Some(last) => format!("I am free from {} to {}", full(own.first), full(last)),
            None => format!("I am free from {} on", full(own.first)),
        })?;
        let question = "could you tell me on which dates such an internship can start";
        Some(format!("The posting says {words} and lists no date for it: {question} ({free})?"))
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

/// How long it is: from its start, where the posting says when that is.
fn how_long(judged: &Judgement, facts: &Facts) -> Option<String> {
    let title = facts.title.as_ref().map(|fact| fact.value.trim()).filter(|title| !title.is_empty());
    let what = title.map_or_else(|| "the internship".to_owned(), |title| format!("the internship “{title}”"));
    let months = facts.start_months.iter().map(|start| start.month.quote);
    let spans = facts.month_spans.iter().map(|fact| fact.quote);
    let window = facts.start_window.iter().map(|fact| fact.quote);
    let season = facts.seasons.iter().map(|fact| fact.quote);
    let says = quoted(facts, months.chain(spans).chain(window).chain(season))
        .map(|words| format!("the posting says {words} and no length: "));
    let free = match judged.free_until {
        Some(until) => format!("I am free from {} to {}", full(judged.start), full(until)),
        None => format!("I am free from {} on", full(judged.start)),
    };
    Some(asked(says, &format!("could you tell me how long {what} lasts and on which day it ends ({free})?")))
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
