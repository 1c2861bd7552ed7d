//! Letters that the bundled fonts lack are drawn in the computer's own, and where it has none that is said.
//! Only on Linux can a program be told which fonts the computer has.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)] // A test fails where it can't go on.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

/// Runs `startline header` on a computer whose only fonts are those in a folder.
fn header(name: &str, fonts: &Path) -> (Output, Option<Vec<u8>>) {
    let desk = tempfile::tempdir().unwrap();
    let file = |name: &str| desk.path().join(name);
    let draft = json!({
        "startline": 1,
        "calendar": { "free": [{ "first": "2026-05-16", "last": "2026-08-23" }] },
        "candidate": { "name": name, "email": "a@example.edu" },
        "stated": { "start": "2026-05-18", "end": "2026-08-17", "full_time": true },
    });
    std::fs::write(file("draft.json"), draft.to_string()).unwrap();
    let fonts = format!("<fontconfig><dir>{}</dir></fontconfig>", fonts.display());
    std::fs::write(file("fonts.conf"), fonts).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_startline"))
        .args(["header", "draft.json", "-o", "out.pdf"])
        .current_dir(desk.path())
        .env("FONTCONFIG_FILE", file("fonts.conf"))
        .env("STARTLINE_DATA", file("data"))
        .output()
        .unwrap();
    (output, std::fs::read(file("out.pdf")).ok())
}

#[test]
fn east_asian_names_are_drawn_in_the_computers_fonts() {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pdf/tests/fonts");
    for name in ["王小明", "陳怡君", "たなか さくら", "김민준"] {
        let (output, pdf) = header(name, &fonts);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(pdf, header(name, &fonts).1, "{name}: the same bytes again");
    }
}

#[test]
fn without_a_font_there_is_a_sentence_and_no_file() {
    let empty = tempfile::tempdir().unwrap();
    let (output, pdf) = header("王小明", empty.path());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), pdf), (Some(1), None), "{said}");
    assert!(
        said.contains("lacks 王, 小 and 明") && said.contains("Install the font Noto Sans CJK"),
        "{said}"
    );
}
