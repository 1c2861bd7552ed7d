//! `--calendar`: what counts, and what is said of the rest.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod desk;

use desk::Desk;
use serde_json::Value;

/// A calendar of these components, each with its lines.
fn calendar(components: &[(&str, &str)]) -> String {
    let parts = components.iter().map(|(name, lines)| format!("BEGIN:{name}\n{lines}\nEND:{name}\n"));
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", parts.collect::<String>())
}

/// The commitments that a check counts with these flags, and what it says.
fn checked(desk: &Desk, text: &str, flags: &str) -> (Vec<String>, Vec<String>) {
    desk.file("mine.ics", text.as_bytes());
    let free = "--free 2026-05-01..2026-09-30 --today 2026-03-03 --zone America/Los_Angeles";
    let output = desk.run(&format!("draft posting.txt {free} --calendar mine.ics {flags}"));
    assert!(output.status.success());
    let draft: Value = serde_json::from_slice(&output.stdout).unwrap();
    let fixed = draft["calendar"]["fixed"].as_array().unwrap().iter();
    let line =
        |each: &Value| format!("{} {}..{}", each["name"], each["first"], each["last"]).replace('"', "");
    let said = String::from_utf8(output.stderr).unwrap();
    (
        fixed.map(line).collect(),
        said.lines().map(|line| line.trim_start_matches("startline: ").to_owned()).collect(),
    )
}

const FINALS: &str = "SUMMARY:Finals week\nDTSTART;VALUE=DATE:20260518\nDTEND;VALUE=DATE:20260523";
const FREE: &str = "\nTRANSP:TRANSPARENT";

#[test]
fn events_marked_free_are_left_out_aloud_and_count_where_that_is_asked_for() {
    let desk = Desk::new();
    let free = format!("{FINALS}{FREE}");
    let other = |name: &str, day: u32| format!("SUMMARY:{name}\nDTSTART;VALUE=DATE:202606{day:02}{FREE}");
    let others: Vec<String> = (1..=4).map(|n| other(&format!("Day {n}"), n)).collect();
    let exam = "SUMMARY:Exam\nDTSTART;VALUE=DATE:20260610";
    let finals = "Finals week 2026-05-18..2026-05-22".to_owned();
    let way_on = "Calendars mark exams so too; give --with-free-events to count them.";

    let one = calendar(&[("VEVENT", &free)]);
    let (counted, said) = checked(&desk, &one, "");
    assert_eq!(counted, Vec::<String>::new());
    assert_eq!(said[0], "no event of mine.ics near these dates counts as a commitment.");
    assert_eq!(said[1], format!("1 event marked as free was left out: “Finals week”. {way_on}"));
    let (counted, said) = checked(&desk, &one, "--with-free-events");
    assert_eq!(counted, std::slice::from_ref(&finals));
    assert_eq!(said, ["1 event of mine.ics near these dates counts as a fixed commitment."]);

    let mut all: Vec<(&str, &str)> = others.iter().map(|each| ("VEVENT", each.as_str())).collect();
    all.extend([("VEVENT", free.as_str()), ("VEVENT", exam)]);
    let (counted, said) = checked(&desk, &calendar(&all), "");
    assert_eq!(counted, ["Exam 2026-06-10..2026-06-10"]);
    let names = "“Finals week”, “Day 1”, “Day 2” and others";
    assert_eq!(said[1], format!("5 events marked as free were left out: {names}. {way_on}"));
    let (counted, said) = checked(&desk, &calendar(&all), "--with-free-events");
    assert_eq!(counted.len(), 6);
    assert_eq!(said, ["6 events of mine.ics near these dates count as fixed commitments."]);
}

#[test]
fn a_calendar_marked_free_throughout_gives_no_fits_in_silence() {
    let desk = Desk::new();
    desk.file("mine.ics", calendar(&[("VEVENT", &format!("{FINALS}{FREE}"))]).as_bytes());
    let check =
        "check posting.txt --free 2026-05-16..2026-08-23 --calendar mine.ics --today 2026-03-03 --json";
    let verdict = |flags: &str| {
        let answer = desk.json(&format!("{check} {flags}"));
        let all = answer["verdicts"].as_array().unwrap().clone();
        all.into_iter().find(|each| each["start"] == "2026-05-18").unwrap()["verdict"].clone()
    };
    assert_eq!(verdict(""), "fits");
    assert_eq!(verdict("--with-free-events"), "misses");
}

#[test]
fn a_hidden_calendar_s_busy_time_counts() {
    let desk = Desk::new();
    let busy = "FREEBUSY:20260518T160000Z/PT2H,20260519T160000Z/PT2H";
    let (counted, said) = checked(&desk, &calendar(&[("VFREEBUSY", busy)]), "");
    assert_eq!(counted, ["Busy 2026-05-18..2026-05-18", "Busy 2026-05-19..2026-05-19"]);
    assert_eq!(said, ["2 events of mine.ics near these dates count as fixed commitments."]);
    let (counted, said) = checked(&desk, &calendar(&[("VTODO", "SUMMARY:Essay")]), "");
    assert_eq!(counted, Vec::<String>::new());
    assert_eq!(said[0], "There are no events in this calendar.");
}
