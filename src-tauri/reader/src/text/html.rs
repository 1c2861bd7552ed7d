//! A web page as the text that it reads as: blocks on lines of their own, lists and tables marked as Markdown
//! marks them, struck-out words between `~~`, and the page's schema.org `JobPosting` as front matter.

mod job_posting;
mod rows;
mod writer;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states,
};

use job_posting::{description, front_matter};
use writer::Writer;

/// The text that a page reads as. Any bytes of text give some; nothing nests, so depth costs nothing.
#[must_use]
pub fn text_of_html(html: &str) -> String {
    let mut page = read(html, true);
    // A menu that is never closed would take the whole page with it; so does what covers the page while it is read out.
    if page.skip.is_some() || page.unheard > MOST_UNHEARD.max(page.writer.out.len()) {
        page = read(html, false);
    }
    let mut text = page.writer.finish();
    if text.len() < FILLED_BY_SCRIPT
        && let Some(description) = description(&page.data)
    {
        text = format!("{text}\n\n{description}").trim_start().to_owned();
    }
    match front_matter(&page.data) {
        Some(matter) => format!("{matter}\n{text}"),
        None => text,
    }
}

/// The text of a page's data about a job that stands alone, without its page; `None` where it is something else.
pub(crate) fn text_of_data(data: &str) -> Option<String> {
    let data = data.trim();
    let begins = data.starts_with('{') || data.starts_with('[');
    let scripts = [if begins { data.to_owned() } else { return None }];
    let matter = front_matter(&scripts)?;
    Some(format!("{matter}\n{}", description(&scripts).unwrap_or_default()))
}

/// A page with less text than this, in bytes, shows what its data describes only once its scripts have run.
const FILLED_BY_SCRIPT: usize = 400;

/// More text than this, in bytes, is not kept from readers of screens for being mere ornament.
const MOST_UNHEARD: usize = 2000;

fn read(html: &str, skips_menus: bool) -> Page {
    let sink = Sink(RefCell::new(Page { skips_menus, ..Page::default() }));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // Only a sink that runs scripts pauses the tokenizer.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// What is skipped up to the end of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Skip {
    /// Nothing of it is said: scripts, styles, menus, what is not shown.
    All,
    /// It is kept from those who listen to the page: ornament, or what a window covers.
    Unheard,
    /// It is the page's data about the job.
    Data,
}

#[derive(Default)]
struct Page {
    writer: Writer,
    data: Vec<String>,
    script: String,
    skip: Option<(Skip, String, u32)>,
    skips_menus: bool,
    /// How much text was [`Skip::Unheard`], in bytes.
    unheard: usize,
    /// An element that is struck out by its style, and how many of its name are open in it.
    struck: Option<(String, u32)>,
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => page.text(&text),
            Token::TagToken(tag) => return page.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Page {
    fn text(&mut self, text: &str) {
        match self.skip {
            Some((Skip::Data, ..)) => self.script.push_str(text),
            Some((Skip::All, ..)) => {}
            Some((Skip::Unheard, ..)) => self.unheard += text.trim().len(),
            None => self.writer.text(text),
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        let begins = tag.kind == TagKind::StartTag;
        if let Some((_, element, depth)) = &mut self.skip {
            // One paragraph or cell ends where the next begins.
            let ends =
                begins && *element == name && matches!(name, "p" | "td" | "th" | "dt" | "dd" | "option");
            if *element == name && !tag.self_closing {
                *depth = if begins { *depth + 1 } else { *depth - 1 };
                if *depth == 0 || ends {
                    self.end_skip();
                }
            }
            if !ends {
                return raw(name, tag.kind);
            }
        }
        if begins && !tag.self_closing {
            self.skip = self.skipped(tag).map(|skip| (skip, name.to_owned(), 1));
        }
        if self.skip.is_none() {
            self.strike(tag);
            let number =
                |name| attribute(tag, name).and_then(|number| number.trim().parse().ok()).unwrap_or(1);
            if begins && matches!(name, "td" | "th") {
                self.writer.begin_cell(number("colspan"), number("rowspan"), name == "th");
            }
            self.writer.tag(name, begins);
        }
        raw(name, tag.kind)
    }

    /// Whether what stands in the element that begins is skipped.
    fn skipped(&self, tag: &Tag) -> Option<Skip> {
        let name = &*tag.name;
        let is =
            |name, value: &str| attribute(tag, name).is_some_and(|is| is.trim().eq_ignore_ascii_case(value));
        if name == "script" && is("type", "application/ld+json") {
            return Some(Skip::Data);
        }
        if matches!(name, "script" | "style" | "noscript" | "iframe" | "title" | "template") {
            return Some(Skip::All);
        }
        if !self.skips_menus || is_void(name) {
            return None;
        }
        let style = styles(tag);
        let hidden = attribute(tag, "hidden").is_some()
            || style.contains("display:none")
            || style.contains("visibility:hidden")
            || name == "dialog" && attribute(tag, "open").is_none();
        if hidden || matches!(name, "nav" | "select" | "svg") {
            return Some(Skip::All);
        }
        is("aria-hidden", "true").then_some(Skip::Unheard)
    }

    /// Follows an element that its style strikes out.
    fn strike(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let begins = tag.kind == TagKind::StartTag;
        if let Some((element, depth)) = &mut self.struck {
            if *element == name && !tag.self_closing {
                *depth = if begins { *depth + 1 } else { *depth - 1 };
                if *depth == 0 {
                    self.struck = None;
                    self.writer.strike(false);
                }
            }
        } else if begins && !tag.self_closing && !is_void(name) && styles(tag).contains("line-through") {
            self.struck = Some((name.to_owned(), 1));
            self.writer.strike(true);
        }
    }

    fn end_skip(&mut self) {
        if let Some((Skip::Data, ..)) = self.skip.take() {
            self.data.push(std::mem::take(&mut self.script));
        }
        self.writer.line();
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr"
            | "img"
            | "input"
            | "meta"
            | "link"
            | "wbr"
            | "source"
            | "area"
            | "base"
            | "col"
            | "embed"
            | "track"
    )
}

/// An element's own style, without spaces.
fn styles(tag: &Tag) -> String {
    let style = attribute(tag, "style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Elements whose text is not markup: without the tree's help the tokenizer must be told.
fn raw(name: &str, kind: TagKind) -> TokenSinkResult<()> {
    match (kind, name) {
        (TagKind::StartTag, "script") => TokenSinkResult::RawData(states::ScriptData),
        (TagKind::StartTag, "style" | "iframe" | "noframes") => TokenSinkResult::RawData(states::Rawtext),
        (TagKind::StartTag, "textarea" | "title") => TokenSinkResult::RawData(states::Rcdata),
        _ => TokenSinkResult::Continue,
    }
}

#[cfg(test)]
mod tests;
