//! What shells and programs make of text and arguments: whatever form they come in, the answer is the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod desk;

use desk::Desk;

/// A text in every form that shells and editors write.
fn forms(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked(b"\xef\xbb\xbf", text.as_bytes())),
        ("UTF-16", marked(b"\xff\xfe", &wide(u16::to_le_bytes))),
        ("UTF-16, big end first", marked(b"\xfe\xff", &wide(u16::to_be_bytes))),
    ]
}

const EXAM: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Prüfung\r\n\
    DTSTART;VALUE=DATE:20260601\r\nDTEND;VALUE=DATE:20260603\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn every_text_is_read_in_every_form_wherever_it_is_given() {
    let desk = Desk::new();
    desk.file("exam.ics", EXAM.as_bytes());
    let free = "--free 2026-05-16..2026-08-23 --today 2026-03-03";
    desk.ok(&format!("draft posting.txt {free} --candidate resume.json -o draft.json"));
    for (file, asking) in [
        ("draft.json", "check FILE --today 2026-03-03 --json".to_owned()),
        ("draft.json", "line FILE --today 2026-03-03".to_owned()),
        ("draft.json", "draft FILE --today 2026-03-03".to_owned()),
        ("posting.txt", format!("check FILE {free} --json")),
        ("posting.txt", "read FILE --json".to_owned()),
        ("exam.ics", format!("check posting.txt {free} --calendar FILE --json")),
        ("resume.json", "import FILE".to_owned()),
        ("resume.json", format!("draft posting.txt {free} --candidate FILE")),
    ] {
        let plain = desk.ok(&asking.replace("FILE", file));
        assert!(plain.len() > 20, "{asking}: {plain}");
        let text = std::fs::read_to_string(desk.folder().join(file)).unwrap();
        for (form, bytes) in forms(&text) {
            desk.file("formed", &bytes);
            assert_eq!(desk.ok(&asking.replace("FILE", "formed")), plain, "{asking}: {form}");
            let (arguments, input) = (asking.replace("FILE", "-"), bytes);
            let piped = desk.run_with(&arguments.split_whitespace().collect::<Vec<_>>(), &input);
            assert_eq!(String::from_utf8_lossy(&piped.stdout), plain, "{asking}, piped: {form}");
        }
    }
    let taken = desk.json(&format!("check posting.txt {free} --calendar exam.ics --json"));
    assert!(taken.to_string().contains("Prüfung"), "the exam counts");
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_unicode_gets_a_sentence() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let desk = Desk::new();
    let odd = OsStr::from_bytes(b"caf\xe9");
    let word = OsStr::new;
    for (arguments, status) in [
        (vec![odd], 2),
        (vec![word("read"), odd], 2),
        (vec![word("check"), word("posting.txt"), word("--free"), odd], 2),
        (vec![word("check"), word("posting.txt"), word("--zone"), odd], 2),
        (vec![word("draft"), word("posting.txt"), word("--candidate"), odd], 2),
        (vec![word("drafts"), word("show"), odd], 2),
        (vec![word("--isolated-job"), odd], 2),
    ] {
        let output = desk.run_with(&arguments, b"");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    }
    // It names a file like any other.
    std::fs::copy(desk.folder().join("posting.txt"), desk.folder().join(odd)).unwrap();
    assert!(desk.run_with(&[word("read"), odd], b"").status.success());
    let drafted = desk.run_with(&[word("draft"), odd, word("-o"), OsStr::from_bytes(b"\xe9.json")], b"");
    assert!(drafted.status.success() && desk.folder().join(OsStr::from_bytes(b"\xe9.json")).exists());
}
