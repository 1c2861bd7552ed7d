//! The list of other people's crates that the app is built with, as its About shows it.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

const LIST: &str = "src-tauri/licences.txt";

/// Writes the list from what Cargo knows.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    Ok(shell.write_file(LIST, list(shell)?)?)
}

/// Fails when the committed list is not what Cargo knows.
pub(crate) fn compare(shell: &Shell) -> Result<String> {
    let fresh = list(shell)?;
    if shell.read_file(LIST)?.replace("\r\n", "\n") != fresh {
        bail!("Stale: {LIST}\nRun `cargo xtask licences`, then commit what it wrote.");
    }
    Ok(format!("{} crates", fresh.lines().count()))
}

/// A line for each crate: its name and version, its licence, where it comes from.
fn list(shell: &Shell) -> Result<String> {
    let of = ["--package", "startline-desktop", "--edges", "normal", "--target", "all"];
    let as_lines = ["--prefix", "none", "--format", "{p}, {l}, {r}"];
    let tree = cmd!(shell, "cargo tree --quiet {of...} {as_lines...}").read()?;
    let lines: BTreeSet<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)").trim_end_matches(", "))
        // Our own are told by where they lie.
        .filter(|line| !line.starts_with("startline-"))
        .collect();
    if lines.len() < 100 {
        bail!("Cargo knows of {} crates in the app: that can't be all.", lines.len());
    }
    Ok(lines.into_iter().map(|line| format!("{}\n", line.replacen(" (proc-macro)", "", 1))).collect())
}
