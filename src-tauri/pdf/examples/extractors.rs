//! Draws every name of the tests on every template and paper into the folder given, with `files.json`: what
//! should read back from each.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use serde_json::json;
use startline_engine::{Paper, Style, Template, Typeface};

const NAMES: [&str; 2] = [include_str!("../tests/names.txt"), include_str!("../tests/names-east-asian.txt")];

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    let mut files = Vec::new();
    for name in NAMES.iter().flat_map(|names| names.lines()) {
        for template in [Template::Ruled, Template::Classic, Template::Strip] {
            for (paper, typeface) in [(Paper::Letter, Typeface::Sans), (Paper::A4, Typeface::Serif)] {
                let header = common::header(name, Style { template, paper, typeface, ..Style::default() });
                let pdf = header.to_pdf(&common::fonts(&header.candidate, typeface)).unwrap();
                let file = format!("{}.pdf", files.len());
                std::fs::write(folder.join(&file), pdf).unwrap();
                let candidate = &header.candidate;
                files.push(json!({
                    "file": file,
                    "script": script(name),
                    "name": name,
                    "labels": ["Start date:", "End date:"],
                    "dates": ["Start date: May 18, 2026", "End date: August 17, 2026"],
                    "email": candidate.email,
                    "phone": candidate.phone,
                    "school": candidate.education[0].school,
                    "links": ["mailto:zoe.nguyen@sjsu.example", "tel:+14085550142", "https://github.com/zoenguyen"],
                }));
            }
        }
    }
    std::fs::write(folder.join("files.json"), serde_json::to_vec(&files).unwrap()).unwrap();
}

/// The script of a name, by its first letter of another than Latin.
fn script(name: &str) -> &'static str {
    let of = |letter: char| match u32::from(letter) {
        0x0370..=0x03ff | 0x1f00..=0x1fff => Some("Greek"),
        0x0400..=0x052f => Some("Cyrillic"),
        0x0590..=0x05ff => Some("Hebrew"),
        0x0600..=0x06ff => Some("Arabic"),
        0x0900..=0x097f => Some("Devanagari"),
        0x0980..=0x09ff => Some("Bengali"),
        0x0b80..=0x0bff => Some("Tamil"),
        0x0e00..=0x0e7f => Some("Thai"),
        0x2e80.. => Some("Chinese, Japanese, Korean"),
        _ => None,
    };
    name.chars().find_map(of).unwrap_or("Latin")
}
