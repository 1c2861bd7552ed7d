//! The engine against the judge that counts day by day, over random postings, calendars and ten years of
//! start dates.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use startline_engine::{
    Calendar, Choice, Commitment, FreeSpan, Judgement, LengthRule, LengthUnit, Program, Start, judge,
};

use super::naive::{Naive, NaiveJudgement, NaiveReading};
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

fn case() -> impl Strategy<Value = Case> {
    let program = (
        prop::collection::vec(length(), 0..3),
        prop::collection::vec((0u64..60, prop::option::weighted(0.1, 20u64..150)), 0..5),
        prop::collection::vec(60u64..150, 0..=1),
        prop::bool::weighted(0.15),
    );
    let calendar = (
        prop_oneof![19 => free(1..4), 1 => free(0..1)],
        prop::collection::vec(span(0..180, 0..6), 0..3),
        prop::collection::vec(span(0..180, 0..6), 0..3),
        prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(span(0..60, 60..200), 1..3)],
    );
    (any_day(), program, calendar, prop::collection::vec(0u64..60, 0..2), 0u64..80).prop_map(
        |(base, (lengths, starts, ends, has_ends), (free, fixed, flexible, limits), own, today)| {
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
        prop_assert_eq!(answer.recommended, Naive::recommended(&expected));
        prop_assert_eq!(answer.all_passed, !expected.is_empty() && expected.iter().all(|each| each.passed));
        let change = answer.smallest_change.clone().map(|change| (change.kind, change.days, change.name, change.start));
        prop_assert_eq!(change, naive.smallest_change(&expected));
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
