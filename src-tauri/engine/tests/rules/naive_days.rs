//! The naive judge over every day that a posting allows: one day after another, from today on.

use chrono::{Days, NaiveDate};
use startline_engine::{ChangeKind, Measure, Verdict};

use super::naive::{Naive, NaiveChange, NaiveJudgement, days_from, in_commitment};

/// As far as it looks: everything that a case holds ends well before.
const DAYS: usize = 1000;
/// As far as starts are judged.
pub(crate) const STARTS: usize = 400;

/// What makes two days alike, and the days that are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NaiveRun {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    pub(crate) verdict: Verdict,
    pub(crate) free: Vec<Measure>,
}

/// A day as the calendar has it.
struct Day {
    given: bool,
    in_limits: bool,
    free: bool,
    taken_by: Vec<usize>,
}

pub(crate) struct NaiveDays<'a> {
    naive: &'a Naive<'a>,
    first: NaiveDate,
    days: Vec<Day>,
}

impl<'a> NaiveDays<'a> {
    pub(crate) fn new(naive: &'a Naive<'a>) -> Self {
        let first = naive.today - Days::new(300);
        let fixed = &naive.calendar.fixed;
        let day = |day: NaiveDate| Day {
            given: naive.is_given(day),
            in_limits: naive.in_limits(day),
            free: naive.is_free(day),
            taken_by: (0..fixed.len()).filter(|index| in_commitment(&fixed[*index], day)).collect(),
        };
        let days = first.iter_days().take(300 + DAYS).map(day).collect();
        Self { naive, first, days }
    }

    fn day(&self, day: NaiveDate) -> &Day {
        &self.days[usize::try_from((day - self.first).num_days()).unwrap()]
    }

    /// The days from today on that the posting allows and does not list.
    fn starts(&self) -> Vec<NaiveDate> {
        let listed = |day: &NaiveDate| self.naive.program.starts.iter().any(|start| start.day == *day);
        let days = self.naive.today.iter_days().take(STARTS);
        days.filter(|day| self.naive.allows(*day) && !listed(day)).collect()
    }

    /// W2.
    pub(crate) fn runs(&self) -> Vec<NaiveRun> {
        let mut runs: Vec<(NaiveRun, Vec<_>)> = Vec::new();
        for start in self.starts() {
            if !self.day(start).free {
                continue;
            }
            let ends = self.naive.ends(start);
            let all_free = |last: NaiveDate| {
                start.iter_days().take_while(|day| *day <= last).all(|day| self.day(day).free)
            };
            let mut free: Vec<_> = ends.iter().filter(|(_, _, last)| all_free(*last)).collect();
            let verdict = match (ends.len(), free.len()) {
                (0, _) => Verdict::Depends,
                (_, 0) => continue,
                (all, free) if all == free => Verdict::Fits,
                _ => Verdict::Depends,
            };
            free.sort();
            let given = |measure| matches!(measure, Measure::Stated | Measure::Frame);
            let ways: Vec<_> = free
                .into_iter()
                .map(|(measure, length, last)| (*measure, *length, Some(*last).filter(|_| given(*measure))))
                .collect();
            match runs.last_mut() {
                Some((run, same))
                    if run.last.succ_opt() == Some(start) && run.verdict == verdict && *same == ways =>
                {
                    run.last = start;
                }
                _ => {
                    let mut names: Vec<(String, Measure)> = ways
                        .iter()
                        .map(|(measure, ..)| (serde_json::to_string(measure).unwrap(), *measure))
                        .collect();
                    names.sort();
                    names.dedup();
                    let free = names.into_iter().map(|(_, measure)| measure).collect();
                    runs.push((NaiveRun { first: start, last: start, verdict, free }, ways));
                }
            }
        }
        runs.into_iter().map(|(run, _)| run).collect()
    }

    /// V6 and W3.
    pub(crate) fn recommended(&self, judged: &[NaiveJudgement], runs: &[NaiveRun]) -> Option<NaiveDate> {
        let all_passed = self.all_passed(judged);
        let mut best: Vec<(u8, NaiveDate)> = Vec::new();
        for each in judged.iter().filter(|each| all_passed || !each.passed) {
            match each.verdict {
                Some(Verdict::Fits) => best.push((if each.listed { 0 } else { 4 }, each.start)),
                Some(Verdict::Depends) => best.push((if each.listed { 2 } else { 5 }, each.start)),
                _ => {}
            }
        }
        for run in runs {
            let days = || run.first.iter_days().take_while(|day| *day <= run.last);
            let working = days().find(|day| !["Sat", "Sun"].contains(&day.format("%a").to_string().as_str()));
            let order = if run.verdict == Verdict::Fits { 1 } else { 3 };
            best.push((order, working.unwrap_or(run.first)));
        }
        best.into_iter().min().map(|(_, day)| day)
    }

    pub(crate) fn all_passed(&self, judged: &[NaiveJudgement]) -> bool {
        let program = self.naive.program;
        let some = !judged.is_empty()
            || !program.windows.is_empty()
            || program.latest_start.is_some()
            || program.frames.iter().any(|frame| {
                days_from(frame.days.first()).any(|day| frame.days.holds(day) && self.naive.allows(day))
            });
        some && self.starts().is_empty() && judged.iter().all(|each| each.passed)
    }

    /// V6 and W3: the smallest change over every start date, where none fits.
    pub(crate) fn smallest_change(
        &self,
        judged: &[NaiveJudgement],
        runs: &[NaiveRun],
    ) -> Option<NaiveChange> {
        let all_passed = self.all_passed(judged);
        let open = judged.iter().filter(|each| all_passed || !each.passed);
        let fits = Some(Verdict::Fits);
        if open.into_iter().any(|each| each.verdict == fits)
            || runs.iter().any(|run| run.verdict == Verdict::Fits)
        {
            return None;
        }
        let mut found = self.naive.changes(judged);
        if !self.naive.calendar.free.is_empty() {
            for start in self.starts() {
                found.extend(self.moves(start));
            }
        }
        found.into_iter().min()
    }

    fn moves(&self, start: NaiveDate) -> Vec<NaiveChange> {
        let Some(end) = self.naive.ends(start).iter().map(|(_, _, last)| *last).max() else {
            return Vec::new();
        };
        let window: Vec<NaiveDate> = start.iter_days().take_while(|day| *day <= end).collect();
        if window.iter().any(|day| !self.day(*day).in_limits) {
            return Vec::new();
        }
        let missing: Vec<NaiveDate> = window.iter().copied().filter(|day| !self.day(*day).given).collect();
        let mut taking: Vec<usize> = window.iter().flat_map(|day| self.day(*day).taken_by.clone()).collect();
        let taken = taking.clone();
        taking.sort();
        taking.dedup();
        let change = |kind, days, name| NaiveChange { passed: false, days, kind, start, name };
        match (missing.first(), taking.as_slice()) {
            (Some(first), []) => {
                let last = *missing.last().unwrap();
                let back = (1..).map_while(|days| {
                    first.checked_sub_days(Days::new(days)).filter(|day| *day >= self.first)
                });
                let forth = (1..300).map(|days| last + Days::new(days));
                let until = back.into_iter().find(|day| self.day(*day).given);
                let from = forth.into_iter().find(|day| self.day(*day).given);
                let longer =
                    until.map(|until| change(ChangeKind::FreeUntil, (last - until).num_days(), None));
                let sooner = from.map(|from| change(ChangeKind::FreeFrom, (from - *first).num_days(), None));
                longer.into_iter().chain(sooner).collect()
            }
            (None, [only]) => {
                let name = self.naive.calendar.fixed[*only].name.clone();
                vec![change(ChangeKind::Drop, i64::try_from(taken.len()).unwrap(), Some(name))]
            }
            _ => Vec::new(),
        }
    }
}
