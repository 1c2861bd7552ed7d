//! What is too long for every day: a writing process killed many thousand times.

use anyhow::Result;
use xshell::{Shell, cmd};

pub(crate) fn torture(shell: &Shell, kills: &str) -> Result<()> {
    let _kills = shell.push_env("STARTLINE_KILLS", kills);
    cmd!(shell, "cargo test --package startline-drafts --test torture -- --nocapture").run()?;
    Ok(())
}
