//! Where sentences begin, and which of them ask something.

use std::ops::Range;

use super::{BARS, BULLETS, is_latin, is_pictograph};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Tokens};

/// The longest question, in tokens: what stands further back belongs to what was said before.
const LONGEST: usize = 30;

/// The sentences that end in a question mark.
pub(super) fn questions(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut first = 0;
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at) else { break };
        if token.opens {
            first = at;
        }
        if token.is_any("?？") {
            found.push(first.max(at.saturating_sub(LONGEST))..at + 1);
        }
    }
    found
}

/// Whether a token begins a sentence or a point within its line.
pub(super) fn opens_sentence(tokens: &Tokens<'_>, index: usize) -> bool {
    let (Some(token), Some(before)) = (tokens.get(index), index.checked_sub(1).and_then(|at| tokens.get(at)))
    else {
        return true;
    };
    if token.is_any(BULLETS) || is_pictograph(token) || token.is_any(BARS) || before.is_any(BARS) {
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
    let Some(at) = index.checked_sub(2) else { return false };
    let word = tokens.word(at);
    match tokens.get(at).map(|token| token.kind) {
        Some(Kind::Number) => {
            tokens.sense(index).time.month > 0
                || tokens.get(index).is_some_and(|t| t.kind == Kind::Number && t.width() == 4)
        }
        Some(Kind::Word) => {
            let next_is_number = tokens.get(index).is_some_and(|token| token.kind == Kind::Number);
            word.chars().count() == 1 && word.is_ascii()
                || tokens.sense(at).cues.has(Cues::SHORT)
                || next_is_number
                    && (tokens.sense(at).time.month > 0 || tokens.sense(at).cues.has(Cues::NUMBERED))
        }
        _ => false,
    }
}
