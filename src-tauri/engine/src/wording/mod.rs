//! Every sentence about a verdict, in one place: the command line, the window and the PDF say the same.

mod calendar_file;
mod changes;
mod covers;
mod doubts;
mod headline;
mod question;
mod ranges;
mod reasons;
mod refusals;
mod unclear;
mod warnings;
mod when;
mod words;

pub(crate) use calendar_file::CalendarFileNotes;
pub(crate) use changes::change;
pub(crate) use covers::covers;
pub(crate) use doubts::{doubtful_end, frame_too_short, lengths_differ, season_without_dates};
pub use headline::{Headline, HeadlinePart, Tone};
pub(crate) use reasons::{brief, brief_chosen, reasons};
pub(crate) use refusals::{refuse_end, refuse_start};
pub(crate) use unclear::reversed;
pub(crate) use warnings::warnings;
pub(crate) use words::{full, list};
