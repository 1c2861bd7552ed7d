//! Every command that README.md and the guide show does what they say, on the sample posting of their dates.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod desk;

use std::path::{Path, PathBuf};

use desk::Desk;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The lines of a document's blocks of code that call Startline.
fn commands(text: &str) -> Vec<String> {
    let blocks = text.split("```").skip(1).step_by(2);
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("startline "));
    lines.map(str::to_owned).collect()
}

/// Runs a line as a shell does: `< FILE` and `> FILE` are no arguments.
fn run(desk: &Desk, line: &str) -> String {
    let (mut arguments, mut input, mut output) = (Vec::new(), Vec::new(), None);
    let mut words = line.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "<" => input = std::fs::read(desk.folder().join(words.next().unwrap())).unwrap(),
            ">" => output = words.next(),
            _ => arguments.push(word),
        }
    }
    let done = desk.run_with(&arguments, &input);
    assert!(done.status.success(), "startline {line}: {}", String::from_utf8_lossy(&done.stderr));
    if let Some(file) = output {
        desk.file(file, &done.stdout);
    }
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// A folder as a student who follows a document has it: the sample posting of the year that the document has, a
/// calendar, résumés.
fn desk(text: &str) -> Desk {
    let desk = Desk::new();
    let year = text.split_once("--free ").and_then(|(_, dates)| dates.get(..4)).expect("a year");
    desk.ok(&format!("sample --today {year}-01-01 -o posting.txt --force"));
    let file = |from: &str, to: &str| desk.file(to, &std::fs::read(root().join("tests").join(from)).unwrap());
    file("fuzz/corpus/calendar_file/term.ics", "calendar.ics");
    file("fixtures/sample/resume.json", "resume.json");
    file("corpus/files/reportlab-left.pdf", "Resume.pdf");
    file("corpus/files/encrypted-user-aes-256.pdf", "Locked.pdf");
    desk.file("password.txt", b"open\n");
    desk
}

#[test]
fn every_command_that_is_shown_works() {
    for (name, least) in [("README.md", 5), ("docs/guide.md", 10)] {
        let text = std::fs::read_to_string(root().join(name)).unwrap();
        let (desk, commands) = (desk(&text), commands(&text));
        assert!(commands.len() >= least, "{name}: {commands:?}");
        for line in &commands {
            // One line may write again what another one wrote.
            let said = run(
                &desk,
                &if line.contains(" -o ") && !line.contains("-o -") {
                    format!("{line} --force")
                } else {
                    line.clone()
                },
            );
            if line.starts_with("check ") && !line.contains("--with-free-events") {
                assert!(said.contains("it fits every way of counting"), "{name}: {line}: {said}");
            }
            if line.starts_with("line ") {
                assert!(said.contains("17") && said.contains("August"), "{name}: {line}: {said}");
            }
        }
    }
}

#[test]
fn the_dates_in_the_documents_are_those_of_the_sample_posting() {
    for name in ["README.md", "docs/guide.md"] {
        let text = std::fs::read_to_string(root().join(name)).unwrap();
        let checked =
            run(&desk(&text), commands(&text).iter().find(|line| line.starts_with("check ")).unwrap());
        let state = text.split_once("--state ").expect("stated dates").1;
        let (start, end) = state.get(..22).and_then(|span| span.split_once("..")).unwrap();
        let stated = format!("{start}  fits     safe end {end}");
        assert!(checked.contains(&stated), "{name}: {stated} is not in {checked}");
    }
}
