//! Every sentence about a verdict, in one place: the command line, the window and the PDF say the same.

mod calendar_file;
mod changes;
mod covers;
mod doubts;
mod headline;
mod reasons;
mod refusals;
mod warnings;
mod words;

pub(crate) use calendar_file::CalendarFileNotes;
pub(crate) use changes::change;
pub(crate) use covers::covers;
pub(crate) use doubts::{doubtful_end, lengths_differ, season_without_dates};
pub use headline::{Headline, HeadlinePart, Tone};
pub(crate) use reasons::{brief, brief_chosen, reasons};
pub(crate) use refusals::{refuse_end, refuse_start};
pub(crate) use warnings::warnings;
pub(crate) use words::{full, list};
