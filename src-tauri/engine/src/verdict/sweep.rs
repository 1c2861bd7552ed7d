//! The smallest change over all days that a posting allows (rules V6 and W3).
//!
//! Within a piece no end moves back as the start moves on, so what each move costs rises, or falls, between days
//! that can be found: where free spans begin and end, where commitments do, and where a window reaches them. Only
//! these days are tried.

use chrono::NaiveDate;

use super::ChangeKind;
use super::pieces::{Piece, last_where};
use super::single::{Alone, alone};
use crate::calendar::{joined, shared, without};
use crate::day::plus_days;
use crate::{Availability, Span};

/// The most days over which the shortest window is looked for one by one: weekdays and leap years come round in
/// 28 years. It is needed only where one commitment takes a window whole.
const ROUND: usize = 28 * 366;

/// The fewest days of one kind of move, and the earliest start date that it makes fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Least {
    pub(super) kind: ChangeKind,
    pub(super) start: NaiveDate,
    days: i64,
}

/// The least of each kind over the start dates of the pieces, none of which fits.
pub(super) fn least(time: &Availability, pieces: &[Piece]) -> Vec<Least> {
    let mut sweep = Sweep { time, least: Vec::new() };
    let judged: Vec<&Piece> = pieces.iter().filter(|piece| !piece.ways.is_empty()).collect();
    sweep.free_spans_moved(&judged);
    sweep.commitments_dropped(&judged);
    sweep.least
}

struct Sweep<'a> {
    time: &'a Availability,
    least: Vec<Least>,
}

impl Sweep<'_> {
    fn try_move(&mut self, kind: ChangeKind, start: NaiveDate, days: i64) {
        match self.least.iter_mut().find(|least| least.kind == kind) {
            Some(least) if (least.days, least.start) <= (days, start) => {}
            Some(least) => (least.days, least.start) = (days, start),
            None => self.least.push(Least { kind, start, days }),
        }
    }

    /// Free spans moved: the window holds no commitment and lies within the limits.
    fn free_spans_moved(&mut self, pieces: &[&Piece]) {
        let all = [Span { first: NaiveDate::MIN, last: NaiveDate::MAX }];
        let taken = joined(self.time.fixed.iter().map(|(_, span)| *span).collect());
        let open = without(self.time.limits.as_deref().unwrap_or(&all), &taken);
        for piece in pieces {
            for open in overlapping(&open, piece.days) {
                let Some(days) = within(piece, open) else { continue };
                for part in split_by(&self.time.given, days) {
                    self.missing_at_the_end(piece, part);
                    self.missing_at_the_start(piece, part);
                }
            }
        }
    }

    /// Start dates within one free span: what is missing lies after it, and the earliest misses least.
    fn missing_at_the_end(&mut self, piece: &Piece, part: Part) {
        let Part::Free(free, days) = part else { return };
        let given = &self.time.given;
        let Some(end) = piece.safe_end(days.first()).filter(|end| *end > free.last()) else { return };
        let reached = Reached::of(given, end);
        let first_missing = plus_days(free.last(), 1);
        self.try_move(ChangeKind::FreeUntil, days.first(), (reached.last_missing - free.last()).num_days());
        if let Some(next) = reached.next {
            self.try_move(ChangeKind::FreeFrom, days.first(), (next.first() - first_missing).num_days());
        }
    }

    /// Start dates outside the free spans: days are missing from the start on. Being free longer costs the
    /// earliest least; being free sooner, the last from which the same free span is reached.
    fn missing_at_the_start(&mut self, piece: &Piece, part: Part) {
        let Part::Outside(before, days) = part else { return };
        let given = &self.time.given;
        let mut rest = Some(days);
        while let Some(days) = rest {
            let Some(end) = piece.safe_end(days.first()) else { return };
            let reached = Reached::of(given, end);
            if let Some(until) = before {
                let cost = (reached.last_missing - until).num_days();
                self.try_move(ChangeKind::FreeUntil, days.first(), cost);
            }
            let Some(next) = reached.next else { return };
            let reaches_it = |day| piece.safe_end(day).is_some_and(|end| end <= next.last());
            let last = last_where(days, reaches_it).unwrap_or(days.first());
            self.try_move(ChangeKind::FreeFrom, last, (next.first() - last).num_days());
            rest = Span::new(plus_days(last, 1), days.last()).ok();
        }
    }

    /// One commitment dropped: every day of the window is given and within the limits, and no other commitment
    /// shares a day with it.
    fn commitments_dropped(&mut self, pieces: &[&Piece]) {
        let given = match &self.time.limits {
            Some(limits) => shared(&self.time.given, limits),
            None => self.time.given.clone(),
        };
        for Alone { commitment, reach } in alone(&self.time.fixed) {
            for given in overlapping(&given, commitment) {
                let Some(reach) = given.shared_with(reach) else { continue };
                let from = pieces.partition_point(|piece| piece.days.last() < reach.first());
                let near = pieces.iter().skip(from).take_while(|piece| piece.days.first() <= reach.last());
                for piece in near {
                    if let Some(days) = within(piece, reach) {
                        self.dropped(piece, commitment, days);
                    }
                }
            }
        }
    }

    /// Start dates whose window shares days with no commitment but this one.
    fn dropped(&mut self, piece: &Piece, commitment: Span, days: Span) {
        let end = |day| piece.safe_end(day).unwrap_or(day);
        let before = last_where(days, |day| end(day) < commitment.first());
        let first = before.map_or(days.first(), |day| plus_days(day, 1));
        let Ok(days) = Span::new(first, days.last().min(commitment.last())) else { return };
        let cost = |day: NaiveDate| {
            Span { first: day, last: end(day) }.shared_with(commitment).map_or(0, Span::days)
        };
        // From a day before it, the earliest reaches the fewest of its days.
        self.try_move(ChangeKind::Drop, days.first(), cost(days.first()));
        // From its own days, the last; but where it takes the window whole, the shortest window.
        let Ok(inside) = Span::new(days.first().max(commitment.first()), days.last()) else { return };
        let whole = last_where(inside, |day| end(day) < commitment.last());
        if whole != Some(inside.last()) {
            self.try_move(ChangeKind::Drop, inside.last(), cost(inside.last()));
        }
        if let Some(last) = whole {
            for day in inside.first().iter_days().take(ROUND).take_while(|day| *day <= last) {
                self.try_move(ChangeKind::Drop, day, cost(day));
            }
        }
    }
}

/// The start dates of the piece within the span whose windows end within it, too.
fn within(piece: &Piece, span: Span) -> Option<Span> {
    let days = piece.days.shared_with(span)?;
    let last = last_where(days, |day| piece.safe_end(day).is_some_and(|end| end <= span.last()))?;
    Span::new(days.first(), last).ok()
}

/// Those of some spans, apart and in order, that share a day with another.
fn overlapping(spans: &[Span], other: Span) -> impl Iterator<Item = Span> {
    let from = spans.partition_point(|span| span.last() < other.first());
    spans.iter().skip(from).take_while(move |span| span.first() <= other.last()).copied()
}

/// What the end of a window comes to among the free spans.
struct Reached {
    /// The last day up to the end that no free span holds.
    last_missing: NaiveDate,
    /// The free span in which the end falls, else the next one.
    next: Option<Span>,
}

impl Reached {
    fn of(given: &[Span], end: NaiveDate) -> Self {
        let next = given.get(given.partition_point(|span| span.last() < end)).copied();
        let inside = next.filter(|span| span.first() <= end);
        Self { last_missing: inside.map_or(end, |span| plus_days(span.first(), -1)), next }
    }
}

/// Some start dates, by where they lie among the free spans.
#[derive(Clone, Copy)]
enum Part {
    /// Within a free span.
    Free(Span, Span),
    /// Outside, with the last free day before them.
    Outside(Option<NaiveDate>, Span),
}

fn split_by(given: &[Span], days: Span) -> Vec<Part> {
    let from = given.partition_point(|span| span.last() < days.first());
    let mut before = from.checked_sub(1).and_then(|at| given.get(at)).map(|span| span.last());
    let mut first = days.first();
    let mut parts = Vec::new();
    for free in given.iter().skip(from).take_while(|span| span.first() <= days.last()) {
        if first < free.first() {
            parts.push(Part::Outside(before, Span { first, last: plus_days(free.first(), -1) }));
        }
        parts.extend(free.shared_with(days).map(|within| Part::Free(*free, within)));
        before = Some(free.last());
        first = plus_days(free.last(), 1);
    }
    if before.is_none_or(|until| until < days.last()) && first <= days.last() {
        parts.push(Part::Outside(before, Span { first, last: days.last() }));
    }
    parts
}
