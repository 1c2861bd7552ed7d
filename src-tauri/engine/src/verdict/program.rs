//! The facts that decide a window.

use chrono::NaiveDate;

use crate::{Facts, GraduationWindow, LengthRule, LengthUnit, Measure};

/// What of a posting decides its windows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Program {
    /// How long it is, each way the posting says it.
    pub lengths: Vec<LengthRule>,
    /// The start dates it lists, in the order of the calendar, each once.
    pub starts: Vec<Start>,
    /// Ends that belong to no start of their own: each goes with every earlier start (D6).
    pub ends: Vec<NaiveDate>,
    /// The last day to apply.
    pub deadline: Option<NaiveDate>,
    /// When one must graduate.
    pub graduation: Option<GraduationWindow>,
    /// Whether one must be studying while it lasts.
    pub enrolled: bool,
}

/// A start date that the posting lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The day.
    pub day: NaiveDate,
    /// The ends that the posting states for this start.
    pub ends: Vec<NaiveDate>,
}

impl Program {
    /// What the facts decide. A day without a year is left out: it is not judged until the student gives the
    /// year (P2).
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let mut days: Vec<NaiveDate> =
            facts.start_dates.iter().filter_map(|fact| fact.value.date()).collect();
        let spans: Vec<(NaiveDate, NaiveDate)> = facts
            .spans
            .iter()
            .filter_map(|fact| Some((fact.value.first.date()?, fact.value.last.date()?)))
            .filter(|(first, last)| first <= last)
            .collect();
        days.extend(spans.iter().map(|(first, _)| *first));
        days.sort_unstable();
        days.dedup();
        let ends_of = |day: NaiveDate| {
            let mut ends: Vec<_> =
                spans.iter().filter(|(first, _)| *first == day).map(|(_, last)| *last).collect();
            ends.sort_unstable();
            ends.dedup();
            ends
        };
        let mut ends: Vec<NaiveDate> = facts.end_dates.iter().filter_map(|fact| fact.value.date()).collect();
        ends.retain(|end| !spans.iter().any(|(_, last)| last == end));
        ends.sort_unstable();
        ends.dedup();
        Self {
            lengths: facts.lengths.iter().map(|fact| fact.value).collect(),
            starts: days.into_iter().map(|day| Start { day, ends: ends_of(day) }).collect(),
            ends,
            deadline: facts.deadline.as_ref().and_then(|fact| fact.value.date()),
            graduation: facts.graduation.as_ref().map(|fact| fact.value),
            enrolled: facts.enrolled.as_ref().is_some_and(|fact| fact.value),
        }
    }

    /// The ends stated for a window that begins on `start`: its own, else every lone later one.
    pub(super) fn stated_ends(&self, start: NaiveDate) -> Vec<NaiveDate> {
        let own = self.starts.iter().find(|listed| listed.day == start).map(|listed| listed.ends.clone());
        match own {
            Some(ends) if !ends.is_empty() => ends,
            _ => self.ends.iter().copied().filter(|end| *end > start).collect(),
        }
    }

    /// The last day of every way of counting a window that begins on `start` (D1–D8).
    pub(super) fn windows(&self, start: NaiveDate) -> Vec<(Measure, Option<u32>, NaiveDate)> {
        let stated = self.stated_ends(start);
        if !stated.is_empty() {
            return stated.into_iter().map(|last| (Measure::Stated, None, last)).collect();
        }
        let mut windows = Vec::new();
        for rule in &self.lengths {
            let Some(needed) = rule.needed() else { continue };
            for measure in rule.unit.measures() {
                if let Some(last) = measure.last_day(start, needed)
                    && !windows.contains(&(*measure, Some(needed), last))
                {
                    windows.push((*measure, Some(needed), last));
                }
            }
        }
        windows
    }
}

impl LengthUnit {
    /// The ways people count it.
    #[must_use]
    pub fn measures(self) -> &'static [Measure] {
        match self {
            Self::Days => &[Measure::Days],
            Self::Weeks => &[Measure::WorkingWeeks, Measure::FullWeeks],
            Self::Months => &[Measure::Months],
        }
    }

    /// Whether so many of it can be the length of an internship (D7).
    #[must_use]
    pub fn takes(self, n: u32) -> bool {
        let longest = match self {
            Self::Days => 3650,
            Self::Weeks => 520,
            Self::Months => 120,
        };
        (1..=longest).contains(&n)
    }
}

impl LengthRule {
    /// The length that a window must have, in the rule's unit: the smaller number of a range (D4). `None` of
    /// “up to 6 months”, and outside 1 to 520 weeks or 1 to 120 months (D7).
    #[must_use]
    pub fn needed(self) -> Option<u32> {
        let least = self.max.map_or(self.min, |max| self.min.map(|min| min.min(max)));
        least.filter(|n| self.unit.takes(*n))
    }

    /// The longest that is offered, in the rule's unit: the larger number of a range (D4). `None` of “at
    /// least 3 months”, and outside the same bounds (D7).
    #[must_use]
    pub fn offered(self) -> Option<u32> {
        self.max.map(|max| max.max(self.min.unwrap_or(max))).filter(|n| self.unit.takes(*n))
    }
}
