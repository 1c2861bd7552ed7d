//! A calendar file, as events to tick.

use std::path::Path;

use chrono::{Days, NaiveDate};
use startline_drafts::Draft;
use startline_engine::{CalendarFile, Span, unicode_lossy};

use crate::{Failure, judge, read_file};

/// The largest calendar file that is opened, in bytes.
pub const CALENDAR_LIMIT: u64 = 10_000_000;

/// Days before the first start date and after the last end whose events are offered too: they bound the
/// spare days.
const MARGIN: u64 = 60;

/// Days from today whose events are offered while no start date is known.
const AHEAD: u64 = 400;

/// The events of a calendar file around the days that the draft judges, each to be ticked: nothing is taken
/// as busy in silence (rule A6).
///
/// `zone` is the IANA name of the zone that UTC times are taken to.
///
/// # Errors
/// A sentence where the file can't be read, or is no calendar.
pub fn calendar_file(
    path: &Path,
    draft: &Draft,
    zone: &str,
    today: NaiveDate,
) -> Result<CalendarFile, Failure> {
    calendar(&read_file(path, CALENDAR_LIMIT)?, draft, zone, today)
}

/// The same, from a file's bytes.
///
/// # Errors
/// A sentence where they are no calendar.
pub fn calendar(bytes: &[u8], draft: &Draft, zone: &str, today: NaiveDate) -> Result<CalendarFile, Failure> {
    let days = judge(draft, today).answer.horizon(MARGIN).unwrap_or_else(|| ahead(today));
    CalendarFile::read(&unicode_lossy(bytes), days, zone).map_err(Failure::other)
}

fn ahead(today: NaiveDate) -> Span {
    let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    Span::new(today, last).unwrap_or(Span::day(today))
}
