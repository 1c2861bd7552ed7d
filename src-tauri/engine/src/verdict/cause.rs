//! Why a start date is not free under every way of counting (rule V3).

use chrono::{NaiveDate, TimeDelta};

use super::{Clash, Judgement, Reading};
use crate::calendar::without;
use crate::{Availability, Span, Verdict};

/// One reason, with its figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The start comes before every free day, by so many days.
    NotYet { free_from: NaiveDate, days: i64 },
    /// Days between free spans.
    Gap(Span),
    /// Days on which the student would be free but for a limit.
    OutsideLimit(Span),
    /// A fixed commitment, or several of one name, and how many days of the window they share.
    Taken { name: String, days: i64 },
    /// The free time ends within the window: each way of counting that ends later, and by how many days.
    NoLonger { free_until: NaiveDate, short: Vec<(Reading, i64)> },
    /// The free time ended before the start, by so many days.
    Over { free_until: NaiveDate, days: i64 },
    /// The posting states no length (V3a).
    NoLength,
}

/// The causes in the order of the calendar; none for a start that fits, or isn't judged.
pub(super) fn causes(judged: &Judgement, time: &Availability, window: Span) -> Vec<Cause> {
    if matches!(judged.verdict, None | Some(Verdict::Fits)) {
        return Vec::new();
    }
    let missing = without(&[window], &time.given);
    let mut found: Vec<(NaiveDate, Cause)> =
        missing.iter().map(|gap| (gap.first(), not_given(judged, time, *gap))).collect();
    if let Some(limits) = &time.limits {
        let outside = without(&without(&[window], &missing), limits);
        found.extend(outside.into_iter().map(|gap| (gap.first(), Cause::OutsideLimit(gap))));
    }
    found.extend(taken(&judged.clashes, window));
    found.sort_by_key(|(day, _)| *day);
    let mut causes: Vec<Cause> = found.into_iter().map(|(_, cause)| cause).collect();
    if judged.readings.is_empty() && judged.verdict == Some(Verdict::Depends) {
        causes.push(Cause::NoLength);
    }
    causes
}

/// Days of the window that no free span holds: before all of them, between two, or after all.
fn not_given(judged: &Judgement, time: &Availability, gap: Span) -> Cause {
    let before = time.given.iter().rev().find(|span| span.last() < gap.first());
    let after = time.given.iter().find(|span| span.first() > gap.last());
    match (before, after) {
        // A commitment or a limit may take the first days of the first span, or all days: those are not free either.
        (None, Some(_)) => match judged.days_early {
            Some(days) => Cause::NotYet { free_from: judged.start + TimeDelta::days(days), days },
            None => Cause::Gap(gap),
        },
        (Some(free), None) if free.last() < judged.start => {
            Cause::Over { free_until: free.last(), days: (judged.start - free.last()).num_days() }
        }
        (Some(free), None) => {
            let late = |reading: &Reading| (reading.last - free.last()).num_days();
            let short = judged.readings.iter().map(|reading| (*reading, late(reading)));
            Cause::NoLonger { free_until: free.last(), short: short.filter(|(_, days)| *days > 0).collect() }
        }
        _ => Cause::Gap(gap),
    }
}

/// The clashes, those of one name together where the first of them falls.
fn taken(clashes: &[Clash], window: Span) -> Vec<(NaiveDate, Cause)> {
    let mut found: Vec<(NaiveDate, Cause)> = Vec::new();
    for clash in clashes {
        let same = found.iter_mut().find_map(|(_, cause)| match cause {
            Cause::Taken { name, days } if !name.is_empty() && *name == clash.name => Some(days),
            _ => None,
        });
        match same {
            Some(days) => *days += clash.days,
            None => found.push((
                clash.first.max(window.first()),
                Cause::Taken { name: clash.name.clone(), days: clash.days },
            )),
        }
    }
    found
}
