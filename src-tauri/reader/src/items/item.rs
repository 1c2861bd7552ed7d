//! What stands in a text: dates, spans, lengths, seasons and years, found in one pass from left to right.

use startline_engine::Season;

use crate::items::calendar::{Day, Month};
use crate::items::clock::{clock, clocks};
use crate::items::date::{day, no_such_day};
use crate::items::eastern::eastern_year;
use crate::items::length::{Length, length};
use crate::items::month::{YEARS, is_small, year};
use crate::items::number::whole;
use crate::items::other::other;
use crate::items::part::{academic, part, years};
use crate::items::phase::{nth_in_month, phase_before, phased};
use crate::items::rhythm::{rate_after, rhythm};
use crate::items::season::season;
use crate::items::span::{Span, span};
use crate::items::week::{Numbered, numbered, week_of};
use crate::items::year::{class_year, is_year};
use crate::words::lexicon::Cues;
use crate::words::time::{Class, Unit};
use crate::words::token::{Gap, Kind, Tokens};

/// Something recognised, and the tokens it stands on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    pub(crate) what: What,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// What was recognised. What it means in the posting is for the context to say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum What {
    /// A day, vague where it is only around then.
    Day(Day),
    /// A span of days; an end that was said by its month alone is vague.
    Days(Day, Day),
    /// A week: Monday to Friday of one that is named by a day, to Sunday of one that is named by its number. Without a
    /// year its first day is the one that was said.
    Week(Day, Day),
    /// A month, perhaps a phase of it.
    Month(Month),
    /// A span of months, with a phase at either end.
    Months(Month, Month),
    /// A duration.
    Length(Length),
    /// A season.
    Season(Season),
    /// A year.
    Year(i32),
    /// A quarter or half of a year, or several.
    Part { first: Month, last: Month },
    /// A day that its month doesn't have: “June 31”.
    Impossible(Day),
    /// Anything else of time: rhythms, times of day, feasts, academic years, “next week”.
    Other,
}

impl What {
    /// Whether it is a point or stretch of the calendar.
    pub(crate) fn is_date(&self) -> bool {
        matches!(self, Self::Day(_) | Self::Days(..) | Self::Week(..) | Self::Month(_) | Self::Months(..))
    }
}

/// How many items are looked for. A posting has dozens; what has more is none, and is not weighed to its end.
const MOST: usize = 100_000;

/// The items of a text, in order; none overlaps another.
pub(crate) fn items(tokens: &Tokens<'_>) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut weeks: Vec<(usize, Numbered)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < MOST {
        let least = found.last().map_or(0, |item| item.to);
        if !may_begin(tokens, at) {
            at += 1;
            continue;
        }
        if let Some((week, to)) = numbered(tokens, at) {
            weeks.push((found.len(), week));
            found.push(Item { what: What::Other, from: at, to });
            at = to;
            continue;
        }
        match item(tokens, at, least) {
            Some(item) => {
                at = item.to.max(at + 1);
                let item = with_choice(tokens, &mut found, item);
                found.push(item);
            }
            None => at += 1,
        }
    }
    settle_weeks(&mut found, &weeks);
    found
}

/// Weeks by number take the year that stands beside them, else the text's only one.
fn settle_weeks(found: &mut [Item], weeks: &[(usize, Numbered)]) {
    if weeks.is_empty() {
        return;
    }
    let mut years = found.iter().filter_map(|item| match item.what {
        What::Day(day) | What::Days(day, _) => day.year,
        What::Month(month) | What::Months(month, _) => month.year,
        What::Year(year) => Some(year).filter(|year| YEARS.contains(year)),
        _ => None,
    });
    let first = years.next();
    let only = first.filter(|first| years.all(|year| year == *first));
    for (index, week) in weeks {
        let Some(item) = found.get_mut(*index) else { continue };
        if let Some((first, last)) = week.days(only) {
            item.what =
                if week.first == week.last { What::Week(first, last) } else { What::Days(first, last) };
        }
    }
}

/// “Late May or early June through August” starts in May: a month that is the other choice for a span's first
/// month is taken into the span.
fn with_choice(tokens: &Tokens<'_>, found: &mut Vec<Item>, item: Item) -> Item {
    let What::Months(first, last) = item.what else { return item };
    let Some(&Item { what: What::Month(month), from, to }) = found.last() else { return item };
    let joined = to + 1 == item.from
        && tokens
            .get(to)
            .is_some_and(|mark| mark.is('/') || tokens.sense(to).cues.has(Cues::OR) && !mark.opens);
    let earlier = month.month < first.month && month.year.is_none_or(|year| Some(year) == first.year);
    if !joined || !earlier {
        return item;
    }
    found.pop();
    Item { what: What::Months(Month { year: first.year, ..month }, last), from, to: item.to }
}

/// Whether something may begin at a token: most words mean nothing of time.
fn may_begin(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let sense = tokens.sense(at);
    match token.kind {
        Kind::Number => true,
        Kind::Mark => token.is_any("'’‘/½"),
        Kind::Address => false,
        Kind::Word => {
            sense.time.is_some()
                || sense.cues.has(Cues::SEASON)
                || sense.foreign.has(Cues::SEASON)
                || token.is_capital() && token.width() <= 4
        }
    }
}

fn item(tokens: &Tokens<'_>, at: usize, least: usize) -> Option<Item> {
    let found = |what: What, to: usize| Some(Item { what, from: at, to });
    // “around May 18”, “ca. 3 Monate”
    let between = (at.saturating_sub(3)..at).any(|back| {
        tokens.is(back, Class::BETWEEN) || tokens.sense(back).cues.has(Cues::BETWEEN | Cues::FROM)
    });
    if let Some((day, next)) = no_such_day(tokens, at) {
        return found(What::Impossible(day), next);
    }
    if let Some(((first, last), to)) = week_of(tokens, at) {
        return found(What::Week(first, last), to);
    }
    if let Some((place, to)) = nth_in_month(tokens, at) {
        if let Some((Span::Months(first, last), to)) = span(tokens, at, between) {
            return found(What::Months(first, last), to);
        }
        return match place {
            Ok(day) => found(What::Day(day), to),
            Err(month) => found(What::Month(month), to),
        };
    }
    if let Some(item) = timed(tokens, at) {
        return Some(item);
    }
    let led = eastern_lead(tokens, at).is_some_and(|next| is_eastern_date(tokens, next));
    if (led || is_eastern_date(tokens, at))
        && let Some(item) = date(tokens, at, between)
    {
        return Some(item);
    }
    if let Some(to) = rhythm(tokens, at) {
        return found(What::Other, to);
    }
    if let Some(((first, last), to)) = part(tokens, at) {
        return found(What::Part { first, last }, to);
    }
    if let Some(to) = academic(tokens, at) {
        return found(What::Other, to);
    }
    if let Some(length) = length(tokens, at) {
        let from = length.from.max(least);
        if let Some(to) = rate_after(tokens, length.to, length.unit) {
            return Some(Item { what: What::Other, from: at, to });
        }
        let what = length.length.map_or(What::Other, What::Length);
        return Some(Item { what, from, to: length.to });
    }
    date(tokens, at, between).or_else(|| rest(tokens, at))
}

/// Whether a number or an era at a token begins a date of the East, so that its 年 counts nothing.
fn is_eastern_date(tokens: &Tokens<'_>, at: usize) -> bool {
    let year = |at: usize| eastern_year(tokens, at).map_or(at, |(_, next)| next);
    let next = year(at);
    let month = whole(tokens, next).is_some_and(|(_, after)| tokens.is(after, Class::MONTH_MARK))
        || tokens.time(next).month > 0 && next > at;
    month
        || tokens.eastern
            && tokens.get(at).is_some_and(|token| token.kind == Kind::Number && token.width() == 4)
}

/// A time of day: with the day that it belongs to, as in “5 p.m. on February 26”, or alone.
fn timed(tokens: &Tokens<'_>, at: usize) -> Option<Item> {
    if let Some(next) = clock(tokens, at) {
        let mut from = next;
        while from < next + 4
            && tokens.get(from).is_some_and(|token| {
                token.gap <= Gap::Space
                    && (token.is_any(",;(") || is_small(tokens, from) || tokens.is(from, Class::NAMING))
            })
        {
            from += 1;
        }
        let near = tokens.get(from).is_some_and(|token| token.gap <= Gap::Space);
        if let Some((day, to)) = day(tokens, from).filter(|_| near && clocks(tokens, at) == Some(next)) {
            return Some(Item { what: What::Day(day), from: at, to });
        }
    }
    clocks(tokens, at).map(|to| Item { what: What::Other, from: at, to })
}

/// Days, months and spans of them.
fn date(tokens: &Tokens<'_>, at: usize, between: bool) -> Option<Item> {
    let found = |what: What, to: usize| Some(Item { what, from: at, to });
    // “around May 18”
    let mut from = at;
    while from < at + 4
        && tokens.get(from).is_some_and(|token| token.gap <= Gap::Space || from == at)
        && (tokens.is(from, Class::APPROX) || from > at && is_small(tokens, from))
    {
        from += 1;
    }
    let near = tokens.get(from).is_some_and(|token| token.gap <= Gap::Space || from == at);
    let vague = from > at && near;
    let from = if vague { from } else { at };
    let from = eastern_lead(tokens, from).unwrap_or(from);
    if let Some((span, to)) = span(tokens, from, between) {
        return match span {
            Span::Days(first, last) if vague => {
                found(What::Days(Day { vague: true, ..first }, Day { vague: true, ..last }), to)
            }
            Span::Days(first, last) => found(What::Days(first, last), to),
            Span::Months(first, last) => found(What::Months(first, last), to),
        };
    }
    if let Some((day, to)) = day(tokens, from) {
        let late = tokens.is(to, Class::APPROX)
            && tokens.eastern
            && tokens.get(to).is_some_and(|token| token.gap == Gap::None);
        return found(What::Day(Day { vague: vague || late, ..day }), to + usize::from(late));
    }
    // “last March”, “every July”
    let named =
        tokens.time(at).unit == Some((Unit::Month, 1)) && tokens.is(at + 1, Class::SMALL) && !tokens.eastern;
    if from == at
        && named
        && day(tokens, at + 2).is_none()
        && let Some((month, to)) = phased(tokens, at + 2)
    {
        // “the month of July”
        return found(What::Month(month), to);
    }
    let led = from == at && tokens.is(at, Class::NEXT.or(Class::EVERY));
    let near = led && tokens.get(at + 1).is_some_and(|token| token.gap <= Gap::Space);
    if let Some((month, to)) = phased(tokens, from + usize::from(near)) {
        return found(What::Month(month), to);
    }
    None
}

/// What leads a month of the East: 去年1月, 明年6月, 来年の3月, 毎年10月. The month's place.
fn eastern_lead(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.eastern || tokens.word(at).is_ascii() {
        return None;
    }
    let mut next = if tokens.is(at, Class::RELATIVE) {
        at + 1
    } else {
        let year = tokens.time(at + 1).unit.is_some_and(|(unit, _)| unit == Unit::Year);
        at + 2 * usize::from(tokens.is(at, Class::EVERY) && year)
    };
    next += usize::from(next > at && is_small(tokens, next));
    (next > at && tokens.get(next).is_some_and(|token| token.gap <= Gap::Space)).then_some(next)
}

/// Everything that is neither a date nor a duration.
fn rest(tokens: &Tokens<'_>, at: usize) -> Option<Item> {
    let found = |what: What, to: usize| Some(Item { what, from: at, to });
    if let Some(to) = years(tokens, at) {
        return found(What::Other, to);
    }
    if let Some((year, to)) = class_year(tokens, at) {
        return found(What::Year(year), to);
    }
    if let Some((year, to)) = eastern_year(tokens, at) {
        return found(What::Year(year), to);
    }
    // “this fall”, “late summer”, “early 2027”
    let (_, after_phase) = phase_before(tokens, at).unwrap_or((startline_engine::MonthPhase::Early, at));
    let after_phase = after_phase + usize::from(after_phase == at && tokens.is(at, Class::NEXT));
    let led = after_phase > at && tokens.get(after_phase).is_some_and(|token| token.gap <= Gap::Space);
    for start in [Some(at), led.then_some(after_phase)].into_iter().flatten() {
        if led
            && start > at
            && let Some(((first, last), to)) = part(tokens, start)
        {
            return found(What::Part { first, last }, to);
        }
        if let Some(season) = season(tokens, start) {
            return Some(Item { what: What::Season(season), from: start, to: start + 1 });
        }
        if let Some((year, to)) = year(tokens, start).filter(|_| start == at || led)
            && is_year(tokens, start, to, year)
        {
            return found(What::Year(year), to);
        }
    }
    other(tokens, at).and_then(|to| found(What::Other, to))
}
