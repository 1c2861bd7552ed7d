//! What a table is learned from: the features of each place, and the right answer.

use std::collections::BTreeMap;

use startline_reader::learn::questions;

use crate::corpus::Labelled;

/// One place with its right answer.
pub(crate) struct Example {
    pub(crate) features: Vec<String>,
    pub(crate) answer: String,
}

/// The examples of some texts, by question.
pub(crate) fn of<'c>(texts: impl Iterator<Item = &'c Labelled>) -> BTreeMap<String, Vec<Example>> {
    let mut all: BTreeMap<String, Vec<Example>> = BTreeMap::new();
    for text in texts {
        for question in questions(&text.text) {
            let Some(answer) = answer(text, &question) else { continue };
            all.entry(question.name.to_owned()).or_default().push(Example { features: question.features, answer });
        }
    }
    all
}

/// The role of the mention that shares most of its text with the place; `other` where none does.
fn answer(text: &Labelled, question: &startline_reader::learn::Question) -> Option<String> {
    let quote = question.quote;
    let shared = |range: &std::ops::Range<usize>| range.end.min(quote.end).saturating_sub(range.start.max(quote.start));
    let best = text.mentions.iter().max_by_key(|(range, _)| shared(range))?;
    let role = if shared(&best.0) * 2 > best.0.len().min(quote.end - quote.start) { best.1.as_str() } else { "other" };
    Some(role.to_owned())
}
