//! Why dates can’t be stated (rule S2).

use super::words::full;
use crate::{Answer, Choice, Judgement, Refusal};

/// Why a start can’t.
pub(crate) fn refuse_start(answer: &Answer, choice: &Choice) -> Refusal {
    let start = full(choice.start);
    let Some(judged) = answer.on_allowed(choice.start) else {
        return Refusal(format!(
            "{start} was not checked against your calendar. Choose one of the start dates, or add it to them."
        ));
    };
    let why = judged.reasons.first().map_or("No way of counting is free.", String::as_str);
    Refusal(format!("{start} can’t be stated. {why} Choose another start date, or mend your calendar."))
}

/// Why an end can’t.
pub(crate) fn refuse_end(judged: &Judgement, choice: &Choice) -> Refusal {
    let end = full(choice.end);
    let early = judged.earliest_end.filter(|least| choice.end < *least).map(full);
    Refusal(match (early, judged.free_until.map(full)) {
        _ if choice.end < choice.start => {
            let start = full(choice.start);
            format!("The end date, {end}, is before the start date, {start}. Choose a later end.")
        }
        (Some(least), _) => {
            format!("{end} is before the shortest way of counting ends, {least}. Choose a later end.")
        }
        (None, Some(until)) => {
            format!(
                "{end} no longer fits: you are free without a break until {until}. Choose an end up to then."
            )
        }
        (None, None) => format!("{end} can’t be stated. Choose another end."),
    })
}
