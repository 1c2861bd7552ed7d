//! A folder of its own in which `startline` runs as a script would run it.
#![allow(dead_code)] // Not every test file uses all of it.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use startline_engine::SAMPLE_POSTING;

/// Runs `startline` in a folder of its own, with a posting, a candidate and a data folder there.
pub(crate) struct Desk(tempfile::TempDir);

impl Desk {
    pub(crate) fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.file("posting.txt", SAMPLE_POSTING.as_bytes());
        desk.file(
            "resume.json",
            br#"{"basics": {"name": "Zo\u00eb Nguy\u1ec5n", "email": "zoe@example.edu", "phone": "+1 408-555-0142"}}"#,
        );
        desk
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn file(&self, name: &str, contents: &[u8]) {
        std::fs::write(self.folder().join(name), contents).unwrap();
    }

    pub(crate) fn run_with(&self, arguments: &[impl AsRef<OsStr>], input: &[u8]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_startline"))
            .args(arguments)
            .current_dir(self.folder())
            .env("STARTLINE_DATA", self.folder().join("data"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).ok();
        child.wait_with_output().unwrap()
    }

    pub(crate) fn run(&self, arguments: &str) -> Output {
        self.run_with(&arguments.split_whitespace().collect::<Vec<_>>(), b"")
    }

    /// Standard output of a run that must succeed.
    pub(crate) fn ok(&self, arguments: &str) -> String {
        let output = self.run(arguments);
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "startline {arguments}: {complaint}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn json(&self, arguments: &str) -> Value {
        serde_json::from_str(&self.ok(arguments)).unwrap()
    }

    /// A run that must end with a status and one sentence on standard error that holds `words`.
    pub(crate) fn refused(&self, arguments: &str, status: i32, words: &str) {
        let output = self.run(arguments);
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "startline {arguments}: {complaint}");
        assert!(complaint.contains(words), "startline {arguments} said: {complaint}");
        assert!(output.stdout.is_empty(), "startline {arguments} printed to standard output");
    }
}
