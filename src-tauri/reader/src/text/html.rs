//! A web page as the text that it reads as: blocks on lines of their own, lists and tables marked as Markdown
//! marks them, struck-out words between `~~`, and the page's schema.org `JobPosting` as front matter.

mod job_posting;
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
    let page = read(html, true);
    // A menu that is never closed would take the whole page with it.
    let page = if page.skip.is_some() { read(html, false) } else { page };
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

/// A page with less text than this, in bytes, shows what its data describes only once its scripts have run.
const FILLED_BY_SCRIPT: usize = 400;

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
    /// Nothing of it is said: scripts, styles, menus.
    All,
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
            None => self.writer.text(text),
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if let Some((_, element, depth)) = &mut self.skip {
            if *element == name && !tag.self_closing {
                match tag.kind {
                    TagKind::StartTag => *depth += 1,
                    TagKind::EndTag => *depth -= 1,
                }
                if *depth == 0 {
                    self.end_skip();
                }
            }
            return raw(name, tag.kind);
        }
        if tag.kind == TagKind::StartTag && !tag.self_closing {
            let data = name == "script"
                && attribute(tag, "type")
                    .is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"));
            let hidden = attribute(tag, "hidden").is_some() && name != "input";
            if data {
                self.skip = Some((Skip::Data, name.to_owned(), 1));
            } else if self.skips_menus
                && (hidden && !is_void(name) || matches!(name, "nav" | "select" | "svg" | "template"))
                || matches!(name, "script" | "style" | "noscript" | "iframe" | "title")
            {
                self.skip = Some((Skip::All, name.to_owned(), 1));
            }
        }
        if self.skip.is_none() {
            self.writer.tag(name, tag.kind == TagKind::StartTag);
        }
        raw(name, tag.kind)
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
