//! What a table is learned from: the features of each place, and the right answer.

use std::collections::BTreeMap;

use startline_reader::learn::{Question, Weights, header_questions, questions};

use crate::corpus::Labelled;
use crate::score::plain;

/// One place with its right answer.
pub(crate) struct Example {
    pub(crate) features: Vec<String>,
    pub(crate) answer: String,
}

/// The examples of some texts, by question, for weights that find the titles.
pub(crate) fn of<'c>(weights: &Weights, texts: impl Iterator<Item = &'c Labelled>) -> BTreeMap<String, Vec<Example>> {
    let mut all: BTreeMap<String, Vec<Example>> = BTreeMap::new();
    for text in texts {
        for question in questions(weights, &text.text) {
            let Some(answer) = answer(text, &question) else { continue };
            all.entry(question.name.to_owned()).or_default().push(Example { features: question.features, answer });
        }
        of_header(weights, text, &mut all);
    }
    all
}

/// The examples of titles alone: what else is asked looks where the title is.
pub(crate) fn of_titles<'c>(texts: impl Iterator<Item = &'c Labelled>) -> BTreeMap<String, Vec<Example>> {
    let mut all = BTreeMap::new();
    for text in texts {
        of_header(&Weights::parse(""), text, &mut all);
    }
    all.retain(|name, _| name == "title");
    all
}

/// What a text says of itself, where that is labelled.
fn of_header(weights: &Weights, text: &Labelled, into: &mut BTreeMap<String, Vec<Example>>) {
    if text.internship.is_none() && text.facts.is_none() {
        return;
    }
    let questions = header_questions(weights, &text.text);
    for (name, label) in [("title", &text.title), ("company", &text.company)] {
        let mine: Vec<&Question> = questions.iter().filter(|question| question.name == name).collect();
        let likeness: Vec<f32> = mine
            .iter()
            .map(|question| {
                let words = text.text.get(question.quote.start..question.quote.end).unwrap_or_default();
                label.as_ref().map_or(0.0, |label| alike(&plain(label), &plain(words)))
            })
            .collect();
        let most = likeness.iter().copied().fold(0.0, f32::max);
        // Where the label's words stand nowhere, the text tells nothing of what such names look like.
        if label.is_some() && most < 0.4 || label.is_none() && text.facts.is_none() {
            continue;
        }
        for (question, likeness) in mine.into_iter().zip(likeness) {
            let answer = match likeness {
                alike if alike >= most.min(0.8) && label.is_some() => "yes",
                alike if alike < 0.3 => "no",
                _ => continue,
            };
            let example = Example { features: question.features.clone(), answer: answer.to_owned() };
            into.entry(name.to_owned()).or_default().push(example);
        }
    }
    let Some(internship) = text.internship else { return };
    for question in questions.into_iter().filter(|question| question.name == "kind") {
        let answer = if internship { "internship" } else { "none" }.to_owned();
        into.entry("kind".to_owned()).or_default().push(Example { features: question.features, answer });
    }
}

/// How much of the longer of two names the other is, where it is within it.
fn alike(one: &str, other: &str) -> f32 {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.is_empty() || !long.contains(short) { 0.0 } else { short.len() as f32 / long.len() as f32 }
}

/// The role of the mention that shares most of its text with the place; `other` where none does.
fn answer(text: &Labelled, question: &Question) -> Option<String> {
    let quote = question.quote;
    let shared = |range: &std::ops::Range<usize>| range.end.min(quote.end).saturating_sub(range.start.max(quote.start));
    let best = text.mentions.iter().max_by_key(|(range, _)| shared(range))?;
    let role = if shared(&best.0) * 2 > best.0.len().min(quote.end - quote.start) { best.1.as_str() } else { "other" };
    Some(role.to_owned())
}
