//! Every sentence about a verdict, in one place: the command line, the window and the PDF say the same.

use chrono::NaiveDate;

use crate::calendar::without;
use crate::stated::covered;
use crate::{
    Answer, Availability, Calendar, ChangeKind, Choice, Judgement, LengthRule, LengthUnit, Measure, Program,
    Reading, Refusal, Span, Verdict,
};

/// “May 18”: a day whose year stands beside it.
pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%B %-d").to_string()
}

/// “May 18, 2026”.
fn full(day: NaiveDate) -> String {
    day.format("%B %-d, %Y").to_string()
}

/// “1 day”, “5 days”.
pub(crate) fn count(n: i64, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// “a”, “a and b”, “a, b and c”.
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// “12 working weeks”, “3 months”, “the posted end”.
pub(crate) fn reading_name(reading: &Reading) -> String {
    let n = i64::from(reading.length.unwrap_or_default());
    match reading.measure {
        Measure::WorkingWeeks => count(n, "working week"),
        Measure::FullWeeks => count(n, "full week"),
        Measure::Months => count(n, "month"),
        Measure::Days => count(n, "day"),
        Measure::Stated => "the posted end".to_owned(),
    }
}

/// Why a start date has the verdict it has, in the order of the calendar (V2, V3).
pub(crate) fn reasons(judged: &Judgement, time: &Availability, window: Span) -> Vec<String> {
    let Some(verdict) = judged.verdict else { return Vec::new() };
    let mut found: Vec<(NaiveDate, String)> = Vec::new();
    if verdict == Verdict::Fits {
        return Vec::new();
    }
    let missing = without(&[window], &time.given);
    for gap in &missing {
        let before = time.given.iter().any(|span| span.last() < gap.first());
        let after = time.given.iter().find(|span| span.first() > gap.last());
        let days = count(gap.days(), "day");
        let message = match (before, after) {
            (false, Some(next)) => {
                let early = count((next.first() - gap.first()).num_days(), "day");
                format!("You are not free until {}: {early} too early.", full(next.first()))
            }
            (true, Some(_)) if gap.days() == 1 => format!("You are not free on {}.", full(gap.first())),
            (true, Some(_)) => {
                format!("You are not free from {} to {}: {days}.", day(gap.first()), full(gap.last()))
            }
            _ => no_longer(judged, time, *gap),
        };
        found.push((gap.first(), message));
    }
    if let Some(limits) = &time.limits {
        for gap in without(&without(&[window], &missing), limits) {
            let days = count(gap.days(), "day");
            found.push((
                gap.first(),
                format!(
                    "Your work authorisation leaves out {} from {} to {}.",
                    days,
                    day(gap.first()),
                    full(gap.last())
                ),
            ));
        }
    }
    for clash in &judged.clashes {
        let name = if clash.name.is_empty() { "A commitment" } else { &clash.name };
        let days = count(clash.days, "day");
        found.push((clash.first.max(window.first()), format!("{name} takes {days} of it.")));
    }
    found.sort();
    let mut reasons: Vec<String> = found.into_iter().map(|(_, message)| message).collect();
    if judged.readings.is_empty() && verdict == Verdict::Depends {
        reasons.push("The posting states no length, so the end is yours to choose.".to_owned());
    }
    reasons
}

/// Days short at the end, for each way of counting that is.
fn no_longer(judged: &Judgement, time: &Availability, gap: Span) -> String {
    let until = time.given.iter().rev().find(|span| span.last() < gap.first()).map(|span| span.last());
    let Some(until) = until else { return "You are not free then.".to_owned() };
    if until < judged.start {
        return format!("You are no longer free after {}.", full(until));
    }
    let short: Vec<String> = judged
        .readings
        .iter()
        .filter(|reading| reading.last > until)
        .map(|reading| {
            let days = count((reading.last - until).num_days(), "day");
            format!("{days} short of {}", reading_name(reading))
        })
        .collect();
    format!("You are free until {}: {}.", full(until), list(&short))
}

/// The verdict in a few words, for a row of the picture.
pub(crate) fn brief(judged: &Judgement, time: &Availability) -> String {
    match judged.verdict {
        None => judged.safe_end.map(|end| format!("Ends {}", day(end))).unwrap_or_default(),
        Some(Verdict::Fits) => match (judged.spare_after, judged.free_until) {
            (Some(0), _) => "No spare days after".to_owned(),
            (Some(n), _) => format!("{} after", count(n, "spare day")),
            _ => "Free with no end".to_owned(),
        },
        Some(Verdict::Depends) if judged.readings.is_empty() => "No length stated".to_owned(),
        Some(Verdict::Depends) => {
            let short: Vec<String> = judged
                .readings
                .iter()
                .filter(|reading| !reading.free)
                .map(|reading| {
                    format!("{}: {} short", reading_name(reading), count(reading.short_days, "day"))
                })
                .collect();
            short.join(", ")
        }
        Some(Verdict::Misses) => misses_briefly(judged, time),
    }
}

fn misses_briefly(judged: &Judgement, time: &Availability) -> String {
    if let Some(early) = judged.days_early.filter(|early| *early > 0) {
        let taken = time.fixed.iter().find(|(_, span)| span.holds(judged.start));
        return match taken.and_then(|(name, _)| judged.clashes.iter().find(|clash| clash.name == *name)) {
            Some(clash) => format!("{}, {}", clash.name, count(clash.days, "day")),
            None => format!("{} too early", count(early, "day")),
        };
    }
    let first_gap = judged.free_until;
    let clash = judged.clashes.iter().find(|clash| first_gap.is_none_or(|until| clash.first > until));
    if let Some(clash) =
        clash.filter(|clash| first_gap.and_then(|until| until.succ_opt()) == Some(clash.first))
    {
        return format!("{}, {}", clash.name, count(clash.days, "day"));
    }
    let short: Vec<i64> = judged.readings.iter().map(|reading| reading.short_days).collect();
    match (short.iter().min(), short.iter().max()) {
        (Some(least), Some(most)) if least == most => format!("{} short", count(*least, "day")),
        (Some(least), Some(most)) => format!("{least} to {most} days short"),
        _ => "Not free".to_owned(),
    }
}

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
    let (start, days) = (day(start), count(days, "day"));
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
