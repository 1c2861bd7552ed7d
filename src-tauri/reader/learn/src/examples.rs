//! What a table is learned from: the features of each place, and the right answer.

use std::collections::BTreeMap;

use startline_engine::{Pay, Quote};
use startline_reader::learn::{Question, Weights, header_questions, pay_question, questions};

use crate::corpus::Labelled;
use crate::score::plain;

/// One place with its right answer.
pub(crate) struct Example {
    pub(crate) features: Vec<String>,
    pub(crate) answer: String,
}

/// What there is to learn from, by question.
#[derive(Default)]
pub(crate) struct Examples {
    /// Each place by itself.
    pub(crate) single: BTreeMap<String, Vec<Example>>,
    /// The places of each text, of which one is to be chosen.
    pub(crate) choices: BTreeMap<String, Vec<Vec<Example>>>,
}

/// The examples of some texts, for weights that find the titles.
pub(crate) fn of<'c>(weights: &Weights, texts: impl Iterator<Item = &'c Labelled>) -> Examples {
    let mut all = Examples::default();
    for text in texts {
        for question in if std::env::var_os("HEADER_ONLY").is_some() { Vec::new() } else { questions(weights, &text.text) } {
            let Some(answer) = answer(text, &question) else { continue };
            let example = Example { features: question.features, answer };
            all.single.entry(question.name.to_owned()).or_default().push(example);
        }
        of_header(weights, text, if std::env::var_os("KIND_ONLY").is_some() { &["title", "kind"] } else { &["title", "company", "kind"] }, &mut all);
        of_pay(text, &mut all);
    }
    all
}

/// The examples of titles alone: what else is asked looks where the title is.
pub(crate) fn of_titles<'c>(texts: impl Iterator<Item = &'c Labelled>) -> Examples {
    let mut all = Examples::default();
    for text in texts {
        of_header(&Weights::parse(""), text, &["title"], &mut all);
    }
    all
}

/// What a text says of itself, where that is labelled.
fn of_header(weights: &Weights, text: &Labelled, names: &[&'static str], into: &mut Examples) {
    if text.internship.is_none() && text.facts.is_none() {
        return;
    }
    for question in header_questions(weights, &text.text, names) {
        let label = match question.name {
            "title" => &text.title,
            "company" => &text.company,
            _ => {
                let answer = match text.internship {
                    Some(true) => "internship",
                    Some(false) => "none",
                    None => continue,
                };
                let examples = into.single.entry(question.name.to_owned()).or_default();
                examples.extend(question.places.into_iter().map(|(_, features)| Example { features, answer: answer.to_owned() }));
                continue;
            }
        };
        // Where the label's words stand nowhere, the text tells nothing of what such names look like.
        let stated = label.as_deref().map(plain);
        let likeness = |quote: Option<Quote>| {
            let words = quote.and_then(|quote| text.text.get(quote.start..quote.end)).map(plain);
            match (&stated, &words) {
                (Some(label), Some(words)) => alike(label, words),
                (label, words) => if label.is_none() && words.is_none() { 1.0 } else { 0.0 },
            }
        };
        let likely: Vec<f32> = question.places.iter().map(|(quote, _)| likeness(*quote)).collect();
        let most = likely.iter().copied().fold(0.0, f32::max);
        if most < 0.4 || stated.is_none() && text.facts.is_none() {
            if std::env::var_os("HEADER_ONLY").is_some() && text.facts.is_some() { println!("UNREACHED {} {} {label:?} {most}", text.name, question.name); }
            continue;
        }
        let choice = question.places.into_iter().zip(likely).filter_map(|((_, features), likely)| {
            let answer = match likely {
                likely if likely >= most.min(0.8) => "yes",
                likely if likely < 0.3 => "no",
                _ => return None,
            };
            Some(Example { features, answer: answer.to_owned() })
        });
        into.choices.entry(question.name.to_owned()).or_default().push(choice.collect());
    }
}

/// Which of a text's sums is its pay, where that is labelled and found.
fn of_pay(text: &Labelled, into: &mut Examples) {
    let Some(facts) = &text.facts else { return };
    let question = pay_question(&text.text);
    let right = |pay: &Option<Pay>| {
        let pay = serde_json::to_value(pay).unwrap_or_default();
        crate::score::pay(&facts["pay"], &pay).right
    };
    let answers: Vec<bool> = question.pay.iter().map(right).collect();
    if !answers.contains(&true) {
        if std::env::var_os("HEADER_ONLY").is_some() { println!("UNREACHED {} pay {} among {:?}", text.name, facts["pay"], question.pay); }
        return;
    }
    let choice = question.places.into_iter().zip(answers).map(|((_, features), right)| {
        Example { features, answer: if right { "yes" } else { "no" }.to_owned() }
    });
    into.choices.entry("pay".to_owned()).or_default().push(choice.collect());
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
