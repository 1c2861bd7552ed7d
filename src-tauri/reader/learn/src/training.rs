//! A log-linear model, learned by FTRL-proximal: sparse, and the same for the same examples in the same order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use startline_reader::learn::Weights;

use crate::corpus::Labelled;
use crate::examples::{self, Example, Examples};

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
fn table(examples: &Examples) -> String {
    let mut table = String::new();
    for (question, examples) in &examples.single {
        let answers: BTreeSet<&str> = examples.iter().map(|example| example.answer.as_str()).collect();
        let answers: Vec<&str> = answers.into_iter().collect();
        write(question, &answers, &Model::learned(examples, &answers), &mut table);
    }
    for (question, choices) in &examples.choices {
        write(question, &["yes"], &Model::chosen(choices), &mut table);
    }
    table
}

fn write(question: &str, answers: &[&str], model: &Model<'_>, into: &mut String) {
    let _ = writeln!(into, "= {question} {}", answers.join(" "));
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
            let _ = writeln!(into, "{name}{line}");
        }
    }
}

/// How a model is learned.
#[derive(Clone, Copy)]
struct Pace {
    alpha: f64,
    l1: f64,
    l2: f64,
    rounds: usize,
}

fn env(name: &str, or: f64) -> f64 { std::env::var(name).ok().and_then(|x| x.parse().ok()).unwrap_or(or) }

struct Model<'e> {
    features: HashMap<&'e str, usize>,
    answers: usize,
    pace: Pace,
    /// For each feature and answer: the sum of gradients, and of their squares.
    z: Vec<f64>,
    n: Vec<f64>,
}

impl<'e> Model<'e> {
    fn of(examples: impl Iterator<Item = &'e Example>, answers: usize, pace: Pace) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in examples.flat_map(|example| &example.features) {
            *counts.entry(name).or_default() += 1;
        }
        let mut names: Vec<&str> = counts.iter().filter(|(_, n)| **n >= LEAST).map(|(name, _)| *name).collect();
        names.sort_unstable();
        let features: HashMap<&str, usize> = names.into_iter().enumerate().map(|(at, name)| (name, at)).collect();
        let size = features.len() * answers;
        Self { features, answers, pace, z: vec![0.0; size], n: vec![0.0; size] }
    }

    fn row(&self, example: &Example) -> Vec<usize> {
        let known = |name: &String| self.features.get(name.as_str()).copied();
        let mut row: Vec<usize> = example.features.iter().filter_map(known).collect();
        row.sort_unstable();
        row.dedup();
        row
    }

    /// A model that gives each place its answer.
    fn learned(examples: &'e [Example], answers: &[&str]) -> Self {
        let mut model = Self::of(examples.iter(), answers.len(), if answers.len() == 2 { Pace { alpha: env("K_ALPHA", ALPHA), l1: env("K_L1", L1), l2: env("K_L2", L2), rounds: env("K_ROUNDS", 8.0) as usize } } else { Pace { alpha: ALPHA, l1: L1, l2: L2, rounds: ROUNDS } });
        let right = |example: &Example| answers.iter().position(|answer| *answer == example.answer).unwrap_or(0);
        let rows: Vec<(Vec<usize>, usize)> = examples.iter().map(|each| (model.row(each), right(each))).collect();
        for (row, answer) in mixed(&rows, model.pace.rounds) {
            model.step(row, *answer);
        }
        model
    }

    /// A model that chooses one place of each text: where several are right, whichever it finds the likeliest.
    fn chosen(choices: &'e [Vec<Example>]) -> Self {
        let mut model = Self::of(choices.iter().flatten(), 1, Pace { alpha: env("C_ALPHA", ALPHA), l1: env("C_L1", L1), l2: env("C_L2", L2), rounds: env("C_ROUNDS", 8.0) as usize });
        let row = |example: &Example| (model.row(example), example.answer == "yes");
        let rows: Vec<Vec<(Vec<usize>, bool)>> = choices.iter().map(|each| each.iter().map(row).collect()).collect();
        for choice in mixed(&rows, model.pace.rounds) {
            model.choose(choice);
        }
        model
    }

    fn choose(&mut self, choice: &[(Vec<usize>, bool)]) {
        let score = |row: &[usize]| row.iter().map(|feature| self.weight(*feature, 0)).sum::<f64>();
        let scores: Vec<f64> = choice.iter().map(|(row, _)| score(row)).collect();
        let top = scores.iter().copied().fold(f64::MIN, f64::max);
        let likely: Vec<f64> = scores.iter().map(|score| (score - top).exp()).collect();
        let all: f64 = likely.iter().sum();
        let right: f64 = likely.iter().zip(choice).filter(|(_, (_, right))| *right).map(|(likely, _)| likely).sum();
        let mut gradients: BTreeMap<usize, f64> = BTreeMap::new();
        for (likely, (row, is_right)) in likely.iter().zip(choice) {
            let gradient = likely / all - if *is_right { likely / right.max(1e-12) } else { 0.0 };
            for feature in row {
                *gradients.entry(*feature).or_default() += gradient;
            }
        }
        for (feature, gradient) in gradients {
            self.learn(feature, gradient, self.weight(feature, 0));
        }
    }

    /// One step of FTRL-proximal for one weight.
    fn learn(&mut self, at: usize, gradient: f64, weight: f64) {
        let sigma = ((self.n[at] + gradient * gradient).sqrt() - self.n[at].sqrt()) / self.pace.alpha;
        self.z[at] += gradient - sigma * weight;
        self.n[at] += gradient * gradient;
    }

    fn weight(&self, feature: usize, answer: usize) -> f64 {
        let at = feature * self.answers + answer;
        let (z, n) = (self.z[at], self.n[at]);
        let Pace { alpha, l1, l2, .. } = self.pace;
        if z.abs() <= l1 { 0.0 } else { -(z - z.signum() * l1) / ((1.0 + n.sqrt()) / alpha + l2) }
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
                self.learn(feature * self.answers + each, gradient, weights[place * self.answers + each]);
            }
        }
    }
}

/// All rows as often as there are rounds, each time in another order that mixes the texts, the same each time.
fn mixed<T>(rows: &[T], rounds: usize) -> impl Iterator<Item = &T> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    (0..rounds).flat_map(move |round| {
        order.sort_unstable_by_key(|at| {
            (*at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(round as u32 * 7)
        });
        order.iter().map(|at| &rows[*at]).collect::<Vec<_>>()
    })
}
