//! The file that a write fills before it takes its name, and other programs that have it open meanwhile.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::{Builder, NamedTempFile};

/// What the temporary files of a write begin with. One that a crash left behind is swept up later.
pub(crate) const TEMPORARY: &str = ".tmp-";

/// How long another program is waited for. A virus scanner or a syncing program has a new file open for a moment, and
/// on Windows nothing can rename or remove it then.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(20);

/// Tries until it is done, fails for good, or has lasted longer than a student would wait.
pub(super) fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let begun = Instant::now();
    loop {
        match attempt() {
            Err(error) if may_pass(&error) && begun.elapsed() < PATIENCE => sleep(PAUSE),
            done => return done,
        }
    }
}

/// Whether another program may be all that is in the way. Windows says so by numbers that have no kind, or as if the
/// account had no right to the file.
fn may_pass(error: &io::Error) -> bool {
    error.kind() == ErrorKind::ResourceBusy
        || (cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33)))
}

/// A file that is gone again unless it takes a name.
pub(super) struct Temporary(Option<NamedTempFile>);

impl Temporary {
    /// For the student's account alone where it is `private`.
    pub(super) fn in_folder(folder: &Path, private: bool) -> io::Result<Self> {
        let mut builder = Builder::new();
        builder.prefix(TEMPORARY);
        #[cfg(unix)]
        if !private {
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        #[cfg(not(unix))]
        let _ = private;
        builder.tempfile_in(folder).map(|file| Self(Some(file)))
    }

    pub(super) fn file(&mut self) -> io::Result<&mut File> {
        self.0.as_mut().map(NamedTempFile::as_file_mut).ok_or_else(|| ErrorKind::NotFound.into())
    }

    /// Gives it a name: whatever has that name, or only if it is free. It can be tried again where it fails.
    pub(super) fn take_name(&mut self, path: &Path, replace: bool) -> io::Result<()> {
        let Some(file) = self.0.take() else { return Err(ErrorKind::NotFound.into()) };
        let named = if replace { file.persist(path) } else { file.persist_noclobber(path) };
        let Err(refused) = named else { return Ok(()) };
        // A memory card's file system may have no way of taking only a free name in one step.
        let retry = !replace && refused.error.kind() != ErrorKind::AlreadyExists && !path.exists();
        let named = if retry { refused.file.persist(path) } else { Err(refused) };
        named.map(drop).map_err(|refused| {
            self.0 = Some(refused.file);
            refused.error
        })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let Some(file) = self.0.take() else { return };
        let path = file.path().to_owned();
        drop(file);
        // Most often it is gone by now. One that another program keeps for longer is swept up later.
        let _ = patiently(|| match fs::remove_file(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            removed => removed,
        });
    }
}
