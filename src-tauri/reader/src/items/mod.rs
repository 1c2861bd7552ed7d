//! Everything of time in a text: dates, spans, durations, seasons and the rest, each with the words it stands on.
//! A recogniser takes the place where something may begin and gives what stands there and the place after it.

pub(crate) mod calendar;
mod clock;
mod date;
mod eastern;
pub(crate) mod item;
pub(crate) mod length;
mod mention;
mod month;
pub(crate) mod number;
mod numeric;
mod other;
pub(crate) mod page;
mod part;
pub(crate) mod period;
mod phase;
mod rhythm;
pub(crate) mod season;
mod span;
pub(crate) mod sum;
#[cfg(test)]
mod tests;
mod unit;
mod week;
mod year;
