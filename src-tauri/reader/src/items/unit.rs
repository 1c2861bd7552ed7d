//! Units of time, and numbers said with their unit in one word.

use crate::words::lexicon::Cues;
use crate::words::time::{Class, Unit};
use crate::words::token::{Gap, Kind, Tokens};

/// A unit that follows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) unit: Unit,
    /// How many of the unit one is: a fortnight is two weeks.
    pub(crate) times: u32,
    /// Whether a hyphen stands before.
    pub(crate) hyphen: bool,
}

/// A unit of time after a number that ends before `at`, and the place after.
pub(crate) fn unit(tokens: &Tokens<'_>, at: usize) -> Option<(Counted, usize)> {
    let mut next = at;
    let mut hyphen = false;
    if tokens.get(next).is_some_and(|mark| {
        mark.is_any("-‐‑–")
            && mark.width() <= 3
            && (mark.gap == Gap::None || mark.gap == Gap::Space && mark.is('-'))
    }) {
        hyphen = true;
        next += 1;
    }
    // “12 consecutive weeks”, “3个完整月”, “2 (two) full”
    for _ in 0..3 {
        let time = tokens.time(next);
        let filled = time.class.has(Class::FILL) || tokens.sense(next).cues.has(Cues::FILL);
        if filled && time.unit.is_none() && tokens.get(next).is_some_and(|t| t.gap <= Gap::Space) {
            next += 1;
            next +=
                usize::from(tokens.get(next).is_some_and(|mark| mark.is_any(",-") && mark.gap == Gap::None));
        }
    }
    let token = tokens.get(next).filter(|token| token.kind == Kind::Word && token.gap <= Gap::Space)?;
    let time = tokens.time(next);
    if time.class.has(Class::COMPOUND)
        || token.gap == Gap::None && token.is_capital() && hyphen && token.opens
    {
        return None;
    }
    // Months and years that a number names, not counts: 3月, 2026年.
    let value = || at.checked_sub(1).and_then(|at| tokens.get(at)).map_or(0, |number| number.value);
    let names =
        time.class.has(Class::MONTH_MARK) && next == at || time.class.has(Class::YEAR_MARK) && value() > 99;
    let (unit, times) = time.unit.filter(|_| !names)?;
    // “5 h” and “3 J.”, but a single capital is a name, and so are capitals after a word: “onze HR”. 한 분 is a person.
    let after_word = || {
        next == at
            && at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|number| number.kind == Kind::Word)
    };
    if token.width() == 1 && token.is_capital() && token.gap > Gap::None
        || token.width() == 2
            && token.is_capital()
            && tokens.word(next).chars().all(char::is_uppercase)
            && after_word()
        || unit == Unit::Minute && !tokens.word(next).is_ascii() && tokens.eastern && after_word()
    {
        return None;
    }
    let mut end = next + 1;
    // “month(s)”
    if tokens.get(end).is_some_and(|mark| mark.is('(') && mark.gap == Gap::None)
        && tokens.get(end + 1).is_some_and(|word| word.kind == Kind::Word && word.width() <= 2)
        && tokens.get(end + 2).is_some_and(|mark| mark.is(')'))
    {
        end += 3;
    } else if tokens.get(end).is_some_and(|mark| mark.is('.') && mark.gap == Gap::None)
        && tokens.word(next).len() <= 4
        && tokens.get(end + 1).is_some_and(|after| after.gap <= Gap::Space && !after.opens)
    {
        // “6 mos. or more”
        end += 1;
    }
    Some((Counted { unit, times: u32::from(times), hyphen }, end))
}

/// “sechsmonatiges”, “half a year”: the number and the unit in one word, and how many of the unit it is.
pub(crate) fn compound(tokens: &Tokens<'_>, at: usize) -> Option<(u32, Unit)> {
    let time = tokens.time(at);
    if !time.class.has(Class::COMPOUND) {
        return None;
    }
    Some((u32::from(time.number?), time.unit?.0))
}

/// A label that says the unit, right before the number at `at`: “Weeks: 10”, “Duration (months): 6”.
pub(crate) fn labelled(tokens: &Tokens<'_>, at: usize) -> Option<Unit> {
    let mark = at.checked_sub(1).filter(|mark| tokens.get(*mark).is_some_and(|t| t.is_any(":：|=")))?;
    let mut word = mark.checked_sub(1)?;
    let bracketed = tokens.get(word).is_some_and(|t| t.is_any(")）"));
    if bracketed {
        word = word.checked_sub(1)?;
    }
    let cues = tokens.sense(word).cues;
    let (unit, _) = tokens.time(word).unit?;
    if !matches!(unit, Unit::Week | Unit::Month) || cues.has(Cues::EVERY | Cues::WEEKWORD) {
        return None;
    }
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
