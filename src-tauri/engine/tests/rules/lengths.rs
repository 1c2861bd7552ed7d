//! D: how long is the internship?

use startline_engine::{
    Facts, LengthRule, LengthUnit, Measure, PostedDay, PostedSpan, Program, Weekdays, judge,
};

use super::shared::{answer, before, calendar, day, fact, facts, months, posting_2026, weeks};

/// `START MEASURE LENGTH → LAST`, a row each.
fn check(measure: Measure, rows: &[(&str, u32, &str)]) {
    for (start, length, last) in rows {
        assert_eq!(measure.last_day(day(start), *length), Some(day(last)), "{start} + {length} {measure:?}");
    }
}

/// Every reading of the only start date, as `measure length last`.
fn readings(facts: &Facts) -> Vec<String> {
    let answer = answer(facts, "");
    let written = |reading: &startline_engine::Reading| {
        let length = reading.length.map(|n| format!(" {n}")).unwrap_or_default();
        format!("{:?}{length} {}", reading.measure, reading.last)
    };
    answer.verdicts.iter().flat_map(|judged| &judged.readings).map(written).collect()
}

#[test]
fn the_table_of_the_posting_of_2026() {
    let rows = [
        ("2026-05-11", "2026-07-31", "2026-08-02", "2026-08-10", "05-25 06-19 07-03"),
        ("2026-05-18", "2026-08-07", "2026-08-09", "2026-08-17", "05-25 06-19 07-03"),
        ("2026-05-26", "2026-08-14", "2026-08-17", "2026-08-25", "06-19 07-03"),
        ("2026-06-08", "2026-08-28", "2026-08-30", "2026-09-07", "06-19 07-03 09-07"),
        ("2026-06-22", "2026-09-11", "2026-09-13", "2026-09-21", "07-03 09-07"),
    ];
    let answer = answer(&posting_2026(), "");
    assert_eq!(answer.verdicts.len(), rows.len());
    for (judged, (start, working, full, safe, holidays)) in answer.verdicts.iter().zip(rows) {
        let ends: Vec<_> = judged.readings.iter().map(|reading| (reading.measure, reading.last)).collect();
        let expected = [
            (Measure::WorkingWeeks, day(working)),
            (Measure::FullWeeks, day(full)),
            (Measure::Months, day(safe)),
        ];
        assert_eq!((judged.start, ends.as_slice()), (day(start), expected.as_slice()));
        assert_eq!(judged.safe_end, Some(day(safe)), "D5");
        let observed: Vec<String> =
            judged.holidays.iter().map(|holiday| holiday.date.format("%m-%d").to_string()).collect();
        assert_eq!(observed.join(" "), holidays, "{start}");
        assert_eq!(judged.verdict, None, "V3a: nothing is judged before a free span is given");
    }
}

#[test]
fn d1_working_weeks_end_on_a_friday() {
    check(
        Measure::WorkingWeeks,
        &[
            ("2026-05-18", 1, "2026-05-22"),
            ("2026-05-19", 1, "2026-05-22"),
            ("2026-05-22", 1, "2026-05-22"),
            // A Saturday or Sunday belongs to the next week.
            ("2026-05-23", 1, "2026-05-29"),
            ("2026-05-24", 1, "2026-05-29"),
            ("2026-05-25", 1, "2026-05-29"),
            ("2026-05-23", 12, "2026-08-14"),
            // Over New Year, and over a leap day.
            ("2026-12-28", 2, "2027-01-08"),
            ("2028-02-28", 1, "2028-03-03"),
        ],
    );
}

#[test]
fn d1_a_weekend_belongs_to_the_next_week() {
    let rows = [
        ("2026-05-17", "2026-05-18"),
        ("2026-05-18", "2026-05-18"),
        ("2026-05-22", "2026-05-18"),
        ("2026-05-23", "2026-05-25"),
        ("2027-01-02", "2027-01-04"),
    ];
    for (any, monday) in rows {
        assert_eq!(day(any).working_monday(), day(monday), "{any}");
    }
}

#[test]
fn d2_full_weeks_count_both_ends() {
    check(
        Measure::FullWeeks,
        &[
            ("2026-05-18", 1, "2026-05-24"),
            ("2026-05-18", 12, "2026-08-09"),
            ("2026-05-26", 12, "2026-08-17"),
            ("2027-12-20", 11, "2028-03-05"),
            ("2026-05-18", 520, "2036-05-04"),
        ],
    );
}

#[test]
fn d3_months_end_the_day_before_or_on_the_last_of_a_short_month() {
    check(
        Measure::Months,
        &[
            ("2026-11-30", 3, "2027-02-28"),
            ("2026-11-29", 3, "2027-02-28"),
            ("2026-11-28", 3, "2027-02-27"),
            ("2027-11-30", 3, "2028-02-29"),
            ("2027-11-29", 3, "2028-02-28"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2026-01-30", 1, "2026-02-28"),
            ("2026-03-31", 1, "2026-04-30"),
            ("2026-05-31", 3, "2026-08-30"),
            ("2026-05-01", 3, "2026-07-31"),
            ("2026-03-01", 12, "2027-02-28"),
            ("2027-03-01", 12, "2028-02-29"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2028-02-29", 48, "2032-02-28"),
            ("2096-02-29", 48, "2100-02-28"),
            ("2026-12-31", 2, "2027-02-28"),
        ],
    );
}

#[test]
fn d4_a_range_needs_its_smaller_number() {
    for (min, max) in [(10, 12), (12, 10)] {
        let rule = LengthRule { unit: LengthUnit::Weeks, min: Some(min), max: Some(max) };
        assert_eq!((rule.needed(), rule.offered()), (Some(10), Some(12)));
        let posting = facts(&[rule], &["2026-05-18"]);
        assert_eq!(readings(&posting), ["WorkingWeeks 10 2026-07-24", "FullWeeks 10 2026-07-26"]);
    }
}

#[test]
fn d5_the_safe_end_is_the_latest_at_the_lengths_needed() {
    let range = LengthRule { unit: LengthUnit::Weeks, min: Some(10), max: Some(16) };
    let posting = facts(&[range, months(2)], &["2026-05-18"]);
    assert_eq!(answer(&posting, "").verdicts[0].safe_end, Some(day("2026-07-26")));
}

/// A posting that says where it ends.
fn stating(spans: &[(&str, &str)], starts: &[&str], ends: &[&str], lengths: &[LengthRule]) -> Facts {
    let posted = |text: &&str| fact(PostedDay::from(day(text)));
    Facts {
        spans: spans
            .iter()
            .map(|(first, last)| fact(PostedSpan { first: day(first).into(), last: day(last).into() }))
            .collect(),
        start_dates: spans.iter().map(|(first, _)| first).chain(starts).map(posted).collect(),
        end_dates: spans.iter().map(|(_, last)| last).chain(ends).map(posted).collect(),
        ..facts(lengths, &[])
    }
}

#[test]
fn d6_a_stated_end_decides() {
    let own = stating(&[("2026-05-18", "2026-08-07"), ("2026-06-01", "2026-08-21")], &[], &[], &[weeks(12)]);
    assert_eq!(readings(&own), ["Stated 2026-08-07", "Stated 2026-08-21"], "each start has its own");
    let lone = stating(&[], &["2026-05-18", "2026-06-01", "2026-09-01"], &["2026-08-07"], &[weeks(2)]);
    assert_eq!(
        readings(&lone),
        ["Stated 2026-08-07", "Stated 2026-08-07", "WorkingWeeks 2 2026-09-11", "FullWeeks 2 2026-09-14"],
        "a lone end goes with every earlier start"
    );
    let both = stating(&[("2026-05-18", "2026-08-07")], &["2026-05-26"], &["2026-08-14"], &[]);
    assert_eq!(readings(&both), ["Stated 2026-08-07", "Stated 2026-08-14"]);
    let two = stating(&[("2026-05-18", "2026-08-07"), ("2026-05-18", "2026-08-21")], &[], &[], &[]);
    assert_eq!(readings(&two), ["Stated 2026-08-07", "Stated 2026-08-21"], "two ends of one start");
}

#[test]
fn d6_an_end_outside_the_lengths_is_a_doubt() {
    let range = LengthRule { unit: LengthUnit::Weeks, min: Some(10), max: Some(12) };
    let rows: &[(&str, &[LengthRule], &[&str])] = &[
        ("2026-08-07", &[weeks(12)], &[]),
        ("2026-08-09", &[weeks(12)], &[]),
        (
            "2026-08-06",
            &[weeks(12)],
            &[
                "May 18 to August 6 is shorter than the posting’s own length, which ends August 7 at the earliest.",
            ],
        ),
        (
            "2026-08-10",
            &[weeks(12)],
            &[
                "May 18 to August 10 is longer than the posting’s own length, which ends August 9 at the latest.",
            ],
        ),
        // Between the two lengths of a range, and between two rules, nothing is in doubt.
        ("2026-07-24", &[range], &[]),
        ("2026-08-09", &[range], &[]),
        ("2026-08-17", &[weeks(12), months(3)], &[]),
        ("2026-08-07", &[weeks(12), months(3)], &[]),
        // “At least 3 months” offers any longer one.
        ("2026-12-31", &[months(3)], &[]),
        ("2027-12-31", &[], &[]),
    ];
    for (end, lengths, expected) in rows {
        let doubts = Program::doubts(&stating(&[("2026-05-18", end)], &[], &[], lengths));
        let messages: Vec<&str> = doubts.iter().map(|doubt| doubt.message.as_str()).collect();
        assert_eq!(messages, *expected, "{end}");
    }
}

#[test]
fn d6_a_start_on_a_lone_end_is_not_before_it() {
    let lone = stating(&[], &["2026-08-07"], &["2026-08-07"], &[weeks(1)]);
    assert_eq!(readings(&lone), ["WorkingWeeks 1 2026-08-07", "FullWeeks 1 2026-08-13"]);
}

#[test]
fn d7_what_makes_no_reading() {
    let rule = |unit, min, max| LengthRule { unit, min, max };
    let none = [
        rule(LengthUnit::Months, None, Some(6)),
        rule(LengthUnit::Weeks, Some(0), None),
        rule(LengthUnit::Weeks, Some(521), None),
        rule(LengthUnit::Months, Some(121), Some(121)),
        rule(LengthUnit::Months, Some(u32::MAX), Some(u32::MAX)),
    ];
    for rule in none {
        let posting = facts(&[rule], &["2026-05-18"]);
        assert_eq!(readings(&posting), Vec::<String>::new(), "{rule:?}");
        assert_eq!(answer(&posting, "").lengths, [rule], "it is still shown");
    }
    assert_eq!(rule(LengthUnit::Months, None, Some(6)).offered(), Some(6));
}

#[test]
fn d7_the_longest_and_shortest_rules() {
    let days = LengthRule { unit: LengthUnit::Days, min: Some(90), max: None };
    assert_eq!(readings(&facts(&[days], &["2026-05-18"])), ["Days 90 2026-08-15"]);
    assert_eq!(readings(&facts(&[months(120)], &["2026-05-18"])), ["Months 120 2036-05-17"]);
    assert_eq!(
        readings(&facts(&[weeks(520)], &["2026-05-18"])),
        ["WorkingWeeks 520 2036-05-02", "FullWeeks 520 2036-05-04"]
    );
}

#[test]
fn d8_two_rules_of_one_kind() {
    let posting = facts(&[weeks(12), weeks(16), weeks(12)], &["2026-05-18"]);
    let expected = [
        "WorkingWeeks 12 2026-08-07",
        "FullWeeks 12 2026-08-09",
        "WorkingWeeks 16 2026-09-04",
        "FullWeeks 16 2026-09-06",
    ];
    assert_eq!(readings(&posting), expected, "the same measure and length stand once");
    let weeks_as_days = LengthRule { unit: LengthUnit::Days, min: Some(84), max: None };
    let posting = facts(&[weeks(12), weeks_as_days], &["2026-05-18"]);
    assert_eq!(readings(&posting).last().map(String::as_str), Some("Days 84 2026-08-09"));
}

#[test]
fn p5_lengths_that_differ_are_pointed_out() {
    let days = LengthRule { unit: LengthUnit::Days, min: Some(84), max: None };
    let two = "Two lengths. 12 weeks is 84 days; 3 months from May 18 is 92. Both are checked.";
    let three =
        "Several lengths. 12 weeks is 84 days; 16 weeks is 112; 3 months from May 18 is 92. All are checked.";
    let rows: &[(&[LengthRule], &[&str], &[&str])] = &[
        (&[weeks(12), months(3)], &["2026-05-18"], &[two]),
        (&[weeks(12), months(3), weeks(12)], &["2026-05-18"], &[two]),
        (&[weeks(12), weeks(16), months(3)], &["2026-05-18"], &[three]),
        (&[weeks(12), months(3)], &[], &["Two lengths. 12 weeks and 3 months. Both are checked."]),
        (&[weeks(12)], &["2026-05-18"], &[]),
        (&[weeks(12), days], &["2026-05-18"], &[]),
        (&[], &["2026-05-18"], &[]),
    ];
    for (lengths, starts, expected) in rows {
        let doubts = Program::doubts(&facts(lengths, starts));
        let messages: Vec<&str> = doubts.iter().map(|doubt| doubt.message.as_str()).collect();
        assert_eq!(messages, *expected);
    }
    let stated = stating(&[("2026-05-18", "2026-08-17")], &[], &[], &[weeks(12), months(3)]);
    assert_eq!(Program::doubts(&stated), [], "a stated end decides");
}

#[test]
fn far_years_overflow_nothing() {
    for start in ["9999-12-20", "0001-01-01", "+262142-12-20", "-262143-01-01"] {
        let posting = facts(&[], &[]);
        let program = Program { lengths: vec![weeks(520), months(120)], ..Program::of(&posting) };
        for time in ["", "free 0001-01-01..", "free 9999-01-01..9999-12-31; limit X=9999-12-21.."] {
            let answer = judge(&program, &calendar(time), &[day(start)], before());
            let headline = answer.headline(&posting, None);
            assert!(!headline.text().is_empty());
            assert!(answer.horizon(u64::MAX).is_some());
        }
    }
}
