//! Writing to standard output and to files.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use serde::Serialize;
use startline_app::{Failure, write_file};

use crate::arguments::Out;

/// Writes text to standard output. A reader that has gone (a closed pipe) is not an error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::other(format!("Standard output can’t be written to: {error}.")))
        }
        _ => Ok(()),
    }
}

/// Writes one JSON value and a line break to standard output.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(Failure::other)?;
    text.push('\n');
    print(&text)
}

/// Writes a sentence to standard error.
pub(crate) fn complain(sentence: &str) {
    // Nothing more can be done where standard error is closed.
    let _ = writeln!(std::io::stderr(), "startline: {sentence}");
}

/// Writes a file; one that exists only with `--force`.
pub(crate) fn write(out: &Out, bytes: &[u8]) -> Result<(), Failure> {
    if out.out == Path::new("-") {
        return print_bytes(bytes);
    }
    may_write(out)?;
    write_file(&out.out, bytes)
}

/// Whether the file may be written, to be asked before work that takes a while.
pub(crate) fn may_write(out: &Out) -> Result<(), Failure> {
    if !out.force && out.out.exists() {
        return Err(Failure::request(format!(
            "{} exists and was left as it is. Give another name, or --force to replace it.",
            out.out.display()
        )));
    }
    Ok(())
}
