//! Spans of days and of months: two ends and what joins them.

use crate::items::calendar::{Day, Month, Order};
use crate::items::date::{day, is_counted};
use crate::items::month::{is_small, year};
use crate::items::number::ordinal_end;
use crate::items::part::years;
use crate::items::phase::{nth_in_month, phased};
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Tokens};

/// A recognised span of days or of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    Days(Day, Day),
    Months(Month, Month),
}

/// What joins the ends of a span at `at`: a dash, “to”, “through”, から, and “and” after “between”. The place of the
/// other end.
pub(crate) fn joint(tokens: &Tokens<'_>, at: usize, between: bool) -> Option<usize> {
    let mut next = at;
    let fits = |at: usize| tokens.get(at).is_some_and(|token| token.gap <= Gap::Space);
    // “(CET) –”, “, to”, 起至
    for _ in 0..2 {
        let comma = tokens.get(next).is_some_and(|mark| mark.is(','));
        let tail = tokens.is(next, Class::TAIL) && !tokens.is(next, Class::JOINT)
            || tokens.is(next, Class::APPROX) && tokens.eastern;
        if !(fits(next) && (comma || tail)) {
            break;
        }
        next += 1;
    }
    let is_joint = |at: usize| {
        tokens.get(at).is_some_and(|token| token.is_dash() && token.width() <= 6)
            || tokens.is(at, Class::JOINT) && tokens.time(at).month == 0
    };
    if !fits(next) {
        return None;
    }
    let and = tokens.is(next, Class::AND) || tokens.get(next).is_some_and(|mark| mark.is('&'));
    if is_joint(next) {
        next += 1;
    } else if and
        && (between || is_joint(next + 1) || is_joint(next + 2) && !tokens.is(next + 1, Class::SMALL))
    {
        // “from June 2 and run through August 8”
        next += 1;
    } else {
        return None;
    }
    // “->”, “to the 7th”, “bis zum”, “au”, “through Friday”, から～
    for _ in 0..5 {
        let goes = tokens.get(next).is_some_and(|token| {
            token.gap <= Gap::Space
                && (token.is('>')
                    || token.is_any("'’") && token.gap == Gap::None
                    || token.is_dash()
                    || is_joint(next)
                    || tokens.is(next, Class::APPROX.or(Class::BETWEEN))
                    || is_small(tokens, next) && tokens.time(next).ordinal == 0)
        });
        let phrase = is_joint(next + 1)
            && tokens
                .get(next)
                .is_some_and(|token| token.kind == Kind::Word && !token.opens && token.gap <= Gap::Space)
            && tokens.time(next).month == 0
            && tokens.time(next).phase.is_none()
            && tokens.time(next).weekday == 0;
        if !(goes || phrase && and) {
            break;
        }
        next += 1;
    }
    fits(next).then_some(next)
}

/// A span that begins at a token.
pub(crate) fn span(tokens: &Tokens<'_>, at: usize, between: bool) -> Option<(Span, usize)> {
    if let Some((first, next)) = day(tokens, at) {
        return from_day(tokens, first, next, between);
    }
    if let Some(found) = short_first(tokens, at, between) {
        return Some(found);
    }
    let (first, next) = month_like(tokens, at)?;
    let from = joint(tokens, next, between).or_else(|| neighbour(tokens, next, first))?;
    let marked = tokens.is(from, Class::NEXT_YEAR);
    let from = from + usize::from(marked);
    // The end may be a day: “June to August 8” is said in months all the same.
    let (mut last, mut end) = match day(tokens, from) {
        Some((last, end)) => (last.its_month(), end),
        None => month_like(tokens, from)?,
    };
    let mut first = first;
    // “November to February 2027/28”: the year of each end.
    if let (None, Some(year), Some(after)) = (first.year, last.year, years(tokens, end - 1))
        && first.month > last.month
        && after > end
    {
        (first.year, last.year, end) = (Some(year), Some(year + 1), after);
    }
    let later = |first: Month, last: Month| i32::from(first.month > last.month || marked);
    match (first.year, last.year) {
        (None, Some(year)) => first.year = Some(year - later(first, last)),
        (Some(year), None) => last.year = Some(year + later(first, last)),
        _ => {}
    }
    if is_reversed(first.year.zip(last.year), (first.month, 0), (last.month, 0)) {
        return None;
    }
    Some((Span::Months(first, last), end))
}

/// A month, its phase, or a week of it.
fn month_like(tokens: &Tokens<'_>, at: usize) -> Option<(Month, usize)> {
    let week = nth_in_month(tokens, at).and_then(|(found, next)| Some((found.err()?, next)));
    week.or_else(|| phased(tokens, at))
}

/// “July and August”: the month after the first, which makes a span with it.
fn neighbour(tokens: &Tokens<'_>, at: usize, first: Month) -> Option<usize> {
    let and = tokens.is(at, Class::AND) || tokens.get(at).is_some_and(|mark| mark.is('&'));
    let near = tokens.get(at + 1).is_some_and(|token| token.gap <= Gap::Space);
    if !(near && and) || first.phase.is_some() || first.year.is_some() || day(tokens, at + 1).is_some() {
        return None;
    }
    let (second, next) = phased(tokens, at + 1)?;
    let follows = second.month == first.month % 12 + 1 && second.phase.is_none();
    // “May/June – August”, “May and June 15”, “May, June and July” are others.
    let goes_on = joint(tokens, next, false).is_some()
        || at.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|mark| mark.is_any(",、"));
    (follows && !goes_on).then_some(at + 1)
}

/// A day whose numbers can be read either way, after the number of an earlier day: “8 a 10/2” is in February.
fn first_read(last: Day, number: u32) -> Day {
    if last.order == Order::Open && number < last.month {
        return Day { order: Order::Sure, ..last.swapped() };
    }
    last
}

/// Whether two ends with their years stand in the wrong order.
fn is_reversed(years: Option<(i32, i32)>, first: (u32, u32), last: (u32, u32)) -> bool {
    years.is_some_and(|(a, b)| (a, first) > (b, last))
}

fn from_day(tokens: &Tokens<'_>, first: Day, next: usize, between: bool) -> Option<(Span, usize)> {
    // “12 et 13 mai” and 6月27、28日 are two days in a row.
    // “2027-01-11/2027-04-30”
    let slash = tokens.get(next).is_some_and(|mark| mark.is('/') && mark.gap == Gap::None)
        && tokens
            .get(next + 1)
            .is_some_and(|year| year.kind == Kind::Number && year.width() == 4 && year.gap == Gap::None);
    let from = joint(tokens, next, between).or_else(|| slash.then_some(next + 1))?;
    let marked = tokens.is(from, Class::NEXT_YEAR);
    let from = from + usize::from(marked);
    if let Some((last, end)) = day(tokens, from) {
        let last = if marked && last.year.is_none() {
            Day { year: first.year.map(|year| year + 1), ..last }
        } else {
            last
        };
        return Some((Span::Days(with_year(first, last), with_last_year(first, last)), end));
    }
    // “1. September bis Ende Februar”
    if let Some((last, end)) = month_like(tokens, from) {
        let last = last.last_day()?;
        return Some((Span::Days(with_year(first, last), with_last_year(first, last)), end));
    }
    // “May 18 – 22, 2026”, “6월 1일 ~ 30일”
    let (number, mut end) = short(tokens, from)?;
    if number <= first.day || is_counted(tokens, from + 1) || first.order != Order::Sure {
        return None;
    }
    let mut last = Day { day: number, weekday: 0, ..first };
    let mark = usize::from(tokens.get(end).is_some_and(|mark| mark.is_any(",.")));
    if let Some((year, after)) = year(tokens, end + mark).filter(|_| first.year.is_none()) {
        last.year = Some(year);
        end = after;
    }
    last.date()?;
    Some((Span::Days(Day { year: last.year, ..first }, last), end))
}

/// A day of the month alone, with its ending or its mark.
fn short(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let number = tokens.get(at).filter(|token| {
        token.kind == Kind::Number && token.digits(tokens.text) <= 2 && (1..=31).contains(&token.value)
    })?;
    let next = at + 1;
    if tokens.is(next, Class::DAY_MARK) {
        return Some((
            number.value,
            crate::items::date::weekday_after(tokens, next + 1).map_or(next + 1, |(_, after)| after),
        ));
    }
    let colon = tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(":/%"));
    let glued = tokens
        .get(next)
        .is_some_and(|word| word.gap == Gap::None && word.kind == Kind::Word && !word.is_capital());
    match ordinal_end(tokens, next) {
        Some(end) if !tokens.get(next).is_some_and(|mark| mark.is('.')) => Some((number.value, end)),
        _ if colon || glued && !tokens.is(next, Class::TAIL.or(Class::JOINT)) => None,
        _ => Some((number.value, next)),
    }
}

/// “18 – 22 May 2026”, “1. bis 31. März”, “du 1er au 30 juin”, “28 a 30/06”, 6-9月.
fn short_first(tokens: &Tokens<'_>, at: usize, between: bool) -> Option<(Span, usize)> {
    let number =
        tokens.get(at).filter(|token| token.kind == Kind::Number && token.digits(tokens.text) <= 2)?.value;
    let tail = tokens.get(at).is_some_and(|token| token.gap == Gap::None)
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|mark| mark.is_any(".:/-,"));
    if tail {
        return None;
    }
    let next = ordinal_end(tokens, at + 1).unwrap_or(at + 1);
    // Two days in a row: “12 et 13 mai”.
    let listed = tokens.is(next, Class::AND) || tokens.get(next).is_some_and(|mark| mark.is_any("&、"));
    let from = joint(tokens, next, between).or_else(|| listed.then_some(next + 1))?;
    if let Some((last, end)) = day(tokens, from)
        && let last = first_read(last, number)
        && (1..=31).contains(&number)
        && last.order != Order::Open
        && number < last.day
        && (!listed || between || number + 1 == last.day)
        && tokens.get(from).is_some_and(|token| token.kind == Kind::Number && token.digits(tokens.text) <= 2)
    {
        let first = Day { day: number, weekday: 0, ..last };
        return first.date().map(|_| (Span::Days(first, last), end));
    }
    // 6-9月
    if listed {
        return None;
    }
    let (last, end) = phased(tokens, from)?;
    let eastern = tokens.get(from).is_some_and(|token| token.kind == Kind::Number) && last.year.is_none();
    let first = Month::new(None, number);
    ((1..=12).contains(&number) && eastern).then_some((Span::Months(first, last), end))
}

/// The first day, with the year that its last day tells: the one before where it crosses New Year.
fn with_year(first: Day, last: Day) -> Day {
    match (first.year, last.year) {
        (None, Some(year)) => Day { year: Some(year - crosses(first, last)), ..first },
        _ => first,
    }
}

fn with_last_year(first: Day, last: Day) -> Day {
    match (first.year, last.year) {
        (Some(year), None) => Day { year: Some(year + crosses(first, last)), ..last },
        _ => last,
    }
}

/// How many New Years lie between two days. Two days of one month in the wrong order are a slip and no year apart.
fn crosses(first: Day, last: Day) -> i32 {
    i32::from(first.month > last.month)
}
