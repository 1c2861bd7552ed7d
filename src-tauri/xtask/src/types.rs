//! The TypeScript types of everything that crosses to the page, written by ts-rs from the Rust types.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::whole::WHOLE;

const COMMITTED: &str = "ui/src/generated";
const FRESH: &str = "target/types";

/// Writes the types into the page's folder, replacing all that stood there.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    forget(shell)?;
    // ts-rs writes through tests, one for each type: every run of the tests writes them all.
    cmd!(shell, "cargo test --quiet {WHOLE...} --lib export_bindings_").ignore_stdout().run()?;
    let fresh = fresh(shell)?;
    shell.remove_path(COMMITTED)?;
    for (name, text) in &fresh {
        shell.write_file(Path::new(COMMITTED).join(name), text)?;
    }
    println!("{} types written to {COMMITTED}", fresh.len());
    Ok(())
}

/// Removes what earlier tests wrote, so that a type that is gone is missed.
pub(crate) fn forget(shell: &Shell) -> Result<()> {
    Ok(shell.remove_path(FRESH)?)
}

/// Fails when what is committed is not what the tests have just written.
pub(crate) fn compare(shell: &Shell) -> Result<String> {
    let fresh = fresh(shell)?;
    let committed = read(shell, COMMITTED)?;
    let stale: Vec<&str> = fresh
        .keys()
        .chain(committed.keys())
        .filter(|name| fresh.get(*name) != committed.get(*name))
        .map(String::as_str)
        .collect();
    if !stale.is_empty() {
        bail!(
            "Stale in {COMMITTED}: {}\nRun `cargo xtask types`, then commit what it wrote.",
            stale.join(", ")
        );
    }
    Ok(format!("{} types", fresh.len()))
}

/// Every generated file's name and text.
fn fresh(shell: &Shell) -> Result<BTreeMap<String, String>> {
    let fresh = read(shell, FRESH)?;
    if fresh.is_empty() {
        bail!("No type was written: does any type still derive `TS` with `#[ts(export)]`?");
    }
    Ok(fresh)
}

fn read(shell: &Shell, folder: &str) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![shell.current_dir().join(folder)];
    let top = folders.clone();
    while let Some(folder) = folders.pop() {
        for path in shell.read_dir(&folder).unwrap_or_default() {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = top
                .iter()
                .find_map(|top| path.strip_prefix(top).ok())
                .context("a file outside its folder")?;
            let text = shell.read_file(&path)?.replace("\r\n", "\n");
            files.insert(name.to_string_lossy().replace('\\', "/"), text);
        }
    }
    Ok(files)
}
