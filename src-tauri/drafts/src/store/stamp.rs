//! The names of what is kept beside a draft: a number that says the order, and a time that says when.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, Timelike as _, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::NotAnId;

const TIME: &str = "%Y%m%dT%H%M%SZ";

/// The name of a revision or a sent copy, such as `00000012-20261122T121500Z`. The order is by number, so
/// that a clock that jumps back never puts the newer before the older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export, type = "string"))]
pub struct Stamp {
    number: u32,
    when: NaiveDateTime,
}

impl Stamp {
    /// The name that follows `last` at this time.
    pub(crate) fn after(last: Option<Self>, now: DateTime<Utc>) -> Self {
        Self::numbered(last.map_or(1, |last| last.number.saturating_add(1)), now)
    }

    /// The name with this number.
    pub(crate) fn numbered(number: u32, now: DateTime<Utc>) -> Self {
        let whole_second = now.naive_utc().with_nanosecond(0);
        Self { number, when: whole_second.unwrap_or_else(|| now.naive_utc()) }
    }

    /// The name that a file's name begins with.
    pub(crate) fn begins(name: &str) -> Option<Self> {
        name.split_once('.')?.0.parse().ok()
    }

    /// When it was made, to the second.
    #[must_use]
    pub fn when(self) -> DateTime<Utc> {
        self.when.and_utc()
    }
}

/// A time as it stands in a file's name, to the second.
pub(crate) fn time_in_name(now: DateTime<Utc>) -> String {
    now.format(TIME).to_string()
}

/// The time that a file's name has, if it is one.
pub(crate) fn time_of_name(text: &str) -> Option<DateTime<Utc>> {
    NaiveDateTime::parse_from_str(text, TIME).ok().map(|when| when.and_utc())
}

impl FromStr for Stamp {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (number, when) = text.split_once('-').ok_or(NotAnId)?;
        let digits = number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| number.parse().ok()).flatten().ok_or(NotAnId)?;
        let stamp = Self { number, when: time_of_name(when).ok_or(NotAnId)?.naive_utc() };
        // Only the one way of writing it is a name.
        if stamp.to_string() == text { Ok(stamp) } else { Err(NotAnId) }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}-{}", self.number, self.when.format(TIME))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
