//! The smallest change that makes a date fit (rule V6).

use chrono::NaiveDate;
use serde::Serialize;

use super::Judgement;
use super::pieces::Piece;
use super::sweep::{Least, least};
use crate::calendar::without;
use crate::wording;
use crate::{Availability, Span};

/// One move that makes a start date fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Change {
    /// What is moved.
    pub kind: ChangeKind,
    /// How many days it is moved by; of a commitment that is dropped, the days it shares with the window.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub days: i64,
    /// The commitment to drop.
    pub name: Option<String>,
    /// The start date that fits then.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub start: NaiveDate,
    /// The first or last free day as it is; of a commitment that is dropped, its first day.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub was: NaiveDate,
    /// The first or last free day that makes the date fit; `None` of a commitment.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub to: Option<NaiveDate>,
    /// The same as a sentence.
    pub message: String,
}

/// What a change moves. The order is that of ties (V6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum ChangeKind {
    /// Be free until later.
    FreeUntil,
    /// Be free from earlier.
    FreeFrom,
    /// Drop one fixed commitment.
    Drop,
}

/// A move before it is words.
struct Move<'a> {
    days: i64,
    kind: ChangeKind,
    name: Option<&'a str>,
    was: NaiveDate,
    to: Option<NaiveDate>,
}

/// The change with the fewest days, then the one with the fewest of each other kind. Start dates that have
/// not passed come first, and ties go by the order of the kinds, then to the earliest start.
///
/// `verdicts` are tried one by one; `allowed` are start dates that the posting allows without listing them, of
/// which none has passed.
pub(super) fn changes(time: &Availability, verdicts: &[Judgement], allowed: &[Piece]) -> Vec<Change> {
    let mut found: Vec<(NaiveDate, bool, Move<'_>)> = Vec::new();
    for judged in verdicts {
        let window = judged.safe_end.and_then(|end| Span::new(judged.start, end).ok());
        let moves = window.map(|window| moves(time, window)).unwrap_or_default();
        found.extend(moves.into_iter().map(|each| (judged.start, judged.passed, each)));
    }
    for Least { kind, start, .. } in least(time, allowed) {
        let piece = allowed.iter().find(|piece| piece.days.holds(start));
        let end = piece.and_then(|piece| piece.safe_end(start));
        let window = end.and_then(|end| Span::new(start, end).ok());
        let moves = window.map(|window| moves(time, window)).unwrap_or_default();
        found.extend(moves.into_iter().filter(|each| each.kind == kind).map(|each| (start, false, each)));
    }
    found.sort_by_key(|(start, passed, each)| (*passed, each.days, each.kind, *start));
    let mut changes: Vec<Change> = Vec::new();
    for (start, _, Move { days, kind, name, was, to }) in found {
        if changes.iter().any(|change| change.kind == kind) {
            continue;
        }
        let message = wording::change(kind, days, name, start);
        changes.push(Change { kind, days, name: name.map(str::to_owned), start, was, to, message });
    }
    changes
}

/// Every one move that makes the whole window free.
fn moves(time: &Availability, window: Span) -> Vec<Move<'_>> {
    let outside_limits = time.limits.as_ref().is_some_and(|limits| !without(&[window], limits).is_empty());
    if outside_limits {
        return Vec::new();
    }
    let missing = without(&[window], &time.given);
    let mut clashes = time.fixed.iter().filter_map(|(name, span)| {
        let shared = span.shared_with(window)?;
        Some(Move {
            days: shared.days(),
            kind: ChangeKind::Drop,
            name: Some(name),
            was: span.first(),
            to: None,
        })
    });
    match (missing.as_slice(), clashes.next(), clashes.next()) {
        ([], Some(only), None) => vec![only],
        ([first, ..], None, None) => {
            let last = missing.last().unwrap_or(first).last();
            free_spans_moved(&time.given, first.first(), last)
        }
        _ => Vec::new(),
    }
}

/// Each free span that can be made to reach over all the missing days: from the one before them or the one
/// after.
fn free_spans_moved<'a>(given: &[Span], first: NaiveDate, last: NaiveDate) -> Vec<Move<'a>> {
    let before = given.iter().map(|span| span.last()).filter(|until| *until < first).max();
    let after = given.iter().map(|span| span.first()).filter(|from| *from > last).min();
    let longer = before.map(|until| Move {
        days: (last - until).num_days(),
        kind: ChangeKind::FreeUntil,
        name: None,
        was: until,
        to: Some(last),
    });
    let sooner = after.map(|from| Move {
        days: (from - first).num_days(),
        kind: ChangeKind::FreeFrom,
        name: None,
        was: from,
        to: Some(first),
    });
    longer.into_iter().chain(sooner).collect()
}
