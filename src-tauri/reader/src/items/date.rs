//! Days as they are written. A recogniser takes the place where something may begin and gives what stands
//! there and the place after it.

use crate::items::calendar::{Day, is_day};
use crate::items::clock::clock_after;
use crate::items::eastern::eastern_day;
use crate::items::month::{is_small, month_name, over, year, year_after};
use crate::items::number::{ordinal_end, roman, whole};
use crate::items::numeric::{compact, numeric, year_first};
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Tokens};

/// A day that begins at a token, with its weekday and the time of day after it.
pub(crate) fn day(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (weekday, from) = weekday(tokens, at);
    let (mut day, mut next) = bare(tokens, from).or_else(|| bare(tokens, at))?;
    day.weekday = weekday;
    if let Some((weekday, after)) = weekday_after(tokens, next) {
        (day.weekday, next) = (weekday, after);
        if day.year.is_none() {
            let (year, after) = year_after(tokens, next);
            if year.is_some_and(|year| is_day(Some(year), day.month, day.day)) {
                (day.year, next) = (year, after);
            }
        }
    }
    Some((day, clock_after(tokens, next).unwrap_or(next)))
}

fn bare(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    year_first(tokens, at)
        .or_else(|| named_month_first(tokens, at))
        .or_else(|| named_day_first(tokens, at))
        .or_else(|| roman_month(tokens, at))
        .or_else(|| eastern_day(tokens, at))
        .or_else(|| numeric(tokens, at))
        .or_else(|| compact(tokens, at))
}

/// A weekday and the marks and small words after it: “Monday, the”, “Mo.,”, “lunedì (”.
fn weekday(tokens: &Tokens<'_>, at: usize) -> (u8, usize) {
    let time = tokens.time(at);
    let weekday = if time.weekday > 0 { time.weekday } else { time.short_weekday };
    if weekday == 0 || time.weekday == 0 && (time.month > 0 || tokens.eastern) {
        return (0, at);
    }
    let mut next = at + 1;
    for _ in 0..4 {
        let goes = tokens
            .get(next)
            .is_some_and(|mark| mark.gap <= Gap::Space && (mark.is_any(".,(（") || is_small(tokens, next)));
        if !goes {
            break;
        }
        next += 1;
    }
    (weekday, next)
}

/// “(Monday)”, “（月）”, “(水・祝)”, “(Fri.)” after a day, or a weekday that stands close to it.
pub(crate) fn weekday_after(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let mark = tokens.get(at).filter(|mark| mark.gap <= Gap::Space)?;
    let time = tokens.time(at);
    if mark.kind == Kind::Word && time.weekday > 0 && (mark.gap == Gap::None || tokens.eastern) {
        return Some((time.weekday, at + 1));
    }
    if !mark.is_any("(（[") {
        return None;
    }
    let time = tokens.time(at + 1);
    let weekday = if time.weekday > 0 { time.weekday } else { time.short_weekday };
    let close = (at + 2..at + 6).find(|at| tokens.get(*at).is_some_and(|mark| mark.is_any(")）]")))?;
    (weekday > 0).then_some((weekday, close + 1))
}

/// “May 18th, 2026”, “Sept. 1”, “May the 4th”.
fn named_month_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (month, mut next) = month_name(tokens, at)?;
    while tokens.get(next).is_some_and(|token| {
        token.gap <= Gap::Space && (token.is_any("-‐‑,") && token.width() <= 3 || is_small(tokens, next))
    }) && next < at + 4
    {
        next += 1;
    }
    if tokens.get(next).is_some_and(|token| token.gap > Gap::Space) {
        return None;
    }
    // “March, one of …” is a number of something.
    if tokens.get(next).is_some_and(|token| token.kind == Kind::Word) && tokens.time(next).ordinal == 0 {
        return None;
    }
    let (day, next) = day_number(tokens, next)?;
    // “May 12-week”, “June 10 weeks”, “May 1 – Aug” are left for others to see; “June 20 25” is a broken year.
    if is_counted(tokens, next) {
        return None;
    }
    if day == 20
        && year(tokens, next - 1).is_some()
        && tokens.get(next).is_some_and(|t| t.kind == Kind::Number && t.width() == 2)
    {
        return None;
    }
    let (year, after) = year_after(tokens, next);
    // “29 February 2027” is no day, with its year or without.
    Day::sure(year, month, day).map(|day| (day, after))
}

/// Whether a unit stands at a token or after a hyphen, so that the number before counts it.
pub(crate) fn is_counted(tokens: &Tokens<'_>, at: usize) -> bool {
    let hyphen = tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑"));
    let unit = at + usize::from(hyphen);
    let mut filled = unit;
    while filled < unit + 2 && tokens.is(filled, Class::FILL) && !is_small(tokens, filled) {
        filled += 1;
    }
    [unit, filled].into_iter().any(|at| {
        let eastern = tokens.is(at, Class::DAY_MARK.or(Class::MONTH_MARK).or(Class::YEAR_MARK));
        tokens.time(at).unit.is_some()
            && !eastern
            && tokens.time(at).weekday == 0
            && tokens.get(at).is_some_and(|unit| unit.gap <= Gap::Space && unit.width() > 1)
    })
}

/// “18 May 2026”, “16th Jun'24”, “1. Oktober”, “18 de mayo de 2026”, “18-May-26”, “first of June”.
fn named_day_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (day, next) = day_number(tokens, at)?;
    // “1. Jan 11 – projects”: a list's number, and a day after its month.
    let stop = tokens.get(at + 1).is_some_and(|mark| mark.is('.'))
        && tokens.get(at).is_some_and(|number| number.opens);
    let listed = tokens
        .get(at + 3)
        .is_some_and(|day| day.kind == Kind::Number && day.digits(tokens.text) <= 2 && day.gap == Gap::Space);
    if stop && listed {
        return None;
    }
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
    // “29 February 2027” is no day, with its year or without.
    Day::sure(year, month, day).map(|day| (day, after))
}

/// A day of the month, with its “th” or its full stop: “18”, “18th”, “1er”, “1.”, “primo”, “1 (um)”.
fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    if token.kind == Kind::Word {
        let time = tokens.time(at);
        let named = u32::from(time.ordinal);
        // “uno de julio”, “one May” is nothing.
        let counted = time
            .number
            .map(u32::from)
            .filter(|_| is_small(tokens, at + 1) && !tokens.is(at + 1, Class::IN) && token.width() > 1);
        let value = if named > 0 { named } else { counted? };
        return (1..=31).contains(&value).then_some((value, at + 1));
    }
    if token.kind != Kind::Number || token.digits(tokens.text) > 2 || !(1..=31).contains(&token.value) {
        return None;
    }
    if let Some(next) = ordinal_end(tokens, at + 1) {
        // A full stop is an ending before a name or a mark; a sentence may end with it too.
        return Some((
            token.value,
            if tokens.get(at + 1).is_some_and(|t| t.is('.')) && next == at + 2 { at + 1 } else { next },
        ));
    }
    let next = at + 1;
    let word = tokens.get(next).filter(|next| next.gap == Gap::None && next.kind == Kind::Word);
    if word.is_some_and(|word| {
        tokens.time(at + 1).month == 0
            && !word.is_capital()
            && !tokens.word(at + 1).starts_with(crate::words::fold::is_ideograph)
            && !tokens.is(at + 1, Class::JOINT)
    }) {
        // “18h”, “5pm”: not a day.
        return None;
    }
    match whole(tokens, at) {
        Some((value, next)) if value == token.value => Some((value, next)),
        _ => Some((token.value, next)),
    }
}

/// “June 31, 2026”, “30.02.2027”: written as a day, with a month that has no such day.
pub(crate) fn no_such_day(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (weekday, from) = weekday(tokens, at);
    let number =
        |at: usize| tokens.get(at).filter(|token| token.kind == Kind::Number).map(|token| token.value);
    let (month, day, next) = if let Some((month, next)) = month_name(tokens, from) {
        let (day, next) = day_number(tokens, next)?;
        (month, day, next)
    } else if let Some((day, next)) = day_number(tokens, from)
        && let Some((month, next)) = month_name(tokens, over(tokens, next, ".-/"))
    {
        (month, day, next)
    } else {
        let mark = tokens.get(from + 1).filter(|mark| mark.gap == Gap::None && mark.is_any("./-"))?;
        let same = tokens.get(from + 3).filter(|next| next.gap == Gap::None && next.value == mark.value);
        let year_last = tokens.get(from + 4).filter(|year| year.gap == Gap::None && year.width() == 4);
        same.and(year_last)?;
        // The day first with full stops; with the other marks either may be it.
        let (a, b) = (number(from)?, number(from + 2)?);
        if mark.is('.') || b <= 12 { (b, a, from + 3) } else { (a, b, from + 3) }
    };
    let (year, after) = year_after(tokens, next);
    let dated = (1..=12).contains(&month) && (29..=31).contains(&day) && !is_counted(tokens, next);
    let next = if year.is_some() { after } else { next };
    (dated && !is_day(year, month, day)).then(|| (Day { weekday, ..Day::written(year, month, day) }, next))
}

/// “15-XI-2026”, “1.IV.2027”.
fn roman_month(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let day = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() <= 2)?.value;
    let mark = |at: usize| tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-./"));
    let name = tokens.get(at + 2).filter(|name| name.gap == Gap::None && name.is_capital())?;
    let month = roman(tokens.slice(name.start, name.end))?;
    let (year, next) = year(tokens, at + 4).filter(|_| mark(at + 1) && mark(at + 3))?;
    Day::sure(Some(year), month, day).map(|day| (day, next))
}
