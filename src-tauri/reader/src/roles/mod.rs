//! What each date and duration is for.

pub(crate) mod around;
pub(crate) mod context;
pub(crate) mod features;
pub(crate) mod measure;
pub(crate) mod role;
pub(crate) mod season;
pub(crate) mod told;
