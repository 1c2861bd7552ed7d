//! Cross-validation grouped by source: each text is read with weights that no text of its group had a part in.

use std::collections::BTreeSet;

use startline_reader::learn::read_with;

use crate::corpus::Labelled;
use crate::score::Score;
use crate::training;

const FOLDS: u64 = 5;

/// Learns without a fifth of the sources and scores that fifth, five times, and prints the figures.
pub(crate) fn check(corpus: &[Labelled], verbose: bool) {
    let groups: BTreeSet<&str> = corpus.iter().map(|text| text.group.as_str()).collect();
    let fold_of = |text: &Labelled| {
        let place = groups.iter().position(|group| *group == text.group).unwrap_or(0) as u64;
        place.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32
    };
    let mut wide = Score::new("wide, the 239 shaped after pages");
    let mut composed = Score::new("wide, the 143 composed");
    let mut written = Score::new("written");
    for fold in 0..FOLDS {
        let inside = |text: &&Labelled| fold_of(text) % FOLDS != fold;
        let table = training::learned(corpus.iter().filter(inside));
        let table = startline_reader::learn::Weights::parse(&table);
        for text in corpus.iter().filter(|text| !inside(text)) {
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
