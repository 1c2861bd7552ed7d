//! How long placing takes on each résumé of the corpus, and beside what: opening and drawing the same page.
#![allow(clippy::print_stdout, reason = "a measurement is read in a terminal")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use startline_engine::{
    Calendar, Candidate, Choice, DateStyle, FreeSpan, LengthRule, LengthUnit, Program, Start, Stated, Style,
    Typeface, judge,
};
use startline_pdf::place::{PlaceOptions, Placing, place};
use startline_pdf::{Fonts, Header, preview_svg};

/// Every file is taken as often, and its median counts.
const TIMES: usize = 5;

fn main() {
    let Some(stated) = stated() else { return println!("the dates of the measurement do not hold") };
    let candidate = Candidate { name: "Maren Okafor".to_owned(), ..Candidate::default() };
    let header = Header { candidate: candidate.clone(), stated: stated.clone(), style: Style::default() };
    let fonts = Fonts::bundled(Typeface::Sans);
    let line = Placing::Line { stated: &stated, dates: DateStyle::MonthDayYear, candidate: &candidate };
    let whole = Placing::Header { header: &header, fonts: &fonts };
    let (mut drawn, mut lines, mut headers) = (Vec::new(), Vec::new(), Vec::new());
    for resume in resumes() {
        let options = PlaceOptions::default();
        if place(&resume, &line, &options).is_err() {
            continue;
        }
        drawn.push(median(|| drop(preview_svg(&resume))));
        lines.push(median(|| drop(place(&resume, &line, &options))));
        headers.push(median(|| drop(place(&resume, &whole, &options))));
    }
    let beside = middle(&mut drawn);
    println!("{} résumés", lines.len());
    report("drawing the page", &mut drawn, beside);
    report("placing a line", &mut lines, beside);
    report("placing a header", &mut headers, beside);
}

fn report(what: &str, times: &mut [Duration], beside: Duration) {
    let middle = middle(times);
    let slowest = times.last().copied().unwrap_or_default();
    let ratio = middle.as_secs_f64() / beside.as_secs_f64().max(f64::EPSILON);
    println!("{what:<18} median {middle:>9.2?}, slowest {slowest:>9.2?}, {ratio:.2} times drawing");
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let begin = Instant::now();
            work();
            begin.elapsed()
        })
        .collect();
    middle(&mut times)
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn resumes() -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/files");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

fn stated() -> Option<Stated> {
    let (start, end) = ("2026-05-18".parse().ok()?, "2026-08-17".parse().ok()?);
    let calendar =
        Calendar { free: vec![FreeSpan { first: Some(start), last: None }], ..Calendar::default() };
    let program = Program {
        lengths: vec![LengthRule { unit: LengthUnit::Weeks, min: Some(12), max: Some(12) }],
        starts: vec![Start { day: start, ends: vec![] }],
        ..Program::default()
    };
    let choice = Choice { start, end, full_time: true };
    judge(&program, &calendar, &[], "2026-03-03".parse().ok()?).state(&choice).ok()
}
