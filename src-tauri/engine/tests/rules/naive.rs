//! A judge that counts day by day, written from the rules alone. It asks of one day at a time whether it is
//! free, and knows no arithmetic of spans; where it and the engine differ, one of them breaks a rule.

use chrono::{Datelike, NaiveDate, Weekday};
use startline_engine::{
    Calendar, ChangeKind, Commitment, FreeSpan, LengthRule, LengthUnit, Measure, Program, Verdict,
};

/// As far as any walk goes: every span that ends does so well within it.
const FAR: usize = 500;

pub(crate) struct Naive<'a> {
    pub(crate) program: &'a Program,
    pub(crate) calendar: &'a Calendar,
    pub(crate) own: &'a [NaiveDate],
    pub(crate) today: NaiveDate,
}

#[derive(Debug, PartialEq)]
pub(crate) struct NaiveReading {
    pub(crate) measure: Measure,
    pub(crate) length: Option<u32>,
    pub(crate) last: NaiveDate,
    pub(crate) short_days: i64,
}

#[derive(Debug, PartialEq)]
pub(crate) struct NaiveJudgement {
    pub(crate) start: NaiveDate,
    pub(crate) listed: bool,
    pub(crate) passed: bool,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) readings: Vec<NaiveReading>,
    pub(crate) safe_end: Option<NaiveDate>,
    pub(crate) free_from: Option<NaiveDate>,
    pub(crate) free_until: Option<NaiveDate>,
    pub(crate) days_early: Option<i64>,
    pub(crate) spare_before: Option<i64>,
    pub(crate) spare_after: Option<i64>,
    pub(crate) clashes: Vec<(String, i64)>,
    pub(crate) away: Vec<(String, i64)>,
    pub(crate) nearest_listed: Option<NaiveDate>,
    pub(crate) default_end: Option<NaiveDate>,
    pub(crate) earliest_end: Option<NaiveDate>,
}

fn days_from(first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take(FAR)
}

fn days_back_from(last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(last), NaiveDate::pred_opt).take(FAR)
}

/// Every day of a window, its last one included.
fn window(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    days_from(first).take_while(move |day| *day <= last)
}

fn count(days: impl Iterator<Item = NaiveDate>) -> i64 {
    i64::try_from(days.count()).unwrap()
}

fn in_free_span(span: &FreeSpan, day: NaiveDate) -> bool {
    span.first.is_some_and(|first| first <= day) && span.last.is_none_or(|last| day <= last)
}

fn in_commitment(span: &Commitment, day: NaiveDate) -> bool {
    span.first.is_some_and(|first| first <= day) && span.last.is_some_and(|last| day <= last)
}

impl Naive<'_> {
    fn in_limits(&self, day: NaiveDate) -> bool {
        self.calendar.limits.is_empty() || self.calendar.limits.iter().any(|limit| in_commitment(limit, day))
    }

    fn is_given(&self, day: NaiveDate) -> bool {
        self.calendar.free.iter().any(|span| in_free_span(span, day))
    }

    fn is_taken(&self, day: NaiveDate) -> bool {
        self.calendar.fixed.iter().any(|each| in_commitment(each, day))
    }

    fn is_free(&self, day: NaiveDate) -> bool {
        self.is_given(day) && self.in_limits(day) && !self.is_taken(day)
    }

    fn all_free(&self, first: NaiveDate, last: NaiveDate) -> bool {
        window(first, last).all(|day| self.is_free(day))
    }

    /// D1–D8.
    fn ends(&self, start: NaiveDate) -> Vec<(Measure, Option<u32>, NaiveDate)> {
        let own = self.program.starts.iter().find(|each| each.day == start).map(|each| each.ends.clone());
        let lone = || self.program.ends.iter().copied().filter(|end| *end > start).collect::<Vec<_>>();
        let stated = own.filter(|ends| !ends.is_empty()).unwrap_or_else(lone);
        let mut ends: Vec<(Measure, Option<u32>, NaiveDate)> = Vec::new();
        if stated.is_empty() {
            for rule in &self.program.lengths {
                ends.extend(counted(*rule, start));
            }
        } else {
            ends.extend(stated.into_iter().map(|end| (Measure::Stated, None, end)));
        }
        let mut once = Vec::new();
        for end in ends {
            if !once.contains(&end) {
                once.push(end);
            }
        }
        once
    }

    pub(crate) fn judge(&self) -> Vec<NaiveJudgement> {
        let mut starts: Vec<NaiveDate> = self.program.starts.iter().map(|start| start.day).collect();
        starts.extend(self.own);
        starts.sort();
        starts.dedup();
        starts.into_iter().map(|start| self.judgement(start)).collect()
    }

    fn judgement(&self, start: NaiveDate) -> NaiveJudgement {
        let short = |last| count(window(start, last).filter(|day| !self.is_free(*day)));
        let readings: Vec<NaiveReading> = self
            .ends(start)
            .into_iter()
            .map(|(measure, length, last)| NaiveReading { measure, length, last, short_days: short(last) })
            .collect();
        let free = || readings.iter().filter(|reading| reading.short_days == 0);
        let verdict = if self.calendar.free.is_empty() {
            None
        } else if readings.is_empty() {
            Some(if self.is_free(start) { Verdict::Depends } else { Verdict::Misses })
        } else if free().count() == readings.len() {
            Some(Verdict::Fits)
        } else if free().count() > 0 {
            Some(Verdict::Depends)
        } else {
            Some(Verdict::Misses)
        };
        let stands = verdict.is_some_and(|verdict| verdict != Verdict::Misses);
        let safe_end = readings.iter().map(|reading| reading.last).max();
        let free_from = days_back_from(start).take_while(|day| self.is_free(*day)).last();
        let run: Vec<NaiveDate> = days_from(start).take_while(|day| self.is_free(*day)).collect();
        let free_until = run.last().copied().filter(|_| run.len() < FAR);
        let whole = safe_end.is_some_and(|end| self.all_free(start, end));
        let listed: Vec<NaiveDate> = self.program.starts.iter().map(|each| each.day).collect();
        let is_listed = listed.contains(&start);
        let to = safe_end.unwrap_or(start);
        NaiveJudgement {
            start,
            listed: is_listed,
            passed: start < self.today,
            verdict,
            safe_end,
            free_from,
            free_until,
            days_early: days_from(start)
                .position(|day| self.is_free(day))
                .map(|days| i64::try_from(days).unwrap()),
            spare_before: free_from.filter(|_| stands).map(|from| count(window(from, start)) - 1),
            spare_after: free_until.filter(|_| whole).map(|until| count(window(to, until)) - 1),
            clashes: sharing(&self.calendar.fixed, start, to),
            away: sharing(&self.calendar.flexible, start, to),
            nearest_listed: if is_listed { None } else { nearest(&listed, start) },
            default_end: if whole { safe_end } else { free().map(|reading| reading.last).max() },
            earliest_end: if readings.is_empty() {
                self.is_free(start).then_some(start)
            } else {
                free().map(|reading| reading.last).min()
            },
            readings,
        }
    }

    /// V6, over judgements that stand in the order of the calendar.
    pub(crate) fn recommended(judged: &[NaiveJudgement]) -> Option<NaiveDate> {
        let all_passed = judged.iter().all(|each| each.passed);
        let mut best: Vec<(bool, bool, NaiveDate)> = judged
            .iter()
            .filter(|each| all_passed || !each.passed)
            .filter_map(|each| match each.verdict {
                Some(Verdict::Fits) => Some((!each.listed, false, each.start)),
                Some(Verdict::Depends) => Some((!each.listed, true, each.start)),
                _ => None,
            })
            .collect();
        best.sort();
        best.first().map(|(_, _, start)| *start)
    }

    /// V6: every one move tried, a day at a time.
    pub(crate) fn smallest_change(
        &self,
        judged: &[NaiveJudgement],
    ) -> Option<(ChangeKind, i64, Option<String>, NaiveDate)> {
        let all_passed = judged.iter().all(|each| each.passed);
        let mut open = judged.iter().filter(|each| all_passed || !each.passed);
        if open.any(|each| each.verdict == Some(Verdict::Fits)) {
            return None;
        }
        let mut found = Vec::new();
        for each in judged.iter().filter(|each| each.verdict.is_some()) {
            for (days, kind, name) in self.moves(each) {
                let tie = match kind {
                    ChangeKind::FreeUntil => 0,
                    ChangeKind::FreeFrom => 1,
                    ChangeKind::Drop => 2,
                };
                found.push(((each.passed, days, tie, each.start), (kind, days, name, each.start)));
            }
        }
        found.into_iter().min_by_key(|(order, _)| *order).map(|(_, change)| change)
    }

    fn moves(&self, judged: &NaiveJudgement) -> Vec<(i64, ChangeKind, Option<String>)> {
        let Some(end) = judged.safe_end else { return Vec::new() };
        let not_free: Vec<NaiveDate> = window(judged.start, end).filter(|day| !self.is_free(*day)).collect();
        if not_free.is_empty() {
            return Vec::new();
        }
        let mut moves = Vec::new();
        let could_be_given = not_free.iter().all(|day| self.in_limits(*day) && !self.is_taken(*day));
        for span in self.calendar.free.iter().filter(|_| could_be_given) {
            let reaches = |span: &FreeSpan| not_free.iter().all(|day| in_free_span(span, *day));
            let (mut later, mut sooner) = (*span, *span);
            for days in 1..500 {
                later.last = later.last.and_then(|last| last.succ_opt());
                if later.last.is_some() && reaches(&later) {
                    moves.push((days, ChangeKind::FreeUntil, None));
                    break;
                }
            }
            for days in 1..500 {
                sooner.first = sooner.first.and_then(|first| first.pred_opt());
                if reaches(&sooner) {
                    moves.push((days, ChangeKind::FreeFrom, None));
                    break;
                }
            }
        }
        for (index, dropped) in self.calendar.fixed.iter().enumerate() {
            let mut without = self.calendar.clone();
            without.fixed.remove(index);
            let free_without = Naive { calendar: &without, ..*self };
            let shared = count(window(judged.start, end).filter(|day| in_commitment(dropped, *day)));
            if shared > 0 && free_without.all_free(judged.start, end) {
                moves.push((shared, ChangeKind::Drop, Some(dropped.name.clone())));
            }
        }
        moves
    }

    /// S1 and S2.
    pub(crate) fn may_state(&self, judged: &NaiveJudgement, end: NaiveDate) -> bool {
        let stands = matches!(judged.verdict, Some(Verdict::Fits | Verdict::Depends));
        let long_enough = judged.earliest_end.is_some_and(|least| least <= end);
        stands && judged.start <= end && long_enough && self.all_free(judged.start, end)
    }
}

/// D1, D2, D3 and D7 for one rule, at the length it needs.
fn counted(rule: LengthRule, start: NaiveDate) -> Vec<(Measure, Option<u32>, NaiveDate)> {
    let Some(min) = rule.min else { return Vec::new() };
    let n = rule.max.map_or(min, |max| if max < min { max } else { min });
    let days = |n: u32| days_from(start).take(n as usize).last();
    let ends = match rule.unit {
        LengthUnit::Weeks => {
            vec![(Measure::WorkingWeeks, friday(start, n)), (Measure::FullWeeks, days(7 * n))]
        }
        LengthUnit::Months => vec![(Measure::Months, months(start, n))],
        LengthUnit::Days => vec![(Measure::Days, days(n))],
    };
    ends.into_iter().filter_map(|(measure, last)| Some((measure, Some(n), last?))).collect()
}

/// D1: the nth Friday, counted from the start.
fn friday(start: NaiveDate, n: u32) -> Option<NaiveDate> {
    days_from(start).filter(|day| day.weekday() == Weekday::Fri).nth(n as usize - 1)
}

/// D3: walk on until the day of the month comes round in the nth month, or that month is over.
fn months(start: NaiveDate, n: u32) -> Option<NaiveDate> {
    let months_from_start = |day: NaiveDate| {
        (day.year() - start.year()) * 12 + i32::try_from(day.month()).unwrap()
            - i32::try_from(start.month()).unwrap()
    };
    let n = i32::try_from(n).unwrap();
    let past = days_from(start).find(|day| {
        months_from_start(*day) > n || (months_from_start(*day) == n && day.day() == start.day())
    })?;
    past.pred_opt()
}

fn sharing(spans: &[Commitment], first: NaiveDate, last: NaiveDate) -> Vec<(String, i64)> {
    let mut found: Vec<(NaiveDate, NaiveDate, String, i64)> = Vec::new();
    for span in spans {
        let days = count(window(first, last).filter(|day| in_commitment(span, *day)));
        if days > 0 {
            found.push((span.first.unwrap(), span.last.unwrap(), span.name.clone(), days));
        }
    }
    found.sort();
    found.into_iter().map(|(_, _, name, days)| (name, days)).collect()
}

/// V5: the listed day that is fewest days away, the earlier of two.
fn nearest(listed: &[NaiveDate], start: NaiveDate) -> Option<NaiveDate> {
    for days in 0..FAR {
        let away = |day: Option<NaiveDate>| day.filter(|day| listed.contains(day));
        let before = away(days_back_from(start).nth(days));
        if let Some(found) = before.or_else(|| away(days_from(start).nth(days))) {
            return Some(found);
        }
    }
    None
}
