//! The student's corrections (P6): they outlive a new reading, and what follows from them follows.

use serde_json::{Value, json};
use startline_engine::{Correction, CorrectionKind, Facts, SAMPLE_POSTING};
use startline_reader::read;

fn correction(kind: CorrectionKind, fact: &str, was: Value, value: Value) -> Correction {
    Correction { kind, fact: fact.to_owned(), was, value }
}

fn values(facts: &Facts, name: &str) -> Vec<Value> {
    let json = serde_json::to_value(facts).unwrap_or_default();
    match &json[name] {
        Value::Array(list) => list.iter().map(|fact| fact["value"].clone()).collect(),
        Value::Null => Vec::new(),
        single => vec![single["value"].clone()],
    }
}

#[test]
fn p6_any_fact_can_be_added_changed_and_removed() {
    use CorrectionKind::{Add, Change, Remove};
    for (kind, fact, was, value, now) in [
        (Add, "deadline", json!(null), json!("2026-03-01"), json!(["2026-03-01"])),
        (Change, "title", json!("Data Intern"), json!("Intern, Data"), json!(["Intern, Data"])),
        (Remove, "title", json!("Data Intern"), json!(null), json!([])),
        (
            Change,
            "lengths",
            json!({"unit": "weeks", "min": 12, "max": 12}),
            json!({"unit": "weeks", "min": 10, "max": null}),
            json!([{"unit": "weeks", "min": 10, "max": null}]),
        ),
        (Add, "seasons", json!(null), json!("fall"), json!(["summer", "fall"])),
        (Change, "season", json!("summer"), json!("winter"), json!(["winter"])),
        (
            Change,
            "pay",
            json!({"min": 45, "max": 45, "currency": "USD", "period": "hour"}),
            json!({"min": 46.5, "max": 46.5, "currency": "USD", "period": "hour"}),
            json!([{"min": 46.5, "max": 46.5, "currency": "USD", "period": "hour"}]),
        ),
        (Remove, "hours_per_week", json!(40), json!(null), json!([])),
    ] {
        let text = "Data Intern\n\nSummer internship of 12 weeks, $45 per hour, 40 hours per week.";
        let made = [correction(kind, fact, was, value)];
        let facts = read(text).corrected(&made);
        assert_eq!(json!(values(&facts, fact)), now, "{fact}");
        assert_eq!(read(text).corrected(&made), facts);
        assert_eq!(facts.season, facts.seasons.first().cloned());
    }
}

#[test]
fn p6_what_does_not_fit_changes_nothing() {
    let facts = read(SAMPLE_POSTING);
    for (fact, was, value) in [
        ("start_dates", json!("2026-05-12"), json!("2026-05-13")),
        ("start_dates", json!("2026-05-11"), json!("not a day")),
        ("start_dates", json!("2026-05-11"), json!({"first": 1})),
        ("lengths", json!(12), json!(13)),
        ("text", json!(SAMPLE_POSTING), json!("another")),
        ("doubts", json!(null), json!([])),
        ("no such fact", json!(1), json!(2)),
        ("pay", json!(null), json!("much")),
    ] {
        for kind in [CorrectionKind::Change, CorrectionKind::Remove] {
            let made = correction(kind, fact, was.clone(), value.clone());
            if kind == CorrectionKind::Remove && was == json!("2026-05-11") {
                continue;
            }
            assert_eq!(facts.clone().corrected(&[made]), facts, "{fact}");
        }
    }
    let twice = correction(CorrectionKind::Add, "start_dates", json!(null), json!("2026-05-11"));
    assert_eq!(facts.clone().corrected(&[twice]), facts);
}

#[test]
fn p6_a_spans_days_go_with_it() {
    let text = "The internship runs from May 18 to August 7, 2026.";
    let span = json!({"first": "2026-05-18", "last": "2026-08-07"});
    let later = json!({"first": "2026-05-26", "last": "2026-08-14"});
    let facts = read(text).corrected(&[correction(CorrectionKind::Change, "spans", span.clone(), later)]);
    assert_eq!(values(&facts, "start_dates"), [json!("2026-05-26")]);
    assert_eq!(values(&facts, "end_dates"), [json!("2026-08-14")]);
    let facts = read(text).corrected(&[correction(CorrectionKind::Remove, "spans", span, json!(null))]);
    assert_eq!((facts.start_dates.len(), facts.end_dates.len()), (0, 0));
    let moved = correction(CorrectionKind::Change, "start_dates", json!("2026-05-18"), json!("2026-05-20"));
    let facts = read(text).corrected(&[moved]);
    assert_eq!(values(&facts, "spans"), [json!({"first": "2026-05-20", "last": "2026-08-07"})]);
    let gone = correction(CorrectionKind::Remove, "start_dates", json!("2026-05-18"), json!(null));
    let facts = read(text).corrected(&[gone]);
    assert_eq!((facts.spans.len(), facts.start_dates.len(), facts.end_dates.len()), (0, 0, 0));
}

#[test]
fn p2_the_year_that_the_student_gives_goes_to_the_dates_without_one() {
    let facts = read("The internship runs from December 7 to February 26.");
    assert_eq!(values(&facts, "start_dates"), [json!("--12-07")]);
    assert_eq!(facts.doubts.len(), 1);
    let facts = facts.corrected(&[correction(CorrectionKind::Add, "year", json!(null), json!(2026))]);
    assert_eq!(values(&facts, "spans"), [json!({"first": "2026-12-07", "last": "2027-02-26"})]);
    assert_eq!(values(&facts, "end_dates"), [json!("2027-02-26")]);
    assert!(facts.doubts.is_empty(), "{:?}", facts.doubts);
}

#[test]
fn p3_a_doubts_answer_settles_it() {
    let text = "Start date of the internship: 05/06/2026";
    let doubt = read(text).doubts.remove(0);
    let labels: Vec<_> = doubt.answers.iter().map(|answer| answer.label.as_str()).collect();
    assert_eq!(labels, ["May 6, 2026", "5 June 2026"]);
    let facts = read(text).corrected(&doubt.answers[1].corrections);
    assert_eq!(values(&facts, "start_dates"), [json!("2026-06-05")]);
    assert!(facts.doubts.is_empty());
}

#[test]
fn p2_a_weekday_that_contradicts_its_date_is_a_doubt() {
    let text = "The internship starts on Tuesday, June 1, 2026.";
    let doubt = read(text).doubts.remove(0);
    assert_eq!(doubt.message, "June 1, 2026 is a Monday, not a Tuesday.");
    for (answer, day) in doubt.answers.iter().zip(["2026-06-01", "2026-06-02"]) {
        let facts = read(text).corrected(&answer.corrections);
        assert_eq!(values(&facts, "start_dates"), [json!(day)]);
        assert!(facts.doubts.is_empty());
    }
}

#[test]
fn p2_dates_without_a_year_are_given_one_with_one_answer() {
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap_or_default();
    let read =
        || read("Data Intern\n\nThe internship starts on June 2 and ends on August 8. Apply by May 1.");
    let offered = |today: &str| -> Vec<String> {
        let facts = read().with_years_offered(day(today));
        let answers = |doubt: &startline_engine::Doubt| {
            doubt.answers.iter().map(|answer| answer.label.clone()).collect::<Vec<_>>()
        };
        facts.doubts.first().map(answers).unwrap_or_default()
    };
    assert_eq!(offered("2026-03-01"), ["2026", "2027"]);
    assert_eq!(offered("2026-11-24"), ["2027", "2026"]);
    let today = day("2026-11-24");
    let mut made = Vec::new();
    while let Some(doubt) = read()
        .corrected(&made)
        .with_years_offered(today)
        .doubts
        .iter()
        .find(|doubt| !doubt.answers.is_empty())
    {
        assert!(doubt.message.contains("no year"), "{doubt:?}");
        made.extend(doubt.answers[0].corrections.clone());
    }
    assert_eq!(made.len(), 2, "one for the program, one for the deadline: {made:?}");
    let facts = read().corrected(&made);
    assert_eq!(values(&facts, "start_dates"), [json!("2027-06-02")]);
    assert_eq!(values(&facts, "end_dates"), [json!("2027-08-08")]);
    assert_eq!(values(&facts, "deadline"), [json!("2027-05-01")]);
}

#[test]
fn a_stretch_that_ends_before_it_begins_is_a_doubt() {
    for (text, says) in [
        ("Start window: June 30, 2027 to June 1, 2027", "The start window ends on June 1, 2027"),
        (
            "Start between June 25 and June 7, 2027. Our internship lasts 12 weeks.",
            "The start window ends on",
        ),
        (
            "The internship takes place between 30 September 2027 and 1 June 2027",
            "The posted time ends on June 1",
        ),
        ("Internship dates: August 7, 2027 – May 18, 2027", "May 18, 2027 is before August 7, 2027."),
    ] {
        let facts = read(&format!("Internship\n\n{text}"));
        assert!(
            facts.doubts.iter().any(|doubt| doubt.message.starts_with(says)),
            "{text}: {:?}",
            facts.doubts
        );
    }
}
