//! Draws a header on every template and paper into the folder given, to be looked at.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use startline_engine::{Paper, Style, Template, Typeface};
use startline_pdf::{Fonts, preview_svg};

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let name = std::env::args().nth(2).unwrap_or_else(|| "Zoë Nguyễn".to_owned());
    for template in [Template::Ruled, Template::Classic, Template::Strip] {
        for paper in [Paper::Letter, Paper::A4] {
            for typeface in [Typeface::Sans, Typeface::Serif] {
                let style = Style { template, paper, typeface, ..Style::default() };
                let fonts = Fonts::bundled(typeface);
                let header = common::header(&name, style);
                let began = std::time::Instant::now();
                let pdf = header.to_pdf(&fonts).unwrap();
                let drawn = began.elapsed();
                let preview = preview_svg(&pdf).unwrap();
                let shown = began.elapsed() - drawn;
                let file = format!("{folder}/{template:?}-{paper:?}-{typeface:?}").to_lowercase();
                println!("{file} {} bytes {drawn:?}; svg {} bytes {shown:?}", pdf.len(), preview.svg.len());
                std::fs::write(format!("{file}.pdf"), pdf).unwrap();
                std::fs::write(format!("{file}.svg"), preview.svg).unwrap();
            }
        }
    }
}
