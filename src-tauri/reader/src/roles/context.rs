//! What stands around an item: the words beside it, and the lines that govern it.

use std::ops::Range;

use crate::items::page::Page;
use crate::words::layout::{Line, LineKind};
use crate::words::token::{Gap, Kind};

/// How many words to each side are looked at.
const FAR: usize = 14;
/// The most words of a heading, a label or a neighbouring line.
const LONGEST: usize = 16;

/// Something beside an item: a token, or another item in place of its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    Token(usize),
    Item(usize),
}

/// What stands around an item.
#[derive(Debug, Default)]
pub(crate) struct Context {
    /// In the same sentence before it, nearest first.
    pub(crate) left: Vec<Beside>,
    /// In the same sentence after it, nearest first.
    pub(crate) right: Vec<Beside>,
    /// Before the colon, or in the first cell of its row.
    pub(crate) label: Range<usize>,
    /// The head of its column.
    pub(crate) column: Range<usize>,
    /// The line that announces its line.
    pub(crate) heading: Range<usize>,
    /// The heading of its section.
    pub(crate) section: Range<usize>,
    /// The line before, where its own is short.
    pub(crate) above: Range<usize>,
    /// The line after, where its own is short.
    pub(crate) below: Range<usize>,
    /// Its own line.
    pub(crate) line: Range<usize>,
    pub(crate) line_kind: Option<LineKind>,
}

impl Page<'_> {
    /// What stands around the item at `index`.
    pub(crate) fn context(&self, index: usize) -> Context {
        let mut around = Context::default();
        let Some(item) = self.items.get(index) else { return around };
        self.look_left(index, &mut around);
        self.look_right(index, &mut around);
        let number = self.layout.line_of(item.from);
        let Some(line) = self.layout.line(number) else { return around };
        around.line = line.tokens.clone();
        around.line_kind = Some(line.kind);
        let (heading, section) = self.layout.headings(number);
        let head = |line: Option<&Line>| line.map_or(0..0, |line| self.head_words(line));
        (around.heading, around.section) = (head(heading), head(section));
        if line.kind == LineKind::Row {
            self.look_at_cells(number, item.from, &mut around);
        }
        if line.tokens.len() <= item.to - item.from + 12 {
            let short = |number: Option<usize>, from_end: bool| {
                let Some(line) = number.and_then(|number| self.layout.line(number)) else { return 0..0 };
                let Range { start, end } = line.tokens;
                if from_end {
                    end.saturating_sub(LONGEST).max(start)..end
                } else {
                    start..end.min(start + LONGEST)
                }
            };
            around.above = short(number.checked_sub(1), true);
            around.below = short(Some(number + 1), false);
        }
        around
    }

    fn look_left(&self, index: usize, into: &mut Context) {
        let Some(item) = self.items.get(index) else { return };
        let (mut at, mut others) = (item.from, index);
        let floor = self.line_at(item.from).map_or(0, |line| line.tokens.start);
        while at > floor && into.left.len() < FAR {
            if self.opens(at) {
                // “Start dates: • May 11 • May 18”, “Start dateMay 18”: what stood before governs it still.
                let point = item.from - at <= 2 && self.tokens.get(at - 1).is_some_and(|t| t.is_any(":："));
                let glued = at == item.from && self.tokens.get(at).is_some_and(|t| t.gap == Gap::None);
                if !point && !glued {
                    break;
                }
            }
            if let Some(other) =
                others.checked_sub(1).and_then(|other| self.items.get(other)).filter(|other| other.to == at)
            {
                others -= 1;
                at = other.from;
                into.left.push(Beside::Item(others));
                continue;
            }
            at -= 1;
            if self.tokens.get(at).is_some_and(|token| token.is_any(":：")) && !self.is_clock(at) {
                if into.label.is_empty() {
                    let mut first = at;
                    while first > floor && at - first < 8 && !self.opens(first) {
                        first -= 1;
                    }
                    into.label = first..at;
                }
            }
            into.left.push(Beside::Token(at));
        }
    }

    fn look_right(&self, index: usize, into: &mut Context) {
        let Some(item) = self.items.get(index) else { return };
        let (mut at, mut others) = (item.to, index + 1);
        while into.right.len() < FAR && !self.opens(at) {
            if let Some(other) = self.items.get(others).filter(|other| other.from <= at) {
                into.right.push(Beside::Item(others));
                at = other.to.max(at + 1);
                others += 1;
                continue;
            }
            into.right.push(Beside::Token(at));
            at += 1;
        }
    }

    /// The first cell of the row, and the head of the column.
    fn look_at_cells(&self, number: usize, at: usize, into: &mut Context) {
        let Some(row) = self.layout.line(number) else { return };
        let is_bar = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.is('|'));
        if at - row.tokens.start > 200 {
            return;
        }
        let column = (row.tokens.start..at).filter(is_bar).count();
        let cell = |line: &Range<usize>, wanted: usize| {
            let mut bars = 0;
            let mut found = line.end..line.end;
            for at in line.clone().take(200) {
                if is_bar(&at) {
                    bars += 1;
                } else if bars == wanted {
                    found = found.start.min(at)..at + 1;
                } else if bars > wanted {
                    break;
                }
            }
            if found.start >= found.end { 0..0 } else { found.start..found.end.min(found.start + LONGEST) }
        };
        let leads = usize::from(self.tokens.get(row.tokens.start).is_some_and(|token| token.is('|')));
        if column > leads {
            into.label = cell(&row.tokens, leads);
        }
        let first = self.first_row(number);
        if let Some(head) = self.layout.line(first).filter(|_| first != number) {
            into.column = cell(&head.tokens, column);
        }
    }

    /// “12:30” is no label.
    fn is_clock(&self, colon: usize) -> bool {
        let number = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
        colon > 0
            && number(colon - 1)
            && number(colon + 1)
            && self.tokens.get(colon + 1).is_some_and(|token| token.gap == Gap::None)
    }

    /// The words of a line that say what follows it: of a long one that ends in a colon, the last ones.
    pub(crate) fn head_words(&self, head: &Line) -> Range<usize> {
        let Range { start, end } = head.tokens;
        let colon = self.tokens.get(end.saturating_sub(1)).is_some_and(|last| last.is_any(":："));
        if end - start <= 16 || !colon {
            return start..end.min(start + 16);
        }
        let first = (end - 16..end).rev().find(|at| self.opens(*at)).unwrap_or(end - 16);
        first..end
    }

    /// The first row of the table that a row belongs to, looked for at most 40 rows up.
    pub(crate) fn first_row(&self, number: usize) -> usize {
        let mut first = number;
        while first > 0
            && number - first < 40
            && self.layout.line(first - 1).is_some_and(|line| line.kind == LineKind::Row)
        {
            first -= 1;
        }
        first
    }
}
