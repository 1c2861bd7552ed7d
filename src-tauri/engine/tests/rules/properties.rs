//! The engine against the judge that counts day by day, over random postings, calendars and ten years of
//! start dates.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use startline_engine::{
    Answer, Calendar, Choice, Commitment, Frame, FreeSpan, Judgement, LengthRule, LengthUnit, Month, Program,
    Span, Start, judge,
};

use super::naive::{Naive, NaiveChange, NaiveJudgement, NaiveReading};
use super::naive_days::{NaiveDays, NaiveRun, STARTS};
use super::shared::day;

/// Everything judged at once.
#[derive(Debug, Clone)]
struct Case {
    program: Program,
    calendar: Calendar,
    own: Vec<NaiveDate>,
    today: NaiveDate,
}

/// A day of ten years that hold three leap days.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    let month_ends =
        prop::sample::select(vec!["2026-11-30", "2027-11-30", "2028-01-31", "2028-02-29", "2031-08-31"]);
    prop_oneof![
        5 => (0u64..3653).prop_map(|days| day("2024-01-01") + Days::new(days)),
        1 => month_ends.prop_map(day),
    ]
}

fn length() -> impl Strategy<Value = LengthRule> {
    let unit = prop_oneof![
        3 => Just((LengthUnit::Weeks, 18u32)),
        2 => Just((LengthUnit::Months, 5)),
        1 => Just((LengthUnit::Days, 100)),
    ];
    unit.prop_flat_map(|(unit, most)| {
        (prop::option::weighted(0.9, 1..=most), prop::option::of(1..=most))
            .prop_map(move |(min, max)| LengthRule { unit, min, max })
    })
}

/// First and last day of a span, counted from the base.
fn span(from: std::ops::Range<u64>, days: std::ops::Range<u64>) -> impl Strategy<Value = (u64, u64)> {
    (from, days).prop_map(|(first, days)| (first, first + days))
}

/// Free spans, of which one in ten is open-ended.
fn free(how_many: std::ops::Range<usize>) -> impl Strategy<Value = Vec<((u64, u64), bool)>> {
    prop::collection::vec((span(0..50, 0..200), prop::bool::weighted(0.1)), how_many)
}

/// Start dates, of which one in ten has an end of its own.
fn listed(how_many: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(u64, Option<u64>)>> {
    prop::collection::vec((0u64..60, prop::option::weighted(0.1, 20u64..150)), how_many)
}

/// Windows, a latest start, and frames with whether they are given in months.
type Allowed = (Vec<(u64, u64)>, Option<u64>, Vec<((u64, u64), bool)>);

fn allowed() -> impl Strategy<Value = Allowed> {
    let frames = prop::collection::vec((span(0..90, 0..180), any::<bool>()), 1..3);
    (
        prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(span(0..90, 0..45), 1..3)],
        prop::option::weighted(0.1, 0u64..120),
        prop_oneof![3 => Just(Vec::new()), 1 => frames],
    )
}

fn frame(first: NaiveDate, last: NaiveDate, in_months: bool) -> Frame {
    let month = |day: NaiveDate| Month::new(day.year(), day.month()).unwrap();
    let (first, last) =
        if in_months { (month(first).first_day(), month(last).last_day()) } else { (first, last) };
    Frame { days: Span::new(first, last).unwrap(), in_months }
}

fn case() -> impl Strategy<Value = Case> {
    let program = (
        prop::collection::vec(length(), 0..3),
        prop_oneof![1 => Just(Vec::new()), 1 => listed(0..5)],
        prop::collection::vec(60u64..150, 0..=1),
        prop::bool::weighted(0.15),
        allowed(),
    );
    let calendar = (
        prop_oneof![19 => free(1..4), 1 => free(0..1)],
        prop_oneof![
            4 => prop::collection::vec(span(0..180, 0..6), 0..3),
            1 => prop::collection::vec(span(0..180, 0..120), 0..4),
        ],
        prop::collection::vec(span(0..180, 0..6), 0..3),
        prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(span(0..60, 60..200), 1..3)],
    );
    (any_day(), program, calendar, prop::collection::vec(0u64..60, 0..2), 0u64..80).prop_map(
        |(
            base,
            (lengths, starts, ends, has_ends, (windows, latest, frames)),
            (free, fixed, flexible, limits),
            own,
            today,
        )| {
            let at = |days: u64| base + Days::new(days);
            let named = |kind: &str, spans: Vec<(u64, u64)>| {
                let spans = spans.into_iter().enumerate();
                let named = spans.map(|(index, (first, last))| Commitment {
                    name: format!("{kind}{index}"),
                    first: Some(at(first)),
                    last: Some(at(last)),
                });
                named.collect()
            };
            let mut starts: Vec<Start> = starts
                .into_iter()
                .map(|(day, end)| Start {
                    day: at(day),
                    ends: end.map(|end| at(day + end)).into_iter().collect(),
                })
                .collect();
            starts.sort_by_key(|start| start.day);
            starts.dedup_by_key(|start| start.day);
            let free = free.into_iter().map(|((first, last), open)| FreeSpan {
                first: Some(at(first)),
                last: (!open).then(|| at(last)),
            });
            Case {
                program: Program {
                    lengths,
                    starts,
                    ends: if has_ends { ends.into_iter().map(at).collect() } else { Vec::new() },
                    windows: windows
                        .into_iter()
                        .map(|(first, last)| Span::new(at(first), at(last)).unwrap())
                        .collect(),
                    latest_start: latest.map(at),
                    frames: frames
                        .into_iter()
                        .map(|((first, last), in_months)| frame(at(first), at(last), in_months))
                        .collect(),
                    ..Program::default()
                },
                calendar: Calendar {
                    free: free.collect(),
                    fixed: named("fixed", fixed),
                    flexible: named("flexible", flexible),
                    limits: named("limit", limits),
                    graduation: None,
                },
                own: own.into_iter().map(at).collect(),
                today: at(today),
            }
        },
    )
}

/// The engine's judgement as the other judge writes it.
fn plain(judged: &Judgement) -> NaiveJudgement {
    let shared = |clashes: &[startline_engine::Clash]| {
        clashes.iter().map(|clash| (clash.name.clone(), clash.days)).collect()
    };
    NaiveJudgement {
        start: judged.start,
        listed: judged.listed,
        allowed: judged.allowed,
        passed: judged.passed,
        verdict: judged.verdict,
        readings: judged
            .readings
            .iter()
            .map(|reading| NaiveReading {
                measure: reading.measure,
                length: reading.length,
                last: reading.last,
                short_days: reading.short_days,
            })
            .collect(),
        safe_end: judged.safe_end,
        free_from: judged.free_from,
        free_until: judged.free_until,
        days_early: judged.days_early,
        spare_before: judged.spare_before,
        spare_after: judged.spare_after,
        clashes: shared(&judged.clashes),
        away: shared(&judged.away),
        nearest_listed: judged.nearest_listed,
        default_end: judged.default_end,
        earliest_end: judged.earliest_end,
    }
}

/// The engine's runs as far as the other judge looks.
fn plain_runs(answer: &Answer, today: NaiveDate) -> Vec<NaiveRun> {
    let end = today + Days::new(u64::try_from(STARTS).unwrap() - 1);
    let seen = answer.runs.iter().filter(|run| run.first <= end);
    seen.map(|run| NaiveRun {
        first: run.first,
        last: run.last.map_or(end, |last| last.min(end)),
        verdict: run.verdict,
        free: run.free.clone(),
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn both_judges_agree(Case { program, calendar, own, today } in case()) {
        let naive = Naive { program: &program, calendar: &calendar, own: &own, today };
        let expected = naive.judge();
        let answer = judge(&program, &calendar, &own, today);
        let found: Vec<NaiveJudgement> = answer.verdicts.iter().map(plain).collect();
        prop_assert_eq!(&found, &expected);
        for judged in &answer.verdicts {
            for reading in &judged.readings {
                prop_assert_eq!(reading.free, reading.short_days == 0);
            }
        }
        let days = NaiveDays::new(&naive);
        let runs = days.runs();
        prop_assert_eq!(plain_runs(&answer, today), runs.clone());
        prop_assert_eq!(answer.recommended, days.recommended(&expected, &runs));
        prop_assert_eq!(answer.all_passed, days.all_passed(&expected));
        let change = answer.smallest_change.clone().map(|change| NaiveChange {
            passed: change.start < today,
            days: change.days,
            kind: change.kind,
            start: change.start,
            name: change.name,
        });
        prop_assert_eq!(change, days.smallest_change(&expected, &runs));
    }

    #[test]
    fn every_day_of_a_run_is_judged_as_the_run_says(Case { program, calendar, own, today } in case()) {
        let answer = judge(&program, &calendar, &own, today);
        prop_assert_eq!(answer.runs.len(), answer.run_starts.len());
        for (run, best) in answer.runs.iter().zip(&answer.run_starts) {
            prop_assert!(run.holds(best.start));
            prop_assert_eq!(best, &answer.judgement(best.start));
            for day in run.first.iter_days().take(40).take_while(|day| run.holds(*day)) {
                let judged = answer.judgement(day);
                prop_assert!(judged.allowed && !judged.listed && !judged.passed);
                prop_assert_eq!(judged.verdict, Some(run.verdict));
                if let Some(end) = judged.default_end {
                    let choice = Choice { start: day, end, full_time: false };
                    prop_assert!(answer.state(&choice).is_ok(), "{} to {}", day, end);
                }
            }
        }
        for days in &answer.allowed {
            for day in [days.first(), days.last()] {
                prop_assert!(program.allows(day), "{}", day);
            }
        }
    }

    #[test]
    fn exactly_the_allowed_ends_can_be_stated(Case { program, calendar, own, today } in case()) {
        let naive = Naive { program: &program, calendar: &calendar, own: &own, today };
        let answer = judge(&program, &calendar, &own, today);
        for judged in naive.judge() {
            let first = judged.start - Days::new(2);
            for end in first.iter_days().take(200) {
                let choice = Choice { start: judged.start, end, full_time: false };
                prop_assert_eq!(answer.state(&choice).is_ok(), naive.may_state(&judged, end), "{} to {}", judged.start, end);
            }
        }
        if let Some(choice) = answer.default_choice() {
            prop_assert!(answer.state(&choice).is_ok(), "the default dates can be stated");
        }
    }

    /// What is said is said of every case, without a hole in the sentence.
    #[test]
    fn every_verdict_has_its_words(Case { program, calendar, own, today } in case()) {
        let answer = judge(&program, &calendar, &own, today);
        let facts = startline_engine::Facts::default();
        let choices = answer.verdicts.iter().flat_map(|judged| {
            let ends = [Some(judged.start), judged.earliest_end, judged.default_end, judged.safe_end];
            ends.into_iter().flatten().map(|end| Choice { start: judged.start, end, full_time: true })
        });
        for choice in choices.map(Some).chain([None]) {
            let headline = answer.headline(&facts, choice.as_ref());
            let text = headline.text();
            prop_assert!(text.ends_with('.') && !text.contains("  ") && !text.contains(" ."), "{text}");
            prop_assert!(!headline.detail.contains("  "), "{}", headline.detail);
        }
        for judged in &answer.verdicts {
            let misses = judged.verdict == Some(startline_engine::Verdict::Misses);
            prop_assert!(!misses || !judged.reasons.is_empty(), "a miss has its reason");
            prop_assert!(judged.verdict.is_none() || !judged.brief.is_empty());
            prop_assert!(judged.reasons.iter().all(|reason| reason.ends_with('.')));
            // The picture's few words and the table's figures are of one mind, and so are the reasons.
            let early = judged.brief.strip_suffix(" too early").and_then(|days| days.split(' ').next()?.parse().ok());
            if let Some(early) = early {
                prop_assert_eq!(judged.days_early, Some(early));
                prop_assert!(judged.readings.iter().all(|reading| reading.short_days == early), "{:?}", judged);
            }
            if let (Some(days), Some(reason)) = (judged.days_early, judged.reasons.first())
                && reason.starts_with("You are not free until")
            {
                let day = judged.start + Days::new(u64::try_from(days).unwrap());
                prop_assert!(reason.contains(&day.format("%B %-d, %Y").to_string()), "{day}: {reason}");
            }
        }
    }
}
