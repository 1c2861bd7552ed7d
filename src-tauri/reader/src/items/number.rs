//! Numbers, in digits and in letters.

use crate::words::fold::is_ideograph;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Token, Tokens};

/// What of a number is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    Nothing,
    Half,
    Other,
}

/// A number that a unit may follow: “12”, “twelve (12)”, “1,440”, “37,5”, “2½”, “four and a half”.
pub(crate) fn amount(tokens: &Tokens<'_>, at: usize) -> Option<(u32, Rest, usize)> {
    let token = tokens.get(at)?;
    if is_one_half(token) {
        return Some((0, Rest::Half, at + 1));
    }
    if let Some((value, tenths, next)) = decimals(tokens, at) {
        return Some((value, if tenths == 5 { Rest::Half } else { Rest::Other }, next));
    }
    // “anderthalb”, “dreieinhalb”
    if let (true, Some(number)) = (tokens.is(at, Class::HALF_MORE), tokens.time(at).number) {
        return Some((u32::from(number), Rest::Half, at + 1));
    }
    let (value, next) = whole(tokens, at)?;
    let after = tokens.get(next);
    if token.kind == Kind::Number && after.is_some_and(|mark| mark.gap <= Gap::Space && is_one_half(mark)) {
        return Some((value, Rest::Half, next + 1));
    }
    // “1 1/2”
    let number = |at: usize, value: u32| {
        tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Number && token.value == value && token.gap <= Gap::Space
        })
    };
    if number(next, 1) && tokens.get(next + 1).is_some_and(|mark| mark.is('/')) && number(next + 2, 2) {
        return Some((value, Rest::Half, next + 3));
    }
    // “four and a half months”
    if tokens.is(next, Class::AND) {
        let half = next + 1 + usize::from(tokens.is(next + 1, Class::ARTICLE));
        if tokens.is(half, Class::HALF) && close(tokens, half) && tokens.time(half + 1).unit.is_some() {
            return Some((value, Rest::Half, half + 1));
        }
    }
    Some((value, Rest::Nothing, next))
}

fn is_one_half(token: &Token) -> bool {
    token.is('½')
}

fn close(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap <= Gap::Space)
}

/// “37,5”, “1.25”: the whole, its first digit behind the mark (10 for more of them), and the place after.
fn decimals(tokens: &Tokens<'_>, at: usize) -> Option<(u32, u32, usize)> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    tokens.get(at + 1).filter(|mark| mark.gap == Gap::None && mark.is_any(".,") && mark.width() == 1)?;
    let second = tokens.get(at + 2).filter(|token| {
        token.gap == Gap::None && token.kind == Kind::Number && matches!(token.digits(tokens.text), 1 | 2)
    })?;
    // “1.6.2026” is a day.
    let goes_on = tokens.get(at + 3).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(".,/-:"))
        && tokens.get(at + 4).is_some_and(|next| next.gap == Gap::None && next.kind == Kind::Number);
    let tail = first.gap == Gap::None
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|mark| mark.is_any(".,/:"));
    if goes_on || tail {
        return None;
    }
    let tenths = if matches!(second.value, 5 | 50) { 5 } else { 10 };
    Some((first.value, tenths, at + 3))
}

/// A whole number that begins at a token, and the token after it. “twelve (12)” is one number.
pub(crate) fn whole(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    let (value, next) = match token.kind {
        Kind::Number => {
            // Not the tail of “1.5” or “3,000”, nor the head of a fraction.
            let part = |at: usize| {
                tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(".,"))
                    && tokens
                        .get(at + 1)
                        .is_some_and(|next| next.gap == Gap::None && next.kind == Kind::Number)
            };
            let tail = at >= 2
                && token.gap == Gap::None
                && part(at - 1)
                && tokens.get(at - 2).is_some_and(|head| head.kind == Kind::Number);
            if tail {
                return None;
            }
            if part(at + 1) {
                // “1,440”
                let group = tokens.get(at + 2).filter(|group| group.digits(tokens.text) == 3)?;
                if part(at + 3) || token.digits(tokens.text) > 3 || token.value == 0 {
                    return None;
                }
                (token.value.checked_mul(1000)?.checked_add(group.value)?, at + 3)
            } else {
                (token.value, at + 1)
            }
        }
        Kind::Word => word(tokens, at)?,
        _ => return None,
    };
    // “twelve (12)”, “12 (zwölf)”
    if tokens.get(next).is_some_and(|mark| mark.is_any("(（"))
        && tokens.get(next + 2).is_some_and(|mark| mark.is_any(")）"))
        && tokens.get(next + 1).is_some_and(|inner| {
            inner.kind == Kind::Number && inner.value == value
                || tokens.time(next + 1).number.map(u32::from) == Some(value)
        })
    {
        return Some((value, next + 3));
    }
    Some((value, next))
}

/// A number in letters.
fn word(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let of = |at: usize| {
        let time = tokens.time(at);
        time.number.map(u32::from).filter(|_| !time.class.has(Class::COMPOUND))
    };
    let mut value = of(at)?;
    let mut next = at + 1;
    if tokens.word(at).chars().next().is_some_and(is_ideograph) {
        // 十二, 二十, 二十四
        let follows = |next: usize| of(next).filter(|_| tokens.get(next).is_some_and(|t| t.gap == Gap::None));
        if (2..10).contains(&value) && follows(next) == Some(10) {
            value *= 10;
            next += 1;
        }
        if value % 10 == 0
            && value > 0
            && let Some(small) = follows(next).filter(|small| (1..10).contains(small))
        {
            value += small;
            next += 1;
        }
        return (value > 0).then_some((value, next));
    }
    // “twenty-four”, “twenty four”
    if value >= 20 && value % 10 == 0 {
        let hyphen = tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑"));
        let unit = next + usize::from(hyphen);
        if let Some(small) = of(unit).filter(|small| (1..10).contains(small) && close(tokens, unit)) {
            value += small;
            next = unit + 1;
        }
    }
    // “treinta y dos”
    if value >= 20
        && value % 10 == 0
        && next == at + 1
        && tokens.is(next, Class::AND)
        && let Some(small) = of(next + 1).filter(|small| (1..10).contains(small))
    {
        value += small;
        next += 2;
    }
    if (1..10).contains(&value) && of(next) == Some(100) && close(tokens, next) {
        value *= 100;
        next += 1;
    }
    (value > 0).then_some((value, next))
}

/// “First”, “3rd”, “4.”, 第3, “II”: a number in an order, and the place after.
pub(crate) fn ordinal(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    let time = tokens.time(at);
    if time.ordinal > 0 && token.kind == Kind::Word {
        return Some((u32::from(time.ordinal), at + 1));
    }
    if time.class.has(Class::ORDINAL_MARK) {
        let (value, next) = whole(tokens, at + 1)?;
        return (value < 100).then_some((value, next));
    }
    if token.kind == Kind::Word {
        // “I” is a word of English.
        let value = roman(tokens.slice(token.start, token.end)).filter(|value| *value > 1)?;
        return Some((value, at + 1));
    }
    if token.kind != Kind::Number || token.digits(tokens.text) > 2 || token.value == 0 {
        return None;
    }
    ordinal_end(tokens, at + 1).map(|next| (token.value, next))
}

/// The place after an ending that makes a number an ordinal, which must stand right before `at`.
pub(crate) fn ordinal_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let end = tokens.get(at).filter(|end| end.gap == Gap::None)?;
    if end.is_any("ºª°") && end.width() <= 2 {
        return Some(at + 1);
    }
    if end.is('.') && end.width() == 1 {
        // “2.º”
        return Some(ordinal_end(tokens, at + 1).unwrap_or(at + 1));
    }
    if end.is_any("-‐") && tokens.is(at + 1, Class::ORDINAL_END) && tokens.get(at + 1)?.gap == Gap::None {
        return Some(at + 2);
    }
    tokens.is(at, Class::ORDINAL_END).then_some(at + 1)
}

/// Roman numerals in capitals: “II anno”.
pub(crate) fn roman(word: &str) -> Option<u32> {
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
        .iter()
        .zip(1..)
        .find(|(name, _)| **name == word)
        .map(|(_, value)| value)
}

/// A number that may have groups and a fraction: “1,200.50”, “1.200,50”, “2.08”, “5k”. Nothing where it has more
/// digits than a sum of money.
pub(crate) fn decimal(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let mut sum = Digits::default();
    sum.take(tokens, first)?;
    let (mut next, mut parts) = (at + 1, 1);
    let mut fraction_begun = false;
    let mut last = first;
    while let (Some(mark), Some(part)) = (tokens.get(next), tokens.get(next + 1)) {
        let within = mark.gap == Gap::None && part.gap == Gap::None && mark.is_any(".,'’．，");
        // “10 000” and “1 385,99”, with a space of three digits
        let spaced = mark.kind == Kind::Number
            && digits(tokens, mark) == 3
            && mark.gap == Gap::Space
            && digits(tokens, last) <= 3
            && !fraction_begun;
        if within && part.kind == Kind::Number && parts < 6 {
            fraction_begun = digits(tokens, part) != 3;
            (last, next) = (part, next + 2);
        } else if spaced {
            (last, next) = (mark, next + 1);
        } else {
            break;
        }
        sum.take(tokens, last)?;
        parts += 1;
    }
    // The last mark is the fraction's where it isn't three digits that follow it; all others set groups apart.
    let fraction = parts > 1 && (digits(tokens, last) != 3 || digits(tokens, first) > 3);
    let behind = if fraction { i32::try_from(digits(tokens, last)).ok()? } else { 0 };
    Some((sum.value / 10_f64.powi(behind), next))
}

/// How many digits a number has: those of full width are more bytes.
fn digits(tokens: &Tokens<'_>, token: &Token) -> u32 {
    u32::try_from(tokens.slice(token.start, token.end).chars().count()).unwrap_or(u32::MAX)
}

/// Digits in a row. So few of them are exact in an `f64`, and so are they divided by a power of ten.
#[derive(Default)]
struct Digits {
    value: f64,
    count: u32,
}

impl Digits {
    fn take(&mut self, tokens: &Tokens<'_>, token: &Token) -> Option<()> {
        self.count += digits(tokens, token);
        if self.count > 15 {
            return None;
        }
        // A token keeps its number unless it is too long, and says digits of any width.
        if token.value == u32::MAX {
            return None;
        }
        self.value =
            self.value * 10_f64.powi(i32::try_from(digits(tokens, token)).ok()?) + f64::from(token.value);
        Some(())
    }
}
