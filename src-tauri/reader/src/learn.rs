//! What learning the weights needs of the reader: the questions it puts, and reading with other weights.

use startline_engine::{Facts, Quote};

use std::ops::Range;

use crate::facts::naming::Naming;
use crate::items::page::Page;
use crate::model::{Sketch, Table};
use crate::roles::features::{Words, sketch};

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
#[derive(Clone)]
pub struct Question {
    /// What is asked: the answers to choose from go with it.
    pub name: &'static str,
    /// Where it stands.
    pub quote: Quote,
    /// The names of the features that hold there.
    pub features: Vec<String>,
}

/// Every question that a text puts about itself: what its title is, who its employer is, and what kind it is. The
/// title that the weights find tells where to look for the others.
#[must_use]
pub fn header_questions(weights: &Weights, text: &str) -> Vec<Question> {
    let page = Page::of(text);
    let title = page.header(&weights.0).title;
    let words = Words::of(&page);
    let naming = Naming::of(&page, &words);
    let mut drawn = Sketch::named();
    let mut all = Vec::new();
    let mut ask = |name: &'static str, tokens: Range<usize>, drawn: &Sketch| {
        let features = drawn.names.clone().unwrap_or_default();
        all.extend(page.quote(tokens).map(|quote| Question { name, quote, features }));
    };
    for piece in page.pieces() {
        for name in ["title", "company"] {
            if naming.sketch(name, &piece, title.as_ref(), &mut drawn)
                && let Some(place) = piece.places.first()
            {
                ask(name, place.tokens.clone(), &drawn);
            }
        }
    }
    page.sketch_kind(&words, title.as_ref(), &mut drawn);
    ask("kind", 0..1, &drawn);
    all
}

/// Every question that a text puts about its dates.
#[must_use]
pub fn questions(weights: &Weights, text: &str) -> Vec<Question> {
    let page = Page::of(text);
    let title = page.header(&weights.0).title.unwrap_or(0..0);
    let words = Words::of(&page);
    asked(&page, |index, drawn| sketch(&page, &words, &title, index, drawn))
}

fn asked(page: &Page<'_>, draw: impl Fn(usize, &mut Sketch)) -> Vec<Question> {
    let mut drawn = Sketch::named();
    let mut all = Vec::new();
    for (index, item) in page.items.iter().enumerate() {
        let Some(quote) = page.item_quote(item) else { continue };
        draw(index, &mut drawn);
        all.push(Question {
            name: drawn.question(),
            quote,
            features: drawn.names.clone().unwrap_or_default(),
        });
    }
    all
}

/// [`crate::read`] with other weights.
#[must_use]
pub fn read_with(weights: &Weights, text: &str) -> Facts {
    crate::read::read_by(&weights.0, text)
}
