//! Parts of a month: “early June”, “Mitte Juli”, 6月上旬, “second half of May”, “3rd week of August”, “first Monday
//! in May”.

use startline_engine::MonthPhase;

use crate::items::calendar::{Day, Month};
use crate::items::date::day;
use crate::items::month::{is_small, month};
use crate::items::number::{ordinal, whole};
use crate::words::time::{Class, LAST, Unit};
use crate::words::token::{Gap, Tokens};

/// A month with its phase before it or after, that begins at a token.
pub(crate) fn phased(tokens: &Tokens<'_>, at: usize) -> Option<(Month, usize)> {
    if let Some((phase, next)) = phase_before(tokens, at) {
        // “beginning June 8” is a verb and a day.
        if day(tokens, next).is_some() {
            return None;
        }
        let (month, next) = month(tokens, next)?;
        let (own, after) = phase_after(tokens, next).unwrap_or((phase, next));
        return Some((Month { phase: Some(own), ..month }, after));
    }
    let (month, next) = month(tokens, at)?;
    match phase_after(tokens, next) {
        Some((phase, after)) => Some((Month { phase: Some(phase), ..month }, after)),
        // “7월 중”
        None => {
            let during = tokens.eastern && tokens.is(next, Class::TAIL) && !tokens.is(next, Class::JOINT);
            let near = tokens.get(next).is_some_and(|token| token.gap <= Gap::Space);
            Some((month, next + usize::from(during && near)))
        }
    }
}

/// A phase and the small words after it, before a month's name or a year.
pub(crate) fn phase_before(tokens: &Tokens<'_>, at: usize) -> Option<(MonthPhase, usize)> {
    let (mut phase, mut next) = phase(tokens, at)?;
    // “early to mid June”, “Mitte/Ende Mai”, “mid-to-late August”
    let joint = |at: usize| {
        tokens.is(at, Class::JOINT.or(Class::AND).or(Class::OR))
            || tokens.get(at).is_some_and(|mark| mark.is('/') || mark.is_dash())
    };
    let mut second = next;
    while second < next + 3 && joint(second) {
        second += 1;
    }
    let needs_of = tokens.is(at, Class::NEEDS_OF);
    if second > next
        && !needs_of
        && let Some((other, after)) = phase_word(tokens, second)
    {
        phase = if other == MonthPhase::Late { phase } else { other };
        next = after;
    }
    let start = next;
    while next < start + 4
        && tokens.get(next).is_some_and(|token| {
            token.gap <= Gap::Space
                && (is_small(tokens, next) && !tokens.is(next, Class::IN) || token.is_any("-‐‑'’"))
        })
    {
        next += 1;
    }
    // “beginning June 2027” says when, “beginning of June” which part.
    let of = next > start && is_small(tokens, next - 1);
    (!needs_of || of).then_some((phase, next))
}

fn phase_word(tokens: &Tokens<'_>, at: usize) -> Option<(MonthPhase, usize)> {
    let stop = tokens.get(at + 1).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None);
    tokens.time(at).phase.map(|phase| (phase, at + 1 + usize::from(stop)))
}

fn phase(tokens: &Tokens<'_>, at: usize) -> Option<(MonthPhase, usize)> {
    if let Some(found) = phase_word(tokens, at) {
        return Some(found);
    }
    // “second half of”, “première quinzaine de”, “prima decade di”
    let (number, next) = ordinal(tokens, at)?;
    let found = if tokens.is(next, Class::HALF_MONTH.or(Class::HALF)) {
        if number == 1 { MonthPhase::Early } else { MonthPhase::Late }
    } else if tokens.is(next, Class::DECADE) {
        match number {
            1 => MonthPhase::Early,
            2 => MonthPhase::Mid,
            _ => MonthPhase::Late,
        }
    } else {
        return None;
    };
    Some((found, next + 1))
}

/// 6月上旬, “7월 초”.
fn phase_after(tokens: &Tokens<'_>, at: usize) -> Option<(MonthPhase, usize)> {
    let token = tokens.get(at).filter(|token| token.gap <= Gap::Space)?;
    let mut at = at;
    let wide = |at: usize| !tokens.word(at).is_ascii();
    if token.gap == Gap::None && is_small(tokens, at) && wide(at) {
        at += 1;
    }
    let found = tokens.time(at).phase.filter(|_| wide(at) && tokens.eastern)?;
    Some((found, at + 1))
}

/// The phase that the week of a number lies in, or the weekday of a number.
fn phase_of(number: u32) -> MonthPhase {
    match number {
        1 => MonthPhase::Early,
        2 | 3 => MonthPhase::Mid,
        _ => MonthPhase::Late,
    }
}

/// “3rd week of August”, “first Monday in May 2027”, 8月第2週, “9월 첫째 주”: a day where it is known, else a phase.
pub(crate) fn nth_in_month(tokens: &Tokens<'_>, at: usize) -> Option<(Result<Day, Month>, usize)> {
    // “erste Augustwoche”
    if let Some((number, next)) = ordinal(tokens, at)
        && tokens.is(next, Class::MONTH_WEEK)
    {
        let month = Month::new(None, u32::from(tokens.time(next).month));
        return Some((settled(month, number, 0), next + 1));
    }
    if let Some((number, weekday, next)) = nth(tokens, at) {
        let mut from = next;
        while from < next + 4 && is_small(tokens, from) {
            from += 1;
        }
        let (month, end) = phased(tokens, from).filter(|(month, _)| month.phase.is_none())?;
        return Some((settled(month, number, weekday), end));
    }
    let (month, next) = month(tokens, at).filter(|_| tokens.eastern)?;
    let from = next + usize::from(is_small(tokens, next));
    let (number, weekday, end) = nth(tokens, from).or_else(|| {
        // “5월 4주차”
        let number =
            tokens.get(from).filter(|number| number.kind == crate::words::token::Kind::Number)?.value;
        let week = tokens.is(from + 1, Class::WEEK_OF.or(Class::WEEK)) && number < 6;
        week.then_some((number, 0, from + 2))
    })?;
    Some((settled(month, number, weekday), end))
}

/// An ordinal and the week or weekday that it counts: the number, the weekday (0 for a week), the place after.
fn nth(tokens: &Tokens<'_>, at: usize) -> Option<(u32, u8, usize)> {
    let (mut number, mut next) = ordinal(tokens, at)?;
    // “second or third week”
    if tokens.is(next, Class::AND.or(Class::OR))
        && let Some((other, after)) = ordinal(tokens, next + 1)
    {
        (number, next) = (number.max(other.min(4)), after);
    }
    // “first two weeks of July”
    if let Some((count, after)) =
        whole(tokens, next).filter(|(count, _)| *count < 4 && tokens.time(next).unit.is_none())
    {
        (number, next) = (if number == 1 && count < 3 { 1 } else { number }, after);
    }
    next += usize::from(tokens.is(next, Class::FILL) && tokens.time(next).unit.is_none());
    let time = tokens.time(next);
    if time.weekday > 0 {
        return Some((number, time.weekday, next + 1));
    }
    let week = time.unit == Some((Unit::Week, 1)) || time.class.has(Class::WEEK_OF);
    week.then_some((number, 0, next + 1))
}

fn settled(month: Month, number: u32, weekday: u8) -> Result<Day, Month> {
    let vague = Month { phase: Some(phase_of(number)), ..month };
    let (Some(year), true) = (month.year, weekday > 0) else { return Err(vague) };
    let nth_day = |nth: u8| {
        let weekday = chrono::Weekday::try_from(weekday - 1).ok()?;
        chrono::NaiveDate::from_weekday_of_month_opt(year, month.month, weekday, nth)
    };
    let found = if number == u32::from(LAST) {
        nth_day(5).or_else(|| nth_day(4))
    } else {
        u8::try_from(number).ok().and_then(nth_day)
    };
    let number = found.map(|date| chrono::Datelike::day(&date));
    let known = number.and_then(|number| Day::sure(Some(year), month.month, number));
    known.map(|day| Day { weekday, ..day }).ok_or(vague)
}
