//! Days in numbers alone: “5/27/24”, “27.05.2024”, “2026-05-18”.

use crate::items::calendar::{Day, Order, is_day};
use crate::items::month::{YEARS, goes_on, is_number};
use crate::words::token::{Gap, Kind, Tokens};

/// “2026-05-18”, “2026/5/18”, “2026.05.18”.
pub(crate) fn year_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let head = tokens
        .get(at)
        .filter(|token| token.kind == Kind::Number && matches!(token.digits(tokens.text), 3 | 4))?;
    let mark = tokens
        .get(at + 1)
        .filter(|mark| mark.gap == Gap::None && mark.is_any("-/.‐‑") && mark.width() <= 3)?;
    let month = tokens.get(at + 2).filter(|token| {
        token.gap == Gap::None && token.kind == Kind::Number && token.digits(tokens.text) <= 2
    })?;
    tokens
        .get(at + 3)
        .filter(|next| next.gap == Gap::None && next.value == mark.value && next.kind == Kind::Mark)?;
    let day = tokens.get(at + 4).filter(|token| {
        token.gap == Gap::None && token.kind == Kind::Number && token.digits(tokens.text) <= 2
    })?;
    // “115/11/02” is of the Republic of China.
    let republic = if head.digits(tokens.text) == 3 && (100..160).contains(&head.value) && tokens.eastern {
        1911
    } else {
        0
    };
    let year = i32::try_from(head.value).ok().map(|year| year + republic);
    let year = year.filter(|year| (1950..2100).contains(year));
    year?;
    let day = Day::sure(year, month.value, day.value)?;
    let mut next = at + 5;
    // “2027.1.4.~2028.1.3.”
    if tokens.eastern
        && mark.is('.')
        && tokens.get(next).is_some_and(|stop| stop.is('.') && stop.gap == Gap::None && stop.width() == 1)
    {
        return Some((day, next + 1));
    }
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
    let first =
        tokens.get(at).filter(|token| token.kind == Kind::Number && token.digits(tokens.text) <= 2)?;
    let mark = tokens.get(at + 1).filter(|mark| mark.width() <= 3 && mark.is_any("/.-‐‑"))?;
    // “24/7” is no day of July.
    let always =
        first.value == 24 && tokens.get(at + 2).is_some_and(|week| week.value == 7 && week.width() == 1);
    if goes_on(tokens, at, mark) || always && !tokens.get(at + 3).is_some_and(|mark| mark.is('/')) {
        return None;
    }
    let close = mark.gap == Gap::None;
    let second =
        tokens.get(at + 2).filter(|token| token.kind == Kind::Number && token.digits(tokens.text) <= 2)?;
    if !close && !mark.is('.') || second.gap > Gap::Space || (second.gap == Gap::Space && !mark.is('.')) {
        return spaced(tokens, at);
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
        4 => i32::try_from(third.value).ok().filter(|year| (1900..2100).contains(year)),
        2 if third.gap == Gap::None => i32::try_from(third.value).ok().map(|year| year + 2000),
        _ => None,
    });
    let next = match (year, again, mark.is('.')) {
        (Some(_), ..) => at + 5,
        (None, Some(_), true) => at + 4,
        // “08-24”, where months stand first
        (None, None, false)
            if tokens.eastern && mark.is('-') && first.width() == 2 && second.width() == 2 =>
        {
            at + 3
        }
        // “01.10” alone is a number or a time; “6/2” may be a day of someone's span.
        (None, None, false) if mark.is('/') => at + 3,
        _ => return None,
    };
    if tokens.get(next).is_some_and(|t| t.gap == Gap::None && (t.kind == Kind::Number || t.is_any("/%"))) {
        return None;
    }
    // “5/18, 2026”
    let (year, next) = match (year, mark.is('/')) {
        (None, true) if tokens.get(next).is_some_and(|comma| comma.is(',')) => {
            let found = crate::items::month::year(tokens, next + 1).filter(|(year, _)| YEARS.contains(year));
            found.map_or((None, next), |(year, after)| (Some(year), after))
        }
        _ => (year, next),
    };
    let (a, b) = (first.value, second.value);
    let month_first = is_day(year, a, b);
    let day_first = is_day(year, b, a);
    // With full stops the day is first, unless it can't be.
    if mark.is('.') && day_first {
        return Day::sure(year, b, a).map(|day| (day, next));
    }
    if tokens.eastern && month_first {
        return Day::sure(year, a, b).map(|day| (day, next));
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

/// “26 / 04 / 2027”, with a year of four digits.
fn spaced(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let number = |at: usize, most: u32| {
        tokens
            .get(at)
            .filter(|token| token.kind == Kind::Number && token.width() <= most && token.gap <= Gap::Space)
    };
    let slash = |at: usize| tokens.get(at).is_some_and(|mark| mark.is('/') && mark.width() == 1);
    let (a, b) = (tokens.get(at)?.value, number(at + 2, 2)?.value);
    let year = number(at + 4, 4)
        .and_then(|year| i32::try_from(year.value).ok())
        .filter(|year| YEARS.contains(year))?;
    if !(slash(at + 1) && slash(at + 3)) {
        return None;
    }
    let (month, day, order) = match (is_day(Some(year), a, b), is_day(Some(year), b, a)) {
        (true, true) if a == b => (a, b, Order::Sure),
        (true, true) => (a, b, Order::Open),
        (true, false) => (a, b, Order::MonthFirst),
        (false, true) => (b, a, Order::DayFirst),
        (false, false) => return None,
    };
    Some((Day { order, ..Day::written(Some(year), month, day) }, at + 5))
}

/// “20260311”: eight digits alone.
pub(crate) fn compact(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() == 8)?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let glued = |token: &crate::words::token::Token| token.gap == Gap::None && !token.is_any(",.;)）。，");
    if token.gap == Gap::None && before.is_some_and(|before| !before.is_any(":：(（"))
        || before.is_some_and(|before| before.is_any("#+"))
        || tokens.get(at + 1).is_some_and(glued)
    {
        return None;
    }
    let year = i32::try_from(token.value / 10_000).ok().filter(|year| (2015..2040).contains(year))?;
    Day::sure(Some(year), token.value / 100 % 100, token.value % 100).map(|day| (day, at + 1))
}
