//! Start dates that the posting allows without listing them, joined into runs (rules W2 and W3).

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use super::judge::verdict;
use super::pieces::{LAST_START, Piece, cut, last_where};
use super::{Measure, Program, Verdict};
use crate::calendar::shared;
use crate::day::plus_days;
use crate::{Availability, Span};

/// Neighbouring start dates that the posting allows without listing them, with one verdict and the same ways of
/// counting free (W2). Days that miss stand in no run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Run {
    /// The first start date.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub first: NaiveDate,
    /// The last one, counted in; `None` where there is none.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub last: Option<NaiveDate>,
    /// Fits or depends.
    pub verdict: Verdict,
    /// The measures whose window is free from every day of the run, by name, each once. Empty where the posting
    /// states no length.
    pub free: Vec<Measure>,
}

impl Run {
    /// Whether the day is one of its start dates.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    /// Its earliest working day, Monday to Friday; its first day where it has none (W3).
    #[must_use]
    pub fn best(&self) -> NaiveDate {
        let working = match self.first.weekday() {
            Weekday::Sat => plus_days(self.first, 2),
            Weekday::Sun => plus_days(self.first, 1),
            _ => self.first,
        };
        if self.holds(working) { working } else { self.first }
    }
}

/// What makes two start dates alike: the verdict, and which ways of counting are free.
type Alike = (Verdict, Vec<(Measure, Option<u32>, Option<NaiveDate>)>);

/// The runs of these start dates, which are apart, in order and not listed.
pub(super) fn runs(program: &Program, time: &Availability, days: &[Span]) -> Vec<Run> {
    let mut found: Vec<(Span, Alike)> = Vec::new();
    for piece in program.pieces(&shared(days, &time.runs)) {
        let Some(free) = time.run_with(piece.days.first()) else { continue };
        for days in cut(piece.days, &boundaries(&piece, free.last())) {
            let Some(alike) = judged(&piece, days.first(), free.last()) else { continue };
            match found.last_mut() {
                Some((before, same)) if *same == alike && plus_days(before.last, 1) == days.first => {
                    before.last = days.last;
                }
                _ => found.push((days, alike)),
            }
        }
    }
    found
        .into_iter()
        .map(|(days, (verdict, ways))| {
            run(days, verdict, ways.into_iter().map(|(measure, ..)| measure).collect())
        })
        .collect()
}

/// The days from which on a way of counting no longer ends within the free days, in order.
fn boundaries(piece: &Piece, free_until: NaiveDate) -> Vec<NaiveDate> {
    let fits = |way: &super::ways::Way, day| way.last(day).is_some_and(|last| last <= free_until);
    let last = |way| last_where(piece.days, |day| fits(way, day));
    let mut days: Vec<NaiveDate> =
        piece.ways.iter().filter_map(last).map(|last| plus_days(last, 1)).collect();
    days.sort_unstable();
    days
}

/// The verdict on a free start date; `None` where it misses.
fn judged(piece: &Piece, start: NaiveDate, free_until: NaiveDate) -> Option<Alike> {
    let free = piece.ways.iter().filter(|way| way.last(start).is_some_and(|last| last <= free_until));
    let mut free: Vec<_> = free.map(|way| way.name()).collect();
    let verdict = verdict(piece.ways.len(), free.len(), true);
    free.sort_unstable();
    (verdict != Verdict::Misses).then_some((verdict, free))
}

fn run(days: Span, verdict: Verdict, mut free: Vec<Measure>) -> Run {
    free.sort_unstable_by_key(|measure| measure.name());
    free.dedup();
    let last = Some(days.last()).filter(|last| *last != LAST_START);
    Run { first: days.first(), last, verdict, free }
}
