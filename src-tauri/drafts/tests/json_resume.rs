//! Importing JSON Resume: the shapes that are about, new and old, and the broken ones.
#![allow(clippy::unwrap_used, reason = "a test")]

use proptest::prelude::*;
use startline_drafts::{ImportError, Imported, import_json_resume};

fn import(text: &str) -> Imported {
    import_json_resume(text.as_bytes()).unwrap()
}

/// Checks what a résumé gives, written as one line a field.
fn check(text: &str, expected: &[&str]) {
    let Imported { candidate, notes } = import(text);
    let mut lines = vec![("name", Some(candidate.name)), ("headline", candidate.headline)];
    lines.extend([("email", candidate.email), ("phone", candidate.phone), ("location", candidate.location)]);
    let mut lines: Vec<String> = lines
        .into_iter()
        .filter_map(|(what, text)| text.filter(|text| !text.is_empty()).map(|text| format!("{what}: {text}")))
        .collect();
    lines.extend(candidate.links.iter().map(|link| format!("{}: {}", link.label, link.url)));
    lines.extend(candidate.education.iter().map(|school| {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        format!("{} | {} | {}", school.school, part(&school.degree), part(&school.graduation))
    }));
    lines.extend(notes.iter().map(|note| format!("! {note}")));
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn a_resume_of_today_s_schema() {
    check(
        include_str!("json_resume/today.json"),
        &[
            "name: Zoë Nguyễn",
            "headline: Computer Science Student",
            "email: zoe@example.edu",
            "phone: +1 408-555-0142",
            "location: San José, California",
            "Website: https://zoe.example.com",
            "GitHub: https://github.com/zoe",
            "LinkedIn: https://www.linkedin.com/in/zoe-nguyen",
            "Graduate School | - | -",
            "San José State University | Bachelor of Science in Computer Science | 2027-05",
            "Foothill College | A.S. Mathematics | 2025-06",
            "! The street address was left out: a header needs only the city.",
            "! Mastodon (@zoe@example.social) was left out, because the file gives no address for it.",
            "! The file gives no graduation date at Graduate School: add the month you expect.",
        ],
    );
}

#[test]
fn a_resume_of_the_older_schemas() {
    check(
        include_str!("json_resume/older.json"),
        &[
            "name: Max Mustermann",
            "headline: Developer",
            "email: max@example.org",
            "phone: 15550100",
            "location: Berlin, DE",
            "Website: http://max.example.org",
            "Twitter: https://twitter.example/max",
            "Technical University | Informatics | 2016",
            "! The graduation at Technical University has a year and no month: add it, so that it can be judged.",
        ],
    );
    check(
        r#"{"bio": {"firstName": "Ana", "lastName": "Silva", "email": {"work": "ana@work.example", "personal": "ana@example.pt"},
            "phone": {"mobile": "+351 912 345 678"}, "websites": ["https://ana.example"], "location": "Porto, Portugal"}}"#,
        &[
            "name: Ana Silva",
            "email: ana@example.pt",
            "phone: +351 912 345 678",
            "location: Porto, Portugal",
            "Website: https://ana.example",
        ],
    );
}

#[test]
fn dates_that_are_partial_or_words() {
    let with = |dates: &str| {
        format!(
            r#"{{"education": [{{"institution": "MIT", "area": "CS", {dates}}}], "basics": {{"name": "A"}}}}"#
        )
    };
    let graduates = |dates: &str, expected: Option<&str>, notes: usize| {
        let imported = import(&with(dates));
        assert_eq!(imported.candidate.education[0].graduation.as_deref(), expected, "{dates}");
        assert_eq!(imported.notes.len(), notes, "{dates}: {:?}", imported.notes);
    };
    graduates(r#""endDate": "2027-05-21""#, Some("2027-05"), 0);
    graduates(r#""endDate": "2027-05""#, Some("2027-05"), 0);
    graduates(r#""endDate": "2014-06-29T00:00:00Z""#, Some("2014-06"), 0);
    graduates(r#""endDate": "2027""#, Some("2027"), 1);
    graduates(r#""endDate": 2027"#, Some("2027"), 1);
    graduates(r#""endDate": "May 2027""#, Some("May 2027"), 1);
    graduates(r#""endDate": "2027-13""#, Some("2027-13"), 1);
    graduates(r#""endDate": "Present", "startDate": "2023""#, None, 1);
    graduates(r#""endDate": "", "startDate": "2023-08""#, None, 1);
    graduates(r#""endDate": null"#, None, 0);
    graduates(r#""gpa": "4.0""#, None, 0);
}

#[test]
fn a_degree_is_said_as_people_say_it() {
    let degree = |kind: &str, area: &str| {
        let text = format!(
            r#"{{"education": [{{"institution": "MIT", "studyType": "{kind}", "area": "{area}"}}]}}"#
        );
        import(&text).candidate.education[0].degree.clone().unwrap_or_default()
    };
    assert_eq!(degree("Bachelor", "Software Development"), "Bachelor's in Software Development");
    assert_eq!(degree("masters", "Physics"), "master's in Physics");
    assert_eq!(degree("Bachelor", ""), "Bachelor's");
    assert_eq!(degree("B.S", "Computer Science"), "B.S. Computer Science");
    assert_eq!(degree("Ph.D", "Physics"), "Ph.D. Physics");
    assert_eq!(degree("Bachelor's", "Physics"), "Bachelor's in Physics");
    assert_eq!(degree("B.S.", "Physics"), "B.S. Physics");
    assert_eq!(degree("BSc", "Physics"), "BSc Physics");
    assert_eq!(degree("MBA", "Finance"), "MBA Finance");
    assert_eq!(degree("BS in Physics", "physics"), "BS in Physics");
    assert_eq!(degree("", "Physics"), "Physics");
    assert_eq!(degree("PhD", ""), "PhD");
    assert_eq!(degree("", ""), "");
}

#[test]
fn what_has_the_wrong_shape_is_passed_over() {
    check(
        r#"{"basics": {"name": ["Ana"], "email": false, "phone": 5, "location": [], "profiles": {"network": "GitHub", "username": "ana"}},
              "education": {"institution": "MIT"}, "work": 3}"#,
        &["name: Ana", "phone: 5", "GitHub: https://github.com/ana", "MIT | - | -"],
    );
    check(
        r#"{"basics": {"profiles": [null, 3, {}, {"url": "https://a.example"}, {"network": "GitHub", "username": "../x?y"}]}}"#,
        &[
            "a.example: https://a.example",
            "! GitHub (../x?y) was left out, because the file gives no address for it.",
            "! The file gives no name: type it in.",
        ],
    );
    check("\u{feff}{\"basics\": {\"name\": \"  Ana \\n Silva\"}}", &["name: Ana Silva"]);
}

#[test]
fn a_broken_file_is_explained_by_its_line() {
    let explain = |text: &[u8], sentence: &str| {
        let error = import_json_resume(text).unwrap_err().to_string();
        assert!(error.contains(sentence) && error.to_lowercase().contains("nothing was changed"), "{error}");
    };
    explain(
        include_bytes!("json_resume/trailing-comma.json"),
        "Line 8, column 54 of this file breaks it: a comma with nothing after it. Take the comma out.",
    );
    explain(
        b"{\n \"basics\": {\n \"name\": \"A\"\n \"email\": \"\"}}",
        "Line 4, column 2 of this file breaks it: a comma is missing before “\"email\": \"\"}}”",
    );
    explain(
        b"{\n \"basics\": {\n \"name\": \"A",
        "Line 3, column 11 of this file breaks it: the file ends too early",
    );
    explain(b"{\n \"basics\": {\n \"name\": \"A\n\"}}", "a text runs over the end of its line");
    explain(
        b"{\n 'basics': {}}",
        "Line 2, column 2 of this file breaks it: a name stands without its quotation marks, in “'basics': {}}”. Write",
    );
    explain(b"", "it is empty");
    explain(b"  \n ", "it is empty");
    explain(b"{\n\"basics\": \"\xff\"}", "Line 2 of this file is not text that can be read");
    explain("{\"basics\": \"é\",, 1}".as_bytes(), "Line 1, column 16 of this file");
    explain(b"[]", "This file is a list, which begins with \u{201c}[\u{201d}.");
    explain(b"[{\"basics\": {\"name\": \"A\"}}]", "save it as a file of its own");
    explain(b"{\"basics\": {\"name\": nope}}", "a value is missing or is not written as JSON has it");
    explain(b"{\"basics\": {}} x", "the r\u{e9}sum\u{e9} has ended, and more follows");
    explain(b"{\"basics\" {}}", "a colon is missing");
    explain(b"{\"basics\": \"C:\\x\"}", "a backslash stands before");
    explain("[".repeat(500).as_bytes(), "brackets stand within brackets too many times");
    explain(b"\x89PNG\r\n\x1a\n", "Line 1 of this file is not text");
    explain(b"PK\x03\x04", "Line 1, column 1 of this file breaks it");
    explain(b"null", "not a JSON Resume");
    explain(b"3", "not a JSON Resume");
    explain(b"{\"startline\": 1}", "not a JSON Resume");
    explain(include_bytes!("json_resume/empty.json"), "is empty");
    assert_eq!(import_json_resume(&vec![b' '; (16 << 20) + 1]), Err(ImportError::TooLarge));
}

#[test]
fn windows_editors_encodings_are_read() {
    let text = "\u{feff}{\"basics\": {\"name\": \"Zo\u{eb} Nguy\u{1ec5}n \u{1d4b5}\"}}";
    let units: Vec<u16> = text.encode_utf16().collect();
    let (little, big): (Vec<u8>, Vec<u8>) = (
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    );
    for bytes in [text.as_bytes(), &little, &big, &little[2..], &big[2..]] {
        assert_eq!(import_json_resume(bytes).unwrap().candidate.name, "Zo\u{eb} Nguy\u{1ec5}n \u{1d4b5}");
    }
    let half_a_letter = [0xff, 0xfe, b'{', 0, 0x00, 0xd8];
    assert_eq!(import_json_resume(&half_a_letter), Err(ImportError::NotText { line: 1 }));
}

#[test]
fn links_lead_to_the_student_s_own_pages() {
    check(
        r#"{"basics": {"name": "A", "url": "a.example", "profiles": [
            {"network": "Twitter", "username": "zoe", "url": "https://www.twitter.com"},
            {"network": "Github", "username": "zoe", "url": "https://github.com/"},
            {"network": "linkedin", "username": "zoe"},
            {"network": "Skype", "username": "zoe.n", "url": "@zoe"},
            {"network": "Blog", "url": "my blog"},
            {"network": "X", "url": "https://x.example/zoe"},
            {"network": "Y", "url": "https://y.example/zoe"}]}}"#,
        &[
            "name: A",
            "Website: a.example",
            "Twitter: https://twitter.com/zoe",
            "GitHub: https://github.com/zoe",
            "LinkedIn: https://www.linkedin.com/in/zoe",
            "X: https://x.example/zoe",
            "Y: https://y.example/zoe",
            "! Skype (zoe.n) was left out, because the file gives no address for it.",
            "! Blog (my blog) was left out, because the file gives no address for it.",
            "! The file has 6 links, more than a header has room for: keep those that speak for you.",
        ],
    );
}

#[test]
fn a_profile_without_a_network_is_called_by_its_host() {
    check(
        r#"{"basics": {"name": "A", "url": "file:///home/zoe/cv.html", "profiles": [
            {"url": "https://github.com/zoe"},
            {"url": "https://www.LinkedIn.com/in/zoe"},
            {"url": "https://mastodon.example/@zoe"},
            {"name": "gitlab", "url": "https://gitlab.com/zoe"},
            {"network": "Portfolio", "url": "C:\\Users\\zoe\\index.html"},
            {"url": "FILE:///tmp/a.html"},
            {"network": "Kaggle", "username": "zoe", "url": "../kaggle.html"},
            {"username": "zoe"}]}}"#,
        &[
            "name: A",
            "GitHub: https://github.com/zoe",
            "LinkedIn: https://www.LinkedIn.com/in/zoe",
            "mastodon.example: https://mastodon.example/@zoe",
            "GitLab: https://gitlab.com/zoe",
            "Kaggle: https://www.kaggle.com/zoe",
            "! Website (file:///home/zoe/cv.html) was left out, because that is the address of a file on a computer, which nobody else can open.",
            "! Portfolio (C:\\Users\\zoe\\index.html) was left out, because that is the address of a file on a computer, which nobody else can open.",
            "! Profile (FILE:///tmp/a.html) was left out, because that is the address of a file on a computer, which nobody else can open.",
            "! Profile (zoe) was left out, because the file gives no address for it.",
        ],
    );
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = import_json_resume(&bytes);
    }

    #[test]
    fn a_resume_cut_or_changed_anywhere_is_imported_or_explained(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut file = include_bytes!("json_resume/today.json").to_vec();
        let at = at.index(file.len());
        if cut { file.truncate(at) } else { file[at] = byte }
        match import_json_resume(&file) {
            Ok(imported) => prop_assert!(!cut || file.trim_ascii_end().ends_with(b"}"), "{:?}", imported),
            Err(error) => {
                let line = match error { ImportError::Broken { line, .. } | ImportError::NotText { line } => line, _ => 1 };
                prop_assert!((1..=file.iter().filter(|byte| **byte == b'\n').count() + 1).contains(&line));
            }
        }
    }
}
