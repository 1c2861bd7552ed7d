//! The command line as a script meets it: what is printed, where, and with which exit status.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod desk;

use std::collections::BTreeSet;

use desk::Desk;
use serde_json::{Value, json};
use startline_engine::SAMPLE_POSTING;
use startline_reader::LARGEST_POSTING;

const FREE: &str = "--free 2026-05-16..2026-08-23";

/// The verdict of one start date in a `check --json`.
fn verdict<'a>(answer: &'a Value, start: &str) -> &'a Value {
    answer["verdicts"].as_array().unwrap().iter().find(|each| each["start"] == start).unwrap()
}

fn reading<'a>(verdict: &'a Value, measure: &str) -> &'a Value {
    verdict["readings"].as_array().unwrap().iter().find(|each| each["measure"] == measure).unwrap()
}

#[test]
fn the_sample_posting_is_judged() {
    let answer = Desk::new().json(&format!("check posting.txt {FREE} --today 2026-11-22 --json"));
    assert_eq!(answer["recommended"], "2026-05-18");
    assert_eq!(answer["all_passed"], true);
    assert_eq!(answer["smallest_change"], Value::Null);

    let may_11 = verdict(&answer, "2026-05-11");
    assert_eq!((&may_11["verdict"], &may_11["days_early"]), (&json!("misses"), &json!(5)));

    let may_18 = verdict(&answer, "2026-05-18");
    assert_eq!(may_18["verdict"], "fits");
    assert_eq!((&may_18["safe_end"], &may_18["spare_after"]), (&json!("2026-08-17"), &json!(6)));

    let may_26 = verdict(&answer, "2026-05-26");
    assert_eq!(may_26["verdict"], "depends");
    assert_eq!(reading(may_26, "working_weeks")["free"], true);
    assert_eq!(reading(may_26, "full_weeks")["free"], true);
    assert_eq!(reading(may_26, "months")["short_days"], 2);
    assert_eq!(may_26["spare_before"], 10);

    let june_8 = verdict(&answer, "2026-06-08");
    assert_eq!(june_8["verdict"], "misses");
    assert_eq!(reading(june_8, "working_weeks")["last"], "2026-08-28");
    assert_eq!(reading(june_8, "working_weeks")["short_days"], 5);

    assert_eq!(verdict(&answer, "2026-06-22")["verdict"], "misses");
}

#[test]
fn finals_take_their_days_only_when_they_are_fixed() {
    let desk = Desk::new();
    let busy = desk.json(&format!("check posting.txt {FREE} --busy Finals=2026-06-01..2026-06-02 --json"));
    let may_18 = verdict(&busy, "2026-05-18");
    assert_eq!(may_18["verdict"], "misses");
    let clash = json!([{ "name": "Finals", "first": "2026-06-01", "last": "2026-06-02", "days": 2 }]);
    assert_eq!(may_18["clashes"], clash);
    assert!(may_18["reasons"].to_string().contains("Finals"), "{}", may_18["reasons"]);

    let away = desk.json(&format!("check posting.txt {FREE} --away Finals=2026-06-01..2026-06-02 --json"));
    let may_18 = verdict(&away, "2026-05-18");
    assert_eq!((&may_18["verdict"], &may_18["away"]), (&json!("fits"), &clash));
}

#[test]
fn without_a_free_span_the_ends_stand_without_verdicts() {
    let answer = Desk::new().json("check posting.txt --json");
    let may_18 = verdict(&answer, "2026-05-18");
    assert_eq!((&may_18["verdict"], &may_18["safe_end"]), (&Value::Null, &json!("2026-08-17")));
    assert_eq!(answer["recommended"], Value::Null);
}

#[test]
fn a_date_of_ones_own_is_judged_and_marked() {
    let answer = Desk::new().json(&format!("check posting.txt {FREE} --start 2026-05-20 --json"));
    let own = verdict(&answer, "2026-05-20");
    assert_eq!((&own["listed"], &own["nearest_listed"]), (&json!(false), &json!("2026-05-18")));
    assert_eq!(answer["recommended"], "2026-05-18", "a listed date is recommended before one's own");
}

#[test]
fn a_draft_becomes_a_header_and_a_line() {
    let desk = Desk::new();
    let draft = desk.ok(&format!(
        "draft posting.txt {FREE} --candidate resume.json --state 2026-05-18..2026-08-17 --graduation 2027-05"
    ));
    desk.file("draft.json", draft.as_bytes());
    let value: Value = serde_json::from_str(&draft).unwrap();
    assert_eq!(value["startline"], 1);
    assert_eq!(value["stated"]["end"], "2026-08-17");
    assert_eq!(value["candidate"]["name"], "Zoë Nguyễn");

    let line = desk.ok("line draft.json");
    assert!(line.starts_with("Start date: May 18, 2026 · End date: August 17, 2026"), "{line}");
    assert!(line.contains("covers the 12-week program and the 3-month minimum"), "{line}");
    assert!(!line.contains("full-time"), "the student did not say so: {line}");

    desk.ok("header draft.json -o header.pdf");
    let pdf = std::fs::read(desk.folder().join("header.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    desk.ok("header draft.json -o again.pdf");
    assert_eq!(pdf, std::fs::read(desk.folder().join("again.pdf")).unwrap(), "the same bytes twice");
    desk.ok("header draft.json -o a4.pdf --paper a4");
    assert_ne!(pdf, std::fs::read(desk.folder().join("a4.pdf")).unwrap());

    let proof = desk.json("proof header.pdf --draft draft.json --json");
    assert_eq!(proof["passed"], true, "{proof}");
    assert_eq!(proof["orders"][0]["start"], "2026-05-18");

    let checked = desk.json("check draft.json --json");
    assert_eq!(
        checked["stated"],
        json!({ "start": "2026-05-18", "end": "2026-08-17", "holds": true, "reason": null })
    );

    desk.ok("ics draft.json -o days.ics");
    let ics = std::fs::read_to_string(desk.folder().join("days.ics")).unwrap();
    assert!(
        ics.contains("DTSTART;VALUE=DATE:20260518") && ics.contains("DTEND;VALUE=DATE:20260818"),
        "{ics}"
    );
}

/// A draft that states May 18 to August 17, in a file of its own.
fn stating(desk: &Desk) -> String {
    desk.ok(&format!("draft posting.txt {FREE} --candidate resume.json --state 2026-05-18..2026-08-17"))
}

#[test]
fn the_line_is_written_in_the_wording_asked_for() {
    let desk = Desk::new();
    let mut draft: Value = serde_json::from_str(&stating(&desk)).unwrap();
    draft["stated"]["full_time"] = true.into();
    desk.file("draft.json", draft.to_string().as_bytes());
    let covers = "the 12-week program and the 3-month minimum";
    for (wording, line) in [
        (
            "text",
            format!("Start date: May 18, 2026 · End date: August 17, 2026 (full-time; covers {covers})"),
        ),
        (
            "sentence",
            format!(
                "My start date is May 18, 2026 and my end date is August 17, 2026. \
                 I am available full-time. These dates cover {covers}."
            ),
        ),
        ("short", "Start date: May 18, 2026; End date: August 17, 2026".to_owned()),
        (
            "latex",
            format!(
                "\\textbf{{Start date:}} May~18,~2026 \\textperiodcentered{{}} \\textbf{{End date:}} \
                 August~17,~2026 (full-time; covers {covers})"
            ),
        ),
        (
            "typst",
            format!(
                "*Start date:* #box[May 18, 2026] · *End date:* #box[August 17, 2026] (full-time; covers {covers})"
            ),
        ),
        (
            "markdown",
            format!(
                "**Start date:** May 18, 2026 · **End date:** August 17, 2026 (full-time; covers {covers})"
            ),
        ),
    ] {
        assert_eq!(desk.ok(&format!("line draft.json --as {wording}")), line + "\n");
    }
    draft["style"]["dates"] = "iso".into();
    desk.file("draft.json", draft.to_string().as_bytes());
    let typst = desk.ok("line draft.json --as typst");
    assert!(typst.starts_with("*Start date:* #box[2026-05-18] · *End date:* #box[2026-08-17]"), "{typst}");
    desk.refused("line draft.json --as html", 2, "text, sentence, short, latex, typst, markdown");
}

#[test]
fn a_header_is_a_picture_where_its_name_says_so() {
    let desk = Desk::new();
    desk.file("draft.json", stating(&desk).as_bytes());
    let file = |name: &str| std::fs::read(desk.folder().join(name)).unwrap();
    desk.ok("header draft.json -o header.PNG");
    assert!(file("header.PNG").starts_with(b"\x89PNG\r\n\x1a\n"));
    desk.ok("header draft.json -o again.png");
    assert_eq!(file("header.PNG"), file("again.png"), "the same bytes twice");
    desk.ok("header draft.json -o picture --as png");
    assert_eq!(file("header.PNG"), file("picture"));
    desk.ok("header draft.json -o document.png --as pdf");
    assert!(file("document.png").starts_with(b"%PDF"));
    desk.refused("header draft.json -o again.png", 2, "exists");
    desk.refused("header draft.json -o x.gif --as gif", 2, "pdf, png");
}

#[test]
fn a_proof_says_what_is_in_the_file_and_ends_with_1_where_that_is_not_enough() {
    let desk = Desk::new();
    desk.file("draft.json", stating(&desk).as_bytes());
    desk.ok("header draft.json -o header.pdf");
    let said = desk.ok("proof header.pdf --draft draft.json");
    for words in ["1 page", "tagged", "2026-05-18", "2026-08-17", "name first", "zoe@example.edu", "Passed."]
    {
        assert!(said.contains(words), "{words:?} is not in {said}");
    }
    let alone = desk.json("proof header.pdf --json");
    assert_eq!(alone["orders"][1]["name_first"], Value::Null, "nobody said whose it is");
    assert_eq!(alone["orders"][1]["end"], "2026-08-17");

    let other =
        desk.ok(&format!("draft posting.txt {FREE} --candidate resume.json --state 2026-05-26..2026-08-17"));
    desk.file("other.json", other.as_bytes());
    let output = desk.run("proof header.pdf --draft other.json --json");
    let proof: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &proof["passed"]), (Some(1), &json!(false)), "{proof}");
    assert!(!proof["problems"].as_array().unwrap().is_empty());

    desk.file("broken.pdf", b"%PDF-1.7 broken");
    for arguments in ["proof broken.pdf", "proof broken.pdf --draft draft.json"] {
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("damaged"), "{arguments}");
    }
    desk.refused("proof none.pdf", 2, "no file none.pdf");
}

#[test]
fn a_calendar_file_is_written_as_the_standard_has_it() {
    let desk = Desk::new();
    let mut draft: Value = serde_json::from_str(&stating(&desk)).unwrap();
    draft["title"] = "Ads, Creative; Ecosystem \\ très long nom de poste, près de l’été à Montréal".into();
    desk.file("draft.json", draft.to_string().as_bytes());
    let written = desk.ok("ics draft.json -o -");
    assert!(written.ends_with("\r\n") && !written.replace("\r\n", "").contains(['\r', '\n']), "{written:?}");
    assert!(written.split("\r\n").all(|line| line.len() <= 75), "a line is over 75 bytes: {written}");
    let unfolded = written.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.lines().collect();
    assert_eq!((lines[0], lines[lines.len() - 1]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    for line in [
        "VERSION:2.0",
        "DTSTART;VALUE=DATE:20260518",
        "DTEND;VALUE=DATE:20260818",
        "TRANSP:TRANSPARENT",
        r"SUMMARY:Internship: Ads\, Creative\; Ecosystem \\ très long nom de poste\, près de l’été à Montréal",
    ] {
        assert_eq!(lines.iter().filter(|each| **each == line).count(), 1, "{line} is not once in {unfolded}");
    }
    for name in ["PRODID:-//Startline//", "UID:", "DTSTAMP:"] {
        assert_eq!(lines.iter().filter(|line| line.starts_with(name)).count(), 1, "{name} in {unfolded}");
    }

    let uid = |ics: &str| {
        ics.replace("\r\n ", "").lines().find(|line| line.starts_with("UID:")).unwrap().to_owned()
    };
    draft["stated"]["end"] = "2026-08-10".into();
    desk.file("draft.json", draft.to_string().as_bytes());
    assert_eq!(uid(&written), uid(&desk.ok("ics draft.json -o -")), "a calendar moves the event it has");
    draft["posting"]["text"] = json!("Another one. 12 weeks from May 18, 2026. Internship.");
    desk.file("draft.json", draft.to_string().as_bytes());
    assert_ne!(uid(&written), uid(&desk.ok("ics draft.json -o -")), "another application's is another event");
}

#[test]
fn a_posting_may_be_a_pdf() {
    let desk = Desk::new();
    let draft = desk.ok(&format!("draft posting.txt {FREE} --candidate resume.json"));
    desk.file("draft.json", draft.as_bytes());
    desk.ok("header draft.json -o sheet.pdf");
    // Any PDF with text will do: what its name says is not what it is told by.
    std::fs::rename(desk.folder().join("sheet.pdf"), desk.folder().join("posting.txt")).unwrap();
    let text = desk.json("read posting.txt --json")["text"].to_string();
    assert!(text.contains("Start date: May 18, 2026"), "{text}");
}

#[test]
fn dates_that_the_calendar_denies_are_not_stated() {
    let desk = Desk::new();
    for (state, words) in [
        ("2026-05-11..2026-08-10", "May 11, 2026"),
        ("2026-05-18..2026-08-30", "August 30, 2026"),
        ("2026-05-18..2026-06-30", "shortest"),
    ] {
        let draft = desk.ok(&format!("draft posting.txt {FREE} --candidate resume.json --state {state}"));
        desk.file("draft.json", draft.as_bytes());
        desk.refused("header draft.json -o header.pdf", 1, words);
        desk.refused("line draft.json", 1, words);
        assert!(!desk.folder().join("header.pdf").exists());
    }
}

#[test]
fn an_existing_file_is_replaced_only_by_force() {
    let desk = Desk::new();
    let draft = desk.ok(&format!("draft posting.txt {FREE} --candidate resume.json"));
    desk.file("draft.json", draft.as_bytes());
    for (arguments, starts) in [
        ("header draft.json -o out", "%PDF"),
        ("ics draft.json -o out", "BEGIN:VCALENDAR"),
        ("draft posting.txt -o out", "{"),
        ("import resume.json -o out", "{"),
        ("sample -o out", "Are you applying"),
    ] {
        desk.file("out", b"mine");
        desk.refused(arguments, 2, "exists");
        assert_eq!(std::fs::read(desk.folder().join("out")).unwrap(), b"mine", "{arguments}");
        assert_eq!(desk.ok(&format!("{arguments} --force")), "", "{arguments}");
        let written = std::fs::read(desk.folder().join("out")).unwrap();
        assert!(written.starts_with(starts.as_bytes()), "{arguments}");
    }
}

#[test]
fn a_draft_in_a_file_is_the_one_on_standard_output() {
    let desk = Desk::new();
    for asking in [&format!("draft posting.txt {FREE} --candidate resume.json"), "import resume.json"] {
        desk.ok(&format!("{asking} -o draft.json --force"));
        let written = std::fs::read_to_string(desk.folder().join("draft.json")).unwrap();
        assert_eq!(written, desk.ok(asking), "{asking}");
        assert_eq!(written, desk.ok(&format!("{asking} -o -")), "{asking}");
    }
}

#[test]
fn bad_input_gets_a_sentence_and_its_status() {
    let desk = Desk::new();
    desk.file("empty.txt", b" \n");
    desk.file("binary.txt", &[0, 159, 146, 150, 0, 1, 2, 3]);
    desk.file("large.txt", &vec![b'a'; LARGEST_POSTING + 1]);
    desk.file("broken.json", br#"{"startline": 1, "title": "#);
    desk.file("newer.json", br#"{"startline": 99, "title": "A"}"#);
    desk.file("not.pdf", b"%PDF-1.7 broken");
    desk.file("other.json", br#"{"name": "A", "values": [1, 2]}"#);
    desk.file("busy.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    for (arguments, status, words) in [
        ("read empty.txt", 1, "no text in this posting"),
        ("read binary.txt", 1, "not text"),
        ("read large.txt", 1, "larger than 10 MB"),
        ("read none.txt", 2, "no file none.txt"),
        ("read .", 2, "folder"),
        ("read not.pdf", 1, "damaged"),
        ("read newer.json", 1, "a Startline draft, not a posting"),
        ("check resume.json", 1, "a JSON Resume, not a posting"),
        ("check other.json", 1, "no “startline” format number"),
        ("check busy.ics", 1, "a calendar file, not a posting"),
        ("check posting.txt --calendar other.json", 1, "not a calendar file"),
        ("line other.json", 1, "no “startline” format number"),
        ("check posting.txt --free 2026-08-23..2026-05-16", 2, "2026-05-16 is before 2026-08-23"),
        ("check posting.txt --free May", 2, "May"),
        ("check posting.txt --busy 2026-06-01..2026-06-02", 2, "no name"),
        ("check posting.txt --graduation soon", 2, "soon"),
        ("check broken.json", 1, "damaged"),
        ("line newer.json", 1, "newer Startline"),
        ("header broken.json -o x.pdf", 1, "damaged"),
        ("import posting.txt", 1, ""),
        ("frobnicate", 2, "frobnicate"),
        ("drafts show ../../etc/passwd", 1, ""),
    ] {
        desk.refused(arguments, status, words);
    }
    let nothing = desk.run_with(&["read", "-"], b"");
    assert_eq!(nothing.status.code(), Some(1));
}

/// Every place where a file is asked for, as `FILE`.
const ASKING: [&str; 10] = [
    "read FILE --json",
    "check FILE --json",
    "check posting.txt --calendar FILE",
    "draft FILE",
    "draft posting.txt --candidate FILE",
    "import FILE",
    "line FILE",
    "header FILE -o out.pdf",
    "ics FILE -o out.ics",
    "place FILE resume.pdf -o out.pdf",
];

#[test]
fn no_bad_file_gets_further_than_a_sentence_wherever_it_is_given() {
    let desk = Desk::new();
    desk.file("empty", b"");
    desk.file("blank", b"\xef\xbb\xbf \r\n\t");
    desk.file("binary", &(0..=255).cycle().take(5000).collect::<Vec<u8>>());
    std::fs::File::create(desk.folder().join("huge")).unwrap().set_len(100 << 20).unwrap();
    desk.file("newer", br#"{"startline": 2, "title": "A"}"#);
    desk.file("half", br#"{"startline": 1, "title": "#);
    desk.file("deep", format!("{{\"startline\": 1, \"x\": {}", "[".repeat(3000)).as_bytes());
    for format in ["-1", "0", "1.5", "\"1\"", "null", "1e400"] {
        desk.file(
            &format!("format {format}").replace(['"', ' '], "_"),
            format!("{{\"startline\": {format}}}").as_bytes(),
        );
    }
    std::fs::create_dir(desk.folder().join("folder")).unwrap();
    let files = || {
        let names = std::fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name != "posting.txt" && name != "resume.json").collect::<BTreeSet<_>>()
    };
    let mut bad = files();
    bad.insert("none".into());
    for file in bad.iter().map(|name| name.to_str().unwrap()) {
        let status = if ["none", "folder"].contains(&file) { 2 } else { 1 };
        for asking in ASKING {
            desk.refused(&asking.replace("FILE", file), status, ".");
        }
    }
    let mut left = files();
    left.insert("none".into());
    assert_eq!(left, bad);
}

/// The value with each part of it in turn replaced by one of another type.
fn with_a_wrong_type(value: &Value) -> Vec<(String, Value)> {
    fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
        let parts: Vec<(String, &Value)> = match value {
            Value::Object(parts) => parts.iter().map(|(key, part)| (key.clone(), part)).collect(),
            Value::Array(parts) => parts.iter().enumerate().map(|(n, part)| (n.to_string(), part)).collect(),
            _ => Vec::new(),
        };
        for (key, part) in parts {
            pointers(part, &format!("{at}/{key}"), found);
        }
        if !at.is_empty() {
            found.push(at.to_owned());
        }
    }
    let mut found = Vec::new();
    pointers(value, "", &mut found);
    let wrong = |at: String| {
        let mut wrong = value.clone();
        let part = wrong.pointer_mut(&at).unwrap();
        *part = if part.is_boolean() || part.is_null() { json!({"a": [7.5]}) } else { json!(true) };
        (at, wrong)
    };
    found.into_iter().map(wrong).collect()
}

#[test]
fn a_draft_with_a_value_of_the_wrong_type_is_damaged_and_stays_as_it_is() {
    let desk = Desk::new();
    let draft = desk.ok(&format!(
        "draft posting.txt {FREE} --busy Finals=2026-05-16..2026-05-17 --candidate resume.json --state 2026-05-18..2026-08-17"
    ));
    let cases = with_a_wrong_type(&serde_json::from_str(&draft).unwrap());
    assert!(cases.len() > 30, "{}", cases.len());
    for (at, wrong) in cases {
        let bytes = serde_json::to_vec(&wrong).unwrap();
        desk.file("draft.json", &bytes);
        for asking in ["line draft.json", "header draft.json -o out.pdf", "check draft.json --json"] {
            let output = desk.run(asking);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(1), "{asking}, {at}: {said}");
            assert!(said.contains("left as it is") && output.stdout.is_empty(), "{asking}, {at}: {said}");
        }
        assert_eq!(std::fs::read(desk.folder().join("draft.json")).unwrap(), bytes);
        assert!(!desk.folder().join("out.pdf").exists(), "{at}");
    }
}

#[test]
fn a_posting_without_dates_is_an_answer_not_an_error() {
    let desk = Desk::new();
    desk.file("job.txt", b"Join us as an intern. We like kind people.");
    let answer = desk.json(&format!("check job.txt {FREE} --today 2026-03-03 --json"));
    assert_eq!((&answer["verdicts"], &answer["recommended"]), (&json!([]), &json!("2026-05-18")));
    let said = desk.ok(&format!("check job.txt {FREE} --today 2026-03-03"));
    assert!(said.starts_with("You are free from May 16 to August 23: 14 weeks and 2 days.\n"), "{said}");
    let over = desk.json(&format!("check job.txt {FREE} --today 2026-11-22 --json"));
    assert_eq!((&over["verdicts"], &over["recommended"]), (&json!([]), &Value::Null));
}

#[test]
fn a_place_that_takes_no_file_loses_nothing() {
    let desk = Desk::new();
    let draft = desk.ok(&format!("draft posting.txt {FREE} --candidate resume.json"));
    desk.file("draft.json", draft.as_bytes());
    desk.file("a-file", b"mine");
    desk.refused("header draft.json -o a-file/header.pdf", 1, "a file stands where a folder is needed");
    desk.refused("header draft.json -o no-folder/header.pdf", 1, "its folder is not there");
    if cfg!(target_os = "linux") {
        desk.refused("header draft.json -o /dev/full --force", 1, "the disk is full");
    }
    assert_eq!(std::fs::read(desk.folder().join("a-file")).unwrap(), b"mine");
    assert_eq!(std::fs::read(desk.folder().join("draft.json")).unwrap(), draft.as_bytes());
}

#[test]
fn postings_come_by_standard_input_too() {
    let desk = Desk::new();
    let output = desk.run_with(&["read", "-", "--json"], SAMPLE_POSTING.as_bytes());
    let facts: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(facts["max_applications"]["value"], 2);
    assert_eq!(facts["text"], SAMPLE_POSTING);
}
