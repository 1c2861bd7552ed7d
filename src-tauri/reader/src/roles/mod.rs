//! What each date and duration is for.

pub(crate) mod context;
pub(crate) mod features;
pub(crate) mod timeline;
pub(crate) mod told;
