//! Days as they are written. A recogniser takes the place where something may begin and gives what stands
//! there and the place after it.

use crate::items::calendar::{Day, is_day};
use crate::items::month::{ideographic_month, month_name, over, year, year_after};
use crate::items::numeric::{numeric, year_first};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Token, Tokens};

/// A day that begins at a token.
pub(crate) fn day(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (weekday, from) = weekday(tokens, at);
    let (mut day, mut next) = year_first(tokens, from)
        .or_else(|| named_month_first(tokens, from))
        .or_else(|| named_day_first(tokens, from))
        .or_else(|| ideographic(tokens, from))
        .or_else(|| numeric(tokens, from))?;
    day.weekday = weekday;
    // “May 18 (Monday)”, “5月18日（月）”
    if tokens.get(next).is_some_and(|mark| mark.is_any("(（"))
        && tokens.get(next + 2).is_some_and(|mark| mark.is_any(")）"))
    {
        let inside = tokens.sense(next + 1).weekday;
        if inside > 0 || matches!(tokens.word(next + 1), "月" | "火" | "水" | "木" | "金" | "土" | "日")
        {
            day.weekday = if inside > 0 { inside } else { japanese_weekday(tokens.word(next + 1)) };
            next += 3;
            if day.year.is_none() {
                let (year, after) = year_after(tokens, next);
                if year.is_some_and(|year| is_day(Some(year), day.month, day.day)) {
                    (day.year, next) = (year, after);
                }
            }
        }
    }
    Some((day, next))
}

/// A weekday and the mark after it.
fn weekday(tokens: &Tokens<'_>, at: usize) -> (u8, usize) {
    let weekday = tokens.sense(at).weekday;
    let month = tokens.sense(at).month;
    if weekday == 0 || month > 0 {
        return (0, at);
    }
    let mut next = at + 1;
    for _ in 0..2 {
        if tokens.get(next).is_some_and(|mark| {
            mark.is_any(".,") || matches!(tokens.word(next), "the" | "den" | "dem" | "le")
        }) {
            next += 1;
        }
    }
    (weekday, next)
}

fn japanese_weekday(word: &str) -> u8 {
    ["月", "火", "水", "木", "金", "土", "日"]
        .iter()
        .zip(1..)
        .find(|(name, _)| **name == word)
        .map_or(0, |(_, n)| n)
}

/// “May 18th, 2026”, “Sept. 1”.
fn named_month_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (month, mut next) = month_name(tokens, at)?;
    while tokens
        .get(next)
        .is_some_and(|token| token.gap <= Gap::Space && token.is_any("-‐‑,") && token.width() <= 3)
        && next < at + 3
        || tokens.word(next).eq_ignore_ascii_case("the")
    {
        next += 1;
    }
    if tokens.get(next).is_some_and(|token| token.gap > Gap::Space) {
        return None;
    }
    let (day, next) = day_number(tokens, next)?;
    // “May 12-week”, “June 10 weeks”, “May 1 – Aug” are left for others to see; “June 20 25” is a broken year.
    if tokens.sense(next).cues.has(Cues::UNIT | Cues::HOURUNIT) || is_unit_after_hyphen(tokens, next) {
        return None;
    }
    if day == 20
        && year(tokens, next - 1).is_some()
        && tokens.get(next).is_some_and(|t| t.kind == Kind::Number && t.width() == 2)
    {
        return None;
    }
    let (year, after) = year_after(tokens, next);
    let found = Day::sure(year, month, day).map(|day| (day, after));
    found.or_else(|| Day::sure(None, month, day).map(|day| (day, next)))
}

fn is_unit_after_hyphen(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑"))
        && tokens.sense(at + 1).cues.has(Cues::UNIT)
}

/// “18 May 2026”, “16th Jun'24”, “1. Oktober”, “18 de mayo de 2026”, “18-May-26”.
fn named_day_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (day, next) = day_number(tokens, at)?;
    let next = over(tokens, next, ".-/‐‑,");
    if tokens.get(next).is_some_and(|token| token.gap > Gap::Space) {
        return None;
    }
    let (month, next) = month_name(tokens, next)?;
    let (mut year, mut after) = year_after(tokens, next);
    // “18-May-26”
    if year.is_none()
        && tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-/‐‑"))
        && let Some(short) =
            tokens.get(next + 1).filter(|n| n.gap == Gap::None && n.kind == Kind::Number && n.width() == 2)
        && tokens.get(at + 1).is_some_and(|mark| mark.is_any("-/‐‑"))
    {
        (year, after) = (Some(2000 + i32::try_from(short.value).unwrap_or(0)), next + 2);
    }
    let found = Day::sure(year, month, day).map(|day| (day, after));
    found.or_else(|| Day::sure(None, month, day).map(|day| (day, next)))
}

/// “2026年5月18日”, “5月18日”, “令和8年5月18日”.
fn ideographic(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (year, month, next) = ideographic_month(tokens, at)?;
    let day = tokens
        .get(next)
        .filter(|token| token.kind == Kind::Number && token.width() <= 6 && token.gap <= Gap::Space)?;
    let mark = tokens.get(next + 1).filter(|mark| mark.gap == Gap::None || mark.gap == Gap::Space)?;
    let is_day = matches!(tokens.slice(mark.start, mark.end), "日" | "号" | "號");
    Day::sure(year, month, day.value).filter(|_| is_day).map(|day| (day, next + 2))
}

/// A day of the month, with its “th” or its full stop: “18”, “18th”, “1er”, “1.”.
fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() <= 2)?;
    if !(1..=31).contains(&token.value) {
        return None;
    }
    let mut next = at + 1;
    let ordinal = |token: &Token| token.gap == Gap::None && token.kind == Kind::Word;
    if tokens.get(next).is_some_and(ordinal)
        && matches!(
            tokens.word(next),
            "st" | "nd" | "rd" | "th" | "er" | "ère" | "ST" | "ND" | "RD" | "TH" | "e" | "ste" | "de" | "o"
        )
        || tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("ºª°"))
    {
        next += 1;
    } else if tokens.get(next).is_some_and(|next| {
        next.gap == Gap::None && next.kind == Kind::Word && !matches!(tokens.sense(at + 1).month, 1..=12)
    }) && !tokens.get(next).is_some_and(Token::is_capital)
        && !crate::words::fold::is_ideograph(tokens.word(next).chars().next().unwrap_or(' '))
    {
        // “18h”, “5pm”: not a day.
        return None;
    }
    Some((token.value, next))
}
