//! Weeks of the calendar and of a program: “KW 23/2026”, “W23 – W34 2026”, “week of May 18”, “Weeks 2–9”, 第3周.

use crate::items::calendar::{Day, numbered_week};
use crate::items::date::day;
use crate::items::month::{is_small, over, year, year_after};
use crate::items::number::whole;
use crate::items::span::joint;
use crate::words::time::{Class, Unit};
use crate::words::token::{Gap, Kind, Tokens};

/// Weeks by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbered {
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// The years of the first and of the last.
    pub(crate) years: Option<(i32, i32)>,
    /// Whether they are of the calendar, not of a program.
    pub(crate) calendar: bool,
}

impl Numbered {
    /// The days of its weeks, from Monday to Sunday, if their year is told here or by `year`.
    pub(crate) fn days(self, year: Option<i32>) -> Option<(Day, Day)> {
        let across = i32::from(self.first > self.last);
        let (first, last) =
            self.years.or_else(|| year.filter(|_| self.calendar).map(|year| (year, year + across)))?;
        Some((numbered_week(first, self.first)?.0, numbered_week(last, self.last)?.1))
    }
}

/// Weeks by their numbers that begin at a token.
pub(crate) fn numbered(tokens: &Tokens<'_>, at: usize) -> Option<(Numbered, usize)> {
    let (first, calendar, mut next) = one(tokens, at)?;
    let mut last = first;
    let (first_year, after) = week_year(tokens, next);
    let calendar = calendar || first >= 20 || first_year.is_some();
    if first_year.is_some() {
        next = after;
    }
    let listed = |at: usize| {
        tokens.is(at, Class::AND.or(Class::OR)) || tokens.get(at).is_some_and(|mark| mark.is_any("/&"))
    };
    let from = joint(tokens, next, false).or_else(|| listed(next).then_some(next + 1));
    if let Some(from) = from {
        let second = one(tokens, from).map(|(week, _, after)| (week, after)).or_else(|| {
            let (week, after) = number(tokens, from)?;
            let dated = tokens.time(over(tokens, after, ".")).month > 0
                || tokens.time(after).unit.is_some() && !tokens.is(after, Class::WEEK);
            (!dated).then_some((week, after))
        });
        if let Some((week, after)) = second.filter(|(week, _)| *week > first || calendar) {
            (last, next) = (
                week,
                after
                    + usize::from(
                        tokens.is(after, Class::WEEK)
                            && tokens.get(after).is_some_and(|t| t.gap == Gap::None),
                    ),
            );
        }
    }
    let (year, after) = week_year(tokens, next);
    if year.is_some() {
        next = after;
    }
    let across = i32::from(first > last);
    let years = match (first_year, year) {
        (Some(first), Some(last)) => Some((first, last)),
        (Some(first), None) => Some((first, first + across)),
        (None, Some(last)) => Some((last - across, last)),
        (None, None) => None,
    };
    let calendar = calendar || first >= 20 || years.is_some();
    Some((Numbered { first, last, years, calendar }, next))
}

/// “/2026”, “ 2026”, “, 2026”, “ of 2026” after a week.
fn week_year(tokens: &Tokens<'_>, at: usize) -> (Option<i32>, usize) {
    if tokens.get(at).is_some_and(|mark| mark.is('/'))
        && let Some((year, after)) = year(tokens, at + 1)
    {
        return (Some(year), after);
    }
    year_after(tokens, at)
}

fn number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let (value, next) = whole(tokens, at).filter(|(value, _)| (1..=53).contains(value))?;
    let token = tokens.get(at)?;
    let odd = tokens.get(next).is_some_and(|mark| {
        mark.gap == Gap::None
            && (mark.is('%')
                || mark.is(':')
                    && tokens
                        .get(next + 1)
                        .is_some_and(|minute| minute.kind == Kind::Number && minute.gap == Gap::None))
    });
    (token.gap <= Gap::Space && !odd).then_some((value, next))
}

/// “KW 23”, “W23”, “week 3”, “5. Kalenderwoche”, 第3周, “23주차”.
fn one(tokens: &Tokens<'_>, at: usize) -> Option<(u32, bool, usize)> {
    let token = tokens.get(at)?;
    let calendar = tokens.is(at, Class::CALENDAR_WEEK);
    if tokens.is(at, Class::WEEK) && token.kind == Kind::Word && !tokens.is(at, Class::ORDINAL_MARK) {
        let mark =
            usize::from(tokens.get(at + 1).is_some_and(|mark| mark.is_any(".#") && mark.gap <= Gap::Space));
        let (week, next) = number(tokens, at + 1 + mark)?;
        // A single letter stands close to its number.
        let letter = token.width() <= 2;
        let close = tokens.get(at + 1).is_some_and(|number| number.gap == Gap::None);
        let capital = token.is_capital() && (close || token.width() == 2) || calendar && token.width() == 2;
        let more = tokens.time(next).unit.is_some() && !tokens.is(next, Class::WEEK);
        return ((!letter || capital) && !more).then_some((week, calendar, next));
    }
    // “5. Kalenderwoche”, “30th week of 2027”
    let (week, next) =
        crate::items::number::ordinal(tokens, at).filter(|(week, _)| (1..=53).contains(week))?;
    let close = tokens.get(next).is_some_and(|token| token.gap <= Gap::Space);
    let after = tokens.is(next, Class::CALENDAR_WEEK) && close;
    let eastern = tokens.is(at, Class::ORDINAL_MARK)
        && tokens.time(next).unit.is_some_and(|(unit, _)| unit == Unit::Week);
    (after || eastern && close).then_some((week, after, next + 1))
}

/// “week of May 18, 2026”, “w/c 9 November”, “Woche vom 5. Mai”, 7月13日の週: Monday to Friday.
pub(crate) fn week_of(tokens: &Tokens<'_>, at: usize) -> Option<((Day, Day), usize)> {
    let mut from = at;
    if tokens.is(at, Class::WEEK_OF) && !tokens.eastern {
        from += 1;
    } else if tokens.time(at).unit == Some((Unit::Week, 1)) && is_small(tokens, at + 1) {
        // “week of the 9th of November”
        from += 2;
    } else if !tokens.eastern {
        return None;
    }
    while from > at && from < at + 5 && is_small(tokens, from) {
        from += 1;
    }
    let (first, next) = day(tokens, from)?;
    let after =
        tokens.is(next, Class::WEEK_OF) && tokens.get(next).is_some_and(|token| token.gap == Gap::None);
    if from == at && !after {
        return None;
    }
    Some((first.its_week()?, next + usize::from(from == at)))
}
