//! How often and what for: “three days a week”, “every two weeks”, “twice a month”, “/month”, 週3日, “매월 25일”.

use crate::items::clock::clocks;
use crate::items::length::{half_after, length};
use crate::items::month::is_small;
use crate::items::number::{amount, ordinal, whole};
use crate::items::other::weekdays;
use crate::words::lexicon::Cues;
use crate::words::time::{Class, Unit};
use crate::words::token::{Gap, Kind, Token, Tokens};

fn close(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap <= Gap::Space)
}

/// “a week”, “per month”, “/Woche”, “weekly”, “par semaine” at a token; the place after.
pub(crate) fn per_unit(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.gap <= Gap::Space)?;
    if tokens.is(at, Class::PER_UNIT.or(Class::RHYTHM)) {
        return Some(at + 1);
    }
    if tokens.eastern && tokens.is(at, Class::EVERY) && tokens.time(at + 1).unit.is_some() {
        return Some(at + 2);
    }
    if token.is('/') || tokens.is(at, Class::PER) {
        let mut next = at + 1;
        while next < at + 4
            && (is_small(tokens, next)
                || tokens.is(next, Class::PER.or(Class::FILL)) && tokens.time(next).unit.is_none()
                || tokens.get(next).is_some_and(|mark| mark.is_any("'’")))
        {
            next += 1;
        }
        let unit =
            tokens.time(next).unit.is_some_and(|(unit, _)| unit != Unit::Minute) && close(tokens, next);
        return unit.then_some(next + 1);
    }
    None
}

/// Whether a duration that ends at `to` is a rhythm: “days a week”, “hours weekly”, “-hour week”, “jours de congé par
/// mois”. The place after all of it.
pub(crate) fn rate_after(tokens: &Tokens<'_>, to: usize, unit: Unit) -> Option<usize> {
    if !close(tokens, to) {
        return None;
    }
    if let Some(next) = per_unit(tokens, to) {
        // “20 hours in a week”; but “12 weeks of year two” is none.
        return Some(per_unit(tokens, next).unwrap_or(next));
    }
    // “5-Tage-Woche”, “40-hour week”
    let hyphen = usize::from(tokens.get(to).is_some_and(|mark| mark.is_any("-‐‑") && mark.gap == Gap::None));
    let smaller = matches!(unit, Unit::Hour | Unit::Day);
    let mut next = to + hyphen;
    next +=
        usize::from(tokens.is(next, Class::FILL) && tokens.time(next).unit.is_none() && close(tokens, next));
    if smaller
        && tokens.time(next).unit.is_some_and(|(unit, _)| matches!(unit, Unit::Week | Unit::Day))
        && close(tokens, next)
    {
        return Some(next + 1);
    }
    // “2,5 days of leave per month”
    if is_small(tokens, to) && matches!(unit, Unit::Hour | Unit::Day) {
        for words in 2..=3 {
            let next = to + words;
            let plain = tokens
                .get(next - 1)
                .is_some_and(|token| token.kind == Kind::Word && token.gap <= Gap::Space && !token.opens);
            if !plain || tokens.time(next - 1).unit.is_some() {
                return None;
            }
            let strict =
                tokens.is(next, Class::PER_UNIT) || tokens.is(next, Class::PER) && !is_small(tokens, next);
            if strict && let Some(end) = per_unit(tokens, next) {
                return Some(end);
            }
        }
    }
    None
}

/// A rhythm that begins at a token; the place after.
pub(crate) fn rhythm(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    times(tokens, at)
        .or_else(|| each_unit(tokens, at))
        .or_else(|| each(tokens, at))
        .or_else(|| for_money(tokens, at))
}

/// “twice a month”, “3 times per week”, “zweimal im Jahr”, 年2回, “월 1회”.
fn times(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let number = whole(tokens, at).filter(|(number, _)| *number < 100);
    let mut next = number.map_or(at, |(_, next)| next);
    if number.is_some()
        && tokens.get(next).is_some_and(|mark| {
            mark.is_dash() || mark.is('/') || tokens.is(next, Class::AND.or(Class::OR).or(Class::JOINT))
        })
    {
        next = whole(tokens, next + 1).map_or(next, |(_, next)| next);
    }
    let once = tokens.is(next, Class::TIMES) && close(tokens, next + 1);
    // 年2回, “월 1회”
    if tokens.eastern
        && tokens.time(at).unit.is_some()
        && number.is_none()
        && tokens.get(at).is_some_and(|unit| unit.kind == Kind::Word)
    {
        let (_, mut after) =
            whole(tokens, at + 1).filter(|(number, _)| *number < 100 && close(tokens, at + 1))?;
        if tokens.get(after).is_some_and(Token::is_dash) {
            after = whole(tokens, after + 1)?.1;
        }
        let counted = at
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|before| before.kind == Kind::Number);
        return (tokens.is(after, Class::TIMES) && !counted).then_some(after + 1);
    }
    if once && (number.is_some() || !tokens.eastern) {
        return per_unit(tokens, next + 1).map(|end| clocks(tokens, end).unwrap_or(end));
    }
    None
}

/// “every two weeks”, “jeden zweiten Freitag”, “tous les mois”, “every other Friday”, “ogni lunedì”.
fn each(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.is(at, Class::EVERY) {
        return None;
    }
    let mut next = at + 1;
    // “je” is “you” in Dutch.
    let short = tokens.get(at).is_some_and(|token| token.width() <= 2 && tokens.word(at).is_ascii());
    while next < at + 4
        && close(tokens, next)
        && !short
        && (is_small(tokens, next)
            || tokens.is(next, Class::NEXT)
            || tokens.is(next, Class::FILL) && tokens.time(next).unit.is_none())
    {
        next += 1;
    }
    if let Some((_, after)) = ordinal(tokens, next).filter(|_| close(tokens, next)) {
        next = after;
    } else if let Some((_, _, after)) = amount(tokens, next).filter(|_| close(tokens, next)) {
        next = after;
    }
    let time = tokens.time(next);
    if !close(tokens, next) || time.unit.is_none() && time.weekday == 0 && !time.class.has(Class::DAY_PART) {
        return None;
    }
    if let Some(end) = weekdays(tokens, next) {
        return Some(end);
    }
    Some(clocks(tokens, next + 1).unwrap_or(next + 1))
}

/// “weekly”, “each month”, 毎週3日, 每月10日, “주 5일”, “매월 25일”, “1日8時間”: the unit first, and what it holds.
fn each_unit(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut start = at;
    let mut named = tokens.is(at, Class::PER_UNIT.or(Class::RHYTHM));
    // 每周, 毎月
    if !named && tokens.eastern && tokens.is(at, Class::EVERY) {
        let fill = usize::from(tokens.is(at + 1, Class::FILL) && tokens.time(at + 1).unit.is_none());
        let unit = at + 1 + fill;
        named =
            tokens.time(unit).unit.is_some() && tokens.get(unit).is_some_and(|token| token.gap == Gap::None);
        start = if named { unit } else { at };
    }
    // “1日8時間”, 一周五天
    if !named && tokens.eastern {
        let (number, next) = whole(tokens, at)?;
        let unit =
            tokens.time(next).unit.is_some() && tokens.get(next).is_some_and(|token| token.gap == Gap::None);
        let counted = number == 1 && unit && content(tokens, next + 1).is_some();
        if !counted {
            return None;
        }
        start = next;
        named = true;
    }
    let next = start + 1;
    if !named || half_after(tokens, next).is_some() {
        return None;
    }
    // 毎週水曜日, 每周二、周四晚
    if tokens.eastern {
        if let Some(end) = content(tokens, next) {
            return Some(end);
        }
        let weekday = close(tokens, next) && tokens.time(next).weekday > 0;
        if weekday {
            return Some(clocks(tokens, next + 1).unwrap_or(next + 1));
        }
        // 每周到岗4天
        let latin = tokens.word(at).is_ascii();
        for skip in 1..=4 {
            let plain = tokens
                .get(next + skip - 1)
                .is_some_and(|token| token.kind == Kind::Word && token.gap == Gap::None);
            if latin || !plain {
                break;
            }
            if let Some(end) = content(tokens, next + skip) {
                return Some(end);
            }
        }
    }
    // A syllable alone is another word.
    let alone =
        start == at && tokens.get(at).is_some_and(|token| token.width() <= 3 && !tokens.word(at).is_ascii());
    let sum = tokens.get(next).is_some_and(|token| token.gap <= Gap::Space && token.kind == Kind::Number);
    // 週3
    let days = tokens
        .get(next)
        .is_some_and(|days| days.kind == Kind::Number && days.gap == Gap::None && days.value <= 7);
    if alone && days && !tokens.is(at, Class::MONTH_MARK) {
        return Some(next + 1);
    }
    if !alone && !tokens.eastern {
        // “täglich um 8:30 Uhr”
        let from = next + usize::from(is_small(tokens, next));
        return Some(clocks(tokens, from).filter(|_| close(tokens, from)).unwrap_or(next));
    }
    (!alone || sum && tokens.is(at, Class::MONTH_MARK)).then_some(next)
}

/// What a unit holds: “5日”, “8時間”, “25日”, “2회”, “1~2회”.
fn content(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !close(tokens, at) {
        return None;
    }
    if let Some(found) = length(tokens, at).filter(|found| found.from == at) {
        return Some(found.to);
    }
    let (_, mut next) = whole(tokens, at)?;
    if tokens.get(next).is_some_and(|token| token.is_dash() || token.is_any("/、")) {
        next = whole(tokens, next + 1)?.1;
    }
    let counted = tokens.is(next, Class::TIMES.or(Class::DAY_MARK)) || tokens.time(next).unit.is_some();
    (counted && tokens.get(next)?.gap <= Gap::Space).then_some(next + 1)
}

/// “per month”, “/hour”, “pro Monat”, and after a sum “a month”, “im Monat”, “de l'heure”.
fn for_money(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    // “₹15,000 p.m.”, “€550 p/m”
    if token.kind == Kind::Word
        && token.width() == 1
        && tokens.is(at + 2, Class::PAY_LETTER)
        && tokens.word(at).eq_ignore_ascii_case("p")
    {
        let mark = tokens.get(at + 1).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("./"));
        let near = tokens.get(at + 2).is_some_and(|letter| letter.gap == Gap::None && letter.width() == 1);
        let stop = tokens.get(at + 3).is_some_and(|stop| stop.is('.') && stop.gap == Gap::None);
        return (mark && near).then_some(at + 3 + usize::from(stop));
    }
    // 月10万円
    let single = token.width() <= 3 && !tokens.word(at).is_ascii();
    if single {
        let unit = tokens.time(at).unit.is_some_and(|(unit, _)| matches!(unit, Unit::Month | Unit::Day))
            || tokens.is(at, Class::PER_UNIT);
        let counted = at
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|before| before.kind == Kind::Number && token.gap <= Gap::Space);
        let sum = tokens.get(at + 1).is_some_and(|sum| sum.kind == Kind::Number && sum.gap <= Gap::Space)
            && !tokens.time(at + 2).is_some();
        return (unit && sum && !counted).then_some(at + 1);
    }
    let end = per_unit(tokens, at).filter(|end| half_after(tokens, *end).is_none())?;
    if token.is('/') {
        let sum = (1..=4).any(|back| is_money(tokens, at, back));
        return (sum && !tokens.get(at.checked_sub(1)?).is_some_and(|before| before.is_any("/:")))
            .then_some(end);
    }
    if !tokens.is(at, Class::SMALL.or(Class::ARTICLE).or(Class::JOINT)) {
        return Some(end);
    }
    (1..=2).any(|back| is_money(tokens, at, back)).then_some(end)
}

/// Whether a number or a currency stands some tokens before.
fn is_money(tokens: &Tokens<'_>, at: usize, back: usize) -> bool {
    at.checked_sub(back).is_some_and(|before| {
        tokens.get(before).is_some_and(|token| token.kind == Kind::Number || token.is_any("€$£¥₹"))
            || tokens.sense(before).cues.has(Cues::CURRENCYWORD)
    })
}
