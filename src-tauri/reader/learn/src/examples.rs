//! What a table is learned from: the features of each place, and the right answer.

use std::collections::HashMap;
use std::ops::Range;

use startline_reader::learn::{Question, Weights, header_questions, questions};

use crate::corpus::Labelled;
use crate::score::plain;

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

/// The examples of one text after another.
pub(crate) struct Examples<'n> {
    pub(crate) names: &'n mut Names,
    pub(crate) list: Vec<Example>,
}

impl Examples<'_> {
    fn put(&mut self, text: usize, question: Question, answer: &str) {
        let mut features: Vec<u32> =
            question.features.into_iter().map(|name| self.names.number(name)).collect();
        features.sort_unstable();
        features.dedup();
        self.list.push(Example { text, question: question.name, features, answer: answer.to_owned() });
    }

    /// What a text is called: what else is asked looks where its title is.
    pub(crate) fn titles(&mut self, number: usize, text: &Labelled) {
        self.header(number, text, &Weights::parse(""), &["title"]);
    }

    /// Everything else that is asked, for weights that find the title.
    pub(crate) fn first(&mut self, number: usize, text: &Labelled, titles: &Weights) {
        self.header(number, text, titles, &["company", "kind"]);
        for question in questions(titles, &text.text) {
            let role = role(text, &question);
            self.put(number, question, &role);
        }
    }

    /// What a text says of itself, where that is labelled.
    fn header(&mut self, number: usize, text: &Labelled, weights: &Weights, wanted: &[&str]) {
        let Some(internship) = text.internship else { return };
        let questions = header_questions(weights, &text.text);
        for (name, label) in [("title", &text.title), ("company", &text.company)] {
            if wanted.contains(&name) {
                let mine = questions.iter().filter(|question| question.name == name).cloned().collect();
                self.names_of(number, text, mine, label.as_deref());
            }
        }
        if wanted.contains(&"kind") {
            for question in questions.into_iter().filter(|question| question.name == "kind") {
                self.put(number, question, if internship { "internship" } else { "none" });
            }
        }
    }

    fn names_of(&mut self, number: usize, text: &Labelled, questions: Vec<Question>, label: Option<&str>) {
        let likeness: Vec<f32> = questions
            .iter()
            .map(|question| {
                let words = text.text.get(question.quote.start..question.quote.end).unwrap_or_default();
                label.map_or(0.0, |label| alike(&plain(label), &plain(words)))
            })
            .collect();
        let most = likeness.iter().copied().fold(0.0, f32::max);
        // Where the label's words stand nowhere, the text tells nothing of what such names look like.
        if label.is_some() && most < 0.4 || label.is_none() && text.facts.is_none() {
            return;
        }
        for (question, likeness) in questions.into_iter().zip(likeness) {
            let answer = match likeness {
                alike if alike >= most.min(0.8) && label.is_some() => "yes",
                alike if alike < 0.3 => "no",
                _ => continue,
            };
            self.put(number, question, answer);
        }
    }
}

/// How much of the longer of two names the other is, where it is within it.
fn alike(one: &str, other: &str) -> f32 {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.is_empty() || !long.contains(short) { 0.0 } else { short.len() as f32 / long.len() as f32 }
}

/// The role of the mention that shares most of its text with the place; `other` where none does.
fn role(text: &Labelled, question: &Question) -> String {
    let quote = question.quote;
    let shared = |range: &Range<usize>| range.end.min(quote.end).saturating_sub(range.start.max(quote.start));
    let best = text.mentions.iter().max_by_key(|(range, _)| shared(range));
    best.filter(|(range, _)| shared(range) * 2 > range.len().min(quote.end - quote.start))
        .map_or("other", |(_, role)| role.as_str())
        .to_owned()
}
