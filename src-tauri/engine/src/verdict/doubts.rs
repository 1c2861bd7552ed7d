//! What the dates of a posting leave in doubt once they are counted (rules D6, P5 and V5).

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Measure, Program};
use crate::wording::{doubtful_end, lengths_differ, season_without_dates};
use crate::{Doubt, Facts, LengthRule, Quote, Season};

impl Program {
    /// What the student should look at because of how the facts count, beside the doubts of reading:
    ///
    /// - a stated end that is earlier than every length allows, or later than any offers (D6),
    /// - lengths that end on different days, all of which are counted (P5),
    /// - a season that is taken, but for which no start date is listed (V5).
    ///
    /// ```
    /// use startline_engine::{Facts, Program};
    /// assert!(Program::doubts(&Facts::default()).is_empty());
    /// ```
    #[must_use]
    pub fn doubts(facts: &Facts) -> Vec<Doubt> {
        let program = Self::of(facts);
        let ends = program.doubtful_ends(facts);
        let lengths = program.differing_lengths(facts);
        let seasons = program.seasons_without_dates(facts);
        lengths.into_iter().chain(ends).chain(seasons).collect()
    }

    /// One doubt for an end, however many starts it goes with.
    fn doubtful_ends(&self, facts: &Facts) -> Vec<Doubt> {
        let mut doubts: BTreeMap<NaiveDate, Doubt> = BTreeMap::new();
        for start in &self.starts {
            for end in self.stated_ends(start.day) {
                let Some(bound) = self.bound_crossed(start.day, end) else { continue };
                doubts.entry(end).or_insert_with(|| Doubt {
                    message: doubtful_end(start.day, end, bound),
                    quote: quote_of_end(facts, start.day, end),
                    answers: Vec::new(),
                });
            }
        }
        doubts.into_values().collect()
    }

    /// The nearest end that the lengths allow, where the stated one is too early or too late for all of them.
    fn bound_crossed(&self, start: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
        let least = self.lengths.iter().filter_map(|rule| ends(*rule, start, rule.needed()?).min()).min();
        if least.is_some_and(|least| end < least) {
            return least;
        }
        let offered = |rule: &LengthRule| ends(*rule, start, rule.offered()?).max();
        let most: Option<Vec<NaiveDate>> = self.lengths.iter().map(offered).collect();
        most?.into_iter().max().filter(|most| end > *most)
    }

    /// Lengths that end on different days; nothing where the posting states every end itself.
    fn differing_lengths(&self, facts: &Facts) -> Option<Doubt> {
        let start = self.starts.iter().find(|start| self.stated_ends(start.day).is_empty());
        if start.is_none() && !self.starts.is_empty() {
            return None;
        }
        let mut counted: Vec<(LengthRule, Option<NaiveDate>)> = Vec::new();
        for rule in &self.lengths {
            let Some(needed) = rule.needed() else { continue };
            if !counted.iter().any(|(other, _)| (other.unit, other.needed()) == (rule.unit, Some(needed))) {
                counted.push((*rule, start.and_then(|start| ends(*rule, start.day, needed).max())));
            }
        }
        let (_, first) = counted.first()?;
        if counted.len() < 2 || (first.is_some() && counted.iter().all(|(_, end)| end == first)) {
            return None;
        }
        let quote = facts.lengths.last().and_then(|fact| fact.quote);
        let message = lengths_differ(start.map(|start| start.day), &counted);
        Some(Doubt { message, quote, answers: Vec::new() })
    }

    /// Seasons named beside others, in none of whose months a start date falls.
    fn seasons_without_dates(&self, facts: &Facts) -> Vec<Doubt> {
        if self.starts.is_empty() || facts.seasons.len() < 2 {
            return Vec::new();
        }
        let undated = facts.seasons.iter().filter(|season| {
            let months = season.value.start_months();
            !self.starts.iter().any(|start| months.contains(&start.day.month()))
        });
        undated
            .map(|season| Doubt {
                message: season_without_dates(season.value),
                quote: season.quote,
                answers: Vec::new(),
            })
            .collect()
    }
}

impl Season {
    /// The months, 1 to 12, in which an internship of the season may start. They overlap: a summer program
    /// starts in May, and a spring one with the term in January.
    fn start_months(self) -> &'static [u32] {
        match self {
            Self::Spring => &[1, 2, 3, 4, 5],
            Self::Summer => &[4, 5, 6, 7, 8],
            Self::Fall => &[8, 9, 10, 11],
            Self::Winter => &[11, 12, 1, 2],
        }
    }
}

/// The last day of a rule's every way of counting.
fn ends(rule: LengthRule, start: NaiveDate, length: u32) -> impl Iterator<Item = NaiveDate> {
    rule.unit.measures().iter().filter_map(move |measure: &Measure| measure.last_day(start, length))
}

/// Where the end is read: with its start, else alone.
fn quote_of_end(facts: &Facts, start: NaiveDate, end: NaiveDate) -> Option<Quote> {
    let of_span = facts
        .spans
        .iter()
        .find(|fact| fact.value.first.date() == Some(start) && fact.value.last.date() == Some(end))
        .and_then(|fact| fact.quote);
    let alone = || facts.end_dates.iter().find(|fact| fact.value.date() == Some(end));
    of_span.or_else(|| alone().and_then(|fact| fact.quote))
}
