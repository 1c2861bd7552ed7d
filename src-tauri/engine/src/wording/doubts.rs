//! What the dates of a posting leave in doubt, as sentences.

use chrono::NaiveDate;

use super::words::{DayWords, count};
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

/// “Two lengths. 12 weeks is 84 days; 3 months from May 18 is 92. Both are checked.”
pub(crate) fn lengths_differ(start: NaiveDate, counted: &[(LengthRule, NaiveDate)]) -> String {
    let days = DayWords::for_days([start]);
    let each = counted.iter().enumerate().map(|(index, (rule, end))| {
        let n = i64::from(rule.needed().unwrap_or_default());
        let length = match rule.unit {
            LengthUnit::Days => count(n, "day"),
            LengthUnit::Weeks => count(n, "week"),
            LengthUnit::Months => format!("{} from {}", count(n, "month"), days.day(start)),
        };
        let figure = Span::new(start, *end).map_or(0, Span::days);
        if index == 0 {
            format!("{length} is {}", count(figure, "day"))
        } else {
            format!("{length} is {figure}")
        }
    });
    let each: Vec<String> = each.collect();
    let (many, all) = if each.len() == 2 { ("Two", "Both") } else { ("Several", "All") };
    format!("{many} lengths. {}. {all} are checked.", each.join("; "))
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
