//! Every name on every template and paper: valid, and read back.
#![allow(clippy::unwrap_used, reason = "a test fails where it can't go on")]

mod common;

use common::{assert_valid, header};
use startline_engine::{Paper, Style, Template, Typeface};
use startline_pdf::{Expected, Fonts, proof};

const NAMES: &str = include_str!("names.txt");

#[test]
fn every_name_is_valid_and_reads_back_on_every_template_and_paper() {
    assert!(NAMES.lines().count() >= 40);
    let fonts = Fonts::bundled(Typeface::Sans);
    let mut failures = Vec::new();
    for name in NAMES.lines() {
        for template in [Template::Ruled, Template::Classic, Template::Strip] {
            for paper in [Paper::Letter, Paper::A4] {
                let header = header(name, Style { template, paper, ..Style::default() });
                let what = format!("{name}, {template:?}, {paper:?}");
                let pdf = match header.to_pdf(&fonts) {
                    Ok(pdf) => pdf,
                    Err(error) => {
                        failures.push(format!("{what}: {error}"));
                        continue;
                    }
                };
                assert_valid(&pdf, &what);
                let expected = Expected::header(&header.candidate, &header.stated);
                let proof = proof(&pdf, Some(&expected));
                let read = proof.orders.iter().map(|order| order.text.lines().next().unwrap_or_default());
                let read: Vec<&str> = read.collect();
                failures.extend(proof.problems.iter().map(|problem| format!("{what}: {problem} {read:?}")));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
