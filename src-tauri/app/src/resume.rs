//! A JSON Resume, as a candidate.

use std::path::Path;

use startline_drafts::{Imported, import_json_resume};

use crate::{Failure, read_file};

/// The largest JSON Resume that is opened, in bytes.
const LIMIT: u64 = 16_000_000;

/// The candidate that a JSON Resume describes, and what the student should look at.
///
/// # Errors
/// A sentence that says what is wrong with it, and on which line.
pub fn import_resume(bytes: &[u8]) -> Result<Imported, Failure> {
    import_json_resume(bytes).map_err(Failure::other)
}

/// The same, from a file.
///
/// # Errors
/// Also where the file can't be read.
pub fn resume_file(path: &Path) -> Result<Imported, Failure> {
    import_resume(&read_file(path, LIMIT)?)
}
