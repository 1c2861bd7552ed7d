//! From the entries of a file to the events of some days.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::CalendarEvent;
use super::busy::busy;
use super::entry::{Entry, LeftOut};
use super::lines::{Kind, RawCalendar, RawEntry};
use super::moment::{Frame, Moment, zone};
use super::recurrence::{Budget, NotFollowed, times};
use crate::Span;
use crate::wording::{CalendarFileNotes, full};

/// The most events that are given.
const EVENTS: usize = 5_000;

/// The events that touch `days`, and what is to be said of those that are left out.
pub(super) fn events(
    calendars: Vec<RawCalendar>,
    bad_lines: usize,
    days: Span,
    default_zone: &str,
) -> (Vec<CalendarEvent>, Vec<String>) {
    let mut reading = Reading {
        days,
        budget: Budget::default(),
        notes: CalendarFileNotes { bad_lines, ..CalendarFileNotes::default() },
        found: Vec::new(),
        series: 0,
    };
    let default_zone = reading.zone(default_zone).unwrap_or(Tz::UTC);
    for calendar in calendars {
        let own = calendar.zone.as_deref().and_then(|name| reading.zone(name));
        reading.calendar(&calendar, own.unwrap_or(default_zone));
    }
    reading.finish()
}

struct Reading {
    days: Span,
    budget: Budget,
    notes: CalendarFileNotes,
    found: Vec<Found>,
    /// The number of the next series.
    series: usize,
}

/// An event before it is given; the order is that of the calendar.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    span: Span,
    name: Rc<str>,
    all_day: bool,
    /// Of two that differ in nothing else, the one that takes time stands.
    marked_free: bool,
    repeats: bool,
    series: usize,
}

impl Reading {
    fn zone(&mut self, name: &str) -> Option<Tz> {
        let found = zone(name);
        if found.is_none() {
            self.notes.unknown_zones.insert(name.to_owned());
        }
        found
    }

    fn calendar(&mut self, calendar: &RawCalendar, shown: Tz) {
        let entries: Vec<Entry> = calendar.entries.iter().flat_map(|raw| self.read(raw, shown)).collect();
        self.notes.tasks += calendar.tasks;
        self.notes.entries += calendar.entries.len();
        let mut replaced: HashMap<&str, Vec<&Moment>> = HashMap::new();
        for entry in &entries {
            if let (Some(uid), Some(moment)) = (&entry.uid, &entry.replaces) {
                replaced.entry(uid).or_default().push(moment);
            }
        }
        // One series may stand in several entries, so what is placed in their frame is kept.
        let mut placed: HashMap<(&str, Frame), LeftOut> = HashMap::new();
        let mut series: HashMap<&str, usize> = HashMap::new();
        for entry in &entries {
            let shared = entry.uid.as_deref().filter(|uid| replaced.contains_key(uid));
            let number = match shared {
                Some(uid) => *series.entry(uid).or_insert_with(|| self.next_series()),
                None => self.next_series(),
            };
            let left_out = shared.zip(shared.and_then(|uid| replaced.get(uid))).map(|(uid, moments)| {
                let place = || LeftOut::of(moments.iter().copied(), entry.frame, shown);
                &*placed.entry((uid, entry.frame)).or_insert_with(place)
            });
            self.entry(entry, number, left_out, shown);
        }
    }

    fn read(&mut self, raw: &RawEntry, shown: Tz) -> Vec<Entry> {
        match raw.kind {
            Kind::Event => {
                let entry = Entry::read(&raw.properties, shown);
                self.notes.without_start += usize::from(entry.is_none());
                entry.into_iter().collect()
            }
            Kind::Busy => {
                let (entries, left_out) = busy(&raw.properties, shown);
                self.notes.unread_spans += left_out.unread;
                self.notes.free_spans += left_out.free;
                self.notes.without_spans += usize::from(entries.is_empty());
                entries
            }
        }
    }

    fn next_series(&mut self) -> usize {
        self.series += 1;
        self.series - 1
    }

    fn entry(&mut self, entry: &Entry, series: usize, replaced: Option<&LeftOut>, shown: Tz) {
        if entry.cancelled {
            self.notes.cancelled += 1;
            return;
        }
        self.notes.and_future |= entry.and_future;
        let before = self.found.len();
        for (start, lasts) in self.starts(entry, replaced, shown) {
            let span = entry.days(start, lasts, shown);
            if span.shared_with(self.days).is_some() {
                self.found.push(Found {
                    span,
                    name: Rc::clone(&entry.name),
                    all_day: entry.frame == Frame::Days,
                    marked_free: entry.marked_free,
                    repeats: entry.repeats(),
                    series,
                });
            }
        }
        self.notes.elsewhere += usize::from(self.found.len() == before);
    }

    /// When it starts, each time, and how long it lasts: without what is excluded or replaced.
    fn starts(
        &mut self,
        entry: &Entry,
        replaced: Option<&LeftOut>,
        shown: Tz,
    ) -> BTreeMap<NaiveDateTime, TimeDelta> {
        if entry.replaces.is_some() {
            return BTreeMap::from([(entry.start, entry.lasts)]);
        }
        // Two days more, since a time in UTC may be shown on the day before.
        let end = self.days.last().checked_add_days(Days::new(2)).unwrap_or(self.days.last());
        let found = times(entry, end.and_time(NaiveTime::MIN), shown, &mut self.budget);
        let found = found.unwrap_or_else(|NotFollowed| {
            self.notes.not_followed.insert(entry.name.to_string());
            BTreeSet::new()
        });
        let mut starts = BTreeMap::from([(entry.start, entry.lasts)]);
        starts.extend(found.into_iter().map(|start| (start, entry.lasts)));
        starts.extend(entry.added.iter().map(|(start, lasts)| (*start, lasts.unwrap_or(entry.lasts))));
        let left_out =
            |start| entry.excluded.holds(start) || replaced.is_some_and(|others| others.holds(start));
        starts.retain(|start, _| !left_out(*start));
        starts
    }

    fn finish(mut self) -> (Vec<CalendarEvent>, Vec<String>) {
        self.found.sort_unstable();
        self.found.dedup_by(|a, b| (a.span, &a.name, a.all_day) == (b.span, &b.name, b.all_day));
        self.notes.cut_off = self.found.get(EVENTS).map(|found| full(found.span.first()));
        self.found.truncate(EVENTS);
        let events = self.found.into_iter().map(|found| CalendarEvent {
            name: found.name.to_string(),
            first: found.span.first(),
            last: found.span.last(),
            all_day: found.all_day,
            repeats: found.repeats,
            marked_free: found.marked_free,
            series: found.series,
        });
        (events.collect(), self.notes.sentences(self.days))
    }
}
