//! `cargo run -p startline-reader --example read -- read FILE --json`: what is read from a posting, as `startline read`
//! prints it, without the rest of Startline.

#![allow(clippy::print_stdout)] // Its output is what it is for.

use std::path::Path;

use startline_reader::{Source, posting_text, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(2).ok_or("usage: read FILE")?;
    let html = Path::new(&path).extension().is_some_and(|end| end == "html");
    let source = if html { Source::Html } else { Source::Text };
    let facts = read(&posting_text(source, &std::fs::read(&path)?)?);
    println!("{}", serde_json::to_string(&facts)?);
    Ok(())
}
