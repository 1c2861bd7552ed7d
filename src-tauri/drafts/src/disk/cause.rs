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

    /// The cause as it shows on the disk: Windows takes a file in a folder's place for a folder that is missing, and
    /// what is a folder or open elsewhere for something that the account has no right to.
    fn seen_at(self, path: &Path, doing: Doing) -> Self {
        let outside = matches!(doing, Doing::Exporting | Doing::Importing);
        match self {
            Self::Missing if below_a_file(path) => Self::NotAFolder,
            Self::Denied if outside && path.is_dir() => Self::NotAFile,
            Self::Denied if is_open_elsewhere(path) => Self::Busy,
            other => other,
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
            Self::Busy => "Close it there",
            Self::Failed(_) => "Check the drive",
        }
    }
}

/// Whether a file stands where a path has a folder.
fn below_a_file(path: &Path) -> bool {
    path.ancestors().skip(1).find(|above| above.exists()).is_some_and(Path::is_file)
}

/// Whether another program has a file open in such a way that it can't be replaced.
#[cfg(windows)]
fn is_open_elsewhere(path: &Path) -> bool {
    use std::os::windows::fs::OpenOptionsExt as _;
    const DELETE: u32 = 0x0001_0000;
    let opened = std::fs::File::options().access_mode(DELETE).open(path);
    opened.is_err_and(|error| Cause::of(&error) == Cause::Busy)
}

/// Other systems let a file be replaced whoever has it open.
#[cfg(not(windows))]
fn is_open_elsewhere(_: &Path) -> bool {
    false
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
            Self::Busy => f.write_str("another program has the file open"),
            Self::Failed(Some(number)) => write!(f, "the disk reported error {number}"),
            Self::Failed(None) => f.write_str("the disk reported an error"),
        }
    }
}

impl DiskError {
    /// What the system's error means for the student.
    #[must_use]
    pub fn new(doing: Doing, path: &Path, error: &io::Error) -> Self {
        Self { doing, cause: Cause::of(error).seen_at(path, doing), path: path.to_owned() }
    }
}

impl std::error::Error for DiskError {}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cause, path, .. } = self;
        let remedy = cause.remedy();
        let cause = match (self.doing, cause) {
            (Doing::Importing, Cause::Missing) => "it is not there".to_owned(),
            (Doing::Exporting | Doing::Importing, Cause::Busy) => "it is open in another program".to_owned(),
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
                "Couldn’t write “{name}”: {cause}. A file that was there before is unchanged. {remedy}, then \
                 try again, or choose another place."
            ),
            Doing::Importing => {
                write!(f, "Couldn’t read “{name}”: {cause}. Nothing was changed. {remedy}, then try again.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Windows answers, which is the same kind of error on every system.
    #[test]
    fn a_cause_is_what_stands_on_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("file"), "").unwrap();
        for (doing, kind, name, cause) in [
            (Doing::Exporting, ErrorKind::NotFound, "file/x.pdf", Cause::NotAFolder),
            (Doing::Exporting, ErrorKind::NotFound, "file/none/x.pdf", Cause::NotAFolder),
            (Doing::Exporting, ErrorKind::NotFound, "none/x.pdf", Cause::Missing),
            (Doing::Exporting, ErrorKind::PermissionDenied, "", Cause::NotAFile),
            (Doing::Importing, ErrorKind::PermissionDenied, "", Cause::NotAFile),
            (Doing::Opening, ErrorKind::PermissionDenied, "", Cause::Denied),
            (Doing::Exporting, ErrorKind::PermissionDenied, "x.pdf", Cause::Denied),
            (Doing::Exporting, ErrorKind::ResourceBusy, "x.pdf", Cause::Busy),
        ] {
            let error = DiskError::new(doing, &path(name), &kind.into());
            assert_eq!(error.cause, cause, "{doing:?} {kind:?} {name:?}");
        }
        let said =
            DiskError::new(Doing::Exporting, &path("x.pdf"), &ErrorKind::ResourceBusy.into()).to_string();
        assert!(said.contains("it is open in another program."), "{said}");
        assert!(said.contains("Close it there, then try again"), "{said}");
    }
}
