//! The times of an event that repeats.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use rrule::{Frequency, RRule, RRuleSet, Unvalidated};

use super::entry::Entry;
use super::moment::{Frame, Moment};

/// What may be spent on one file, so that no rule makes it endless.
#[derive(Debug)]
pub(super) struct Budget {
    /// Times that may still be counted.
    times: usize,
    /// Rules that may still turn out to give nothing more, which the library finds out slowly.
    barren: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { times: 500_000, barren: 3 }
    }
}

/// The most times counted of one rule: 100 years of days.
const TIMES: usize = 36_600;
/// The longest rule that is read, in bytes.
const RULE: usize = 500;
/// The most times that one rule may give a day.
const A_DAY: usize = 24;

/// A rule that can't be followed: it is damaged, or asks for more work than any calendar of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotFollowed;

/// The times that a rule gives up to `end`, in the frame of the event. Only the event's own start is certain to
/// be there where the rule can't be followed.
pub(super) fn times(
    entry: &Entry,
    end: NaiveDateTime,
    shown: Tz,
    budget: &mut Budget,
) -> Result<BTreeSet<NaiveDateTime>, NotFollowed> {
    let mut times = BTreeSet::new();
    for rule in &entry.rules {
        follow(rule, entry, end, shown, budget, &mut times)?;
    }
    Ok(times)
}

fn follow(
    rule: &str,
    entry: &Entry,
    end: NaiveDateTime,
    shown: Tz,
    budget: &mut Budget,
    times: &mut BTreeSet<NaiveDateTime>,
) -> Result<(), NotFollowed> {
    // The library cuts a rule's days at bytes.
    if rule.len() > RULE || !rule.is_ascii() || budget.barren == 0 {
        return Err(NotFollowed);
    }
    let (rule, until) = without_until(rule);
    let until = until.map(|until| Until::read(&until, entry, shown).ok_or(NotFollowed)).transpose()?;
    let rule: RRule<Unvalidated> = rule.parse().map_err(|_| NotFollowed)?;
    let count = rule.get_count().map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    let a_day = [rule.get_by_hour().len(), rule.get_by_minute().len(), rule.get_by_second().len()];
    let a_day: usize = a_day.into_iter().map(|n| n.max(1)).product();
    if a_day > A_DAY || matches!(rule.get_freq(), Frequency::Secondly | Frequency::Minutely) {
        return Err(NotFollowed);
    }
    // The times are counted on the wall of the event's own zone, which UTC stands in for: it has no gaps.
    let start = entry.start.and_utc().with_timezone(&rrule::Tz::UTC);
    let rule = rule.validate(start).map_err(|_| NotFollowed)?;
    let set = RRuleSet::new(start).rrule(rule).limit();
    let mut counted = 0;
    for time in &set {
        let time = time.naive_utc();
        if time > end || until.as_ref().is_some_and(|until| until.is_before(time)) {
            return Ok(());
        }
        counted += 1;
        if counted > TIMES || budget.times == 0 {
            return Err(NotFollowed);
        }
        budget.times -= 1;
        times.insert(time);
    }
    if count.is_none_or(|count| counted < count) {
        budget.barren -= 1;
    }
    Ok(())
}

/// The last day or time of a rule, both counted in.
enum Until {
    Day(NaiveDate),
    At(NaiveDateTime),
}

impl Until {
    /// The library wants an end in the zone of the start, where exporters write a day, a local time or UTC:
    /// so it is kept from the library, and compared here.
    fn read(text: &str, entry: &Entry, shown: Tz) -> Option<Self> {
        let moment = Moment::read(text, None)?;
        Some(match moment {
            Moment::Day(day) => Self::Day(day),
            other => match entry.frame {
                Frame::Days => Self::Day(entry.frame.place(&other, shown).date()),
                frame => Self::At(frame.place(&other, shown)),
            },
        })
    }

    fn is_before(&self, time: NaiveDateTime) -> bool {
        match self {
            Self::Day(day) => time.date() > *day,
            Self::At(at) => time > *at,
        }
    }
}

/// The rule without its UNTIL and without empty parts, and that UNTIL.
fn without_until(rule: &str) -> (String, Option<String>) {
    let parts = rule.split(';').map(str::trim).filter(|part| !part.is_empty());
    let (until, others): (Vec<&str>, Vec<&str>) = parts.partition(|part| part.starts_with("UNTIL="));
    let until = until.first().and_then(|part| part.strip_prefix("UNTIL=")).map(str::to_owned);
    (others.join(";"), until)
}
