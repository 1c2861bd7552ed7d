//! Numbers, in digits and in letters.

use crate::words::token::{Gap, Kind, Token, Tokens};

/// A whole number that begins at a token, and the token after it. “twelve (12)” is one number.
pub(crate) fn whole(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Number => {
            // Not the tail of “1.5” or “3,000”, nor its head.
            let fraction = tokens.get(at + 1).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(".,"))
                && tokens.get(at + 2).is_some_and(|next| next.gap == Gap::None && next.kind == Kind::Number);
            let tail = at >= 2
                && token.gap == Gap::None
                && tokens.get(at - 1).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(".,"))
                && tokens.get(at - 2).is_some_and(|head| head.kind == Kind::Number);
            (!fraction && !tail).then_some((token.value, at + 1))
        }
        Kind::Word => {
            let number = u32::from(tokens.sense(at).number);
            if number == 0 {
                return None;
            }
            let mut next = at + 1;
            let mut value = number;
            // “twenty-four”, “twenty four”
            if number >= 20 && number % 10 == 0 {
                let mut unit = next;
                if tokens.get(unit).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑")) {
                    unit += 1;
                }
                let small = u32::from(tokens.sense(unit).number);
                if (1..10).contains(&small) {
                    value += small;
                    next = unit + 1;
                }
            }
            // 十二, 二十四
            if value == 10 && (1..10).contains(&tokens.sense(next).number) && tokens.word(at) == "十" {
                value += u32::from(tokens.sense(next).number);
                next += 1;
            }
            if tokens.get(next).is_some_and(|mark| mark.is_any("(（"))
                && tokens
                    .get(next + 1)
                    .is_some_and(|inner| inner.kind == Kind::Number && inner.value == value)
                && tokens.get(next + 2).is_some_and(|mark| mark.is_any(")）"))
            {
                next += 3;
            }
            Some((value, next))
        }
        _ => None,
    }
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
        let within =
            mark.gap == Gap::None && part.gap == Gap::None && mark.is_any(".,'’．，");
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
        self.value = self.value * 10_f64.powi(i32::try_from(digits(tokens, token)).ok()?) + f64::from(token.value);
        Some(())
    }
}
