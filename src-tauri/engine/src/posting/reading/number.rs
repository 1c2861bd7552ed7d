//! Numbers, in digits and in letters.

use super::token::{Gap, Kind, Tokens};

/// A whole number that begins at a token, and the token after it. “twelve (12)” is one number.
pub(super) fn whole(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
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

/// A number that may have groups and a fraction: “1,200.50”, “1.200,50”, “2.08”, “5k”.
pub(super) fn decimal(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let mut digits = tokens.slice(first.start, first.end).to_owned();
    let mut next = at + 1;
    let mut parts = vec![first.width()];
    let mut marks = String::new();
    while let (Some(mark), Some(part)) = (tokens.get(next), tokens.get(next + 1)) {
        let within =
            mark.gap == Gap::None && part.gap == Gap::None && mark.is_any(".,'’") && mark.width() <= 3;
        // “10 000”, with a space of three digits
        let spaced = mark.kind == Kind::Number
            && mark.width() == 3
            && mark.gap == Gap::Space
            && parts.last() <= Some(&3)
            && marks.is_empty();
        if within && part.kind == Kind::Number && parts.len() < 6 {
            marks.push(char::from_u32(mark.value).unwrap_or('.'));
            parts.push(part.width());
            digits.push('.');
            digits.push_str(tokens.slice(part.start, part.end));
            next += 2;
        } else if spaced {
            marks.push(' ');
            parts.push(3);
            digits.push('.');
            digits.push_str(tokens.slice(mark.start, mark.end));
            next += 1;
            break;
        } else {
            break;
        }
    }
    // The last mark is the fraction's where one or two digits follow it; all others set groups apart.
    let fraction = parts.len() > 1 && parts.last().is_some_and(|last| *last != 3 || parts.first() > Some(&3));
    let mut plain = String::new();
    let count = parts.len();
    for (index, part) in digits.split('.').enumerate() {
        if fraction && index + 1 == count {
            plain.push('.');
        }
        plain.push_str(part);
    }
    if plain.len() > 15 {
        return None;
    }
    plain.parse().ok().map(|value| (value, next))
}
