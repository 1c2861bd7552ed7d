//! What stands around an item: every word with a meaning near it, weighed by nearness.

use std::ops::Range;

use crate::items::item::Item;
use crate::items::page::{Page, REACH};
use crate::words::layout::{Line, LineKind};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind};

/// Where a cue stands, as seen from an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the same sentence, before the item.
    Left,
    /// In the same sentence, after it.
    Right,
    /// Before a colon in the same sentence, or the head of its row or column.
    Label,
    /// In the line that announces it.
    Heading,
    /// In the heading of its section.
    Section,
}

/// A word with a meaning near an item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cue {
    pub(crate) at: usize,
    pub(crate) cues: Cues,
    pub(crate) place: Place,
    /// From 1, right beside the item, down towards 0.
    pub(crate) weight: f32,
}

/// The longest row of a table whose cells are counted, in tokens.
const LONGEST_ROW: usize = 400;

impl Page<'_> {
    /// Everything with a meaning near an item, weighed by nearness.
    pub(crate) fn around(&self, index: usize, into: &mut Vec<Cue>) {
        into.clear();
        let Some(item) = self.items.get(index) else { return };
        self.left_of(index, into);
        self.right_of(index, into);
        let number = self.layout.line_of(item.from);
        let Some(line) = self.layout.line(number) else { return };
        if line.kind == LineKind::Row {
            self.cells(number, item, into);
        }
        self.inline_heading(item, into);
        self.glued_label(item, into);

        let bare = line.tokens.len() <= (item.to - item.from) + 3;
        let listed = matches!(line.kind, LineKind::Item | LineKind::Row) || line.tokens.len() <= 8;
        let near = if bare {
            0.8
        } else if listed {
            0.55
        } else {
            0.3
        };
        let (heading, section) = self.layout.headings(number);
        let led = heading.is_some_and(|head| self.leads(head, item));
        let near = if led { 0.8 } else { near };
        for (head, weight, place) in [(heading, near, Place::Heading), (section, near * 0.4, Place::Section)]
        {
            let Some(head) = head else { continue };
            for at in self.head_words(head) {
                self.put(at, place, weight, into);
            }
        }
    }

    /// Whether a line ends in a colon right before an item.
    fn leads(&self, head: &Line, item: &Item) -> bool {
        head.tokens.end == item.from
            && self.tokens.get(item.from.saturating_sub(1)).is_some_and(|last| last.is_any(":："))
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

    fn put(&self, at: usize, place: Place, weight: f32, into: &mut Vec<Cue>) {
        let cues = self.cues(at);
        if cues != Cues::NONE {
            into.push(Cue { at, cues, place, weight });
        }
    }

    fn left_of(&self, index: usize, into: &mut Vec<Cue>) {
        let Some(item) = self.items.get(index) else { return };
        let mut at = item.from;
        let (mut distance, mut weight, mut place) = (0.0_f32, 1.0_f32, Place::Left);
        let mut others = index;
        // Whether nothing but commas and “and” stood between the items so far.
        let mut chained = true;
        if self.opens(at) {
            return;
        }
        for _ in 0..REACH {
            let Some(before) = at.checked_sub(1) else { break };
            let other =
                others.checked_sub(1).and_then(|other| self.items.get(other)).filter(|o| o.to == before + 1);
            if let Some(other) = other.filter(|other| other.what.is_date()) {
                others -= 1;
                // Items of a list share what governs the list; a date in between takes its own verb.
                if !chained {
                    weight *= 0.45;
                }
                at = other.from;
                if self.opens(at) {
                    break;
                }
                continue;
            }
            if other.is_some() {
                others -= 1;
            }
            at = before;
            chained &= self.joins(at);
            if self.tokens.get(at).is_some_and(|token| token.is_any(":："))
                && place == Place::Left
                && !self.is_time(at)
            {
                (place, distance) = (Place::Label, 0.0);
            } else if !chained && self.tokens.get(at).is_some_and(|token| token.is_any(",，、")) {
                weight *= 0.8;
            } else if self.tokens.get(at).is_some_and(|token| token.is_any("()（）")) {
                weight *= 0.85;
            }
            self.put(at, place, weight / (1.0 + distance / 4.0), into);
            if self.tokens.get(at).is_some_and(|token| token.kind != Kind::Mark) {
                distance += 1.0;
            }
            if self.opens(at) {
                break;
            }
        }
    }

    fn right_of(&self, index: usize, into: &mut Vec<Cue>) {
        let Some(item) = self.items.get(index) else { return };
        let mut at = item.to;
        let (mut distance, mut weight) = (0.0_f32, 0.7_f32);
        let mut others = index + 1;
        for _ in 0..REACH / 2 {
            if self.opens(at) {
                break;
            }
            if let Some(other) = self.items.get(others).filter(|other| other.from <= at) {
                others += 1;
                if other.what.is_date() {
                    weight *= 0.4;
                    at = other.to;
                    continue;
                }
            }
            let Some(token) = self.tokens.get(at) else { break };
            if token.is_any(",，、:：") {
                weight *= 0.6;
            } else if token.is_any("(（") {
                weight *= 0.9;
            }
            self.put(at, Place::Right, weight / (1.0 + distance / 3.0), into);
            if token.kind != Kind::Mark {
                distance += 1.0;
            }
            at += 1;
        }
    }

    /// “12:30” is no label.
    fn is_time(&self, colon: usize) -> bool {
        let number = |at: Option<usize>| {
            at.and_then(|at| self.tokens.get(at)).is_some_and(|token| token.kind == Kind::Number)
        };
        number(colon.checked_sub(1))
            && number(Some(colon + 1))
            && self.tokens.get(colon + 1).is_some_and(|t| t.gap == Gap::None)
    }

    fn joins(&self, at: usize) -> bool {
        self.cues(at).has(Cues::AND | Cues::OR)
            || self.tokens.get(at).is_none_or(|token| token.kind == Kind::Mark && !token.is_any(".:;()"))
    }

    /// The head of the row, and of the column, that an item's cell stands in.
    fn cells(&self, number: usize, item: &Item, into: &mut Vec<Cue>) {
        let Some(row) = self.layout.line(number) else { return };
        let is_bar = |at: usize| self.tokens.get(at).is_some_and(|token| token.is('|'));
        let first_row = self.first_row(number);
        if item.from - row.tokens.start > LONGEST_ROW {
            return;
        }
        let column = (row.tokens.start..item.from).filter(|at| is_bar(*at)).count();
        let mut cell = 0;
        if column > 1 {
            for at in row.tokens.clone().take(12) {
                cell += usize::from(is_bar(at));
                if cell > 1 {
                    break;
                }
                self.put(at, Place::Label, 0.8, into);
            }
        }
        if let Some(head) = self.layout.line(first_row).filter(|_| first_row != number) {
            let mut cell = 0;
            for at in head.tokens.clone().take(80) {
                cell += usize::from(is_bar(at));
                if cell == column {
                    self.put(at, Place::Label, 0.9, into);
                }
            }
        }
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

    /// A label that lost its line break: “Start dateMay 18, 2026”.
    fn glued_label(&self, item: &Item, into: &mut Vec<Cue>) {
        if !self.tokens.get(item.from).is_some_and(|token| token.opens && token.gap == Gap::None) {
            return;
        }
        for label in (item.from.saturating_sub(4)..item.from).rev() {
            self.put(label, Place::Label, 0.8, into);
            if self.opens(label) {
                break;
            }
        }
    }

    /// What announces a list whose line breaks are lost: “Start dates: • May 11 • May 18”.
    fn inline_heading(&self, item: &Item, into: &mut Vec<Cue>) {
        let sentence = self.sentence(item.from).start;
        // A sentence with words of its own is no point of a list.
        if item.from - sentence > 3 {
            return;
        }
        let line = self.line_at(item.from).map_or(0, |line| line.tokens.start);
        let mut at = sentence;
        for _ in 0..REACH {
            let Some(before) = at.checked_sub(1).filter(|before| *before >= line) else { return };
            at = before;
            let Some(token) = self.tokens.get(at) else { return };
            if token.is_any(":：") && !self.is_time(at) {
                for label in (line..at).rev().take(6) {
                    self.put(label, Place::Heading, 0.55, into);
                    if self.opens(label) {
                        return;
                    }
                }
                return;
            }
        }
    }
}
