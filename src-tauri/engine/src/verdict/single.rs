//! Where one commitment stands alone among the others.

use chrono::NaiveDate;

use crate::Span;
use crate::day::plus_days;

/// Days of one commitment, and how far a window may reach that is to share days with no other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Alone {
    pub(super) commitment: Span,
    pub(super) reach: Span,
}

/// Every stretch of days in which a single commitment takes days, in order. The time it takes grows with the
/// number of commitments.
pub(super) fn alone(fixed: &[(String, Span)]) -> Vec<Alone> {
    let parts = parts(fixed);
    let mut found: Vec<Alone> = Vec::new();
    // The first day that may be reached, and the last part that is taken by one commitment.
    let mut from = NaiveDate::MIN;
    let mut current: Option<(usize, Span)> = None;
    let mut close = |current: &mut Option<(usize, Span)>, from: NaiveDate, until: NaiveDate| {
        if let Some((_, commitment)) = current.take() {
            found.push(Alone { commitment, reach: Span { first: from, last: plus_days(until, -1) } });
        }
    };
    for (days, owner) in parts {
        match (owner, &mut current) {
            (None, _) => {
                close(&mut current, from, days.first());
                from = plus_days(days.last(), 1);
            }
            (Some(owner), Some((same, taken))) if owner == *same => taken.last = days.last(),
            (Some(owner), other) => {
                let after = other.as_ref().map(|(_, taken)| plus_days(taken.last, 1));
                close(&mut current, from, days.first());
                from = after.unwrap_or(from);
                current = Some((owner, days));
            }
        }
    }
    close(&mut current, from, NaiveDate::MAX);
    found
}

/// The taken days in order, each part with its commitment, or with none where several share it.
fn parts(fixed: &[(String, Span)]) -> Vec<(Span, Option<usize>)> {
    let mut changes: Vec<(NaiveDate, bool, usize)> = Vec::with_capacity(2 * fixed.len());
    for (index, (_, span)) in fixed.iter().enumerate() {
        changes.push((span.first(), true, index));
        if span.last() < NaiveDate::MAX {
            changes.push((plus_days(span.last(), 1), false, index));
        }
    }
    changes.sort_unstable_by_key(|(day, ..)| *day);
    let mut parts = Vec::new();
    // Where one commitment is left, the sum of those that are left is its own index.
    let (mut count, mut sum) = (0_usize, 0_usize);
    for (at, (day, begins, index)) in changes.iter().enumerate() {
        if *begins {
            count += 1;
            sum += index;
        } else {
            count -= 1;
            sum -= index;
        }
        let next = changes.get(at + 1).map(|(day, ..)| *day);
        let last = next.map_or(NaiveDate::MAX, |next| plus_days(next, -1));
        if count > 0 && *day <= last {
            parts.push((Span { first: *day, last }, (count == 1).then_some(sum)));
        }
    }
    parts
}
