//! What else of time has no value here: weekdays, feasts, “tomorrow”, “next week”, “the Tuesday after Memorial Day”,
//! “second year”, 二年級, ages.

use crate::items::clock::clocks;
use crate::items::date::weekday_after;
use crate::items::month::{is_small, month_name, year};
use crate::items::number::{ordinal, ordinal_end, whole};
use crate::items::phase::phase_before;
use crate::items::span::joint;
use crate::words::time::{Class, Unit};
use crate::words::token::{Gap, Kind, Token, Tokens};

fn close(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap <= Gap::Space)
}

fn skip_small(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut next = at;
    while next < at + 4
        && close(tokens, next)
        && (is_small(tokens, next)
            || tokens.get(next).is_some_and(|mark| mark.is_any("'’") && mark.gap == Gap::None))
    {
        next += 1;
    }
    next
}

/// Anything of time that begins at a token and that no other recogniser knows; the place after.
pub(crate) fn other(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    relative_to_feast(tokens, at)
        .or_else(|| nth_unit(tokens, at))
        .or_else(|| weekdays(tokens, at))
        .or_else(|| relative(tokens, at))
        .or_else(|| phase_of_unit(tokens, at))
        .or_else(|| end_of_unit(tokens, at))
        .or_else(|| unit_number(tokens, at))
        .or_else(|| graded(tokens, at))
        .or_else(|| feast(tokens, at))
        .or_else(|| numbered_day(tokens, at))
        .or_else(|| counted_parts(tokens, at))
}

/// A feast and its year.
fn feast(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    if !tokens.is(at, Class::HOLIDAY) || token.kind != Kind::Word {
        return None;
    }
    // Feasts are names: “easter egg” and “reyes” in small letters are others; words of other scripts have no capitals.
    let end = year(tokens, at + 1).filter(|_| close(tokens, at + 1)).map_or(at + 1, |(_, next)| next);
    // “Memorial Day to Labor Day”, “zwischen Weihnachten und Neujahr”
    let second = joint(tokens, end, true)
        .or_else(|| tokens.get(end).is_some_and(|mark| mark.is('/')).then_some(end + 1));
    Some(second.filter(|second| tokens.is(*second, Class::HOLIDAY)).map_or(end, |second| second + 1))
}

/// “the Tuesday after Memorial Day”, “first Monday following Labour Day”, “week before Christmas”.
fn relative_to_feast(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let next = ordinal(tokens, at)
        .filter(|_| tokens.get(at).is_some_and(|t| t.kind != Kind::Number || close(tokens, at + 1)))
        .map_or(at, |(_, next)| next);
    let time = tokens.time(next);
    if time.weekday == 0 && time.unit.is_none() || !tokens.is(next + 1, Class::AFTER) {
        return None;
    }
    let from = skip_small(tokens, next + 2);
    (tokens.is(from, Class::HOLIDAY) && close(tokens, from)).then(|| feast(tokens, from)).flatten()
}

/// “second year”, “4. Semester”, “last week of the month”, “3rd of each month”, 第二年.
fn nth_unit(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let (_, mut next) = ordinal(tokens, at)?;
    for _ in 0..2 {
        let listed = tokens.is(next, Class::AND.or(Class::OR).or(Class::JOINT))
            || tokens.get(next).is_some_and(|mark| mark.is_any("/–-,"));
        match ordinal(tokens, next + 1).filter(|_| listed) {
            Some((_, after)) => next = after,
            None => break,
        }
    }
    // 最后两周; but “is expected to last three months” has its own length.
    if tokens.eastern {
        next = whole(tokens, next).filter(|_| close(tokens, next)).map_or(next, |(_, after)| after);
    }
    for _ in 0..2 {
        next += usize::from(
            close(tokens, next) && tokens.is(next, Class::FILL) && tokens.time(next).unit.is_none(),
        );
    }
    let time = tokens.time(next);
    let counted = time.unit.is_some_and(|(unit, _)| unit != Unit::Minute && unit != Unit::Hour)
        || time.weekday > 0
        || time.class.has(
            Class::TERM
                .or(Class::QUARTER)
                .or(Class::HALF_YEAR)
                .or(Class::ACADEMIC)
                .or(Class::GRADE)
                .or(Class::DAY_PART),
        );
    // “the first of the month”, “1st of each month”
    let each = is_small(tokens, next) && of_unit(tokens, next).is_some();
    // “Article 7. An intern”
    let sentence = tokens.get(next).is_some_and(|token| {
        token.opens && token.kind == Kind::Word && token.is_capital() && token.width() <= 3
    });
    if !close(tokens, next) || sentence || !(counted || each) {
        return None;
    }
    next += usize::from(counted);
    Some(of_unit(tokens, next).unwrap_or(next))
}

/// “of the month”, “of each month”, “de cada mes”, “des Monats” after something; the place after.
fn of_unit(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut next = skip_small(tokens, at);
    if next == at {
        return None;
    }
    while next < at + 5 && tokens.is(next, Class::EVERY.or(Class::NEXT)) {
        next += 1;
    }
    let unit = tokens.time(next).unit.is_some() || tokens.time(next).per.is_some();
    (unit && close(tokens, next) && !tokens.is(next, Class::MONTH_MARK)).then_some(next + 1)
}

/// Weekdays, one or more, with the time after them: “Monday to Friday, 9:00–17:00”, “Mo–Do”, 月～金, “dinsdag en vrijdag”.
pub(crate) fn weekdays(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let whole_name = |at: usize| tokens.time(at).weekday > 0 && !tokens.is(at, Class::WEAK);
    let any_name =
        |at: usize| (tokens.time(at).weekday > 0 || tokens.time(at).short_weekday > 0) && close(tokens, at);
    if !(whole_name(at)
        || tokens.time(at).weekday > 0
        || tokens.time(at).short_weekday > 0
        || tokens.is(at, Class::DAY_PART))
    {
        return None;
    }
    let mut sure = whole_name(at)
        || tokens.is(at, Class::DAY_PART) && tokens.get(at).is_some_and(|token| token.width() > 3);
    let mut next = at + 1;
    next += usize::from(stop(tokens, next));
    for _ in 0..8 {
        let dash = tokens.get(next).is_some_and(|mark| {
            mark.gap <= Gap::Space && (mark.is_dash() || mark.is_any("/,、·&")) || tokens.word(next) == "・"
        });
        let word = tokens.is(next, Class::JOINT.or(Class::AND).or(Class::OR)) && close(tokens, next);
        if !(dash || word) {
            break;
        }
        let mut from = if any_name(next + 1) { next + 1 } else { skip_small(tokens, next + 1) };
        from += usize::from(tokens.is(from, Class::AND.or(Class::OR)));
        if !(any_name(from)
            || tokens.is(from, Class::HOLIDAY) && close(tokens, from)
            || tokens.is(from, Class::DAY_PART) && sure && close(tokens, from))
        {
            break;
        }
        // A comma may go on with another date: “Monday, Tuesday June 2”.
        sure |= dash && !tokens.get(next).is_some_and(|mark| mark.is(',')) || whole_name(from);
        next = from + 1;
        next += usize::from(stop(tokens, next) && tokens.time(from).weekday == 0);
    }
    if !sure {
        return None;
    }
    // “the Monday after”
    if ends_with_after(tokens, next) {
        return Some(next + 1);
    }
    // “Sunday the 14th”
    if let Some(end) =
        numbered_day(tokens, next + 1).filter(|_| is_small(tokens, next) && close(tokens, next))
    {
        return Some(end);
    }
    // “Friday morning”, 周四晚
    for _ in 0..2 {
        next += usize::from(tokens.is(next, Class::DAY_PART) && close(tokens, next));
    }
    next = weekday_after(tokens, next)
        .filter(|_| tokens.get(next).is_some_and(|m| m.is_any("(（")))
        .map_or(next, |(_, after)| after);
    let mut from = next;
    while from < next + 3
        && close(tokens, from)
        && (is_small(tokens, from)
            || tokens.is(from, Class::AFTER)
            || tokens.get(from).is_some_and(|mark| mark.is_any(",:(")))
    {
        from += 1;
    }
    // “miércoles de 18 a 20”
    let bare = |at: usize| {
        let hour = |at: usize| {
            tokens.get(at).is_some_and(|n| {
                n.kind == Kind::Number && n.width() <= 2 && n.value <= 24 && n.gap <= Gap::Space
            })
        };
        let joined = tokens.is(at + 1, Class::JOINT) || tokens.get(at + 1).is_some_and(Token::is_dash);
        (hour(at)
            && joined
            && hour(at + 2)
            && tokens.time(at + 3).unit.is_none()
            && tokens.time(at + 3).month == 0)
            .then_some(at + 3)
    };
    Some(clocks(tokens, from).or_else(|| bare(from)).filter(|_| close(tokens, from)).unwrap_or(next))
}

fn stop(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None)
}

/// “tomorrow”, “next year”, “l'an dernier”, “kommenden Freitag”, 翌月15日, 明年2月.
fn relative(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.is(at, Class::RELATIVE) {
        let mut next = at + 1;
        // 次月25日, 翌月末, 前日17時
        if tokens.eastern && close(tokens, next) {
            if let Some((_, after)) = whole(tokens, next)
                && tokens.is(after, Class::DAY_MARK)
            {
                next = after + 1;
            }
            next += usize::from(tokens.time(next).phase.is_some() && close(tokens, next));
            next = clocks(tokens, next).filter(|_| close(tokens, next)).unwrap_or(next);
        }
        return Some(of_unit(tokens, next).unwrap_or(next));
    }
    let of_time = |at: usize| {
        let time = tokens.time(at);
        close(tokens, at)
            && (time.unit.is_some_and(|(unit, _)| unit != Unit::Minute && unit != Unit::Hour)
                || time.weekday > 0
                || time.class.has(Class::TERM.or(Class::ACADEMIC).or(Class::DAY_PART).or(Class::QUARTER)))
            && !tokens.is(at, Class::MONTH_MARK.or(Class::DAY_MARK).or(Class::YEAR_MARK))
    };
    if tokens.is(at, Class::NEXT) {
        let mut next = at + 1;
        for _ in 0..2 {
            next += usize::from(
                close(tokens, next)
                    && (tokens.is(next, Class::NEXT) || tokens.is(next, Class::FILL))
                    && tokens.time(next).unit.is_none(),
            );
        }
        // “다음 주 월요일”
        let weekday = tokens.eastern && tokens.time(next + 1).weekday > 0 && close(tokens, next + 1);
        return of_time(next).then_some(next + 1 + usize::from(weekday));
    }
    // “l'an dernier”, “mes próximo”, “a week later”
    let short = tokens.get(at).is_some_and(|unit| unit.width() <= 2 && tokens.word(at).is_ascii());
    let led = !short || at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|mark| mark.is_any("'’"));
    if of_time(at) && led && ends_with_after(tokens, at + 1) {
        return Some(at + 2);
    }
    if of_time(at)
        && led
        && tokens.is(at + 1, Class::NEXT)
        && close(tokens, at + 1)
        && !tokens.get(at + 1)?.opens
    {
        return Some(at + 2);
    }
    None
}

/// “end of the year”, “fin d'année”, “Ende des Monats”, “mid-year”.
fn phase_of_unit(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let (_, mut next) = phase_before(tokens, at)?;
    next += usize::from(tokens.is(next, Class::NEXT));
    let time = tokens.time(next);
    let unit =
        time.unit.is_some_and(|(unit, _)| matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Term))
            || time.class.has(Class::TERM.or(Class::ACADEMIC).or(Class::HOLIDAY).or(Class::RELATIVE));
    // “begin week 5” is a verb.
    (unit && next > at + 1 && close(tokens, next)).then_some(next + 1)
}

/// 月末, 年底: a unit and its phase, with no number before.
fn end_of_unit(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let unit = tokens.eastern
        && tokens
            .time(at)
            .unit
            .is_some_and(|(unit, _)| matches!(unit, Unit::Month | Unit::Year | Unit::Term));
    let phase =
        tokens.time(at + 1).phase.is_some() && tokens.get(at + 1).is_some_and(|token| token.gap == Gap::None);
    (unit && phase).then_some(at + 2)
}

/// “month five”, “day 1”, “year 2”, “Mois 2-4”.
fn unit_number(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let unit = tokens.time(at).unit.filter(|(unit, _)| !matches!(unit, Unit::Minute | Unit::Hour))?.0;
    if tokens.is(at, Class::MONTH_MARK.or(Class::DAY_MARK).or(Class::YEAR_MARK))
        || tokens.get(at).is_some_and(|t| t.width() < 3)
    {
        return None;
    }
    let (number, mut next) = whole(tokens, at + 1).filter(|_| close(tokens, at + 1))?;
    if tokens.get(at + 1).is_some_and(|token| token.gap == Gap::None)
        || number > 60
        || tokens.time(next).unit.is_some()
        || month_name(tokens, next).is_some()
    {
        return None;
    }
    let listed = |at: usize| {
        tokens.get(at).is_some_and(|mark| {
            mark.is_dash() || mark.is('/') || tokens.is(at, Class::AND.or(Class::OR).or(Class::JOINT))
        })
    };
    if listed(next)
        && let Some((_, after)) = whole(tokens, next + 1).filter(|_| close(tokens, next + 1))
        && tokens.time(after).unit.is_none()
        && tokens.time(after).month == 0
    {
        next = after;
    }
    // The plural counts what stands before it: “days 3” is a slip.
    let singular = !tokens.word(at).ends_with('s') || unit != Unit::Day;
    singular.then_some(next)
}

/// “15세”, 27歳, 3年生, “3학년”, 2日目.
fn graded(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let (_, mut next) = whole(tokens, at)?;
    if tokens
        .get(next)
        .is_some_and(|mark| mark.is_dash() || mark.is_any("/、") || tokens.is(next, Class::AND.or(Class::OR)))
    {
        next = whole(tokens, next + 1).map_or(next, |(_, after)| after);
    }
    let named = tokens.is(next, Class::GRADE.or(Class::AGE)) && close(tokens, next);
    // A day or a month alone: 15日, 10号.
    let day = tokens.is(next, Class::DAY_MARK)
        && tokens.get(next).is_some_and(|mark| mark.gap <= Gap::Space)
        && tokens.eastern;
    (named || day).then(|| crate::items::clock::clock_after(tokens, next + 1).unwrap_or(next + 1))
}

/// “the 15th”, “Sunday the 14th”, “21st of each month”: a day of no month, where no noun follows.
fn numbered_day(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let number =
        tokens.get(at).filter(|number| number.kind == Kind::Number && (1..=31).contains(&number.value))?;
    let end = tokens.get(at + 1).filter(|end| end.gap == Gap::None && end.kind == Kind::Word)?;
    let led = at.checked_sub(1).is_some_and(|before| is_small(tokens, before));
    let alone = tokens.get(at + 2).is_none_or(|after| {
        after.opens
            || after.gap > Gap::Space
            || after.kind == Kind::Mark && !after.is_any("-‐")
            || is_small(tokens, at + 2)
            || tokens.is(at + 2, Class::AND.or(Class::OR).or(Class::JOINT))
    });
    let ordinal = number.gap <= Gap::Blank && end.width() == 2 && tokens.is(at + 1, Class::ORDINAL_END);
    let mut next = at + 2;
    // “the 10th and 25th”
    if let Some(end) = ordinal_end(tokens, next + 2).filter(|_| {
        tokens.is(next, Class::AND.or(Class::OR)) && !tokens.get(next + 2).is_some_and(|mark| mark.is('.'))
    }) && tokens.get(next + 1).is_some_and(|other| other.kind == Kind::Number)
    {
        next = end;
    }
    (led && alone && ordinal).then(|| of_unit(tokens, next).unwrap_or(next))
}

/// “two mornings a week”, “drei Abende pro Woche”.
fn counted_parts(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let (_, next) = whole(tokens, at)?;
    let part = tokens.is(next, Class::DAY_PART)
        || tokens.time(next).weekday > 0 && tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
    if !(part && close(tokens, next)) {
        return None;
    }
    Some(crate::items::rhythm::per_unit(tokens, next + 1).unwrap_or(next + 1))
}

/// “after” or “before” with nothing more, so that it tells from what was said before.
fn ends_with_after(tokens: &Tokens<'_>, at: usize) -> bool {
    let ends =
        tokens.get(at + 1).is_none_or(|next| next.opens || next.gap > Gap::Space || next.is_any(".,;)"));
    tokens.is(at, Class::AFTER) && close(tokens, at) && ends && !tokens.eastern
}
