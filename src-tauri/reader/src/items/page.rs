//! A text taken apart: its tokens, lines and items, and what stands around each item.

use std::ops::Range;

use crate::items::item::{Item, What, items};
use crate::words::layout::{Layout, Line, Zone};
use crate::words::lexicon::Cues;
use crate::words::quiet::quiet_verbs;
use crate::words::token::Tokens;
use startline_engine::Quote;

/// A text taken apart.
pub(crate) struct Page<'t> {
    pub(crate) tokens: Tokens<'t>,
    pub(crate) layout: Layout,
    pub(crate) items: Vec<Item>,
    /// The tokens that speak of this posting and no other: not a page's own menus, nor its other jobs.
    pub(crate) body: Range<usize>,
    /// The latest year that is written, of those in which an internship can be.
    pub(crate) latest_year: Option<i32>,
    /// The items whose year is not written with them.
    pub(crate) given_years: Vec<usize>,
}

/// How many tokens around an item are looked at.
pub(crate) const REACH: usize = 40;

impl<'t> Page<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let mut tokens = Tokens::of(text);
        quiet_verbs(&mut tokens);
        let layout = Layout::of(&mut tokens);
        let items = items(&tokens);
        let body = layout.body.clone();
        let latest_year = items
            .iter()
            .filter_map(|item| match item.what {
                What::Day(day) => day.year,
                What::Days(_, last) => last.year,
                What::Month(month) => month.year,
                What::Months(_, last) => last.year,
                What::Year(year) => Some(year),
                _ => None,
            })
            .filter(|year| (2015..2040).contains(year))
            .max();
        Self { tokens, layout, items, body, latest_year, given_years: Vec::new() }
    }

    /// The first item that begins at a token or after it.
    pub(crate) fn item_from(&self, at: usize) -> Option<&Item> {
        self.items.get(self.items.partition_point(|item| item.from < at))
    }

    /// What a token means in this text.
    pub(crate) fn cues(&self, at: usize) -> Cues {
        self.tokens.cues(at)
    }

    /// The bytes of some tokens. Never empty for tokens that exist.
    pub(crate) fn quote(&self, tokens: Range<usize>) -> Option<Quote> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        (first.start < last.end).then_some(Quote { start: first.start as usize, end: last.end as usize })
    }

    /// The bytes that an item stands on.
    pub(crate) fn item_quote(&self, item: &Item) -> Option<Quote> {
        self.quote(item.from..item.to)
    }

    /// The line that an item stands in.
    pub(crate) fn line_at(&self, token: usize) -> Option<&Line> {
        self.layout.line(self.layout.line_of(token))
    }

    /// What a token's line speaks of: this posting, others, the page around it, or an example.
    pub(crate) fn zone(&self, token: usize) -> Zone {
        self.line_at(token).map_or(Zone::Own, |line| line.zone)
    }

    /// Which of several programmes of the page a token's line speaks of; 0 for all of them.
    pub(crate) fn programme(&self, token: usize) -> u16 {
        self.line_at(token).map_or(0, |line| line.programme)
    }

    /// The sentence around a token, at most [`REACH`] tokens to each side.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
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

    pub(crate) fn opens(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.opens)
    }

    /// Whether any token of a range means one of `cues`.
    pub(crate) fn any(&self, tokens: Range<usize>, cues: Cues) -> bool {
        tokens.into_iter().any(|at| self.cues(at).has(cues))
    }
}
