//! What learning the weights needs of the reader: the questions it puts, and reading with other weights.

use startline_engine::{Facts, Pay, Quote};

/// What the words that many texts share are listed under in a table.
pub const COMMON: &str = crate::model::COMMON;

use crate::facts::naming::Naming;
use crate::items::page::Page;
use crate::model::{Sketch, Table};
use crate::roles::features::{Words, sketch};
use crate::roles::timeline::Timeline;
use crate::words::fold::fold;
use crate::words::token::Kind;

/// A table of weights.
pub struct Weights(pub(crate) Table);

impl Weights {
    /// Reads a table that was written as text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(Table::parse(text))
    }
}

/// A place of a text that has to be told what it is for, or whether it is the one that is asked for.
pub struct Question {
    /// What is asked: the answers to choose from go with it.
    pub name: &'static str,
    /// Where it stands; nowhere for what is asked of a text as a whole, and for the answer that it doesn't say.
    pub quote: Option<Quote>,
    /// The pay that it states, where that is asked.
    pub pay: Option<Pay>,
    /// The names of the features that hold there.
    pub features: Vec<String>,
}

impl Question {
    fn of(quote: Option<Quote>, drawn: &mut Sketch) -> Self {
        let features = drawn.names.as_mut().map(std::mem::take).unwrap_or_default();
        Self { name: drawn.question(), quote, pay: None, features }
    }
}

/// What a text may be called, or who may offer it (“title”, “company”): every place that could say so, and nowhere.
/// The title that the weights find tells where to look for the other.
#[must_use]
pub fn names(weights: &Weights, text: &str, name: &'static str) -> Vec<Question> {
    let page = Page::of(text);
    let words = Words::of(&page);
    let naming = Naming::of(&page, &words, &weights.0);
    let title = (name != "title").then(|| page.header(&weights.0).title).flatten();
    let mut drawn = Sketch::named();
    naming.sketch_nothing(name, title.as_ref(), &mut drawn);
    let mut all = vec![Question::of(None, &mut drawn)];
    for piece in page.pieces() {
        if naming.sketch(name, &piece, title.as_ref(), &mut drawn) {
            let quote = piece.places.first().and_then(|place| page.quote(place.tokens.clone()));
            all.push(Question::of(quote, &mut drawn));
        }
    }
    all
}

/// The words of a text in small letters, each once.
#[must_use]
pub fn words(text: &str) -> std::collections::BTreeSet<String> {
    let page = Page::of(text);
    let word = |at: usize| {
        let token = page.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        let mut folded = String::new();
        fold(page.tokens.slice(token.start, token.end), &mut folded);
        Some(folded.split_whitespace().collect::<Vec<_>>().join("_"))
    };
    (0..page.tokens.len()).filter_map(word).collect()
}

/// What kind of posting a text is.
#[must_use]
pub fn kind(weights: &Weights, text: &str) -> Question {
    let page = Page::of(text);
    let mut drawn = Sketch::named();
    page.sketch_kind(&Words::of(&page), page.header(&weights.0).title.as_ref(), &mut drawn);
    Question::of(None, &mut drawn)
}

/// Which sum is the pay: every one of a text, and none.
#[must_use]
pub fn sums(text: &str) -> Vec<Question> {
    let page = Page::of(text);
    let words = Words::of(&page);
    let mut drawn = Sketch::named();
    let figures = page.figures();
    let asked = std::iter::once(None).chain(figures.iter().enumerate().map(Some));
    asked
        .map(|figure| {
            page.sketch_pay(&words, figure, &mut drawn);
            let quote = figure.and_then(|(_, figure)| page.quote(figure.tokens.clone()));
            Question { pay: figure.map(|(_, figure)| figure.pay.clone()), ..Question::of(quote, &mut drawn) }
        })
        .collect()
}

/// Every question that a text puts about its dates.
#[must_use]
pub fn questions(weights: &Weights, text: &str) -> Vec<Question> {
    let page = Page::of(text);
    let title = page.header(&weights.0).title.unwrap_or(0..0);
    let words = Words::of(&page);
    let timeline = Timeline::of(&page);
    asked(&page, |index, drawn| sketch(&page, &words, &title, &timeline, index, drawn))
}

fn asked(page: &Page<'_>, draw: impl Fn(usize, &mut Sketch)) -> Vec<Question> {
    let mut drawn = Sketch::named();
    let mut all = Vec::new();
    for (index, item) in page.items.iter().enumerate() {
        let Some(quote) = page.item_quote(item) else { continue };
        draw(index, &mut drawn);
        all.push(Question::of(Some(quote), &mut drawn));
    }
    all
}

/// [`crate::read`] with other weights.
#[must_use]
pub fn read_with(weights: &Weights, text: &str) -> Facts {
    crate::read::read_by(&weights.0, text)
}
