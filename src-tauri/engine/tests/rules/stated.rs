//! S: what the résumé states.

use startline_engine::{Choice, DateStyle, Facts, LengthRule, LengthUnit, PostedSpan, Program, judge};

use super::shared::{answer, before, calendar, choice, day, fact, facts, months, posting_2026, weeks};

const FREE: &str = "free 2026-05-16..2026-08-23";

#[test]
fn s1_the_default_end() {
    let rows = [
        (FREE, "2026-05-18", Some("2026-08-17"), Some("2026-08-07")),
        (FREE, "2026-05-26", Some("2026-08-17"), Some("2026-08-14")),
        (FREE, "2026-06-08", None, None),
        (FREE, "2026-05-11", None, None),
        ("free 2026-05-16..2026-08-08", "2026-05-18", Some("2026-08-07"), Some("2026-08-07")),
        ("free 2026-05-16..", "2026-06-22", Some("2026-09-21"), Some("2026-09-11")),
    ];
    for (time, start, default, earliest) in rows {
        let answer = answer(&posting_2026(), time);
        let judged = answer.on(day(start)).unwrap();
        assert_eq!(
            (judged.default_end, judged.earliest_end),
            (default.map(day), earliest.map(day)),
            "{start}"
        );
    }
    let chosen = answer(&posting_2026(), FREE).default_choice();
    assert_eq!(chosen, Some(choice("2026-05-18", "2026-08-17")));
}

#[test]
fn s1_s2_what_may_be_stated() {
    let rows = [
        (FREE, "2026-05-18", "2026-08-17", None),
        (FREE, "2026-05-18", "2026-08-07", None),
        (FREE, "2026-05-18", "2026-08-23", None),
        (FREE, "2026-05-26", "2026-08-14", None),
        ("free 2026-05-16..", "2026-05-18", "2030-01-01", None),
        (
            FREE,
            "2026-05-18",
            "2026-08-06",
            Some(
                "August 6, 2026 is before the shortest way of counting ends, August 7, 2026. Choose a later end.",
            ),
        ),
        (
            FREE,
            "2026-05-18",
            "2026-08-24",
            Some(
                "August 24, 2026 no longer fits: you are free without a break until August 23, 2026. Choose an \
                 end up to then.",
            ),
        ),
        (
            FREE,
            "2026-05-18",
            "2026-05-17",
            Some("The end date, May 17, 2026, is before the start date, May 18, 2026. Choose a later end."),
        ),
        (
            FREE,
            "2026-05-11",
            "2026-08-10",
            Some(
                "May 11, 2026 can’t be stated. You are not free until May 16, 2026, 5 days later. Choose another \
                 start date, or mend your calendar.",
            ),
        ),
        (
            FREE,
            "2026-05-19",
            "2026-08-17",
            Some(
                "May 19, 2026 was not checked against your calendar. Choose one of the start dates, or add it to \
                 them.",
            ),
        ),
        ("", "2026-05-18", "2026-08-17", Some("Say when you are free first: then the dates can be checked.")),
    ];
    for (time, start, end, refusal) in rows {
        let stated = answer(&posting_2026(), time).state(&choice(start, end));
        let refused = stated.err().map(|refusal| refusal.to_string());
        assert_eq!(refused.as_deref(), refusal, "{start} to {end}, {time}");
    }
}

#[test]
fn s2_dates_that_no_posting_asked_for() {
    let own = [day("2026-07-01")];
    let answer = judge(&Program::of(&Facts::default()), &calendar(FREE), &own, before());
    let stated = answer.state(&choice("2026-07-01", "2026-08-23")).unwrap();
    assert_eq!(
        (stated.start(), stated.end(), stated.reason().as_str()),
        (own[0], day("2026-08-23"), "covers 7 weeks and 5 days")
    );
    assert!(answer.state(&choice("2026-07-01", "2026-07-01")).is_ok(), "one day is a span");
    assert!(answer.state(&choice("2026-07-01", "2026-06-30")).is_err());
    assert!(answer.state(&choice("2026-07-01", "2026-08-24")).is_err());
}

#[test]
fn s1a_only_what_is_true_of_the_span() {
    let range = LengthRule { unit: LengthUnit::Weeks, min: Some(10), max: Some(12) };
    let up_to = LengthRule { unit: LengthUnit::Months, min: None, max: Some(6) };
    let days = LengthRule { unit: LengthUnit::Days, min: Some(60), max: None };
    let both: &[LengthRule] = &[weeks(12), months(3)];
    let rows: &[(&[LengthRule], &str, bool, &str)] = &[
        (both, "2026-08-17", true, "full-time; covers the 12-week program and the 3-month minimum"),
        (both, "2026-08-17", false, "covers the 12-week program and the 3-month minimum"),
        (both, "2026-08-16", false, "covers the 12-week program"),
        (both, "2026-08-08", false, "covers 12 working weeks"),
        (both, "2026-08-07", true, "full-time; covers 12 working weeks"),
        (&[range], "2026-08-09", false, "covers the full 12 weeks"),
        (&[range], "2026-08-08", false, "covers the 10-week minimum"),
        (&[range], "2026-07-25", false, "covers 10 working weeks"),
        (&[up_to], "2026-07-25", true, "full-time"),
        (&[days], "2026-07-25", false, "covers the 60-day minimum"),
        (&[weeks(12), weeks(12)], "2026-08-09", false, "covers the 12-week program"),
    ];
    for (lengths, end, full_time, reason) in rows {
        let answer = answer(&facts(lengths, &["2026-05-18"]), "free 2026-05-16..");
        let choice = Choice { full_time: *full_time, ..choice("2026-05-18", end) };
        assert_eq!(answer.state(&choice).unwrap().reason(), *reason, "{end}");
    }
}

#[test]
fn s1a_the_posted_dates() {
    let span = PostedSpan { first: day("2026-05-18").into(), last: day("2026-08-07").into() };
    let posting = Facts { spans: vec![fact(span)], ..facts(&[], &["2026-05-18"]) };
    let stated = answer(&posting, FREE).state(&choice("2026-05-18", "2026-08-07")).unwrap();
    assert_eq!(stated.reason(), "covers the posted dates");
}

#[test]
fn s3_no_reader_can_mistake_the_line() {
    let stated = answer(&posting_2026(), FREE).state(&choice("2026-05-18", "2026-08-17")).unwrap();
    let rows = [
        (DateStyle::MonthDayYear, "Start date: May 18, 2026 · End date: August 17, 2026"),
        (DateStyle::DayMonthYear, "Start date: 18 May 2026 · End date: 17 August 2026"),
        (DateStyle::Iso, "Start date: 2026-05-18 · End date: 2026-08-17"),
    ];
    for (style, line) in rows {
        assert_eq!(stated.line(style), line);
        let reason = "covers the 12-week program and the 3-month minimum";
        assert_eq!(stated.line_with_reason(style), format!("{line} ({reason})"));
    }
}

#[test]
fn s4_what_is_stated_is_judged_anew() {
    let chosen = choice("2026-05-18", "2026-08-17");
    let holds = answer(&posting_2026(), FREE).with_stated(&chosen).stated.unwrap();
    assert_eq!((holds.start, holds.end, holds.holds, holds.reason), (chosen.start, chosen.end, true, None));
    let stale = answer(&posting_2026(), "free 2026-05-16..2026-08-16").with_stated(&chosen).stated.unwrap();
    assert!(!stale.holds);
    assert!(stale.reason.unwrap().starts_with("August 17, 2026 no longer fits"));
}
