//! What learning the weights needs of the reader: the questions it puts, and reading with other weights.

use startline_engine::{Facts, Pay, Quote};

use crate::facts::naming::Naming;
use crate::items::page::Page;
use crate::model::{Sketch, Table};
use crate::roles::features::{Words, question, sketch};

/// A table of weights.
pub struct Weights(pub(crate) Table);

impl Weights {
    /// Reads a table that was written as text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(Table::parse(text))
    }
}

/// A place of a text that has to be told what it is for.
pub struct Question {
    /// What is asked: the answers to choose from go with it.
    pub name: &'static str,
    /// Where it stands.
    pub quote: Quote,
    /// The names of the features that hold there.
    pub features: Vec<String>,
}

/// A question about a whole text, with the places that could be its answer.
pub struct Choice {
    /// What is asked.
    pub name: &'static str,
    /// Each place, none for “nowhere”, and the names of the features that hold there.
    pub places: Vec<(Option<Quote>, Vec<String>)>,
    /// The pay that each place states, where that is asked.
    pub pay: Vec<Option<Pay>>,
}

/// The questions of these names that a text puts about itself: “title”, “company”, and what “kind” it is. The title
/// that the weights find tells where to look for the others.
#[must_use]
pub fn header_questions(weights: &Weights, text: &str, names: &[&'static str]) -> Vec<Choice> {
    let page = Page::of(text);
    let title = page.header(&weights.0).title;
    let words = Words::of(&page);
    let naming = Naming::of(&page, &words);
    let pieces = page.pieces();
    let mut drawn = Sketch::named();
    let of_name = |name: &&'static str| {
        let mut places = Vec::new();
        if *name == "kind" {
            page.sketch_kind(&words, title.as_ref(), &mut drawn);
            places.push((None, drawn.names.clone().unwrap_or_default()));
        } else {
            naming.sketch_nothing(name, title.as_ref(), &mut drawn);
            places.push((None, drawn.names.clone().unwrap_or_default()));
            for piece in &pieces {
                if naming.sketch(name, piece, title.as_ref(), &mut drawn) {
                    let quote = piece.places.first().and_then(|place| page.quote(place.tokens.clone()));
                    places.push((quote, drawn.names.clone().unwrap_or_default()));
                }
            }
        }
        Choice { name, places, pay: Vec::new() }
    };
    names.iter().map(of_name).collect()
}

/// The question which of its sums is the pay.
#[must_use]
pub fn pay_question(text: &str) -> Choice {
    let page = Page::of(text);
    let words = Words::of(&page);
    let mut drawn = Sketch::named();
    let mut choice = Choice { name: "pay", places: Vec::new(), pay: Vec::new() };
    let figures = page.figures();
    for figure in std::iter::once(None).chain(figures.iter().enumerate().map(Some)) {
        page.sketch_pay(&words, figure, &mut drawn);
        let quote = figure.and_then(|(_, figure)| page.quote(figure.tokens.clone()));
        choice.places.push((quote, drawn.names.clone().unwrap_or_default()));
        choice.pay.push(figure.map(|(_, figure)| figure.pay.clone()));
    }
    choice
}

/// Every question that a text puts about its dates.
#[must_use]
pub fn questions(weights: &Weights, text: &str) -> Vec<Question> {
    let page = Page::of(text);
    let title = page.header(&weights.0).title.unwrap_or(0..0);
    let words = Words::of(&page);
    let mut drawn = Sketch::named();
    let mut all = Vec::new();
    for (index, item) in page.items.iter().enumerate() {
        let Some(quote) = page.item_quote(item) else { continue };
        sketch(&page, &words, &title, index, &mut drawn);
        let features = drawn.names.clone().unwrap_or_default();
        all.push(Question { name: question(&item.what), quote, features });
    }
    all
}

/// [`crate::read`] with other weights.
#[must_use]
pub fn read_with(weights: &Weights, text: &str) -> Facts {
    crate::read::read_by(&weights.0, text)
}
