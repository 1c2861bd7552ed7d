//! Days, months and years of Chinese, Japanese and Korean: 2026年5月18日, 令和8年6月, 115年7月1日, 二〇二七年五月,
//! “2027년 7월 1일”, “2027. 7. 1.”, “'27.7.5”.

use crate::items::calendar::{Day, Month};
use crate::items::number::whole;
use crate::words::lexicon::Cues;
use crate::words::time::Class;
use crate::words::token::{Gap, Kind, Token, Tokens};

fn close(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap <= Gap::Space)
}

/// A year before its mark: 2026年, 令和8年, 115年, '27년, 二〇二七年.
pub(crate) fn eastern_year(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let first = tokens.get(at)?;
    let mut number = at;
    let mut era = None;
    if tokens.is(at, Class::ERA) {
        era = Some(i32::from(tokens.time(at).era));
        number += 1;
    } else if first.is_any("'’‘") {
        number += 1;
    }
    let (value, digits, next) = year_number(tokens, number)?;
    if !(tokens.is(next, Class::YEAR_MARK) && close(tokens, next)) {
        return None;
    }
    let value = i32::try_from(value).ok()?;
    let year = match (era, digits) {
        (Some(era), _) => value.checked_add(era)?,
        (None, 4) => value,
        // “27年”, and the years of the Republic of China
        (None, 2) if (20..60).contains(&value) => value + 2000,
        (None, 3) if (100..160).contains(&value) => value + 1911,
        _ => return None,
    };
    (1900..2100).contains(&year).then_some((year, next + 1))
}

/// The number of a year, how many digits it has, and the place after.
fn year_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, u32, usize)> {
    let token = tokens.get(at)?;
    if token.kind == Kind::Number {
        return Some((token.value, token.digits(tokens.text), at + 1));
    }
    // 二〇二六
    let mut value = 0;
    for step in 0..4 {
        let digit = tokens.time(at + step).number.filter(|digit| *digit < 10)?;
        if step > 0 && tokens.get(at + step)?.gap > Gap::None {
            return whole(tokens, at).map(|(value, next)| (value, 2, next));
        }
        value = value * 10 + u32::from(digit);
    }
    Some((value, 4, at + 4))
}

/// 2026年5月, 5月, 五月, “2028. 8.”: the month and the place after.
pub(crate) fn eastern_month(tokens: &Tokens<'_>, at: usize) -> Option<(Month, usize)> {
    let (year, next) = match eastern_year(tokens, at) {
        Some((year, next)) => (Some(year), next),
        None => (None, at),
    };
    if year.is_some() && !close(tokens, next) {
        return None;
    }
    // “'28.2월”, “2028. 8.”
    let (year, next) = match year {
        Some(_) => (year, next),
        None => dotted_year(tokens, at).map_or((None, at), |(year, next)| (Some(year), next)),
    };
    // 毎年10月
    let named = u32::from(tokens.time(next).month);
    let starts_eastern = || tokens.word(next).starts_with(crate::words::fold::is_ideograph);
    if named > 0 && starts_eastern() {
        return Some((Month::new(year, named), next + 1));
    }
    let digits =
        tokens.get(next).filter(|number| number.kind == Kind::Number).map(|number| (number.value, next + 1));
    let (month, after) =
        digits.or_else(|| whole(tokens, next)).filter(|(month, _)| (1..=12).contains(month))?;
    if tokens.is(after, Class::MONTH_MARK) && close(tokens, after) {
        return Some((Month::new(year, month), after + 1));
    }
    // “2028. 8.”
    let dotted = tokens.eastern
        && year.is_some()
        && tokens.get(after).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None);
    let more = tokens.get(after + 1).is_some_and(|t| t.gap <= Gap::Space && t.kind == Kind::Number);
    (dotted && !more).then_some((Month::new(year, month), after + 1))
}

/// “2027.”, “'27.” before a month, in a Korean date; the place after the full stop.
fn dotted_year(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let first = tokens.get(at)?;
    // “R8.4.6”
    if tokens.is(at, Class::ERA) && tokens.word(at).is_ascii() {
        let number =
            tokens.get(at + 1).filter(|number| number.kind == Kind::Number && number.gap == Gap::None)?;
        tokens.get(at + 2).filter(|mark| mark.gap == Gap::None && mark.is('.') && mark.width() == 1)?;
        let year = i32::try_from(number.value).ok()?.checked_add(i32::from(tokens.time(at).era))?;
        return (2000..2100).contains(&year).then_some((year, at + 3));
    }
    let short = first.is_any("'’‘");
    let number = tokens.get(at + usize::from(short)).filter(|token| token.kind == Kind::Number)?;
    let next = at + 1 + usize::from(short);
    tokens.get(next).filter(|mark| mark.gap == Gap::None && mark.is('.') && mark.width() == 1)?;
    let value = i32::try_from(number.value).ok()?;
    // “27.3.1”, “27.8월”: a year of two digits needs a month and its day or its mark.
    let plain = || {
        let month =
            tokens.get(next + 1).filter(|month| month.kind == Kind::Number && month.gap == Gap::None)?;
        let mark = tokens.get(next + 2)?;
        let day = tokens.get(next + 3).is_some_and(|day| day.kind == Kind::Number && day.gap <= Gap::Space);
        let told = tokens.is(next + 2, Class::MONTH_MARK) || mark.is('.') && mark.gap == Gap::None && day;
        (month.value <= 12 && told && (20..46).contains(&value)).then_some(())
    };
    let year = match (short, number.digits(tokens.text)) {
        (true, 2) => value + 2000,
        (false, 4) => value,
        (false, 2) if plain().is_some() => value + 2000,
        _ => return None,
    };
    (2000..2100).contains(&year).then_some((year, next + 1))
}

/// A day that begins at a token.
pub(crate) fn eastern_day(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    if let Some((month, next)) = eastern_month(tokens, at) {
        let found = close(tokens, next).then(|| whole(tokens, next)).flatten().filter(|(day, after)| {
            (1..=31).contains(day) && tokens.is(*after, Class::DAY_MARK) && close(tokens, *after)
        });
        if let Some((day, after)) = found {
            return Some((Day::sure(month.year, month.month, day)?, after + 1));
        }
    }
    if !tokens.eastern {
        return None;
    }
    dotted_day(tokens, at)
}

/// “2027. 7. 1.”, “'27.7.5”, “5. 14.”, “5.9(일)”, “8.10”.
fn dotted_day(tokens: &Tokens<'_>, at: usize) -> Option<(Day, usize)> {
    let (year, next) = dotted_year(tokens, at).map_or((None, at), |(year, next)| (Some(year), next));
    let number = |at: usize| {
        tokens.get(at).filter(|token| {
            token.kind == Kind::Number
                && token.digits(tokens.text) <= 2
                && token.gap <= if at == next && year.is_none() { Gap::Blank } else { Gap::Space }
        })
    };
    let month = number(next)?.value;
    tokens.get(next + 1).filter(|mark| mark.gap == Gap::None && mark.is('.') && mark.width() == 1)?;
    let day = number(next + 2)?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let tail = tokens.get(at).is_some_and(|token| token.gap == Gap::None)
        && before.is_some_and(|before| before.is_any(".:/") || before.kind == Kind::Number);
    let mut end = next + 3;
    let stop = tokens.get(end).is_some_and(|mark| mark.gap == Gap::None && mark.is('.') && mark.width() == 1);
    let spaced = day.gap == Gap::Space;
    let bracket = tokens.get(end + usize::from(stop)).is_some_and(|mark| mark.is_any("(（"))
        && tokens.time(end + usize::from(stop) + 1).short_weekday > 0;
    let joined = |at: usize| {
        let hyphen = tokens.get(at).is_some_and(|token| token.is('-'));
        let dotted = tokens.get(at + 2).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None)
            && number(at + 3).is_some();
        tokens.get(at).is_some_and(Token::is_dash) && number(at + 1).is_some() && (!hyphen || dotted)
    };
    // The other end of a span: “4.5~4.23”
    let ends = before.is_some_and(|before| before.is_dash() && !before.is('-')) && !latin_before(tokens, at);
    // “8.10” alone may be a version or a mark: it needs two digits behind, and no Latin word before it.
    let latin = latin_before(tokens, at);
    let after = tokens.get(end);
    let plain = day.digits(tokens.text) == 2
        && !latin
        && after.is_none_or(|after| {
            after.gap > Gap::None
                || after.is_any("，。、；)）~～—–-：:")
                || after.kind == Kind::Word
                    && !tokens.word(end).is_ascii()
                    && (tokens.is(end, Class::TAIL.or(Class::AFTER).or(Class::JOINT))
                        || tokens.sense(end).cues.has(Cues::DEADLINE | Cues::START | Cues::END))
        });
    if tail
        || !(year.is_some() || bracket || stop && spaced || joined(end + usize::from(stop)) || ends || plain)
    {
        return None;
    }
    if tokens
        .get(end)
        .is_some_and(|token| token.gap == Gap::None && (token.kind == Kind::Number || token.is_any("%:")))
    {
        return None;
    }
    end += usize::from(stop);
    Some((Day::sure(year, month, day.value)?, end))
}

/// Whether a Latin word stands before a token: “Python 3.11”.
fn latin_before(tokens: &Tokens<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        tokens.get(before).is_some_and(|token| token.kind == Kind::Word) && tokens.word(before).is_ascii()
    })
}
