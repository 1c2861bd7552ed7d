//! The smallest change that makes a date fit (rule V6).

use chrono::NaiveDate;
use serde::Serialize;

use super::Judgement;
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

/// The change with the fewest days; dates that have not passed come first.
pub(super) fn smallest_change(time: &Availability, verdicts: &[Judgement]) -> Option<Change> {
    verdicts
        .iter()
        .filter_map(|judged| {
            let window = Span::new(judged.start, judged.safe_end?).ok()?;
            let (days, kind, name) = moves(time, window).into_iter().min()?;
            Some(((judged.passed, days, kind, judged.start), name))
        })
        .min()
        .map(|((_, days, kind, start), name)| Change {
            message: wording::change(kind, days, name.as_deref(), start),
            kind,
            days,
            name,
            start,
        })
}

/// Every one move that makes the whole window free, with the days it costs.
fn moves(time: &Availability, window: Span) -> Vec<(i64, ChangeKind, Option<String>)> {
    let outside_limits = match &time.limits {
        Some(limits) => !without(&[window], limits).is_empty(),
        None => false,
    };
    if outside_limits {
        return Vec::new();
    }
    let missing = without(&[window], &time.given);
    let clashes: Vec<&(String, Span)> =
        time.fixed.iter().filter(|(_, span)| span.shared_with(window).is_some()).collect();
    match (missing.as_slice(), clashes.as_slice()) {
        ([], [(name, span)]) => span
            .shared_with(window)
            .map(|days| vec![(days.days(), ChangeKind::Drop, Some(name.clone()))])
            .unwrap_or_default(),
        ([only, ..], []) => {
            let all =
                Span { first: only.first(), last: missing.last().map_or(only.last(), |gap| gap.last()) };
            let later = time
                .given
                .iter()
                .filter(|span| span.last() < all.first())
                .map(|span| ((all.last() - span.last()).num_days(), ChangeKind::FreeUntil, None));
            let earlier = time
                .given
                .iter()
                .filter(|span| span.first() > all.last())
                .map(|span| ((span.first() - all.first()).num_days(), ChangeKind::FreeFrom, None));
            later.chain(earlier).collect()
        }
        _ => Vec::new(),
    }
}
