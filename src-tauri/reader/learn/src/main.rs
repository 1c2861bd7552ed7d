//! `cargo xtask learn`: writes the reader's table of weights from the labelled postings in tests/postings, the same
//! bytes every time. `cargo xtask learn check` scores the reader by cross-validation grouped by source instead, and
//! writes nothing.

#![allow(clippy::print_stdout)] // Its figures are what it is for.

mod corpus;
mod examples;
mod folds;
mod score;
mod sentences;
mod training;

use std::path::PathBuf;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut corpus = corpus::load(&root.join("tests/postings"))?;
    sentences::load(&root.join("src-tauri/reader/tests/reading"), &mut corpus)?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            let table = training::table(&corpus.iter().collect::<Vec<_>>());
            std::fs::write(root.join("src-tauri/reader/src/model/weights.txt"), &table)?;
            println!("{} bytes of weights from {} texts", table.len(), corpus.len());
        }
        ["why", file] => why(&std::fs::read_to_string(file)?),
        ["check", rest @ ..] => folds::check(&corpus, rest.contains(&"-v")),
        _ => bail!("cargo xtask learn [check [-v]]"),
    }
    Ok(())
}

/// Prints, for each date and duration of a text, the features that were found and have weights.
fn why(text: &str) {
    let table = include_str!("../../src/model/weights.txt");
    let mut weights = std::collections::HashMap::new();
    let mut beginning = "";
    for line in table.lines() {
        if let Some(begins) = line.strip_prefix(": ") {
            beginning = begins;
        } else if let Some((ends, all)) = line.split_once('\t') {
            weights.insert(format!("{beginning} {ends}"), all);
        }
    }
    for question in startline_reader::learn::questions(&startline_reader::learn::Weights::parse(table), text)
    {
        println!(
            "{} {:?}",
            question.name,
            question.quote.and_then(|quote| text.get(quote.start..quote.end)).unwrap_or_default()
        );
        for name in &question.features {
            println!("   {name}  {}", weights.get(name).unwrap_or(&"-"));
        }
    }
}
