//! What a table is learned from: the features of each place, and the right answer.

use std::collections::HashMap;
use std::ops::Range;

use startline_reader::learn::{Question, Weights, again, questions};

use crate::corpus::Labelled;

/// The names of features, each once.
#[derive(Default)]
pub(crate) struct Names {
    pub(crate) list: Vec<String>,
    known: HashMap<String, u32>,
}

impl Names {
    fn number(&mut self, name: String) -> u32 {
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(name.clone());
        self.known.insert(name, number);
        number
    }
}

/// One place with its right answer.
pub(crate) struct Example {
    /// Which text it stands in.
    pub(crate) text: usize,
    pub(crate) question: &'static str,
    pub(crate) features: Vec<u32>,
    pub(crate) answer: String,
}

/// The questions of every text.
pub(crate) fn first(texts: &[Labelled], names: &mut Names) -> Vec<Example> {
    let mut all = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        put(text, number, questions(&text.text), names, &mut all);
    }
    all
}

/// The questions of some texts that are put again, knowing what the weights answered the first time.
pub(crate) fn second(
    texts: &[Labelled],
    wanted: impl Fn(usize) -> bool,
    weights: &Weights,
    names: &mut Names,
    into: &mut Vec<Example>,
) {
    for (number, text) in texts.iter().enumerate().filter(|(number, _)| wanted(*number)) {
        put(text, number, again(weights, &text.text), names, into);
    }
}

fn put(text: &Labelled, number: usize, questions: Vec<Question>, names: &mut Names, into: &mut Vec<Example>) {
    for question in questions {
        let Some(answer) = answer(text, &question) else { continue };
        let mut features: Vec<u32> = question.features.into_iter().map(|name| names.number(name)).collect();
        features.sort_unstable();
        features.dedup();
        into.push(Example { text: number, question: question.name, features, answer });
    }
}

/// The role of the mention that shares most of its text with the place; `other` where none does.
fn answer(text: &Labelled, question: &Question) -> Option<String> {
    let quote = question.quote;
    let shared = |range: &Range<usize>| range.end.min(quote.end).saturating_sub(range.start.max(quote.start));
    let Some(best) = text.mentions.iter().max_by_key(|(range, _)| shared(range)) else {
        return Some("other".to_owned());
    };
    let role = if shared(&best.0) * 2 > best.0.len().min(quote.end - quote.start) {
        best.1.as_str()
    } else {
        "other"
    };
    Some(role.to_owned())
}
