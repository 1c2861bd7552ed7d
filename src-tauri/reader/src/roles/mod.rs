//! TODO

pub(crate) mod around;
pub(crate) mod measure;
pub(crate) mod role;
pub(crate) mod season;
