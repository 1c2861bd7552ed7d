//! The verdict on one start date (rules V1–V5).

use chrono::NaiveDate;

use super::cause::causes;
use super::{Clash, Judgement, Program, Reading, Verdict};
use crate::wording::{brief, brief_chosen, reasons};
use crate::{Availability, Span, us_federal_holidays};

/// What every start date is judged by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judging {
    pub(super) program: Program,
    pub(super) time: Availability,
    pub(super) today: NaiveDate,
}

impl Judging {
    pub(super) fn judgement(&self, start: NaiveDate) -> Judgement {
        let time = &self.time;
        let readings = self.readings(start);
        let safe_end = readings.iter().map(|reading| reading.last).max();
        let window = Span { first: start, last: safe_end.unwrap_or(start) };
        let run = time.run_with(start);
        let whole = run.is_some_and(|run| run.last() >= window.last());
        let verdict = time.is_given().then(|| {
            let free = readings.iter().filter(|reading| reading.free).count();
            verdict(readings.len(), free, run.is_some())
        });
        let stands = verdict.is_some_and(|verdict| verdict != Verdict::Misses);
        let free_until = run.map(Span::last).filter(|last| *last != NaiveDate::MAX);
        let free_ends = || readings.iter().filter(|reading| reading.free).map(|reading| reading.last);
        let listed = self.program.starts.iter().any(|listed| listed.day == start);
        let allowed = listed || self.program.allows(start);
        // W6: beside listed days, the student states all the time they have.
        let own_end = free_until.filter(|_| allowed && !listed && stands);
        let mut judged = Judgement {
            start,
            listed,
            allowed,
            passed: start < self.today,
            verdict,
            safe_end,
            free_from: run.map(Span::first),
            free_until,
            days_early: time.next_free(start).map(|day| (day - start).num_days()),
            spare_before: run.filter(|_| stands).map(|run| (start - run.first()).num_days()),
            spare_after: free_until
                .filter(|_| whole && safe_end.is_some())
                .map(|until| (until - window.last()).num_days()),
            clashes: sharing(&time.fixed, window),
            away: sharing(&time.flexible, window),
            nearest_listed: if allowed { None } else { self.nearest(start) },
            holidays: safe_end.map(|_| us_federal_holidays(window)).unwrap_or_default(),
            default_end: own_end.or(if whole { safe_end } else { free_ends().max() }),
            earliest_end: if readings.is_empty() { run.map(|_| start) } else { free_ends().min() },
            readings,
            reasons: Vec::new(),
            brief: String::new(),
            brief_chosen: String::new(),
            causes: Vec::new(),
        };
        judged.causes = causes(&judged, time, window);
        judged.reasons = reasons(&judged.causes);
        judged.brief = brief(&judged);
        judged.brief_chosen = brief_chosen(&judged);
        judged
    }

    fn readings(&self, start: NaiveDate) -> Vec<Reading> {
        let windows = self.program.windows_from(start).into_iter();
        let readings = windows.filter_map(|(measure, length, last)| {
            let window = Span::new(start, last).ok()?;
            let short_days = self.time.short_days(window);
            Some(Reading { measure, length, last, free: short_days == 0, short_days })
        });
        readings.collect()
    }

    /// The listed day nearest to this one; of two as near, the earlier.
    fn nearest(&self, day: NaiveDate) -> Option<NaiveDate> {
        let listed = self.program.starts.iter().map(|start| start.day);
        listed.min_by_key(|other| ((*other - day).num_days().abs(), *other))
    }
}

/// V1–V3, and V3a where there is no reading: of so many readings so many are free.
pub(super) fn verdict(readings: usize, free: usize, start_is_free: bool) -> Verdict {
    match (readings, free) {
        (0, _) if start_is_free => Verdict::Depends,
        (_, 0) => Verdict::Misses,
        (all, free) if free == all => Verdict::Fits,
        _ => Verdict::Depends,
    }
}

/// The named spans, in the order of the calendar, that share a day with the window.
fn sharing(named: &[(String, Span)], window: Span) -> Vec<Clash> {
    named
        .iter()
        .take_while(|(_, span)| span.first() <= window.last())
        .filter_map(|(name, span)| {
            let days = span.shared_with(window)?.days();
            Some(Clash { name: name.clone(), first: span.first(), last: span.last(), days })
        })
        .collect()
}
