//! Every fact of the sample posting, with the words it was read from.

use serde_json::{Value, json};
use startline_engine::{Facts, Quote, SAMPLE_POSTING};
use startline_reader::read;

/// The words that a fact's quote holds, and those of the other places that say the same.
fn words(facts: &Facts, fact: &Value) -> Vec<String> {
    let also = fact.get("also").and_then(Value::as_array).into_iter().flatten();
    std::iter::once(&fact["quote"])
        .chain(also)
        .map(|quote| {
            let quote: Option<Quote> = serde_json::from_value(quote.clone()).ok();
            quote.and_then(|quote| facts.text.get(quote.start..quote.end)).unwrap_or("(nowhere)").to_owned()
        })
        .collect()
}

#[test]
fn every_fact_of_the_sample_posting_stands_where_it_says() {
    let facts = read(SAMPLE_POSTING);
    let json = serde_json::to_value(&facts).unwrap();
    let list = |name: &str| json[name].as_array().unwrap().clone();
    for (name, facts_of_it) in [
        (
            "seasons",
            vec![
                (json!("summer"), vec!["Summer", "Summer", "Summer"]),
                (json!("fall"), vec!["Fall", "Fall"]),
            ],
        ),
        (
            "lengths",
            vec![
                (json!({"unit": "weeks", "min": 12, "max": 12}), vec!["12-week", "12-week"]),
                (json!({"unit": "months", "min": 3, "max": null}), vec!["at least a 3-month"]),
            ],
        ),
        (
            "start_dates",
            vec![
                (json!("2026-05-11"), vec!["May 11th, 2026"]),
                (json!("2026-05-18"), vec!["May 18th, 2026"]),
                (json!("2026-05-26"), vec!["May 26th, 2026"]),
                (json!("2026-06-08"), vec!["June 8th, 2026"]),
                (json!("2026-06-22"), vec!["June 22nd, 2026"]),
            ],
        ),
        ("end_dates", vec![]),
        ("spans", vec![]),
        ("start_months", vec![]),
        ("month_spans", vec![]),
    ] {
        let found: Vec<_> =
            list(name).iter().map(|fact| (fact["value"].clone(), words(&facts, fact))).collect();
        let wanted: Vec<_> = facts_of_it
            .into_iter()
            .map(|(value, quotes)| (value, quotes.into_iter().map(str::to_owned).collect::<Vec<_>>()))
            .collect();
        assert_eq!(found, wanted, "{name}");
    }
    for (name, value, quote) in [
        (
            "title",
            json!("Software Engineering Intern, Ads Creative & Ecosystem (Summer/Fall 2026)"),
            "Software Engineering Intern, Ads Creative & Ecosystem (Summer/Fall 2026)",
        ),
        ("company", json!("TikTok"), "TikTok"),
        ("internship", json!(true), "Intern"),
        ("season", json!("summer"), "Summer"),
        ("year", json!(2026), "2026"),
        ("max_applications", json!(2), "maximum of two positions"),
        ("rolling", json!(true), "on a rolling basis"),
        ("asks_availability", json!(true), "state your availability"),
        ("pay", json!({"min": 45.0, "max": 60.0, "currency": "USD", "period": "hour"}), "$45 – $60"),
        ("enrolled", json!(true), "Currently pursuing"),
    ] {
        assert_eq!(json[name]["value"], value, "{name}");
        assert_eq!(words(&facts, &json[name]).first().map(String::as_str), Some(quote), "{name}");
    }
    for name in ["location", "deadline", "latest_start", "start_window", "graduation", "hours_per_week"] {
        assert_eq!(json[name], Value::Null, "{name}");
    }
    assert_eq!(list("minimum_qualifications").len(), 6);
    assert_eq!(list("preferred_qualifications").len(), 2);
    let item = &list("minimum_qualifications")[1];
    assert_eq!(
        item["value"],
        "Must be able to commit to a 12-week full-time work period during Summer or Fall 2026."
    );
    assert_eq!(
        words(&facts, item),
        ["Must be able to commit to a 12-week full-time work period during Summer or Fall 2026."]
    );
    let doubts: Vec<_> = facts.doubts.iter().map(|doubt| doubt.message.as_str()).collect();
    assert_eq!(
        doubts,
        [
            "Two lengths. 12 weeks is 84 days; 3 months from May 11 is 92. Both are checked.",
            "No fall start date is listed. Add one to check it.",
        ]
    );
}
