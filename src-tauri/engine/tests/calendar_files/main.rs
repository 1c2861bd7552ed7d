//! A6: the events of a calendar file.

#![cfg(test)]

mod busy;
mod damage;
mod shapes;

use startline_engine::{CalendarFile, Span};

/// The days that the student is judged by, in all of these tests.
pub(crate) fn days() -> Span {
    "2026-05-01..2026-09-30".parse().expect("a span")
}

pub(crate) const ZONE: &str = "America/Los_Angeles";

pub(crate) fn read(text: &str) -> CalendarFile {
    CalendarFile::read(text, days(), ZONE).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// One event with these lines in a calendar of its own.
pub(crate) fn one(lines: &str) -> String {
    many(&[lines])
}

/// Events in one calendar.
pub(crate) fn many(events: &[&str]) -> String {
    let events: String = events.iter().map(|lines| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")).collect();
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n{events}END:VCALENDAR\n")
}

/// The events in a line each: `05-12..05-15 Finals`, with a `*` for one that takes hours only and a `?` for one that
/// is marked as free.
pub(crate) fn events(file: &CalendarFile) -> Vec<String> {
    let line = |event: &startline_engine::CalendarEvent| {
        let hours = if event.all_day { "" } else { "*" };
        let hours = format!("{hours}{}", if event.marked_free { "?" } else { "" });
        let (first, last) = (event.first.format("%m-%d"), event.last.format("%m-%d"));
        if event.first == event.last {
            format!("{first}{hours} {}", event.name)
        } else {
            format!("{first}..{last}{hours} {}", event.name)
        }
    };
    file.events.iter().map(line).collect()
}
