//! Opens the window; without a display, does its job on the command line.

use std::env;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::page;
use crate::set_up::{self, Purpose};

/// A student to set the sample posting against.
const RESUME: &str = "tests/fixtures/sample/resume.json";
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
    println!("There is no display to open a window on, so this does the same job on the command line.\n");
    cmd!(shell, "cargo build --package startline-cli {rest...}").run()?;
    let startline = |arguments: &[&str]| {
        let options: &[&str] = &["--quiet", "--package", "startline-cli"];
        cmd!(shell, "cargo run {options...} {rest...} -- {arguments...}")
    };
    let posting = startline(&["sample"]).quiet().read()?;
    let year = posting.split(|letter: char| !letter.is_ascii_digit()).find(|digits| digits.len() == 4);
    let year = year.context("the sample posting names no year")?;
    let free = format!("{year}-05-16..{year}-08-22");
    println!("A sample posting, and a student who is free {free}:\n");
    startline(&["check", "-", "--free", &free]).quiet().stdin(&posting).run()?;
    let draft = startline(&["draft", "-", "--free", &free, "--candidate", RESUME]).quiet();
    let draft = draft.stdin(&posting).read()?;
    startline(&["header", "-", "-o", HEADER, "--force"]).quiet().stdin(draft).run()?;
    println!("\nThe header is in {}", shell.current_dir().join(HEADER).display());
    Ok(())
}
