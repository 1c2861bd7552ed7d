//! Pictures of the real window in its states, for whoever reviews how it looks.

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
    cmd!(shell, "cargo run {WHOLE...} --bin shots -- {rest...}").run()?;
    Ok(())
}

/// Builds the page and the window that embeds it, ready to be driven.
pub(crate) fn build_window(shell: &Shell) -> Result<()> {
    page::build(shell)?;
    cmd!(shell, "cargo build {WHOLE...} --bin startline-desktop").run()?;
    Ok(())
}
