//! What must stand on a machine before the project builds there.

mod node;
mod platform;
mod system;

use anyhow::Result;
use xshell::Shell;

pub(crate) use node::need_node;
pub(crate) use platform::Platform;
use system::System;

/// What is about to be done, and so what it needs from the system.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Build and open the window.
    Window,
    /// Drive the window on a display of its own, and look at what it made.
    WindowTests,
    /// Print the corpus of résumés anew.
    Corpus,
}

/// Installs the system packages that are missing, where this system's way of installing is known to be safe
/// to run unasked (Debian and its kin); elsewhere says the exact command and stops.
pub(crate) fn need_system_packages(shell: &Shell, purpose: Purpose) -> Result<()> {
    let system = System::of(Platform::here(shell));
    let missing = system.missing(shell, purpose)?;
    if missing.is_empty() {
        return Ok(());
    }
    system.install(shell, &missing, purpose)
}
