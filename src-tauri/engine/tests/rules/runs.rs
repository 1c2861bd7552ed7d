//! W: an answer where the posting lists no days.

use startline_engine::{
    Answer, ChangeKind, Choice, Facts, LengthRule, LengthUnit, Longest, OwnTime, Starts, Verdict,
};

use super::shared::{answer, answer_on, choice, day, months, weeks};
use super::starts::says;

/// Every run in a line: `06-10..06-14 fits full_weeks working_weeks`.
fn runs(answer: &Answer) -> Vec<String> {
    let each = answer.runs.iter().map(|run| {
        let last = run.last.map_or(String::new(), |last| last.format("%m-%d").to_string());
        let free = serde_json::to_value(&run.free).unwrap();
        let free: Vec<&str> = free.as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
        let verdict = if run.verdict == Verdict::Fits { "fits" } else { "depends" };
        format!("{}..{last} {verdict} {}", run.first.format("%m-%d"), free.join(" ")).trim().to_owned()
    });
    each.collect()
}

fn june() -> Facts {
    says(&[weeks(12)], "month 2027-06")
}

const FREE: &str = "free 2027-06-10..2027-09-05";

#[test]
fn w2_w3_w6_the_example_of_the_rules() {
    let answer = answer(&june(), FREE);
    assert_eq!(
        runs(&answer),
        ["06-10..06-14 fits full_weeks working_weeks", "06-15..06-18 depends working_weeks"]
    );
    assert_eq!(answer.recommended, Some(day("2027-06-10")));
    assert_eq!(answer.longest, Some(Longest { weeks: 12, months: 2 }));
    assert_eq!(answer.default_choice(), Some(choice("2027-06-10", "2027-09-05")));
    assert_eq!(answer.smallest_change, None);
    let line = answer.state(&choice("2027-06-10", "2027-09-05")).unwrap();
    assert_eq!(line.reason(), "covers the 12-week program");
}

#[test]
fn d9_the_examples_of_the_rules() {
    let placements = answer(&says(&[weeks(8)], "frame 2027-06..2027-09"), "free 2027-01-01..2027-12-31");
    assert_eq!(runs(&placements), ["06-01..08-06 fits full_weeks working_weeks"]);
    let co_op = answer(&says(&[months(8)], "frame 2027-01..2027-08"), "free 2027-01-01..2027-08-31");
    assert_eq!(runs(&co_op), ["01-01..01-31 fits months"]);
    assert_eq!(co_op.recommended, Some(day("2027-01-01")), "a Friday");
}

#[test]
fn w2_runs_end_where_the_verdict_or_the_ways_change() {
    let rows: &[(&[LengthRule], &str, &str, &[&str])] = &[
        // Two lengths: their ways give out one after the other.
        (
            &[weeks(12), months(3)],
            "month 2027-06",
            "free 2027-06-01..2027-09-05",
            &[
                "06-01..06-06 fits full_weeks months working_weeks",
                "06-07..06-14 depends full_weeks working_weeks",
                "06-15..06-18 depends working_weeks",
            ],
        ),
        // A commitment parts them; so does a gap between free spans.
        (
            &[weeks(1)],
            "month 2027-06",
            "free 2027-06-01..2027-06-30; busy F=2027-06-14..2027-06-14",
            &[
                "06-01..06-07 fits full_weeks working_weeks",
                "06-08..06-11 depends working_weeks",
                "06-15..06-24 fits full_weeks working_weeks",
                "06-25..06-25 depends working_weeks",
            ],
        ),
        // A limit bounds them.
        (
            &[months(1)],
            "month 2027-06",
            "free 2027-01-01..; limit CPT=2027-06-08..2027-07-20",
            &["06-08..06-21 fits months"],
        ),
        // A stated end: June 14 is the last Monday that leaves ten working weeks.
        (
            &[weeks(10)],
            "month 2027-06; end 2027-08-20",
            "free 2027-06-01..2027-08-20",
            &["06-01..06-18 fits stated", "06-19..06-30 depends stated"],
        ),
        // A frame without a length.
        (&[], "frame 2027-06..2027-08", "free 2027-06-12..2027-08-31", &["06-12..06-30 fits frame"]),
        (&[], "frame 2027-06..2027-08", "free 2027-06-12..2027-08-30", &[]),
        // No length at all.
        (&[], "month 2027-06", "free 2027-06-12..2027-07-31", &["06-12..06-30 depends"]),
        (
            &[],
            "",
            "free 2027-06-12..2027-07-31; free 2027-09-01..2027-09-01",
            &["06-12..07-31 depends", "09-01..09-01 depends"],
        ),
        // A leap day, and the end of February.
        (
            &[months(1)],
            "window 2028-01-25..2028-02-05",
            "free 2028-01-01..2028-02-29",
            &["01-25..02-01 fits months"],
        ),
    ];
    for (lengths, words, time, expected) in rows {
        assert_eq!(runs(&answer(&says(lengths, words), time)), *expected, "{words}, {time}");
    }
}

#[test]
fn w2_only_from_today_on() {
    let from = |today: &str| runs(&answer_on(today, &june(), FREE));
    assert_eq!(from("2027-06-14")[0], "06-14..06-14 fits full_weeks working_weeks");
    assert_eq!(from("2027-06-17"), ["06-17..06-18 depends working_weeks"]);
    assert!(from("2027-06-19").is_empty());
    let passed = answer_on("2027-07-01", &june(), FREE);
    assert!(passed.all_passed && passed.recommended.is_none());
    assert!(!answer_on("2027-06-30", &june(), FREE).all_passed, "its last day is today");
}

#[test]
fn w2_listed_days_keep_their_own_rows() {
    let posting = says(&[weeks(12)], "window 2027-06-07..2027-06-11; start 2027-06-09");
    let answer = answer(&posting, "free 2027-06-01..2027-12-31");
    assert_eq!(
        runs(&answer),
        ["06-07..06-08 fits full_weeks working_weeks", "06-10..06-11 fits full_weeks working_weeks"]
    );
    assert_eq!(answer.verdicts.len(), 1);
    assert_eq!(answer.recommended, Some(day("2027-06-09")), "of what fits alike, the listed day");
    assert!(super::shared::answer(&super::shared::posting_2026(), FREE).runs.is_empty());
}

#[test]
fn w3_fits_before_depends_and_a_working_day_first() {
    let rows = [
        ("month 2027-06", "free 2027-06-10..2027-09-05", Some("2027-06-10")),
        // June 12 is a Saturday.
        ("month 2027-06", "free 2027-06-12..2027-09-30", Some("2027-06-14")),
        ("window 2027-06-12..2027-06-13", "free 2027-06-01..", Some("2027-06-12")),
        // A later run that fits comes before an earlier one that depends.
        ("", "free 2027-01-04..2027-03-26; free 2027-06-12..2027-09-30", Some("2027-06-14")),
        ("", "free 2027-01-04..2027-03-26", Some("2027-01-04")),
        ("", "free 2027-01-04..2027-02-26", None),
        // A listed day that depends comes after an allowed one that fits, and before one that depends.
        (
            "start 2027-06-21; window 2027-06-07..2027-06-11",
            "free 2027-06-01..2027-09-10",
            Some("2027-06-07"),
        ),
        (
            "start 2027-06-14; window 2027-06-14..2027-06-15",
            "free 2027-06-01..2027-09-03",
            Some("2027-06-14"),
        ),
    ];
    for (words, time, expected) in rows {
        assert_eq!(
            answer(&says(&[weeks(12)], words), time).recommended,
            expected.map(day),
            "{words}, {time}"
        );
    }
}

#[test]
fn w3_the_smallest_change_over_every_allowed_day() {
    use ChangeKind::{Drop, FreeFrom, FreeUntil};
    type Moved = Option<(ChangeKind, i64, &'static str)>;
    let rows: &[(&str, &str, Moved)] = &[
        ("month 2027-06", "free 2027-05-01..2027-08-14", Some((FreeUntil, 9, "2027-06-01"))),
        // From June 9 a day sooner would do less than two days longer from June 10.
        ("month 2027-06", "free 2027-06-12..2027-09-01", Some((FreeUntil, 2, "2027-06-12"))),
        ("month 2027-06", "free 2027-07-02..", Some((FreeFrom, 2, "2027-06-30"))),
        ("", "free 2027-06-01..2027-09-30; busy F=2027-08-10..2027-08-11", Some((Drop, 2, "2027-06-01"))),
        ("month 2027-06", "free 2027-06-01..; busy F=2027-08-10..2027-08-11", Some((Drop, 2, "2027-06-01"))),
        (
            "month 2027-06",
            "free 2027-06-01..; busy A=2027-08-10..2027-08-11; busy B=2027-08-13..2027-08-13",
            None,
        ),
        ("month 2027-06", "free 2027-06-01..2027-12-31; limit CPT=2027-06-01..2027-07-01", None),
        ("month 2027-06", FREE, None),
        ("month 2027-06", "", None),
        ("", "", None),
    ];
    for (words, time, expected) in rows {
        let change = answer(&says(&[weeks(12)], words), time).smallest_change;
        let found = change.map(|change| (change.kind, change.days, change.start));
        assert_eq!(found, expected.map(|(kind, days, start)| (kind, days, day(start))), "{words}, {time}");
    }
}

#[test]
fn w3_a_commitment_that_takes_a_window_whole_costs_the_shortest() {
    let school = "free 2027-01-01..2027-12-31; busy School=2027-01-01..2027-12-31";
    for (length, days, start) in [(months(3), 89, "2027-02-01"), (weeks(12), 84, "2027-01-01")] {
        let change =
            answer(&says(&[length], "window 2027-01-01..2027-10-01"), school).smallest_change.unwrap();
        assert_eq!((change.kind, change.days, change.start), (ChangeKind::Drop, days, day(start)));
    }
}

#[test]
fn w4_without_a_length_the_students_own_time_is_said() {
    let own = |words: &str, time: &str| answer(&says(&[], words), time).own_time.unwrap();
    let rows = [
        ("", "free 2027-06-10..2027-09-05", "2027-06-10", "2027-09-05", (88, 12, 62)),
        ("", "free 2027-06-12..2027-06-13", "2027-06-12", "2027-06-13", (2, 0, 0)),
        ("", "free 2027-06-10..2027-06-10", "2027-06-10", "2027-06-10", (1, 0, 1)),
        ("month 2027-06", "free 2027-05-01..2027-07-31", "2027-06-01", "2027-07-31", (61, 8, 44)),
        // Today is March 3, 2026.
        ("", "free 2026-01-01..2026-03-09", "2026-03-03", "2026-03-09", (7, 1, 5)),
    ];
    for (words, time, first, last, (days, weeks, working)) in rows {
        let expected = OwnTime {
            first: day(first),
            last: Some(day(last)),
            days: Some(days),
            weeks: Some(weeks),
            working_days: Some(working),
        };
        assert_eq!(own(words, time), expected, "{words}, {time}");
    }
    let endless = own("", "free 2027-06-10..");
    assert_eq!((endless.first, endless.last, endless.days), (day("2027-06-10"), None, None));
    let up_to = LengthRule { unit: LengthUnit::Months, min: None, max: Some(6) };
    assert_eq!(runs(&answer(&says(&[up_to], ""), FREE)), ["06-10..09-05 depends"], "D7: it needs nothing");
}

#[test]
fn w5_the_longest_stay() {
    let rows = [
        ("free 2027-06-10..2027-09-05", Some((12, 2))),
        ("free 2027-06-10..2027-09-09", Some((13, 3))),
        ("free 2027-06-10..2027-06-15", Some((0, 0))),
        ("free 2027-01-29..2027-02-28", Some((4, 1))),
        ("free 2027-01-01..2027-12-31", Some((52, 12))),
        ("free 2027-06-10..", None),
        ("", None),
    ];
    for (time, expected) in rows {
        let longest = answer(&says(&[], ""), time).longest;
        assert_eq!(longest.map(|longest| (longest.weeks, longest.months)), expected, "{time}");
    }
    let listed = answer(&super::shared::posting_2026(), "free 2026-05-16..2026-08-23").longest;
    assert_eq!(listed, Some(Longest { weeks: 14, months: 3 }), "from the recommended start, May 18");
}

#[test]
fn w6_what_is_stated_by_default() {
    type Dates = Option<(&'static str, &'static str)>;
    let rows: &[(&[LengthRule], &str, Dates)] = &[
        (&[weeks(12)], FREE, Some(("2027-06-10", "2027-09-05"))),
        (&[weeks(12)], "free 2027-06-10..2027-12-31", Some(("2027-06-10", "2027-12-31"))),
        (&[weeks(12)], "free 2027-06-10..", Some(("2027-06-10", "2027-09-01"))),
        (&[], FREE, Some(("2027-06-10", "2027-09-05"))),
        (&[], "free 2027-06-10..", None),
        (&[weeks(12)], "free 2027-06-10..2027-07-05", None),
    ];
    for (lengths, time, expected) in rows {
        let chosen = answer(&says(lengths, "month 2027-06"), time).default_choice();
        assert_eq!(chosen, expected.map(|(start, end)| choice(start, end)), "{time}");
    }
}

#[test]
fn s1_w6_any_day_that_is_allowed_can_be_chosen() {
    let answer = answer(&june(), FREE);
    for (start, end, holds) in [
        ("2027-06-12", "2027-09-05", true),
        ("2027-06-14", "2027-09-04", true),
        ("2027-06-14", "2027-09-03", true),
        ("2027-06-14", "2027-09-02", false),
        ("2027-06-17", "2027-09-05", true),
        ("2027-06-19", "2027-09-05", false),
        ("2027-06-09", "2027-09-05", false),
        ("2027-07-01", "2027-09-05", false),
    ] {
        assert_eq!(answer.state(&choice(start, end)).is_ok(), holds, "{start} to {end}");
    }
    let moved = answer.judgement(day("2027-06-14"));
    assert!(moved.allowed && !moved.listed && moved.nearest_listed.is_none());
    assert_eq!(moved.default_end, Some(day("2027-09-05")));
    let outside = answer.state(&choice("2027-07-01", "2027-09-05")).unwrap_err().to_string();
    assert!(outside.starts_with("July 1, 2027 was not checked against your calendar."), "{outside}");
}

#[test]
fn s1a_the_line_says_how_long_the_own_time_is() {
    let rows = [
        ("2027-09-05", "covers 12 weeks and 4 days"),
        ("2027-09-01", "covers 12 weeks"),
        ("2027-06-15", "covers 6 days"),
        ("2027-06-10", "covers 1 day"),
        ("2027-06-17", "covers 1 week and 1 day"),
    ];
    let own = answer(&says(&[], "month 2027-06"), FREE);
    for (end, reason) in rows {
        assert_eq!(own.state(&choice("2027-06-10", end)).unwrap().reason(), reason, "{end}");
    }
    let full_time = Choice { full_time: true, ..choice("2027-06-10", "2027-09-05") };
    assert_eq!(own.state(&full_time).unwrap().reason(), "full-time; covers 12 weeks and 4 days");
    let framed = answer(&says(&[], "frame 2027-06..2027-08"), FREE);
    let stated = framed.state(&choice("2027-06-10", "2027-08-31")).unwrap();
    assert_eq!(stated.reason(), "covers the time to the posted end");
}

#[test]
fn a6_the_days_that_recurrences_are_followed_over() {
    let horizon = |words: &str, time: &str| {
        let days = answer(&says(&[weeks(12)], words), time).horizon(10);
        days.map(|days| format!("{}..{}", days.first(), days.last()))
    };
    assert_eq!(horizon("month 2027-06", "").as_deref(), Some("2027-05-22..2027-10-01"));
    assert_eq!(horizon("", FREE).as_deref(), Some("2027-05-31..2027-09-15"));
    assert_eq!(horizon("", "free 2027-06-10..").as_deref(), Some("2027-05-31..2029-03-15"), "three years");
    assert_eq!(horizon("", ""), None);
}

#[test]
fn far_days_and_no_end_overflow_nothing() {
    for words in
        ["", "month 9999-12", "frame 9999-01..9999-12", "window 0001-01-01..9999-12-31", "latest 9999-12-31"]
    {
        for time in
            ["free 0001-01-01..", "free 9999-12-01..9999-12-31", "free 2027-06-10..; busy F=9999-12-31.."]
        {
            let posting = says(&[weeks(520), months(120)], words);
            let answer = answer(&posting, time);
            assert!(answer.runs.len() < 20, "{words}, {time}");
            assert!(answer.headline(&posting, None).text().ends_with('.'), "{words}, {time}");
        }
    }
    let endless = answer(&says(&[weeks(12), months(3)], ""), "free 2027-06-10..");
    assert_eq!(runs(&endless), ["06-10.. fits full_weeks months working_weeks"]);
    assert_eq!(endless.starts, Starts::Any);
}
