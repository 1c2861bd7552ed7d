//! The text cut into lines: those broken only for width are joined, and those that lost their break are parted.

use super::sentences::opens_sentence;
use super::{BARS, BULLETS, Line, LineKind, Zone, cells, is_latin, last_token};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Tokens};

pub(super) fn lines(tokens: &mut Tokens<'_>) -> Vec<Line> {
    let (lines, joined) = cut(tokens, is_wrapped(tokens.text));
    if !joined {
        return lines;
    }
    // A phrase may have been broken with its line. What had to be joined is joined now.
    tokens.join_phrases();
    cut(tokens, false).0
}

/// The lines, and whether any was joined to the one before.
fn cut(tokens: &mut Tokens<'_>, wrapped: bool) -> (Vec<Line>, bool) {
    let mut lines: Vec<Line> = Vec::new();
    let mut joins: Vec<usize> = Vec::new();
    for index in 0..tokens.len() {
        let Some(token) = tokens.get(index).copied() else { break };
        let breaks = index == 0 || token.gap >= Gap::Line || is_glued(tokens, index);
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
                indent: indent(tokens, index),
                heading: None,
                section: None,
                says: None,
                column: None,
                cells: 0..0,
                table: None,
                zone: Zone::Own,
                programme: 0,
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
    (lines, joined)
}

/// What stands between a token and the one before it.
pub(super) fn between<'t>(tokens: &Tokens<'t>, index: usize) -> &'t str {
    let end = index.checked_sub(1).and_then(|before| tokens.get(before)).map_or(0, |before| before.end);
    tokens.get(index).map_or("", |token| tokens.slice(end, token.start))
}

fn indent(tokens: &Tokens<'_>, index: usize) -> u16 {
    let before = between(tokens, index);
    let line = before.rsplit('\n').next().unwrap_or_default();
    u16::try_from(line.len()).unwrap_or(u16::MAX)
}

/// Whether Markdown's mark of a heading, or a label in bold type, begins here and only lost its line break:
/// “…in Mexico.**Job title:** Intern”.
fn is_glued(tokens: &Tokens<'_>, index: usize) -> bool {
    let Some(token) = tokens.get(index) else { return false };
    if token.is('#') {
        return token.width() > 1 && tokens.get(index + 1).is_some_and(|next| next.kind != Kind::Number);
    }
    let bold = between(tokens, index);
    if token.kind != Kind::Word || !bold.starts_with("**") || !bold.ends_with("**") {
        return false;
    }
    (index + 1..index + 8)
        .find(|at| tokens.get(*at).is_none_or(|token| token.gap >= Gap::Line || token.is_any(":：.!?")))
        .is_some_and(|end| tokens.get(end).is_some_and(|token| token.is_any(":：") && token.gap < Gap::Line))
}

/// What the first tokens of a line make it.
fn kind_of(tokens: &Tokens<'_>, first: usize) -> (LineKind, u8) {
    let Some(token) = tokens.get(first) else { return (LineKind::Plain, 0) };
    let next = tokens.get(first + 1);
    let spaced = next.is_some_and(|next| next.gap == Gap::Space);
    if token.is('#') && token.width() <= 6 {
        return (LineKind::Heading, u8::try_from(token.width()).unwrap_or(6));
    }
    if token.is_any(BARS) {
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
        && tokens.sense(first + 2).time.month == 0
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
    if kind_of(tokens, first).0 != LineKind::Plain || last.is_any(".!?:;。：；！？|｜") {
        return false;
    }
    // Cells set apart by wide gaps stand in a row of their own.
    let ahead =
        (first + 1..first + 30).take_while(|at| tokens.get(*at).is_some_and(|token| token.gap < Gap::Line));
    let behind = (before.tokens.start + 1..first).rev().take(30);
    if ahead.chain(behind).any(|at| cells::is_wide(tokens, at)) {
        return false;
    }
    // “validThrough: …” says something of its own.
    if (first + 1..first + 4)
        .any(|at| tokens.get(at).is_some_and(|token| token.is_any(":：=") && token.gap <= Gap::Space))
        && !is_time_at(tokens, first)
    {
        return false;
    }
    // A row of hyphens is an ornament.
    let open = last.is_dash() && !(last.is('-') && last.width() > 1)
        || last.is_any(",、")
        || !last.is_capital()
            && tokens
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
