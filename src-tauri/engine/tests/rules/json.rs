//! The shape of `startline check --json`, as the contract writes it.

use serde_json::{Value, json};
use startline_engine::{Answer, Facts, PostedSpan};

use super::shared::{answer, choice, day, fact, facts, posting_2026};

const FREE: &str = "free 2026-05-16..2026-08-23";

fn json_of(answer: &Answer) -> Value {
    serde_json::to_value(answer).unwrap()
}

fn names(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

/// The names that the contract promises, then those added to it.
fn check(value: &Value, promised: &str, added: &str) {
    let mut expected: Vec<&str> = promised.split_whitespace().chain(added.split_whitespace()).collect();
    expected.sort_unstable();
    assert_eq!(names(value), expected);
}

#[test]
fn the_names() {
    let with_finals = "free 2026-05-16..2026-08-23; busy Finals=2026-06-01..2026-06-02";
    let answer = answer(&posting_2026(), with_finals).with_stated(&choice("2026-05-18", "2026-08-17"));
    let value = json_of(&answer);
    let promised = "today lengths verdicts recommended all_passed stated warnings smallest_change \
                    starts allowed runs longest";
    check(&value, promised, "changes run_starts own_time question");
    check(&value["lengths"][0], "unit min max", "");
    let promised = "start listed passed verdict readings safe_end free_from free_until days_early spare_before \
                    spare_after clashes away nearest_listed holidays reasons";
    check(&value["verdicts"][1], promised, "allowed brief brief_chosen default_end earliest_end");
    check(&value["verdicts"][1]["readings"][0], "measure length last free short_days", "");
    check(&value["verdicts"][1]["clashes"][0], "name first last days", "");
    check(&value["verdicts"][1]["holidays"][0], "name date", "");
    check(&value["smallest_change"], "kind days name start message", "was to");
    check(&value["stated"], "start end holds reason", "");
    let headline = serde_json::to_value(answer.headline(&posting_2026(), None)).unwrap();
    check(&headline, "parts detail tone", "");
    check(&headline["parts"][0], "text date", "");
}

#[test]
fn the_example_of_the_contract() {
    let mut answer = answer(&posting_2026(), FREE);
    answer.verdicts.retain(|judged| judged.start == day("2026-05-26"));
    let mut value = json_of(&answer);
    for added in ["allowed", "brief", "brief_chosen", "default_end", "earliest_end"] {
        value["verdicts"][0].as_object_mut().unwrap().remove(added);
    }
    for added in ["changes", "run_starts", "own_time", "question"] {
        value.as_object_mut().unwrap().remove(added);
    }
    let expected = json!({
        "today": "2026-03-03",
        "lengths": [{"unit": "weeks", "min": 12, "max": 12}, {"unit": "months", "min": 3, "max": null}],
        "verdicts": [{
            "start": "2026-05-26", "listed": true, "passed": false, "verdict": "depends",
            "readings": [
                {"measure": "working_weeks", "length": 12, "last": "2026-08-14", "free": true, "short_days": 0},
                {"measure": "full_weeks", "length": 12, "last": "2026-08-17", "free": true, "short_days": 0},
                {"measure": "months", "length": 3, "last": "2026-08-25", "free": false, "short_days": 2},
            ],
            "safe_end": "2026-08-25", "free_from": "2026-05-16", "free_until": "2026-08-23",
            "days_early": 0, "spare_before": 10, "spare_after": null,
            "clashes": [], "away": [], "nearest_listed": null,
            "holidays": [
                {"name": "Juneteenth", "date": "2026-06-19"},
                {"name": "Independence Day", "date": "2026-07-03"},
            ],
            "reasons": ["You are free until August 23, 2026: 2 days short of 3 months."],
        }],
        "recommended": "2026-05-18", "all_passed": false,
        "stated": null, "warnings": [],
        "smallest_change": null,
        "starts": "listed",
        "allowed": [
            {"first": "2026-05-11", "last": "2026-05-11"},
            {"first": "2026-05-18", "last": "2026-05-18"},
            {"first": "2026-05-26", "last": "2026-05-26"},
            {"first": "2026-06-08", "last": "2026-06-08"},
            {"first": "2026-06-22", "last": "2026-06-22"},
        ],
        "runs": [],
        "longest": {"weeks": 14, "months": 3},
    });
    assert_eq!(value, expected);
}

#[test]
fn the_words_for_values() {
    let kinds = [
        "free 2026-05-28..2026-08-26",
        "free 2026-05-20..2026-08-23",
        "free 2026-05-18..2026-08-17; busy F=2026-06-01..2026-06-01",
    ];
    let kind = |time: &&str| json_of(&answer(&posting_2026(), time))["smallest_change"]["kind"].clone();
    assert_eq!(kinds.iter().map(kind).collect::<Vec<_>>(), ["free_from", "free_until", "drop"]);
    let verdicts: Vec<Value> = json_of(&answer(&posting_2026(), FREE))["verdicts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|judged| judged["verdict"].clone())
        .collect();
    assert_eq!(verdicts, ["misses", "fits", "depends", "misses", "misses"]);
    assert_eq!(json_of(&answer(&posting_2026(), ""))["verdicts"][0]["verdict"], Value::Null);
    let span = PostedSpan { first: day("2026-05-18").into(), last: day("2026-08-07").into() };
    let posting = Facts { spans: vec![fact(span)], ..facts(&[], &[]) };
    let reading = &json_of(&answer(&posting, FREE))["verdicts"][0]["readings"][0];
    assert_eq!((&reading["measure"], &reading["length"]), (&json!("stated"), &Value::Null));
}
