//! TODO

pub(crate) mod fold;
pub(crate) mod layout;
pub(crate) mod lexicon;
pub(crate) mod quiet;
pub(crate) mod time;
pub(crate) mod token;
