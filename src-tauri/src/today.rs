//! The one place of the window that reads the clock and the time zone.

use chrono::{Local, NaiveDate};

/// The civil day on this computer.
pub(crate) fn today() -> NaiveDate {
    Local::now().date_naive()
}
