//! The lines of a calendar file: folded, named, nested.

use icalendar::parser::{Property, unfold};

/// One `VCALENDAR`.
#[derive(Debug, Default)]
pub(super) struct RawCalendar {
    pub(super) name: Option<String>,
    /// Its X-WR-TIMEZONE.
    pub(super) zone: Option<String>,
    pub(super) entries: Vec<RawEntry>,
    /// How many tasks (`VTODO`) and notes (`VJOURNAL`) it holds, which take no days.
    pub(super) tasks: usize,
}

/// What takes days.
#[derive(Debug)]
pub(super) struct RawEntry {
    pub(super) kind: Kind,
    pub(super) properties: Vec<RawProperty>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A `VEVENT`.
    Event,
    /// A `VFREEBUSY`: when someone is busy, and nothing of what with.
    Busy,
}

impl Kind {
    fn of(component: &str) -> Option<Self> {
        match component {
            _ if component.eq_ignore_ascii_case("VEVENT") => Some(Self::Event),
            _ if component.eq_ignore_ascii_case("VFREEBUSY") => Some(Self::Busy),
            _ => None,
        }
    }
}

/// A property of an event, such as `DTSTART;TZID=Europe/Berlin:20260512T090000`.
#[derive(Debug)]
pub(super) struct RawProperty {
    /// In capitals.
    pub(super) name: String,
    /// Without the escapes of text.
    pub(super) value: String,
    pub(super) zone: Option<String>,
    /// Whether `RANGE=THISANDFUTURE` stands with it.
    pub(super) and_future: bool,
    /// The kind of a busy span, in capitals.
    pub(super) busy: Option<String>,
}

/// The properties that decide the days of an entry. All others are passed over.
const KEPT: [&str; 14] = [
    "UID",
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "FREEBUSY",
    "STATUS",
    "TRANSP",
    "X-WR-CALNAME",
    "X-WR-TIMEZONE",
];

/// The calendars of a file, and how many of the lines kept could not be read. Events outside any calendar
/// make one of their own.
pub(super) fn calendars(text: &str) -> (Vec<RawCalendar>, usize) {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let (mut calendars, mut bad_lines): (Vec<RawCalendar>, usize) = (Vec::new(), 0);
    // Inside an entry, how many of its own components (alarms) are open.
    let mut within: Option<usize> = None;
    for line in unfold(&text).lines() {
        match boundary(line) {
            Some((true, component)) => match &mut within {
                _ if component.eq_ignore_ascii_case("VCALENDAR") => {
                    within = None;
                    calendars.push(RawCalendar::default());
                }
                Some(open) if Kind::of(component).is_none() => *open += 1,
                _ if is_task(component) => last(&mut calendars).tasks += 1,
                _ => {
                    let Some(kind) = Kind::of(component) else { continue };
                    within = Some(0);
                    last(&mut calendars).entries.push(RawEntry { kind, properties: Vec::new() });
                }
            },
            Some((false, component)) => match &mut within {
                Some(open) if *open > 0 && Kind::of(component).is_none() => *open -= 1,
                _ => within = None,
            },
            None => {
                let Some(calendar) = calendars.last_mut() else { continue };
                if within.is_some_and(|open| open > 0) || !is_kept(line) {
                    continue;
                }
                match property(line) {
                    Some(property) => calendar.take(property, within.is_some()),
                    None => bad_lines += 1,
                }
            }
        }
    }
    (calendars, bad_lines)
}

/// The calendar that is being read, which a damaged file may not have begun.
fn last(calendars: &mut Vec<RawCalendar>) -> &mut RawCalendar {
    if calendars.is_empty() {
        calendars.push(RawCalendar::default());
    }
    let last = calendars.len() - 1;
    &mut calendars[last]
}

impl RawCalendar {
    fn take(&mut self, property: RawProperty, in_entry: bool) {
        match (property.name.as_str(), self.entries.last_mut()) {
            ("X-WR-CALNAME", _) if !in_entry => self.name = self.name.take().or(Some(property.value)),
            ("X-WR-TIMEZONE", _) if !in_entry => self.zone = self.zone.take().or(Some(property.value)),
            (_, Some(entry)) if in_entry => entry.properties.push(property),
            _ => {}
        }
    }
}

/// `BEGIN:VEVENT` or `END:VEVENT`: whether it begins, and what.
fn boundary(line: &str) -> Option<(bool, &str)> {
    let (word, component) = line.split_once(':')?;
    match word.trim() {
        word if word.eq_ignore_ascii_case("BEGIN") => Some((true, component.trim())),
        word if word.eq_ignore_ascii_case("END") => Some((false, component.trim())),
        _ => None,
    }
}

fn is_task(component: &str) -> bool {
    ["VTODO", "VJOURNAL"].iter().any(|task| component.eq_ignore_ascii_case(task))
}

fn is_kept(line: &str) -> bool {
    let name = line.split([':', ';']).next().unwrap_or_default();
    KEPT.iter().any(|kept| name.eq_ignore_ascii_case(kept))
}

fn property(line: &str) -> Option<RawProperty> {
    let line = format!("{line}\n");
    let parsed = Property::try_from(line.as_str()).ok()?;
    let parameter = |name: &str| {
        let found = parsed.params.iter().find(|each| each.key.as_str().eq_ignore_ascii_case(name));
        found.and_then(|each| each.val.as_ref()).map(|value| value.as_str().trim_matches('"').to_owned())
    };
    Some(RawProperty {
        name: parsed.name.as_str().to_ascii_uppercase(),
        value: parsed.val.as_str().trim().to_owned(),
        zone: parameter("TZID"),
        and_future: parameter("RANGE").is_some(),
        busy: parameter("FBTYPE").map(|kind| kind.to_ascii_uppercase()),
    })
}
