//! Days and times as a calendar file writes them, and the zones they stand in.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

use crate::day::iso_day;

/// A day, or a time of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Moment {
    /// A whole day: `20260512`.
    Day(NaiveDate),
    /// A time in the zone it names, or in none: `20260512T090000`.
    Local(NaiveDateTime, Option<String>),
    /// A time in UTC: `20260512T160000Z`.
    Utc(NaiveDateTime),
}

impl Moment {
    /// Reads one value. Some exporters write a zone name with a colon and no quotes, so only what stands after
    /// the last colon counts.
    pub(super) fn read(value: &str, zone: Option<&str>) -> Option<Self> {
        let value = value.rsplit(':').next()?.trim();
        let Some((day, time)) = value.split_once(['T', 't']) else { return read_day(value).map(Self::Day) };
        let (time, utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        let at = read_day(day)?.and_time(read_time(time)?);
        Some(if utc { Self::Utc(at) } else { Self::Local(at, zone.map(str::to_owned)) })
    }
}

/// `20260512`
fn read_day(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = (text.get(0..4)?, text.get(4..6)?, text.get(6..)?);
    iso_day(&format!("{year}-{month}-{day}"))
}

/// `090000`, or `0900`. The 60th second is taken for the 59th.
fn read_time(text: &str) -> Option<NaiveTime> {
    let part = |range| text.get(range).filter(|part: &&str| part.bytes().all(|byte| byte.is_ascii_digit()));
    let number = |range| part(range).and_then(|part| part.parse::<u32>().ok());
    let seconds = if text.len() == 4 { 0 } else { number(4..6)?.min(59) };
    if text.len() > 6 {
        return None;
    }
    NaiveTime::from_hms_opt(number(0..2)?, number(2..4)?, seconds)
}

/// `P1W`, `P1DT2H`, `PT30M`; `None` of a negative one, which takes no time.
pub(super) fn read_duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_uppercase();
    let parts = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let (mut whole, mut digits) = (TimeDelta::zero(), String::new());
    for letter in parts.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if letter == 'T' && digits.is_empty() {
            continue;
        }
        let n: i64 = std::mem::take(&mut digits).parse().ok()?;
        let part = match letter {
            'W' => TimeDelta::try_weeks(n),
            'D' => TimeDelta::try_days(n),
            'H' => TimeDelta::try_hours(n),
            'M' => TimeDelta::try_minutes(n),
            'S' => TimeDelta::try_seconds(n),
            _ => None,
        }?;
        whole = whole.checked_add(&part)?;
    }
    digits.is_empty().then_some(whole)
}

/// The zone of a name, which may be prefixed as in `/example.org/Europe/Berlin`.
pub(super) fn zone(name: &str) -> Option<Tz> {
    let name = name.trim();
    let tail = || {
        let mut parts = name.rsplitn(3, '/');
        let (city, region) = (parts.next()?, parts.next()?);
        format!("{region}/{city}").parse().ok()
    };
    name.parse().ok().or_else(tail)
}

/// Where the times of one event are counted: all of them are taken to it, so that they can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Frame {
    /// Whole days.
    Days,
    /// The event's own zone; `None` where it names none that is known.
    Zone(Option<Tz>),
    /// UTC, to be shown in the calendar's zone.
    Utc,
}

impl Frame {
    pub(super) fn of(start: &Moment) -> Self {
        match start {
            Moment::Day(_) => Self::Days,
            Moment::Local(_, name) => Self::Zone(name.as_deref().and_then(zone)),
            Moment::Utc(_) => Self::Utc,
        }
    }

    /// The moment in this frame. `shown` stands in for a zone that isn't known. A day is its midnight.
    pub(super) fn place(self, moment: &Moment, shown: Tz) -> NaiveDateTime {
        let own = match self {
            Self::Zone(own) => own,
            Self::Days | Self::Utc => None,
        };
        match (self, moment) {
            (_, Moment::Day(day)) => day.and_time(NaiveTime::MIN),
            (Self::Days, Moment::Local(at, _) | Moment::Utc(at)) | (Self::Utc, Moment::Utc(at)) => *at,
            (Self::Zone(_), Moment::Utc(at)) => in_zone(*at, own.unwrap_or(shown)),
            (Self::Zone(_), Moment::Local(at, name)) => match (name.as_deref().and_then(zone), own) {
                (Some(theirs), Some(own)) if theirs != own => in_zone(to_utc(*at, theirs), own),
                _ => *at,
            },
            (Self::Utc, Moment::Local(at, name)) => {
                to_utc(*at, name.as_deref().and_then(zone).unwrap_or(shown))
            }
        }
    }

    /// The time on the wall that a time of this frame is shown as.
    pub(super) fn shown(self, at: NaiveDateTime, shown: Tz) -> NaiveDateTime {
        if self == Self::Utc { in_zone(at, shown) } else { at }
    }
}

fn in_zone(utc: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    // A zone's offset may push a time past the calendar's ends, where it stays as it is.
    let offset = zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
    utc.checked_add_signed(TimeDelta::seconds(offset.into())).unwrap_or(utc)
}

/// In a gap of the clock the time is taken as it stands; of two, the earlier.
fn to_utc(local: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    zone.from_local_datetime(&local).earliest().map_or(local, |at| at.naive_utc())
}
