//! The only code that touches the data folder.
//!
//! | module | what it knows |
//! | --- | --- |
//! | `draft` | one application as the student left it, and its file: reading, writing, unknown keys, formats, differences |
//! | `disk` | files written whole or not at all, and what a disk can answer |
//! | `store` | the data folder: drafts, the list and search, who edits what, history, undo, sent copies, the bin, damage, in and out |
//! | `settings` | what holds for every draft |
//! | `employer` | applications to one employer, in their order |
//! | `json_resume` | a JSON Resume, as a candidate |

mod disk;
mod draft;
mod employer;
mod json_resume;
mod settings;
mod store;

pub use disk::{Cause, DiskError, Doing, Faults, Step, write_file};
pub use draft::{Change, Draft, DraftError, FORMAT, Parsed, compare};
pub use employer::{Slot, employer_of, slots};
pub use json_resume::{ImportError, Imported, import_json_resume};
pub use settings::{Settings, Theme};
pub use store::{
    Archived, Clock, ConflictCopy, DATA_VARIABLE, Deleted, DraftId, Listing, NotAnId, Opened, Outside,
    Restorable, Revision, Sent, SentAs, Stamp, State, Store, StoreError, Summary, Undoable, Version,
    default_folder,
};
