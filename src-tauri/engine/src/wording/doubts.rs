//! What the dates of a posting leave in doubt, as sentences.

use chrono::NaiveDate;

use super::words::{DayWords, count, list, unit_name};
use crate::{LengthRule, LengthUnit, Season, Span};

/// “May 18 to July 10 is shorter than the posting’s own length, which ends August 7 at the earliest.”
pub(crate) fn doubtful_end(start: NaiveDate, end: NaiveDate, bound: NaiveDate) -> String {
    let days = DayWords::for_days([start, end, bound]);
    let (from, to, bound_day) = (days.day(start), days.day(end), days.day(bound));
    if end < bound {
        format!(
            "{from} to {to} is shorter than the posting’s own length, which ends {bound_day} at the earliest."
        )
    } else {
        format!(
            "{from} to {to} is longer than the posting’s own length, which ends {bound_day} at the latest."
        )
    }
}

/// “June 15 to July 10 is shorter than the posting’s own length, which from June 15 ends August 6 at the
/// earliest.”
pub(crate) fn frame_too_short(frame: Span, shortest: NaiveDate) -> String {
    let days = DayWords::for_days([frame.first(), frame.last(), shortest]);
    format!(
        "{} is shorter than the posting’s own length, which from {} ends {} at the earliest.",
        days.span(frame),
        days.day(frame.first()),
        days.day(shortest)
    )
}

/// “Two lengths. 12 weeks is 84 days; 3 months from May 18 is 92. Both are checked.” Without a start to count
/// from, “Two lengths. 12 weeks and 3 months. Both are checked.”
pub(crate) fn lengths_differ(
    start: Option<NaiveDate>,
    counted: &[(LengthRule, Option<NaiveDate>)],
) -> String {
    let mut figures = Vec::new();
    let mut lengths = Vec::new();
    for (rule, end) in counted {
        let n = i64::from(rule.needed().unwrap_or_default());
        let counts_from = rule.unit == LengthUnit::Months;
        let length = count(n, unit_name(rule.unit));
        if let Some((first, last)) = start.zip(*end) {
            let from = if counts_from { format!(" from {}", first.format("%B %-d")) } else { String::new() };
            let days = (last - first).num_days() + 1;
            let days = if figures.is_empty() { count(days, "day") } else { days.to_string() };
            figures.push(format!("{length}{from} is {days}"));
        }
        lengths.push(length);
    }
    let said = if figures.len() == lengths.len() { figures.join("; ") } else { list(&lengths) };
    let (many, all) = if lengths.len() == 2 { ("Two", "Both") } else { ("Several", "All") };
    format!("{many} lengths. {said}. {all} are checked.")
}

/// “No fall start date is listed. Add one to check it.”
pub(crate) fn season_without_dates(season: Season) -> String {
    let season = match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Fall => "fall",
        Season::Winter => "winter",
    };
    format!("No {season} start date is listed. Add one to check it.")
}
