//! Units of time, and numbers said with their unit in one word.

use startline_engine::LengthUnit;

use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Tokens};

/// A unit of time at a token: it, how many of it, whether a hyphen stands before, and the place after.
pub(crate) fn unit(tokens: &Tokens<'_>, at: usize) -> Option<((LengthUnit, u32), bool, usize)> {
    let mut next = at;
    let mut hyphen = false;
    if tokens.get(next).is_some_and(|mark| mark.is_any("-‐‑–") && mark.width() <= 3 && mark.gap <= Gap::Space)
    {
        hyphen = true;
        next += 1;
    }
    // “12 consecutive weeks”, “3个完整月”
    for _ in 0..2 {
        if tokens.sense(next).cues.has(Cues::FILL)
            && !tokens.sense(next).cues.has(Cues::UNIT)
            && tokens.get(next).is_some_and(|t| t.gap <= Gap::Space)
        {
            next += 1;
            if tokens.get(next).is_some_and(|mark| mark.is(',')) {
                next += 1;
            }
        }
    }
    let token = tokens.get(next).filter(|token| token.kind == Kind::Word && token.gap <= Gap::Space)?;
    let sense = tokens.sense(next);
    let german = sense.number > 0 && sense.cues.has(Cues::UNIT);
    let single = token.width() == 1;
    if german || single || token.gap == Gap::None && token.is_capital() && hyphen && token.opens {
        return None;
    }
    let unit = if sense.cues.has(Cues::WEEKUNIT) {
        (LengthUnit::Weeks, 1)
    } else if sense.cues.has(Cues::MONTHUNIT) {
        (LengthUnit::Months, 1)
    } else if sense.cues.has(Cues::YEARUNIT) {
        (LengthUnit::Months, 12)
    } else if sense.cues.has(Cues::DAYUNIT) {
        (LengthUnit::Days, 1)
    } else {
        return None;
    };
    let mut end = next + 1;
    // “month(s)”
    if tokens.get(end).is_some_and(|mark| mark.is('(') && mark.gap == Gap::None)
        && tokens.word(end + 1) == "s"
        && tokens.get(end + 2).is_some_and(|mark| mark.is(')'))
    {
        end += 3;
    }
    Some((unit, hyphen, end))
}

pub(crate) fn unit_is(tokens: &Tokens<'_>, at: usize, wanted: LengthUnit) -> bool {
    unit(tokens, at).is_some_and(|((unit, _), ..)| unit == wanted)
}

/// “sechsmonatiges”, “half a year”: the number and the unit in one word, and how many of the unit it is.
pub(crate) fn compound(tokens: &Tokens<'_>, at: usize) -> Option<(u32, LengthUnit)> {
    let sense = tokens.sense(at);
    if sense.number == 0 || !sense.cues.has(Cues::UNIT) {
        return None;
    }
    let number = u32::from(sense.number);
    Some(if sense.cues.has(Cues::WEEKUNIT) {
        (number, LengthUnit::Weeks)
    } else if sense.cues.has(Cues::MONTHUNIT) {
        (number, LengthUnit::Months)
    } else {
        (number * 12, LengthUnit::Months)
    })
}

/// A label that says the unit, right before the number at `at`: “Weeks: 10”, “Duration (months): 6”.
pub(crate) fn labelled(tokens: &Tokens<'_>, at: usize) -> Option<LengthUnit> {
    let mark = at.checked_sub(1).filter(|mark| tokens.get(*mark).is_some_and(|t| t.is_any(":：|=")))?;
    let mut word = mark.checked_sub(1)?;
    let bracketed = tokens.get(word).is_some_and(|t| t.is_any(")）"));
    if bracketed {
        word = word.checked_sub(1)?;
    }
    let cues = tokens.sense(word).cues;
    let unit = if cues.has(Cues::WEEKUNIT) && !cues.has(Cues::EVERY | Cues::WEEKWORD) {
        LengthUnit::Weeks
    } else if cues.has(Cues::MONTHUNIT) {
        LengthUnit::Months
    } else {
        return None;
    };
    let mut named = !bracketed && tokens.get(word).is_some_and(|token| token.opens);
    for back in 1..=4 {
        let Some(before) = word.checked_sub(back) else { break };
        let cues = tokens.cues(before);
        if cues.has(Cues::EVERY | Cues::HOURUNIT | Cues::EXPERIENCE | Cues::LEAVE | Cues::PROBATION) {
            return None;
        }
        named |= cues.has(Cues::DURATION) || tokens.word(before).eq_ignore_ascii_case("number");
        if tokens.get(before).is_some_and(|token| token.opens) {
            break;
        }
    }
    named.then_some(unit)
}
