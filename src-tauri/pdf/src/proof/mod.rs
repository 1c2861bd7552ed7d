//! The proof: what a parser reads back from a file.

mod contact;
mod dates;
mod facts;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use startline_engine::{Candidate, Stated};
use unicode_normalization::UnicodeNormalization as _;

use crate::reading::{Opened, in_content_order, in_layout_order, open};

/// The most bytes that the strictest large applicant system takes.
pub const LIMIT: usize = 2_500_000;

/// What a file is meant to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// The name that comes first.
    pub name: String,
    /// The first and the last day stated.
    pub dates: Option<(NaiveDate, NaiveDate)>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// Where links lead, as typed.
    pub links: Vec<String>,
}

impl Expected {
    /// What a header of this candidate says.
    #[must_use]
    pub fn header(candidate: &Candidate, stated: &Stated) -> Self {
        let given = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let links = candidate.links.iter().map(|link| link.url.trim().to_owned());
        Self {
            name: candidate.name.trim().to_owned(),
            dates: Some((stated.start(), stated.end())),
            email: given(&candidate.email),
            phone: given(&candidate.phone),
            links: links.filter(|url| !url.is_empty()).collect(),
        }
    }
}

/// What a parser reads back from a file, and whether that is what it should.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Proof {
    /// How many pages it has; 0 if it can't be opened.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub pages: usize,
    /// Its size.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub bytes: usize,
    /// Whether its structure is tagged for screen readers.
    pub tagged: bool,
    /// Whether every font that it uses comes with it.
    pub fonts_embedded: bool,
    /// Whether it is below what the strictest large applicant system takes (2.5 MB).
    pub under_limit: bool,
    /// What is read in each order.
    pub orders: Vec<OrderRead>,
    /// The first e-mail address in the text.
    pub email: Option<String>,
    /// The first phone number in the text.
    pub phone: Option<String>,
    /// Where its links lead.
    pub links: Vec<String>,
    /// Whether nothing is wrong.
    pub passed: bool,
    /// What is wrong, as sentences.
    pub problems: Vec<String>,
}

/// What is read in one order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct OrderRead {
    /// Which order.
    pub order: Order,
    /// All the text.
    pub text: String,
    /// Whether the name comes first; `None` where no name was expected.
    pub name_first: Option<bool>,
    /// The start date that stands behind its label.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub start: Option<NaiveDate>,
    /// The end date that stands behind its label.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub end: Option<NaiveDate>,
}

/// The orders in which parsers read a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Order {
    /// As the content stands in the file.
    Content,
    /// As it is laid out on the page.
    Layout,
}

/// Reads a file as a parser would. A file that can't be read gives a proof that did not pass, and says why.
#[must_use]
pub fn proof(pdf: &[u8], expected: Option<&Expected>) -> Proof {
    match open(pdf) {
        Ok(opened) => read(&opened, pdf.len(), expected),
        Err(error) => Proof {
            pages: 0,
            bytes: pdf.len(),
            tagged: false,
            fonts_embedded: false,
            under_limit: pdf.len() < LIMIT,
            orders: Vec::new(),
            email: None,
            phone: None,
            links: Vec::new(),
            passed: false,
            problems: vec![error.to_string()],
        },
    }
}

fn read(opened: &Opened, bytes: usize, expected: Option<&Expected>) -> Proof {
    let pages = opened.pages();
    let whole = |write: fn(&[crate::reading::Shown]) -> String| {
        pages.iter().map(|page| write(page)).collect::<Vec<_>>().join("\n").trim().to_owned()
    };
    let orders: Vec<OrderRead> =
        [(Order::Content, whole(in_content_order)), (Order::Layout, whole(in_layout_order))]
            .into_iter()
            .map(|(order, text)| {
                let (start, end) = dates::stated(&text);
                let name_first = expected.map(|expected| begins_with(&text, &expected.name));
                OrderRead { order, text, name_first, start, end }
            })
            .collect();
    let text = orders.first().map(|order| order.text.clone()).unwrap_or_default();
    let mut proof = Proof {
        pages: pages.len(),
        bytes,
        tagged: facts::tagged(&opened.document),
        fonts_embedded: facts::fonts_embedded(&opened.document),
        under_limit: bytes < LIMIT,
        orders,
        email: contact::email(&text),
        phone: contact::phone(&text),
        links: opened.links(),
        passed: false,
        problems: Vec::new(),
    };
    proof.problems = problems(&proof, &text, expected);
    proof.passed = proof.problems.is_empty();
    proof
}

fn problems(proof: &Proof, text: &str, expected: Option<&Expected>) -> Vec<String> {
    let mut problems = Vec::new();
    let mut tell = |wrong: bool, sentence: &str| {
        if wrong && !problems.iter().any(|told| told == sentence) {
            problems.push(sentence.to_owned());
        }
    };
    tell(!proof.under_limit, "The file is over 2.5 MB: some applicant systems refuse it.");
    tell(text.is_empty(), "This PDF has no text, only a picture. Parsers can't read it.");
    tell(text.contains('\u{fffd}'), "Some letters did not read back: their font doesn't say what they are.");
    let Some(expected) = expected else { return problems };
    for order in &proof.orders {
        tell(
            order.name_first == Some(false),
            match order.order {
                Order::Content => "The name is not the first thing that parsers read.",
                Order::Layout => "The name is not at the top of the page.",
            },
        );
        let (start, end) = expected.dates.map_or((None, None), |(start, end)| (Some(start), Some(end)));
        tell(start.is_some() && order.start != start, "The start date did not read back.");
        tell(end.is_some() && order.end != end, "The end date did not read back.");
    }
    let absent = |text: Option<&str>, what: &Option<String>| {
        what.as_ref().is_some_and(|what| !text.is_some_and(|text| squeezed(text).contains(&squeezed(what))))
    };
    tell(absent(Some(text), &expected.email), "The e-mail address did not read back.");
    tell(absent(Some(text), &expected.phone), "The phone number did not read back.");
    for link in &expected.links {
        let bare = |url: &str| {
            url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').to_lowercase()
        };
        let leads = proof.links.iter().any(|url| bare(url) == bare(link)) || !link.is_ascii();
        tell(!leads, &format!("The link {link} did not read back."));
    }
    problems
}

/// Whether the text begins with the name, however its spaces are broken.
fn begins_with(text: &str, name: &str) -> bool {
    let begin: String = text.chars().take(4 * name.chars().count() + 64).collect();
    !name.is_empty() && squeezed(&begin).starts_with(&squeezed(name))
}

/// Text without its spaces, composed, to be compared.
fn squeezed(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).collect()
}
