//! Parts of a year: quarters, halves, academic years and terms: “Q3 2027”, “H2 2027”, “1er semestre 2027”, 上半期,
//! “2026/27”, “WS 2027/28”, “2027학년도”.

use crate::items::calendar::Month;
use crate::items::eastern::eastern_year;
use crate::items::month::{is_small, year};
use crate::items::number::{ordinal, roman, whole};
use crate::items::span::joint;
use crate::items::year::is_sum;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Token, Tokens};

/// A part of a year, by its first and last month.
pub(crate) type Part = (Month, Month);

fn close(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap <= Gap::Space)
}

/// A part of a year that begins at a token, or two and what joins them.
pub(crate) fn part(tokens: &Tokens<'_>, at: usize) -> Option<(Part, usize)> {
    let ((mut first, mut last), mut next) = one(tokens, at)?;
    if let Some(from) =
        joint(tokens, next, false).or_else(|| tokens.is(next, Class::AND.or(Class::OR)).then_some(next + 1))
        && let Some(((_, end), after)) = one(tokens, from)
    {
        first.year = first.year.or(end.year);
        (last, next) = (Month { year: end.year.or(first.year), ..end }, after);
    }
    Some(((first, last), next))
}

fn one(tokens: &Tokens<'_>, at: usize) -> Option<(Part, usize)> {
    // “2027 Q3”, 2027年上半期, “'27년 상반기”
    let before = eastern_year(tokens, at).or_else(|| {
        let (year, next) = year(tokens, at)?;
        Some((year, next + usize::from(tokens.get(next).is_some_and(|mark| mark.is_any("-/")))))
    });
    let start = before.map_or(at, |(_, next)| next);
    if !close(tokens, start) && before.is_some() {
        return None;
    }
    // “2027.2” is the second half of a year in Portuguese.
    if let (Some((year, dot)), false) = (before, tokens.eastern)
        && tokens.foreign
        && tokens.get(dot).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None)
        && let Some(half) = tokens
            .get(dot + 1)
            .filter(|half| half.gap == Gap::None && half.kind == Kind::Number && half.width() == 1)
        && (1..=2).contains(&half.value)
        && !tokens.get(dot + 2).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(".-/"))
    {
        let first = half.value * 6 - 5;
        return Some(((Month::new(Some(year), first), Month::new(Some(year), first + 5)), dot + 2));
    }
    let (index, parts, mut next) = numbered(tokens, start)?;
    let mut told = before.map(|(year, _)| year);
    if told.is_none() {
        let mut from = next;
        while from < next + 4
            && (is_small(tokens, from)
                || tokens.get(from).is_some_and(|mark| mark.is_any("/,-") && mark.gap <= Gap::Space))
        {
            from += 1;
        }
        // “Q4/26”
        let short = || {
            let number = tokens
                .get(next + 1)
                .filter(|n| n.kind == Kind::Number && n.width() == 2 && n.gap == Gap::None)?;
            let slash = tokens.get(next).is_some_and(|mark| mark.is('/') && mark.gap == Gap::None);
            i32::try_from(number.value)
                .ok()
                .filter(|_| slash && number.value >= 20)
                .map(|year| (2000 + year, next + 2))
        };
        let found = year(tokens, from)
            .or_else(|| eastern_year(tokens, from))
            .filter(|_| close(tokens, from))
            .or_else(short);
        if let Some((year, after)) = found {
            (told, next) = (Some(year), after);
        }
    }
    let months = 12 / parts;
    let first = (index - 1) * months + 1;
    Some(((Month::new(told, first), Month::new(told, first + months - 1)), next))
}

/// “Q3”, “H1”, “third quarter”, “1er semestre”, 上半期, “3분기”: its number, how many a year has, the place after.
fn numbered(tokens: &Tokens<'_>, at: usize) -> Option<(u32, u32, usize)> {
    let token = tokens.get(at)?;
    let fits = |index: u32, parts: u32| (1..=parts).contains(&index).then_some((index, parts));
    let kind = |at: usize| {
        if tokens.is(at, Class::QUARTER) {
            Some(4)
        } else if tokens.is(at, Class::HALF_YEAR) {
            Some(2)
        } else {
            None
        }
    };
    if tokens.is(at, Class::PART_EARLY) {
        return Some((1, 2, at + 1));
    }
    if tokens.is(at, Class::PART_LATE) {
        return Some((2, 2, at + 1));
    }
    // “Q3”, “H2”, “quarter 3”
    if token.kind == Kind::Word
        && let Some(parts) = kind(at)
        && let Some(number) =
            tokens.get(at + 1).filter(|number| number.kind == Kind::Number && number.width() == 1)
    {
        let letter = token.width() == 1;
        let glued = number.gap == Gap::None && token.is_capital();
        let (index, parts) = fits(number.value, parts)?;
        let ends = tokens
            .get(at + 2)
            .is_none_or(|after| after.gap > Gap::None || after.kind == Kind::Mark && !after.is_any(".%"));
        return (ends && (glued || !letter && number.gap <= Gap::Space)).then_some((index, parts, at + 2));
    }
    // “3분기”, 第3四半期, 四半期
    let (index, next) = ordinal(tokens, at).or_else(|| whole(tokens, at).filter(|_| tokens.eastern))?;
    let parts = kind(next).filter(|_| close(tokens, next))?;
    // “half of May” is of a month; a quarter and a semester without a year are terms of study.
    let (index, parts) = fits(if index == 99 { parts } else { index }, parts)?;
    let sure = parts == 4 && !tokens.is(next, Class::TERM) || tokens.eastern;
    let mut from = next + 1;
    while from < next + 5 && is_small(tokens, from) {
        from += 1;
    }
    (sure || year(tokens, from).is_some()).then_some((index, parts, next + 1))
}

/// “2026/27”, “2026–2027”: years in a row.
pub(crate) fn years(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let (first, next) = year(tokens, at).or_else(|| eastern_year(tokens, at))?;
    let mark = tokens.get(next).filter(|mark| mark.gap <= Gap::Space)?;
    let short = tokens.get(next + 1).filter(|number| {
        number.kind == Kind::Number && number.width() == 2 && number.gap == Gap::None && mark.gap == Gap::None
    });
    if mark.is_any("/-–—‐‑")
        && let Some(short) = short
        && i32::try_from(short.value).ok() == Some((first + 1) % 100)
        && !tokens.get(next + 2).is_some_and(|more| more.gap == Gap::None && more.is_any("-/."))
    {
        return Some(next + 2);
    }
    let from = if mark.is('/') { next + 1 } else { joint(tokens, next, true)? };
    let (last, after) = year(tokens, from).or_else(|| eastern_year(tokens, from))?;
    let day = tokens.get(after).is_some_and(|more| more.gap == Gap::None && more.is_any("-/."))
        && tokens.get(after + 1).is_some_and(|more| more.gap == Gap::None && more.kind == Kind::Number);
    let sum = |at: usize, to: usize| is_sum(tokens, at, to);
    (last > first && !day && !sum(at, next) && !sum(from, after)).then_some(after)
}

/// Academic and fiscal years and terms: a word and its year, or the year and its word; the place after.
pub(crate) fn academic(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let any_year = |at: usize| {
        years(tokens, at)
            .or_else(|| year(tokens, at).map(|(_, next)| next))
            .or_else(|| short_years(tokens, at))
    };
    if tokens.is(at, Class::ACADEMIC.or(Class::TERM)) && tokens.get(at).is_some_and(|t| t.kind == Kind::Word)
    {
        let mut next = at + 1;
        while next < at + 4
            && close(tokens, next)
            && (is_small(tokens, next)
                || tokens.is(next, Class::TERM)
                || tokens.get(next).is_some_and(|mark| mark.is_any("'’-(")))
        {
            next += 1;
        }
        if let Some(end) = any_year(next).filter(|_| close(tokens, next)) {
            return Some(end);
        }
        // “semester 5”, “FY27”
        let number =
            tokens.get(at + 1).filter(|n| n.kind == Kind::Number && n.width() <= 2 && n.gap <= Gap::Space);
        let number = number.filter(|_| !tokens.get(at + 2).is_some_and(Token::is_dash));
        let roman = tokens
            .get(at + 1)
            .is_some_and(|n| n.is_capital() && n.gap == Gap::Space && roman(tokens.word(at + 1)).is_some());
        if roman && tokens.get(at).is_some_and(|t| t.width() > 3) {
            return Some(at + 2);
        }
        let whole_word = tokens.get(at).is_some_and(|t| t.width() > 2 || t.is_capital());
        if number.is_some()
            && whole_word
            && tokens.time(at + 2).unit.is_none()
            && tokens.time(at + 2).month == 0
        {
            return Some(at + 2);
        }
        return tokens.get(at).is_some_and(|t| t.width() > 12).then_some(at + 1);
    }
    // 2026年度, “2027학년도 1학기”, 115學年度第1學期
    let number = whole(tokens, at).filter(|(value, _)| (20..2100).contains(value)).map(|(_, next)| next);
    let era = tokens.is(at, Class::ERA).then(|| whole(tokens, at + 1).map(|(_, next)| next)).flatten();
    let mut next = years(tokens, at).or(era).or(number)?;
    if !(tokens.is(next, Class::ACADEMIC) && close(tokens, next)) {
        return None;
    }
    next += 1;
    let term = next + usize::from(tokens.is(next, Class::ORDINAL_MARK));
    if let Some((_, after)) = whole(tokens, term).filter(|_| close(tokens, next))
        && tokens.is(after, Class::TERM)
    {
        next = after + 1;
    }
    // 2025年度～2029年度
    let other = joint(tokens, next, false).and_then(|from| {
        let end = whole(tokens, from).map(|(_, next)| next).filter(|end| tokens.is(*end, Class::ACADEMIC))?;
        Some(end + 1)
    });
    Some(other.unwrap_or(next))
}

/// “26/27” after a word that says that it is years.
fn short_years(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() == 2)?;
    tokens.get(at + 1).filter(|mark| mark.is_any("/-–") && mark.gap == Gap::None)?;
    let second = tokens.get(at + 2).filter(|token| token.kind == Kind::Number && token.width() == 2)?;
    (second.value == first.value + 1).then_some(at + 3)
}
