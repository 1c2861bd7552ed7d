//! Why a start date has its verdict: as clauses and sentences, and in a few words.

use super::words::{DayWords, commitment, count, count_between, full, list, reading_name, sentence};
use crate::verdict::Cause;
use crate::{Judgement, Reading, Verdict};

/// The causes as sentences, every day with its year.
pub(crate) fn reasons(causes: &[Cause]) -> Vec<String> {
    let reason = |cause: &Cause| match cause {
        Cause::NoLonger { free_until, short } => {
            format!("You are free until {}: {}.", full(*free_until), short_of(short))
        }
        _ => sentence(&clause(cause, DayWords::FULL)),
    };
    causes.iter().map(reason).collect()
}

/// A cause as the end of a sentence: “Finals takes 4 of its days”.
pub(crate) fn clause(cause: &Cause, days: DayWords) -> String {
    match cause {
        Cause::NotYet { free_from, days: early } => {
            format!("you are not free until {}, {} later", days.day(*free_from), count(*early, "day"))
        }
        Cause::Gap(gap) => {
            let when = if gap.days() == 1 { "on" } else { "from" };
            format!("you are not free {when} {} ({})", days.span(*gap), count(gap.days(), "day"))
        }
        Cause::OutsideLimit(gap) => {
            let figure = count(gap.days(), "day");
            format!("your work authorisation leaves out {figure}, {}", days.span(*gap))
        }
        Cause::Taken { name, days } => format!("{} takes {days} of its days", commitment(name)),
        Cause::NoLonger { free_until, short } => {
            let figure = count_between(short.iter().map(|(_, days)| *days)).unwrap_or_default();
            format!("you are free until {}, {figure} short", days.day(*free_until))
        }
        Cause::Over { free_until, days: late } => {
            let figure = count(*late, "day");
            format!("you are free only until {}, {figure} before it starts", days.day(*free_until))
        }
        Cause::NoLength => "no length is stated, so the end is yours to choose".to_owned(),
    }
}

/// “2 days short of 3 months”.
fn short_of(short: &[(Reading, i64)]) -> String {
    let each = short
        .iter()
        .map(|(reading, days)| format!("{} short of {}", count(*days, "day"), reading_name(reading)));
    list(&each.collect::<Vec<_>>())
}

/// The verdict in a few words, for a row of the picture: “6 spare days after”, “3 months: 2 days short”,
/// “Finals, 4 days”, “17 days too early”, “5 to 15 days short”.
pub(crate) fn brief(judged: &Judgement) -> String {
    let days = DayWords::for_days(judged.safe_end.into_iter().chain([judged.start]));
    match judged.verdict {
        None => judged.safe_end.map(|end| format!("Ends {}", days.day(end))).unwrap_or_default(),
        Some(Verdict::Fits) => match judged.spare_after {
            Some(0) => "No spare day after".to_owned(),
            Some(n) => format!("{} after", count(n, "spare day")),
            None => "Free with no end".to_owned(),
        },
        Some(Verdict::Depends) if judged.readings.is_empty() => "No length stated".to_owned(),
        Some(Verdict::Depends) => {
            let short = judged.readings.iter().filter(|reading| !reading.free);
            let what = missing(judged);
            let each =
                short.map(|reading| format!("{}: {} {what}", reading_name(reading), short_days(reading)));
            each.collect::<Vec<_>>().join(", ")
        }
        Some(Verdict::Misses) => misses(judged),
    }
}

/// The same with more room, for the row that is chosen: “2 spare days before, 6 after the safe end”.
pub(crate) fn brief_chosen(judged: &Judgement) -> String {
    match (judged.verdict, judged.spare_before, judged.spare_after) {
        (Some(Verdict::Fits), Some(before), Some(after)) => {
            let before = if before == 0 { "No spare day".to_owned() } else { count(before, "spare day") };
            let after = if after == 0 { "none".to_owned() } else { after.to_string() };
            format!("{before} before, {after} after the safe end")
        }
        (Some(Verdict::Fits), Some(before), None) => {
            format!("{} before, no end after", count(before, "spare day"))
        }
        _ => judged.brief.clone(),
    }
}

fn short_days(reading: &Reading) -> String {
    count(reading.short_days, "day")
}

/// What the days are that a window lacks: those after the free time, or others. The table of the start dates says
/// it by the same rule.
fn missing(judged: &Judgement) -> &'static str {
    if judged.clashes.is_empty() && judged.days_early == Some(0) { "short" } else { "not free" }
}

/// What stands in the way first.
fn misses(judged: &Judgement) -> String {
    let figures = || judged.readings.iter().map(|reading| reading.short_days);
    let all = || {
        let days = count_between(figures());
        days.map_or_else(|| "Not free".to_owned(), |days| format!("{days} {}", missing(judged)))
    };
    // “Too early” says that nothing else is in the way. Where something is, the figures are those of the table.
    let early = |days: i64| {
        let alone = figures().all(|short| short == days);
        if alone { format!("{} too early", count(days, "day")) } else { all() }
    };
    match judged.causes.first() {
        Some(Cause::Taken { name, days }) => {
            let name = if name.is_empty() { "A commitment" } else { name };
            format!("{name}, {}", count(*days, "day"))
        }
        Some(Cause::NotYet { days, .. }) => early(*days),
        Some(Cause::Over { days, .. }) => format!("{} too late", count(*days, "day")),
        Some(Cause::Gap(gap) | Cause::OutsideLimit(gap)) if gap.first() == judged.start => {
            judged.days_early.map_or_else(all, early)
        }
        _ => all(),
    }
}
