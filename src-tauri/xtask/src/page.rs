//! The page: its packages, its checks and its build.

use std::time::SystemTime;

use anyhow::Result;
use xshell::{Cmd, Shell, cmd};

use crate::set_up;

/// npm is a script, and Windows starts a script only under its full name.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Installs the page's packages at their locked versions, unless they already stand.
pub(crate) fn packages(shell: &Shell) -> Result<()> {
    set_up::need_node(shell)?;
    let changed = |path: &str| -> Option<SystemTime> {
        shell.current_dir().join(path).metadata().ok()?.modified().ok()
    };
    // npm writes this file last, at the end of an installation.
    let installed = changed("ui/node_modules/.package-lock.json");
    if installed.is_none() || installed < changed("ui/package-lock.json") {
        npm(shell, &["ci", "--no-fund", "--no-audit"])?;
    }
    Ok(())
}

/// Builds the page into ui/dist, which the window embeds.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    packages(shell)?;
    npm(shell, &["run", "build"])
}

/// An npm command of the page's, to be run in any way.
pub(crate) fn command<'a>(shell: &'a Shell, arguments: &[&str]) -> Cmd<'a> {
    cmd!(shell, "{NPM} --prefix ui {arguments...}")
}

/// Runs npm in ui/.
pub(crate) fn npm(shell: &Shell, arguments: &[&str]) -> Result<()> {
    command(shell, arguments).run()?;
    Ok(())
}

/// Runs the Tauri command line, one of the page's packages, in the project's root, where it finds src-tauri.
pub(crate) fn tauri(shell: &Shell, arguments: &[&str]) -> Result<()> {
    cmd!(shell, "node ui/node_modules/@tauri-apps/cli/tauri.js {arguments...}").run()?;
    Ok(())
}
