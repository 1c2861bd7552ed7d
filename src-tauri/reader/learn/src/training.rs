//! A log-linear model, learned by FTRL-proximal: sparse, and the same for the same examples in the same order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use startline_reader::learn::{COMMON, Weights, words};

use crate::corpus::Labelled;
use crate::examples::{Example, Examples, Names};
/// How fast the weights move.
const ALPHA: f64 = 0.1;
/// How strongly weights are held near 0.
const L2: f64 = 2.0;
const ROUNDS: u32 = 8;

/// In how many texts a common word stands.
const SHARED: usize = 6;

/// How much a feature must be worth. Found by cross-validation, within what keeps the table small.
#[derive(Clone, Copy)]
struct Worth {
    /// What it must earn to have a weight at all.
    l1: f64,
    /// In how many texts it must hold: one that holds in few says nothing of others.
    texts: usize,
    /// The least weight that is written down, in hundredths.
    weight: f64,
}

/// Of features that tell what a date or duration is for: there are thousands of examples.
const OF_ROLES: Worth = Worth { l1: 1.5, texts: 7, weight: 14.0 };
/// Of features that tell what a whole text is: there is one example in each.
const OF_TEXTS: Worth = Worth { l1: 0.3, texts: 4, weight: 4.0 };
/// Of features that choose one place of a text: there are hundreds.
const OF_CHOICES: Worth = Worth { l1: 0.6, texts: 2, weight: 3.0 };

/// The table of weights learned from some texts, as text.
pub(crate) fn table(texts: &[&Labelled]) -> String {
    let mut names = Names::default();
    let mut titles = Examples { names: &mut names, list: Vec::new() };
    for (number, text) in texts.iter().enumerate() {
        titles.titles(number, text);
    }
    let titles = titles.list;
    let titles = common(texts) + &learned(&titles.iter().collect::<Vec<_>>(), &names);
    let weights = Weights::parse(&titles);
    let mut first = Examples { names: &mut names, list: Vec::new() };
    for (number, text) in texts.iter().enumerate() {
        first.first(number, text, &weights);
    }
    let first = first.list;
    titles + &learned(&first.iter().collect::<Vec<_>>(), &names)
}

/// The words of many texts, which are seldom an employer's name.
fn common(texts: &[&Labelled]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        for word in words(&text.text) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut table = format!(": {COMMON}\n");
    for (word, _) in counts.iter().filter(|(_, texts)| **texts >= SHARED) {
        let _ = writeln!(table, "{word}");
    }
    table
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
    let mut answers: Vec<&str> = answers.into_iter().collect();
    let model = if answers.contains(&"yes") {
        answers = vec!["yes"];
        Model::chosen(examples)
    } else {
        Model::learned(examples, &answers, if question == "kind" { OF_TEXTS } else { OF_ROLES })
    };
    let _ = writeln!(table, "= {question} {}", answers.join(" "));
    let named = |feature: &u32| names.list.get(*feature as usize).map_or("", String::as_str);
    let parted =
        |name: &'_ str| name.rsplit_once(' ').map(|(begins, ends)| (begins.to_owned(), ends.to_owned()));
    let sorted: BTreeMap<(String, String), usize> =
        model.features.iter().filter_map(|(feature, at)| Some((parted(named(feature))?, *at))).collect();
    let mut beginning = String::new();
    for ((begins, ends), at) in sorted {
        let mut line = String::new();
        for (answer, letter) in ('a'..='z').enumerate().take(answers.len()) {
            let weight = (model.weight(at, answer) * 100.0).round();
            if weight.abs() >= model.worth.weight {
                let _ = write!(line, "\t{letter}{weight}");
            }
        }
        if line.is_empty() {
            continue;
        }
        if begins != beginning {
            let _ = writeln!(table, ": {begins}");
            beginning.clone_from(&begins);
        }
        let _ = writeln!(table, "{ends}{line}");
    }
}

struct Model {
    features: HashMap<u32, usize>,
    answers: usize,
    /// For each feature and answer: the sum of gradients, and of their squares.
    z: Vec<f64>,
    n: Vec<f64>,
    worth: Worth,
}

impl Model {
    fn of(examples: &[&Example], answers: usize, worth: Worth) -> Self {
        let mut counts: HashMap<u32, (usize, usize)> = HashMap::new();
        for example in examples {
            for feature in &example.features {
                let (texts, last) = counts.entry(*feature).or_insert((0, usize::MAX));
                if *last != example.text {
                    (*texts, *last) = (*texts + 1, example.text);
                }
            }
        }
        let mut kept: Vec<u32> = counts
            .iter()
            .filter(|(_, (texts, _))| *texts >= worth.texts)
            .map(|(feature, _)| *feature)
            .collect();
        kept.sort_unstable();
        let features: HashMap<u32, usize> =
            kept.into_iter().enumerate().map(|(at, feature)| (feature, at)).collect();
        let size = features.len() * answers;
        Self { features, answers, z: vec![0.0; size], n: vec![0.0; size], worth }
    }

    fn row(&self, example: &Example) -> Vec<usize> {
        example.features.iter().filter_map(|feature| self.features.get(feature).copied()).collect()
    }

    /// A model that gives each place its answer.
    fn learned(examples: &[&Example], answers: &[&str], worth: Worth) -> Self {
        let mut model = Self::of(examples, answers.len(), worth);
        let right =
            |example: &Example| answers.iter().position(|answer| *answer == example.answer).unwrap_or(0);
        let rows: Vec<(Vec<usize>, usize)> =
            examples.iter().map(|each| (model.row(each), right(each))).collect();
        for at in mixed(rows.len()) {
            let (row, answer) = &rows[at];
            model.step(row, *answer);
        }
        model
    }

    /// A model that chooses one place of each text: where several are right, whichever it finds the likeliest.
    fn chosen(examples: &[&Example]) -> Self {
        let mut model = Self::of(examples, 1, OF_CHOICES);
        let row = |example: &&Example| (model.row(example), example.answer == "yes");
        let texts = examples.chunk_by(|one, other| one.text == other.text);
        let choices: Vec<Vec<(Vec<usize>, bool)>> =
            texts.map(|text| text.iter().map(row).collect()).collect();
        for at in mixed(choices.len()) {
            model.choose(&choices[at]);
        }
        model
    }

    fn choose(&mut self, choice: &[(Vec<usize>, bool)]) {
        let score = |row: &[usize]| row.iter().map(|feature| self.weight(*feature, 0)).sum::<f64>();
        let scores: Vec<f64> = choice.iter().map(|(row, _)| score(row)).collect();
        let top = scores.iter().copied().fold(f64::MIN, f64::max);
        let likely: Vec<f64> = scores.iter().map(|score| (score - top).exp()).collect();
        let all: f64 = likely.iter().sum();
        let right: f64 =
            likely.iter().zip(choice).filter(|(_, (_, right))| *right).map(|(likely, _)| likely).sum();
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
        let sigma = ((self.n[at] + gradient * gradient).sqrt() - self.n[at].sqrt()) / ALPHA;
        self.z[at] += gradient - sigma * weight;
        self.n[at] += gradient * gradient;
    }

    fn weight(&self, feature: usize, answer: usize) -> f64 {
        let at = feature * self.answers + answer;
        let (z, n) = (self.z[at], self.n[at]);
        if z.abs() <= self.worth.l1 {
            0.0
        } else {
            -(z - z.signum() * self.worth.l1) / ((1.0 + n.sqrt()) / ALPHA + L2)
        }
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
                self.learn(feature * self.answers + each, gradient, weights[place * self.answers + each]);
            }
        }
    }
}

/// Every row as often as there are rounds, each time in another order that mixes the texts, the same each time.
fn mixed(rows: usize) -> impl Iterator<Item = usize> {
    (0..ROUNDS).flat_map(move |round| {
        let mut order: Vec<usize> = (0..rows).collect();
        order.sort_unstable_by_key(|at| {
            (*at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(round * 7)
        });
        order
    })
}
