//! `cargo xtask`: everything that is done to this project, set-up included.
//!
//! A fresh clone needs Rust and Node, and nothing else: each command first installs or asks for what it is
//! missing. There is no other build script, and no step that only a hosted machine runs.

#![allow(clippy::print_stdout, clippy::print_stderr)] // A command line talks to its terminal.

mod bench;
mod bundle;
mod corpus;
mod extractors;
mod icons;
mod licences;
mod page;
mod peers;
mod run;
mod set_up;
mod shots;
mod steps;
mod test;
mod torture;
mod types;
mod whole;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use xshell::Shell;

const USAGE: &str = "\
cargo xtask COMMAND

  run [--release]   open Startline; without a display, do its job on the command line instead
  test              everything that is checked: format, lints, types, licences, tests, the real window
  shots             drive the real window through its states and leave pictures in target/shots
  bench [--peers]   measure how long a header takes, beside others (the table is docs/benchmarks.md), and placing,
                    reading and ten thousand drafts; with a word (header, placing, reading, drafts) only that
  bench window      measure how long a key takes to show in the real window
  corpus            write the corpus of résumés in tests/corpus/files anew, from the programs that print them
  extractors        measure what other programs read from our headers
  torture [N]       kill a writing process N times (20000) at random instants, and check what it saved
  bundle            installers for this system, in target/release/bundle
  types             write the TypeScript types in ui/src/generated from the Rust ones
  learn [check]     write the reader's weights from the labelled postings; or score the reader by cross-validation
  licences          write the list of the crates in the app that its About shows
  icons             write the icons from icons/icon.svg";

fn main() -> ExitCode {
    match start() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<ExitCode> {
    let shell = Shell::new()?;
    shell.change_dir(root()?);
    // An argument need not be Unicode; one that isn't is no command of ours.
    let arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let arguments: Vec<String> = arguments.collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", rest @ ..] => run::run(&shell, rest)?,
        ["test"] => test::test(&shell)?,
        ["shots", rest @ ..] => shots::shots(&shell, rest)?,
        ["bench", rest @ ..] => bench::bench(&shell, rest)?,
        ["corpus"] => corpus::corpus(&shell)?,
        ["extractors"] => extractors::extractors(&shell)?,
        ["torture"] => torture::torture(&shell, "20000")?,
        ["torture", kills] => torture::torture(&shell, kills)?,
        ["bundle"] => bundle::bundle(&shell)?,
        ["learn", rest @ ..] => learn(&shell, rest)?,
        ["types"] => types::write(&shell)?,
        ["licences"] => licences::write(&shell)?,
        ["icons"] => icons::write(&shell)?,
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => {
            eprintln!("{USAGE}");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The project's root, so that the commands work from any folder in it.
fn root() -> Result<PathBuf> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2).context("xtask does not lie two folders below the project's root")?;
    Ok(root.to_path_buf())
}

/// Learns the reader's weights, or scores them.
fn learn(shell: &Shell, rest: &[&str]) -> Result<()> {
    xshell::cmd!(shell, "cargo run --quiet --package startline-learn -- {rest...}").run()?;
    Ok(())
}
