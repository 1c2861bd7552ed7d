//! What is said of a calendar file beside its events.

use std::collections::BTreeSet;

use super::words::{count, full, list};
use crate::Span;

/// What was left out of a calendar file, or could not be followed.
#[derive(Debug, Default)]
pub(crate) struct CalendarFileNotes {
    /// Lines that could not be read.
    pub(crate) bad_lines: usize,
    /// Events without a start that can be read.
    pub(crate) without_start: usize,
    /// Events that are called off.
    pub(crate) cancelled: usize,
    /// Tasks, which take no days.
    pub(crate) tasks: usize,
    /// Busy spans that could not be read.
    pub(crate) unread_spans: usize,
    /// Spans of free time.
    pub(crate) free_spans: usize,
    /// Lists of busy time that have none in them.
    pub(crate) without_spans: usize,
    /// Events and lists of busy time, of whatever days.
    pub(crate) entries: usize,
    /// Events on none of the days.
    pub(crate) elsewhere: usize,
    /// The names of events whose recurrence can't be followed.
    pub(crate) not_followed: BTreeSet<String>,
    /// Zones that are not known.
    pub(crate) unknown_zones: BTreeSet<String>,
    /// Whether one time of a series changes all later ones.
    pub(crate) and_future: bool,
    /// The day from which events were too many.
    pub(crate) cut_off: Option<String>,
}

/// The most names in one sentence.
const NAMES: usize = 5;

impl CalendarFileNotes {
    /// The notes as sentences, the gravest first.
    pub(crate) fn sentences(&self, days: Span) -> Vec<String> {
        let left_out = |n: usize, one: &str, what: &str| {
            (n > 0).then(|| {
                let were = if n == 1 { "was" } else { "were" };
                format!("{} {what} {were} left out.", many(n, one))
            })
        };
        let events = |n: usize, what: &str| left_out(n, "event", what);
        let tasks = if self.tasks == 1 { "that takes no days" } else { "that take no days" };
        let nothing = (self.entries == 0).then(|| "There are no events in this calendar.".to_owned());
        let never_busy = (self.entries > 0 && self.without_spans == self.entries)
            .then(|| "This calendar says only when its owner is busy, and lists no such time.".to_owned());
        let lines = (self.bad_lines > 0).then(|| {
            format!(
                "{} could not be read and {} passed over.",
                many(self.bad_lines, "line"),
                if self.bad_lines == 1 { "was" } else { "were" }
            )
        });
        let cut_off = self
            .cut_off
            .as_ref()
            .map(|day| format!("There are too many events to show. Those from {day} on were left out."));
        let not_followed = named(&self.not_followed).map(|names| {
            format!("Not every repeat of {names} could be followed. Check those days yourself.")
        });
        let zones = named(&self.unknown_zones).map(|names| format!("The time zone {names} is not known."));
        let and_future = self.and_future.then(|| {
            "A change to one event and all later ones of its series was taken for that one alone.".to_owned()
        });
        let elsewhere = format!("outside {} to {}", full(days.first()), full(days.last()));
        [
            nothing,
            never_busy,
            cut_off,
            not_followed,
            and_future,
            lines,
            events(self.without_start, "without a start"),
            left_out(self.unread_spans, "busy span", "that can’t be read"),
            zones,
            events(self.cancelled, "marked as cancelled"),
            left_out(self.free_spans, "span", "of free time"),
            left_out(self.tasks, "task", tasks),
            events(self.elsewhere, &elsewhere),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn many(n: usize, one: &str) -> String {
    count(i64::try_from(n).unwrap_or(i64::MAX), one)
}

/// “A” and “B”; of many, the first few.
fn named(names: &BTreeSet<String>) -> Option<String> {
    let mut shown: Vec<String> = names.iter().take(NAMES).map(|name| format!("“{name}”")).collect();
    if names.len() > NAMES {
        shown.push(format!("{} more", names.len() - NAMES));
    }
    (!shown.is_empty()).then(|| list(&shown))
}
