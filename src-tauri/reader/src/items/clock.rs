//! Times of day. They decide nothing, but stand beside days and in schedules.

use crate::items::month::is_small;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Tokens};

fn close(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap <= Gap::Space)
}

/// A time that can't be anything else, and the place after: “9:30”, “5 p.m. ET”, “noon”, “12 Uhr”, “7h30”, 午後5時.
pub(crate) fn clock(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    written(tokens, at).filter(|(_, sure)| *sure).map(|(next, _)| next)
}

/// A time, and whether it can't be a duration: “13h” may be one.
fn written(tokens: &Tokens<'_>, at: usize) -> Option<(usize, bool)> {
    let token = tokens.get(at)?;
    if tokens.is(at, Class::NOON) {
        return Some((zone(tokens, at + 1), true));
    }
    if tokens.is(at, Class::AM) && token.kind == Kind::Word {
        let (next, _) = written(tokens, at + 1).filter(|_| {
            close(tokens, at + 1) && tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number)
        })?;
        return Some((next, true));
    }
    // “ore 13”, “alle 9”
    if tokens.is(at, Class::AT_HOUR)
        && tokens
            .get(at + 1)
            .is_some_and(|hour| hour.kind == Kind::Number && hour.gap == Gap::Space && hour.value <= 24)
    {
        let plain = tokens.time(at + 2).unit.is_none()
            && !tokens.get(at + 2).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("/%"));
        let (next, _) = written(tokens, at + 1)
            .or_else(|| plain.then(|| bare_hour(tokens, at + 1)).flatten().map(|next| (next, true)))?;
        return Some((next, true));
    }
    if token.kind != Kind::Number && tokens.time(at).number.is_none() {
        return None;
    }
    let hour = if token.kind == Kind::Number { token.value } else { u32::from(tokens.time(at).number?) };
    if hour > 24 || token.digits(tokens.text) > 2 && token.kind == Kind::Number {
        return None;
    }
    // “13 h 30”
    let letter = tokens.get(at + 1).is_some_and(|letter| letter.kind == Kind::Word && letter.width() == 1);
    let minutes = |at: usize| {
        tokens.get(at).is_some_and(|minute| {
            (minute.gap == Gap::None || letter && minute.gap == Gap::Space)
                && minute.kind == Kind::Number
                && minute.digits(tokens.text) == 2
                && minute.value < 60
        })
    };
    let colon = |at: usize| {
        tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(":：") && mark.width() <= 3)
    };
    if colon(at + 1) && minutes(at + 2) {
        let mut next = at + 3;
        if colon(next) && minutes(next + 1) {
            next += 2;
        }
        next = half_of_day(tokens, next).unwrap_or(next);
        return Some((zone(tokens, o_clock(tokens, next).unwrap_or(next)), true));
    }
    // “7.30 Uhr”
    if tokens.get(at + 1).is_some_and(|mark| mark.gap == Gap::None && mark.is('.')) && minutes(at + 2) {
        let next = at + 3;
        let end = half_of_day(tokens, next).or_else(|| o_clock(tokens, next))?;
        return Some((zone(tokens, end), true));
    }
    if let Some(next) = half_of_day(tokens, at + 1) {
        return Some((zone(tokens, next), true));
    }
    let next = o_clock(tokens, at + 1)?;
    // “7h30”, 9時30分
    if minutes(next) {
        let next = next + 1;
        let unit = tokens.get(next).is_some_and(|token| token.gap == Gap::None && token.kind == Kind::Word)
            && tokens.time(next).unit.is_some();
        return Some((zone(tokens, next + usize::from(unit)), true));
    }
    let counts = tokens.time(at + 1).unit.is_some();
    let near = counts.then(|| tokens.is(next, Class::NOON) && close(tokens, next));
    Some((zone(tokens, next + usize::from(near == Some(true))), !counts || near == Some(true)))
}

/// The place after “am”, “p.m.”.
fn half_of_day(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !close(tokens, at) {
        return None;
    }
    if tokens.is(at, Class::AM) && tokens.word(at).is_ascii() {
        return Some(at + 1);
    }
    let stop = |at: usize| tokens.get(at).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None);
    let letters = ["a", "p"].iter().any(|letter| tokens.word(at).eq_ignore_ascii_case(letter))
        && stop(at + 1)
        && tokens.word(at + 2).eq_ignore_ascii_case("m");
    letters.then(|| at + 3 + usize::from(stop(at + 3)))
}

fn o_clock(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    (tokens.is(at, Class::O_CLOCK) && close(tokens, at)).then_some(at + 1)
}

/// The place after a time zone, in brackets or not.
fn zone(tokens: &Tokens<'_>, at: usize) -> usize {
    let bracket = usize::from(tokens.get(at).is_some_and(|mark| mark.is_any("(（")));
    let mut next = at + bracket;
    while next < at + 4 && tokens.is(next, Class::ZONE) && close(tokens, next) {
        next += 1;
    }
    if next == at + bracket {
        return if tokens.is(at, Class::NOON) && close(tokens, at) { at + 1 } else { at };
    }
    if bracket == 0 {
        return next;
    }
    if tokens.get(next).is_some_and(|mark| mark.is_any(")）")) { next + 1 } else { at }
}

/// The place after a time of day that follows a day: “, 23:59”, “at 5 p.m. ET”, “um 12 Uhr”, 午後5時.
pub(crate) fn clock_after(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    for next in at..at + 3 {
        if !close(tokens, next) {
            return None;
        }
        // A day's number is no hour: “18:00” and “9 a.m.” are.
        if let Some((end, sure)) = written(tokens, next)
            && (sure || next > at || tokens.eastern)
        {
            return Some(range_end(tokens, end, !sure).unwrap_or(end));
        }
        // “von 16 bis 17 Uhr”
        if next > at
            && let Some(end) = clocks(tokens, next)
        {
            return Some(end);
        }
        // “(1700 hrs)”
        if tokens.get(next).is_some_and(|mark| mark.is('('))
            && tokens.get(next + 1).is_some_and(|hour| hour.kind == Kind::Number && hour.width() == 4)
            && tokens.is(next + 2, Class::O_CLOCK)
            && tokens.get(next + 3).is_some_and(|mark| mark.is(')'))
        {
            return Some(next + 4);
        }
        let until = tokens.is(next, Class::JOINT) && clock(tokens, next + 1).is_some();
        let goes = until
            || is_small(tokens, next)
            || tokens.is(next, Class::NAMING)
            || tokens.get(next).is_some_and(|mark| mark.is_any(",，、(") && mark.gap <= Gap::Space);
        if !goes || tokens.is(next, Class::JOINT) && !tokens.is(next, Class::SMALL) && !until {
            return None;
        }
    }
    None
}

/// The end of “9:00–17:00” from its first end on: the place after the second time.
fn range_end(tokens: &Tokens<'_>, at: usize, weak: bool) -> Option<usize> {
    let next = dash(tokens, at)?;
    // “18:00–7月3日”: the other end is a day.
    let (end, sure) = written(tokens, next)?;
    (sure || weak).then_some(end)
}

fn dash(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.gap <= Gap::Space)?;
    let joins = token.is_dash() || tokens.is(at, Class::JOINT.or(Class::AND).or(Class::OR)) || token.is('/');
    let mut next = at + 1;
    while joins && next < at + 3 && is_small(tokens, next) {
        next += 1;
    }
    joins.then_some(next)
}

/// Times of day, from one to the next: “9:00–17:00”, “9 to 5 pm”, “14 und 22 Uhr”, “5 p.m.”; the place after.
pub(crate) fn clocks(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let first = written(tokens, at);
    let start = first.map(|(next, _)| next).or_else(|| {
        // “9.30–17 Uhr”
        bare_hour(tokens, at)
    });
    let second = start
        .and_then(|start| dash(tokens, start))
        .and_then(|next| written(tokens, next))
        .filter(|(_, sure)| *sure || first.is_some());
    // “10 to 3 Pacific”
    let zoned = || {
        let end = bare_hour(tokens, dash(tokens, start?)?)?;
        (tokens.is(end, Class::ZONE) && close(tokens, end)).then_some((end + 1, true))
    };
    let second = second.or_else(zoned);
    let mut end = match (first, second) {
        (_, Some((end, _))) => end,
        (Some((end, true)), None) => end,
        _ => return None,
    };
    // “9–12 und 13–17 Uhr”, “5h-13h ou 13h-21h”
    for _ in 0..2 {
        let more = tokens.is(end, Class::AND.or(Class::OR))
            || tokens.get(end).is_some_and(|mark| mark.gap <= Gap::Space && mark.is_any(",/、"));
        let next = end + 1;
        let Some((middle, _)) = written(tokens, next).filter(|_| more && close(tokens, next)) else { break };
        let Some((last, _)) = dash(tokens, middle).and_then(|next| written(tokens, next)) else { break };
        end = last;
    }
    Some(end)
}

/// “9”, “9.30”: an hour that only what stands beside makes one.
fn bare_hour(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    tokens
        .get(at)
        .filter(|token| token.kind == Kind::Number && token.value <= 24 && token.digits(tokens.text) <= 2)?;
    let part = tokens.get(at + 1).is_some_and(|mark| mark.gap == Gap::None && mark.is('.'))
        && tokens.get(at + 2).is_some_and(|minute| {
            minute.gap == Gap::None && minute.width() == 2 && minute.value < 60 && minute.kind == Kind::Number
        });
    Some(if part { at + 3 } else { at + 1 })
}
