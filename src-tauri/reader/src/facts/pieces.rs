//! What could be a name: pieces of short lines between marks, and runs of capitals in sentences.

use std::collections::HashMap;
use std::ops::Range;

use crate::items::page::Page;
use crate::model::hash;
use crate::words::fold::{fold, is_ideograph};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind};

/// How many sentences and short lines from the top are cut into pieces.
const TOP: usize = 36;
/// How many at the end, where pages sign.
const FOOT: usize = 3;
/// The longest of them that is cut, in tokens.
const LONGEST: usize = 40;
/// How far names are looked for in sentences, in tokens.
const DEEP: usize = 1500;
const OPENING: &str = "(（[【「『";
const CLOSING: &str = ")）]】」』";
/// How many times one name is looked at.
const MOST: usize = 8;

/// Words that are written alike, wherever they stand.
#[derive(Debug)]
pub(crate) struct Piece {
    /// Where they stand, in the order of the text.
    pub(crate) places: Vec<Place>,
    pub(crate) times: usize,
}

/// One place of a piece.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) tokens: Range<usize>,
    /// The sentence or line that it stands in, and which that is from the top.
    pub(crate) within: Range<usize>,
    pub(crate) number: usize,
    /// Whether marks or the ends of a line bound it, rather than small letters.
    pub(crate) bounded: bool,
}

/// Pieces by how they are written.
#[derive(Default)]
struct Found {
    pieces: Vec<Piece>,
    by_words: HashMap<u64, usize>,
    folded: String,
}

impl Page<'_> {
    /// Everything that could be a name.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        let mut found = Found::default();
        let units = self.units();
        let last = units.len();
        for (number, within) in units.iter().enumerate() {
            let near = number < TOP || number + FOOT >= last;
            if near && within.len() <= LONGEST {
                self.cut(within, number, &mut found);
            }
            if near || within.start < DEEP {
                self.runs(within, number, &mut found);
            }
        }
        found.pieces
    }

    /// The sentences and lines of the posting's own part, and of the data before it.
    fn units(&self) -> Vec<Range<usize>> {
        let mut units: Vec<Range<usize>> = Vec::new();
        for at in 0..self.body.end {
            match units.last_mut() {
                Some(unit) if !self.opens(at) => unit.end = at + 1,
                _ => units.push(at..at + 1),
            }
        }
        units
    }

    /// The whole, and what stands before, after or between its marks.
    fn cut(&self, within: &Range<usize>, number: usize, found: &mut Found) {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = within.start;
        for at in within.clone() {
            let spaced =
                at > start && self.is_cjk(at - 1) && self.tokens.get(at).is_some_and(|t| t.gap == Gap::Space);
            if spaced || self.separates(at) {
                parts.push(start..at);
                start = if spaced { at } else { at + 1 };
            }
        }
        parts.push(start..within.end);
        parts.retain(|part| !part.is_empty());
        let Some(first) = parts.first().map(|part| part.start) else { return };
        let end = parts.last().map_or(within.end, |part| part.end);
        let mut all: Vec<Range<usize>> = Vec::new();
        for part in parts.iter().take(8) {
            all.extend([part.clone(), first..part.end, part.start..end]);
        }
        all.sort_by_key(|range| (range.start, range.end));
        all.dedup();
        for range in all {
            if let Some(tokens) = self.trimmed(range) {
                found.add(self, Place { tokens, within: within.clone(), number, bounded: true });
            }
        }
    }

    /// A mark that sets a name apart from what is beside it.
    fn separates(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == Kind::Mark) else { return false };
        let spaced =
            token.gap >= Gap::Space || self.tokens.get(at + 1).is_some_and(|next| next.gap >= Gap::Space);
        token.is_any("|｜·•:：,，、;；–—―~〜～→@()（）[]【】「」『』《》<>»«★☆◆■●!?。！？\"“”„☆＠＞>›")
            || spaced && token.is_any("-/\\.")
            || token.is('/') && token.width() > 1
    }

    fn is_cjk(&self, at: usize) -> bool {
        self.tokens.word(at).chars().next().is_some_and(is_ideograph)
    }

    /// Without marks at its edges, but with a bracket that closes one inside.
    pub(crate) fn trimmed(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = tokens;
        let mark = |at: usize| self.tokens.get(at).filter(|token| token.kind == Kind::Mark);
        let bracket = |at: usize, marks: &str| mark(at).is_some_and(|token| token.is_any(marks));
        while start < end && mark(start).is_some_and(|token| !token.is_any(OPENING) && !token.is_any("$€£"))
        {
            start += 1;
        }
        while start < end
            && mark(end - 1).is_some_and(|token| !token.is_any(CLOSING) && !token.is_any("%+!?"))
        {
            end -= 1;
        }
        if !self.closed(start..end) && bracket(end, CLOSING) && self.closed(start..end + 1) {
            end += 1;
        }
        while start < end && bracket(start, OPENING) && !self.closed(start..end) {
            start += 1;
        }
        while start < end && bracket(end - 1, CLOSING) && !self.closed(start..end) {
            end -= 1;
        }
        // A bracket around all of it is no part of its name.
        if end > start + 2
            && bracket(start, OPENING)
            && bracket(end - 1, CLOSING)
            && self.closed(start + 1..end - 1)
        {
            (start, end) = (start + 1, end - 1);
        }
        (start < end && (end > start + 1 || mark(start).is_none())).then_some(start..end)
    }

    /// Whether every bracket that opens in it closes in it.
    fn closed(&self, tokens: Range<usize>) -> bool {
        let mut open = 0_i32;
        for at in tokens {
            let Some(token) = self.tokens.get(at) else { break };
            open += i32::from(token.is_any(OPENING)) - i32::from(token.is_any(CLOSING));
            if open < 0 {
                return false;
            }
        }
        open == 0
    }

    /// Runs of capitals, with and without what small words join to them, and words of writing that has no capitals.
    fn runs(&self, within: &Range<usize>, number: usize, found: &mut Found) {
        let mut at = within.start;
        while at < within.end {
            let Some(token) = self.tokens.get(at) else { break };
            if token.kind != Kind::Word || !token.is_capital() && !self.is_caseless(at) {
                at += 1;
                continue;
            }
            let (short, long) = self.run(at, within.end);
            let mut add = |tokens: Range<usize>| {
                found.add(self, Place { tokens, within: within.clone(), number, bounded: false });
            };
            add(at..short);
            if long > short {
                add(at..long);
            }
            // “The Bureau”, “Join Acme”: the first word may be the sentence's and not the name's.
            if self.opens(at) && short > at + 1 && !self.is_cjk(at) {
                add(at + 1..short);
            }
            // “Acme Summer Internship”: what stands before the words for internships.
            let is_kind = |at: &usize| self.cues(*at).has(Cues::INTERN | Cues::SEASON | Cues::STUDENT);
            if let Some(kind) = (at + 1..long).find(is_kind) {
                add(at..kind);
            }
            at = short;
        }
    }

    /// Letters that are neither small nor capital.
    fn is_caseless(&self, at: usize) -> bool {
        self.tokens
            .word(at)
            .chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
    }

    /// Where a run that begins at a token ends: of names alone, and with small words between names.
    fn run(&self, at: usize, end: usize) -> (usize, usize) {
        let most = end.min(at + 12);
        if self.is_cjk(at) {
            let kana = |at: usize| {
                self.tokens.word(at).chars().next().is_some_and(|c| ('\u{3041}'..='\u{3096}').contains(&c))
            };
            let far = |next: &usize| self.is_cjk(*next) && kana(*next) == kana(at) && !self.is_apart(*next);
            let end = at + 1 + (at + 1..end.min(at + 20)).take_while(far).count();
            return (end, end);
        }
        if self.is_caseless(at) {
            return (at + 1, at + 1);
        }
        let capital =
            |at: usize| self.tokens.get(at).is_some_and(|token| token.is_capital() && token.gap < Gap::Line);
        let joins = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.is_any("&+") || token.gap == Gap::None && token.is_any("-'’./"))
        };
        let (mut short, mut long) = (at + 1, at + 1);
        while short < most && !self.opens(short) {
            if capital(short) {
                short += 1;
            } else if joins(short) && capital(short + 1) && short + 1 < most {
                short += 2;
            } else {
                break;
            }
            long = short;
        }
        for _ in 0..2 {
            let small = |at: usize| {
                !self.opens(at) && self.tokens.get(at).is_some_and(|t| t.kind == Kind::Word && t.width() <= 4)
            };
            let words =
                usize::from(small(long)) + usize::from(small(long) && small(long + 1) && !capital(long + 1));
            if words == 0 || !capital(long + words) || self.opens(long + words) {
                break;
            }
            long += words;
            while long < most && capital(long) && !self.opens(long) {
                long += 1;
            }
        }
        (short, long.min(end))
    }

    fn is_apart(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.gap != Gap::None)
    }
}

impl Found {
    fn add(&mut self, page: &Page<'_>, place: Place) {
        let Some(quote) = page.quote(place.tokens.clone()) else { return };
        fold(page.tokens.text.get(quote.start..quote.end).unwrap_or(""), &mut self.folded);
        let next = self.pieces.len();
        let index = *self.by_words.entry(hash(&self.folded)).or_insert(next);
        if index == next {
            self.pieces.push(Piece { places: Vec::new(), times: 0 });
        }
        let Some(piece) = self.pieces.get_mut(index) else { return };
        // A run may be a piece of a line too, and is one place then.
        if let Some(same) = piece.places.iter_mut().find(|other| other.tokens.start == place.tokens.start) {
            same.bounded |= place.bounded;
            return;
        }
        piece.times += 1;
        if piece.places.len() < MOST {
            piece.places.push(place);
        }
    }
}
