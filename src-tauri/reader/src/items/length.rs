//! Lengths of time: “12-week”, “10 to 12 weeks”, “mindestens 3 Monate”, “3个月以上”.

use startline_engine::LengthUnit;

use crate::items::number::whole;
use crate::items::unit::{compound, labelled, unit, unit_is};
use crate::words::lexicon::Cues;
use crate::words::token::{Gap, Kind, Tokens};

/// A length as written, before its unit is settled for a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) unit: LengthUnit,
    pub(crate) min: Option<u32>,
    pub(crate) max: Option<u32>,
    /// Whether it stands before what it counts, as in “12-week program”.
    pub(crate) attributive: bool,
    /// Whether a bound was said with it, such as “at least”.
    pub(crate) bounded: bool,
    /// A fraction of a unit, which makes no rule (D7).
    pub(crate) fraction: bool,
    /// Whether the unit stands in a label before the number: “Weeks: 12”.
    pub(crate) labelled: bool,
    /// Whether it counts hours of work, which make no rule.
    pub(crate) hours: bool,
}

impl Length {
    fn of(unit: LengthUnit, low: u32, high: u32) -> Self {
        Self {
            unit,
            min: Some(low),
            max: Some(high),
            attributive: false,
            bounded: false,
            fraction: false,
            labelled: false,
            hours: false,
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

/// A length that begins at a token: it, where it truly begins (a bound may stand before), and the place after.
pub(crate) fn length(tokens: &Tokens<'_>, at: usize) -> Option<(Length, usize, usize)> {
    let (mut length, first, next) = bare(tokens, at)?;
    let start = bound_before(tokens, at, &mut length).unwrap_or(first);
    let end = bound_after(tokens, next, &mut length).unwrap_or(next);
    Some((length, start, end))
}

/// The numbers and their unit, without a bound.
fn bare(tokens: &Tokens<'_>, at: usize) -> Option<(Length, usize, usize)> {
    if let Some((number, unit)) = compound(tokens, at) {
        return Some((Length { attributive: true, ..Length::of(unit, number, number) }, at, at + 1));
    }
    let fraction = is_fraction_before(tokens, at);
    let fractional = |at: usize| tokens.get(at).map(|token| (token.value, at + 1));
    let (low, mut next) = if fraction { fractional(at)? } else { whole(tokens, at)? };
    let mut high = low;
    let mut open_end = false;
    let mut own_unit = None;
    // “3 months to 6 months”, “12 weeks - 16 weeks”
    if let Some((unit, _, after)) = unit(tokens, next)
        && let Some(from) = between_numbers(tokens, after)
        && let Some((second, after)) = whole(tokens, from)
        && unit_is(tokens, after, unit.0)
        && second > low
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
        // “3 1/2 days”
        let half = low == 1
            && second <= 4
            && tokens.get(next).is_some_and(|mark| mark.is('/') && mark.gap == Gap::None);
        if half {
            return None;
        }
        if second < high || second > 1000 {
            break;
        }
        (high, next) = (second, after);
        if tokens.get(next).is_some_and(|mark| mark.gap == Gap::None && mark.is('+')) {
            next += 1;
        }
    }
    let first = if fraction { at - 2 } else { at };
    let Some(((unit, times), hyphen, end)) = unit(tokens, next) else {
        let unit = labelled(tokens, at).filter(|_| !fraction && is_no_date(tokens, next))?;
        return Some((Length { labelled: true, ..Length::of(unit, low, high) }, first, next));
    };
    let (low, high) = (low.saturating_mul(times), high.saturating_mul(times));
    let mut length = Length { attributive: hyphen, fraction, ..Length::of(unit, low, high) };
    if open_end {
        length.max = None;
        length.bounded = true;
    }
    Some((length, first, end))
}

/// Whether nothing after a number makes it the head of a date or of a sum.
fn is_no_date(tokens: &Tokens<'_>, next: usize) -> bool {
    tokens.get(next).is_none_or(|token| {
        token.opens
            || token.gap > Gap::Space
            || token.is_any(",;.()|")
            || tokens.sense(next).cues.has(Cues::MIN)
    }) && tokens.sense(next).month == 0
}

/// A bound before: “at least”, “a minimum of”, “up to”; a word may stand between. Gives where it stands.
fn bound_before(tokens: &Tokens<'_>, at: usize, length: &mut Length) -> Option<usize> {
    for back in 1..=3 {
        let index = at.checked_sub(back)?;
        let cues = tokens.sense(index).cues;
        // “min. 3 months”
        if tokens.get(index).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None)
            && index.checked_sub(1).is_some_and(|word| tokens.sense(word).cues.has(Cues::MIN | Cues::MAX))
        {
            continue;
        }
        if tokens.get(index).is_none_or(|token| token.is_any(".;()"))
            || tokens.get(index + 1).is_some_and(|token| token.opens)
        {
            return None;
        }
        if cues.has(Cues::MIN) && !tokens.word(index).eq_ignore_ascii_case("ab")
            || cues.has(Cues::MIN) && back == 1
        {
            length.at_least();
            return Some(index);
        }
        if cues.has(Cues::MAX) || tokens.sense(index).foreign.has(Cues::MAX) && back == 1 {
            length.at_most();
            return Some(index);
        }
        if !(cues
            .has(Cues::ARTICLE | Cues::PROGRAM | Cues::DURATION | Cues::APPROX | Cues::INTERN | Cues::WORK)
            || tokens.get(index).is_some_and(|mark| mark.is_any(":：-"))
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
    let opened = tokens.get(after).is_some_and(|token| token.opens || token.gap > Gap::Space);
    if opened || length.bounded || tokens.word(after).eq_ignore_ascii_case("ab") {
        return None;
    }
    // “12 weeks, minimum 30 hours”: the bound is another number's.
    if whole(tokens, after + 1).is_some() {
        return None;
    }
    let cues = tokens.sense(after).cues;
    if cues.has(Cues::MIN) {
        length.at_least();
    } else if cues.has(Cues::MAX) {
        length.at_most();
    } else {
        return None;
    }
    Some(after + 1)
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
    let close = |at: usize| tokens.get(at).is_some_and(|mark| mark.gap == Gap::None && mark.is_any("-‐‑"));
    // “ten-to-twelve-week”
    if close(at) && tokens.sense(at + 1).cues.has(Cues::UNTIL | Cues::OR) && close(at + 2) {
        return Some(at + 3);
    }
    if token.is_dash() && token.width() <= 3 || token.is_any("/、") {
        return Some(at + 1);
    }
    if token.is(',') {
        // “4, 6 or 12 months”
        return Some(at + 1 + usize::from(tokens.sense(at + 1).cues.has(Cues::OR)));
    }
    (cues.has(Cues::UNTIL | Cues::OR | Cues::AND) || tokens.word(at) == "a").then_some(at + 1)
}
