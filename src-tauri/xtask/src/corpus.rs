//! The corpus of résumés, written anew: by hand, since it takes a word processor, a browser and TeX. What they
//! write is committed, so that the tests need none of them.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::peers;
use crate::set_up::{Purpose, need_system_packages};

const PYTHON: &[&str] =
    &["fpdf2==2.8.9", "pikepdf==10.17.0", "pillow", "reportlab==5.1.0", "typst==0.15.2", "weasyprint==70.0"];

/// Runs every generator. One whose program can't be had here is named, and its files stay as they are.
pub(crate) fn corpus(shell: &Shell) -> Result<()> {
    need_system_packages(shell, Purpose::Corpus)?;
    let python = peers::python(shell, "corpus", PYTHON)?.join("bin/python");
    cmd!(shell, "{python} tests/corpus/generate.py tests/corpus/files").run()?;
    println!(
        "\nWritten. `git diff --stat tests/corpus` says what changed; `cargo xtask test` places each one."
    );
    Ok(())
}
