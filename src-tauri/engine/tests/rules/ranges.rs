//! The sentences of the answer where the posting lists no days, each situation one.

use startline_engine::{Facts, LengthRule, LengthUnit, PostedSpan, Program, Season, Tone, judge};

use super::shared::{answer_on, calendar, choice, day, fact, months, weeks};
use super::starts::says;

const FREE: &str = "free 2027-06-10..2027-09-05";

/// As of January 4, 2027: the sentence, and the line below it.
fn check(facts: &Facts, time: &str, tone: Tone, text: &str, detail: &str) {
    check_on("2027-01-04", facts, time, tone, text, detail);
}

fn check_on(today: &str, facts: &Facts, time: &str, tone: Tone, text: &str, detail: &str) {
    let answer = answer_on(today, facts, time);
    let headline = answer.headline(facts, None);
    let longest = answer.longest_sentence(None);
    let below: Vec<&str> =
        [Some(headline.detail.as_str()), longest.as_deref()].into_iter().flatten().collect();
    assert_eq!((headline.text().as_str(), below.join(" ").trim(), headline.tone), (text, detail, tone));
}

#[test]
fn days_that_fit() {
    check(
        &says(&[weeks(12)], "month 2027-06"),
        FREE,
        Tone::Fits,
        "Start on any day from June 10 to June 14: every way of counting 12 weeks ends by September 5.",
        "June 15 to June 18 depend: 12 full weeks would be 1 to 4 days short. After June 18 no day leaves you 12 \
         weeks. From June 10 you could stay 12 weeks or 2 months at the longest.",
    );
    check(
        &says(&[months(3)], "window 2027-06-07..2027-06-07"),
        "free 2027-06-01..2027-09-30; away Trip=2027-07-01..2027-07-02",
        Tone::Fits,
        "Start on June 7: 3 months end by September 30.",
        "Time off to ask for: Trip, Jul 1–2. From June 7 you could stay 16 weeks or 3 months at the longest.",
    );
    check(
        &says(&[weeks(12)], ""),
        "free 2027-06-10..",
        Tone::Fits,
        "Start on any day from June 10 on: you are free for every way of counting 12 weeks and longer.",
        "",
    );
    check(
        &says(&[], "month 2027-06; end 2027-08-20"),
        FREE,
        Tone::Fits,
        "Start on any day from June 10 to June 30: you are free until the posted end, August 20.",
        "From June 10 you could stay 12 weeks or 2 months at the longest.",
    );
    check(
        &says(&[], "frame 2027-06..2027-08"),
        FREE,
        Tone::Fits,
        "Start on any day from June 10 to June 30: you are free until the posted time ends, August 31.",
        "From June 10 you could stay 12 weeks or 2 months at the longest.",
    );
}

#[test]
fn listed_days_and_a_window_beside() {
    let posting = says(&[weeks(12)], "start 2027-06-14; window 2027-06-07..2027-06-15");
    check(
        &posting,
        "free 2027-06-01..2027-09-05",
        Tone::Fits,
        "State June 14 to September 5: it fits every way of counting.",
        "June 7 to June 13 fit every way of counting. June 15 depends: 12 full weeks would be 1 day short. From June 14 \
         you could stay 12 weeks or 2 months at the longest.",
    );
}

#[test]
fn a_part_of_a_month_says_what_it_is_taken_for() {
    check(
        &says(&[weeks(8)], "mid 2027-06"),
        FREE,
        Tone::Fits,
        "Start on any day from June 11 to June 20: every way of counting 8 weeks ends by September 5.",
        "Mid-June is taken as June 11 to June 20. From June 11 you could stay 12 weeks or 2 months at the longest.",
    );
}

#[test]
fn days_that_depend() {
    check(
        &says(&[weeks(12)], "month 2027-06"),
        "free 2027-06-15..2027-09-05",
        Tone::Depends,
        "Start on any day from June 15 to June 18: it fits 12 working weeks, but not 12 full weeks.",
        "12 full weeks would be 1 to 4 days short. After June 18 no day leaves you 12 weeks. June 15 would fit if you \
         were free 1 day longer. From June 15 you could stay 11 weeks or 2 months at the longest.",
    );
}

#[test]
fn no_day_leaves_the_length() {
    let june = says(&[weeks(12)], "month 2027-06");
    check(
        &june,
        "free 2027-05-01..2027-08-14",
        Tone::Misses,
        "No day in June leaves you 12 weeks. June 1 would, if you were free 9 days longer.",
        "You are free from May 1 to August 14: 15 weeks and 1 day.",
    );
    check_on(
        "2027-06-21",
        &june,
        "free 2027-05-01..2027-08-14",
        Tone::Misses,
        "From today on, no day in June leaves you 12 weeks. June 21 would, if you were free 29 days longer.",
        "You are free from June 21 to August 14: 7 weeks and 6 days.",
    );
    check(
        &says(&[weeks(12), months(3)], ""),
        "free 2027-06-10..2027-06-10",
        Tone::Misses,
        "No day leaves you 12 weeks or 3 months. June 10 would, if you were free 91 days longer.",
        "You are free on June 10 alone: 1 day.",
    );
    check(
        &says(&[], "month 2027-06; end 2027-08-20"),
        "free 2027-05-01..2027-08-14",
        Tone::Misses,
        "No day in June leaves you free to the posted end. June 1 would, if you were free 6 days longer.",
        "You are free from May 1 to August 14: 15 weeks and 1 day.",
    );
    check(
        &says(&[], "month 2027-06"),
        "free 2027-07-03..2027-08-14",
        Tone::Misses,
        "No day in June is free.",
        "You are free from July 3 to August 14: 6 weeks and 1 day.",
    );
}

#[test]
fn without_a_length_the_own_time_is_the_answer() {
    let unsaid = "The posting states no length.";
    check(
        &says(&[], ""),
        FREE,
        Tone::Depends,
        "You are free from June 10 to September 5: 12 weeks and 4 days.",
        &format!(
            "{unsaid} That is 88 days, 62 of them working days. From June 10 you could stay 12 weeks or 2 months at \
             the longest."
        ),
    );
    check(
        &says(&[], "month 2027-06"),
        "free 2027-06-12..2027-07-31",
        Tone::Depends,
        "You are free from June 12 to July 31: 7 weeks and 1 day.",
        &format!(
            "{unsaid} It lets you start in June. That is 50 days, 35 of them working days. From June 14 you could stay \
             6 weeks or 1 month at the longest."
        ),
    );
    check(
        &says(&[], ""),
        "free 2027-06-10..",
        Tone::Depends,
        "You are free from June 10 on, with no end.",
        &format!("{unsaid} Choose an end to state."),
    );
    check(
        &says(&[], ""),
        "free 2027-06-10..2027-06-10",
        Tone::Depends,
        "You are free on June 10 alone: 1 day.",
        unsaid,
    );
    check(
        &says(&[], ""),
        "free 2027-06-10..2027-06-12; free 2027-07-01..2027-08-15",
        Tone::Depends,
        "You are free from June 10 to June 12: 3 days.",
        &format!(
            "{unsaid} That is 3 days, 2 of them working days. A longer stretch is free from July 1 to August 15."
        ),
    );
}

#[test]
fn a_frame_that_ends_before_the_length() {
    let longest = "From July 1 you could stay 9 weeks or 2 months at the longest.";
    check(
        &says(&[weeks(12)], "frame 2027-07..2027-08"),
        FREE,
        Tone::Fits,
        "Start on any day from July 1 to July 31: you are free until the posted time ends, August 31, which is less \
         than 12 weeks.",
        longest,
    );
    check(
        &says(&[weeks(8), months(3)], "frame 2027-07..2027-08"),
        FREE,
        Tone::Fits,
        "Start on any day from July 1 to July 31: you are free until the posted time ends, August 31, which from July \
         31 is less than 8 weeks or 3 months.",
        longest,
    );
    let listed = says(&[months(8)], "frame 2027-01..2027-08; start 2027-01-04");
    let free = "free 2027-01-04..2027-08-31";
    let text = "State January 4 to August 31: you are free until the posted time ends, August 31, which is less than \
                8 months.";
    let longest = "From January 4 you could stay 34 weeks or 7 months at the longest.";
    check_on("2026-11-28", &listed, free, Tone::Fits, text, longest);
    check_on(
        "2026-11-28",
        &says(&[], "frame 2027-07..2027-12"),
        FREE,
        Tone::Misses,
        "No day in July leaves you free to the end of the posted time, December 31. July 1 would, if you were free 117 \
         days longer.",
        "You are free from June 10 to September 5: 12 weeks and 4 days.",
    );
}

#[test]
fn a_latest_start_and_many_days_are_named_as_they_are() {
    let most = LengthRule { unit: LengthUnit::Months, min: None, max: Some(6) };
    check_on(
        "2026-11-28",
        &says(&[most], "latest 2027-07-01"),
        FREE,
        Tone::Depends,
        "You are free from June 10 to September 5: 12 weeks and 4 days.",
        "The posting gives only a longest length, 6 months. It lets you start by July 1. That is 88 days, 62 of them \
         working days. From June 10 you could stay 12 weeks or 2 months at the longest.",
    );
    check_on(
        "2026-11-28",
        &says(&[weeks(12)], "latest 2027-07-01"),
        "free 2027-05-01..2027-06-14",
        Tone::Misses,
        "No day by July 1 leaves you 12 weeks. May 1 would, if you were free 39 days longer.",
        "You are free from May 1 to June 14: 6 weeks and 3 days.",
    );
    check(
        &says(&[weeks(12)], "month 2027-02; month 2027-04; month 2027-06; month 2027-09"),
        "",
        Tone::None,
        "Say when you are free to see which days in February, in April and others fit.",
        "",
    );
}

#[test]
fn the_longest_stay_is_counted_from_the_chosen_start() {
    let june = says(&[weeks(12)], "month 2027-06");
    let longest = |start| answer_on("2027-01-04", &june, FREE).longest_sentence(Some(day(start)));
    let text = "From June 14 you could stay 12 weeks or 2 months at the longest.";
    assert_eq!(longest("2027-06-14").as_deref(), Some(text));
    assert_eq!(longest("2027-06-21"), None, "it misses");
    assert_eq!(longest("2027-07-05"), None, "it is not allowed");
}

#[test]
fn what_has_passed() {
    let june = says(&[weeks(12)], "month 2027-06");
    let own = "You are free from July 5, 2027 to September 5, 2027: 9 weeks.";
    let text = "The posting lets you start in June 2027, and that has passed.";
    check_on("2027-07-05", &june, FREE, Tone::None, text, own);
    let latest = says(&[weeks(12)], "latest 2027-06-15");
    let text = "The latest start, June 15, 2027, has passed.";
    check_on("2027-07-05", &latest, FREE, Tone::None, text, own);
    let own_day = [day("2027-08-02")];
    for (posting, text) in
        [(&june, "The posting lets you start in June 2027, and that has passed."), (&latest, text)]
    {
        let answer = judge(&Program::of(posting), &calendar(FREE), &own_day, day("2027-07-05"));
        assert_eq!(answer.headline(posting, None).text(), text, "a date of one’s own that misses");
    }
    let over = says(&[weeks(12)], "");
    let text = "No day leaves you 12 weeks. October 1 would, if you were free 109 days longer.";
    check_on("2027-10-01", &over, FREE, Tone::Misses, text, "Your free time ended on September 5.");
}

#[test]
fn before_any_free_time_is_given() {
    let rows: &[(&[LengthRule], &str, &str)] = &[
        (&[weeks(12)], "month 2027-06", "Say when you are free to see which days in June fit."),
        (
            &[weeks(12)],
            "window 2027-06-07..2027-06-11",
            "Say when you are free to see which days from June 7 to June 11 fit.",
        ),
        (
            &[weeks(12), months(3)],
            "",
            "Say when you are free to see which days leave you 12 weeks or 3 months.",
        ),
        (&[], "", "Say when you are free to see how long you could stay."),
    ];
    for (lengths, words, text) in rows {
        check(&says(lengths, words), "", Tone::None, text, "");
        check(&says(lengths, words), "busy F=2027-06-01..2027-06-02", Tone::None, text, "");
    }
}

#[test]
fn what_can_not_be_judged_is_said() {
    let own = "You are free from June 10, 2027 to September 5, 2027: 12 weeks and 4 days.";
    let year = "The posted start has no year. Give it to see which days fit.";
    for words in ["month --06", "frame --06..--08", "latest --06-07", "window --06-07..--06-11"] {
        check(&says(&[weeks(12)], words), FREE, Tone::None, year, own);
    }
    let posted =
        |first: &str, last: &str| fact(PostedSpan { first: day(first).into(), last: day(last).into() });
    let window = Facts { start_window: Some(posted("2027-06-30", "2027-06-01")), ..says(&[weeks(12)], "") };
    let text = "The start window ends on June 1, 2027, before it begins on June 30, 2027. Mend the two days.";
    check(&window, FREE, Tone::None, text, own);
    assert_eq!(Program::doubts(&window)[0].message, text);
    let frame = Facts { frame: Some(posted("2027-06-30", "2027-06-01")), ..says(&[weeks(12)], "") };
    let text = "The posted time ends on June 1, 2027, before it begins on June 30, 2027. Mend the two days.";
    check(&frame, FREE, Tone::None, text, own);
    let short = says(&[weeks(12)], "frame 2027-06-15..2027-07-10");
    check(
        &short,
        FREE,
        Tone::Misses,
        "June 15 to July 10 leaves no day for 12 weeks.",
        "You are free from June 10 to September 5: 12 weeks and 4 days.",
    );
    let over = says(&[], "frame 2027-08-17..2027-09-01");
    let added = [day("2027-09-01")];
    let answer = judge(&Program::of(&over), &calendar("free 2027-08-11..2027-08-11"), &added, added[0]);
    assert_eq!(
        answer.headline(&over, None).text(),
        "August 17 to September 1 leaves no day to start on any more."
    );
}

#[test]
fn a_chosen_day_of_a_run_is_stated_like_any() {
    let posting = says(&[weeks(12)], "month 2027-06");
    let answer = answer_on("2027-01-04", &posting, FREE);
    let rows = [
        ("2027-06-14", "2027-09-05", "State June 14 to September 5: it fits every way of counting.", ""),
        (
            "2027-06-17",
            "2027-09-05",
            "State June 17 to September 5: it fits 12 working weeks, but not 12 full weeks.",
            "12 full weeks would be 3 days short.",
        ),
        (
            "2027-06-21",
            "2027-09-05",
            "June 21 misses: you are free until September 5, 5 to 7 days short.",
            "June 10 fits every way of counting.",
        ),
    ];
    for (start, end, text, detail) in rows {
        let headline = answer.headline(&posting, Some(&choice(start, end)));
        assert_eq!((headline.text().as_str(), headline.detail.as_str()), (text, detail));
    }
    let own = [day("2027-07-05")];
    let outside =
        judge(&Program::of(&posting), &calendar("free 2027-06-10..2027-12-31"), &own, day("2027-01-04"));
    let headline = outside.headline(&posting, Some(&choice("2027-07-05", "2027-12-31")));
    assert_eq!(headline.text(), "State July 5 to December 31: it fits every way of counting.");
    assert_eq!(headline.detail, "July 5 is outside the days that the posting allows, in June.");
}

/// A posting whose text holds these words, each a fact's quote.
fn quoting(facts: Facts, words: &str) -> Facts {
    let text = "Software Intern. A 12-week internship, at least a 3-month stay, June 2027, Summer or Fall 2027, up to 6 months, \
         no later than July 1.";
    let start = text.find(words).unwrap();
    let quote = startline_engine::Quote { start, end: start + words.len() };
    let mut facts = Facts { text: text.to_owned(), ..facts };
    for fact in &mut facts.lengths {
        fact.quote = Some(quote);
    }
    for start in &mut facts.start_months {
        start.month.quote = Some(quote);
    }
    if let Some(latest) = &mut facts.latest_start {
        latest.quote = Some(quote);
    }
    for season in facts.seasons.iter_mut().rev().take(1) {
        season.quote = Some(quote);
    }
    facts
}

#[test]
fn a_question_where_the_posting_leaves_open_what_decides() {
    let asked =
        |facts: &Facts, time: &str| answer_on("2027-01-04", facts, time).with_question(facts).question;
    let counted = quoting(says(&[weeks(12)], "month 2027-06"), "12-week");
    assert_eq!(asked(&counted, FREE), None, "June 10 fits every way of counting");
    assert_eq!(
        asked(&counted, "free 2027-06-15..2027-09-05").as_deref(),
        Some(
            "The posting says “12-week”: could you tell me whether an internship that starts on June 15, 2027 may end by \
             September 3, 2027 or has to last until September 6, 2027, as I am free until September 5, 2027?"
        )
    );
    let long = quoting(says(&[], "month 2027-06"), "June 2027");
    assert_eq!(
        asked(&long, FREE).as_deref(),
        Some(
            "The posting says “June 2027” and no length: could you tell me how long the internship lasts and on which day \
             it ends (I am free from June 10, 2027 to September 5, 2027)?"
        )
    );
    let title = Some(fact("Software Intern".to_owned()));
    assert_eq!(
        asked(&Facts { title, ..says(&[], "") }, "free 2027-06-10..").as_deref(),
        Some(
            "Could you tell me how long the internship “Software Intern” lasts and on which day it ends (I am free from \
             June 10, 2027 on)?"
        )
    );
    let seasons = vec![fact(Season::Summer), fact(Season::Fall)];
    let fall = quoting(Facts { seasons, ..says(&[weeks(12)], "start 2027-06-14") }, "Fall 2027");
    assert_eq!(
        asked(&fall, FREE).as_deref(),
        Some(
            "The posting says “Fall 2027” and lists no date for it: could you tell me on which dates such an internship \
             can start (I am free from June 10, 2027 to September 5, 2027)?"
        )
    );
    assert_eq!(asked(&counted, ""), None, "nothing is known of the student yet");
    let no_internship = Facts { internship: Some(fact(false)), ..long };
    assert_eq!(asked(&no_internship, FREE), None);
}

#[test]
fn a_question_says_what_is_so() {
    let most = LengthRule { unit: LengthUnit::Months, min: None, max: Some(6) };
    let titled = |title: &str| Facts { title: Some(fact(title.to_owned())), ..says(&[], "") };
    let latest = quoting(says(&[], "latest 2027-07-01"), "no later than July 1");
    let fall = Facts { seasons: vec![fact(Season::Fall)], ..says(&[weeks(12)], "") };
    let free = "I am free from June 10, 2027 to September 5, 2027";
    let lasts = "could you tell me how long the internship lasts and on which day it ends";
    let rows = [
        (
            quoting(says(&[most], ""), "up to 6 months"),
            FREE,
            format!(
                "The posting says “up to 6 months”: could you tell me how long the internship lasts at the least ({free})?"
            ),
        ),
        (
            titled("Robotics Internship"),
            "free 2027-06-30..2027-06-30",
            "Could you tell me how long the internship lasts and on which day it ends (I am free on June 30, 2027 \
             alone)?"
                .to_owned(),
        ),
        (
            titled("internship"),
            "free 2027-02-01..2027-02-09; free 2027-06-10..2027-09-05",
            format!("Could you tell me how long the internship lasts and on which day it ends ({free})?"),
        ),
        (latest, FREE, format!("The posting says “no later than July 1” and no length: {lasts} ({free})?")),
        (
            quoting(fall, "Fall 2027"),
            FREE,
            format!(
                "The posting says “Fall 2027”: could you tell me on which day the internship starts ({free})?"
            ),
        ),
    ];
    for (facts, time, question) in rows {
        let answer = answer_on("2026-11-28", &facts, time).with_question(&facts);
        assert_eq!(answer.question, Some(question));
    }
}
