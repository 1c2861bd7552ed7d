//! Days in numbers alone: “5/27/24”, “27.05.2024”, “2026-05-18”.

use crate::items::calendar::{Day, Order, is_day};
use crate::items::month::{goes_on, is_number};
use crate::words::token::{Gap, Kind, Tokens};

/// “2026-05-18”, “2026/5/18”, “2026.05.18”.
pub(crate) fn year_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let head = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() == 4)?;
    let mark = tokens
        .get(at + 1)
        .filter(|mark| mark.gap == Gap::None && mark.is_any("-/.‐‑") && mark.width() <= 3)?;
    let month = tokens
        .get(at + 2)
        .filter(|token| token.gap == Gap::None && token.kind == Kind::Number && token.width() <= 2)?;
    tokens
        .get(at + 3)
        .filter(|next| next.gap == Gap::None && next.value == mark.value && next.kind == Kind::Mark)?;
    let day = tokens
        .get(at + 4)
        .filter(|token| token.gap == Gap::None && token.kind == Kind::Number && token.width() <= 2)?;
    let year = i32::try_from(head.value).ok().filter(|year| (1950..2100).contains(year));
    year?;
    let day = Day::sure(year, month.value, day.value)?;
    let mut next = at + 5;
    // “2026-05-18T23:59:59+01:00”, “2026-05-18 00:00:00 +0100”: the time of day is part of what was written.
    if tokens.get(next).is_some_and(|t| t.gap == Gap::None) && matches!(tokens.word(next), "T" | "t") {
        next += 1;
    }
    if is_number(tokens, next)
        && tokens.get(next + 1).is_some_and(|mark| mark.is(':'))
        && is_number(tokens, next + 2)
    {
        next += 3;
        if tokens.get(next).is_some_and(|mark| mark.is(':')) && is_number(tokens, next + 1) {
            next += 2;
        }
    } else {
        next = at + 5;
    }
    Some((day, next))
}

/// “5/27/24”, “27.05.2024”, “1-6-2026”; without a year only with a slash or two full stops.
pub(crate) fn numeric(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() <= 2)?;
    let mark = tokens.get(at + 1).filter(|mark| mark.width() <= 3 && mark.is_any("/.-‐‑"))?;
    if goes_on(tokens, at, mark) {
        return None;
    }
    let close = mark.gap == Gap::None;
    let second = tokens.get(at + 2).filter(|token| token.kind == Kind::Number && token.width() <= 2)?;
    if !close && !mark.is('.') || second.gap > Gap::Space || (second.gap == Gap::Space && !mark.is('.')) {
        return None;
    }
    let again = tokens.get(at + 3).filter(|next| {
        next.gap == Gap::None
            && next.kind == Kind::Mark
            && next.value == mark.value
            && next.width() == mark.width()
    });
    let third = tokens.get(at + 4).filter(|token| {
        token.kind == Kind::Number
            && (token.gap == Gap::None || mark.is('.') && token.gap == Gap::Space && token.width() == 4)
    });
    let year = again.and(third).and_then(|third| match third.width() {
        4 => i32::try_from(third.value).ok().filter(|year| (2000..2100).contains(year)),
        2 if third.gap == Gap::None => i32::try_from(third.value).ok().map(|year| year + 2000),
        _ => None,
    });
    let next = match (year, again, mark.is('.')) {
        (Some(_), ..) => at + 5,
        (None, Some(_), true) => at + 4,
        // “01.10” alone is a number or a time; “6/2” may be a day of someone's span.
        (None, None, false) if mark.is('/') => at + 3,
        _ => return None,
    };
    if tokens.get(next).is_some_and(|t| t.gap == Gap::None && (t.kind == Kind::Number || t.is_any("/%"))) {
        return None;
    }
    let (a, b) = (first.value, second.value);
    let month_first = is_day(year, a, b);
    let day_first = is_day(year, b, a);
    // With full stops the day is first, unless it can't be.
    if mark.is('.') && day_first {
        return Day::sure(year, b, a).map(|day| (day, next));
    }
    let (month, day, order) = match (month_first, day_first) {
        (true, true) if a == b => (a, b, Order::Sure),
        (true, true) => (a, b, Order::Open),
        (true, false) => (a, b, Order::MonthFirst),
        (false, true) => (b, a, Order::DayFirst),
        (false, false) => return None,
    };
    Some((Day { year, month, day, weekday: 0, vague: false, order }, next))
}
