//! Spans of days and of months: two ends and what joins them.

use crate::items::calendar::{Day, Month, Order};
use crate::items::date::day;
use crate::items::month::{month, year};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Tokens};

/// A recognised span of days or of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    Days(Day, Day),
    Months(Month, Month),
}

/// What joins the ends of a span at `at`: a dash, “to”, “through”, and “and” after “between”.
fn joint(tokens: &Tokens<'_>, at: usize, between: bool) -> Option<usize> {
    let mut next = at;
    // “(CET) –”, “, to”
    if tokens.get(next).is_some_and(|mark| mark.is(',')) {
        next += 1;
    }
    let token = tokens.get(next).filter(|token| !token.opens)?;
    let cues = tokens.sense(next).cues | tokens.sense(next).foreign;
    if token.is_dash()
        || cues.has(Cues::UNTIL)
        || (between && cues.has(Cues::AND))
        || tokens.word(next) == "a"
    {
        next += 1;
    } else if cues.has(Cues::AND) && (cues_after(tokens, next + 1)) {
        // “from June 2 and run through August 8”
        next += 1;
    } else {
        return None;
    }
    // “to the 7th”, “bis zum”, “au”, “through Friday”, “– (”
    for _ in 0..3 {
        let Some(token) = tokens.get(next).filter(|token| token.kind != Kind::Number) else { break };
        let word = if token.kind == Kind::Word { tokens.word(next) } else { "" };
        let filler = matches!(
            word,
            "the"
                | "zum"
                | "den"
                | "dem"
                | "le"
                | "el"
                | "o"
                | "il"
                | "end"
                | "of"
                | "late"
                | "early"
                | "mid"
                | "approximately"
                | "around"
                | "about"
                | "Ende"
                | "Anfang"
                | "Mitte"
                | "fin"
                | "début"
                | "mi"
                | "finales"
                | "fines"
                | "principios"
                | "mediados"
                | "de"
                | "in"
                | "eind"
                | "begin"
                | "half"
                | "final"
                | "início"
                | "meados"
                | "Late"
                | "Early"
                | "Mid"
                | "End"
                | "beginning"
                | "at"
                | "least"
        );
        let hyphen = token.is_any("-‐‑") && token.gap == Gap::None;
        let until = tokens.sense(next).cues.has(Cues::UNTIL | Cues::PHASE | Cues::APPROX);
        if !(filler || hyphen || until) {
            break;
        }
        next += 1;
    }
    Some(next)
}

fn cues_after(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.sense(at).cues.has(Cues::UNTIL)
}

/// A span that begins at a token, with the day, if one, that begins there.
pub(crate) fn span(
    tokens: &Tokens<'_>,
    at: usize,
    between: bool,
    begins: Option<(Day, usize)>,
) -> Option<(Span, usize)> {
    if let Some((first, next)) = begins {
        let from = joint(tokens, next, between)?;
        if let Some((last, end)) = day(tokens, from) {
            return Some((Span::Days(with_year(first, last), with_last_year(first, last)), end));
        }
        // “May 18 – 22, 2026”
        let number = tokens.get(from).filter(|token| token.kind == Kind::Number && token.width() <= 2)?;
        let later = number.value > first.day && number.value <= 31;
        let counts = tokens.sense(from + 1).cues.has(Cues::UNIT | Cues::HOURUNIT);
        if !later || counts || first.order != Order::Sure {
            return None;
        }
        let mut end = from + 1;
        if matches!(tokens.word(end), "st" | "nd" | "rd" | "th" | "日" | "号") {
            end += 1;
        }
        let mut last = Day { day: number.value, weekday: 0, ..first };
        let mark = usize::from(tokens.get(end).is_some_and(|mark| mark.is(',')));
        if let Some((year, after)) = year(tokens, end + mark).filter(|_| first.year.is_none()) {
            last.year = Some(year);
            end = after;
        }
        chrono::NaiveDate::from_ymd_opt(last.year.unwrap_or(2000), last.month, last.day)?;
        return Some((Span::Days(Day { year: last.year, ..first }, last), end));
    }
    // “18 – 22 May 2026”, “1. bis 31. März”, “du 1er au 30 juin”
    if let Some(number) = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() <= 2) {
        let mut next = at + 1;
        if tokens.get(next).is_some_and(|t| t.gap == Gap::None && t.width() <= 2 && !t.is_dash()) {
            next += 1;
        }
        if let Some(from) = joint(tokens, next, between)
            && (1..=31).contains(&number.value)
            && let Some((last, end)) = day(tokens, from)
            && last.order == Order::Sure
            && number.value < last.day
            && tokens.get(from).is_some_and(|token| token.kind == Kind::Number && token.width() <= 2)
        {
            return Some((Span::Days(Day { day: number.value, weekday: 0, ..last }, last), end));
        }
    }
    let (first, next) = month(tokens, at)?;
    let from = joint(tokens, next, between)?;
    // The end may be a day: “June to August 8” is said in months all the same.
    let (last, end) = match day(tokens, from) {
        Some((last, end)) => (last.its_month(), end),
        None => month(tokens, from)?,
    };
    let (first, last) = match (first.year, last.year) {
        (None, Some(year)) => {
            (Month { year: Some(year - i32::from(first.month > last.month)), ..first }, last)
        }
        (Some(year), None) => {
            (first, Month { year: Some(year + i32::from(first.month > last.month)), ..last })
        }
        _ => (first, last),
    };
    Some((Span::Months(first, last), end))
}

/// The first day, with the year that its last day tells: the one before where it crosses New Year.
fn with_year(first: Day, last: Day) -> Day {
    match (first.year, last.year) {
        (None, Some(year)) => {
            Day { year: Some(year - i32::from((first.month, first.day) > (last.month, last.day))), ..first }
        }
        _ => first,
    }
}

fn with_last_year(first: Day, last: Day) -> Day {
    match (first.year, last.year) {
        (Some(year), None) => {
            Day { year: Some(year + i32::from((first.month, first.day) > (last.month, last.day))), ..last }
        }
        _ => last,
    }
}
