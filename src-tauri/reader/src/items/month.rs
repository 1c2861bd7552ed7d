//! Months and years: “May 2026”, “03/2026”, 2026年5月, “'26”.

use crate::items::calendar::Month;
use crate::words::token::{Gap, Kind, Token, Tokens};

/// A year of four digits; also one broken by a space (“202 5”), and `'24` after an apostrophe.
pub(crate) fn year(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    if token.is_any("'’‘´`") {
        // “Jun'24”, “Mar' 26”
        let close = |gap: Gap| gap == Gap::None || gap == Gap::Space && token.gap == Gap::None;
        let number =
            tokens.get(at + 1).filter(|n| close(n.gap) && n.kind == Kind::Number && n.width() == 2)?;
        return Some((2000 + i32::try_from(number.value).ok()?, at + 2));
    }
    if token.kind != Kind::Number {
        return None;
    }
    let next = tokens.get(at + 1);
    let broken = |head: u32, tail: u32| {
        token.width() == head
            && next.is_some_and(|n| n.kind == Kind::Number && n.gap == Gap::Space && n.width() == tail)
            && tokens.get(at + 2).is_none_or(|third| third.kind != Kind::Number)
    };
    let joined = |by: u32| {
        let value = token.value.checked_mul(by)?.checked_add(next?.value)?;
        i32::try_from(value).ok().filter(|year| (2010..2070).contains(year))
    };
    if broken(3, 1)
        && let Some(year) = joined(10)
    {
        return Some((year, at + 2));
    }
    if broken(2, 2)
        && token.value == 20
        && let Some(year) = joined(100)
    {
        return Some((year, at + 2));
    }
    if token.width() != 4 && !(token.width() == 12 && token.value < 3000) {
        return None;
    }
    // “2,025” and “2025.5” were no years, and neither is “2025+”.
    let year = i32::try_from(token.value).ok().filter(|year| (1950..2100).contains(year))?;
    let tail = next.is_some_and(|mark| mark.gap == Gap::None && (mark.is('+') || mark.is('%')));
    (!tail).then_some((year, at + 1))
}

/// Goes over marks and small words that stand between the parts of a date: “May 18, 2026”, “18 de mayo de”.
pub(crate) fn over(tokens: &Tokens<'_>, at: usize, marks: &str) -> usize {
    let mut next = at;
    for _ in 0..2 {
        let Some(token) = tokens.get(next) else { break };
        let small = || matches!(tokens.word(next), "of" | "OF" | "de" | "DE" | "del" | "van" | "di" | "d");
        if token.gap <= Gap::Space
            && (token.width() <= 3 && token.is_any(marks) || token.kind == Kind::Word && small())
        {
            next += 1;
        } else {
            break;
        }
    }
    next
}

/// A year after the rest of a date, which ends before `at`.
pub(crate) fn year_after(tokens: &Tokens<'_>, at: usize) -> (Option<i32>, usize) {
    for (marks, skip) in [("", false), (",./-‐‑", true)] {
        let next = if skip { over(tokens, at, marks) } else { at };
        if tokens.get(next).is_some_and(|token| token.gap > Gap::Space) {
            continue;
        }
        if let Some((year, after)) = year(tokens, next).filter(|(year, _)| (2000..2100).contains(year)) {
            return (Some(year), after);
        }
    }
    (None, at)
}

/// A month, with its year where one stands, that begins at a token.
pub(crate) fn month(tokens: &Tokens<'_>, at: usize) -> Option<(Month, usize)> {
    if let Some((year, month, next)) = ideographic_month(tokens, at) {
        return Some((Month { year, month, phase: None }, next));
    }
    if let Some((month, next)) = month_name(tokens, at) {
        // “Sept2026”, “May '26”, “mayo de 2026”, “May, 2026”, “Jan/2026”
        let (year, after) = year_after(tokens, next);
        return Some((Month { year, month, phase: None }, if year.is_some() { after } else { next }));
    }
    // “03/2026”, “2026-03”
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let mark =
        tokens.get(at + 1).filter(|mark| mark.gap == Gap::None && mark.width() == 1 && mark.is_any("/.-"))?;
    if goes_on(tokens, at, mark) {
        return None;
    }
    let second = tokens.get(at + 2).filter(|token| token.gap == Gap::None && token.kind == Kind::Number)?;
    if tokens.get(at + 3).is_some_and(|t| t.gap == Gap::None && (t.kind == Kind::Number || t.is_any("/-"))) {
        return None;
    }
    let (year, month) = match (first.width(), second.width()) {
        (1 | 2, 4) => (second.value, first.value),
        (4, 2) if !mark.is('/') => (first.value, second.value),
        _ => return None,
    };
    let year = i32::try_from(year).ok().filter(|year| (2000..2100).contains(year))?;
    (1..=12).contains(&month).then_some((Month { year: Some(year), month, phase: None }, at + 3))
}

/// Names of months that are words of their own in small letters: a number must stand beside, or a capital.
const WORDS_TOO: [&str; 14] =
    ["may", "march", "mar", "mars", "set", "out", "ago", "dic", "gen", "mag", "lug", "jun", "sep", "dec"];
/// Short names that are mostly something else: a day and a year must stand on either side.
const RARELY_MONTHS: [&str; 14] =
    ["set", "out", "ago", "Set", "Out", "Ago", "MAR", "MAG", "GEN", "Gen", "Mag", "Lug", "SEP", "DEC"];

/// The number of a month's name at a token. Names that are common words need the help of what stands beside.
pub(crate) fn month_name(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let month = u32::from(tokens.sense(at).month);
    if month == 0 {
        return None;
    }
    let word = tokens.word(at);
    let capital = tokens.get(at).is_some_and(Token::is_capital);
    let plain = capital || tokens.foreign && word == "mars" || beside_number(tokens, at);
    if WORDS_TOO.contains(&word) && !plain || RARELY_MONTHS.contains(&word) && !between_numbers(tokens, at) {
        return None;
    }
    let mut next = at + 1;
    if tokens.get(next).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None && mark.width() == 1)
        && word.len() <= 5
    {
        next += 1;
    }
    Some((month, next))
}

pub(crate) fn is_number(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
}

/// Whether a day or a year stands right beside: “1 may”, “may 2026”, “15 de mayo”.
fn beside_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let day = |back: usize| {
        at.checked_sub(back)
            .and_then(|index| tokens.get(index))
            .is_some_and(|token| token.kind == Kind::Number && token.width() <= 2)
    };
    day(1)
        || day(2) && tokens.get(at - 1).is_some_and(|token| token.width() <= 3)
        || is_number(tokens, at + 1)
}

fn between_numbers(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = (1..=2).any(|back| at.checked_sub(back).is_some_and(|index| is_number(tokens, index)));
    before
        && (1..=3).any(|ahead| {
            tokens.get(at + ahead).is_some_and(|token| token.kind == Kind::Number && token.width() == 4)
        })
}

/// “2026年5月” and “5月”: the year, the month and the place after.
pub(crate) fn ideographic_month(tokens: &Tokens<'_>, at: usize) -> Option<(Option<i32>, u32, usize)> {
    let mut next = at;
    let mut year = None;
    let first = tokens.get(at)?;
    let reiwa = first.kind == Kind::Word && tokens.word(at) == "令" && tokens.word(at + 1) == "和";
    if reiwa {
        next += 2;
    }
    let number = tokens.get(next).filter(|token| token.kind == Kind::Number)?;
    if tokens.word(next + 1) == "年" {
        year = i32::try_from(number.value).ok().map(|n| match (reiwa, n) {
            (true, _) => n.saturating_add(2018),
            (false, 20..=60) => n + 2000,
            _ => n,
        });
        year = Some(year.filter(|year| (1950..2100).contains(year))?);
        next += 2;
    } else if reiwa {
        return None;
    }
    let month =
        tokens.get(next).filter(|token| token.kind == Kind::Number && (1..=12).contains(&token.value))?;
    if tokens.word(next + 1) != "月" {
        return None;
    }
    let mut after = next + 2;
    if matches!(tokens.word(after), "份" | "份起") {
        after += 1;
    }
    Some((year, month.value, after))
}

/// Whether the number at `at` goes on with what stands before it: “1.2.3”, “12:30”. A hyphen may also stand
/// between two dates, where their own parts are set apart by another mark.
pub(crate) fn goes_on(tokens: &Tokens<'_>, at: usize, mark: &Token) -> bool {
    let close = tokens.get(at).is_some_and(|first| first.gap == Gap::None);
    close
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.kind == Kind::Number || before.is_any("./:") || before.is('-') && mark.is_any("-‐‑")
        })
}
