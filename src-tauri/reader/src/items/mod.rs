//! TODO

pub(crate) mod calendar;
pub(crate) mod date;
pub(crate) mod item;
pub(crate) mod length;
pub(crate) mod mention;
pub(crate) mod month;
pub(crate) mod number;
pub(crate) mod numeric;
pub(crate) mod page;
pub(crate) mod period;
pub(crate) mod span;
pub(crate) mod sum;
pub(crate) mod unit;
