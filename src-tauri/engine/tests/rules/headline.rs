//! The sentences of the answer.

use startline_engine::{Facts, Program, Tone, judge};

use super::shared::{answer, calendar, choice, day, fact, facts, months, posting_2026, weeks};

const MAIN: &str = "free 2026-05-09..2026-08-23; busy Finals=2026-05-12..2026-05-15; away Family trip=2026-07-09..2026-07-12";

fn check(facts: &Facts, time: &str, chosen: Option<(&str, &str)>, tone: Tone, text: &str, detail: &str) {
    let answer = answer(facts, time);
    let chosen = chosen.map(|(start, end)| choice(start, end));
    let headline = answer.headline(facts, chosen.as_ref());
    assert_eq!((headline.text().as_str(), headline.detail.as_str(), headline.tone), (text, detail, tone));
}

#[test]
fn dates_that_fit() {
    let posting = posting_2026();
    let text = "State May 18 to August 17: it fits every way of counting.";
    let detail =
        "May 26 depends: 3 months would be 2 days short. Time off to ask for: Family trip, Jul 9–12.";
    check(&posting, MAIN, None, Tone::Fits, text, detail);
    check(&posting, MAIN, Some(("2026-05-18", "2026-08-17")), Tone::Fits, text, detail);
    let later = "State May 18 to August 23: it fits every way of counting.";
    check(&posting, MAIN, Some(("2026-05-18", "2026-08-23")), Tone::Fits, later, detail);
}

#[test]
fn an_end_below_the_safe_end_says_what_no_longer_holds() {
    let rows = [
        ("2026-08-16", "it fits 12 weeks, but not 3 months."),
        ("2026-08-09", "it fits 12 weeks, but not 3 months."),
        ("2026-08-08", "it fits 12 working weeks, but not 12 full weeks or 3 months."),
        ("2026-08-07", "it fits 12 working weeks, but not 12 full weeks or 3 months."),
    ];
    let posting = facts(&[weeks(12), months(3)], &["2026-05-18"]);
    for (end, holds) in rows {
        let text = format!("State May 18 to {}: {holds}", day(end).format("%B %-d"));
        let safe = "The safe end is August 17.";
        check(&posting, "free 2026-05-16..", Some(("2026-05-18", end)), Tone::Depends, &text, safe);
    }
}

#[test]
fn dates_that_depend() {
    let posting = posting_2026();
    let time = "free 2026-05-16..2026-08-23";
    check(
        &posting,
        time,
        Some(("2026-05-26", "2026-08-17")),
        Tone::Depends,
        "State May 26 to August 17: it fits 12 weeks, but not 3 months.",
        "3 months would be 2 days short. May 18 fits every way of counting.",
    );
    check(
        &posting,
        "free 2026-05-20..2026-08-16",
        None,
        Tone::Depends,
        "State May 26 to August 14: it fits 12 working weeks, but not 12 full weeks or 3 months.",
        "12 full weeks would be 1 day short, 3 months 9 days. May 26 would fit if you were free 9 days longer.",
    );
}

#[test]
fn one_way_of_counting_is_named() {
    let rows = [(months(3), "3 months"), (months(1), "1 month")];
    for (rule, name) in rows {
        let posting = facts(&[rule], &["2026-05-18"]);
        let headline = answer(&posting, "free 2026-05-16..").headline(&posting, None);
        assert!(headline.text().ends_with(&format!(": it fits {name}.")), "{}", headline.text());
    }
}

#[test]
fn years_stand_where_they_differ() {
    check(
        &facts(&[months(3)], &["2026-11-30"]),
        "free 2026-11-01..",
        None,
        Tone::Fits,
        "State November 30, 2026 to February 28, 2027: it fits 3 months.",
        "",
    );
}

#[test]
fn a_day_of_another_year_says_so() {
    let posting = facts(&[months(3)], &["2026-11-02"]);
    let early = Some(("2026-11-02", "2026-11-02"));
    let text = "November 2 misses: you are not free until January 4, 2027, 63 days later.";
    check(&posting, "free 2027-01-04..", early, Tone::Misses, text, "");
    let posting = facts(&[weeks(8), months(3)], &["2026-11-02"]);
    let short = Some(("2026-11-02", "2026-12-31"));
    let text = "State November 2 to December 31: it fits 8 weeks, but not 3 months.";
    let safe = "The safe end is February 1, 2027.";
    check(&posting, "free 2026-11-01..", short, Tone::Depends, text, safe);
}

#[test]
fn a_chosen_start_that_misses() {
    let rows = [
        (MAIN, "2026-05-11", "May 11 misses: Finals takes 4 of its days."),
        (
            "free 2026-05-16..2026-08-23",
            "2026-05-11",
            "May 11 misses: you are not free until May 16, 5 days later.",
        ),
        (
            "free 2026-05-16..2026-08-23",
            "2026-06-08",
            "June 8 misses: you are free until August 23, 5 to 15 days short.",
        ),
        (
            "free 2026-05-18..2026-08-23; free 2026-04-01..2026-05-12",
            "2026-05-11",
            "May 11 misses: you are not free from May 13 to May 17 (5 days).",
        ),
        (
            "free 2026-05-01..2026-08-23; limit CPT=2026-05-14..",
            "2026-05-11",
            "May 11 misses: your work authorisation leaves out 3 days, May 11 to May 13.",
        ),
        (
            "free 2026-05-01..2026-08-23; busy =2026-05-12..2026-05-12",
            "2026-05-11",
            "May 11 misses: a commitment takes 1 of its days.",
        ),
    ];
    for (time, start, text) in rows {
        let other = "May 18 fits every way of counting.";
        check(&posting_2026(), time, Some((start, start)), Tone::Misses, text, other);
    }
}

#[test]
fn nothing_fits() {
    let rows = [
        ("free 2026-05-28..2026-08-26", "No listed date fits. May 26 would, if you were free 2 days sooner."),
        (
            "free 2026-05-28..2026-08-23",
            "No listed date fits. May 18 would, if you were free 10 days sooner.",
        ),
        ("free 2026-06-01..2026-08-25", "No listed date fits. May 26 would, if you were free 6 days sooner."),
        ("free 2026-06-23..2026-09-21", "No listed date fits. June 22 would, if you were free 1 day sooner."),
        (
            "free 2026-06-22..2026-09-10",
            "No listed date fits. June 22 would, if you were free 11 days longer.",
        ),
        (
            "free 2026-06-22..2026-09-21; busy Moving=2026-09-01..2026-09-02",
            "No listed date fits. June 22 would, without Moving.",
        ),
    ];
    for (time, text) in rows {
        let posting = posting_2026();
        let headline = answer(&posting, time).headline(&posting, None);
        assert_eq!((headline.text().as_str(), headline.tone), (text, Tone::Misses), "{time}");
    }
}

#[test]
fn every_date_has_passed() {
    let rows = [
        ("free 2026-05-16..2026-08-23", "Every listed start date has passed. May 18 would have fit."),
        (
            "free 2026-05-26..2026-08-23",
            "Every listed start date has passed. May 26 would have fit 12 weeks.",
        ),
        ("free 2026-06-01..2026-06-05", "Every listed start date has passed. None would have fit."),
    ];
    let posting = posting_2026();
    for (time, text) in rows {
        let answer = judge(&Program::of(&posting), &calendar(time), &[], day("2026-11-22"));
        let headline = answer.headline(&posting, None);
        assert_eq!((headline.text().as_str(), headline.tone), (text, Tone::None), "{time}");
    }
}

#[test]
fn nothing_to_judge() {
    let none = Facts::default;
    let yearless = |text: &str| Facts { start_dates: vec![fact(text.parse().unwrap())], ..none() };
    let rows = [
        (none(), "Paste an internship posting."),
        (Facts { text: "Barista".to_owned(), ..none() }, "No internship was found in this text."),
        (
            Facts { text: "Accountant".to_owned(), internship: Some(fact(false)), ..none() },
            "No internship was found in this text.",
        ),
        (yearless("--05-27"), "The start dates have no year. Give it to check them."),
    ];
    for (facts, text) in rows {
        let blank = text.starts_with("Paste");
        let own = if blank { "" } else { "You are free from May 16, 2026 on, with no end." };
        check(&facts, "free 2026-05-16..", None, Tone::None, text, own);
    }
    let silent = "Say when you are free to see which dates fit.";
    check(&posting_2026(), "", None, Tone::None, silent, "");
    check(&posting_2026(), "busy Finals=2026-05-12..2026-05-15", None, Tone::None, silent, "");
}

#[test]
fn stated_dates_that_went_stale() {
    let posting = posting_2026();
    let rows = [
        ("2026-05-18", "2026-08-24", "August 24 no longer fits. Choose again before you save."),
        ("2026-05-18", "2026-08-06", "August 6 no longer fits. Choose again before you save."),
        ("2026-05-20", "2026-08-17", "May 20 no longer fits. Choose again before you save."),
    ];
    for (start, end, text) in rows {
        let answer = answer(&posting, "free 2026-05-16..2026-08-23");
        let headline = answer.headline(&posting, Some(&choice(start, end)));
        assert_eq!((headline.text().as_str(), headline.tone), (text, Tone::Misses));
    }
}

#[test]
fn no_length_leaves_the_end_to_the_student() {
    let posting = facts(&[], &["2026-05-18"]);
    let time = "free 2026-05-16..2026-08-23";
    let text = "May 18 is free. No length is stated, so choose an end.";
    check(&posting, time, None, Tone::Depends, text, "You are free until August 23.");
    let text = "State May 18 to July 1: you are free then, and no length is stated.";
    check(&posting, time, Some(("2026-05-18", "2026-07-01")), Tone::Depends, text, "");
}

#[test]
fn a_date_of_ones_own_names_the_nearest_listed() {
    let posting = posting_2026();
    let own = [day("2026-05-20")];
    let answer = judge(&Program::of(&posting), &calendar("free 2026-05-19.."), &own, day("2026-03-03"));
    let headline = answer.headline(&posting, Some(&choice("2026-05-20", "2026-08-19")));
    assert_eq!(headline.text(), "State May 20 to August 19: it fits every way of counting.");
    assert_eq!(headline.detail, "May 20 is not listed; the nearest listed date is May 18.");
}

#[test]
fn the_days_are_marked() {
    let posting = posting_2026();
    let headline = answer(&posting, MAIN).headline(&posting, None);
    let dates: Vec<&str> =
        headline.parts.iter().filter(|part| part.date).map(|part| part.text.as_str()).collect();
    assert_eq!(dates, ["May 18", "August 17"]);
}
