//! Every sentence about a verdict, in one place: the command line, the window and the PDF say the same.

mod headline;
mod reasons;
mod words;

pub use headline::{Headline, HeadlinePart, Tone};
pub(crate) use reasons::{brief, brief_chosen, reasons};
pub(crate) use words::list;

use chrono::NaiveDate;

use crate::stated::covered;
use crate::{
    Answer, Calendar, ChangeKind, Choice, Judgement, LengthRule, LengthUnit, Measure, Program, Refusal,
};
use words::{count, full};

/// Sentences that stand beside the verdicts (V4, V7), about the start date that would be stated.
pub(crate) fn warnings(
    program: &Program,
    calendar: &Calendar,
    start: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(deadline) = program.deadline.filter(|deadline| *deadline < today) {
        warnings.push(format!("The deadline, {}, has passed.", full(deadline)));
    }
    let Some(graduation) = calendar.graduation else { return warnings };
    let day = graduation.day();
    if let Some(start) = start.filter(|start| program.enrolled && day <= *start) {
        warnings.push(format!(
            "The posting asks for students, and you graduate by {}, before the start on {}.",
            full(day),
            full(start)
        ));
    }
    if let Some(window) = program.graduation {
        let early = window.earliest.filter(|earliest| day < earliest.first_day());
        let late = window.latest.filter(|latest| day > latest.last_day());
        if let Some(earliest) = early {
            warnings.push(format!(
                "The posting asks for graduation in {} or later; yours is {}.",
                earliest.first_day().format("%B %Y"),
                day.format("%B %Y")
            ));
        } else if let Some(latest) = late {
            warnings.push(format!(
                "The posting asks for graduation by {}; yours is {}.",
                latest.first_day().format("%B %Y"),
                day.format("%B %Y")
            ));
        }
    }
    warnings
}

/// The smallest change as a sentence.
pub(crate) fn change(kind: ChangeKind, days: i64, name: Option<&str>, start: NaiveDate) -> String {
    let (start, days) = (start.format("%B %-d"), count(days, "day"));
    match (kind, name) {
        (ChangeKind::FreeUntil, _) => format!("{start} would fit if you were free {days} longer."),
        (ChangeKind::FreeFrom, _) => format!("{start} would fit if you were free {days} sooner."),
        (ChangeKind::Drop, Some(name)) if !name.is_empty() => {
            format!("{start} would fit without {name} ({days}).")
        }
        (ChangeKind::Drop, _) => format!("{start} would fit without one commitment ({days})."),
    }
}

/// Why a start can't be stated.
pub(crate) fn refuse_start(answer: &Answer, choice: &Choice) -> Refusal {
    if choice.end < choice.start {
        return Refusal(format!(
            "The end date, {}, is before the start date, {}. Choose a later end.",
            full(choice.end),
            full(choice.start)
        ));
    }
    let Some(judged) = answer.on(choice.start) else {
        return Refusal(format!("{} was not checked against your calendar.", full(choice.start)));
    };
    let why = judged.reasons.first().map_or("No way of counting is free.", String::as_str);
    Refusal(format!(
        "{} can’t be stated. {why} Choose another start date, or mend your calendar.",
        full(choice.start)
    ))
}

/// Why an end can't be stated.
pub(crate) fn refuse_end(judged: &Judgement, choice: &Choice) -> Refusal {
    let end = full(choice.end);
    match (judged.earliest_end.filter(|least| choice.end < *least), judged.free_until) {
        (Some(least), _) => Refusal(format!(
            "{end} is before the shortest way of counting ends, {}. Choose a later end.",
            full(least)
        )),
        (None, Some(until)) => Refusal(format!(
            "{end} no longer fits: you are free without a break until {}. Choose an end up to then.",
            full(until)
        )),
        (None, None) => Refusal(format!("{end} can’t be stated.")),
    }
}

/// What a stated span covers, in words (S1a): only what is true whichever way it is counted, and else the
/// way that is.
pub(crate) fn covers(judged: &Judgement, lengths: &[LengthRule], end: NaiveDate) -> Vec<String> {
    let mut covers: Vec<String> = Vec::new();
    for rule in lengths {
        let Some(needed) = rule.needed() else { continue };
        let unit = match rule.unit {
            LengthUnit::Days => "day",
            LengthUnit::Weeks => "week",
            LengthUnit::Months => "month",
        };
        let whole = |n: u32| covered(*rule, judged.start, end, n);
        let words = match rule.max {
            Some(max) if max == needed && whole(needed) => Some(format!("the {needed}-{unit} program")),
            Some(max) if max > needed && whole(max) => Some(format!("the full {max} {unit}s")),
            _ if rule.max != Some(needed) && whole(needed) => Some(format!("the {needed}-{unit} minimum")),
            _ if rule.unit == LengthUnit::Weeks
                && Measure::WorkingWeeks.last_day(judged.start, needed).is_some_and(|last| last <= end) =>
            {
                Some(count(i64::from(needed), "working week"))
            }
            _ => None,
        };
        covers.extend(words.filter(|words| !covers.contains(words)).into_iter().collect::<Vec<_>>());
    }
    if covers.is_empty()
        && judged.readings.iter().any(|reading| reading.measure == Measure::Stated && reading.last <= end)
    {
        covers.push("the posted dates".to_owned());
    }
    covers
}
