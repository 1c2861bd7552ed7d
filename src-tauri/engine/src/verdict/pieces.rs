//! Stretches of start dates over which every way of counting keeps its order, so that a boundary inside one can
//! be found by halving it. The time that takes grows with the spans and rules, not with the days.

use chrono::NaiveDate;

use super::Program;
use super::ways::Way;
use crate::Span;
use crate::day::plus_days;

/// Start dates in a row that have the same ways of counting. From each to the next, no end moves back.
pub(super) struct Piece {
    pub(super) days: Span,
    pub(super) ways: Vec<Way>,
}

impl Piece {
    /// The latest end of all ways of counting from the day (D5).
    pub(super) fn safe_end(&self, start: NaiveDate) -> Option<NaiveDate> {
        self.ways.iter().filter_map(|way| way.last(start)).max()
    }
}

/// The last start date that is judged where there is no end: longer than any length before the calendar's end.
pub(super) const LAST_START: NaiveDate =
    NaiveDate::from_ymd_opt(262_000, 12, 31).expect("a day of the calendar");

/// The last day of the span for which something holds that, from some day on, no longer does.
pub(super) fn last_where(days: Span, holds: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    if !holds(days.first()) {
        return None;
    }
    if holds(days.last()) {
        return Some(days.last());
    }
    let (mut holding, mut failing) = (0, days.days() - 1);
    while failing - holding > 1 {
        let middle = i64::midpoint(holding, failing);
        if holds(plus_days(days.first(), middle)) { holding = middle } else { failing = middle }
    }
    Some(plus_days(days.first(), holding))
}

/// The span cut before each of the days that fall inside it; these are in order.
pub(super) fn cut(days: Span, before: &[NaiveDate]) -> Vec<Span> {
    let from = before.partition_point(|day| *day <= days.first());
    let inside = before.iter().skip(from).take_while(|day| **day <= days.last());
    let mut first = days.first();
    let mut parts = Vec::new();
    for day in inside.copied().filter(|day| *day > days.first()) {
        if day > first {
            parts.push(Span { first, last: plus_days(day, -1) });
            first = day;
        }
    }
    parts.push(Span { first, last: days.last() });
    parts
}

impl Program {
    /// The pieces of these days, which are apart and in order, and none of which is listed.
    pub(super) fn pieces(&self, days: &[Span]) -> Vec<Piece> {
        // A lone end goes with the starts before it, and a frame with those of its first month.
        let mut changes = self.ends.clone();
        for month in self.frames.iter().map(|frame| frame.first_month()) {
            changes.extend([month.first(), plus_days(month.last(), 1)]);
        }
        changes.sort_unstable();
        changes.dedup();
        let within = days.iter().filter_map(|days| Span::new(days.first(), days.last().min(LAST_START)).ok());
        within.flat_map(|days| cut(days, &changes)).flat_map(|days| self.alike(days)).collect()
    }

    /// One piece, or two: from some day on every counted end falls after the stated one, and decides too (D6).
    fn alike(&self, days: Span) -> Vec<Piece> {
        let ways = self.ways(days.first());
        if self.ends.is_empty() {
            return vec![Piece { days, ways }];
        }
        let last = last_where(days, |day| self.ways(day) == ways).unwrap_or(days.last());
        let rest = Span::new(plus_days(last, 1), days.last()).ok();
        let rest = rest.map(|days| Piece { days, ways: self.ways(days.first()) });
        std::iter::once(Piece { days: Span { first: days.first(), last }, ways }).chain(rest).collect()
    }
}
