//! A log-linear model, learned by FTRL-proximal: sparse, and the same for the same examples in the same order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use startline_reader::learn::Weights;

use crate::corpus::Labelled;
use crate::examples::{self, Example};

/// How fast the weights move.
const ALPHA: f64 = 0.1;
/// What a feature must earn to have a weight at all: this keeps the table small.
const L1: f64 = 0.6;
/// How strongly weights are held near 0.
const L2: f64 = 2.0;
const ROUNDS: usize = 8;
/// A feature that holds fewer times says nothing of other texts.
const LEAST: usize = 2;

/// The table of weights of some texts, as text: first that of titles, as what else is asked looks where they are.
pub(crate) fn learned<'c>(texts: impl Iterator<Item = &'c Labelled> + Clone) -> String {
    let titles = Weights::parse(&table(&examples::of_titles(texts.clone())));
    table(&examples::of(&titles, texts))
}

/// The table of weights for some examples.
fn table(examples: &BTreeMap<String, Vec<Example>>) -> String {
    let mut table = String::new();
    for (question, examples) in examples {
        let answers: BTreeSet<&str> = examples.iter().map(|example| example.answer.as_str()).collect();
        let answers: Vec<&str> = answers.into_iter().collect();
        let _ = writeln!(table, "= {question} {}", answers.join(" "));
        let model = Model::learned(examples, &answers);
        let sorted: BTreeMap<&str, usize> = model.features.iter().map(|(name, at)| (*name, *at)).collect();
        for (name, at) in sorted {
            let mut line = String::new();
            for answer in 0..answers.len() {
                let weight = (model.weight(at, answer) * 100.0).round();
                if weight != 0.0 {
                    let _ = write!(line, "\t{answer} {weight}");
                }
            }
            if !line.is_empty() {
                let _ = writeln!(table, "{name}{line}");
            }
        }
    }
    table
}

struct Model<'e> {
    features: HashMap<&'e str, usize>,
    answers: usize,
    /// For each feature and answer: the sum of gradients, and of their squares.
    z: Vec<f64>,
    n: Vec<f64>,
}

impl<'e> Model<'e> {
    fn learned(examples: &'e [Example], answers: &[&str]) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in examples.iter().flat_map(|example| &example.features) {
            *counts.entry(name).or_default() += 1;
        }
        let mut names: Vec<&str> = counts.iter().filter(|(_, n)| **n >= LEAST).map(|(name, _)| *name).collect();
        names.sort_unstable();
        let features: HashMap<&str, usize> = names.into_iter().enumerate().map(|(at, name)| (name, at)).collect();
        let size = features.len() * answers.len();
        let mut model = Self { features, answers: answers.len(), z: vec![0.0; size], n: vec![0.0; size] };
        let rows: Vec<(Vec<usize>, usize)> = examples
            .iter()
            .map(|example| {
                let mut row: Vec<usize> =
                    example.features.iter().filter_map(|name| model.features.get(name.as_str()).copied()).collect();
                row.sort_unstable();
                row.dedup();
                (row, answers.iter().position(|answer| *answer == example.answer).unwrap_or(0))
            })
            .collect();
        // In an order that mixes the texts, the same each time.
        let mut order: Vec<usize> = (0..rows.len()).collect();
        for round in 0..ROUNDS {
            order.sort_unstable_by_key(|at| (*at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(round as u32 * 7));
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
        if z.abs() <= L1 { 0.0 } else { -(z - z.signum() * L1) / ((1.0 + n.sqrt()) / ALPHA + L2) }
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
            if gradient.abs() < 1e-6 {
                continue;
            }
            for (place, feature) in row.iter().enumerate() {
                let at = feature * self.answers + each;
                let sigma = ((self.n[at] + gradient * gradient).sqrt() - self.n[at].sqrt()) / ALPHA;
                self.z[at] += gradient - sigma * weights[place * self.answers + each];
                self.n[at] += gradient * gradient;
            }
        }
    }
}
