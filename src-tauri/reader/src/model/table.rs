//! The table of weights.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::sketch::mix;
use super::{Sketch, feature_hash, hash};

/// What words that many postings share are listed under.
pub(crate) const COMMON: &str = "common";

/// For each feature's hash the answers it speaks for, by number, with the weights in hundredths.
type Weights = HashMap<u64, Box<[(u8, i16)]>, BuildHasherDefault<AsIs>>;

/// How much each feature speaks for each answer.
///
/// Written as text: a line that begins with `=` names a question and its answers, one that begins with `:` how the
/// features below it begin, and each line below it how a feature ends and, behind tabs, the letter of an answer (`a`
/// for the first) and the weight in hundredths. The features of [`COMMON`] are the words that many postings share; they
/// have no weights.
#[derive(Debug, Default)]
pub(crate) struct Table {
    answers: HashMap<String, Vec<String>>,
    weights: Weights,
}

impl Table {
    /// Reads a table. What is not well formed is left out: the table is the project's own, and a test reads it.
    pub(crate) fn parse(text: &str) -> Self {
        let mut table = Self::default();
        let mut beginning = 0;
        for line in text.lines() {
            if let Some(name) = line.strip_prefix(": ") {
                beginning = feature_hash(name);
                continue;
            }
            if let Some(question) = line.strip_prefix("= ") {
                let mut words = question.split(' ').map(str::to_owned);
                let name = words.next().unwrap_or_default();
                table.answers.insert(name, words.collect());
                continue;
            }
            let mut cells = line.split('\t');
            let Some(name) = cells.next() else { continue };
            let weights = cells.filter_map(|cell| {
                let (answer, weight) = (cell.bytes().next()?, cell.get(1..)?);
                Some((answer.checked_sub(b'a')?, weight.parse().ok()?))
            });
            table.weights.insert(mix(beginning, hash(name)), weights.collect());
        }
        table
    }

    /// The reader's own.
    pub(crate) fn own() -> &'static Self {
        static OWN: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("weights.txt")));
        &OWN
    }

    /// The answers that a question can have.
    pub(crate) fn answers(&self, question: &str) -> &[String] {
        self.answers.get(question).map_or(&[], Vec::as_slice)
    }

    /// Whether many postings share a word, by its hash.
    pub(crate) fn is_common(&self, word: u64) -> bool {
        self.weights.contains_key(&mix(hash(COMMON), word))
    }

    /// How likely each answer to a sketch's question is, in the order of the answers. A feature counts once, however
    /// often it holds.
    pub(crate) fn likely(&self, sketch: &mut Sketch) -> Vec<f32> {
        let mut scores = vec![0.0; self.answers(sketch.question()).len()];
        self.scores(sketch, &mut scores);
        probabilities(&mut scores);
        scores
    }

    /// How much speaks for a place where one of several is to be chosen.
    pub(crate) fn score(&self, sketch: &mut Sketch) -> f32 {
        let mut score = [0.0];
        self.scores(sketch, &mut score);
        score.iter().sum()
    }

    fn scores(&self, sketch: &mut Sketch, into: &mut [f32]) {
        sketch.hashes.sort_unstable();
        sketch.hashes.dedup();
        for hash in &sketch.hashes {
            for (answer, weight) in self.weights.get(hash).into_iter().flatten() {
                if let Some(score) = into.get_mut(usize::from(*answer)) {
                    *score += f32::from(*weight) / 100.0;
                }
            }
        }
    }
}

/// Scores as probabilities that add up to 1.
fn probabilities(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - top).exp();
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

/// The keys are hashes already.
#[derive(Debug, Default, Clone, Copy)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Part;

    #[test]
    fn a_table_is_read_as_it_is_written() {
        let table = Table::parse(": common\nteam\n= date start other\n: date left\nstarts\ta200\tb-50\n");
        assert!(table.is_common(hash("team")) && !table.is_common(hash("acme")));
        assert_eq!(table.answers("date"), ["start", "other"]);
        let mut sketch = Sketch::default();
        sketch.begin("date");
        sketch.put("left", &[Part::of("starts")]);
        let mut scores = [0.0, 0.0];
        table.scores(&mut sketch, &mut scores);
        assert_eq!(scores, [2.0, -0.5]);
    }
}
