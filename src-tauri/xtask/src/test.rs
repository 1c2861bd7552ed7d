//! Everything that is checked, here and on the hosted machines alike, cheapest first.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use xshell::{Cmd, Shell, cmd};

use crate::set_up::{self, Purpose};
use crate::shots::build_window;
use crate::steps::Steps;
use crate::whole::WHOLE;
use crate::{licences, page, types};

/// The licence checker's version, and where it is installed when the machine has none: in the project's own
/// build folder, unoptimised, since it runs for a second and builds for minutes.
const DENY: &str = "cargo-deny@0.20.2";
const TOOLS: &str = "target/tools";

pub(crate) fn test(shell: &Shell) -> Result<()> {
    let window = cfg!(target_os = "linux");
    let purpose = if window { Purpose::WindowTests } else { Purpose::Window };
    let mut steps = Steps::default();
    steps.step("Format", || done(&cmd!(shell, "cargo fmt --all --check")))?;
    steps.step("System packages", || set_up::need_system_packages(shell, purpose).map(|()| String::new()))?;
    steps.step("Page: packages", || page::packages(shell).map(|()| String::new()))?;
    steps.step("Page: format", || npm(shell, "lint"))?;
    steps.step("Page: types and accessibility", || npm(shell, "check"))?;
    steps.step("Page: tests", || count_tests(page::command(shell, &["test"]).env("NO_COLOR", "1")))?;
    // The window embeds the page, so even a lint of its code needs the page built.
    steps.step("Page: build", || npm(shell, "build"))?;
    steps.step("Licences, bans and sources", || deny(shell))?;
    steps.step("Licences in About", || licences::compare(shell))?;
    steps.step("Lints", || {
        let deny: &[&str] = &["--", "--deny", "warnings"];
        done(&cmd!(shell, "cargo clippy {WHOLE...} --all-targets {deny...}"))
    })?;
    types::forget(shell)?;
    steps.step("Rust tests", || count_tests(cmd!(shell, "cargo test {WHOLE...}")))?;
    steps.step("Generated types", || types::compare(shell))?;
    if window {
        steps.step("Window: build", || build_window(shell).map(|()| String::new()))?;
        let journeys: &[&str] = &["--test", "window", "--", "--ignored"];
        steps.step("Window: journeys", || count_tests(cmd!(shell, "cargo test {WHOLE...} {journeys...}")))?;
    }
    println!("{}", steps.summary());
    Ok(())
}

fn done(command: &Cmd<'_>) -> Result<String> {
    command.run()?;
    Ok(String::new())
}

fn npm(shell: &Shell, script: &str) -> Result<String> {
    page::npm(shell, &["run", script])?;
    Ok(String::new())
}

/// Licences, banned crates and where crates come from. Advisories change by the day and come over the
/// network, so the hosted workflow asks for them, on its own schedule.
fn deny(shell: &Shell) -> Result<String> {
    let checks: &[&str] = &["check", "bans", "licenses", "sources"];
    let there = cmd!(shell, "cargo deny --version").quiet().ignore_stdout().ignore_stderr().run().is_ok();
    if there {
        return done(&cmd!(shell, "cargo deny {checks...}"));
    }
    let ours = shell.current_dir().join(TOOLS).join("bin").join("cargo-deny");
    if !shell.path_exists(&ours) {
        cmd!(shell, "cargo install --quiet --locked --debug --root {TOOLS} {DENY}").run()?;
    }
    done(&cmd!(shell, "{ours} {checks...}"))
}

/// Runs tests, of Rust or of the page, showing their lines as they come, and counts them.
fn count_tests(command: Cmd<'_>) -> Result<String> {
    println!("$ {command}");
    let mut command = Command::from(command);
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().context("the tests' output was not captured")?;
    let mut counts = Counts::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        counts.add(&line);
        println!("{line}");
    }
    if !child.wait()?.success() {
        bail!("{counts}");
    }
    Ok(counts.to_string())
}

/// The sums of the lines that end each group of tests.
#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
}

impl Counts {
    fn add(&mut self, line: &str) {
        // cargo's line, and vitest's: "test result: ok. 2 passed; 0 failed; …", "      Tests  2 passed (2)".
        let rust = line.strip_prefix("test result: ");
        let Some(result) = rust.or_else(|| line.trim_start().strip_prefix("Tests ")) else { return };
        let words: Vec<&str> = result.split([' ', ';', '.', '|']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let [number, name] = pair else { continue };
            let number = number.parse().unwrap_or(0);
            match *name {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" | "skipped" => self.ignored += number,
                _ => {}
            }
        }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { passed, failed, ignored } = self;
        write!(formatter, "{passed} passed, {failed} failed, {ignored} ignored")
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn counts_are_the_sums_of_the_result_lines() {
        let mut counts = Counts::default();
        for line in [
            "running 3 tests",
            "test stated::tests::s1 ... ok",
            "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.01s",
            "test result: FAILED. 40 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            counts.add(line);
        }
        assert_eq!(counts.to_string(), "42 passed, 3 failed, 1 ignored");
    }

    #[test]
    fn the_pages_tests_are_counted_by_test_and_not_by_file() {
        let mut counts = Counts::default();
        for line in
            [" Test Files  1 failed | 2 passed (3)", "      Tests  1 failed | 2 skipped | 44 passed (47)"]
        {
            counts.add(line);
        }
        assert_eq!(counts.to_string(), "44 passed, 1 failed, 2 ignored");
    }
}
