//! Words and lines: what each word can mean, in every language, and how the page is laid out.

pub(crate) mod fold;
pub(crate) mod layout;
pub(crate) mod lexicon;
pub(crate) mod quiet;
pub(crate) mod time;
pub(crate) mod token;
