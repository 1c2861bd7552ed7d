//! The answer to a posting that lists no start dates, as a script meets it (rules W).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod desk;

use desk::Desk;
use serde_json::{Value, json};

const JUNE: &[u8] = b"Software Engineering Intern\n\nThis is a 12-week internship starting in June 2027.\n";
const FREE: &str = "--free 2027-06-10..2027-09-05 --today 2026-11-22";

fn with(posting: &[u8]) -> Desk {
    let desk = Desk::new();
    desk.file("job.txt", posting);
    desk
}

#[test]
fn a_month_and_a_length_give_runs() {
    let answer = with(JUNE).json(&format!("check job.txt {FREE} --json"));
    assert_eq!(answer["starts"], "window");
    assert_eq!(answer["allowed"], json!([{"first": "2027-06-01", "last": "2027-06-30"}]));
    let runs = json!([
        {"first": "2027-06-10", "last": "2027-06-14", "verdict": "fits", "free": ["full_weeks", "working_weeks"]},
        {"first": "2027-06-15", "last": "2027-06-18", "verdict": "depends", "free": ["working_weeks"]},
    ]);
    assert_eq!(answer["runs"], runs);
    assert_eq!(answer["recommended"], "2027-06-10");
    assert_eq!(answer["longest"], json!({"weeks": 12, "months": 2}));
    assert_eq!(answer["run_starts"][1]["start"], "2027-06-15");
    assert_eq!((&answer["verdicts"], &answer["question"]), (&json!([]), &Value::Null));
}

#[test]
fn all_five_keys_are_always_there() {
    let desk = with(b"Barista wanted");
    let keys = ["starts", "allowed", "runs", "recommended", "longest"];
    for asking in
        ["job.txt", "job.txt --free 2027-06-10..", "posting.txt", "posting.txt --free 2026-05-16..2026-08-23"]
    {
        let answer = desk.json(&format!("check {asking} --today 2026-03-03 --json"));
        assert!(keys.iter().all(|key| answer.get(*key).is_some()), "{asking}: {answer}");
    }
    let listed = desk.json("check posting.txt --free 2026-05-16..2026-08-23 --today 2026-03-03 --json");
    assert_eq!((&listed["starts"], &listed["runs"]), (&json!("listed"), &json!([])));
    assert_eq!(listed["longest"], json!({"weeks": 14, "months": 3}));
    let any = desk.json("check job.txt --free 2027-06-10.. --today 2026-03-03 --json");
    assert_eq!((&any["starts"], &any["allowed"], &any["longest"]), (&json!("any"), &json!([]), &Value::Null));
    assert_eq!(any["runs"], json!([{"first": "2027-06-10", "last": null, "verdict": "depends", "free": []}]));
}

#[test]
fn the_plain_answer_says_all_of_it() {
    let said = with(JUNE).ok(&format!("check job.txt {FREE}"));
    for words in [
        "Start on any day from June 10 to June 14: every way of counting 12 weeks ends by September 5.\n",
        "From June 10 you could stay 12 weeks or 2 months at the longest.",
        "\nThu 2027-06-10 to Mon 2027-06-14  fits\n    Safe end from 2027-06-10: 2027-09-01\n",
        "\nTue 2027-06-15 to Fri 2027-06-18  depends\n",
        "\nTo state: Start date: June 10, 2027 · End date: September 5, 2027 (covers the 12-week program)\n",
    ] {
        assert!(said.contains(words), "{words:?} is not in {said}");
    }
    assert!(!said.contains("not listed") && !said.contains("To ask"), "{said}");
    let depends = with(JUNE).ok("check job.txt --free 2027-06-15..2027-09-05 --today 2026-11-22");
    assert!(depends.contains("\nTo ask: The posting says “12-week”: could you tell me"), "{depends}");
    let latest = with(b"Internship\n\nA 12-week internship. Must start no later than June 21, 2027.\n")
        .ok("check job.txt --free 2027-06-10..2027-09-05 --today 2026-11-28");
    assert_eq!(latest.matches("at the longest").count(), 1, "{latest}");
    let listed = Desk::new().ok("check posting.txt --free 2026-05-16..2026-08-23 --today 2026-03-03");
    assert!(
        listed.contains("\nFrom May 18 you could stay 14 weeks or 3 months at the longest.\n"),
        "{listed}"
    );
}

#[test]
fn any_day_of_a_run_can_be_stated() {
    let desk = with(JUNE);
    for (state, holds) in [
        ("2027-06-14..2027-09-05", true),
        ("2027-06-18..2027-09-03", true),
        ("2027-06-19..2027-09-05", false),
    ] {
        let draft = desk.ok(&format!("draft job.txt {FREE} --candidate resume.json --state {state}"));
        desk.file("draft.json", draft.as_bytes());
        let answer = desk.json("check draft.json --today 2026-11-22 --json");
        assert_eq!(answer["stated"]["holds"], holds, "{state}");
        let row = &answer["verdicts"][0];
        assert_eq!(
            (&row["listed"], &row["allowed"], &row["nearest_listed"]),
            (&json!(false), &json!(true), &Value::Null)
        );
    }
    desk.refused("line draft.json --today 2026-11-22", 1, "June 19, 2027 can’t be stated");
}

#[test]
fn the_students_own_time_goes_on_the_line() {
    let desk = with(b"Software Engineering Intern\n\nJoin us as an intern.\n");
    let draft = desk.ok(&format!("draft job.txt {FREE} --candidate resume.json"));
    desk.file("draft.json", draft.as_bytes());
    let line = desk.ok("line draft.json --today 2026-11-22");
    assert_eq!(
        line,
        "Start date: June 10, 2027 · End date: September 5, 2027 (covers 12 weeks and 4 days)\n"
    );
    let sentence = desk.ok("line draft.json --as sentence --today 2026-11-22");
    assert_eq!(
        sentence,
        "My start date is June 10, 2027 and my end date is September 5, 2027. These dates cover 12 weeks and 4 days.\n"
    );
    let ics = desk.ok("ics draft.json -o - --today 2026-11-22").replace("\r\n ", "");
    assert!(ics.contains("covers 12 weeks and 4 days"), "{ics}");
    assert!(
        ics.contains("DTSTART;VALUE=DATE:20270610") && ics.contains("DTEND;VALUE=DATE:20270906"),
        "{ics}"
    );
    desk.ok("header draft.json -o header.pdf --today 2026-11-22");
    let proof = desk.json("proof header.pdf --draft draft.json --today 2026-11-22 --json");
    assert_eq!(
        (&proof["passed"], &proof["orders"][0]["end"]),
        (&json!(true), &json!("2027-09-05")),
        "{proof}"
    );
}

#[test]
fn what_is_no_internship_still_gives_the_students_own_time() {
    let said = with(b"Barista wanted").ok(&format!("check job.txt {FREE}"));
    let text = "No internship was found in this text.\n\
                You are free from June 10, 2027 to September 5, 2027: 12 weeks and 4 days.\n";
    assert!(said.starts_with(text), "{said}");
}

#[test]
fn nothing_ends_in_give_your_own() {
    for posting in [
        JUNE,
        b"Join us as an intern.",
        b"Intern. Starts in June.",
        b"Barista wanted",
        b"Internship, up to 6 months",
    ] {
        for time in
            ["", "--free 2027-06-10..2027-06-10", "--free 2020-01-01..2020-02-01", "--free 2027-06-10.."]
        {
            let said = with(posting).ok(&format!("check job.txt {time} --today 2026-11-22"));
            assert!(!said.is_empty() && !said.to_lowercase().contains("your own"), "{said}");
        }
    }
}
