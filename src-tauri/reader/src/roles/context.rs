//! What stands around an item: the words beside it, and the lines that govern it.

use std::ops::Range;

use crate::items::item::{Item, What};
use crate::items::page::Page;
use crate::words::layout::{Line, LineKind, Zone};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind};

/// How many words to each side are looked at.
const FAR: usize = 14;
/// The most words of a heading, a label or a neighbouring line.
const LONGEST: usize = 16;

/// How many rows can head a table.
const HEADS: usize = 3;
/// The longest answer to a question, in tokens.
const ANSWER: usize = 80;

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
    /// Before the colon or the dash, in the first cell of its row, or in the line above that it is the value of.
    pub(crate) label: Range<usize>,
    /// What happens then: behind the dash or in the next cells of its row, or in the line below it.
    pub(crate) event: Range<usize>,
    /// The head of its column.
    pub(crate) column: Range<usize>,
    /// The line that announces its line.
    pub(crate) heading: Range<usize>,
    /// The heading of its section.
    pub(crate) section: Range<usize>,
    /// The question that is answered here.
    pub(crate) question: Range<usize>,
    /// The line before, where its own is short.
    pub(crate) above: Range<usize>,
    /// The line after, where its own is short.
    pub(crate) below: Range<usize>,
    /// Its own line.
    pub(crate) line: Range<usize>,
    pub(crate) line_kind: Option<LineKind>,
    pub(crate) zone: Option<Zone>,
    /// Whether it stands in a question itself.
    pub(crate) asks: bool,
    /// Which of several programmes of the page its line speaks of; 0 for all of them.
    pub(crate) programme: u16,
}

impl Page<'_> {
    /// What stands around the item at `index`.
    pub(crate) fn context(&self, index: usize) -> Context {
        let mut around = Context::default();
        let Some(item) = self.items.get(index) else { return around };
        let number = self.layout.line_of(item.from);
        let Some(line) = self.layout.line(number) else { return around };
        around.line = line.tokens.clone();
        around.line_kind = Some(line.kind);
        around.zone = Some(self.zone(item.from));
        around.programme = self.programme(item.from);
        self.look_left(index, &mut around);
        self.look_right(index, &mut around);
        let (heading, section) = self.layout.headings(number);
        let head = |line: Option<&Line>| line.map_or(0..0, |line| self.head_words(line));
        (around.heading, around.section) = (head(heading), head(section));
        self.look_at_cells(line, item, &mut around);
        self.look_across_dash(line, item, &mut around);
        self.look_at_pair(number, line, &mut around);
        self.look_for_question(number, line, item, &mut around);
        // What stands above and below a row says something of another date.
        let told = line.says.is_some() || line.table.is_some() || !around.event.is_empty();
        if line.tokens.len() <= item.to - item.from + 12 && !told {
            let near = |number: Option<usize>, from_end: bool| {
                let line = number.and_then(|number| self.layout.line(number));
                line.map_or(0..0, |line| self.short(line.tokens.clone(), from_end))
            };
            around.above = near(number.checked_sub(1), true);
            around.below = near(Some(number + 1), false);
        }
        around
    }

    /// At most [`LONGEST`] of some tokens.
    fn short(&self, tokens: Range<usize>, from_end: bool) -> Range<usize> {
        let Range { start, end } = tokens;
        if from_end { end.saturating_sub(LONGEST).max(start)..end } else { start..end.min(start + LONGEST) }
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
            let colon = self.tokens.get(at).is_some_and(|token| token.is_any(":："));
            if colon && into.label.is_empty() && !self.is_clock(at) {
                let mut first = at;
                while first > floor && at - first < 8 && !self.opens(first) {
                    first -= 1;
                }
                into.label = first..at;
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

    /// The first cell of the row, the head of the column, and what the row tells.
    fn look_at_cells(&self, line: &Line, item: &Item, into: &mut Context) {
        let cells = self.layout.cells(line);
        let Some(column) = cells.iter().position(|cell| cell.contains(&item.from)) else { return };
        let words = |cell: &Range<usize>| {
            cell.clone()
                .take(LONGEST)
                .any(|at| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word))
        };
        let told = |cell: &&Range<usize>| words(cell) && !self.is_item(cell);
        if cells.iter().take(column).all(|cell| !words(cell)) {
            let event = cells.iter().skip(column + 1).find(told);
            into.event = event.map_or(0..0, |cell| self.short(cell.clone(), false));
        } else if into.label.is_empty() {
            let label = cells.iter().take(column).find(told);
            into.label = label.map_or(0..0, |cell| self.short(cell.clone(), false));
        }
        // The lowest of the rows at the top that hold no numbers heads the column.
        let Some(table) = line.table else { return };
        for number in table as usize..table as usize + HEADS {
            let head = self.layout.line(number).filter(|head| head.tokens.start < line.tokens.start);
            let Some(head) = head.filter(|head| head.table == line.table) else { break };
            let heads = self.layout.cells(head);
            let cell = heads.get(column).cloned().unwrap_or(0..0);
            let numbers = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
            // In a table of labels and values, each value is only its label's.
            let labels = cells.len() == 2 && !self.any(cell.clone(), Cues::TIMES);
            if heads.iter().any(|cell| cell.clone().take(LONGEST).any(numbers)) || labels {
                break;
            }
            if words(&cell) {
                into.column = self.short(cell, false);
            }
        }
    }

    /// Whether some tokens hold a date or a length.
    fn is_item(&self, tokens: &Range<usize>) -> bool {
        let first = self.items.partition_point(|item| item.from < tokens.start);
        let within = self.items.iter().skip(first).take_while(|item| item.from < tokens.end);
        within.take(LONGEST).any(|item| item.what.is_date() || matches!(item.what, What::Length(_)))
    }

    /// “June 8 – Internship begins” and “Internship begins – June 8”.
    fn look_across_dash(&self, line: &Line, item: &Item, into: &mut Context) {
        let splits = |at: usize| {
            let spaced = self.tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Space);
            self.tokens.get(at).is_some_and(|mark| mark.is_dash() && spaced || mark.is_any(":："))
        };
        // Nothing before it but a bullet or a box to tick.
        let first = item.from - line.tokens.start <= 3
            && (line.tokens.start..item.from)
                .all(|at| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark));
        if first && into.event.is_empty() && splits(item.to) {
            let mut end = item.to + 1;
            while end < line.tokens.end && end - item.to <= LONGEST && !self.opens(end) {
                end += 1;
            }
            into.event = item.to + 1..end;
        }
        let dash = item.from.checked_sub(1).filter(|dash| *dash > line.tokens.start && splits(*dash));
        if let Some(dash) = dash.filter(|_| into.label.is_empty()) {
            let mut start = dash;
            while start > line.tokens.start && dash - start < LONGEST && !self.opens(start) {
                start -= 1;
            }
            into.label = start..dash;
        }
    }

    /// The line above or below that says what a bare value is, and the head of its column.
    fn look_at_pair(&self, number: usize, line: &Line, into: &mut Context) {
        if let Some(head) = self.layout.at(line.column) {
            into.column = self.short(head.tokens.clone(), false);
        }
        let Some(says) = self.layout.at(line.says) else { return };
        let below = line.says.is_some_and(|says| says as usize > number);
        if below && into.event.is_empty() {
            into.event = self.short(says.tokens.clone(), false);
        } else if !below && into.label.is_empty() {
            into.label = self.short(says.tokens.clone(), true);
        }
    }

    /// The question that governs: the last one before, unless a heading stands between.
    fn look_for_question(&self, number: usize, line: &Line, item: &Item, into: &mut Context) {
        let (before, within) = self.layout.asked(item.from);
        into.asks = within.is_some();
        let Some(question) = before.filter(|question| item.from - question.end <= ANSWER) else { return };
        let asked = self.layout.line_of(question.start);
        let heading = line.heading.max(line.section).map_or(0, |heading| heading as usize);
        if asked == number || heading <= asked {
            into.question = question;
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

#[cfg(test)]
mod tests;
