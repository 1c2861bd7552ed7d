//! Files of the corpus, and what can be read from a file.

use std::path::PathBuf;

use startline_engine::{Candidate, DateStyle};
use startline_pdf::page::{Look, looks};
use startline_pdf::place::{PlaceError, PlaceOptions, Placed, Placing, Where, place};

use crate::common::{candidate, stated};

pub(crate) const START: &str = "Start date: May 18, 2026";
pub(crate) const END: &str = "End date: August 17, 2026";
/// What opens the files of the corpus that ask for a password.
pub(crate) const PASSWORD: &str = "open";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

pub(crate) fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("files").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every PDF of the corpus with the outcome that is expected of it.
pub(crate) fn expected() -> Vec<(String, String)> {
    let table = std::fs::read_to_string(folder().join("expected.tsv")).unwrap();
    let rows = table.lines().skip(1).map(|row| row.split_once('\t').unwrap());
    rows.map(|(file, outcome)| (file.to_owned(), outcome.to_owned())).collect()
}

pub(crate) fn files() -> Vec<String> {
    let entries = std::fs::read_dir(folder().join("files")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".pdf"))
        .collect();
    names.sort();
    names
}

/// The files on which a line can be placed.
pub(crate) fn placeable() -> Vec<String> {
    let ways = ["splice", "band", "cover"];
    expected()
        .into_iter()
        .filter(|(_, outcome)| ways.contains(&outcome.as_str()))
        .map(|(file, _)| file)
        .collect()
}

pub(crate) fn on(resume: &[u8], options: &PlaceOptions<'_>) -> Result<Placed, PlaceError> {
    as_candidate(resume, &candidate(""), options)
}

pub(crate) fn as_candidate(
    resume: &[u8],
    candidate: &Candidate,
    options: &PlaceOptions<'_>,
) -> Result<Placed, PlaceError> {
    let stated = stated();
    place(resume, &Placing::Line { stated: &stated, dates: DateStyle::MonthDayYear, candidate }, options)
}

pub(crate) fn by(place: Where) -> PlaceOptions<'static> {
    PlaceOptions { place: Some(place), ..PlaceOptions::default() }
}

/// The text of pages as it is drawn, without spaces: where they fall is a matter of taste.
pub(crate) fn drawn(looks: &[Look]) -> String {
    let runs = looks.iter().flat_map(|look| &look.runs);
    runs.flat_map(|run| run.text.chars()).filter(|letter| !letter.is_whitespace()).collect()
}

pub(crate) fn text_of(pdf: &[u8]) -> String {
    drawn(&looks(pdf, ""))
}

pub(crate) fn without_spaces(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
