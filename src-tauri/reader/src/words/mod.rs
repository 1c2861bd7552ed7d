//! TODO

pub(crate) mod fold;
pub(crate) mod layout;
pub(crate) mod lexicon;
pub(crate) mod names;
pub(crate) mod quiet;
pub(crate) mod token;
