//! Opens the window; without a display, does its job on the command line.

use std::env;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::page;
use crate::set_up::{self, Purpose};

/// A real posting, and a student to set it against.
const POSTING: &str = "tests/fixtures/sample/posting.txt";
const RESUME: &str = "tests/fixtures/sample/resume.json";
const FREE: &str = "2026-05-16..2026-08-23";
const STATED: &str = "2026-05-18..2026-08-17";
const HEADER: &str = "startline-header.pdf";

pub(crate) fn run(shell: &Shell, rest: &[&str]) -> Result<()> {
    if has_display() { open_window(shell, rest) } else { make_header(shell, rest) }
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn open_window(shell: &Shell, rest: &[&str]) -> Result<()> {
    set_up::need_system_packages(shell, Purpose::Window)?;
    page::build(shell)?;
    cmd!(shell, "cargo run --package startline-desktop --features embedded-page {rest...}").run()?;
    Ok(())
}

fn make_header(shell: &Shell, rest: &[&str]) -> Result<()> {
    println!("There is no display to open a window on, so this does the same job on the command line:");
    println!("a sample posting, a student who is free {FREE}, and the dates they state, {STATED}.\n");
    cmd!(shell, "cargo build --package startline-cli {rest...}").run()?;
    let startline = |arguments: &[&str]| {
        let options: &[&str] = &["--quiet", "--package", "startline-cli"];
        cmd!(shell, "cargo run {options...} {rest...} -- {arguments...}")
    };
    startline(&["check", POSTING, "--free", FREE]).quiet().run()?;
    let draft =
        startline(&["draft", POSTING, "--free", FREE, "--candidate", RESUME, "--state", STATED]).quiet();
    let draft = draft.read()?;
    startline(&["header", "-", "-o", HEADER, "--force"]).quiet().stdin(draft).run()?;
    println!("\nThe header is in {}", shell.current_dir().join(HEADER).display());
    Ok(())
}
