//! V: the verdict on one start date.

use startline_engine::{
    Answer, ChangeKind, Facts, GraduationWindow, Judgement, PostedDay, Program, Season, Verdict, judge,
};

use super::shared::{answer, before, calendar, day, fact, facts, months, posting_2026, weeks};

const FREE: &str = "free 2026-05-16..2026-08-23";

/// One start date in a line: `05-26 depends 0,0,2`, with the days that each reading is short.
fn line(judged: &Judgement) -> String {
    let verdict = judged.verdict.map_or("-".to_owned(), |verdict| format!("{verdict:?}").to_lowercase());
    let short: Vec<String> = judged.readings.iter().map(|reading| reading.short_days.to_string()).collect();
    format!("{} {verdict} {}", judged.start.format("%m-%d"), short.join(","))
}

fn lines(answer: &Answer) -> Vec<String> {
    answer.verdicts.iter().map(line).collect()
}

/// The reasons of the one start date in question.
fn reasons(posting: &Facts, time: &str, start: &str) -> Vec<String> {
    answer(posting, time).on(day(start)).unwrap().reasons.clone()
}

#[test]
fn v1_v2_v3_on_the_posting_of_2026() {
    let rows: &[(&str, &[&str])] = &[
        (
            FREE,
            &[
                "05-11 misses 5,5,5",
                "05-18 fits 0,0,0",
                "05-26 depends 0,0,2",
                "06-08 misses 5,7,15",
                "06-22 misses 19,21,29",
            ],
        ),
        (
            "free 2026-05-16..2026-08-23; busy Finals=2026-06-01..2026-06-02",
            &[
                "05-11 misses 7,7,7",
                "05-18 misses 2,2,2",
                "05-26 misses 2,2,4",
                "06-08 misses 5,7,15",
                "06-22 misses 19,21,29",
            ],
        ),
        (
            "free 2026-05-16..2026-08-23; away Finals=2026-06-01..2026-06-02",
            &[
                "05-11 misses 5,5,5",
                "05-18 fits 0,0,0",
                "05-26 depends 0,0,2",
                "06-08 misses 5,7,15",
                "06-22 misses 19,21,29",
            ],
        ),
        (
            "free 2026-05-16..2026-08-08",
            &[
                "05-11 misses 5,5,7",
                "05-18 depends 0,1,9",
                "05-26 misses 6,9,17",
                "06-08 misses 20,22,30",
                "06-22 misses 34,36,44",
            ],
        ),
    ];
    for (time, expected) in rows {
        assert_eq!(lines(&answer(&posting_2026(), time)), *expected, "{time}");
    }
}

#[test]
fn v3_the_reasons_stand_in_the_order_of_the_calendar() {
    let rows: &[(&str, &str, &[&str])] = &[
        (FREE, "2026-05-11", &["You are not free until May 16, 2026, 5 days later."]),
        (FREE, "2026-05-18", &[]),
        (FREE, "2026-05-26", &["You are free until August 23, 2026: 2 days short of 3 months."]),
        (
            FREE,
            "2026-06-08",
            &[
                "You are free until August 23, 2026: 5 days short of 12 working weeks, 7 days short of 12 full \
               weeks and 15 days short of 3 months.",
            ],
        ),
        (
            "free 2026-05-16..2026-08-23; busy Finals=2026-06-01..2026-06-02",
            "2026-05-18",
            &["Finals takes 2 of its days."],
        ),
        (
            "free 2026-05-12..2026-06-30; free 2026-07-03..2026-08-05; busy Move=2026-07-20..2026-07-20; \
             busy Finals=2026-05-15..2026-05-18; limit CPT=2026-05-01..2026-08-01",
            "2026-05-11",
            &[
                "You are not free until May 12, 2026, 1 day later.",
                "Finals takes 4 of its days.",
                "You are not free from July 1 to July 2, 2026 (2 days).",
                "Move takes 1 of its days.",
                "Your work authorisation leaves out 4 days, August 2 to August 5, 2026.",
                "You are free until August 5, 2026: 5 days short of 3 months.",
            ],
        ),
        (
            "free 2026-05-01..2026-09-01; busy Class=2026-06-01..2026-06-01; busy Lab=2026-06-02..2026-06-02; \
             busy Class=2026-06-08..2026-06-08",
            "2026-05-18",
            &["Class takes 2 of its days.", "Lab takes 1 of its days."],
        ),
        (
            "free 2026-05-01..2026-05-10",
            "2026-05-18",
            &["You are free only until May 10, 2026, 8 days before it starts."],
        ),
        (
            "free 2026-05-01..2026-08-31; busy =2026-05-18..2026-05-18",
            "2026-05-18",
            &["A commitment takes 1 of its days."],
        ),
        (
            "free 2026-05-01..2026-06-01; free 2026-06-03..2026-08-31",
            "2026-05-18",
            &["You are not free on June 2, 2026 (1 day)."],
        ),
    ];
    for (time, start, expected) in rows {
        assert_eq!(reasons(&posting_2026(), time, start), *expected, "{start}, {time}");
    }
}

#[test]
fn v3_in_a_few_words() {
    let rows = [
        (
            FREE,
            "5 days too early; 6 spare days after; 3 months: 2 days short; 5 to 15 days short; 19 to 29 days short",
        ),
        (
            "free 2026-05-09..2026-08-23; busy Finals=2026-05-12..2026-05-15",
            "Finals, 4 days; 6 spare days after; 3 months: 2 days short; 5 to 15 days short; 19 to 29 days short",
        ),
        (
            "free 2026-05-28..2026-08-26",
            "17 days too early; 10 days too early; 2 days too early; 2 to 12 days short; 16 to 26 days short",
        ),
        (
            "free 2026-05-01..2026-05-11; free 2026-05-20..2026-08-17; busy =2026-05-26..2026-05-26",
            "9 days not free; 3 days not free; A commitment, 1 day; 11 to 21 days short; 25 to 35 days short",
        ),
        (
            "free 2026-05-21..2026-08-26; busy Finals=2026-05-21..2026-05-22",
            "12 days too early; 5 days too early; 1 spare day after; 2 to 12 days short; 16 to 26 days short",
        ),
        (
            "free 2026-04-01..2026-05-09; limit CPT=2026-04-01..2026-05-08",
            "2 days too late; 9 days too late; 17 days too late; 30 days too late; 44 days too late",
        ),
        (
            "free 2026-05-01..; limit CPT=2026-05-20..2026-08-22",
            "9 days too early; 2 days too early; 3 months: 3 days short; 6 to 16 days short; 20 to 30 days short",
        ),
    ];
    for (time, expected) in rows {
        let briefs: Vec<String> =
            answer(&posting_2026(), time).verdicts.iter().map(|judged| judged.brief.clone()).collect();
        assert_eq!(briefs.join("; "), expected, "{time}");
    }
    let tight = answer(&posting_2026(), "free 2026-05-18..2026-08-17");
    assert_eq!(tight.verdicts[1].brief, "No spare day after");
    assert_eq!(tight.verdicts[1].brief_chosen, "No spare day before, none after the safe end");
    let roomy = answer(&posting_2026(), FREE);
    assert_eq!(roomy.verdicts[1].brief_chosen, "2 spare days before, 6 after the safe end");
    let endless = answer(&posting_2026(), "free 2026-05-17..");
    assert_eq!(endless.verdicts[1].brief_chosen, "1 spare day before, no end after");
    let silent = answer(&posting_2026(), "");
    assert_eq!(silent.verdicts[1].brief, "Ends August 17");
}

#[test]
fn v3a_without_a_reading() {
    let posting = facts(&[], &["2026-05-11", "2026-05-18"]);
    let answer = answer(&posting, FREE);
    assert_eq!(lines(&answer), ["05-11 misses ", "05-18 depends "]);
    let judged = &answer.verdicts[1];
    assert_eq!(judged.reasons, ["No length is stated, so the end is yours to choose."]);
    assert_eq!((judged.safe_end, judged.default_end, judged.spare_after), (None, None, None));
    assert_eq!(answer.recommended, Some(day("2026-05-18")));
    assert_eq!(answer.smallest_change, None, "no date can fit without a length");
}

#[test]
fn v3a_nothing_is_judged_before_a_free_span() {
    for time in ["", "busy Finals=2026-05-11..2026-05-12", "limit CPT=2026-05-11..2026-08-12"] {
        let answer = answer(&posting_2026(), time);
        for judged in &answer.verdicts {
            assert_eq!((judged.verdict, judged.reasons.len()), (None, 0), "{time}");
            assert!(judged.safe_end.is_some(), "the ends still stand");
            assert_eq!((judged.default_end, judged.earliest_end), (None, None));
        }
        assert_eq!((answer.recommended, answer.smallest_change), (None, None), "{time}");
    }
}

#[test]
fn v4_facts_beside_a_verdict() {
    let time =
        "free 2026-05-16..2026-08-23; away Trip=2026-07-09..2026-07-12; away Late=2026-08-18..2026-08-19";
    let answer = answer(&posting_2026(), time);
    let judged = answer.on(day("2026-05-18")).unwrap();
    assert_eq!((judged.spare_before, judged.spare_after), (Some(2), Some(6)));
    assert_eq!(
        judged.away.iter().map(|away| (away.name.as_str(), away.days)).collect::<Vec<_>>(),
        [("Trip", 4)]
    );
    assert_eq!((judged.free_from, judged.free_until), (Some(day("2026-05-16")), Some(day("2026-08-23"))));
    let depends = answer.on(day("2026-05-26")).unwrap();
    assert_eq!((depends.spare_before, depends.spare_after), (Some(10), None));
    let misses = answer.on(day("2026-06-08")).unwrap();
    assert_eq!((misses.spare_before, misses.spare_after), (None, None));
    assert_eq!((misses.days_early, misses.free_from), (Some(0), Some(day("2026-05-16"))));
    let early = answer.on(day("2026-05-11")).unwrap();
    assert_eq!((early.days_early, early.free_from, early.free_until), (Some(5), None, None));
}

#[test]
fn v4_days_early_is_null_where_no_free_day_follows() {
    let judged = answer(&posting_2026(), "free 2026-05-01..2026-05-20");
    let early: Vec<Option<i64>> = judged.verdicts.iter().map(|each| each.days_early).collect();
    assert_eq!(early, [Some(0), Some(0), None, None, None]);
}

#[test]
fn v4_passing_changes_no_verdict() {
    for (today, passed) in [("2026-05-18", 1), ("2026-05-19", 2), ("2030-01-01", 5), ("2026-05-11", 0)] {
        let answer = judge(&Program::of(&posting_2026()), &calendar(FREE), &[], day(today));
        assert_eq!(answer.verdicts.iter().filter(|judged| judged.passed).count(), passed, "{today}");
        assert_eq!(answer.verdicts[1].verdict, Some(Verdict::Fits));
        assert_eq!(answer.all_passed, passed == 5);
    }
}

#[test]
fn v5_dates_of_ones_own() {
    let own = [day("2026-05-22"), day("2026-05-18"), day("2026-05-22")];
    let answer = judge(&Program::of(&posting_2026()), &calendar(FREE), &own, before());
    let rows: Vec<_> =
        answer.verdicts.iter().map(|each| (each.start, each.listed, each.nearest_listed)).collect();
    assert_eq!(rows.len(), 6);
    assert_eq!(rows[1], (day("2026-05-18"), true, None));
    // As near to May 18 as to May 26: the earlier.
    assert_eq!(rows[2], (day("2026-05-22"), false, Some(day("2026-05-18"))));
    let none = judge(&Program::of(&facts(&[weeks(12)], &[])), &calendar(FREE), &own, before());
    assert_eq!(none.verdicts.len(), 2);
    assert!(none.verdicts.iter().all(|each| !each.listed && each.nearest_listed.is_none()));
}

#[test]
fn v5_a_season_without_dates_is_named() {
    let seasons = |seasons: &[Season], starts: &[&str]| {
        let seasons = seasons.iter().copied().map(fact).collect();
        let posting = Facts { seasons, ..facts(&[], starts) };
        Program::doubts(&posting).into_iter().map(|doubt| doubt.message).collect::<Vec<_>>()
    };
    use Season::{Fall, Spring, Summer};
    let fall = ["No fall start date is listed. Add one to check it."];
    assert_eq!(seasons(&[Summer, Fall], &["2026-05-11", "2026-06-22"]), fall);
    assert!(seasons(&[Summer, Fall], &["2026-05-11", "2026-09-08"]).is_empty());
    assert!(seasons(&[Spring, Fall], &["2026-01-12", "2026-08-24"]).is_empty());
    assert!(seasons(&[Fall], &["2026-05-11"]).is_empty(), "one season is the dates' own");
    assert!(seasons(&[Summer, Fall], &[]).is_empty(), "nothing is listed at all");
}

#[test]
fn a_day_without_a_year_is_not_judged() {
    let yearless: PostedDay = "--05-27".parse().unwrap();
    let mut posting = facts(&[weeks(12)], &["2026-05-18"]);
    posting.start_dates.push(fact(yearless));
    assert_eq!(lines(&answer(&posting, FREE)), ["05-18 fits 0,0"]);
}

#[test]
fn v6_the_recommendation() {
    let rows = [
        // Those that fit before those that depend, then the earliest.
        (FREE, "", "2026-03-03", Some("2026-05-18")),
        ("free 2026-05-01..2026-12-31", "", "2026-03-03", Some("2026-05-11")),
        ("free 2026-05-20..2026-08-23", "", "2026-03-03", Some("2026-05-26")),
        ("free 2026-05-10..2026-08-09; free 2026-08-11..2026-08-12", "", "2026-03-03", Some("2026-05-11")),
        // What has passed comes last, and a passed date that fits yields to one that depends.
        (FREE, "", "2026-05-19", Some("2026-05-26")),
        (FREE, "", "2026-11-22", Some("2026-05-18")),
        (FREE, "", "2026-06-01", None),
        // A listed date that depends comes before a date of one's own that fits.
        ("free 2026-05-20..2026-08-23", "2026-05-21", "2026-03-03", Some("2026-05-26")),
        ("free 2026-05-19..2026-08-19", "2026-05-20", "2026-05-30", None),
        ("free 2026-06-23..2026-12-19", "2026-06-24", "2026-05-30", Some("2026-06-24")),
        ("", "", "2026-03-03", None),
    ];
    for (time, own, today, expected) in rows {
        let own: Vec<_> = own.split_whitespace().map(day).collect();
        let answer = judge(&Program::of(&posting_2026()), &calendar(time), &own, day(today));
        assert_eq!(answer.recommended, expected.map(day), "{time}, {own:?}, {today}");
    }
}

#[test]
fn v6_the_smallest_change() {
    use ChangeKind::{Drop, FreeFrom, FreeUntil};
    let rows = [
        ("free 2026-05-28..2026-08-26", Some((FreeFrom, 2, None, "2026-05-26", Some("2026-05-26")))),
        ("free 2026-05-20..2026-08-23", Some((FreeUntil, 2, None, "2026-05-26", Some("2026-08-25")))),
        (
            "free 2026-05-16..2026-08-23; busy Finals=2026-06-01..2026-06-02",
            Some((Drop, 2, Some("Finals"), "2026-05-18", None)),
        ),
        // A drop, and an end two days later, cost the same: free until comes first, though its start is later.
        (
            "free 2026-05-16..2026-08-23; busy F=2026-05-20..2026-05-21",
            Some((FreeUntil, 2, None, "2026-05-26", Some("2026-08-25"))),
        ),
        // Free from comes before a drop.
        (
            "free 2026-05-12..2026-08-20; busy F=2026-08-16..2026-08-16",
            Some((FreeFrom, 1, None, "2026-05-11", Some("2026-05-11"))),
        ),
        // Two of the same cost and kind: the earliest start.
        ("free 2026-05-01..; busy F=2026-06-23..2026-06-23", Some((Drop, 1, Some("F"), "2026-05-11", None))),
        // A gap between free spans is closed from either side: free until.
        (
            "free 2026-05-18..2026-06-30; free 2026-07-03..2026-08-17",
            Some((FreeUntil, 2, None, "2026-05-18", Some("2026-07-02"))),
        ),
        // No one move is enough: two commitments, or a limit.
        ("free 2026-05-01..; busy A=2026-06-23..2026-06-23; busy B=2026-06-30..2026-06-30", None),
        ("free 2026-05-01..; limit CPT=2026-06-01..2026-07-01", None),
        ("free 2027-01-01..2027-02-01; busy A=2026-06-24..2026-06-24", None),
        // A date fits already.
        (FREE, None),
        ("", None),
    ];
    for (time, expected) in rows {
        let change = answer(&posting_2026(), time).smallest_change;
        let found = change.map(|change| (change.kind, change.days, change.name, change.start, change.to));
        let expected =
            expected.map(|(kind, days, name, start, to): (_, i64, Option<&str>, _, Option<&str>)| {
                (kind, days, name.map(str::to_owned), day(start), to.map(day))
            });
        assert_eq!(found, expected, "{time}");
    }
}

#[test]
fn v6_a_change_for_a_date_that_has_not_passed_comes_first() {
    let time = calendar("free 2026-05-20..2026-08-20");
    let change = |today| {
        let change = judge(&Program::of(&posting_2026()), &time, &[], day(today)).smallest_change.unwrap();
        (change.start, change.kind, change.days)
    };
    assert_eq!(change("2026-05-01"), (day("2026-05-18"), ChangeKind::FreeFrom, 2));
    assert_eq!(change("2026-05-26"), (day("2026-05-26"), ChangeKind::FreeUntil, 5));
    assert_eq!(change("2026-06-01"), (day("2026-06-08"), ChangeKind::FreeUntil, 18));
    assert_eq!(change("2026-11-22"), (day("2026-05-18"), ChangeKind::FreeFrom, 2), "all have passed");
}

#[test]
fn v6_the_other_changes_and_their_words() {
    let time = "free 2026-05-28..2026-08-26";
    let messages: Vec<String> =
        answer(&posting_2026(), time).changes.into_iter().map(|change| change.message).collect();
    assert_eq!(
        messages,
        [
            "May 26 would fit if you were free 2 days sooner.",
            "June 8 would fit if you were free 12 days longer.",
        ]
    );
    let time = "free 2026-05-18..2026-08-17; busy Finals=2026-06-01..2026-06-02";
    let change = answer(&posting_2026(), time).smallest_change.unwrap();
    assert_eq!(change.message, "May 18 would fit without Finals (2 days).");
}

#[test]
fn v7_graduation_and_the_deadline_warn() {
    let month = |text: &str| text.parse().ok();
    let window =
        |earliest, latest| Some(fact(GraduationWindow { earliest: month(earliest), latest: month(latest) }));
    let asked = Facts {
        enrolled: Some(fact(true)),
        graduation: window("2026-12", "2027-09"),
        deadline: Some(fact("2026-03-02".parse().unwrap())),
        ..posting_2026()
    };
    let deadline = "The deadline, March 2, 2026, has passed.";
    let rows: &[(&str, &[&str])] = &[
        ("", &[]),
        ("graduation 2026-12", &[]),
        ("graduation 2027-09", &[]),
        (
            "graduation 2026-11",
            &["The posting asks for graduation in December 2026 or later; yours is November 2026."],
        ),
        (
            "graduation 2027-10",
            &["The posting asks for graduation by September 2027; yours is October 2027."],
        ),
        ("graduation 2026-12-01", &[]),
        (
            "graduation 2026-05-18",
            &[
                "The posting asks for students, and you graduate by May 18, 2026, before the start on May 18, 2026.",
                "The posting asks for graduation in December 2026 or later; yours is May 2026.",
            ],
        ),
        // A month is its last day, which is after the start on May 18.
        (
            "graduation 2026-05",
            &["The posting asks for graduation in December 2026 or later; yours is May 2026."],
        ),
    ];
    for (graduation, expected) in rows {
        let warnings = answer(&asked, &format!("{FREE}; {graduation}")).warnings;
        let (first, rest) = warnings.split_first().unwrap();
        assert_eq!(
            (first.as_str(), rest),
            (deadline, expected.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>().as_slice())
        );
        assert_eq!(lines(&answer(&asked, FREE)), lines(&answer(&posting_2026(), FREE)), "verdicts stay");
    }
    let today = Facts { deadline: Some(fact("2026-03-03".parse().unwrap())), ..posting_2026() };
    assert!(answer(&today, FREE).warnings.is_empty(), "the deadline itself has not passed");
    let open = Facts {
        graduation: Some(fact(GraduationWindow { earliest: None, latest: month("2027-06") })),
        ..posting_2026()
    };
    assert!(answer(&open, "graduation 2020-01").warnings.is_empty(), "an open side allows any");
}

#[test]
fn a_posting_in_months_alone() {
    let answer = answer(&facts(&[months(3)], &["2026-11-30"]), "free 2026-11-30..2027-02-28");
    assert_eq!(lines(&answer), ["11-30 fits 0"]);
}
