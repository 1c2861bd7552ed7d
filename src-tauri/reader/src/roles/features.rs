//! The features by which a role is told: the item's own form, the words around it, and what governs them.

use std::cell::Cell;
use std::ops::Range;

use super::context::{Beside, Context};
use super::timeline::Timeline;
use crate::items::item::What;
use crate::items::page::Page;
use crate::model::{Part, Sketch, hash};
use crate::words::fold::fold;
use crate::words::layout::Zone;
use crate::words::lexicon::Cues;
use crate::words::token::Kind;

/// The words of a page in small letters, hashed once each.
pub(crate) struct Words<'p, 't> {
    page: &'p Page<'t>,
    hashes: Vec<Cell<u64>>,
}

impl<'p, 't> Words<'p, 't> {
    pub(crate) fn of(page: &'p Page<'t>) -> Self {
        Self { page, hashes: vec![Cell::new(0); page.tokens.len()] }
    }

    /// The hash of a word in small letters.
    pub(crate) fn hash(&self, at: usize) -> u64 {
        self.part(at);
        self.hashes.get(at).map_or(0, Cell::get)
    }

    /// A token as a piece of a feature: all numbers are one.
    pub(crate) fn part(&self, at: usize) -> Part<'t> {
        let Some(token) = self.page.tokens.get(at) else { return Part::of("$") };
        match token.kind {
            Kind::Number => return Part::of(if token.width() == 4 { "####" } else { "#" }),
            Kind::Address => return Part::of("@"),
            Kind::Mark if token.is_dash() => return Part::of("-"),
            _ => {}
        }
        let word = self.page.tokens.word(at);
        let Some(cell) = self.hashes.get(at) else { return Part::of("$") };
        if cell.get() == 0 {
            let mut folded = String::new();
            fold(word, &mut folded);
            cell.set(hash(&folded));
        }
        Part::word(cell.get(), word)
    }
}

/// What kind of question an item puts: dates, lengths and seasons have different answers.
pub(crate) fn question(what: &What) -> &'static str {
    match what {
        What::Length(_) | What::Other => "length",
        What::Season(_) | What::Year(_) | What::Part { .. } => "season",
        _ => "date",
    }
}

pub(crate) fn kind(what: &What) -> &'static str {
    match what {
        What::Day(day) if day.vague => "vague",
        What::Day(_) | What::Impossible(_) => "day",
        What::Days(..) => "days",
        What::Month(_) => "month",
        What::Months(..) => "months",
        What::Length(_) => "length",
        What::Season(_) => "season",
        What::Year(_) => "year",
        What::Week(..) => "week",
        What::Part { .. } => "part",
        What::Other => "other",
    }
}

fn near(distance: usize) -> &'static str {
    match distance {
        0 => "0",
        1 => "1",
        2 => "2",
        3 | 4 => "3",
        5..=7 => "5",
        _ => "8",
    }
}

pub(crate) fn some(count: usize) -> &'static str {
    const NAMES: [&str; 13] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    NAMES.get(count).copied().unwrap_or("more")
}

/// Puts every feature of the item at `index` into the sketch.
pub(crate) fn sketch(
    page: &Page<'_>,
    words: &Words<'_, '_>,
    title: &Range<usize>,
    timeline: &Timeline,
    index: usize,
    into: &mut Sketch,
) {
    let Some(item) = page.items.get(index) else { return };
    into.begin(question(&item.what));
    let around = page.context(index);
    let mine = Part::of(kind(&item.what));
    into.put("is", &[mine]);
    form(page, index, &around, title, into);
    timeline.sketch(index, item, mine, into);
    let drawing = Drawing { page, words, mine };
    drawing.side("left", &around.left, into);
    drawing.side("right", &around.right, into);
    drawing.across(&around, into);
    for (name, range) in [
        ("label", &around.label),
        ("column", &around.column),
        ("heading", &around.heading),
        ("section", &around.section),
        ("question", &around.question),
    ] {
        drawing.line(name, range, into);
    }
    if drawing.is_bare(&around) {
        into.put("bare", &[mine]);
        drawing.line("above", &around.above, into);
        drawing.line("below", &around.below, into);
    }
    structure(&around, mine, into);
    drawing.tells(&around, into);
    drawing.governors(&around, into);
    drawing.neighbours(index, into);
}

/// Which part of the page it stands in: what [`Context`] knows of structure beyond words.
fn structure(around: &Context, mine: Part<'_>, into: &mut Sketch) {
    let zone = match around.zone {
        Some(Zone::Example) => "example",
        Some(Zone::Furniture) => "furniture",
        Some(Zone::Others) => "others",
        Some(Zone::Own) | None => "own",
    };
    into.put("zone", &[mine, Part::of(zone)]);
    for (name, holds) in [("asks", around.asks), ("programme", around.programme > 0)] {
        if holds {
            into.put(name, &[mine]);
        }
    }
}

/// How the item itself is written, and where.
fn form(page: &Page<'_>, index: usize, around: &Context, title: &Range<usize>, into: &mut Sketch) {
    let Some(item) = page.items.get(index) else { return };
    let mine = Part::of(kind(&item.what));
    let flag = |into: &mut Sketch, name: &'static str| into.put(name, &[mine]);
    if title.contains(&item.from) {
        flag(into, "in-title");
    }
    if page.any(title.clone(), Cues::INTERN) {
        flag(into, "under-title");
    }
    if item.from < page.layout.front_matter {
        flag(into, "front-matter");
    }
    if !page.body.contains(&item.from) {
        flag(into, "outside");
    }
    let width = item.to - item.from;
    let rest = around.line.len().saturating_sub(width);
    into.put("line-rest", &[mine, Part::of(some(rest.min(13)))]);
    let shape = match around.line_kind {
        Some(crate::words::layout::LineKind::Heading) => "heading",
        Some(crate::words::layout::LineKind::Item) => "point",
        Some(crate::words::layout::LineKind::Row) => "row",
        _ => "plain",
    };
    into.put("line", &[mine, Part::of(shape)]);
    if item.from == around.line.start {
        flag(into, "begins-line");
    }
    if item.to == around.line.end {
        flag(into, "ends-line");
    }
    let tenth = item.from * 10 / page.tokens.len().max(1);
    into.put("tenth", &[mine, Part::of(some(tenth))]);
    let same = |other: &&crate::items::item::Item| question(&other.what) == question(&item.what);
    let before = page.items.iter().take(index).filter(same).take(3).count();
    into.put("nth", &[mine, Part::of(some(before))]);
    if page.items.iter().skip(index + 1).find(same).is_none() {
        flag(into, "last-of-kind");
    }
    match &item.what {
        What::Day(day) | What::Impossible(day) => dated(day.year, day.weekday > 0, mine, page, into),
        What::Days(first, last) => {
            dated(first.year.or(last.year), first.weekday > 0, mine, page, into);
            let months = (last.month + 12 - first.month) % 12;
            into.put("spans-months", &[mine, Part::of(some(months as usize))]);
            into.put("first-month", &[mine, Part::of(some(first.month as usize))]);
        }
        What::Month(month) => {
            dated(month.year, false, mine, page, into);
            into.put("first-month", &[mine, Part::of(some(month.month as usize))]);
        }
        What::Week(first, _) => dated(first.year, false, mine, page, into),
        What::Other => {}
        What::Months(first, last) | What::Part { first, last } => {
            dated(first.year.or(last.year), false, mine, page, into);
            let months = (last.month + 12 - first.month) % 12;
            into.put("spans-months", &[mine, Part::of(some(months as usize))]);
        }
        What::Length(length) => {
            let unit = Part::of(match length.unit {
                startline_engine::LengthUnit::Days => "days",
                startline_engine::LengthUnit::Weeks => "weeks",
                startline_engine::LengthUnit::Months => "months",
            });
            into.put("unit", &[unit]);
            let size = length.min.or(length.max).unwrap_or(0) as usize;
            into.put("size", &[unit, Part::of(some(size))]);
            for (name, holds) in [
                ("attributive", length.attributive),
                ("bounded", length.bounded),
                ("labelled", length.labelled),
                ("fraction", length.fraction),
                ("range", length.min.is_some() && length.max.is_some() && length.min != length.max),
            ] {
                if holds {
                    into.put(name, &[unit]);
                }
            }
        }
        What::Season(season) => into.put("season", &[Part::of(season_name(*season))]),
        What::Year(year) => dated(Some(*year), false, mine, page, into),
    }
}

fn season_name(season: startline_engine::Season) -> &'static str {
    match season {
        startline_engine::Season::Spring => "spring",
        startline_engine::Season::Summer => "summer",
        startline_engine::Season::Fall => "fall",
        startline_engine::Season::Winter => "winter",
    }
}

/// Whether a year is written, and how it stands to the latest year of the text.
fn dated(year: Option<i32>, weekday: bool, mine: Part<'_>, page: &Page<'_>, into: &mut Sketch) {
    if weekday {
        into.put("weekday", &[mine]);
    }
    let Some(year) = year else {
        into.put("no-year", &[mine]);
        return;
    };
    let behind = page.latest_year.map_or(0, |latest| latest - year);
    let behind = match behind {
        ..0 => "ahead",
        0 => "0",
        1 => "1",
        2 => "2",
        3..=5 => "few",
        _ => "many",
    };
    into.put("years-behind", &[mine, Part::of(behind)]);
}

struct Drawing<'a, 'p, 't> {
    page: &'p Page<'t>,
    words: &'a Words<'p, 't>,
    mine: Part<'static>,
}

impl<'t> Drawing<'_, '_, 't> {
    fn part(&self, beside: Beside) -> Part<'t> {
        match beside {
            Beside::Token(at) => self.words.part(at),
            Beside::Item(index) => {
                Part::of(self.page.items.get(index).map_or("<>", |item| match question(&item.what) {
                    "date" => "<date>",
                    "length" => "<length>",
                    _ => "<season>",
                }))
            }
        }
    }

    fn cues(&self, beside: Beside) -> Cues {
        match beside {
            Beside::Token(at) => self.page.cues(at),
            Beside::Item(_) => Cues::NONE,
        }
    }

    /// Whether something can tell more than that there is something: a word, or another item.
    fn is_telling(&self, beside: Beside) -> bool {
        match beside {
            Beside::Token(at) => self.page.tokens.get(at).is_some_and(|token| token.kind == Kind::Word),
            Beside::Item(_) => true,
        }
    }

    /// The words to one side, by place and as a bag, and the classes they are of.
    fn side(&self, name: &'static str, beside: &[Beside], into: &mut Sketch) {
        let place = Part::of(name);
        let nth = |at: usize| beside.get(at).map_or(Part::of("$"), |beside| self.part(*beside));
        let (first, second, third) = (nth(0), nth(1), nth(2));
        into.put("word1", &[place, first]);
        into.put("word1", &[place, first, self.mine]);
        into.put("word2", &[place, second]);
        into.put("words12", &[place, first, second]);
        into.put("words123", &[place, first, second, third]);
        for (distance, beside) in beside.iter().enumerate() {
            let word = self.part(*beside);
            if self.is_telling(*beside) {
                into.put(if distance < 6 { "word-near" } else { "word-far" }, &[place, word]);
            }
            for class in (self.cues(*beside) & Cues::TELLING).names() {
                let class = Part::of(class);
                into.put("class", &[place, class]);
                into.put("class-at", &[place, class, Part::of(near(distance))]);
                if distance < 6 {
                    into.put("class-kind", &[place, class, self.mine]);
                }
            }
        }
    }

    /// Whether nothing in its own line says what it is for.
    fn is_bare(&self, around: &Context) -> bool {
        let says = |beside: &Beside| self.cues(*beside).has(Cues::GOVERNING);
        around.label.is_empty() && !around.left.iter().any(says) && !around.right.iter().any(says)
    }

    /// The nearest words together on both sides, and pairs of classes in the sentence.
    fn across(&self, around: &Context, into: &mut Sketch) {
        let first = |side: &[Beside]| side.first().map_or(Part::of("$"), |beside| self.part(*beside));
        into.put("between", &[first(&around.left), first(&around.right)]);
        let mut classes: Vec<&'static str> = Vec::new();
        for beside in around.left.iter().take(10).chain(around.right.iter().take(5)) {
            for class in (self.cues(*beside) & Cues::TELLING).names() {
                if !classes.contains(&class) && classes.len() < 8 {
                    classes.push(class);
                }
            }
        }
        classes.sort_unstable();
        for (at, one) in classes.iter().enumerate() {
            for other in classes.iter().skip(at + 1) {
                into.put("classes", &[Part::of(one), Part::of(other)]);
            }
        }
    }

    /// The words and classes of a line that governs the item.
    fn line(&self, name: &'static str, range: &Range<usize>, into: &mut Sketch) {
        let place = Part::of(name);
        if range.is_empty() {
            return;
        }
        for at in range.clone() {
            if self.is_telling(Beside::Token(at)) {
                into.put("word", &[place, self.words.part(at)]);
            }
            for class in (self.page.cues(at) & Cues::TELLING).names() {
                into.put("class", &[place, Part::of(class)]);
                into.put("class-kind", &[place, Part::of(class), self.mine]);
            }
        }
        let edge = |at: usize| if range.contains(&at) { self.words.part(at) } else { Part::of("$") };
        into.put("opening", &[place, edge(range.start), edge(range.start + 1)]);
        if range.len() <= 5 {
            let whole: Vec<Part<'_>> =
                std::iter::once(place).chain(range.clone().map(|at| self.words.part(at))).collect();
            into.put("whole", &whole);
        }
    }

    /// What says what happens then, wherever it stands: a label, an event beside it, or the head of its column.
    fn tells(&self, around: &Context, into: &mut Sketch) {
        for at in [&around.label, &around.event, &around.column].into_iter().flat_map(Clone::clone) {
            into.put("tells-word", &[self.words.part(at)]);
            into.put("tells-word-kind", &[self.words.part(at), self.mine]);
            for class in (self.page.cues(at) & Cues::TELLING).names() {
                into.put("tells", &[Part::of(class), self.mine]);
            }
        }
    }

    /// The nearest class that tells what a date is for, to each side, and the two together.
    fn governors(&self, around: &Context, into: &mut Sketch) {
        let nearest = |side: &[Beside]| {
            side.iter()
                .find_map(|beside| (self.cues(*beside) & Cues::GOVERNING).names().next())
                .unwrap_or("-")
        };
        let of_line = |range: &Range<usize>| {
            range.clone().find_map(|at| (self.page.cues(at) & Cues::GOVERNING).names().next()).unwrap_or("-")
        };
        let left = nearest(&around.left);
        let right = nearest(&around.right);
        let head = of_line(&around.heading);
        let label = of_line(&around.label);
        let above = of_line(&around.above);
        into.put("governed", &[Part::of(left), Part::of(right)]);
        into.put("governed-kind", &[Part::of(left), self.mine]);
        into.put("headed", &[Part::of(left), Part::of(head)]);
        into.put("headed-row", &[Part::of(label), Part::of(head)]);
        if self.is_bare(around) {
            into.put("stacked", &[Part::of(above), Part::of(of_line(&around.below)), Part::of(head)]);
        }
    }

    /// What stands before and after it in the text, and how they follow each other.
    fn neighbours(&self, index: usize, into: &mut Sketch) {
        let Some(item) = self.page.items.get(index) else { return };
        let number = self.page.layout.line_of(item.from);
        for (name, other) in [("before", index.checked_sub(1)), ("after", Some(index + 1))] {
            let Some(other) = other.and_then(|other| self.page.items.get(other)) else { continue };
            let gap =
                if other.to <= item.from { item.from - other.to } else { other.from.saturating_sub(item.to) };
            let line = self.page.layout.line_of(other.from);
            let apart = match (number.abs_diff(line), gap) {
                (0, 0..=3) => "touching",
                (0, _) => "line",
                (1, _) => "next-line",
                _ => continue,
            };
            let parts = [Part::of(name), Part::of(kind(&other.what)), Part::of(apart)];
            into.put("neighbour", &parts);
            into.put("neighbour-kind", &[parts[0], parts[1], parts[2], self.mine]);
        }
    }
}
