//! What the dates of a posting leave in doubt once they are counted (rules D6, D9, P5 and V5).

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Frame, Measure, Program};
use crate::wording::{doubtful_end, frame_too_short, lengths_differ, reversed, season_without_dates};
use crate::{Doubt, Fact, Facts, LengthRule, Quote, Season};

impl Program {
    /// What the student should look at because of how the facts count, beside the doubts of reading:
    ///
    /// - a stated end that is earlier than every length allows, or later than any offers (D6),
    /// - a frame that is shorter than every length (D9), and one or a start window that ends before it begins,
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
        let frames = program.short_frames(facts).chain(turned_round(facts));
        lengths.into_iter().chain(ends).chain(frames).chain(seasons).collect()
    }

    /// Frames in which no way of counting ends, from their first day on.
    fn short_frames<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = Doubt> + 'a {
        let months = facts.month_spans.iter().map(|fact| (Frame::of_months(fact.value), fact.quote));
        let days = facts.frame.iter().map(|fact| {
            let frame = self.frames.iter().find(|frame| !frame.in_months).copied();
            (frame, fact.quote)
        });
        months.chain(days).filter_map(|(frame, quote)| {
            let days = frame?.days;
            let shortest = self.shortest(days.first()).filter(|end| *end > days.last())?;
            Some(Doubt { message: frame_too_short(days, shortest), quote, answers: Vec::new() })
        })
    }

    /// One doubt for an end, however many starts it goes with.
    fn doubtful_ends(&self, facts: &Facts) -> Vec<Doubt> {
        let mut doubts: BTreeMap<NaiveDate, Doubt> = BTreeMap::new();
        // Where no day is listed, the first that is allowed leaves the most time.
        let first_allowed = self.windows.iter().chain(self.frames.iter().map(|frame| &frame.days)).min();
        let allowed = first_allowed.filter(|_| self.starts.is_empty()).map(|days| days.first());
        for start in self.starts.iter().map(|start| start.day).chain(allowed) {
            for end in self.stated_ends(start) {
                let Some(bound) = self.bound_crossed(start, end) else { continue };
                doubts.entry(end).or_insert_with(|| Doubt {
                    message: doubtful_end(start, end, bound),
                    quote: quote_of_end(facts, start, end),
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
        let undated = self.seasons_undated(facts);
        undated
            .map(|season| Doubt {
                message: season_without_dates(season.value),
                quote: season.quote,
                answers: Vec::new(),
            })
            .collect()
    }

    /// The same as facts; none where the posting lists no start date at all, or names one season.
    pub(crate) fn seasons_undated<'a>(&self, facts: &'a Facts) -> impl Iterator<Item = &'a Fact<Season>> {
        let asked = !self.starts.is_empty() && facts.seasons.len() > 1;
        facts.seasons.iter().filter(move |season| {
            let months = season.value.start_months();
            asked && !self.starts.iter().any(|start| months.contains(&start.day.month()))
        })
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

/// A window or frame that ends before it begins.
fn turned_round(facts: &Facts) -> Option<Doubt> {
    let message = reversed(facts)?;
    let fact = facts.start_window.iter().chain(&facts.frame);
    let quote =
        fact.filter(|fact| fact.value.last.date() < fact.value.first.date()).find_map(|fact| fact.quote);
    Some(Doubt { message, quote, answers: Vec::new() })
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
