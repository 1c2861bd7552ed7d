//! A judge that counts day by day, written from the rules alone. It asks of one day at a time whether it is
//! free, and knows no arithmetic of spans; where it and the engine differ, one of them breaks a rule.

use chrono::{Datelike, NaiveDate, Weekday};
use startline_engine::{
    Calendar, ChangeKind, Commitment, Frame, FreeSpan, LengthRule, LengthUnit, Measure, Program, Verdict,
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
    pub(crate) allowed: bool,
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

/// A move that makes a start date fit. The order is that of the rule: not passed, fewest days, kind, earliest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NaiveChange {
    pub(crate) passed: bool,
    pub(crate) days: i64,
    pub(crate) kind: ChangeKind,
    pub(crate) start: NaiveDate,
    pub(crate) name: Option<String>,
}

pub(crate) fn days_from(first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
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

pub(crate) fn in_commitment(span: &Commitment, day: NaiveDate) -> bool {
    span.first.is_some_and(|first| first <= day) && span.last.is_some_and(|last| day <= last)
}

impl Naive<'_> {
    pub(crate) fn in_limits(&self, day: NaiveDate) -> bool {
        self.calendar.limits.is_empty() || self.calendar.limits.iter().any(|limit| in_commitment(limit, day))
    }

    pub(crate) fn is_given(&self, day: NaiveDate) -> bool {
        self.calendar.free.iter().any(|span| in_free_span(span, day))
    }

    fn is_taken(&self, day: NaiveDate) -> bool {
        self.calendar.fixed.iter().any(|each| in_commitment(each, day))
    }

    pub(crate) fn is_free(&self, day: NaiveDate) -> bool {
        self.is_given(day) && self.in_limits(day) && !self.is_taken(day)
    }

    fn all_free(&self, first: NaiveDate, last: NaiveDate) -> bool {
        window(first, last).all(|day| self.is_free(day))
    }

    /// D1–D9.
    pub(crate) fn ends(&self, start: NaiveDate) -> Vec<(Measure, Option<u32>, NaiveDate)> {
        let own = self.program.starts.iter().find(|each| each.day == start).map(|each| each.ends.clone());
        let stated = |end: &NaiveDate| (Measure::Stated, None, *end);
        let frames: Vec<NaiveDate> = self
            .program
            .frames
            .iter()
            .filter(|frame| frame.days.holds(start) && month_of(frame.days.first()) == month_of(start))
            .map(|frame| frame.days.last())
            .collect();
        let mut counted_ends: Vec<(Measure, Option<u32>, NaiveDate)> = Vec::new();
        for rule in &self.program.lengths {
            counted_ends.extend(counted(*rule, start));
        }
        for (_, _, last) in &mut counted_ends {
            if !frames.is_empty() && frames.iter().all(|end| *last > *end) {
                *last = *frames.iter().max().unwrap();
            }
        }
        let lone: Vec<NaiveDate> = self.program.ends.iter().copied().filter(|end| *end > start).collect();
        let mut ends: Vec<(Measure, Option<u32>, NaiveDate)> = Vec::new();
        if let Some(own) = own.filter(|ends| !ends.is_empty()) {
            ends.extend(own.iter().map(stated));
        } else if lone.is_empty() {
            ends.extend(&counted_ends);
            if self.program.lengths.iter().all(|rule| rule.min.is_none() && rule.max.is_none()) {
                ends.extend(frames.iter().map(|end| (Measure::Frame, None, *end)));
            }
        } else {
            ends.extend(lone.iter().map(stated));
            let after = |end: &NaiveDate| counted_ends.iter().all(|(_, _, last)| last > end);
            if lone.iter().any(after) {
                ends.extend(&counted_ends);
            }
        }
        let mut once = Vec::new();
        for end in ends {
            if !once.contains(&end) {
                once.push(end);
            }
        }
        once
    }

    /// W1: whether the posting lets one start on the day.
    pub(crate) fn allows(&self, day: NaiveDate) -> bool {
        let Program { starts, windows, latest_start, frames, .. } = self.program;
        let lists_one = |frame: &Frame| starts.iter().any(|start| frame.days.holds(start.day));
        let in_frame = |frame: &Frame| {
            let first_month = month_of(day) == month_of(frame.days.first());
            let ends: Vec<NaiveDate> = self
                .program
                .lengths
                .iter()
                .flat_map(|rule| counted(*rule, day))
                .map(|(_, _, last)| last)
                .collect();
            let inside = ends.iter().any(|end| *end <= frame.days.last());
            let month_will_do = first_month && (frame.in_months || ends.is_empty());
            frame.days.holds(day) && !lists_one(frame) && (month_will_do || inside)
        };
        let says_nothing =
            starts.is_empty() && windows.is_empty() && latest_start.is_none() && frames.is_empty();
        says_nothing
            || starts.iter().any(|start| start.day == day)
            || windows.iter().any(|window| window.holds(day))
            || latest_start.is_some_and(|latest| day <= latest)
            || frames.iter().any(in_frame)
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
        let allowed = self.allows(start);
        // W6: beside the listed days, all the time there is.
        let all_the_time = free_until.filter(|_| stands && allowed && !is_listed);
        NaiveJudgement {
            start,
            listed: is_listed,
            allowed,
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
            nearest_listed: if allowed { None } else { nearest(&listed, start) },
            default_end: all_the_time.or(if whole {
                safe_end
            } else {
                free().map(|reading| reading.last).max()
            }),
            earliest_end: if readings.is_empty() {
                self.is_free(start).then_some(start)
            } else {
                free().map(|reading| reading.last).min()
            },
            readings,
        }
    }

    /// V6: every one move tried, a day at a time, on the start dates that stand alone.
    pub(crate) fn changes(&self, judged: &[NaiveJudgement]) -> Vec<NaiveChange> {
        let mut found = Vec::new();
        for each in judged.iter().filter(|each| each.verdict.is_some()) {
            for (days, kind, name) in self.moves(each) {
                found.push(NaiveChange { passed: each.passed, days, kind, start: each.start, name });
            }
        }
        found
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

fn month_of(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
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
