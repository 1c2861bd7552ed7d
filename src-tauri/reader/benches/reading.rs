//! How long reading a posting takes, and that ten times the text takes about ten times as long.
//!
//! `cargo bench -p startline-engine` prints medians. The proportion is also tested without a clock, by counting
//! steps: `twice_the_text_takes_twice_the_steps`.

#![allow(clippy::print_stdout)] // Its table is what it is for.

use std::hint::black_box;
use std::time::{Duration, Instant};

use startline_engine::SAMPLE_POSTING;
use startline_reader::{read, text_of_html};

const MEGABYTE: usize = 1024 * 1024;

fn main() {
    let posting = filled(SAMPLE_POSTING, 5 * 1024);
    println!("a posting of 5 kB: {:?}", median(200, || drop(black_box(read(black_box(&posting))))));
    println!("\n{:32} {:>12} {:>12} {:>7}", "10 MB of", "1 MB", "10 MB", "ratio");
    for (name, piece) in [
        ("postings", SAMPLE_POSTING),
        ("dates", "May 18, 2026 or "),
        ("lengths", "12-week internship "),
        ("bare numbers", "1/1-1."),
        ("rows of a table", "| June 1, 2026 | August 7, 2026 |\n"),
        ("brackets", "(["),
        ("one bracket", "["),
        ("years", "2026 "),
        ("months and sums", "May¥"),
        ("one word", "a"),
        ("blank lines", "x\n\n"),
        ("Chinese", "实习3个月以上，每周4天，"),
        ("struck-out words", "~~May 18~~ "),
    ] {
        row(name, piece, |text| drop(black_box(read(text))));
    }
    for (name, piece) in [
        ("pages", "<p>Starts <b>May 18, 2026</b><li>10 weeks"),
        ("open tags", "<div>"),
        ("comments", "<!-- "),
    ] {
        row(name, piece, |html| drop(black_box(read(&text_of_html(html)))));
    }
}

fn row(name: &str, piece: &str, run: impl Fn(&str)) {
    let (small, large) = (filled(piece, MEGABYTE), filled(piece, 10 * MEGABYTE));
    let (once, ten) = (median(3, || run(&small)), median(1, || run(&large)));
    let ratio = ten.as_secs_f64() / once.as_secs_f64();
    println!("{name:32} {:>9} ms {:>9} ms {ratio:>7.1}", once.as_millis(), ten.as_millis());
}

/// The piece again and again, up to about a size in bytes.
fn filled(piece: &str, size: usize) -> String {
    piece.repeat(size.div_ceil(piece.len()))
}

fn median(times: usize, run: impl Fn()) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    taken.sort();
    taken.get(taken.len() / 2).copied().unwrap_or_default()
}
