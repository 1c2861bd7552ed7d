//! Any bytes taken for a calendar file.

use startline_engine::{CalendarFile, Span, unicode_lossy};

/// Every event that a calendar file gives touches the days that were asked for, and ends after it begins; a second
/// reading gives the same.
pub fn calendar_file(bytes: &[u8]) {
    let text = unicode_lossy(bytes);
    let Ok(days) = "2026-01-01..2027-12-31".parse::<Span>() else { return };
    let Ok(file) = CalendarFile::read(&text, days, "America/Los_Angeles") else { return };
    for event in &file.events {
        assert!(event.first <= event.last, "{event:?}");
        assert!(event.first <= days.last() && event.last >= days.first(), "{event:?}");
    }
    let again = CalendarFile::read(&text, days, "America/Los_Angeles");
    assert_eq!(again.map(|again| again.events), Ok(file.events));
}
