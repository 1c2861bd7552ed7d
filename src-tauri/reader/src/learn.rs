//! What learning the weights needs of the reader: the questions it puts, and reading with other weights.

use startline_engine::{Facts, Quote};

use crate::items::page::Page;
use crate::model::{Sketch, Table};
use crate::roles::features::{Words, sketch};
use crate::roles::second::second_sketch;

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

/// Every question that a text puts.
#[must_use]
pub fn questions(text: &str) -> Vec<Question> {
    let page = Page::of(text);
    let title = page.header().title.unwrap_or(0..0);
    let words = Words::of(&page);
    asked(&page, |index, drawn| sketch(&page, &words, &title, index, drawn))
}

/// The same questions put again, with what the weights answered to all of them the first time.
#[must_use]
pub fn again(weights: &Weights, text: &str) -> Vec<Question> {
    let page = Page::of(text);
    let title = page.header().title.unwrap_or(0..0);
    let said = page.first_answers(&weights.0, &title);
    asked(&page, |index, drawn| second_sketch(&page, &said, index, drawn))
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
