//! The internship's days for the student's own calendar.

use chrono::{Days, NaiveDate, NaiveTime};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use startline_drafts::{Draft, Version};
use startline_engine::Stated;

use crate::Failure;
use crate::judged::state;

/// Who made the file (RFC 5545, 3.7.3).
const PRODUCT: &str = concat!("-//Startline//Startline ", env!("CARGO_PKG_VERSION"), "//EN");

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
        .uid(&uid(draft, &stated))
        .timestamp(today.and_time(NaiveTime::MIN).and_utc())
        .starts(stated.start())
        .ends(after)
        .add_property("TRANSP", "TRANSPARENT")
        .done();
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    Ok(calendar.push(event).done().to_string())
}

/// The event's name among all others: an application's own, whatever its dates are, so that a calendar that
/// already has it moves it instead of showing two.
fn uid(draft: &Draft, stated: &Stated) -> String {
    let dates = format!("{}..{}", stated.start(), stated.end());
    let parts = [&draft.posting.text, &draft.title, &dates].map(|part| part.trim());
    let first = parts.into_iter().find(|part| !part.is_empty()).unwrap_or_default();
    format!("{}@startline", Version::of(first.as_bytes()))
}
