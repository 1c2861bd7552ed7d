//! The measurements, in the crates whose speed they hold.

use anyhow::Result;
use xshell::{Shell, cmd};

pub(crate) fn bench(shell: &Shell, rest: &[&str]) -> Result<()> {
    cmd!(shell, "cargo bench {rest...}").run()?;
    Ok(())
}
