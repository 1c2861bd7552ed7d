//! `read FILE --json`: what the reader makes of one file, for scoring it before anything is built around it.

use std::io::Write as _;

use startline_engine::{Source, posting_text};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments =
        std::env::args().skip(1).filter(|argument| argument != "read" && !argument.starts_with("--"));
    let path = arguments.next().ok_or("usage: read FILE --json")?;
    let bytes = std::fs::read(&path)?;
    let source = if path.ends_with(".html") { Source::Html } else { Source::Text };
    let facts = startline_engine::read(&posting_text(source, &bytes)?);
    Ok(writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&facts)?)?)
}
