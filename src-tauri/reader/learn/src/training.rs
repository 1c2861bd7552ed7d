//! A log-linear model, learned by FTRL-proximal: sparse, and the same for the same examples in the same order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use startline_reader::learn::Weights;

use crate::corpus::Labelled;
use crate::examples::{Example, Examples, Names};
fn env(n: &str, d: f64) -> f64 {
    std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d)
}

/// How fast the weights move.
use std::sync::LazyLock;
static ALPHA: LazyLock<f64> = LazyLock::new(|| env("ALPHA", 0.1));
/// How strongly weights are held near 0.
static L2: LazyLock<f64> = LazyLock::new(|| env("L2", 4.0));
static ROUNDS: LazyLock<f64> = LazyLock::new(|| env("ROUNDS", 6.0));

/// The table of weights learned from some texts, as text.
pub(crate) fn table(texts: &[&Labelled]) -> String {
    let mut names = Names::default();
    let mut titles = Examples { names: &mut names, list: Vec::new() };
    for (number, text) in texts.iter().enumerate() {
        titles.titles(number, text);
    }
    let titles = titles.list;
    let titles = learned(&titles.iter().collect::<Vec<_>>(), &names);
    let weights = Weights::parse(&titles);
    let mut first = Examples { names: &mut names, list: Vec::new() };
    for (number, text) in texts.iter().enumerate() {
        first.first(number, text, &weights);
    }
    let first = first.list;
    titles + &learned(&first.iter().collect::<Vec<_>>(), &names)
}

/// The tables of all questions, one after the other.
fn learned(examples: &[&Example], names: &Names) -> String {
    let questions: BTreeSet<&str> = examples.iter().map(|example| example.question).collect();
    let mut table = String::new();
    for question in questions {
        let examples: Vec<&Example> =
            examples.iter().copied().filter(|each| each.question == question).collect();
        write_question(question, &examples, names, &mut table);
    }
    table
}

fn write_question(question: &str, examples: &[&Example], names: &Names, table: &mut String) {
    let answers: BTreeSet<&str> = examples.iter().map(|example| example.answer.as_str()).collect();
    let answers: Vec<&str> = answers.into_iter().collect();
    let _ = writeln!(table, "= {question} {}", answers.join(" "));
    let model = Model::learned(examples, &answers);
    let named = |feature: &u32| names.list.get(*feature as usize).map_or("", String::as_str);
    let sorted: BTreeMap<&str, usize> =
        model.features.iter().map(|(feature, at)| (named(feature), *at)).collect();
    for (name, at) in sorted {
        let mut line = String::new();
        for answer in 0..answers.len() {
            let weight = (model.weight(at, answer) * 100.0).round();
            if weight.abs() >= env("MINW", 5.0) {
                let _ = write!(line, "\t{answer} {weight}");
            }
        }
        if !line.is_empty() {
            let _ = writeln!(table, "{name}{line}");
        }
    }
}

struct Model {
    features: HashMap<u32, usize>,
    answers: usize,
    /// For each feature and answer: the sum of gradients, and of their squares.
    z: Vec<f64>,
    n: Vec<f64>,
    l1: f64,
}

impl Model {
    fn learned(examples: &[&Example], answers: &[&str]) -> Self {
        // In how many texts each feature holds: one that holds in few says nothing of others.
        let mut counts: HashMap<u32, (usize, usize)> = HashMap::new();
        for example in examples {
            for feature in &example.features {
                let (texts, last) = counts.entry(*feature).or_insert((0, usize::MAX));
                if *last != example.text {
                    (*texts, *last) = (*texts + 1, example.text);
                }
            }
        }
        let least = env("LEAST", 3.0) as usize;
        let mut kept: Vec<u32> =
            counts.iter().filter(|(_, (texts, _))| *texts >= least).map(|(feature, _)| *feature).collect();
        kept.sort_unstable();
        let features: HashMap<u32, usize> =
            kept.into_iter().enumerate().map(|(at, feature)| (feature, at)).collect();
        let size = features.len() * answers.len();
        let mut model = Self {
            features,
            answers: answers.len(),
            z: vec![0.0; size],
            n: vec![0.0; size],
            l1: env("L1", 0.6),
        };
        let rows: Vec<(Vec<usize>, usize)> = examples
            .iter()
            .map(|example| {
                let row = example
                    .features
                    .iter()
                    .filter_map(|feature| model.features.get(feature).copied())
                    .collect();
                (row, answers.iter().position(|answer| *answer == example.answer).unwrap_or(0))
            })
            .collect();
        // In an order that mixes the texts, the same each time.
        let mut order: Vec<usize> = (0..rows.len()).collect();
        for round in 0..*ROUNDS as u32 {
            order.sort_unstable_by_key(|at| {
                (*at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(round * 7)
            });
            for at in &order {
                let (row, answer) = &rows[*at];
                model.step(row, *answer);
            }
        }
        model
    }

    fn weight(&self, feature: usize, answer: usize) -> f64 {
        let at = feature * self.answers + answer;
        let (z, n) = (self.z[at], self.n[at]);
        if z.abs() <= self.l1 { 0.0 } else { -(z - z.signum() * self.l1) / ((1.0 + n.sqrt()) / *ALPHA + *L2) }
    }

    fn step(&mut self, row: &[usize], answer: usize) {
        let mut scores = vec![0.0; self.answers];
        let weights: Vec<f64> = row
            .iter()
            .flat_map(|feature| (0..self.answers).map(|answer| self.weight(*feature, answer)))
            .collect();
        for feature in weights.chunks(self.answers) {
            for (score, weight) in scores.iter_mut().zip(feature) {
                *score += weight;
            }
        }
        let top = scores.iter().copied().fold(f64::MIN, f64::max);
        let sum: f64 = scores.iter().map(|score| (score - top).exp()).sum();
        for (each, score) in scores.iter().enumerate() {
            let gradient = (score - top).exp() / sum - f64::from(u8::from(each == answer));
            if gradient.abs() < 1e-4 {
                continue;
            }
            for (place, feature) in row.iter().enumerate() {
                let at = feature * self.answers + each;
                let sigma = ((self.n[at] + gradient * gradient).sqrt() - self.n[at].sqrt()) / *ALPHA;
                self.z[at] += gradient - sigma * weights[place * self.answers + each];
                self.n[at] += gradient * gradient;
            }
        }
    }
}
