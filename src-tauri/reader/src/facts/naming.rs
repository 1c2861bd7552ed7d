//! The features by which a title and an employer's name are told from other words.

use std::collections::HashSet;
use std::ops::Range;

use super::pieces::{Piece, Place};
use crate::items::page::Page;
use crate::model::{Part, Sketch, Table};
use crate::roles::features::{Words, some};
use crate::words::fold::fold;
use crate::words::layout::LineKind;
use crate::words::lexicon::Cues;
use crate::words::time::Class;
use crate::words::token::Kind;

/// The most words of a label or heading that are looked at.
const LABEL: usize = 5;

/// What the pieces of a page are asked about.
pub(crate) struct Naming<'a, 'p, 't> {
    pub(crate) page: &'p Page<'t>,
    pub(crate) words: &'a Words<'p, 't>,
    table: &'a Table,
    /// The letters of the page's addresses, where an employer's name may stand again.
    hosts: Vec<String>,
    /// The words that stand in small letters somewhere, which are no names then.
    small: HashSet<u64>,
}

impl<'a, 'p, 't> Naming<'a, 'p, 't> {
    pub(crate) fn of(page: &'p Page<'t>, words: &'a Words<'p, 't>, table: &'a Table) -> Self {
        let mut hosts = Vec::new();
        for at in 0..page.tokens.len() {
            let Some(token) = page.tokens.get(at) else { break };
            let mail = at > 0
                && token.gap == crate::words::token::Gap::None
                && page.tokens.get(at - 1).is_some_and(|t| t.is('@'));
            if (mail || token.kind == Kind::Address) && hosts.len() < 20 {
                let mut host = String::new();
                fold(page.tokens.word(at), &mut host);
                host.retain(char::is_alphanumeric);
                hosts.push(host);
            }
        }
        let is_small = |at: &usize| {
            page.tokens.get(*at).is_some_and(|token| token.kind == Kind::Word && !token.is_capital())
        };
        let small = (0..page.tokens.len().min(4000)).filter(is_small).map(|at| words.hash(at)).collect();
        Self { page, words, table, hosts, small }
    }

    /// The piece that the table takes for the answer, if it takes any.
    pub(crate) fn choose(
        &self,
        question: &'static str,
        pieces: &[Piece],
        title: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let mut sketch = Sketch::default();
        self.sketch_nothing(question, title, &mut sketch);
        let mut most = self.table.score(&mut sketch);
        let mut best = None;
        for piece in pieces {
            if self.sketch(question, piece, title, &mut sketch) {
                let score = self.table.score(&mut sketch);
                if score > most {
                    (most, best) = (score, piece.places.first().map(|place| place.tokens.clone()));
                }
            }
        }
        best.map(|named| if question == "company" { self.without_preposition(named) } else { named })
    }

    /// “At Acme we build …” names Acme.
    fn without_preposition(&self, named: Range<usize>) -> Range<usize> {
        let led = named.len() > 1 && self.page.tokens.is(named.start, Class::IN);
        named.start + usize::from(led)..named.end
    }

    /// What speaks for a page that doesn't say it at all.
    pub(crate) fn sketch_nothing(
        &self,
        question: &'static str,
        title: Option<&Range<usize>>,
        into: &mut Sketch,
    ) {
        into.begin(question);
        into.put("nowhere", &[]);
        let titled = title.map_or("untitled", |title| self.what(title));
        into.put("nowhere-titled", &[Part::of(titled)]);
    }

    /// Puts the features of a piece into the sketch; false where it can be no answer.
    pub(crate) fn sketch(
        &self,
        question: &'static str,
        piece: &Piece,
        title: Option<&Range<usize>>,
        into: &mut Sketch,
    ) -> bool {
        let Some(first) = piece.places.first() else { return false };
        let longest = if question == "company" { 14 } else { 32 };
        if first.tokens.len() > longest {
            return false;
        }
        into.begin(question);
        self.inside(first, into);
        into.put("times", &[Part::of(some(piece.times))]);
        let what = self.what(&first.tokens);
        for place in &piece.places {
            self.place(place, what, into);
            if question == "company" {
                self.beside_title(place, title, into);
            }
        }
        let first_word = self.page.tokens.word(first.tokens.start);
        let mut folded = String::new();
        fold(first_word, &mut folded);
        if folded.len() > 3 && self.hosts.iter().any(|host| host.contains(&folded)) {
            into.put("in-address", &[]);
        }
        true
    }

    /// What a name speaks of, most roughly.
    fn what(&self, tokens: &Range<usize>) -> &'static str {
        let any = |cues: Cues| self.page.any(tokens.clone(), cues);
        match (any(Cues::INTERN), any(Cues::JOBNOUN)) {
            (true, true) => "intern-job",
            (true, false) => "intern",
            (false, true) => "job",
            _ if any(Cues::SECTION
                | Cues::APPLY
                | Cues::PAY
                | Cues::START
                | Cues::MINQUAL
                | Cues::BENEFIT) =>
            {
                "part"
            }
            _ => "other",
        }
    }

    /// The words of the piece itself.
    fn inside(&self, first: &Place, into: &mut Sketch) {
        let Range { start, end } = first.tokens;
        let part = |at: usize| if first.tokens.contains(&at) { self.words.part(at) } else { Part::of("$") };
        into.put("length", &[Part::of(some((end - start).min(13)))]);
        into.put("first", &[part(start)]);
        into.put("last", &[part(end - 1)]);
        into.put("last2", &[if end > start + 1 { part(end - 2) } else { Part::of("$") }, part(end - 1)]);
        let (mut words, mut capitals, mut numbers, mut loud, mut small, mut common) = (0, 0, 0, 0, 0, 0);
        for at in start..end {
            let Some(token) = self.page.tokens.get(at) else { break };
            if at < start + 16 {
                into.put("word", &[part(at)]);
                for class in self.page.cues(at).names() {
                    into.put("class", &[Part::of(class)]);
                }
            }
            numbers += usize::from(token.kind == Kind::Number);
            small += usize::from(token.is_capital() && self.small.contains(&self.words.hash(at)));
            if token.kind == Kind::Word {
                words += 1;
                common += usize::from(self.table.is_common(self.words.hash(at)));
                capitals += usize::from(token.is_capital());
                loud += usize::from(
                    token.width() > 2 && self.page.tokens.word(at).chars().all(char::is_uppercase),
                );
            }
        }
        let share = |part: usize| match part {
            0 => "none",
            part if part == words => "all",
            part if part * 2 >= words => "most",
            _ => "few",
        };
        into.put("capitals", &[Part::of(share(capitals)), Part::of(share(loud))]);
        into.put("small-elsewhere", &[Part::of(share(small)), Part::of(share(capitals))]);
        into.put("common", &[Part::of(share(common)), Part::of(share(capitals))]);
        into.put("uncommon-words", &[Part::of(some((words - common).min(4)))]);
        into.put("numbers", &[Part::of(some(numbers.min(3)))]);
        let last = self.page.tokens.word(end - 1);
        let from = |count: usize| last.char_indices().rev().nth(count - 1).and_then(|(at, _)| last.get(at..));
        for count in [2, 4] {
            if let Some(ending) = from(count) {
                let mut folded = String::new();
                fold(ending, &mut folded);
                into.put("ending", &[Part::of(&folded)]);
            }
        }
        if let Some(token) = self.page.tokens.get(end - 1).filter(|token| token.kind == Kind::Mark) {
            into.put("ends-in-mark", &[Part::of(self.page.tokens.slice(token.start, token.end))]);
        }
        let items = self.page.items.partition_point(|item| item.from < start);
        if self.page.items.get(items).is_some_and(|item| item.to <= end) {
            into.put("holds-date", &[Part::of(some(usize::from(items > 0)))]);
        }
    }

    /// Where it stands, and what is beside it there.
    fn place(&self, place: &Place, what: &'static str, into: &mut Sketch) {
        let Range { start, end } = place.tokens;
        let within = &place.within;
        let what = Part::of(what);
        let page = self.page;
        let beside = |at: Option<usize>| match at.filter(|at| within.contains(at)) {
            Some(at) => self.words.part(at),
            None => Part::of("$"),
        };
        let (left, right) = (beside(start.checked_sub(1)), beside(Some(end)));
        into.put("left", &[left]);
        into.put("right", &[right]);
        into.put("left2", &[beside(start.checked_sub(2)), left]);
        into.put("right2", &[right, beside(Some(end + 1))]);
        into.put("between", &[left, right]);
        let number = page.layout.line_of(start);
        let data = start < page.layout.front_matter;
        let depth = match place.number {
            _ if data => "data",
            number @ 0..=5 => some(number),
            6..=9 => "near",
            10..=20 => "far",
            21..=50 => "deep",
            _ => "deepest",
        };
        let depth = Part::of(depth);
        into.put("depth", &[depth]);
        into.put("depth-what", &[depth, what]);
        let Some(line) = page.layout.line(number) else { return };
        let kind = match line.kind {
            LineKind::Heading if line.level == 1 => "title",
            LineKind::Heading => "heading",
            LineKind::Item => "point",
            LineKind::Row => "row",
            LineKind::Plain => "plain",
        };
        let kind = Part::of(kind);
        let bounded = Part::of(if place.bounded { "bounded" } else { "run" });
        let whole = line.tokens.len() <= place.tokens.len() + 2;
        let rest = Part::of(if whole {
            "whole"
        } else if start == within.start {
            "begins"
        } else {
            "inner"
        });
        into.put("line", &[kind, rest, bounded]);
        into.put("line-what", &[kind, rest, what]);
        into.put("line-depth", &[kind, rest, depth]);
        let after = within.end.saturating_sub(end);
        into.put("before", &[Part::of(some((start - within.start).min(7))), bounded]);
        into.put("after", &[Part::of(some(after.min(7))), bounded, what]);
        for (name, range) in [("label", self.label(place)), ("heading", self.heading(number))] {
            for at in range {
                into.put(name, &[self.words.part(at)]);
                for class in page.cues(at).names() {
                    into.put("class-of", &[Part::of(name), Part::of(class)]);
                }
            }
        }
        for (name, other) in [("above", number.checked_sub(1)), ("below", Some(number + 1))] {
            let range =
                other.and_then(|other| page.layout.line(other)).map_or(0..0, |line| line.tokens.clone());
            let short = range.len() <= 12;
            let what = if range.is_empty() { "nothing" } else { self.what(&range) };
            into.put(name, &[Part::of(what), Part::of(if short { "short" } else { "long" }), rest]);
        }
    }

    /// The last words before the colon, bar or bracket that a piece follows.
    fn label(&self, place: &Place) -> Range<usize> {
        let start = place.tokens.start;
        let mark = |at: usize| self.page.tokens.get(at).is_some_and(|token| token.is_any(":：|="));
        let Some(colon) = start.checked_sub(1).filter(|at| mark(*at)) else { return 0..0 };
        let floor = self.page.line_at(colon).map_or(colon, |line| line.tokens.start);
        let first = (floor.max(colon.saturating_sub(LABEL))..colon).rev().take_while(|at| !mark(*at)).last();
        first.unwrap_or(colon)..colon
    }

    /// The first words of what announces the line, where that is short.
    fn heading(&self, number: usize) -> Range<usize> {
        let (heading, _) = self.page.layout.headings(number);
        heading.map_or(0..0, |line| line.tokens.start..line.tokens.end.min(line.tokens.start + LABEL))
    }

    /// How an employer's name stands to the title.
    fn beside_title(&self, place: &Place, title: Option<&Range<usize>>, into: &mut Sketch) {
        let Some(title) = title else {
            into.put("no-title", &[]);
            return;
        };
        let tokens = &place.tokens;
        let line = |at: usize| self.page.layout.line_of(at);
        let (mine, its) = (line(tokens.start), line(title.start));
        let stands = match (mine.cmp(&its), mine.abs_diff(its)) {
            _ if tokens == title => "it",
            _ if title.start <= tokens.start && tokens.end <= title.end => "inside",
            _ if tokens.start <= title.start && title.end <= tokens.end => "around",
            (std::cmp::Ordering::Equal, _) if tokens.start >= title.end => "behind",
            (std::cmp::Ordering::Equal, _) => "before",
            (std::cmp::Ordering::Less, 1) => "line-above",
            (std::cmp::Ordering::Less, 2..=4) => "above",
            (std::cmp::Ordering::Greater, 1) => "line-below",
            (std::cmp::Ordering::Greater, 2) => "second-below",
            (std::cmp::Ordering::Greater, 3..=5) => "below",
            _ => "elsewhere",
        };
        let whole = tokens.start == place.within.start && tokens.end == place.within.end;
        let stands = Part::of(stands);
        into.put("title", &[stands]);
        into.put(
            "title-shape",
            &[stands, Part::of(if whole { "whole" } else { "part" }), Part::of(some(tokens.len().min(6)))],
        );
        let Some(before) = tokens.start.checked_sub(1) else { return };
        into.put("title-left", &[stands, self.words.part(before)]);
    }
}
