//! Other programs, from Python's and Node's package registries, that ours is measured beside. They are
//! installed into the build folder and only by the commands that are run by hand.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

/// A Python environment in `target/peers/NAME` with the packages, made at the first call.
pub(crate) fn python(shell: &Shell, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = shell.current_dir().join("target/peers").join(name);
    let done = folder.join("installed.txt");
    let wanted = packages.join("\n");
    if shell.read_file(&done).ok().as_deref() != Some(&wanted) {
        cmd!(shell, "python3 -m venv {folder}").run()?;
        let pip = folder.join("bin/pip");
        cmd!(shell, "{pip} install --quiet {packages...}").run()?;
        shell.write_file(&done, wanted)?;
    }
    Ok(folder)
}

/// A folder of Node packages in `target/peers/NAME`, made at the first call.
pub(crate) fn node(shell: &Shell, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = shell.current_dir().join("target/peers").join(name);
    let done = folder.join("installed.txt");
    let wanted = packages.join("\n");
    if shell.read_file(&done).ok().as_deref() != Some(&wanted) {
        shell.create_dir(&folder)?;
        cmd!(shell, "npm install --no-save --no-audit --no-fund --prefix {folder} {packages...}").run()?;
        shell.write_file(&done, wanted)?;
    }
    Ok(folder.join("node_modules"))
}
