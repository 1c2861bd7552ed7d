//! A text taken apart: its tokens, lines and items, and what stands around each item.

use std::ops::Range;

use super::body::body;
use super::item::{Item, items};
use super::layout::{Layout, Line};
use super::lexicon::Cues;
use super::quiet::quiet_verbs;
use super::token::Tokens;
use startline_engine::Quote;

/// A text taken apart.
pub(super) struct Page<'t> {
    pub(super) tokens: Tokens<'t>,
    pub(super) layout: Layout,
    pub(super) items: Vec<Item>,
    /// The tokens that speak of this posting and no other: not a page's own menus, nor its other jobs.
    pub(super) body: Range<usize>,
}

/// How many tokens around an item are looked at.
pub(super) const REACH: usize = 40;

impl<'t> Page<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut tokens = Tokens::of(text);
        quiet_verbs(&mut tokens);
        let layout = Layout::of(&mut tokens);
        let items = items(&tokens);
        let body = body(&tokens);
        Self { tokens, layout, items, body }
    }

    /// The first item that begins at a token or after it.
    pub(super) fn item_from(&self, at: usize) -> Option<&Item> {
        self.items.get(self.items.partition_point(|item| item.from < at))
    }

    /// What a token means in this text.
    pub(super) fn cues(&self, at: usize) -> Cues {
        self.tokens.cues(at)
    }

    /// The bytes of some tokens. Never empty for tokens that exist.
    pub(super) fn quote(&self, tokens: Range<usize>) -> Option<Quote> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        (first.start < last.end).then_some(Quote { start: first.start as usize, end: last.end as usize })
    }

    /// The bytes that an item stands on.
    pub(super) fn item_quote(&self, item: &Item) -> Option<Quote> {
        self.quote(item.from..item.to)
    }

    /// The line that an item stands in.
    pub(super) fn line_at(&self, token: usize) -> Option<&Line> {
        self.layout.line(self.layout.line_of(token))
    }

    /// The sentence around a token, at most [`REACH`] tokens to each side.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let mut first = at;
        while first > 0 && at - first < REACH && !self.opens(first) {
            first -= 1;
        }
        let mut end = at + 1;
        while end < self.tokens.len() && end - at < REACH && !self.opens(end) {
            end += 1;
        }
        first..end
    }

    pub(super) fn opens(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.opens)
    }

    /// Whether any token of a range means one of `cues`.
    pub(super) fn any(&self, tokens: Range<usize>, cues: Cues) -> bool {
        tokens.into_iter().any(|at| self.cues(at).has(cues))
    }
}
