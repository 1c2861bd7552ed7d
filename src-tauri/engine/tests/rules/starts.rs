//! D6, D9 and W1: on which days may one start, and what counts from there?

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use startline_engine::{
    Facts, Frame, LengthRule, LengthUnit, MonthPhase, MonthSpan, PostedDay, PostedMonth, PostedSpan, Program,
    Span, StartMonth, Starts, Verdict,
};

use super::shared::{answer, answer_on, day, fact, facts, months, weeks};

/// A posting's words on when one may start: `month 2027-06`, `early 2027-06`, `window 2027-06-07..2027-06-11`,
/// `latest 2027-06-15`, `frame 2027-06..2027-09` or in days, `start 2027-06-07`, `end 2027-08-13`.
pub(crate) fn says(lengths: &[LengthRule], words: &str) -> Facts {
    let mut facts = facts(lengths, &[]);
    for part in words.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (what, value) = part.split_once(' ').expect("a kind and a value");
        let posted = |text: &str| text.parse::<PostedDay>().unwrap();
        let span = || {
            let (first, last) = value.split_once("..").unwrap();
            PostedSpan { first: posted(first), last: posted(last) }
        };
        let month = |text: &str| text.parse::<PostedMonth>().unwrap();
        let start_month = |phase| StartMonth { month: fact(month(value)), phase };
        match what {
            "month" => facts.start_months.push(start_month(None)),
            "early" => facts.start_months.push(start_month(Some(MonthPhase::Early))),
            "mid" => facts.start_months.push(start_month(Some(MonthPhase::Mid))),
            "late" => facts.start_months.push(start_month(Some(MonthPhase::Late))),
            "window" => facts.start_window = Some(fact(span())),
            "latest" => facts.latest_start = Some(fact(posted(value))),
            "start" => facts.start_dates.push(fact(posted(value))),
            "end" => facts.end_dates.push(fact(posted(value))),
            "span" => facts.spans.push(fact(span())),
            "frame" if value.len() > 18 => facts.frame = Some(fact(span())),
            "frame" => {
                let (first, last) = value.split_once("..").unwrap();
                facts.month_spans.push(fact(MonthSpan { first: month(first), last: month(last) }));
            }
            _ => panic!("{what:?} is nothing that a posting says"),
        }
    }
    facts
}

fn allowed(lengths: &[LengthRule], words: &str) -> String {
    let spans = answer(&says(lengths, words), "").allowed;
    spans.iter().map(|span| format!("{}..{}", span.first(), span.last())).collect::<Vec<_>>().join(" ")
}

#[test]
fn w1_what_the_posting_allows() {
    let any: &[LengthRule] = &[];
    let eight: &[LengthRule] = &[weeks(8)];
    let rows: &[(&[LengthRule], &str, Starts, &str)] = &[
        (any, "", Starts::Any, ""),
        (eight, "", Starts::Any, ""),
        (
            any,
            "start 2027-06-07; start 2027-06-21",
            Starts::Listed,
            "2027-06-07..2027-06-07 2027-06-21..2027-06-21",
        ),
        (any, "month 2027-06", Starts::Window, "2027-06-01..2027-06-30"),
        (any, "month 2028-02", Starts::Window, "2028-02-01..2028-02-29"),
        (any, "month 2027-02", Starts::Window, "2027-02-01..2027-02-28"),
        (any, "month 2027-12; month 2028-01", Starts::Window, "2027-12-01..2028-01-31"),
        (
            any,
            "month 2027-05; month 2027-09",
            Starts::Window,
            "2027-05-01..2027-05-31 2027-09-01..2027-09-30",
        ),
        (any, "early 2027-06", Starts::Window, "2027-06-01..2027-06-10"),
        (any, "mid 2027-06", Starts::Window, "2027-06-11..2027-06-20"),
        (any, "late 2027-06", Starts::Window, "2027-06-21..2027-06-30"),
        (any, "late 2028-02", Starts::Window, "2028-02-21..2028-02-29"),
        (any, "early 2027-06; mid 2027-06", Starts::Window, "2027-06-01..2027-06-20"),
        (any, "window 2027-06-07..2027-06-11", Starts::Window, "2027-06-07..2027-06-11"),
        (any, "window 2027-12-20..2028-01-10", Starts::Window, "2027-12-20..2028-01-10"),
        // The answer is given on March 3, 2026.
        (any, "latest 2026-06-15", Starts::Window, "2026-03-03..2026-06-15"),
        (
            any,
            "latest 2026-06-15; month 2026-08",
            Starts::Window,
            "2026-03-03..2026-06-15 2026-08-01..2026-08-31",
        ),
        (any, "latest 2026-03-02", Starts::Window, ""),
        (
            any,
            "window 2027-06-07..2027-06-11; start 2027-06-21",
            Starts::Window,
            "2027-06-07..2027-06-11 2027-06-21..2027-06-21",
        ),
        // A month or a frame in which days are listed allows no more than these.
        (any, "month 2027-06; start 2027-06-21", Starts::Listed, "2027-06-21..2027-06-21"),
        (any, "frame 2027-06..2027-08; start 2027-07-05", Starts::Listed, "2027-07-05..2027-07-05"),
        (
            any,
            "month 2027-09; start 2027-06-21",
            Starts::Window,
            "2027-06-21..2027-06-21 2027-09-01..2027-09-30",
        ),
        // A frame speaks for its own first month.
        (
            any,
            "frame 2027-06..2027-08; month 2027-06; start 2027-07-05",
            Starts::Listed,
            "2027-07-05..2027-07-05",
        ),
    ];
    for (lengths, words, starts, expected) in rows {
        assert_eq!(answer(&says(lengths, words), "").starts, *starts, "{words}");
        assert_eq!(allowed(lengths, words), *expected, "{words}");
    }
}

#[test]
fn w1_d9_what_a_frame_allows() {
    let up_to = LengthRule { unit: LengthUnit::Months, min: None, max: Some(6) };
    let rows: &[(&[LengthRule], &str, &str)] = &[
        // From August 11 the eighth Friday is October 1; from Saturday, August 7, it is already.
        (&[weeks(8)], "frame 2027-06..2027-09", "2027-06-01..2027-08-06"),
        // The shortest way of all lengths.
        (&[weeks(8), months(3)], "frame 2027-06..2027-09", "2027-06-01..2027-08-06"),
        (&[months(2)], "frame 2027-06..2027-09", "2027-06-01..2027-08-01"),
        // Without a length, and where the length leaves less, all of the first month.
        (&[], "frame 2027-06..2027-09", "2027-06-01..2027-06-30"),
        (&[up_to], "frame 2027-06..2027-09", "2027-06-01..2027-06-30"),
        (&[months(8)], "frame 2027-01..2027-08", "2027-01-01..2027-01-31"),
        (&[months(9)], "frame 2027-01..2027-08", "2027-01-01..2027-01-31"),
        (&[weeks(2)], "frame 2027-12..2028-02", "2027-12-01..2028-02-18"),
        // In days, only what leaves the length.
        (&[weeks(8)], "frame 2027-06-15..2027-09-15", "2027-06-15..2027-07-23"),
        (&[months(3)], "frame 2027-06-15..2027-09-15", "2027-06-15..2027-06-16"),
        (&[months(4)], "frame 2027-06-15..2027-09-15", ""),
        (&[], "frame 2027-06-15..2027-09-15", "2027-06-15..2027-06-30"),
    ];
    for (lengths, words, expected) in rows {
        assert_eq!(allowed(lengths, words), *expected, "{lengths:?} {words}");
    }
}

#[test]
fn w1_every_day_is_allowed_or_not() {
    let posting = says(&[weeks(8)], "early 2027-06; latest 2026-06-15; start 2027-07-05");
    let program = Program::of(&posting);
    let rows = [
        ("2020-01-01", true),
        ("2026-06-15", true),
        ("2026-06-16", false),
        ("2027-06-01", true),
        ("2027-06-10", true),
        ("2027-06-11", false),
        ("2027-07-05", true),
        ("2027-07-06", false),
    ];
    for (when, expected) in rows {
        assert_eq!(program.allows(day(when)), expected, "{when}");
    }
    assert!(Program::default().allows(day("2027-07-05")), "any day will do");
}

/// Every reading of a start date, as `working_weeks 12 → 2027-08-27`.
fn readings(posting: &Facts, start: &str) -> Vec<String> {
    let judged = answer(posting, "").judgement(day(start));
    let each = judged.readings.iter().map(|reading| {
        let length = reading.length.map(|n| format!(" {n}")).unwrap_or_default();
        format!("{:?}{length} {}", reading.measure, reading.last)
    });
    each.collect()
}

#[test]
fn d9_a_frame_ends_what_starts_in_its_first_month() {
    let co_op = says(&[months(8)], "frame 2027-01..2027-08; start 2027-01-04");
    assert_eq!(readings(&co_op, "2027-01-04"), ["Months 8 2027-08-31"]);
    assert_eq!(readings(&co_op, "2027-01-01"), ["Months 8 2027-08-31"]);
    assert_eq!(readings(&co_op, "2027-02-01"), ["Months 8 2027-09-30"], "only its first month");
    let judged = &answer(&co_op, "free 2027-01-01..2027-08-31").verdicts[0];
    assert_eq!((judged.verdict, judged.default_end), (Some(Verdict::Fits), Some(day("2027-08-31"))));
    let short = &answer(&co_op, "free 2027-01-01..2027-08-30").verdicts[0];
    assert_eq!(short.verdict, Some(Verdict::Misses));

    let bare = says(&[], "frame 2027-06..2027-08");
    assert_eq!(readings(&bare, "2027-06-14"), ["Frame 2027-08-31"]);
    assert_eq!(readings(&bare, "2027-07-01"), Vec::<String>::new());
    let inside = says(&[weeks(8)], "frame 2027-06..2027-08");
    assert_eq!(readings(&inside, "2027-06-14"), ["WorkingWeeks 8 2027-08-06", "FullWeeks 8 2027-08-08"]);
}

#[test]
fn d9_frames_of_different_cohorts_are_not_mixed() {
    let two = says(&[], "frame 2027-01..2027-04; frame 2027-06..2027-08");
    assert_eq!(readings(&two, "2027-01-11"), ["Frame 2027-04-30"]);
    assert_eq!(readings(&two, "2027-06-07"), ["Frame 2027-08-31"]);
    let listed = says(&[months(4)], "frame 2027-01..2027-04; start 2027-06-07");
    assert_eq!(readings(&listed, "2027-06-07"), ["Months 4 2027-10-06"], "it lies outside the frame");
    assert_eq!(answer(&listed, "").starts, Starts::Window);
    let alike = says(&[], "frame 2027-06..2027-08; frame 2027-06..2027-09");
    assert_eq!(readings(&alike, "2027-06-07"), ["Frame 2027-08-31", "Frame 2027-09-30"]);
    let longest = says(&[months(4)], "frame 2027-06..2027-08; frame 2027-06..2027-09");
    assert_eq!(readings(&longest, "2027-06-07"), ["Months 4 2027-09-30"], "no shorter than one may have it");
}

#[test]
fn d9_a_frame_shorter_than_the_length_is_a_doubt() {
    let rows: &[(&[LengthRule], &str, &[&str])] = &[
        (&[weeks(8)], "frame 2027-06..2027-09", &[]),
        (&[months(8)], "frame 2027-01..2027-08", &[]),
        (
            &[months(9)],
            "frame 2027-01..2027-08",
            &[
                "January 1 to August 31 is shorter than the posting’s own length, which from January 1 ends September 30 at the earliest.",
            ],
        ),
        (
            &[weeks(12)],
            "frame 2027-06-15..2027-07-10",
            &[
                "June 15 to July 10 is shorter than the posting’s own length, which from June 15 ends September 3 at the earliest.",
            ],
        ),
    ];
    for (lengths, words, expected) in rows {
        let doubts = Program::doubts(&says(lengths, words));
        let messages: Vec<&str> = doubts.iter().map(|doubt| doubt.message.as_str()).collect();
        assert_eq!(messages, *expected, "{words}");
    }
}

#[test]
fn d6_an_end_that_contradicts_the_length_never_fits_in_silence() {
    // A window of 61 days on a posting of 10 weeks.
    let posting = says(&[weeks(10)], "start 2027-06-07; end 2027-08-06");
    assert_eq!(
        readings(&posting, "2027-06-07"),
        ["Stated 2027-08-06", "WorkingWeeks 10 2027-08-13", "FullWeeks 10 2027-08-15"]
    );
    let judged = &answer(&posting, "free 2027-06-01..2027-08-06").verdicts[0];
    assert_eq!(judged.verdict, Some(Verdict::Depends));
    assert_eq!(
        judged.reasons,
        [
            "You are free until August 6, 2027: 7 days short of 10 working weeks and 9 days short of 10 full weeks."
        ]
    );
    let enough = &answer(&posting, "free 2027-06-01..2027-08-15").verdicts[0];
    assert_eq!((enough.verdict, enough.safe_end), (Some(Verdict::Fits), Some(day("2027-08-15"))));
}

#[test]
fn d6_an_end_that_one_way_of_counting_keeps_decides_alone() {
    let rows: &[(&str, &[&str])] = &[
        ("2027-08-13", &["Stated 2027-08-13"]),
        ("2027-08-12", &["Stated 2027-08-12", "WorkingWeeks 10 2027-08-13", "FullWeeks 10 2027-08-15"]),
        ("2027-09-30", &["Stated 2027-09-30"]),
    ];
    for (end, expected) in rows {
        let posting = says(&[weeks(10)], &format!("start 2027-06-07; end {end}"));
        assert_eq!(readings(&posting, "2027-06-07"), *expected, "{end}");
    }
    let own = says(&[weeks(10)], "span 2027-06-07..2027-08-06");
    assert_eq!(readings(&own, "2027-06-07"), ["Stated 2027-08-06"], "an end of its own is no lone end");
    let later = says(&[weeks(10)], "month 2027-06; end 2027-08-20");
    assert_eq!(
        readings(&later, "2027-06-18"),
        ["Stated 2027-08-20"],
        "June 14 to August 20 are ten working weeks"
    );
    assert_eq!(readings(&later, "2027-06-21").len(), 3, "the middle of the program");
}

#[test]
fn d6_an_end_too_early_for_a_month_is_a_doubt() {
    let posting = says(&[weeks(10)], "month 2027-06; end 2027-08-01");
    let doubts = Program::doubts(&posting);
    let messages: Vec<&str> = doubts.iter().map(|doubt| doubt.message.as_str()).collect();
    assert_eq!(
        messages,
        ["June 1 to August 1 is shorter than the posting’s own length, which ends August 6 at the earliest."]
    );
}

#[test]
fn w7_a_span_across_new_year_is_taken_as_it_is() {
    let posting = says(&[], "span 2026-11-16..2027-02-12");
    let judged = &answer(&posting, "free 2026-11-01..2027-02-28").verdicts[0];
    assert_eq!((judged.start, judged.safe_end), (day("2026-11-16"), Some(day("2027-02-12"))));
    assert_eq!(judged.verdict, Some(Verdict::Fits));
    let window = says(&[weeks(2)], "window 2026-12-20..2027-01-10");
    assert_eq!(
        answer_on("2026-12-25", &window, "free 2026-12-01..2027-03-01").runs[0].first,
        day("2026-12-25")
    );
}

#[test]
fn p2_without_a_year_nothing_is_judged() {
    let rows = [
        ("start --06-07", Starts::Listed),
        ("month --06", Starts::Window),
        ("frame --06..--08", Starts::Window),
        ("latest --06-07", Starts::Window),
    ];
    for (words, starts) in rows {
        let answer = answer(&says(&[weeks(8)], words), "free 2026-05-01..2026-12-31");
        assert_eq!((answer.starts, answer.recommended), (starts, None), "{words}");
        assert!(answer.allowed.is_empty() && answer.runs.is_empty() && !answer.all_passed, "{words}");
    }
    let one = answer(&says(&[weeks(8)], "month --06; month 2026-09"), "free 2026-05-01..2026-12-31");
    assert_eq!(
        one.allowed,
        [Span::new(day("2026-09-01"), day("2026-09-30")).unwrap()],
        "what has a year stands"
    );
}

#[test]
fn a_frame_needs_both_years_in_their_order() {
    let month = |text: &str| text.parse::<PostedMonth>().unwrap();
    let frame = |first, last| Frame::of_months(MonthSpan { first: month(first), last: month(last) });
    let days = frame("2027-11", "2028-02").unwrap().days;
    assert_eq!((days.first(), days.last()), (day("2027-11-01"), day("2028-02-29")));
    assert_eq!(frame("2027-08", "2027-06"), None);
    assert_eq!(frame("--06", "2027-08"), None);
}

/// A month of two years, with a part of it or none.
fn start_month() -> impl Strategy<Value = StartMonth> {
    let phase =
        prop::option::of(prop::sample::select(vec![MonthPhase::Early, MonthPhase::Mid, MonthPhase::Late]));
    (2027..=2028, 1u32..=12, phase).prop_map(|(year, month, phase)| StartMonth {
        month: fact(PostedMonth { year: Some(year), month }),
        phase,
    })
}

/// W1 for one day and one start month, told by the numbers of the day alone.
fn in_start_month(start: &StartMonth, when: NaiveDate) -> bool {
    let month = start.month.value;
    let part = match start.phase {
        None => true,
        Some(MonthPhase::Early) => when.day() <= 10,
        Some(MonthPhase::Mid) => (11..=20).contains(&when.day()),
        Some(MonthPhase::Late) => when.day() >= 21,
    };
    month.year == Some(when.year()) && month.month == when.month() && part
}

proptest! {
    #[test]
    fn w1_months_and_their_parts_day_by_day(
        start_months in prop::collection::vec(start_month(), 0..4),
        listed in prop::collection::vec(0u64..731, 0..3),
    ) {
        let first = day("2027-01-01");
        let listed: Vec<NaiveDate> = listed.into_iter().map(|days| first + Days::new(days)).collect();
        let posting = Facts {
            start_dates: listed.iter().map(|day| fact(PostedDay::from(*day))).collect(),
            start_months: start_months.clone(),
            ..facts(&[], &[])
        };
        let program = Program::of(&posting);
        let says_nothing = start_months.is_empty() && listed.is_empty();
        for when in first.iter_days().take(731) {
            let by_month = start_months.iter().any(|start| {
                in_start_month(start, when) && !listed.iter().any(|day| in_start_month(start, *day))
            });
            let expected = says_nothing || listed.contains(&when) || by_month;
            prop_assert_eq!(program.allows(when), expected, "{}", when);
            let joined = program.allowed(first).iter().any(|span| span.holds(when));
            prop_assert_eq!(joined, expected && !says_nothing, "{}", when);
        }
    }
}
