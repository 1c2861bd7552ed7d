//! Lines, sentences and headings: which words stand together.

use std::ops::Range;

use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Token, Tokens};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// A heading of any shape: Markdown's, all bold, ending in a colon, or a short line that is no sentence.
    Heading,
    /// A point of a list.
    Item,
    /// A row of a table.
    Row,
    /// Anything else.
    Plain,
}

/// A line as it was meant: lines broken only for width are one.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: LineKind,
    /// Markdown's level, or 0.
    pub(crate) level: u8,
    /// The line that announces this one.
    pub(crate) heading: Option<u32>,
    /// The strong heading of the section it stands in.
    pub(crate) section: Option<u32>,
    /// Whether a blank line stands before it.
    pub(crate) after_blank: bool,
}

/// The lines of a text.
pub(crate) struct Layout {
    pub(crate) lines: Vec<Line>,
    /// The end of a block of `key: value` lines at the very top, in tokens.
    pub(crate) front_matter: usize,
}

/// Bullets: a point of a list begins with one, wherever it stands.
const BULLETS: &str = "•·●▪◦‣⁃■□➤►✓✔▶○◆◇★☆※・";

impl Layout {
    pub(crate) fn of(tokens: &mut Tokens<'_>) -> Self {
        let (layout, joined) = Self::cut(tokens, is_wrapped(tokens.text));
        if !joined {
            return layout;
        }
        // A phrase may have been broken with its line. What had to be joined is joined now.
        tokens.join_phrases();
        Self::cut(tokens, false).0
    }

    /// The lines, and whether any was joined to the one before.
    fn cut(tokens: &mut Tokens<'_>, wrapped: bool) -> (Self, bool) {
        let mut lines: Vec<Line> = Vec::new();
        let mut joins: Vec<usize> = Vec::new();
        for index in 0..tokens.len() {
            let Some(token) = tokens.get(index).copied() else { break };
            let breaks = index == 0 || token.gap >= Gap::Line;
            let joined = breaks && lines.last().is_some_and(|last| continues(tokens, last, index, wrapped));
            if breaks && !joined {
                if let Some(last) = lines.last_mut() {
                    last.tokens.end = index;
                }
                let (kind, level) = kind_of(tokens, index);
                lines.push(Line {
                    tokens: index..index + 1,
                    kind,
                    level,
                    heading: None,
                    section: None,
                    after_blank: token.gap == Gap::Blank,
                });
            }
            if joined {
                joins.push(index);
            }
            let opens = (breaks && !joined) || opens_sentence(tokens, index);
            if let Some(slot) = tokens.list.get_mut(index) {
                slot.opens = opens;
            }
        }
        if let Some(last) = lines.last_mut() {
            last.tokens.end = tokens.len();
        }
        // Once the lines are told apart, a break for width is a space like any other.
        let joined = !joins.is_empty();
        for index in joins {
            if let Some(token) = tokens.list.get_mut(index) {
                token.gap = Gap::Space;
            }
        }
        let mut layout = Self { lines, front_matter: 0 };
        layout.front_matter = front_matter(tokens, &layout.lines);
        layout.find_headings(tokens);
        (layout, joined)
    }

    /// The line that holds a token.
    pub(crate) fn line_of(&self, token: usize) -> usize {
        self.lines.partition_point(|line| line.tokens.end <= token).min(self.lines.len().saturating_sub(1))
    }

    pub(crate) fn line(&self, index: usize) -> Option<&Line> {
        self.lines.get(index)
    }

    /// The line above that announces the line, and the section's heading.
    pub(crate) fn headings(&self, index: usize) -> (Option<&Line>, Option<&Line>) {
        let Some(line) = self.lines.get(index) else { return (None, None) };
        let get = |at: Option<u32>| at.and_then(|at| self.lines.get(at as usize));
        (get(line.heading), get(line.section).filter(|_| line.section != line.heading))
    }

    fn find_headings(&mut self, tokens: &Tokens<'_>) {
        let (mut announcing, mut section) = (None, None);
        for index in 0..self.lines.len() {
            let Some(line) = self.lines.get(index) else { break };
            let number = u32::try_from(index).ok();
            let is_heading = line.kind != LineKind::Row && is_heading(tokens, line);
            let strong = is_heading && line.kind != LineKind::Item && is_strong(tokens, line);
            let listed = matches!(line.kind, LineKind::Item | LineKind::Row) || is_bare_date(tokens, line);
            let intro = line.kind == LineKind::Plain && !is_heading && !listed;
            let ends_with_colon = last_token(tokens, line).is_some_and(|last| last.is_any(":："));
            if let Some(line) = self.lines.get_mut(index) {
                line.heading = announcing;
                line.section = section;
                if is_heading && line.kind == LineKind::Plain {
                    line.kind = LineKind::Heading;
                }
            }
            if strong {
                section = number;
            }
            if is_heading && !listed || (intro && ends_with_colon) {
                announcing = number;
            } else if intro && tokens_in(tokens, self.lines.get(index)) > 14 {
                // A paragraph of prose ends what a small heading announced, but not its section.
                announcing = section;
            }
        }
    }
}

fn tokens_in(_: &Tokens<'_>, line: Option<&Line>) -> usize {
    line.map_or(0, |line| line.tokens.len())
}

fn last_token<'a>(tokens: &'a Tokens<'_>, line: &Line) -> Option<&'a Token> {
    line.tokens.end.checked_sub(1).and_then(|last| tokens.get(last))
}

/// What the first tokens of a line make it.
fn kind_of(tokens: &Tokens<'_>, first: usize) -> (LineKind, u8) {
    let Some(token) = tokens.get(first) else { return (LineKind::Plain, 0) };
    let next = tokens.get(first + 1);
    let spaced = next.is_some_and(|next| next.gap == Gap::Space);
    if token.is('#') && token.width() <= 6 {
        return (LineKind::Heading, u8::try_from(token.width()).unwrap_or(6));
    }
    if token.is('|') {
        return (LineKind::Row, 0);
    }
    if token.is_any(BULLETS) || (spaced && token.is_any("-–—*+")) {
        return (LineKind::Item, 0);
    }
    // “1. …”, “2) …”, but not “1. Oktober”.
    if token.kind == Kind::Number
        && token.width() <= 2
        && next.is_some_and(|next| next.gap == Gap::None && next.is_any(".)、"))
        && tokens.get(first + 2).is_some_and(|third| third.gap == Gap::Space && third.kind == Kind::Word)
        && tokens.time(first + 2).month == 0
    {
        return (LineKind::Item, 0);
    }
    (LineKind::Plain, 0)
}

/// Whether the line that begins at `first` only goes on with the one before, broken for width.
fn continues(tokens: &Tokens<'_>, before: &Line, first: usize, wrapped: bool) -> bool {
    let (Some(token), Some(last)) = (tokens.get(first), first.checked_sub(1).and_then(|at| tokens.get(at)))
    else {
        return false;
    };
    if token.gap != Gap::Line || before.kind == LineKind::Heading || before.kind == LineKind::Row {
        return false;
    }
    if kind_of(tokens, first).0 != LineKind::Plain || last.is_any(".!?:;。：；！？|") {
        return false;
    }
    // “validThrough: …” says something of its own.
    if (first + 1..first + 4)
        .any(|at| tokens.get(at).is_some_and(|token| token.is_any(":：=") && token.gap <= Gap::Space))
        && !is_time_at(tokens, first)
    {
        return false;
    }
    let open = last.is_dash()
        || last.is_any(",、")
        || tokens
            .sense(first - 1)
            .cues
            .has(Cues::AND | Cues::OR | Cues::FROM | Cues::UNTIL | Cues::BETWEEN | Cues::ARTICLE);
    let small =
        token.kind == Kind::Word && !token.is_capital() && token.value & 2 == 0 && is_latin(tokens, first);
    open && !wrapped_list(tokens, before)
        || small && last.kind != Kind::Address
        || wrapped && line_width(tokens, first - 1) >= 55
}

/// “9:30 to 17:00” is no label.
fn is_time_at(tokens: &Tokens<'_>, first: usize) -> bool {
    tokens.get(first).is_some_and(|token| token.kind == Kind::Number)
}

/// A line that ends in a comma is open, unless it is a point of a list of short lines.
fn wrapped_list(tokens: &Tokens<'_>, before: &Line) -> bool {
    before.kind == LineKind::Item && last_token(tokens, before).is_some_and(|last| last.is(','))
}

fn is_latin(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.word(index).chars().next().is_some_and(char::is_lowercase)
}

/// The width in bytes of the written line that ends with a token.
fn line_width(tokens: &Tokens<'_>, last: usize) -> u32 {
    let end = tokens.get(last).map_or(0, |token| token.end);
    let mut at = last;
    while at > 0 && tokens.get(at).is_some_and(|token| token.gap < Gap::Line && end - token.start < 200) {
        at -= 1;
    }
    tokens.get(at).map_or(0, |token| end - token.start)
}

/// Whether the whole text was broken at a width, as mail and PDF text are.
fn is_wrapped(text: &str) -> bool {
    let (mut full, mut longer) = (0_u32, 0_u32);
    for line in text.lines().take(400) {
        match line.trim().len() {
            55..=115 => full += 1,
            116.. => longer += 1,
            _ => {}
        }
    }
    full >= 6 && longer * 10 <= full
}

/// Whether a token begins a sentence or a point within its line.
fn opens_sentence(tokens: &Tokens<'_>, index: usize) -> bool {
    let (Some(token), Some(before)) = (tokens.get(index), index.checked_sub(1).and_then(|at| tokens.get(at)))
    else {
        return true;
    };
    if token.is_any(BULLETS) || is_pictograph(token) || token.is('|') || before.is('|') {
        return true;
    }
    if before.is_any("。！？；;") {
        return true;
    }
    let earlier = index.checked_sub(2).and_then(|at| tokens.get(at));
    if before.is_any(".!?…") {
        let starts = token.kind != Kind::Word || token.is_capital() || !is_latin(tokens, index);
        if token.gap == Gap::None {
            return (token.is_capital() || token.kind == Kind::Number && before.is_any("!?"))
                && earlier.is_some_and(|e| e.is(')') || e.width() > 2 && e.kind != Kind::Address);
        }
        return starts && !(before.is('.') && before.width() == 1 && is_abbreviation(tokens, index));
    }
    if token.gap == Gap::None && token.is_capital() {
        return match before.kind {
            Kind::Word => {
                !before.is_capital() || has_meaning(tokens, index) || has_meaning(tokens, index - 1)
            }
            Kind::Number => before.width() == 4 || (token.width() >= 4 && has_meaning(tokens, index)),
            Kind::Mark => before.is_any(")）"),
            Kind::Address => true,
        };
    }
    false
}

fn has_meaning(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.sense(index).cues != Cues::NONE
}

/// Whether the full stop before `index` belongs to the word before it.
fn is_abbreviation(tokens: &Tokens<'_>, index: usize) -> bool {
    const SHORT: &[&str] = &[
        "approx", "min", "max", "mr", "mrs", "ms", "dr", "no", "vs", "ca", "bzw", "ggf", "mind", "std",
        "inkl", "zzgl", "st", "sr", "jr", "inc", "ltd", "co", "corp", "est", "ph", "nr", "art", "aprox",
        "env", "tel", "rs", "incl", "excl",
    ];
    let Some(at) = index.checked_sub(2) else { return false };
    let word = tokens.word(at);
    match tokens.get(at).map(|token| token.kind) {
        Some(Kind::Number) => {
            tokens.time(index).month > 0
                || tokens.get(index).is_some_and(|t| t.kind == Kind::Number && t.width() == 4)
        }
        Some(Kind::Word) => {
            let next_is_number = tokens.get(index).is_some_and(|token| token.kind == Kind::Number);
            word.chars().count() == 1 && word.is_ascii()
                || SHORT.iter().any(|short| word.eq_ignore_ascii_case(short))
                    && !(word.eq_ignore_ascii_case("no"))
                || next_is_number && (tokens.time(at).month > 0 || word.eq_ignore_ascii_case("no"))
        }
        _ => false,
    }
}

fn is_pictograph(token: &Token) -> bool {
    token.kind == Kind::Mark
        && matches!(token.value, 0x1f000..=0x1faff | 0x2600..=0x2793 | 0x2795..=0x27bf | 0x231a..=0x23ff | 0x2b50)
}

/// Whether a line says what follows rather than something itself.
fn is_heading(tokens: &Tokens<'_>, line: &Line) -> bool {
    if line.level > 0 {
        return true;
    }
    let Some(last) = last_token(tokens, line) else { return false };
    let len = line.tokens.len();
    let first = line.tokens.start;
    if line.tokens.clone().take(16).any(|at| tokens.get(at).is_some_and(|token| token.kind == Kind::Address))
    {
        return false;
    }
    if last.is_any(":：") {
        return len <= 16;
    }
    if len > 9 || last.is_any(".!?,;。，；") || is_bare_date(tokens, line) {
        return false;
    }
    let inner_label = line.tokens.clone().any(|at| tokens.get(at).is_some_and(|token| token.is_any(":：")));
    let letters = tokens.get(first).is_some_and(|token| {
        token.kind == Kind::Word && (token.is_capital() || !is_latin(tokens, first))
            || is_pictograph(token)
            || token.is('[')
    });
    letters && !inner_label && line.kind == LineKind::Plain
}

/// Whether a heading opens a section: Markdown's, all bold, or a section's usual name.
fn is_strong(tokens: &Tokens<'_>, line: &Line) -> bool {
    let bold = || {
        let start = tokens.get(line.tokens.start).map_or(0, |token| token.start) as usize;
        tokens.text.get(..start).is_some_and(|before| before.ends_with("**") || before.ends_with("__"))
    };
    line.level > 0
        || bold()
        || line.tokens.clone().take(12).any(|at| {
            tokens
                .sense(at)
                .cues
                .has(Cues::SECTION | Cues::MINQUAL | Cues::PREFQUAL | Cues::BENEFIT | Cues::OTHERJOBS)
        })
        || line.tokens.clone().count() <= 6
}

/// Whether a line is a date and nothing else, so that it can't announce the next.
fn is_bare_date(tokens: &Tokens<'_>, line: &Line) -> bool {
    let mut numbers = 0;
    let mut others = 0;
    for at in line.tokens.clone().take(16) {
        let Some(token) = tokens.get(at) else { break };
        let sense = tokens.sense(at);
        match token.kind {
            Kind::Number => numbers += 1,
            Kind::Word if sense.time.month > 0 || sense.time.weekday > 0 || token.width() <= 2 => {}
            Kind::Word if sense.cues.has(Cues::UNTIL | Cues::AND | Cues::OR | Cues::FROM) => {}
            Kind::Word => others += 1,
            _ => {}
        }
    }
    numbers > 0 && others == 0
}

/// How many tokens a block of `key: value` lines between rules takes at the top.
fn front_matter(tokens: &Tokens<'_>, lines: &[Line]) -> usize {
    let is_rule = |line: &Line| {
        line.tokens.len() == 1
            && tokens.get(line.tokens.start).is_some_and(|token| token.width() == 3 && token.is_any("-+"))
    };
    if !lines.first().is_some_and(is_rule) {
        return 0;
    }
    lines.iter().skip(1).take(80).find(|line| is_rule(line)).map_or(0, |line| line.tokens.end)
}
