//! The only code that touches the data folder.
//!
//! | module | what it knows |
//! | --- | --- |
//! | `draft` | one application as the student left it, and its file: reading, writing, unknown keys, formats, differences |
//! | `disk` | files written whole or not at all, and what a disk can answer |
//! | `store` | the data folder: drafts, the list, who edits what, history, undo, damage, the bin |
//! | `json_resume` | a JSON Resume, as a candidate |
//! | `settings` | what holds for every draft |

mod disk;
mod draft;
mod json_resume;
mod settings;
mod store;

pub use disk::{Cause, DiskError, Doing, Faults, Step, write_file};
pub use draft::{Change, Draft, DraftError, FORMAT, Parsed, compare};
pub use json_resume::{ImportError, Imported, import_json_resume};
pub use settings::{Settings, Theme};
pub use store::{
    Clock, ConflictCopy, DATA_VARIABLE, Deleted, DraftId, Listing, NotAnId, Opened, Outside, Restorable,
    Revision, Stamp, State, Store, StoreError, Summary, Undoable, Version, default_folder,
};
