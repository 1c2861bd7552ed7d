//! The verdict on every start date (rules V1–V7).

use chrono::{Days, NaiveDate};

use super::cause::causes;
use super::change::smallest_change;
use super::{Answer, Clash, Judgement, Program, Reading, Verdict};
use crate::wording::{brief, brief_chosen, reasons, warnings};
use crate::{Availability, Calendar, Span, us_federal_holidays};

/// Judges every start date that the posting lists, and the student's `own` ones, against their calendar.
///
/// `today` only tells what has passed. Start dates stand in the order of the calendar, each once.
///
/// ```
/// use startline_engine::{Calendar, FreeSpan, LengthRule, LengthUnit, Program, Start, Verdict, judge};
/// let program = Program {
///     lengths: vec![LengthRule { unit: LengthUnit::Weeks, min: Some(12), max: Some(12) }],
///     starts: vec![Start { day: "2026-05-18".parse().unwrap(), ends: vec![] }],
///     ..Program::default()
/// };
/// let free = FreeSpan { first: "2026-05-16".parse().ok(), last: "2026-08-23".parse().ok() };
/// let calendar = Calendar { free: vec![free], ..Calendar::default() };
/// let answer = judge(&program, &calendar, &[], "2026-03-03".parse().unwrap());
/// assert_eq!(answer.verdicts[0].verdict, Some(Verdict::Fits));
/// ```
#[must_use]
pub fn judge(program: &Program, calendar: &Calendar, own: &[NaiveDate], today: NaiveDate) -> Answer {
    let time = calendar.availability();
    let listed: Vec<NaiveDate> = program.starts.iter().map(|start| start.day).collect();
    let mut days: Vec<NaiveDate> = listed.iter().chain(own).copied().collect();
    days.sort_unstable();
    days.dedup();
    let verdicts: Vec<Judgement> =
        days.into_iter().map(|day| judgement(program, &time, &listed, day, today)).collect();

    let all_passed = !verdicts.is_empty() && verdicts.iter().all(|each| each.passed);
    let open: Vec<&Judgement> = verdicts.iter().filter(|each| all_passed || !each.passed).collect();
    let recommended = recommended(&open);
    let none_fits = !open.iter().any(|each| each.verdict == Some(Verdict::Fits));
    let smallest_change = none_fits.then(|| smallest_change(&time, &verdicts)).flatten();
    let chosen = recommended.or_else(|| open.first().map(|each| each.start));
    Answer {
        today,
        lengths: program.lengths.clone(),
        recommended,
        all_passed,
        warnings: warnings(program, calendar, chosen, today),
        smallest_change,
        verdicts,
    }
}

/// V6: listed dates before the student's own, those that fit before those that depend, then the earliest.
fn recommended(open: &[&Judgement]) -> Option<NaiveDate> {
    let first = |listed, verdict| {
        open.iter().find(|each| each.listed == listed && each.verdict == Some(verdict)).map(|each| each.start)
    };
    [true, false]
        .into_iter()
        .flat_map(|listed| [(listed, Verdict::Fits), (listed, Verdict::Depends)])
        .find_map(|(listed, verdict)| first(listed, verdict))
}

fn judgement(
    program: &Program,
    time: &Availability,
    listed: &[NaiveDate],
    start: NaiveDate,
    today: NaiveDate,
) -> Judgement {
    let readings: Vec<Reading> = program
        .windows(start)
        .into_iter()
        .filter_map(|(measure, length, last)| {
            let window = Span::new(start, last).ok()?;
            let free = time.is_free(window);
            Some(Reading { measure, length, last, free, short_days: time.short_days(window) })
        })
        .collect();
    let safe_end = readings.iter().map(|reading| reading.last).max();
    let verdict = time.is_given().then(|| verdict(&readings, time.is_free(Span::day(start))));
    let window = Span::new(start, safe_end.unwrap_or(start)).unwrap_or(Span::day(start));
    let run = time.run_with(start);
    let until = run.map(Span::last).filter(|last| *last != NaiveDate::MAX);
    let free_ends = || readings.iter().filter(|reading| reading.free).map(|reading| reading.last);
    let whole = run.is_some_and(|run| run.last() >= window.last());
    let default_end =
        if whole { safe_end } else { free_ends().max() }.filter(|_| verdict != Some(Verdict::Misses));
    let is_listed = listed.contains(&start);
    let mut judged = Judgement {
        start,
        listed: is_listed,
        passed: start < today,
        verdict,
        safe_end,
        free_from: run.map(Span::first),
        free_until: until,
        days_early: time.next_free(start).map(|day| (day - start).num_days()),
        spare_before: run
            .filter(|_| verdict != Some(Verdict::Misses))
            .map(|run| (start - run.first()).num_days()),
        spare_after: until
            .filter(|_| whole && safe_end.is_some())
            .map(|last| (last - window.last()).num_days()),
        clashes: shared(&time.fixed, window),
        away: shared(&time.flexible, window),
        nearest_listed: if is_listed { None } else { nearest(listed, start) },
        holidays: safe_end.map(|_| us_federal_holidays(window)).unwrap_or_default(),
        default_end,
        earliest_end: free_ends().min().or(run.filter(|_| readings.is_empty()).map(|_| start)),
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

fn verdict(readings: &[Reading], start_is_free: bool) -> Verdict {
    let free = readings.iter().filter(|reading| reading.free).count();
    match (readings.len(), free) {
        (0, _) if start_is_free => Verdict::Depends,
        (_, 0) => Verdict::Misses,
        (all, free) if free == all => Verdict::Fits,
        _ => Verdict::Depends,
    }
}

/// The named spans that share a day with the window.
fn shared(named: &[(String, Span)], window: Span) -> Vec<Clash> {
    named
        .iter()
        .filter_map(|(name, span)| {
            let days = span.shared_with(window)?.days();
            Some(Clash { name: name.clone(), first: span.first(), last: span.last(), days })
        })
        .collect()
}

/// The listed day nearest to this one; of two as near, the earlier.
fn nearest(listed: &[NaiveDate], day: NaiveDate) -> Option<NaiveDate> {
    listed.iter().copied().min_by_key(|other| ((*other - day).num_days().abs(), *other))
}

impl Answer {
    /// The judgement of a start date, if it was judged.
    #[must_use]
    pub fn on(&self, start: NaiveDate) -> Option<&Judgement> {
        self.verdicts.iter().find(|each| each.start == start)
    }

    /// Days that hold everything judged, with `margin` days on either side: how far a calendar's endless
    /// recurrences must be followed (A6).
    #[must_use]
    pub fn horizon(&self, margin: u64) -> Option<Span> {
        let first = self.verdicts.iter().map(|each| each.start).min()?;
        let last = self.verdicts.iter().filter_map(|each| each.safe_end).max().unwrap_or(first);
        Span::new(
            first.checked_sub_days(Days::new(margin)).unwrap_or(first),
            last.max(first).checked_add_days(Days::new(margin)).unwrap_or(last),
        )
        .ok()
    }
}
