//! What each line speaks of: this posting, others, the page around it, or an example.

use std::ops::Range;

use super::{BARS, Line, LineKind, Zone, ends_with_colon};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Tokens};

/// The longest line of a page's furniture, in tokens.
const FURNITURE: usize = 30;
/// A page whose menus are shorter has none before its posting.
const MENUS: usize = 60;

/// Gives every line its zone, and finds the part of the page that is the posting itself.
pub(super) fn find(tokens: &Tokens<'_>, lines: &mut [Line]) -> Range<usize> {
    let body = body(tokens);
    let mut example = false;
    for index in 0..lines.len() {
        let before = index.checked_sub(1).and_then(|before| lines.get(before)).map(|line| line.kind);
        let Some(line) = lines.get_mut(index) else { break };
        let cues = |at: usize| tokens.sense(at).cues;
        let opens = line.tokens.clone().take(4).any(|at| cues(at).has(Cues::EXAMPLE))
            && line.tokens.clone().take(8).any(|at| tokens.get(at).is_some_and(|token| token.is_any(":：")));
        let heading = line.kind == LineKind::Heading;
        if line.after_blank && before != Some(LineKind::Heading) || heading {
            example = false;
        }
        example |= opens && (heading || ends_with_colon(tokens, line));
        let furniture =
            line.tokens.len() <= FURNITURE && line.tokens.clone().any(|at| cues(at).has(Cues::FURNITURE));
        line.zone = if line.tokens.start >= body.end {
            Zone::Others
        } else if line.tokens.end <= body.start || furniture {
            Zone::Furniture
        } else if opens || example {
            Zone::Example
        } else {
            Zone::Own
        };
    }
    body
}

fn body(tokens: &Tokens<'_>) -> Range<usize> {
    let mut body = 0..tokens.len();
    let mut menus = false;
    for at in 0..tokens.len() {
        let cues = tokens.sense(at).cues;
        menus |= cues.has(Cues::SKIP);
        if cues.has(Cues::ABOUTJOB) && body.start == 0 && menus && at > MENUS {
            body.start = at + 1;
        }
        if cues.has(Cues::OTHERJOBS) && at > body.start && starts_heading(tokens, at) {
            body.end = at;
            break;
        }
    }
    body
}

fn starts_heading(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.gap >= Gap::Line
            || token.is_capital() && (token.opens || at > 200)
            || at
                .checked_sub(1)
                .and_then(|before| tokens.get(before))
                .is_some_and(|before| before.is('#') || before.is_any(BARS))
    })
}
