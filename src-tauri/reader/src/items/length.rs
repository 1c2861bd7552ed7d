//! Lengths of time: “12-week”, “10 to 12 weeks”, “mindestens 3 Monate”, “3个月以上”.

use startline_engine::LengthUnit;

use crate::items::number::{Rest, amount, whole};
use crate::items::unit::{Counted, compound, labelled, unit};
use crate::words::lexicon::Cues;
use crate::words::time::{Class, Unit};
use crate::words::token::{Gap, Kind, Tokens};

/// A length as written, before its unit is settled for a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    /// What is counted; of no matter where `hours` is set.
    pub(crate) unit: LengthUnit,
    pub(crate) min: Option<u32>,
    pub(crate) max: Option<u32>,
    /// Whether `min` and `max` count hours, which make no rule.
    pub(crate) hours: bool,
    /// Whether it stands before what it counts, as in “12-week program”.
    pub(crate) attributive: bool,
    /// Whether a bound was said with it, such as “at least”.
    pub(crate) bounded: bool,
    /// A fraction of a unit, which makes no rule (D7).
    pub(crate) fraction: bool,
    /// Whether the unit stands in a label before the number: “Weeks: 12”.
    pub(crate) labelled: bool,
}

/// A duration that was found, and where its own words begin and end.
pub(crate) struct Found {
    /// Nothing for minutes, semesters, “a few weeks” and days of a rhythm, which have no length here.
    pub(crate) length: Option<Length>,
    pub(crate) unit: Unit,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl Length {
    fn of(unit: LengthUnit, low: u32, high: u32) -> Self {
        Self {
            unit,
            min: Some(low),
            max: Some(high),
            hours: false,
            attributive: false,
            bounded: false,
            fraction: false,
            labelled: false,
        }
    }

    /// “At least”: the most is said only where it is another number.
    fn at_least(&mut self) {
        self.max = self.max.filter(|max| self.min < Some(*max));
        self.bounded = true;
    }

    fn at_most(&mut self) {
        self.min = None;
        self.bounded = true;
    }
}

/// A length of some units; nothing where they have no certain one.
fn length_of(unit: Unit, low: u32, high: u32) -> Option<Length> {
    let year = |n: u32| n.saturating_mul(12);
    Some(match unit {
        Unit::Hour => Length { hours: true, ..Length::of(LengthUnit::Days, low, high) },
        Unit::Day => Length::of(LengthUnit::Days, low, high),
        Unit::Week => Length::of(LengthUnit::Weeks, low, high),
        Unit::Month => Length::of(LengthUnit::Months, low, high),
        Unit::Year => Length::of(LengthUnit::Months, year(low), year(high)),
        Unit::Minute | Unit::Term => return None,
    })
}

/// A duration that begins at a token: a bound may stand before it.
pub(crate) fn length(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let mut found = bare(tokens, at)?;
    if let Some(length) = &mut found.length {
        // “at least one”
        if tokens.is(at, Class::MIN) {
            length.at_least();
        }
        found.from = bound_before(tokens, at, length).unwrap_or(found.from);
        found.to = bound_after(tokens, found.to, length).unwrap_or(found.to);
    }
    Some(found)
}

/// The numbers and their unit, without a bound.
fn bare(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if let Some((number, unit)) = compound(tokens, at) {
        let length = length_of(unit, number, number).map(|length| Length { attributive: true, ..length });
        return Some(Found { length, unit, from: at, to: at + 1 });
    }
    // “a year” is one phrase; with “and a half” it is a length.
    if let Some(per) = tokens.time(at).per
        && let Some(to) = half_after(tokens, at + 1)
    {
        let low = if per == Unit::Year { 18 } else { 1 };
        let unit = if per == Unit::Year { Unit::Month } else { per };
        let length = length_of(unit, low, low).map(|length| Length { fraction: low == 1, ..length });
        return Some(Found { length, unit, from: at, to });
    }
    if let Some(found) = uncertain(tokens, at) {
        return Some(found);
    }
    let (low, mut rest, mut next) = amount(tokens, at)?;
    let mut high = low;
    let mut open_end = false;
    let mut own: Option<Counted> = None;
    let mut from_unit = None;
    // “3 months to 6 months”, “eight weeks to five months”
    if let Some((counted, after)) = unit(tokens, next)
        && let Some(from) = between_numbers(tokens, after)
        && let Some((second, _, after)) = amount(tokens, from)
        && let Some((other, end)) = unit(tokens, after)
        && let Some(second) = in_units(second, other, counted)
        && second > low
    {
        (high, next, own, from_unit) = (second, end, Some(counted), Some(end));
    }
    if tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("+＋")) {
        open_end = true;
        next += 1;
    }
    for _ in 0..3 {
        if own.is_some() || open_end {
            break;
        }
        let Some(from) = between_numbers(tokens, next) else { break };
        let Some((second, other, after)) = amount(tokens, from) else { break };
        // “3 1/2 days”
        let half = low == 1
            && second <= 4
            && tokens.get(next).is_some_and(|mark| mark.is('/') && mark.gap == Gap::None)
            && at
                .checked_sub(1)
                .and_then(|at| tokens.get(at))
                .is_some_and(|token| token.kind == Kind::Number);
        if half {
            return None;
        }
        if second < high || second > 9999 {
            break;
        }
        (high, next) = (second, after);
        rest = if rest == Rest::Nothing { other } else { rest };
        if tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is('+')) {
            next += 1;
        }
    }
    let counted = own.or_else(|| unit(tokens, next).map(|(counted, _)| counted));
    let Some(counted) = counted else {
        let unit = labelled(tokens, at).filter(|_| rest == Rest::Nothing && is_no_date(tokens, next))?;
        let length = length_of(unit, low, high).map(|length| Length { labelled: true, ..length });
        return Some(Found { length, unit, from: at, to: next });
    };
    let mut end = from_unit.or_else(|| unit(tokens, next).map(|(_, end)| end))?;
    // “20 días hábiles”
    end += usize::from(
        tokens.is(end, Class::TRAILING) && tokens.get(end).is_some_and(|token| token.gap == Gap::Space),
    );
    if low == 0 && rest == Rest::Nothing || high > 20_000 {
        return None;
    }
    if rest == Rest::Nothing
        && let Some(after) = half_after(tokens, end)
    {
        (rest, end) = (Rest::Half, after);
    }
    // “38 h 30”
    if counted.unit == Unit::Hour
        && tokens
            .get(end)
            .is_some_and(|t| t.kind == Kind::Number && t.width() == 2 && t.value < 60 && t.gap <= Gap::Space)
        && tokens.word(end - 1).len() == 1
        && !tokens.get(end + 1).is_some_and(|mark| mark.gap == Gap::None && mark.is_any(":h"))
    {
        (rest, end) = (Rest::Other, end + 1);
    }
    let (low, high) = (low.saturating_mul(counted.times), high.saturating_mul(counted.times));
    let mut length = length_of(counted.unit, low, high);
    if let Some(length) = &mut length {
        length.attributive = counted.hyphen;
        // Eighteen months are whole.
        let halves = counted.unit == Unit::Year && rest == Rest::Half;
        length.fraction = rest != Rest::Nothing && !halves;
        if halves {
            (length.min, length.max) = (length.min.map(|n| n + 6), length.max.map(|n| n + 6));
        }
        if open_end {
            length.max = None;
            length.bounded = true;
        }
    }
    Some(Found { length, unit: counted.unit, from: at, to: end })
}

/// A number of one unit in another, nearest: five months are 22 weeks.
fn in_units(number: u32, from: Counted, to: Counted) -> Option<u32> {
    if from.unit == to.unit {
        return Some(number.saturating_mul(from.times) / to.times.max(1));
    }
    let days = |unit: Unit| match unit {
        Unit::Day => Some(100),
        Unit::Week => Some(700),
        Unit::Month => Some(3044),
        Unit::Year => Some(36_524),
        _ => None,
    };
    let (a, b) = (days(from.unit)?, days(to.unit)?);
    Some((number.checked_mul(a)? + b / 2) / b)
}

/// “A few weeks”, “a week”, 数日, 数个月: no number of units, or one.
fn uncertain(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let time = tokens.time(at);
    let article = usize::from(time.class.has(Class::ARTICLE));
    let few = at + article;
    if tokens.is(few, Class::FEW) {
        let mut next = few + 1;
        while next < few + 3
            && (tokens.is(next, Class::FILL) && tokens.time(next).unit.is_none()
                || crate::items::month::is_small(tokens, next))
        {
            next += 1;
        }
        let (counted, to) = unit(tokens, next)?;
        return Some(Found { length: None, unit: counted.unit, from: at, to });
    }
    if article == 0 {
        return None;
    }
    // “à jour”, “a mes”
    if tokens.foreign || !tokens.word(at).is_ascii() {
        return None;
    }
    let (counted, mut to) = unit(tokens, at + 1).filter(|(counted, _)| !counted.hyphen)?;
    let mut length = length_of(counted.unit, counted.times, counted.times);
    // “a year and a half”
    if let Some(after) = half_after(tokens, to) {
        to = after;
        if let Some(length) = &mut length {
            let year = counted.unit == Unit::Year;
            length.fraction = !year;
            (length.min, length.max) = if year { (Some(18), Some(18)) } else { (length.min, length.max) };
        }
    }
    Some(Found { length, unit: counted.unit, from: at, to })
}

/// “and a half”, “et demi”, “e mezzo”, 半 after a unit; the place after.
pub(crate) fn half_after(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    if tokens.is(next, Class::AND.or(Class::OR)) {
        next += 1;
        next += usize::from(tokens.is(next, Class::ARTICLE));
    } else if tokens.get(at).is_none_or(|token| token.gap > Gap::None) {
        return None;
    }
    let half = tokens.is(next, Class::HALF) && tokens.get(next).is_some_and(|token| token.gap <= Gap::Space);
    (half && tokens.time(next + 1).unit.is_none()).then_some(next + 1)
}

/// Whether nothing after a number makes it the head of a date or of a sum.
fn is_no_date(tokens: &Tokens<'_>, next: usize) -> bool {
    tokens.get(next).is_none_or(|token| {
        token.opens || token.gap > Gap::Space || token.is_any(",;.()|") || is_least(tokens, next)
    }) && tokens.time(next).month == 0
}

fn is_least(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Class::MIN) || tokens.sense(at).cues.has(Cues::MIN)
}

fn is_most(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is(at, Class::MAX) || tokens.sense(at).cues.has(Cues::MAX)
}

/// A bound before: “at least”, “a minimum of”, “up to”; a word may stand between. Gives where it stands.
fn bound_before(tokens: &Tokens<'_>, at: usize, length: &mut Length) -> Option<usize> {
    for back in 1..=3 {
        let index = at.checked_sub(back)?;
        let token = tokens.get(index)?;
        // “min. 3 months”
        let short = token.is('.') && token.gap == Gap::None;
        if short && index.checked_sub(1).is_some_and(|word| is_least(tokens, word) || is_most(tokens, word)) {
            continue;
        }
        if token.is_any(".;()") || tokens.get(index + 1).is_some_and(|token| token.opens) {
            return None;
        }
        // “Ab” and “da” and “tot” are bounds only right before the number.
        let far = back > 1
            && token.width() <= 3
            && token.kind == Kind::Word
            && !tokens.is(index, Class::FILL)
            && tokens.time(index).class.has(Class::SMALL.or(Class::JOINT));
        if is_least(tokens, index) && !far {
            length.at_least();
            return Some(index);
        }
        if is_most(tokens, index) && !far || tokens.sense(index).foreign.has(Cues::MAX) && back == 1 {
            length.at_most();
            return Some(index);
        }
        let cues = tokens.sense(index).cues;
        if !(cues
            .has(Cues::ARTICLE | Cues::PROGRAM | Cues::DURATION | Cues::APPROX | Cues::INTERN | Cues::WORK)
            || token.is_any(":：-")
            || tokens.is(index, Class::APPROX.or(Class::SMALL))
            || tokens.sense(index).foreign.has(Cues::ARTICLE))
        {
            return None;
        }
    }
    None
}

/// A bound after: “12 weeks minimum”, “3个月以上”, “6 months or more”. Gives the place after it.
fn bound_after(tokens: &Tokens<'_>, end: usize, length: &mut Length) -> Option<usize> {
    let mut after = end;
    if tokens.get(after).is_some_and(|mark| mark.is_any("(（,")) {
        after += 1;
    }
    if length.attributive && tokens.get(after).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑"))
    {
        after += 1;
    }
    // 3か月程度以上
    if tokens.is(after, Class::FILL.or(Class::APPROX)) && tokens.eastern {
        after += 1;
    }
    let opened = tokens.get(after).is_some_and(|token| token.opens || token.gap > Gap::Space);
    let joint =
        tokens.is(after, Class::JOINT) || tokens.is(after, Class::SMALL) && tokens.word(after).len() <= 3;
    if opened || length.bounded || joint && !tokens.eastern {
        return None;
    }
    // “12 weeks, minimum 30 hours”: the bound is another number's.
    if whole(tokens, after + 1).is_some() {
        return None;
    }
    if is_least(tokens, after) {
        length.at_least();
    } else if is_most(tokens, after) {
        length.at_most();
    } else {
        return None;
    }
    Some(after + 1)
}

/// What joins two numbers of a range or a choice: the place of the second number.
fn between_numbers(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| !token.opens || token.is_dash())?;
    let close = |at: usize| tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑"));
    let joins = |at: usize| {
        tokens.is(at, Class::JOINT.or(Class::AND).or(Class::OR))
            || tokens.is(at, Class::MAX) && tokens.is(at, Class::JOINT)
    };
    // “ten-to-twelve-week”
    if close(at) && joins(at + 1) && close(at + 2) {
        return Some(at + 3);
    }
    if token.gap > Gap::Space {
        return None;
    }
    // “4-, 8- or 12-month”
    let hanging = close(at) && (joins(at + 1) || tokens.get(at + 1).is_some_and(|mark| mark.is(',')));
    if hanging {
        return between_numbers(tokens, at + 1);
    }
    if token.is_dash() && token.width() <= 3 || token.is_any("/、") {
        return Some(at + 1);
    }
    if token.is(',') {
        // “4, 6 or 12 months”
        return Some(at + 1 + usize::from(tokens.is(at + 1, Class::AND.or(Class::OR))));
    }
    if !joins(at) {
        return None;
    }
    // “bis zu”, “and up to”
    let more = joins(at + 1)
        || tokens.is(at + 1, Class::MAX) && tokens.get(at + 1).is_some_and(|t| t.gap <= Gap::Space);
    Some(at + 1 + usize::from(more))
}
