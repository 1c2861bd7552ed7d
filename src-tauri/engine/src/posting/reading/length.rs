//! Lengths of time: “12-week”, “10 to 12 weeks”, “mindestens 3 Monate”, “3个月以上”.

use crate::LengthUnit;

use super::lexicon::Cues;
use super::number::whole;
use super::token::{Gap, Kind, Tokens};

/// A length as written, before its unit is settled for a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) unit: LengthUnit,
    pub(super) min: Option<u32>,
    pub(super) max: Option<u32>,
    /// Whether it stands before what it counts, as in “12-week program”.
    pub(super) attributive: bool,
    /// Whether a bound was said with it, such as “at least”.
    pub(super) bounded: bool,
    /// A fraction of a unit, which makes no rule (D7).
    pub(super) fraction: bool,
}

/// A length that begins at a token: it, where it truly begins (a bound may stand before), and the place after.
pub(super) fn length(tokens: &Tokens<'_>, at: usize) -> Option<(Length, usize, usize)> {
    let fraction = is_fraction_before(tokens, at);
    let fractional = |at: usize| tokens.get(at).map(|token| (token.value, at + 1));
    let (first, mut next) = if fraction { fractional(at)? } else { whole(tokens, at)? };
    let low = first;
    let mut high = first;
    let mut open_end = false;
    let mut own_unit = None;
    // “3 months to 6 months”, “12 weeks - 16 weeks”
    if let Some((unit, _, after)) = unit(tokens, next)
        && let Some(from) = between_numbers(tokens, after)
        && let Some((second, after)) = whole(tokens, from)
        && unit_is(tokens, after, unit.0)
        && second > first
    {
        (high, next, own_unit) = (second, after, Some(unit));
    }
    if tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("+＋")) {
        open_end = true;
        next += 1;
    }
    for _ in 0..3 {
        if own_unit.is_some() || open_end {
            break;
        }
        let Some(from) = between_numbers(tokens, next) else { break };
        let Some((second, after)) = whole(tokens, from) else { break };
        if second < high || second > 1000 {
            break;
        }
        (high, next) = (second, after);
        if tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is('+')) {
            next += 1;
        }
    }
    let (unit, hyphen, mut end) = unit(tokens, next)?;
    let (unit, times) = unit;
    let mut length = Length {
        unit,
        min: Some(low.saturating_mul(times)),
        max: Some(high.saturating_mul(times)),
        attributive: hyphen,
        bounded: false,
        fraction,
    };
    if open_end {
        length.max = None;
        length.bounded = true;
    }
    let mut start = if fraction { at - 2 } else { at };
    // A bound before: “at least”, “a minimum of”, “up to”; a word may stand between.
    for back in 1..=3 {
        let Some(index) = at.checked_sub(back) else { break };
        let cues = tokens.sense(index).cues;
        if tokens.get(index).is_none_or(|token| token.is_any(".;()"))
            || tokens.get(index + 1).is_some_and(|token| token.opens)
        {
            break;
        }
        if cues.has(Cues::MIN) && !tokens.word(index).eq_ignore_ascii_case("ab")
            || cues.has(Cues::MIN) && back == 1
        {
            length.max = (high > low).then_some(high.saturating_mul(times));
            length.bounded = true;
            start = index;
            break;
        }
        if cues.has(Cues::MAX) || tokens.sense(index).foreign.has(Cues::MAX) && back == 1 {
            length.min = None;
            length.bounded = true;
            start = index;
            break;
        }
        if !(cues
            .has(Cues::ARTICLE | Cues::PROGRAM | Cues::DURATION | Cues::APPROX | Cues::INTERN | Cues::WORK)
            || tokens.get(index).is_some_and(|mark| mark.is_any(":：-"))
            || tokens.sense(index).foreign.has(Cues::ARTICLE))
        {
            break;
        }
    }
    // A bound after: “12 weeks minimum”, “3个月以上”, “6 months or more”.
    let mut after = end;
    if tokens.get(after).is_some_and(|mark| mark.is_any("(（,")) {
        after += 1;
    }
    if hyphen && tokens.get(after).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑")) {
        after += 1;
    }
    let cues = tokens.sense(after).cues;
    let opened = tokens.get(after).is_some_and(|token| token.opens || token.gap > Gap::Space);
    if !opened && !length.bounded && !tokens.word(after).eq_ignore_ascii_case("ab") {
        // “12 weeks, minimum 30 hours”: the bound is another number's.
        let others = whole(tokens, after + 1).is_some();
        if cues.has(Cues::MIN) && !others {
            length.max = (high > low).then_some(high.saturating_mul(times));
            (length.bounded, end) = (true, after + 1);
        } else if cues.has(Cues::MAX) && !others {
            length.min = None;
            (length.bounded, end) = (true, after + 1);
        }
    }
    Some((length, start, end))
}

/// Whether the number at `at` is the end of a fraction: “1.5 months”.
fn is_fraction_before(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2
        && tokens.get(at).is_some_and(|token| token.kind == Kind::Number && token.gap == Gap::None)
        && tokens.get(at - 1).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(".,"))
}

/// What joins two numbers of a range or a choice: the place of the second number.
fn between_numbers(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| !token.opens)?;
    let sense = tokens.sense(at);
    let cues = sense.cues | sense.foreign;
    if token.is_dash() && token.width() <= 3 || token.is_any("/、") {
        return Some(at + 1);
    }
    if token.is(',') {
        // “4, 6 or 12 months”
        return Some(at + 1 + usize::from(tokens.sense(at + 1).cues.has(Cues::OR)));
    }
    (cues.has(Cues::UNTIL | Cues::OR | Cues::AND) || tokens.word(at) == "a").then_some(at + 1)
}

/// A unit of time at a token: it, how many of it, whether a hyphen stands before, and the place after.
fn unit(tokens: &Tokens<'_>, at: usize) -> Option<((LengthUnit, u32), bool, usize)> {
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

fn unit_is(tokens: &Tokens<'_>, at: usize, wanted: LengthUnit) -> bool {
    unit(tokens, at).is_some_and(|((unit, _), ..)| unit == wanted)
}

/// “sechsmonatiges”: the number and the unit in one word.
pub(super) fn compound(tokens: &Tokens<'_>, at: usize) -> Option<(Length, usize)> {
    let sense = tokens.sense(at);
    if sense.number == 0 || !sense.cues.has(Cues::UNIT) {
        return None;
    }
    let number = u32::from(sense.number);
    let (unit, times) = if sense.cues.has(Cues::WEEKUNIT) {
        (LengthUnit::Weeks, 1)
    } else if sense.cues.has(Cues::MONTHUNIT) {
        (LengthUnit::Months, 1)
    } else {
        (LengthUnit::Months, 12)
    };
    let value = Some(number * times);
    let length = Length { unit, min: value, max: value, attributive: true, bounded: false, fraction: false };
    Some((length, at + 1))
}
