//! Cross-validation grouped by source: each text is read with weights that no text of its group had a part in.

use startline_reader::learn::{Weights, read_with};

use crate::corpus::Labelled;
use crate::score::Score;
use crate::training;

const FOLDS: usize = 5;

/// The fold of a group, by its name alone: texts that are added leave the others where they are.
fn fold(group: &str) -> usize {
    let hash = group
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 32) as usize % FOLDS
}

/// Learns without a fifth of the sources and scores that fifth, five times, and prints the figures.
pub(crate) fn check(corpus: &[Labelled], verbose: bool) {
    let fold_of = |text: usize| corpus.get(text).map_or(0, |text| fold(&text.group));
    let mut wide = Score::new("wide, the 239 shaped after pages");
    let mut composed = Score::new("wide, the 143 composed");
    let mut written = Score::new("written");
    for fold in 0..FOLDS {
        let others: Vec<&Labelled> = corpus
            .iter()
            .enumerate()
            .filter(|(number, _)| fold_of(*number) != fold)
            .map(|(_, text)| text)
            .collect();
        let table = training::table(&others);
        let table = Weights::parse(&table);
        for (_, text) in corpus.iter().enumerate().filter(|(number, _)| fold_of(*number) == fold) {
            let facts = read_with(&table, &text.text);
            let score = if text.facts.is_none() {
                &mut written
            } else if ["cjk2", "eu2", "en2"].iter().any(|kind| text.name.starts_with(kind)) {
                &mut composed
            } else {
                &mut wide
            };
            score.add(text, &facts, verbose);
        }
    }
    for score in [written, composed, wide] {
        score.print();
    }
}
