//! What Startline does for a student, one function for each thing, with no window and no command line.
//!
//! The window and the command line forward to these. Nothing here reads a clock or asks for a place: `today`
//! and paths are handed in. Every error is a [`Failure`]: a sentence.

mod calendar;
mod desk;
mod drafts;
mod export;
mod failure;
mod files;
mod fonts;
mod ics;
pub mod isolated;
mod judged;
mod line;
mod other_kind;
pub mod place;
mod posting;
mod preview;
mod resume;

pub use calendar::{CALENDAR_LIMIT, calendar, calendar_file};
pub use desk::{
    Applications, Boot, Brought, Counted, Damage, Desk, Opened, Returned, Saved, SentCopy, Suggested,
    write_draft,
};
pub use drafts::{is_draft, new_draft, parse_draft};
pub use export::{Export, Exported, header_pdf, header_png, proof};
pub use failure::{Code, Failure};
pub use files::{file_name, read_file, write_file};
pub use ics::ics;
pub use judged::{Judged, StatedView, judge, judge_start};
pub use line::{Line, Wording, line};
pub use posting::{POSTING_LIMIT, PostingText, html_posting, posting_file, posting_text, sample};
pub use preview::{Preview, preview};
pub use resume::{import_resume, resume_file};

/// The largest PDF that is opened, in bytes.
pub const PDF_LIMIT: u64 = 50_000_000;

pub use startline_drafts::{Deleted, Draft, Imported, Restorable, Settings, Summary};
pub use startline_engine::{CalendarFile, Judgement};
