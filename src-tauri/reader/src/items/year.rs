//! Years alone: “2027”, “class of 2027”, 2027届.

use crate::items::month::{YEARS, is_small};
use crate::words::lexicon::Cues;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Tokens};

/// “class of 2027”, 2027届, 27卒.
pub(crate) fn class_year(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let number = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    if !(tokens.is(at + 1, Class::CLASS_YEAR) && tokens.get(at + 1)?.gap <= Gap::Space) {
        return None;
    }
    let year = match number.digits(tokens.text) {
        2 => 2000 + i32::try_from(number.value).ok()?,
        4 => i32::try_from(number.value).ok()?,
        _ => return None,
    };
    YEARS.contains(&year).then_some((year, at + 2))
}

/// Whether four digits are a year and no sum, count or mark of something.
pub(crate) fn is_year(tokens: &Tokens<'_>, at: usize, to: usize, year: i32) -> bool {
    let token = tokens.get(at);
    if token.is_some_and(|token| token.is_any("'’‘´`")) {
        return true;
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let glued = token.is_some_and(|token| token.gap == Gap::None);
    // A part of a longer number: “12,2025”, “1.2020”, “2,000”.
    let within = glued
        && before.is_some_and(|mark| {
            mark.kind == Kind::Number
                || mark.is_any(".,:#-")
                    && at
                        .checked_sub(2)
                        .and_then(|head| tokens.get(head))
                        .is_none_or(|head| head.kind == Kind::Number)
        })
        || tokens.get(to).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(",.:"))
            && tokens
                .get(to + 1)
                .is_some_and(|number| number.gap == Gap::None && number.kind == Kind::Number);
    let old = (1700..1950).contains(&year) && !is_past(tokens, at, to);
    !(is_sum(tokens, at, to) || within || old)
}

/// Whether a currency stands beside a number.
pub(crate) fn is_sum(tokens: &Tokens<'_>, at: usize, to: usize) -> bool {
    let token = tokens.get(at);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|mark| mark.is_any("$€£¥₹₩")) && token.is_some_and(|token| token.gap <= Gap::Space)
        || before.is_some_and(|mark| mark.is('#')) && token.is_some_and(|token| token.gap == Gap::None)
        || tokens.sense(to).cues.has(Cues::CURRENCYWORD)
        || tokens.get(to).is_some_and(|mark| mark.is_any("€£₹%"))
        || at.checked_sub(1).is_some_and(|before| tokens.sense(before).cues.has(Cues::CURRENCYWORD))
}

/// Whether the words beside a number make it a year of long ago: “seit 1871”, “(1923)”, “gegründet”.
fn is_past(tokens: &Tokens<'_>, at: usize, to: usize) -> bool {
    let bracketed = tokens.get(to).is_some_and(|mark| mark.is(')'))
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|mark| mark.is('('));
    bracketed
        || at.checked_sub(1).is_some_and(|before| {
            tokens.is(before, Class::SINCE.or(Class::NAMING)) || is_small(tokens, before)
        })
        || tokens.sense(to).cues.has(Cues::FOUNDED)
}
