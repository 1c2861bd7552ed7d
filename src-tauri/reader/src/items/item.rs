//! What stands in a text: dates, spans, lengths, seasons and years, found in one pass from left to right.

use startline_engine::Season;

use super::date;
use super::month;
use crate::items::calendar::{Day, Month};
use crate::items::length::{self, Length};
use crate::items::span::{self, Span};
use crate::words::lexicon::Cues;
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
    Day(Day),
    Days(Day, Day),
    Month(Month),
    Months(Month, Month),
    Week(Day, Day),
    Part(Month, Month),
    Length(Length),
    Season(Season),
    Year(i32),
    Other,
}

impl What {
    /// Whether it is a point or stretch of the calendar.
    pub(crate) fn is_date(&self) -> bool {
        matches!(
            self,
            Self::Day(_)
                | Self::Days(..)
                | Self::Month(_)
                | Self::Months(..)
                | Self::Week(..)
                | Self::Part(..)
        )
    }
}

/// How many items are looked for. A posting has dozens; what has more is none, and is not weighed to its end.
const MOST: usize = 100_000;

/// The items of a text, in order; none overlaps another.
pub(crate) fn items(tokens: &Tokens<'_>) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < MOST {
        let least = found.last().map_or(0, |item| item.to);
        match item(tokens, at, least) {
            Some(item) => {
                at = item.to.max(at + 1);
                let item = with_choice(tokens, &mut found, item);
                found.push(item);
            }
            None => at += 1,
        }
    }
    found
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

fn item(tokens: &Tokens<'_>, at: usize, least: usize) -> Option<Item> {
    let token = tokens.get(at)?;
    let sense = tokens.sense(at);
    let may_begin = token.kind == Kind::Number
        || sense.number > 0
        || sense.month > 0
        || sense.weekday > 0
        || sense.cues.has(Cues::SEASON)
        || sense.foreign.has(Cues::SEASON)
        || token.is_any("'’‘")
        || tokens.word(at) == "令";
    if !may_begin {
        return None;
    }
    if let Some((length, from, to)) = length::length(tokens, at) {
        return Some(Item { what: What::Length(length), from: from.max(least), to });
    }
    let vague = vague_before(tokens, at, least);
    let from = vague.unwrap_or(at);
    let between = (at.saturating_sub(3)..at).any(|back| {
        tokens.sense(back).cues.has(Cues::BETWEEN | Cues::FROM)
            || tokens.sense(back).foreign.has(Cues::BETWEEN)
    });
    let day = date::day(tokens, at);
    if let Some((span, to)) = span::span(tokens, at, between, day) {
        let what = match span {
            Span::Days(first, last) if vague.is_some() => What::Months(first.its_month(), last.its_month()),
            Span::Days(first, last) => What::Days(first, last),
            Span::Months(first, last) => What::Months(first, last),
        };
        return Some(Item { what, from, to });
    }
    if let Some((day, to)) = day {
        return Some(Item { what: What::Day(Day { vague: vague.is_some(), ..day }), from, to });
    }
    if let Some((month, to)) = month::month(tokens, at) {
        return Some(Item { what: What::Month(month), from, to });
    }
    if let Some(season) = season(tokens, at) {
        return Some(Item { what: What::Season(season), from: at, to: at + 1 });
    }
    let (year, to) = month::year(tokens, at)?;
    Some(Item { what: What::Year(year), from: at, to })
}

/// Where a word such as “early”, “mid-” or “around” begins that belongs to the date at `at`.
fn vague_before(tokens: &Tokens<'_>, at: usize, least: usize) -> Option<usize> {
    let mut found = None;
    for back in 1..=3 {
        let Some(index) = at.checked_sub(back).filter(|index| *index >= least) else { break };
        if tokens.get(index + 1).is_some_and(|token| token.opens) {
            break;
        }
        let sense = tokens.sense(index);
        if tokens.cues(index).has(Cues::PHASE | Cues::APPROX)
            && !tokens.word(index).eq_ignore_ascii_case("ab")
            && !is_tentative(tokens, index)
        {
            found = Some(index);
        } else if !(sense.cues.has(Cues::ARTICLE)
            || sense.foreign.has(Cues::ARTICLE)
            || tokens.get(index).is_some_and(|mark| mark.is_any("-‐‑") && mark.gap == Gap::None))
        {
            break;
        }
    }
    found
}

/// “Tentative” and “typically” qualify the plan, not the date.
fn is_tentative(tokens: &Tokens<'_>, index: usize) -> bool {
    let word = tokens.word(index);
    ["tentative", "tentatively", "typically"].iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// “Fall” in small letters is mostly a verb: it must stand before a year, an internship or another season.
pub(crate) fn is_autumn(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = tokens.sense(at + 1).cues;
    tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number && token.width() == 4 || token.is('/'))
        || next.has(Cues::INTERN | Cues::PROGRAM | Cues::HALFYEAR | Cues::OR)
        || next.has(Cues::ARTICLE) && tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Number)
}

fn season(tokens: &Tokens<'_>, at: usize) -> Option<Season> {
    let sense = tokens.sense(at);
    let cues = sense.cues | sense.foreign;
    if cues.has(Cues::SUMMER) {
        Some(Season::Summer)
    } else if cues.has(Cues::SPRING) {
        Some(Season::Spring)
    } else if cues.has(Cues::FALL) {
        Some(Season::Fall)
    } else if cues.has(Cues::WINTER) {
        Some(Season::Winter)
    } else {
        None
    }
}
