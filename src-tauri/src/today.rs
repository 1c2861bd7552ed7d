//! The one place of the window that reads the clock and the time zone.

use chrono::{Local, NaiveDate};

/// The civil day on this computer.
pub(crate) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// The name of this computer's time zone, such as `Europe/Berlin`.
pub(crate) fn zone() -> String {
    iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
}
