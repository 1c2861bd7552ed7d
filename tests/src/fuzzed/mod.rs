//! What must hold of any bytes, for the fuzz targets and for the kept inputs in `tests/fuzz/corpus`.
//!
//! A target in `tests/fuzz/fuzz_targets` calls the function of its name; an ordinary test calls each with the
//! inputs that are kept for it, so that what was found once stays found.

mod calendars;
mod drafts;
mod headers;
mod postings;
mod resumes;

pub use calendars::calendar_file;
pub use drafts::{draft, json_resume};
pub use headers::header;
pub use postings::{html_posting, read_posting};
pub use resumes::{place_on_resume, read_back};

/// Checks any bytes, and panics where something does not hold.
pub type Check = fn(&[u8]);

/// Every target by its name, which is also the name of its folder of kept inputs.
pub const TARGETS: &[(&str, Check)] = &[
    ("calendar_file", calendar_file),
    ("draft", draft),
    ("json_resume", json_resume),
    ("read_posting", read_posting),
    ("html_posting", html_posting),
    ("place", place_on_resume),
    ("proof", read_back),
    ("header", header),
];
