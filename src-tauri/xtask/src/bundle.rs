//! Installers for the system this runs on.

use anyhow::Result;
use xshell::Shell;

use crate::page;
use crate::set_up::{self, Purpose};

pub(crate) fn bundle(shell: &Shell) -> Result<()> {
    set_up::need_system_packages(shell, Purpose::Window)?;
    page::build(shell)?;
    // Not the AppImage: its bundler downloads a tool, and these need nothing that isn't here.
    let kinds: &[&str] = if cfg!(target_os = "linux") { &["--bundles", "deb,rpm"] } else { &[] };
    page::tauri(shell, &[&["build", "--features", "embedded-page"], kinds].concat())?;
    println!("The installers are in target/release/bundle");
    Ok(())
}
