//! The whole answer: every start date judged, the runs, and what to choose among them (rules V, W).

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use super::change::changes;
use super::judge::Judging;
use super::longest::{Longest, OwnTime};
use super::pieces::LAST_START;
use super::runs::runs;
use super::{Answer, Change, Judgement, Program, Run, Starts, Verdict};
use crate::calendar::{joined, without};
use crate::wording::warnings;
use crate::{Availability, Calendar, Span};

/// Judges every start date that the posting lists, the days that it allows without listing them, and the
/// student's `own` ones, against their calendar.
///
/// `today` tells what has passed; runs hold no day before it. Start dates stand in the order of the calendar,
/// each once.
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
    let judging = Judging { program: program.clone(), time: calendar.availability(), today };
    let mut days: Vec<NaiveDate> =
        program.starts.iter().map(|start| start.day).chain(own.iter().copied()).collect();
    days.sort_unstable();
    days.dedup();
    let verdicts: Vec<Judgement> = days.into_iter().map(|day| judging.judgement(day)).collect();

    let starts = program.starts_said();
    let allowed = if starts == Starts::Any { Vec::new() } else { program.allowed(today) };
    let ahead = unlisted(program, starts, &allowed, today);
    let runs = runs(program, &judging.time, &ahead);
    let run_starts: Vec<Judgement> = runs.iter().map(|run| judging.judgement(run.best())).collect();

    let some = !verdicts.is_empty() || !allowed.is_empty() || program.latest_start.is_some();
    let all_passed = some && ahead.is_empty() && verdicts.iter().all(|each| each.passed);
    let open: Vec<&Judgement> = verdicts.iter().filter(|each| all_passed || !each.passed).collect();
    let recommended = recommended(&open, &run_starts);
    let fits = |each: &Judgement| each.verdict == Some(Verdict::Fits);
    let changes = if open.iter().any(|each| fits(each)) || run_starts.iter().any(fits) {
        Vec::new()
    } else {
        smallest(&judging, &verdicts, &ahead)
    };
    let in_question = recommended.or_else(|| open.first().map(|each| each.start));
    let horizon = horizon(&judging, &verdicts, &ahead);
    let mut answer = Answer {
        today,
        lengths: program.lengths.clone(),
        starts,
        allowed,
        runs,
        run_starts,
        recommended,
        longest: None,
        own_time: None,
        all_passed,
        stated: None,
        warnings: warnings(program, calendar, in_question, today),
        smallest_change: changes.first().cloned(),
        changes,
        question: None,
        verdicts,
        horizon,
        judging,
    };
    answer.longest = answer.longest();
    answer.own_time = answer.own_time();
    answer
}

/// The start dates from today on that the posting allows and does not list (W2).
fn unlisted(program: &Program, starts: Starts, allowed: &[Span], today: NaiveDate) -> Vec<Span> {
    let from_today = Span { first: today, last: NaiveDate::MAX };
    let ahead: Vec<Span> = match starts {
        Starts::Listed => Vec::new(),
        Starts::Window => allowed.iter().filter_map(|days| days.shared_with(from_today)).collect(),
        Starts::Any => vec![from_today],
    };
    let listed = joined(program.starts.iter().map(|start| Span::day(start.day)).collect());
    without(&ahead, &listed)
}

/// V6 and W3: what fits before what depends; of what is alike, listed dates before those that the posting only
/// allows; then the earliest. Dates of the student's own come last.
fn recommended(open: &[&Judgement], run_starts: &[Judgement]) -> Option<NaiveDate> {
    let earliest = |listed, verdict| {
        open.iter().find(|each| each.listed == listed && each.verdict == Some(verdict)).map(|each| each.start)
    };
    let first_run =
        |verdict| run_starts.iter().find(|each| each.verdict == Some(verdict)).map(|each| each.start);
    earliest(true, Verdict::Fits)
        .or_else(|| first_run(Verdict::Fits))
        .or_else(|| earliest(true, Verdict::Depends))
        .or_else(|| first_run(Verdict::Depends))
        .or_else(|| earliest(false, Verdict::Fits))
        .or_else(|| earliest(false, Verdict::Depends))
}

/// V6: the moves that make a start date fit; none before the student has given any time.
fn smallest(judging: &Judging, verdicts: &[Judgement], ahead: &[Span]) -> Vec<Change> {
    let pieces = if judging.time.is_given() { judging.program.pieces(ahead) } else { Vec::new() };
    changes(&judging.time, verdicts, &pieces)
}

/// The most days ahead that an open end is followed to.
const OPEN_END: u64 = 3 * 366;

/// The days that were judged. Where any start will do, those on which the student is free.
fn horizon(judging: &Judging, verdicts: &[Judgement], ahead: &[Span]) -> Option<Span> {
    let Judging { program, time, today } = judging;
    let judged =
        verdicts.iter().map(|each| Span { first: each.start, last: each.safe_end.unwrap_or(each.start) });
    let end =
        |day: NaiveDate| program.windows_from(day).into_iter().map(|(.., last)| last).max().unwrap_or(day);
    let ahead: Vec<Span> = match program.starts_said() {
        Starts::Any => free_ahead(time, *today),
        _ => ahead
            .iter()
            .map(|days| Span { first: days.first(), last: end(days.last().min(LAST_START)) })
            .collect(),
    };
    let all = judged.chain(ahead);
    all.reduce(|a, b| Span { first: a.first().min(b.first()), last: a.last().max(b.last()) })
}

fn free_ahead(time: &Availability, today: NaiveDate) -> Vec<Span> {
    let far = today.checked_add_days(Days::new(OPEN_END)).unwrap_or(NaiveDate::MAX);
    let ahead = Span { first: today, last: far };
    time.given.iter().filter_map(|span| span.shared_with(ahead)).collect()
}

impl Answer {
    /// The judgement of a start date that was judged: a listed one, one of the student's own, or the best of a
    /// run.
    #[must_use]
    pub fn on(&self, start: NaiveDate) -> Option<&Judgement> {
        self.verdicts.iter().chain(&self.run_starts).find(|each| each.start == start)
    }

    /// The judgement of any day by the same posting, calendar and today: what the student sees while they move
    /// their start day by day.
    #[must_use]
    pub fn judgement(&self, start: NaiveDate) -> Judgement {
        self.judging.judgement(start)
    }

    /// The judgement of a start date that was judged, or that the posting allows (W1).
    pub(crate) fn on_allowed(&self, start: NaiveDate) -> Option<Cow<'_, Judgement>> {
        let judged = || Some(self.judgement(start)).filter(|judged| judged.allowed);
        self.on(start).map(Cow::Borrowed).or_else(|| judged().map(Cow::Owned))
    }

    /// The run that holds the day, if one does.
    #[must_use]
    pub fn run_of(&self, day: NaiveDate) -> Option<&Run> {
        self.runs.iter().find(|run| run.holds(day))
    }

    /// Whether the student has said when they are free.
    #[must_use]
    pub fn is_time_given(&self) -> bool {
        self.judging.time.is_given()
    }

    pub(crate) fn program(&self) -> &Program {
        &self.judging.program
    }

    pub(crate) fn time(&self) -> &Availability {
        &self.judging.time
    }

    /// The days from the first start to the last safe end, with `margin` days more on either side: how far a
    /// calendar's endless recurrences are to be followed (A6). Where any start will do, the free days of the next
    /// three years. `None` where nothing was judged.
    #[must_use]
    pub fn horizon(&self, margin: u64) -> Option<Span> {
        let days = self.horizon?;
        let first = days.first().checked_sub_days(Days::new(margin)).unwrap_or(NaiveDate::MIN);
        let last = days.last().checked_add_days(Days::new(margin)).unwrap_or(NaiveDate::MAX);
        Span::new(first, last).ok()
    }

    /// W5.
    fn longest(&self) -> Option<Longest> {
        let judged = self.on(self.recommended?)?;
        Span::new(judged.start, judged.free_until?).ok().map(Longest::of)
    }

    /// W4: the free days in a row that hold the recommended start, from the first one that the posting allows;
    /// without one, the next free days.
    fn own_time(&self) -> Option<OwnTime> {
        let time = &self.judging.time;
        let ahead = self.recommended.filter(|day| *day >= self.today);
        let first = match ahead.and_then(|day| self.run_of(day)) {
            Some(run) => run.first,
            None => match ahead.and_then(|day| time.run_with(day)) {
                Some(free) => free.first().max(self.today),
                None => time.next_free(self.today)?,
            },
        };
        let free = time.run_with(first)?;
        Some(OwnTime::of(Span { first, last: free.last() }))
    }
}
