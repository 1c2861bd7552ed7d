//! The free days, made ready for judging.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Calendar, Commitment};
use crate::Span;
use crate::day::plus_days;

/// A calendar made ready for judging: spans sorted and joined, what is not whole left out (A4). The order
/// and the duplicates of what the student gave never change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Availability {
    /// The free spans as given, joined where they overlap or touch.
    pub(crate) given: Vec<Span>,
    /// What can't be moved, as named.
    pub(crate) fixed: Vec<(String, Span)>,
    /// What can, as named.
    pub(crate) flexible: Vec<(String, Span)>,
    /// The limits, joined; `None` limits nothing (A3).
    pub(crate) limits: Option<Vec<Span>>,
    /// The days that are truly free: given, within the limits, with no fixed commitment on them.
    pub(crate) runs: Vec<Span>,
}

impl Availability {
    pub(super) fn of(calendar: &Calendar) -> Self {
        let given = joined(open_ended(calendar.free.iter().map(|span| (span.first, span.last))));
        let limits = open_ended(calendar.limits.iter().map(|limit| (limit.first, limit.last)));
        let limits = (!limits.is_empty()).then(|| joined(limits));
        let within = match &limits {
            Some(limits) => shared(&given, limits),
            None => given.clone(),
        };
        let fixed = named(&calendar.fixed);
        let taken = joined(fixed.iter().map(|(_, span)| *span).collect());
        let runs = without(&within, &taken);
        Self { given, fixed, flexible: named(&calendar.flexible), limits, runs }
    }

    /// Whether the student has given any free span at all (V3a).
    #[must_use]
    pub fn is_given(&self) -> bool {
        !self.given.is_empty()
    }

    /// Whether every day of the span is free (A5).
    #[must_use]
    pub fn is_free(&self, span: Span) -> bool {
        self.run_with(span.first).is_some_and(|run| run.last >= span.last)
    }

    /// How many days of the span are not free.
    #[must_use]
    pub fn short_days(&self, span: Span) -> i64 {
        let free: i64 = self.runs.iter().filter_map(|run| run.shared_with(span)).map(Span::days).sum();
        span.days() - free
    }

    /// The unbroken free run that holds the day.
    #[must_use]
    pub fn run_with(&self, day: NaiveDate) -> Option<Span> {
        let index = self.runs.partition_point(|run| run.last < day);
        self.runs.get(index).copied().filter(|run| run.first <= day)
    }

    /// The first free day on or after the day.
    #[must_use]
    pub fn next_free(&self, day: NaiveDate) -> Option<NaiveDate> {
        let index = self.runs.partition_point(|run| run.last < day);
        self.runs.get(index).map(|run| run.first.max(day))
    }
}

/// The whole ones of spans whose end may be left open.
fn open_ended(spans: impl Iterator<Item = (Option<NaiveDate>, Option<NaiveDate>)>) -> Vec<Span> {
    spans.filter_map(|(first, last)| Span::new(first?, last.unwrap_or(NaiveDate::MAX)).ok()).collect()
}

/// The whole ones of the named spans, in the order of the calendar. Those of one name join where they overlap
/// or touch (A4); those without a name stay apart, since they may be different things.
fn named(spans: &[Commitment]) -> Vec<(String, Span)> {
    let mut by_name: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for commitment in spans {
        let Some(first) = commitment.first else { continue };
        let Ok(span) = Span::new(first, commitment.last.unwrap_or(first)) else { continue };
        by_name.entry(commitment.name.trim()).or_default().push(span);
    }
    let mut whole: Vec<(String, Span)> = Vec::with_capacity(spans.len());
    for (name, mut spans) in by_name {
        spans.sort_unstable();
        spans.dedup();
        let spans = if name.is_empty() { spans } else { joined(spans) };
        whole.extend(spans.into_iter().map(|span| (name.to_owned(), span)));
    }
    whole.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    whole
}

/// The same days in as few spans as can be, in order (A4).
pub(crate) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut whole: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match whole.last_mut() {
            Some(before) if span.first <= plus_days(before.last, 1) => {
                before.last = before.last.max(span.last);
            }
            _ => whole.push(span),
        }
    }
    whole
}

/// The days in both lists, each joined.
pub(crate) fn shared(a: &[Span], b: &[Span]) -> Vec<Span> {
    let (mut i, mut j, mut both) = (0, 0, Vec::new());
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both.extend(x.shared_with(*y));
        if x.last < y.last { i += 1 } else { j += 1 }
    }
    both
}

/// The days of `from` that are in none of `taken`; both joined.
pub(crate) fn without(from: &[Span], taken: &[Span]) -> Vec<Span> {
    let mut left = Vec::new();
    for span in from {
        let mut rest = Some(*span);
        let start = taken.partition_point(|gap| gap.last < span.first);
        for gap in taken.iter().skip(start).take_while(|gap| gap.first <= span.last) {
            let Some(now) = rest else { break };
            if gap.first > now.first {
                left.push(Span { first: now.first, last: plus_days(gap.first, -1) });
            }
            rest = (gap.last < now.last).then(|| Span { first: plus_days(gap.last, 1), last: now.last });
        }
        left.extend(rest);
    }
    left
}
