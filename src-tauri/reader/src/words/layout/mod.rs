//! Lines, sentences, headings and tables: which words stand together, and what governs a line.

mod cells;
mod cut;
mod flat;
mod headings;
mod programmes;
mod sentences;
mod zones;

use std::ops::Range;

use crate::words::lexicon::Cues;
use crate::words::token::{Kind, Token, Tokens};

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

/// What a line speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// This posting.
    Own,
    /// How something could be said, such as what to write in an application.
    Example,
    /// The page around the posting: menus, cookies, when it was put up.
    Furniture,
    /// Other postings.
    Others,
}

/// A line as it was meant: lines broken only for width are one.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: LineKind,
    /// Markdown's level, or 0.
    pub(crate) level: u8,
    /// How far it is set in, in characters.
    pub(crate) indent: u16,
    /// The line that announces this one.
    pub(crate) heading: Option<u32>,
    /// The strong heading of the section it stands in.
    pub(crate) section: Option<u32>,
    /// The line above or below that says what this one's bare value is.
    pub(crate) says: Option<u32>,
    /// The line that heads the column, where cells stand one below another.
    pub(crate) column: Option<u32>,
    /// Its cells, by their number in the layout; none where the line is not divided.
    pub(crate) cells: Range<usize>,
    /// The first line of the table that it is a row of.
    pub(crate) table: Option<u32>,
    pub(crate) zone: Zone,
    /// Which of several programmes of the page it speaks of; 0 for all of them.
    pub(crate) programme: u16,
    /// Whether a blank line stands before it.
    pub(crate) after_blank: bool,
}

/// The lines of a text.
pub(crate) struct Layout {
    pub(crate) lines: Vec<Line>,
    /// The cells of divided lines, in tokens; an empty one has none.
    cells: Vec<Range<usize>>,
    /// The sentences that ask something.
    questions: Vec<Range<usize>>,
    /// The end of a block of `key: value` lines at the very top, in tokens.
    pub(crate) front_matter: usize,
    /// The tokens that speak of this posting and no other: not a page's own menus, nor its other jobs.
    pub(crate) body: Range<usize>,
}

/// Bullets: a point of a list begins with one, wherever it stands.
const BULLETS: &str = "•·●▪◦‣⁃■□➤►✓✔▶○◆◇★☆※・‧";
/// What stands between cells.
const BARS: &str = "|｜";

impl Layout {
    pub(crate) fn of(tokens: &mut Tokens<'_>) -> Self {
        let mut lines = cut::lines(tokens);
        let cells = cells::divide(tokens, &mut lines);
        let front_matter = front_matter(tokens, &lines);
        headings::find(tokens, &mut lines);
        flat::pair(tokens, &mut lines);
        let body = zones::find(tokens, &mut lines);
        programmes::find(tokens, &mut lines);
        let questions = sentences::questions(tokens);
        Self { lines, cells, questions, front_matter, body }
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
        (self.at(line.heading), self.at(line.section).filter(|_| line.section != line.heading))
    }

    pub(crate) fn at(&self, line: Option<u32>) -> Option<&Line> {
        self.lines.get(line? as usize)
    }

    /// The cells of a line.
    pub(crate) fn cells(&self, line: &Line) -> &[Range<usize>] {
        self.cells.get(line.cells.clone()).unwrap_or_default()
    }

    /// The last question that ends at a token or before it, and the one that holds it.
    pub(crate) fn asked(&self, token: usize) -> (Option<Range<usize>>, Option<Range<usize>>) {
        let next = self.questions.partition_point(|question| question.end <= token);
        let before = next.checked_sub(1).and_then(|last| self.questions.get(last)).cloned();
        (before, self.questions.get(next).filter(|question| question.contains(&token)).cloned())
    }
}

fn last_token<'a>(tokens: &'a Tokens<'_>, line: &Line) -> Option<&'a Token> {
    line.tokens.end.checked_sub(1).and_then(|last| tokens.get(last))
}

fn ends_with_colon(tokens: &Tokens<'_>, line: &Line) -> bool {
    last_token(tokens, line).is_some_and(|last| last.is_any(":："))
}

fn is_latin(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.word(index).chars().next().is_some_and(char::is_lowercase)
}

fn is_pictograph(token: &Token) -> bool {
    token.kind == Kind::Mark
        && matches!(token.value, 0x1f000..=0x1faff | 0x2600..=0x2793 | 0x2795..=0x27bf | 0x231a..=0x23ff | 0x2b50)
}

/// Whether a line is a date or a length and nothing else, so that it can't announce the next.
fn is_bare(tokens: &Tokens<'_>, line: &Line) -> bool {
    if line.tokens.len() > 16 {
        return false;
    }
    let mut numbers = 0;
    for at in line.tokens.clone() {
        let Some(token) = tokens.get(at) else { break };
        let sense = tokens.sense(at);
        match token.kind {
            Kind::Number => numbers += 1,
            Kind::Word if sense.time.month > 0 => numbers += 1,
            Kind::Word if sense.time.weekday > 0 || token.width() <= 2 => {}
            Kind::Word if sense.cues.has(Cues::UNTIL | Cues::AND | Cues::OR | Cues::FROM | Cues::UNIT) => {}
            // “EST”, and what is written without spaces: “6月”, “15日”.
            Kind::Word => {
                let word = tokens.word(at);
                let zone = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
                let counted = word.chars().count() == 1 && !word.is_ascii();
                if !zone && !counted {
                    return false;
                }
            }
            Kind::Address => return false,
            Kind::Mark => {}
        }
    }
    numbers > 0
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
