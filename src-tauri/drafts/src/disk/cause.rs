//! What a disk can answer, as sentences for the student.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What could not be done on the disk, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskError {
    /// What was being done.
    pub doing: Doing,
    /// Why it failed.
    pub cause: Cause,
    /// The file or folder.
    pub path: PathBuf,
}

/// What was being done when the disk failed: it decides what is safe, and what helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Using the data folder at all.
    Opening,
    /// Reading a draft or another file of the data folder.
    Reading,
    /// Writing what the student typed.
    Saving,
    /// Deleting, or bringing back.
    Deleting,
    /// Writing a file elsewhere.
    Exporting,
    /// Reading a file from elsewhere.
    Importing,
}

/// Why a disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// No room, or a quota used up.
    Full,
    /// The drive takes no writing.
    ReadOnly,
    /// This account has no right to.
    Denied,
    /// It is not there.
    Missing,
    /// A file stands in a folder's place.
    NotAFolder,
    /// A folder stands in a file's place.
    NotAFile,
    /// A file of that name is there already.
    Exists,
    /// Another program has it open.
    Busy,
    /// Anything else, with the system's own number where it has one.
    Failed(Option<i32>),
}

impl Cause {
    fn of(error: &io::Error) -> Self {
        // Windows says so by numbers that have no kind.
        if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
            return Self::Busy;
        }
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::ResourceBusy => Self::Busy,
            _ => Self::Failed(error.raw_os_error()),
        }
    }

    /// A word for a log, which never holds a name or a path.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ReadOnly => "read-only",
            Self::Denied => "denied",
            Self::Missing => "missing",
            Self::NotAFolder => "not-a-folder",
            Self::NotAFile => "not-a-file",
            Self::Exists => "exists",
            Self::Busy => "busy",
            Self::Failed(_) => "failed",
        }
    }

    /// What to do about it, before trying again.
    fn remedy(self) -> &'static str {
        match self {
            Self::Full => "Free some space",
            Self::ReadOnly => "Make the drive writable",
            Self::Denied => "Allow your account to write there",
            Self::Missing => "Connect the drive it is on, or put the folder back",
            Self::NotAFolder => "Move that file away",
            Self::NotAFile => "Move that folder away",
            Self::Exists => "Choose another name",
            Self::Busy => "Close that program",
            Self::Failed(_) => "Check the drive",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("the disk is full"),
            Self::ReadOnly => f.write_str("the drive is read-only"),
            Self::Denied => f.write_str("your account is not allowed to"),
            Self::Missing => f.write_str("its folder is not there"),
            Self::NotAFolder => f.write_str("a file stands where a folder is needed"),
            Self::NotAFile => f.write_str("a folder stands where a file is needed"),
            Self::Exists => f.write_str("there is one of that name already"),
            Self::Busy => f.write_str("another program is using it"),
            Self::Failed(Some(number)) => write!(f, "the disk reported error {number}"),
            Self::Failed(None) => f.write_str("the disk reported an error"),
        }
    }
}

impl DiskError {
    /// What the system's error means for the student.
    #[must_use]
    pub fn new(doing: Doing, path: &Path, error: &io::Error) -> Self {
        Self { doing, cause: Cause::of(error), path: path.to_owned() }
    }
}

impl std::error::Error for DiskError {}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cause, path, .. } = self;
        let remedy = cause.remedy();
        let cause = match (self.doing, cause) {
            (Doing::Importing, Cause::Missing) => "it is not there".to_owned(),
            _ => cause.to_string(),
        };
        let (whole, name) = (path.display(), path.file_name().unwrap_or_default().display());
        match self.doing {
            Doing::Opening => write!(
                f,
                "Startline can’t use its data folder {whole}: {cause}. Nothing in it was changed. {remedy}, \
                 then start Startline again."
            ),
            Doing::Reading => write!(
                f,
                "Couldn’t read from the data folder: {cause}. Nothing was changed. {remedy}, then try again."
            ),
            Doing::Saving => write!(
                f,
                "Couldn’t save: {cause}. What you typed is still here. {remedy}, then try again, or save a \
                 copy elsewhere."
            ),
            Doing::Deleting => write!(
                f,
                "Couldn’t change what is in the data folder: {cause}. No draft was lost. {remedy}, then try again."
            ),
            Doing::Exporting => write!(
                f,
                "Couldn’t write “{name}”: {cause}. A file that was there before is unchanged. {remedy}, or \
                 choose another place."
            ),
            Doing::Importing => {
                write!(f, "Couldn’t read “{name}”: {cause}. Nothing was changed. {remedy}, then try again.")
            }
        }
    }
}
