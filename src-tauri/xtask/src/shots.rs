//! Pictures of the real window in its states, for whoever reviews how it looks.

use std::path::PathBuf;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::page;
use crate::set_up::{self, Purpose};
use crate::whole::WHOLE;

pub(crate) fn shots(shell: &Shell, rest: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("The window is driven through WebKitGTK's own driver, so pictures are taken on Linux.");
    }
    set_up::need_system_packages(shell, Purpose::WindowTests)?;
    build_window(shell)?;
    cmd!(shell, "cargo build {WHOLE...} --bin shots").run()?;
    // Not `cargo run`, which takes no whole selection: it would build the shared crates anew.
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let shots = shell.current_dir().join(target).join("debug").join("shots");
    cmd!(shell, "{shots} {rest...}").run()?;
    Ok(())
}

/// Builds the page and the window that embeds it, ready to be driven.
pub(crate) fn build_window(shell: &Shell) -> Result<()> {
    page::build(shell)?;
    cmd!(shell, "cargo build {WHOLE...} --bin startline-desktop").run()?;
    Ok(())
}
