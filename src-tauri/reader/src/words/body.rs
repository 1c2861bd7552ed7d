//! The part of a page that is the posting itself.

use std::ops::Range;

use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Tokens};

/// The part of a page pasted whole that is the posting itself.
pub(crate) fn body(tokens: &Tokens<'_>) -> Range<usize> {
    let mut body = 0..tokens.len();
    for at in 0..tokens.len() {
        let cues = tokens.sense(at).cues;
        if cues.has(Cues::ABOUTJOB) && body.start == 0 && is_chrome_before(tokens, at) {
            body.start = at + 1;
        }
        if cues.has(Cues::OTHERJOBS) && at > body.start && starts_heading(tokens, at) {
            body.end = at;
            break;
        }
    }
    body
}

/// Whether what stands before “About the job” is a page's menus: long, and with no sentence of prose.
fn is_chrome_before(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.list.iter().take(at).any(|token| {
        token.kind == Kind::Word && tokens.slice(token.start, token.end).eq_ignore_ascii_case("skip")
    }) && at > 60
}

fn starts_heading(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.gap >= Gap::Line
            || token.is_capital() && (token.opens || at > 200)
            || at
                .checked_sub(1)
                .and_then(|before| tokens.get(before))
                .is_some_and(|before| before.is('#') || before.is('|'))
    })
}
