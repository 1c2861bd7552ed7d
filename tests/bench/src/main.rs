//! How long a header takes, in process and as a whole command, beside others drawing the same one. All take
//! their turns in every round, so that what else the computer does falls on all of them; figures are medians.
//!
//! `cargo xtask bench` runs this and writes the table into docs/benchmarks.md.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod krilla;
mod subject;
mod whole;

use std::time::{Duration, Instant};

use startline_engine::Typeface;
use startline_pdf::{Fonts, preview_svg, proof};

const ROUNDS: usize = 300;

/// A contender, and how long each of its turns took.
struct Contender<'a> {
    name: &'static str,
    turn: Box<dyn FnMut(&str, &str) -> usize + 'a>,
    took: Vec<Duration>,
    bytes: usize,
}

impl<'a> Contender<'a> {
    fn new(name: &'static str, turn: impl FnMut(&str, &str) -> usize + 'a) -> Self {
        Self { name, turn: Box::new(turn), took: Vec::new(), bytes: 0 }
    }

    fn median(&self) -> f64 {
        let mut took = self.took.clone();
        took.sort_unstable();
        took.get(took.len() / 2).map_or(0.0, Duration::as_secs_f64) * 1000.0
    }
}

/// Lets everyone take a turn, `rounds` times, each round with another name and town, and prints the medians.
fn measure(mut contenders: Vec<Contender<'_>>, rounds: usize) {
    for round in 0..rounds + 2 {
        let (name, town) = (name(round), town(round));
        for contender in &mut contenders {
            let began = Instant::now();
            let bytes = (contender.turn)(&name, &town);
            // The first rounds load what is loaded once.
            if round > 1 {
                contender.took.push(began.elapsed());
                contender.bytes = contender.bytes.max(bytes);
            }
        }
    }
    let ours = contenders.first().map_or(1.0, Contender::median);
    println!("| | Median, ms | Ratio | Largest file, bytes |\n| --- | ---: | ---: | ---: |");
    for contender in &contenders {
        let (name, median, bytes) = (contender.name, contender.median(), contender.bytes);
        let bytes = if bytes == 0 { "–".to_owned() } else { bytes.to_string() };
        println!("| {name} | {median:.2} | {:.2} | {bytes} |", median / ours);
    }
    println!();
}

/// Another name every time, so that no glyph set comes twice in a run.
fn name(round: usize) -> String {
    format!("{} {}", word('Z', round, 1), word('N', round, 7))
}

/// The same for what is set in the other face.
fn town(round: usize) -> String {
    format!("San {}", word('J', round, 13))
}

fn word(first: char, round: usize, from: usize) -> String {
    const LETTERS: [char; 24] = [
        'a', 'ë', 'i', 'o', 'ü', 'e', 'k', 'l', 'm', 'n', 'r', 's', 't', 'z', 'ç', 'ñ', 'ł', 'd', 'v', 'y', 'ễ', 'g', 'h',
        'å',
    ];
    let letter = |place: usize| LETTERS[(round * 7 + place * place * (round + 3)) % LETTERS.len()];
    std::iter::once(first).chain((from..from + 5).map(letter)).collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let fonts = Fonts::bundled(Typeface::Sans);
    let faces = krilla::Faces::new();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["krilla", file] => std::fs::write(file, krilla::header("Zoë Nguyễn", "San José", &faces)).unwrap(),
        ["ours", rounds] => {
            for round in 0..rounds.parse().unwrap() {
                subject::header(&name(round), &town(round)).to_pdf(&fonts).unwrap();
            }
        }
        ["whole", command, peers] => measure(whole::contenders(command, peers), 21),
        _ => {
            let ours = |name: &str, town: &str| subject::header(name, town).to_pdf(&fonts).unwrap();
            let whole = ours("Zoë Nguyễn", "San José");
            let contenders = vec![
                Contender::new("Startline", |name, town| ours(name, town).len()),
                Contender::new("Startline, the same header again", |_, _| ours("Zoë Nguyễn", "San José").len()),
                Contender::new("krilla", |name, town| krilla::header(name, town, &faces).len()),
                Contender::new("Startline’s proof of it", |_, _| proof(&whole, None).pages * 0),
                Contender::new("Startline’s preview of it", |_, _| preview_svg(&whole).unwrap().pages * 0),
            ];
            measure(contenders, ROUNDS);
        }
    }
}
