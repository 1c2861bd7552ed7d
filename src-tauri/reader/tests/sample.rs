//! Every fact of the sample posting, with the words it was read from.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};
use startline_engine::{Facts, Quote, SAMPLE_POSTING, sample_posting};
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

/// The start dates that are read from the sample posting of a day.
fn starts(today: NaiveDate) -> Vec<NaiveDate> {
    let json = serde_json::to_value(read(&sample_posting(today))).unwrap_or_default();
    let starts = json["start_dates"].as_array().into_iter().flatten();
    starts.filter_map(|fact| fact["value"].as_str()?.parse().ok()).collect()
}

#[test]
fn the_sample_posting_is_always_for_the_next_season() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (today, as_it_stood) in
        [("2025-05-12", true), ("2026-01-01", true), ("2026-05-10", true), ("2026-05-11", false)]
    {
        assert_eq!(sample_posting(day(today)) == SAMPLE_POSTING, as_it_stood, "{today}");
    }
    let year_2027 = ["2027-05-10", "2027-05-17", "2027-05-25", "2027-06-07", "2027-06-21"].map(day);
    assert_eq!(starts(day("2026-11-28")), year_2027);
    let mut today = day("2026-01-01");
    let mut years = std::collections::BTreeSet::new();
    for _ in 0..400 {
        let text = sample_posting(today);
        let starts = starts(today);
        let (first, year) = (starts[0], starts[0].year());
        years.insert(year);
        // Ahead, and the very next: not a year later than need be.
        assert!(first > today && first < today + Days::new(380), "{today}: {first}");
        let weekdays: Vec<Weekday> = starts.iter().map(Datelike::weekday).collect();
        assert_eq!(
            weekdays,
            [Weekday::Mon, Weekday::Mon, Weekday::Tue, Weekday::Mon, Weekday::Mon],
            "{today}"
        );
        let after: Vec<i64> = starts.iter().map(|start| (*start - first).num_days()).collect();
        assert_eq!(after, [0, 7, 15, 28, 42], "{today}");
        // No other year is left in it, and nothing else is changed.
        let numbers = text.split(|c: char| !c.is_ascii_digit());
        let other = numbers
            .filter(|number| number.len() == 4 && number.starts_with("20"))
            .find(|n| *n != year.to_string());
        assert_eq!(other, None, "{today}");
        assert_eq!(text.lines().count(), SAMPLE_POSTING.lines().count());
        today = today + Days::new(29);
    }
    assert!(years.len() > 30, "{years:?}");
}

#[test]
fn each_sample_posting_has_the_same_facts_but_for_its_dates() {
    let without_dates = |text: &str| {
        let mut json = serde_json::to_value(read(text)).unwrap();
        let facts = json.as_object_mut().unwrap();
        for name in ["text", "title", "year", "start_dates", "doubts", "mentions", "minimum_qualifications"] {
            facts.remove(name);
        }
        // Where a fact stands may differ by a letter.
        let mut text = json.to_string();
        text.retain(|letter| !letter.is_ascii_digit());
        text
    };
    for year in 2026..2060 {
        let today = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        assert_eq!(without_dates(&sample_posting(today)), without_dates(SAMPLE_POSTING), "{year}");
    }
}
