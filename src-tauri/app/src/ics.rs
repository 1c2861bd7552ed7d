//! The internship's days for the student's own calendar.

use chrono::{Days, NaiveDate};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use startline_drafts::Draft;

use crate::Failure;
use crate::judged::state;

/// One all-day event from the stated start to the stated end, which takes no time of its days, so that other
/// programs don't show them as busy.
///
/// # Errors
/// A sentence where the dates can't be stated.
pub fn ics(draft: &Draft, today: NaiveDate) -> Result<String, Failure> {
    let stated = state(draft, today)?;
    let title = draft.title.trim();
    let summary = if title.is_empty() { "Internship".to_owned() } else { format!("Internship: {title}") };
    // RFC 5545 ends an all-day event on the day after its last (rule A6 reads it so).
    let after = stated.end().checked_add_days(Days::new(1)).unwrap_or(stated.end());
    let event = Event::new()
        .summary(&summary)
        .description(&stated.line_with_reason(draft.style.dates))
        .uid(&format!("{}-{}@startline", stated.start(), stated.end()))
        .timestamp(today.and_time(chrono::NaiveTime::MIN).and_utc())
        .starts(stated.start())
        .ends(after)
        .add_property("TRANSP", "TRANSPARENT")
        .done();
    Ok(Calendar::new().push(event).done().to_string())
}
