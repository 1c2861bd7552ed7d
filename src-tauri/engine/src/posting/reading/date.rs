//! Days, months and years as they are written. A recogniser takes the place where something may begin and
//! gives what stands there and the place after it.

use crate::day::Month as CivilMonth;
use crate::{PostedDay, PostedMonth};

use super::lexicon::Cues;
use super::token::{Gap, Kind, Token, Tokens};

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
    /// 1 for Monday to 7, or 0 where none stands beside it.
    pub(super) weekday: u8,
    /// “Around”, “early”, “the week of”: not that very day (P4).
    pub(super) vague: bool,
    /// How the month was told from the day.
    pub(super) order: Order,
}

/// How the month of a date is told from its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// By name, or by a form that allows only one order.
    Sure,
    /// Numbers with a slash, the month first, since the other is over 12.
    MonthFirst,
    /// Numbers with a slash, the day first, since it is over 12.
    DayFirst,
    /// Numbers that could be either: read with the month first for the time being (P3).
    Open,
}

/// A month as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
}

impl Day {
    fn sure(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        is_day(year, month, day).then_some(Self {
            year,
            month,
            day,
            weekday: 0,
            vague: false,
            order: Order::Sure,
        })
    }

    /// The other way to read its numbers.
    pub(super) fn swapped(self) -> Self {
        Self { month: self.day, day: self.month, ..self }
    }

    pub(super) fn posted(self) -> PostedDay {
        PostedDay { year: self.year, month: self.month, day: self.day }
    }

    pub(super) fn its_month(self) -> Month {
        Month { year: self.year, month: self.month }
    }
}

impl Month {
    pub(super) fn posted(self) -> PostedMonth {
        PostedMonth { year: self.year, month: self.month }
    }

    pub(super) fn civil(self) -> Option<CivilMonth> {
        self.year.and_then(|year| CivilMonth::new(year, self.month))
    }
}

fn is_day(year: Option<i32>, month: u32, day: u32) -> bool {
    // 2000 is a leap year: without a year 29 February stands.
    chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some()
}

/// A year of four digits; also one broken by a space (“202 5”), and `'24` after an apostrophe.
pub(super) fn year(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let token = tokens.get(at)?;
    if token.is_any("'’‘´`") {
        // “Jun'24”, “Mar' 26”
        let close = |gap: Gap| gap == Gap::None || gap == Gap::Space && token.gap == Gap::None;
        let number =
            tokens.get(at + 1).filter(|n| close(n.gap) && n.kind == Kind::Number && n.width() == 2)?;
        return Some((2000 + i32::try_from(number.value).ok()?, at + 2));
    }
    if token.kind != Kind::Number {
        return None;
    }
    let next = tokens.get(at + 1);
    let broken = |head: u32, tail: u32| {
        token.width() == head
            && next.is_some_and(|n| n.kind == Kind::Number && n.gap == Gap::Space && n.width() == tail)
            && tokens.get(at + 2).is_none_or(|third| third.kind != Kind::Number)
    };
    let joined = |by: u32| {
        let value = token.value.checked_mul(by)?.checked_add(next?.value)?;
        i32::try_from(value).ok().filter(|year| (2010..2070).contains(year))
    };
    if broken(3, 1)
        && let Some(year) = joined(10)
    {
        return Some((year, at + 2));
    }
    if broken(2, 2)
        && token.value == 20
        && let Some(year) = joined(100)
    {
        return Some((year, at + 2));
    }
    if token.width() != 4 && !(token.width() == 12 && token.value < 3000) {
        return None;
    }
    // “2,025” and “2025.5” were no years, and neither is “2025+”.
    let year = i32::try_from(token.value).ok().filter(|year| (1950..2100).contains(year))?;
    let tail = next.is_some_and(|mark| mark.gap == Gap::None && (mark.is('+') || mark.is('%')));
    (!tail).then_some((year, at + 1))
}

/// Goes over marks and small words that stand between the parts of a date: “May 18, 2026”, “18 de mayo de”.
fn over(tokens: &Tokens<'_>, at: usize, marks: &str) -> usize {
    let mut next = at;
    for _ in 0..2 {
        let Some(token) = tokens.get(next) else { break };
        let small = || matches!(tokens.word(next), "of" | "de" | "del" | "van" | "di" | "d");
        if token.gap <= Gap::Space
            && (token.width() <= 3 && token.is_any(marks) || token.kind == Kind::Word && small())
        {
            next += 1;
        } else {
            break;
        }
    }
    next
}

/// A year after the rest of a date, which ends before `at`.
fn year_after(tokens: &Tokens<'_>, at: usize) -> (Option<i32>, usize) {
    for (marks, skip) in [("", false), (",./-‐‑", true)] {
        let next = if skip { over(tokens, at, marks) } else { at };
        if tokens.get(next).is_some_and(|token| token.gap > Gap::Space) {
            continue;
        }
        if let Some((year, after)) = year(tokens, next).filter(|(year, _)| (2000..2100).contains(year)) {
            return (Some(year), after);
        }
    }
    (None, at)
}

/// The number of a month's name at a token. Names that are common words need the help of what stands beside.
pub(super) fn month_name(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let month = u32::from(tokens.sense(at).month);
    if month == 0 {
        return None;
    }
    let word = tokens.word(at);
    let capital = tokens.get(at).is_some_and(Token::is_capital);
    if matches!(
        word,
        "may"
            | "march"
            | "mar"
            | "mars"
            | "set"
            | "out"
            | "ago"
            | "dic"
            | "gen"
            | "mag"
            | "lug"
            | "jun"
            | "sep"
            | "dec"
    ) && !capital
        && !(tokens.foreign && word == "mars")
        && !beside_number(tokens, at)
    {
        return None;
    }
    if matches!(
        word,
        "set"
            | "out"
            | "ago"
            | "Set"
            | "Out"
            | "Ago"
            | "MAR"
            | "MAG"
            | "GEN"
            | "Gen"
            | "Mag"
            | "Lug"
            | "SEP"
            | "DEC"
    ) && !between_numbers(tokens, at)
    {
        return None;
    }
    let mut next = at + 1;
    if tokens.get(next).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None && mark.width() == 1)
        && word.len() <= 5
    {
        next += 1;
    }
    Some((month, next))
}

fn is_number(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
}

/// Whether a day or a year stands right beside: “1 may”, “may 2026”, “15 de mayo”.
fn beside_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let day = |back: usize| {
        at.checked_sub(back)
            .and_then(|index| tokens.get(index))
            .is_some_and(|token| token.kind == Kind::Number && token.width() <= 2)
    };
    day(1)
        || day(2) && tokens.get(at - 1).is_some_and(|token| token.width() <= 3)
        || is_number(tokens, at + 1)
}

fn between_numbers(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = (1..=2).any(|back| at.checked_sub(back).is_some_and(|index| is_number(tokens, index)));
    before
        && (1..=3).any(|ahead| {
            tokens.get(at + ahead).is_some_and(|token| token.kind == Kind::Number && token.width() == 4)
        })
}

/// A day of the month, with its “th” or its full stop: “18”, “18th”, “1er”, “1.”.
fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number && token.width() <= 2)?;
    if !(1..=31).contains(&token.value) {
        return None;
    }
    let mut next = at + 1;
    let ordinal = |token: &Token| token.gap == Gap::None && token.kind == Kind::Word;
    if tokens.get(next).is_some_and(ordinal)
        && matches!(
            tokens.word(next),
            "st" | "nd" | "rd" | "th" | "er" | "ère" | "ST" | "ND" | "RD" | "TH" | "e" | "ste" | "de" | "o"
        )
        || tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("ºª°"))
    {
        next += 1;
    } else if tokens.get(next).is_some_and(|next| {
        next.gap == Gap::None && next.kind == Kind::Word && !matches!(tokens.sense(at + 1).month, 1..=12)
    }) && !tokens.get(next).is_some_and(Token::is_capital)
        && !super::fold::is_ideograph(tokens.word(next).chars().next().unwrap_or(' '))
    {
        // “18h”, “5pm”: not a day.
        return None;
    }
    Some((token.value, next))
}

/// A weekday and the mark after it.
fn weekday(tokens: &Tokens<'_>, at: usize) -> (u8, usize) {
    let weekday = tokens.sense(at).weekday;
    let month = tokens.sense(at).month;
    if weekday == 0 || month > 0 {
        return (0, at);
    }
    let mut next = at + 1;
    for _ in 0..2 {
        if tokens.get(next).is_some_and(|mark| {
            mark.is_any(".,") || matches!(tokens.word(next), "the" | "den" | "dem" | "le")
        }) {
            next += 1;
        }
    }
    (weekday, next)
}

/// A day that begins at a token.
pub(super) fn day(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (weekday, from) = weekday(tokens, at);
    let (mut day, mut next) = year_first(tokens, from)
        .or_else(|| named_month_first(tokens, from))
        .or_else(|| named_day_first(tokens, from))
        .or_else(|| ideographic(tokens, from))
        .or_else(|| numeric(tokens, from))?;
    day.weekday = weekday;
    // “May 18 (Monday)”, “5月18日（月）”
    if tokens.get(next).is_some_and(|mark| mark.is_any("(（"))
        && tokens.get(next + 2).is_some_and(|mark| mark.is_any(")）"))
    {
        let inside = tokens.sense(next + 1).weekday;
        if inside > 0 || matches!(tokens.word(next + 1), "月" | "火" | "水" | "木" | "金" | "土" | "日")
        {
            day.weekday = if inside > 0 { inside } else { japanese_weekday(tokens.word(next + 1)) };
            next += 3;
            if day.year.is_none() {
                let (year, after) = year_after(tokens, next);
                if year.is_some_and(|year| is_day(Some(year), day.month, day.day)) {
                    (day.year, next) = (year, after);
                }
            }
        }
    }
    Some((day, next))
}

fn japanese_weekday(word: &str) -> u8 {
    ["月", "火", "水", "木", "金", "土", "日"]
        .iter()
        .zip(1..)
        .find(|(name, _)| **name == word)
        .map_or(0, |(_, n)| n)
}

/// “2026-05-18”, “2026/5/18”, “2026.05.18”.
fn year_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
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

/// “May 18th, 2026”, “Sept. 1”.
fn named_month_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (month, mut next) = month_name(tokens, at)?;
    while tokens
        .get(next)
        .is_some_and(|token| token.gap <= Gap::Space && token.is_any("-‐‑,") && token.width() <= 3)
        && next < at + 3
        || tokens.word(next) == "the"
    {
        next += 1;
    }
    if tokens.get(next).is_some_and(|token| token.gap > Gap::Space) {
        return None;
    }
    let (day, next) = day_number(tokens, next)?;
    // “May 12-week”, “June 10 weeks”, “May 1 – Aug” are left for others to see; “June 20 25” is a broken year.
    if tokens.sense(next).cues.has(Cues::UNIT | Cues::HOURUNIT) || is_unit_after_hyphen(tokens, next) {
        return None;
    }
    if day == 20
        && year(tokens, next - 1).is_some()
        && tokens.get(next).is_some_and(|t| t.kind == Kind::Number && t.width() == 2)
    {
        return None;
    }
    let (year, after) = year_after(tokens, next);
    let found = Day::sure(year, month, day).map(|day| (day, after));
    found.or_else(|| Day::sure(None, month, day).map(|day| (day, next)))
}

fn is_unit_after_hyphen(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑"))
        && tokens.sense(at + 1).cues.has(Cues::UNIT)
}

/// “18 May 2026”, “16th Jun'24”, “1. Oktober”, “18 de mayo de 2026”, “18-May-26”.
fn named_day_first(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (day, next) = day_number(tokens, at)?;
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
    let found = Day::sure(year, month, day).map(|day| (day, after));
    found.or_else(|| Day::sure(None, month, day).map(|day| (day, next)))
}

/// “2026年5月18日”, “5月18日”, “令和8年5月18日”.
fn ideographic(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (year, month, next) = ideographic_month(tokens, at)?;
    let day = tokens
        .get(next)
        .filter(|token| token.kind == Kind::Number && token.width() <= 6 && token.gap <= Gap::Space)?;
    let mark = tokens.get(next + 1).filter(|mark| mark.gap == Gap::None || mark.gap == Gap::Space)?;
    let is_day = matches!(tokens.slice(mark.start, mark.end), "日" | "号" | "號");
    Day::sure(year, month, day.value).filter(|_| is_day).map(|day| (day, next + 2))
}

/// “2026年5月” and “5月”: the year, the month and the place after.
fn ideographic_month(tokens: &Tokens<'_>, at: usize) -> Option<(Option<i32>, u32, usize)> {
    let mut next = at;
    let mut year = None;
    let reiwa = tokens.word(at) == "令" && tokens.word(at + 1) == "和";
    if reiwa {
        next += 2;
    }
    let number = tokens.get(next).filter(|token| token.kind == Kind::Number)?;
    if tokens.word(next + 1) == "年" {
        year = i32::try_from(number.value).ok().map(|n| match (reiwa, n) {
            (true, _) => n.saturating_add(2018),
            (false, 20..=60) => n + 2000,
            _ => n,
        });
        year = Some(year.filter(|year| (1950..2100).contains(year))?);
        next += 2;
    } else if reiwa {
        return None;
    }
    let month =
        tokens.get(next).filter(|token| token.kind == Kind::Number && (1..=12).contains(&token.value))?;
    if tokens.word(next + 1) != "月" {
        return None;
    }
    let mut after = next + 2;
    if matches!(tokens.word(after), "份" | "份起") {
        after += 1;
    }
    Some((year, month.value, after))
}

/// “5/27/24”, “27.05.2024”, “1-6-2026”; without a year only with a slash or two full stops.
fn numeric(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
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

/// Whether the number at `at` goes on with what stands before it: “1.2.3”, “12:30”. A hyphen may also stand
/// between two dates, where their own parts are set apart by another mark.
fn goes_on(tokens: &Tokens<'_>, at: usize, mark: &Token) -> bool {
    let close = tokens.get(at).is_some_and(|first| first.gap == Gap::None);
    close
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.kind == Kind::Number || before.is_any("./:") || before.is('-') && mark.is_any("-‐‑")
        })
}

/// A month, with its year where one stands, that begins at a token.
pub(super) fn month(tokens: &Tokens<'_>, at: usize) -> Option<(Month, usize)> {
    if let Some((year, month, next)) = ideographic_month(tokens, at) {
        return Some((Month { year, month }, next));
    }
    if let Some((month, next)) = month_name(tokens, at) {
        // “Sept2026”, “May '26”, “mayo de 2026”, “May, 2026”, “Jan/2026”
        let (year, after) = year_after(tokens, next);
        return Some((Month { year, month }, if year.is_some() { after } else { next }));
    }
    // “03/2026”, “2026-03”
    let first = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let mark =
        tokens.get(at + 1).filter(|mark| mark.gap == Gap::None && mark.width() == 1 && mark.is_any("/.-"))?;
    if goes_on(tokens, at, mark) {
        return None;
    }
    let second = tokens.get(at + 2).filter(|token| token.gap == Gap::None && token.kind == Kind::Number)?;
    if tokens.get(at + 3).is_some_and(|t| t.gap == Gap::None && (t.kind == Kind::Number || t.is_any("/-"))) {
        return None;
    }
    let (year, month) = match (first.width(), second.width()) {
        (1 | 2, 4) => (second.value, first.value),
        (4, 2) if !mark.is('/') => (first.value, second.value),
        _ => return None,
    };
    let year = i32::try_from(year).ok().filter(|year| (2000..2100).contains(year))?;
    (1..=12).contains(&month).then_some((Month { year: Some(year), month }, at + 3))
}
