//! The verdict on every start date (rules V1–V6).

use chrono::{Days, NaiveDate};

use super::cause::causes;
use super::change::changes;
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
    let judging = Judging { program, time: &time, listed: &listed, today };
    let verdicts: Vec<Judgement> = days.into_iter().map(|day| judging.judgement(day)).collect();

    let all_passed = !verdicts.is_empty() && verdicts.iter().all(|each| each.passed);
    let open: Vec<&Judgement> = verdicts.iter().filter(|each| all_passed || !each.passed).collect();
    let recommended = recommended(&open);
    let none_fits = !open.iter().any(|each| each.verdict == Some(Verdict::Fits));
    let changes = if none_fits { changes(&time, &verdicts) } else { Vec::new() };
    let in_question = recommended.or_else(|| open.first().map(|each| each.start));
    Answer {
        today,
        lengths: program.lengths.clone(),
        recommended,
        all_passed,
        stated: None,
        warnings: warnings(program, calendar, in_question, today),
        smallest_change: changes.first().cloned(),
        changes,
        verdicts,
    }
}

/// V6: listed dates before the student's own, those that fit before those that depend, then the earliest.
fn recommended(open: &[&Judgement]) -> Option<NaiveDate> {
    let earliest = |listed, verdict| {
        open.iter().find(|each| each.listed == listed && each.verdict == Some(verdict)).map(|each| each.start)
    };
    earliest(true, Verdict::Fits)
        .or_else(|| earliest(true, Verdict::Depends))
        .or_else(|| earliest(false, Verdict::Fits))
        .or_else(|| earliest(false, Verdict::Depends))
}

/// What every start date is judged by.
struct Judging<'a> {
    program: &'a Program,
    time: &'a Availability,
    listed: &'a [NaiveDate],
    today: NaiveDate,
}

impl Judging<'_> {
    fn judgement(&self, start: NaiveDate) -> Judgement {
        let time = self.time;
        let readings = self.readings(start);
        let safe_end = readings.iter().map(|reading| reading.last).max();
        let window = Span { first: start, last: safe_end.unwrap_or(start) };
        let run = time.run_with(start);
        let whole = run.is_some_and(|run| run.last() >= window.last());
        let verdict = time.is_given().then(|| verdict(&readings, run.is_some()));
        let stands = verdict.is_some_and(|verdict| verdict != Verdict::Misses);
        let free_until = run.map(Span::last).filter(|last| *last != NaiveDate::MAX);
        let free_ends = || readings.iter().filter(|reading| reading.free).map(|reading| reading.last);
        let listed = self.listed.contains(&start);
        let mut judged = Judgement {
            start,
            listed,
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
            nearest_listed: if listed { None } else { nearest(self.listed, start) },
            holidays: safe_end.map(|_| us_federal_holidays(window)).unwrap_or_default(),
            default_end: if whole { safe_end } else { free_ends().max() },
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
        let windows = self.program.windows(start).into_iter();
        let readings = windows.filter_map(|(measure, length, last)| {
            let window = Span::new(start, last).ok()?;
            let short_days = self.time.short_days(window);
            Some(Reading { measure, length, last, free: short_days == 0, short_days })
        });
        readings.collect()
    }
}

/// V1–V3, and V3a where there is no reading.
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
fn sharing(named: &[(String, Span)], window: Span) -> Vec<Clash> {
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

    /// The days from the first start to the last safe end, with `margin` days more on either side: how far a
    /// calendar's endless recurrences are to be followed (A6). `None` where nothing was judged.
    #[must_use]
    pub fn horizon(&self, margin: u64) -> Option<Span> {
        let first = self.verdicts.iter().map(|each| each.start).min()?;
        let last = self.verdicts.iter().filter_map(|each| each.safe_end.max(Some(each.start))).max()?;
        let first = first.checked_sub_days(Days::new(margin)).unwrap_or(NaiveDate::MIN);
        let last = last.checked_add_days(Days::new(margin)).unwrap_or(NaiveDate::MAX);
        Span::new(first, last).ok()
    }
}
