//! The events of a calendar file, as civil days (rule A6).

mod busy;
mod entry;
mod lines;
mod moment;
mod recurrence;
mod series;

use chrono::NaiveDate;
use serde::Serialize;

use crate::Span;

/// The largest file that is read, in bytes.
const LIMIT: usize = 10_000_000;

/// What a calendar file (.ics) says of some days. Nothing of it is busy until the student says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct CalendarFile {
    /// What the calendar calls itself.
    pub name: Option<String>,
    /// Its events, in the order of the calendar. One that repeats stands once for each time.
    pub events: Vec<CalendarEvent>,
    /// What was left out or could not be followed, in sentences.
    pub notes: Vec<String>,
}

/// One event, as the civil days that it touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct CalendarEvent {
    /// What it is called; never empty.
    pub name: String,
    /// Its first day.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub first: NaiveDate,
    /// Its last day, counted in.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub last: NaiveDate,
    /// Whether it takes whole days, rather than hours of them.
    pub all_day: bool,
    /// Whether it is one of a series.
    pub repeats: bool,
    /// Whether it is marked as taking no time. Google and Exchange mark every all-day event so, exams included,
    /// so it is offered too, and counts only where the student ticks it.
    pub marked_free: bool,
    /// The same for every event of one series, and for no other.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub series: usize,
}

/// Why a file gives no events at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFileError {
    /// It is larger than 10 MB.
    #[error("This calendar file is larger than 10 MB. Export fewer months of it and try again.")]
    TooLarge,
    /// There is no calendar in it.
    #[error("This is not a calendar file. Export the calendar as .ics (iCalendar) and try again.")]
    NotACalendar,
}

impl CalendarFile {
    /// Reads the text of a calendar file, and gives the events that touch `days`.
    ///
    /// A timed event touches the civil days that it has in its own zone. UTC times are taken to the
    /// calendar's own zone, else to `zone`, an IANA name such as `America/Los_Angeles`. An endless
    /// recurrence is followed to the end of `days`. Damage costs the lines or events it stands in, and a note;
    /// the work is bounded whatever the file says.
    ///
    /// ```
    /// use startline_engine::CalendarFile;
    /// let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Finals\nDTSTART;VALUE=DATE:20260512\n\
    ///             DTEND;VALUE=DATE:20260516\nEND:VEVENT\nEND:VCALENDAR\n";
    /// let days = "2026-05-01..2026-09-30".parse().unwrap();
    /// let file = CalendarFile::read(text, days, "America/Los_Angeles").unwrap();
    /// assert_eq!(file.events[0].last, "2026-05-15".parse().unwrap());
    /// ```
    ///
    /// # Errors
    /// [`CalendarFileError`] if the text is larger than 10 MB or holds no calendar.
    pub fn read(text: &str, days: Span, zone: &str) -> Result<Self, CalendarFileError> {
        if text.len() > LIMIT {
            return Err(CalendarFileError::TooLarge);
        }
        let (calendars, bad_lines) = lines::calendars(text);
        if calendars.is_empty() {
            return Err(CalendarFileError::NotACalendar);
        }
        let name = calendars.iter().find_map(|calendar| calendar.name.clone());
        let (events, notes) = series::events(calendars, bad_lines, days, zone);
        Ok(Self { name, events, notes })
    }
}
