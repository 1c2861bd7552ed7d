//! What a table is learned from: the features of each place, and the right answer.

use std::collections::HashMap;
use std::ops::Range;

use startline_reader::learn::{Question, Weights, kind, names, questions, sums};

use crate::corpus::Labelled;
use crate::score::{pay, plain};

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
        self.named(number, text, &Weights::parse(""), "title", text.title.as_deref());
    }

    /// Everything else that is asked, for weights that find the title.
    pub(crate) fn first(&mut self, number: usize, text: &Labelled, titles: &Weights) {
        self.named(number, text, titles, "company", text.company.as_deref());
        if let Some(internship) = text.internship {
            self.put(number, kind(titles, &text.text), if internship { "internship" } else { "none" });
        }
        if let Some(facts) = &text.facts {
            let right = |question: &Question| {
                let read = serde_json::to_value(&question.pay).unwrap_or_default();
                if pay(&facts["pay"], &read).right { 1.0 } else { 0.0 }
            };
            self.choice(number, sums(&text.text), right);
        }
        for question in questions(titles, &text.text) {
            let role = role(text, &question);
            self.put(number, question, &role);
        }
    }

    /// Where a text says its name or its employer's, if its label is known.
    fn named(
        &mut self,
        number: usize,
        text: &Labelled,
        weights: &Weights,
        name: &'static str,
        label: Option<&str>,
    ) {
        if text.internship.is_none() || label.is_none() && text.facts.is_none() {
            return;
        }
        let label = label.map(plain);
        self.choice(number, names(weights, &text.text, name), |question| {
            let words = question.quote.and_then(|quote| text.text.get(quote.start..quote.end)).map(plain);
            match (&label, &words) {
                (Some(label), Some(words)) => alike(label, words),
                (None, None) => 1.0,
                _ => 0.0,
            }
        });
    }

    /// The places of which one is to be chosen, by how right each is. Where none is right, the text tells nothing of
    /// what such places look like; and one that is half right is neither an example nor a counter-example.
    fn choice(&mut self, number: usize, places: Vec<Question>, right: impl Fn(&Question) -> f32) {
        let likeness: Vec<f32> = places.iter().map(right).collect();
        let most = likeness.iter().copied().fold(0.0, f32::max);
        if most < 0.4 {
            return;
        }
        for (place, likeness) in places.into_iter().zip(likeness) {
            if likeness >= most.min(0.8) {
                self.put(number, place, "yes");
            } else if likeness < 0.3 {
                self.put(number, place, "no");
            }
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
    let Some(quote) = question.quote else { return "other".to_owned() };
    let shared = |range: &Range<usize>| range.end.min(quote.end).saturating_sub(range.start.max(quote.start));
    let best = text.mentions.iter().max_by_key(|(range, _)| shared(range));
    best.filter(|(range, _)| shared(range) * 2 > range.len().min(quote.end - quote.start))
        .map_or("other", |(_, role)| role.as_str())
        .to_owned()
}
