//! One event as its file writes it.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::lines::RawProperty;
use super::moment::{Frame, Moment, read_duration};
use crate::Span;

/// The longest name that is kept, in characters.
const NAME: usize = 200;

#[derive(Debug)]
pub(super) struct Entry {
    pub(super) uid: Option<String>,
    pub(super) name: Rc<str>,
    pub(super) frame: Frame,
    /// In the frame.
    pub(super) start: NaiveDateTime,
    /// From its start to its end, in the frame: whole days of a [`Frame::Days`].
    pub(super) lasts: TimeDelta,
    pub(super) rules: Vec<String>,
    /// Times added to those of the rules, each with its own length where it has one.
    pub(super) added: Vec<(NaiveDateTime, Option<TimeDelta>)>,
    pub(super) excluded: LeftOut,
    /// Which time of a series it stands for instead.
    pub(super) replaces: Option<Moment>,
    pub(super) and_future: bool,
    pub(super) cancelled: bool,
    /// Whether it is marked as taking no time.
    pub(super) marked_free: bool,
}

/// Times of a series that are left out: every one on a day, or the one that starts then.
#[derive(Debug, Clone, Default)]
pub(super) struct LeftOut {
    days: BTreeSet<NaiveDate>,
    times: BTreeSet<NaiveDateTime>,
}

impl LeftOut {
    pub(super) fn of<'a>(moments: impl Iterator<Item = &'a Moment>, frame: Frame, shown: Tz) -> Self {
        let mut left_out = Self::default();
        for moment in moments {
            let at = frame.place(moment, shown);
            if frame == Frame::Days || matches!(moment, Moment::Day(_)) {
                left_out.days.insert(at.date());
            } else {
                left_out.times.insert(at);
            }
        }
        left_out
    }

    pub(super) fn holds(&self, start: NaiveDateTime) -> bool {
        self.times.contains(&start) || self.days.contains(&start.date())
    }
}

impl Entry {
    /// What the properties say; `None` without a start that can be read. UTC times are shown in `shown`.
    pub(super) fn read(properties: &[RawProperty], shown: Tz) -> Option<Self> {
        let all = |name: &'static str| properties.iter().filter(move |each| each.name == name);
        let first = |name| all(name).next();
        let moment = |each: &RawProperty| Moment::read(&each.value, each.zone.as_deref());
        let starts = first("DTSTART").and_then(moment)?;
        let frame = Frame::of(&starts);
        let start = frame.place(&starts, shown);
        let until = |end: &Moment| frame.place(end, shown).signed_duration_since(start);
        let ends = first("DTEND").and_then(moment);
        let duration = || first("DURATION").and_then(|each| read_duration(&each.value));
        let lasts = ends.as_ref().map(until).or_else(duration).unwrap_or_default();
        let moments = |name| all(name).flat_map(values).filter_map(|(value, zone)| Moment::read(value, zone));
        let is = |name, value: &str| first(name).is_some_and(|each| each.value.eq_ignore_ascii_case(value));
        let replaces = first("RECURRENCE-ID");
        Some(Self {
            uid: first("UID").map(|each| each.value.clone()).filter(|uid| !uid.is_empty()),
            name: one_line(first("SUMMARY").map_or("", |each| each.value.as_str())).into(),
            frame,
            start,
            lasts: lasts.max(TimeDelta::zero()),
            rules: all("RRULE").map(|each| each.value.to_ascii_uppercase()).collect(),
            added: all("RDATE").flat_map(values).filter_map(|value| added(value, frame, shown)).collect(),
            excluded: LeftOut::of(moments("EXDATE").collect::<Vec<_>>().iter(), frame, shown),
            replaces: replaces.and_then(moment),
            and_future: replaces.is_some_and(|each| each.and_future),
            cancelled: is("STATUS", "CANCELLED"),
            marked_free: is("TRANSP", "TRANSPARENT"),
        })
    }

    /// Whether it is one of several times.
    pub(super) fn repeats(&self) -> bool {
        self.replaces.is_some() || !self.rules.is_empty() || !self.added.is_empty()
    }

    /// The civil days that it touches when it starts at `start` and lasts so long: never none. An end at
    /// midnight does not touch the day that begins then.
    pub(super) fn days(&self, start: NaiveDateTime, lasts: TimeDelta, shown: Tz) -> Span {
        let end = start.checked_add_signed(lasts).unwrap_or(NaiveDateTime::MAX);
        let (start, end) = (self.frame.shown(start, shown), self.frame.shown(end, shown));
        let (first, mut last) = (start.date(), end.date());
        if end.time() == NaiveTime::MIN {
            last = last.checked_sub_days(Days::new(1)).unwrap_or(last);
        }
        Span::new(first, last.max(first)).unwrap_or(Span::day(first))
    }
}

/// The values of a property that may hold several.
pub(super) fn values(property: &RawProperty) -> impl Iterator<Item = (&str, Option<&str>)> {
    property.value.split(',').map(|value| (value, property.zone.as_deref()))
}

/// A time of an RDATE or a FREEBUSY, which may be a period: its start and its end, or its start and its length.
pub(super) fn added(
    (value, zone): (&str, Option<&str>),
    frame: Frame,
    shown: Tz,
) -> Option<(NaiveDateTime, Option<TimeDelta>)> {
    let (start, end) = match value.split_once('/') {
        Some((start, end)) => (start, Some(end)),
        None => (value, None),
    };
    let start = frame.place(&Moment::read(start, zone)?, shown);
    let lasts = end.and_then(|end| match Moment::read(end, zone) {
        Some(end) => Some(frame.place(&end, shown).signed_duration_since(start)),
        None => read_duration(end),
    });
    Some((start, lasts.map(|lasts| lasts.max(TimeDelta::zero()))))
}

/// The name on one line and not endless; what has no name is “Untitled”.
fn one_line(name: &str) -> String {
    let words: Vec<&str> = name.split(|each: char| each.is_whitespace() || each.is_control()).collect();
    let name: String = words
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(NAME)
        .collect();
    if name.is_empty() { "Untitled".to_owned() } else { name }
}
