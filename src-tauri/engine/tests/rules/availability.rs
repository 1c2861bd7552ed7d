//! A: when is the student free?

use startline_engine::{Calendar, FreeSpan, Problem, Span};

use super::shared::{answer, calendar, day, facts, free, posting_2026, weeks};

/// The free runs from March to October 2026, written `05-16..08-23`.
fn runs(time: &str) -> String {
    let time = calendar(time).availability();
    let (mut runs, mut from) = (Vec::new(), day("2026-03-01"));
    while let Some(first) = time.next_free(from).filter(|first| *first <= day("2026-10-31")) {
        let run = time.run_with(first).unwrap();
        runs.push(format!("{}..{}", run.first().format("%m-%d"), run.last().format("%m-%d")));
        let Some(next) = run.last().succ_opt() else { break };
        from = next;
    }
    runs.join(" ")
}

#[test]
fn the_free_runs() {
    let rows = [
        ("A1", "", ""),
        ("A1", "free 2026-05-16..2026-05-16", "05-16..05-16"),
        ("A1", "free 2026-05-16..2026-05-20; free 2026-06-01..2026-06-05", "05-16..05-20 06-01..06-05"),
        ("A2", "free 2026-05-01..2026-05-31; busy F=2026-05-10..2026-05-12", "05-01..05-09 05-13..05-31"),
        ("A2", "free 2026-05-01..2026-05-31; busy F=2026-05-01..2026-05-01", "05-02..05-31"),
        ("A2", "free 2026-05-01..2026-05-31; busy F=2026-05-31..2026-06-09", "05-01..05-30"),
        ("A2", "free 2026-05-01..2026-05-31; busy F=2026-04-01..2026-06-30", ""),
        ("A2", "free 2026-05-01..2026-05-31; busy F=2026-05-10..", "05-01..05-09 05-11..05-31"),
        ("A2", "free 2026-05-01..2026-05-31; away F=2026-05-10..2026-05-12", "05-01..05-31"),
        ("A2", "busy F=2026-05-10..2026-05-12", ""),
        ("A3", "free 2026-05-01..2026-05-31; limit CPT=2026-05-10..2026-05-20", "05-10..05-20"),
        (
            "A3",
            "free 2026-05-01..2026-05-31; limit A=2026-05-10..2026-05-12; limit B=2026-05-20..",
            "05-10..05-12 05-20..05-31",
        ),
        (
            "A3",
            "free 2026-05-01..2026-05-31; limit A=2026-05-20..2026-05-25; limit B=2026-05-10..2026-05-19",
            "05-10..05-25",
        ),
        ("A3", "limit CPT=2026-05-10..2026-05-20", ""),
        ("A4", "free 2026-05-01..2026-05-10; free 2026-05-11..2026-05-20", "05-01..05-20"),
        ("A4", "free 2026-05-05..2026-05-20; free 2026-05-01..2026-05-10", "05-01..05-20"),
        ("A4", "free 2026-05-01..2026-05-31; free 2026-05-10..2026-05-12", "05-01..05-31"),
        (
            "A4",
            "free 2026-05-01..2026-05-31; busy F=2026-05-12..2026-05-14; busy G=2026-05-10..2026-05-13",
            "05-01..05-09 05-15..05-31",
        ),
    ];
    for (rule, time, expected) in rows {
        assert_eq!(runs(time), expected, "{rule}: {time}");
    }
}

#[test]
fn a1_an_open_end_has_no_last_day() {
    let time = calendar("free 2026-05-16..").availability();
    assert!(time.is_free(Span::new(day("2026-05-16"), day("9999-12-31")).unwrap()));
    assert!(!time.is_free(Span::day(day("2026-05-15"))));
    let judged = &answer(&facts(&[weeks(12)], &["2026-05-18"]), "free 2026-05-16..").verdicts[0];
    assert_eq!((judged.free_until, judged.spare_after), (None, None));
    assert_eq!((judged.free_from, judged.spare_before), (Some(day("2026-05-16")), Some(2)));
    assert_eq!(judged.brief, "Free with no end");
}

#[test]
fn a4_order_and_duplicates_never_change_an_answer() {
    let given = "free 2026-05-16..2026-06-30; free 2026-07-01..2026-08-23; busy F=2026-05-12..2026-05-15; \
                 busy G=2026-08-20..2026-08-21; away T=2026-07-09..2026-07-12; limit CPT=2026-05-01..2026-12-31";
    let expected = answer(&posting_2026(), given);
    let mut parts: Vec<&str> = given.split(';').map(str::trim).collect();
    for _ in 0..parts.len() {
        parts.rotate_left(1);
        let twice = [parts.clone(), parts.iter().rev().copied().collect()].concat().join("; ");
        assert_eq!(answer(&posting_2026(), &twice), expected, "{twice}");
    }
}

#[test]
fn a4_a_commitment_in_two_pieces_is_one() {
    let whole = "free 2026-05-16..2026-08-23; busy Finals=2026-06-01..2026-06-04";
    let pieces = "free 2026-05-16..2026-08-23; busy Finals=2026-06-01..2026-06-02; busy  Finals =2026-06-03..2026-06-04";
    assert_eq!(answer(&posting_2026(), whole), answer(&posting_2026(), pieces));
    let unnamed = "free 2026-05-16..2026-08-23; busy =2026-06-01..2026-06-02; busy =2026-06-03..2026-06-04";
    assert_eq!(answer(&posting_2026(), unnamed).verdicts[1].clashes.len(), 2, "two that may differ");
}

#[test]
fn a5_one_shared_day_is_a_clash() {
    let rows = [
        ("2026-05-17..2026-05-17", 0),
        ("2026-05-18..2026-05-18", 1),
        ("2026-05-01..2026-05-18", 1),
        ("2026-08-17..2026-08-30", 1),
        ("2026-08-18..2026-08-30", 0),
        ("2026-05-01..2026-12-31", 92),
    ];
    for (span, days) in rows {
        let posting = facts(&[super::shared::months(3)], &["2026-05-18"]);
        let judged = &answer(&posting, &format!("free 2026-05-01..2026-12-31; busy F={span}")).verdicts[0];
        let shared: Vec<i64> = judged.clashes.iter().map(|clash| clash.days).collect();
        assert_eq!(shared, if days == 0 { vec![] } else { vec![days] }, "{span}");
        assert_eq!(judged.readings[0].free, days == 0, "{span}");
        assert_eq!(judged.readings[0].short_days, days, "{span}");
    }
}

#[test]
fn what_is_not_whole_is_named_and_not_judged_by() {
    let mut time = calendar("free 2026-05-16..2026-08-23");
    let judged = time.availability();
    time.free.push(free("2026-09-30..2026-09-01"));
    time.free.push(FreeSpan { first: None, last: Some(day("2026-05-01")) });
    time.free.push(FreeSpan::default());
    time.fixed.push(super::shared::named("Finals=2026-06-02..2026-06-01"));
    time.fixed.push(startline_engine::Commitment { name: " ".to_owned(), first: None, last: None });
    time.limits.push(super::shared::named("CPT=2026-06-02..2026-06-01"));
    assert_eq!(time.availability(), judged);
    let problem = |Problem { list, index, message }| format!("{list} {index}: {message}");
    let problems: Vec<String> = time.problems().into_iter().map(problem).collect();
    assert_eq!(
        problems,
        [
            "free 1: You are free until September 1, 2026, which is before September 30, 2026. Swap or mend the two days.",
            "free 2: Give the first day you are free.",
            "fixed 0: Finals ends on June 1, 2026, before it begins on June 2, 2026. It is not counted.",
            "fixed 1: This has no first day yet, so it is not counted.",
            "limits 0: CPT ends on June 1, 2026, before it begins on June 2, 2026. It is not counted.",
        ]
    );
}

#[test]
fn a_calendar_outlives_its_file() {
    let text = r#"{"free":[{"first":"2026-05-16","last":null}],"fixed":[{"name":"Finals","first":"2026-05-12","last":"2026-05-15"}],"flexible":[],"limits":[],"graduation":"2027-05"}"#;
    let read: Calendar = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    assert_eq!(read.graduation.unwrap().day(), day("2027-05-31"));
    assert_eq!(serde_json::from_str::<Calendar>("{}").unwrap(), Calendar::default());
}

#[test]
fn spans_and_months_are_read_strictly() {
    for text in ["2026-05-16..2026-08-23", "2026-05-16.."] {
        assert!(text.parse::<FreeSpan>().is_ok(), "{text}");
    }
    let reversed = "2026-08-23..2026-05-16".parse::<FreeSpan>().unwrap_err().to_string();
    assert_eq!(reversed, "2026-05-16 is before 2026-08-23: a span runs from its first day to its last");
    for text in
        ["", "..", "2026-05-16", "2026-5-16..", "..2026-05-16", "2026-02-30..", "2026-05-16...", "x..y"]
    {
        let error = text.parse::<FreeSpan>().unwrap_err().to_string();
        assert!(error.ends_with("write two dates as 2026-05-16..2026-08-23"), "{error}");
    }
    use startline_engine::{Month, PostedDay, PostedMonth};
    for text in ["2026-13", "2026-5", "2026-+5", "+202-05", "2026-00", "2026", "0000-05"] {
        assert!(text.parse::<Month>().is_err(), "{text}");
    }
    for text in ["2026-02-30", "--02-30", "--2-3", "2026-5-1", "-05-27", "--05-27x", ""] {
        assert!(text.parse::<PostedDay>().is_err(), "{text}");
    }
    for text in ["--13", "--5", "--", "--+5", "--05-27"] {
        assert!(text.parse::<PostedMonth>().is_err(), "{text}");
    }
    for text in ["--02-29", "2028-02-29"] {
        assert_eq!(text.parse::<PostedDay>().unwrap().to_string(), text);
    }
    for text in ["--05", "2026-05"] {
        assert_eq!(text.parse::<PostedMonth>().unwrap().to_string(), text);
    }
}
