//! What other programs read from our headers: by hand, since it takes Python, Node and minutes.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::peers;

const PYTHON: &[&str] = &["pymupdf==2.0", "pypdf==7.1.1", "pdfminer.six==20260107"];
const NODE: &[&str] = &["pdfjs-dist@5.6"];

pub(crate) fn extractors(shell: &Shell) -> Result<()> {
    let python = peers::python(shell, "extractors", PYTHON)?.join("bin/python");
    let modules = peers::node(shell, "pdf.js", NODE)?;
    let folder = shell.current_dir().join("target/extractors");
    shell.remove_path(&folder)?;
    cmd!(shell, "cargo run --quiet -p startline-pdf --example extractors -- {folder}").run()?;
    cmd!(shell, "{python} tests/extractors/measure.py {folder} {modules}").run()?;
    Ok(())
}
