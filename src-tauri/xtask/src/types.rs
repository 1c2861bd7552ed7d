//! The TypeScript types of everything that crosses to the page, written by ts-rs from the Rust types.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

const COMMITTED: &str = "ui/src/generated";
const FRESH: &str = "target/types";

/// Writes the types into the page's folder, replacing all that stood there.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    let fresh = generate(shell)?;
    shell.remove_path(COMMITTED)?;
    for (name, text) in &fresh {
        shell.write_file(Path::new(COMMITTED).join(name), text)?;
    }
    println!("{} types written to {COMMITTED}", fresh.len());
    Ok(())
}

/// Fails when what is committed is not what the Rust types give.
pub(crate) fn check(shell: &Shell) -> Result<String> {
    let fresh = generate(shell)?;
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

/// Every generated file's name and text. ts-rs writes through tests, one for each type.
fn generate(shell: &Shell) -> Result<BTreeMap<String, String>> {
    shell.remove_path(FRESH)?;
    let folder = shell.create_dir(FRESH)?;
    let crates = ["startline-engine", "startline-pdf", "startline-drafts", "startline-app"];
    let packages = crates.iter().flat_map(|name| ["--package", name]);
    cmd!(shell, "cargo test --quiet --lib {packages...} --features types export_bindings_")
        .env("TS_RS_EXPORT_DIR", &folder)
        .ignore_stdout()
        .run()?;
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
