//! Months and years: “May 2026”, “03/2026”, “dez/28”, “'26”. Those of Chinese, Japanese and Korean are in
//! `eastern`, phases of a month in `phase`.

use crate::items::calendar::Month;
use crate::items::eastern::eastern_month;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Token, Tokens};

/// The years that dates are written in.
pub(crate) const YEARS: std::ops::Range<i32> = 2000..2100;

/// A year of four digits; also one broken by a space (“202 5”), and `'24` after an apostrophe.
pub(crate) fn year(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    if token.is_any("'’‘´`") {
        // “all'11 giugno” is an elision.
        let elided = token.gap == Gap::None
            && at.checked_sub(1).is_some_and(|before| {
                let time = tokens.time(before);
                let dated = time.month > 0
                    || time.season.is_some()
                    || time.class.has(Class::TERM.or(Class::QUARTER).or(Class::ACADEMIC));
                tokens.get(before).is_some_and(|word| word.kind == Kind::Word) && !dated
            });
        if elided {
            return None;
        }
        // “Jun'24”, “Mar' 26”
        let close = |gap: Gap| gap == Gap::None || gap == Gap::Space && token.gap == Gap::None;
        let number = tokens
            .get(at + 1)
            .filter(|n| close(n.gap) && n.kind == Kind::Number && n.digits(tokens.text) == 2)?;
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
    if token.digits(tokens.text) != 4 {
        return None;
    }
    // “2,025” and “2025.5” were no years, and neither is “2025+”.
    let year = i32::try_from(token.value).ok().filter(|year| (1700..2100).contains(year))?;
    let tail = next.is_some_and(|mark| mark.gap == Gap::None && (mark.is('+') || mark.is('%')));
    (!tail).then_some((year, at + 1))
}

/// Goes over marks and small words that stand between the parts of a date: “May 18, 2026”, “18 de mayo de”.
pub(crate) fn over(tokens: &Tokens<'_>, at: usize, marks: &str) -> usize {
    let mut next = at;
    for _ in 0..3 {
        let Some(token) = tokens.get(next) else { break };
        if token.gap <= Gap::Space
            && (token.width() <= 3 && token.is_any(marks)
                || token.kind == Kind::Word && (is_small(tokens, next) || tokens.is(next, Class::NAMING)))
        {
            next += 1;
        } else {
            break;
        }
    }
    next
}

/// A small word that is no month and no weekday by another reading.
pub(crate) fn is_small(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Class::SMALL) && tokens.time(at).month == 0
}

/// A year after the rest of a date, which ends before `at`.
pub(crate) fn year_after(tokens: &Tokens<'_>, at: usize) -> (Option<i32>, usize) {
    for (marks, skip) in [("", false), (",./-‐‑", true)] {
        let next = if skip { over(tokens, at, marks) } else { at };
        if tokens.get(next).is_some_and(|token| token.gap > Gap::Space) {
            continue;
        }
        if let Some((year, after)) = year(tokens, next).filter(|(year, _)| (1950..2100).contains(year)) {
            return (Some(year), after);
        }
    }
    (None, at)
}

/// A month without its phase, with its year where one stands, that begins at a token.
pub(crate) fn month(tokens: &Tokens<'_>, at: usize) -> Option<(Month, usize)> {
    if let Some(found) = eastern_month(tokens, at) {
        return Some(found);
    }
    if let Some((month, next)) = month_name(tokens, at) {
        // “dez/28”, “jan/26”
        if let (Some(mark), Some(short)) = (tokens.get(next), tokens.get(next + 1))
            && mark.is('/')
            && mark.gap == Gap::None
            && short.kind == Kind::Number
            && short.gap == Gap::None
            && short.width() == 2
            && (20..60).contains(&short.value)
        {
            let year = i32::try_from(short.value).ok().map(|short| 2000 + short);
            return Some((Month::new(year, month), next + 2));
        }
        // “Sept2026”, “May '26”, “mayo de 2026”, “May, 2026”, “Jan/2026”
        let (year, after) = year_after(tokens, next);
        return Some((Month::new(year, month), if year.is_some() { after } else { next }));
    }
    // “03/2026”, “2026-03”, “2026.10”
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let mark =
        tokens.get(at + 1).filter(|mark| mark.gap == Gap::None && mark.width() == 1 && mark.is_any("/.-"))?;
    if goes_on(tokens, at, mark) {
        return None;
    }
    let second = tokens.get(at + 2).filter(|token| token.gap == Gap::None && token.kind == Kind::Number)?;
    if tokens.get(at + 3).is_some_and(|t| t.gap == Gap::None && (t.kind == Kind::Number || t.is_any("/%"))) {
        return None;
    }
    let more = tokens.get(at + 3).is_some_and(|t| t.gap == Gap::None && t.is_any("-."))
        && tokens.get(at + 4).is_some_and(|t| t.gap == Gap::None && t.kind == Kind::Number);
    let (year, month) = match (first.digits(tokens.text), second.digits(tokens.text)) {
        (1 | 2, 4) if !more || !mark.is('-') => (second.value, first.value),
        (4, 2) if !mark.is('/') && (!more || mark.is('.')) => (first.value, second.value),
        (4, 1) if mark.is('.') && tokens.eastern => (first.value, second.value),
        _ => return None,
    };
    let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    (1..=12).contains(&month).then_some((Month::new(Some(year), month), at + 3))
}

/// The number of a month's name at a token. Names that are common words need the help of what stands beside.
pub(crate) fn month_name(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let time = tokens.time(at);
    let month = u32::from(time.month);
    if month == 0 || time.class.has(Class::MONTH_WEEK) {
        return None;
    }
    let word = tokens.word(at);
    let capital = tokens.get(at).is_some_and(Token::is_capital);
    if time.class.has(Class::RARE) && !between_numbers(tokens, at)
        || time.class.has(Class::WEAK)
            && !(beside_number(tokens, at) || capital && !is_shouted(word))
            && !(tokens.foreign && word.len() > 3)
        || capital && time.class.has(Class::WEAK) && is_verb(tokens, at)
    {
        return None;
    }
    let mut next = at + 1;
    if tokens.get(next).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None && mark.width() == 1)
        && word.len() <= 5
        && tokens.get(next + 1).is_some_and(|after| !after.opens)
    {
        next += 1;
    }
    Some((month, next))
}

/// “MAR”, “SEP”: more often the short name of something else.
fn is_shouted(word: &str) -> bool {
    word.len() == 3 && word.chars().all(char::is_uppercase)
}

/// “May I …”, “May be extended”: a word in small letters after it that is no part of a date.
fn is_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = at + 1;
    tokens.get(at).is_some_and(|token| token.opens)
        && tokens.get(next).is_some_and(|token| {
            token.kind == Kind::Word
                && token.gap == Gap::Space
                && token.width() > 1
                && !token.is_capital()
                && !tokens.time(next).is_some()
        })
}

pub(crate) fn is_number(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
}

/// Whether a day or a year stands right beside: “1 may”, “may 2026”, “15 de mayo”, or a phase: “mid may”.
fn beside_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let day = |back: usize| {
        at.checked_sub(back)
            .and_then(|index| tokens.get(index))
            .is_some_and(|token| token.kind == Kind::Number && token.width() <= 2)
    };
    let phase = |back: usize| at.checked_sub(back).is_some_and(|index| tokens.time(index).phase.is_some());
    day(1)
        || day(2) && tokens.get(at - 1).is_some_and(|token| token.width() <= 3)
        || day(3) && tokens.get(at - 1).is_some_and(|token| token.width() <= 3)
        || phase(1)
        || phase(2)
        || is_number(tokens, at + 1)
        || tokens.get(at + 1).is_some_and(|mark| mark.is_any("'’/-.") && mark.gap == Gap::None)
            && is_number(tokens, at + 2)
}

fn between_numbers(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = (1..=3).any(|back| at.checked_sub(back).is_some_and(|index| is_number(tokens, index)));
    let year = |ahead: usize, width: u32| {
        tokens.get(at + ahead).is_some_and(|token| token.kind == Kind::Number && token.width() == width)
    };
    before && (1..=3).any(|ahead| year(ahead, 4))
        || year(2, 2) && tokens.get(at + 1).is_some_and(|mark| mark.is('/') && mark.gap == Gap::None)
        || year(1, 4)
        || year(2, 4) && is_small(tokens, at + 1)
}

/// Whether the number at `at` goes on with what stands before it: “1.2.3”, “12:30”. A hyphen may also stand
/// between two dates, where their own parts are set apart by another mark.
pub(crate) fn goes_on(tokens: &Tokens<'_>, at: usize, mark: &Token) -> bool {
    let close = tokens.get(at).is_some_and(|first| first.gap == Gap::None);
    close
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.kind == Kind::Number
                || before.is_any("./:")
                    && before.width() == 1
                    && (before.is('/')
                        || at
                            .checked_sub(2)
                            .and_then(|at| tokens.get(at))
                            .is_some_and(|head| head.kind == Kind::Number))
                || before.is('-') && mark.is_any("-‐‑")
        })
}
