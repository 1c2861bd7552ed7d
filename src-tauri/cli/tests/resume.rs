//! `startline place`: the availability on the student's own résumé.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod desk;

use std::path::{Path, PathBuf};

use desk::Desk;
use serde_json::json;

/// A résumé that was made for the tests.
fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/files").join(name)
}

/// A desk with a draft that states May 18 to August 17, 2026, and one that states nothing.
fn desk() -> Desk {
    let desk = Desk::new();
    let free = "--free 2026-05-16..2026-08-23";
    let state = "--state 2026-05-18..2026-08-17";
    let draft = desk.ok(&format!("draft posting.txt {free} --candidate resume.json {state}"));
    desk.file("draft.json", draft.as_bytes());
    desk.file("undated.json", desk.ok("draft posting.txt --candidate resume.json").as_bytes());
    desk
}

impl Desk {
    /// Puts a copy of a résumé on the desk.
    fn bring(&self, name: &str) -> Vec<u8> {
        let bytes = std::fs::read(corpus(name)).unwrap();
        self.file(name, &bytes);
        bytes
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder().join(name)).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        self.folder().join(name).exists()
    }
}

#[test]
fn the_line_goes_onto_a_resume_and_the_way_is_said() {
    let desk = desk();
    let original = desk.bring("reportlab-left.pdf");
    for (options, way) in [
        ("", "splice: "),
        ("--where auto", "splice: "),
        ("--where band", "band: "),
        ("--where cover", "cover: "),
        ("--what header", "band: "),
    ] {
        let said = desk.ok(&format!("place draft.json reportlab-left.pdf -o out.pdf --force {options}"));
        assert!(said.starts_with(way) && said.trim_end().ends_with('.'), "{options}: {said}");
        let proof = desk.json("proof out.pdf --json");
        for order in proof["orders"].as_array().unwrap() {
            assert_eq!(
                (&order["start"], &order["end"]),
                (&json!("2026-05-18"), &json!("2026-08-17")),
                "{options}"
            );
        }
        assert_eq!(desk.read("reportlab-left.pdf"), original, "{options}: the résumé is only read");
    }
}

#[test]
fn it_comes_out_of_standard_output_too_and_the_way_beside_it() {
    let desk = desk();
    desk.bring("reportlab-left.pdf");
    let output = desk.run("place draft.json reportlab-left.pdf -o -");
    assert!(output.status.success() && output.stdout.starts_with(b"%PDF-"));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("splice: "), "{said}");
    // The résumé of the corpus is another person’s, which is said.
    assert!(said.contains("“Maren Okafor”") && said.contains("“Zoë Nguyễn”"), "{said}");
}

#[test]
fn a_line_placed_before_is_replaced() {
    let desk = desk();
    desk.bring("reportlab-left.pdf");
    desk.ok("place draft.json reportlab-left.pdf -o once.pdf");
    desk.ok("place draft.json once.pdf -o twice.pdf");
    let text = desk.json("proof twice.pdf --json")["orders"][0]["text"].to_string();
    assert_eq!(text.matches("Start date:").count(), 1, "{text}");
}

#[test]
fn a_password_comes_by_standard_input() {
    let desk = desk();
    let name = "encrypted-user-aes-256.pdf";
    desk.bring(name);
    let run = |password: &[u8]| {
        let arguments = ["place", "draft.json", name, "-o", "out.pdf", "--password-stdin"];
        let output = desk.run_with(&arguments, password);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    desk.refused(&format!("place draft.json {name} -o out.pdf"), 1, "password");
    let (status, said) = run(b"shut\n");
    assert!(status == Some(1) && said.contains("does not open"), "{status:?} {said}");
    let (status, said) = run(b"");
    assert!(status == Some(2) && said.contains("no password"), "{status:?} {said}");
    assert!(!desk.has("out.pdf"));
    let marked =
        [&b"open"[..], b"\xef\xbb\xbfopen\r\n", b"\xff\xfeo\0p\0e\0n\0\r\0\n\0", b"\xfe\xff\0o\0p\0e\0n"];
    for password in [&b"open\n"[..], b"open\r\n"].into_iter().chain(marked) {
        let (status, said) = run(password);
        assert!(status == Some(0), "{status:?} {said}");
        // What is written is no longer protected, and that is said.
        assert!(said.contains("protected"), "{said}");
        std::fs::remove_file(desk.folder().join("out.pdf")).unwrap();
    }
}

#[test]
fn what_can_t_be_placed_is_refused_in_a_sentence() {
    let desk = desk();
    for (name, words) in [
        ("signed.pdf", "signed"),
        ("xfa.pdf", "XFA"),
        ("not-word.pdf", "Word document"),
        ("not-text.pdf", "not a PDF"),
        ("broken-cut-at-tenth.pdf", "damaged"),
        ("broken-empty.pdf", "empty"),
        ("no-pages.pdf", "no pages"),
    ] {
        desk.bring(name);
        desk.refused(&format!("place draft.json {name} -o out.pdf"), 1, words);
        assert!(!desk.has("out.pdf"), "{name}");
    }
    desk.bring("reportlab-left.pdf");
    for (arguments, status, words) in [
        ("place draft.json none.pdf -o out.pdf", 2, "no file none.pdf"),
        ("place none.json reportlab-left.pdf -o out.pdf", 2, "no file none.json"),
        ("place posting.txt reportlab-left.pdf -o out.pdf", 1, "draft"),
        ("place undated.json reportlab-left.pdf -o out.pdf", 1, "free"),
        ("place draft.json reportlab-left.pdf -o out.pdf --where there", 2, "there"),
        ("place draft.json reportlab-left.pdf -o out.pdf --what name", 2, "name"),
        ("place draft.json reportlab-left.pdf -o out.pdf --what header --where splice", 1, "header"),
        ("place - - -o out.pdf", 2, "only one"),
        ("place draft.json - -o out.pdf --password-stdin", 2, "only one"),
        ("place draft.json reportlab-left.pdf", 2, "--out"),
    ] {
        desk.refused(arguments, status, words);
        assert!(!desk.has("out.pdf"), "{arguments}");
    }
}

#[test]
fn the_resume_itself_is_never_written_over() {
    let desk = desk();
    let original = desk.bring("reportlab-left.pdf");
    std::fs::hard_link(desk.folder().join("reportlab-left.pdf"), desk.folder().join("linked.pdf")).unwrap();
    for out in ["reportlab-left.pdf", "./reportlab-left.pdf", "linked.pdf"] {
        desk.refused(&format!("place draft.json reportlab-left.pdf -o {out}"), 2, "your résumé itself");
        desk.refused(
            &format!("place draft.json reportlab-left.pdf -o {out} --force"),
            2,
            "your résumé itself",
        );
    }
    assert_eq!(desk.read("reportlab-left.pdf"), original);
    desk.file("out.pdf", b"mine");
    desk.refused("place draft.json reportlab-left.pdf -o out.pdf", 2, "exists");
    assert_eq!(desk.read("out.pdf"), b"mine");
}

/// Whatever a stranger's file does to the program that opens it, the command ends by itself, in a copy or in one
/// sentence.
#[test]
fn every_bomb_ends_in_a_copy_or_a_sentence() {
    let desk = desk();
    let names = std::fs::read_dir(corpus("")).unwrap().flatten();
    let names = names.map(|entry| entry.file_name().into_string().unwrap());
    let mut seen = 0;
    for name in names.filter(|name| name.starts_with("broken-") || name == "many-pages.pdf") {
        desk.bring(&name);
        let output = desk.run(&format!("place draft.json {name} -o out-{name}"));
        let said = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(0) => assert!(desk.read(&format!("out-{name}")).starts_with(b"%PDF-"), "{name}"),
            Some(1) => {
                assert!(said.starts_with("startline: ") && said.trim_end().ends_with('.'), "{name}: {said}");
                assert!(!desk.has(&format!("out-{name}")), "{name}");
            }
            status => panic!("{name} ended with {status:?}: {said}"),
        }
        seen += 1;
    }
    assert!(seen >= 25, "only {seen} files were there");
}
