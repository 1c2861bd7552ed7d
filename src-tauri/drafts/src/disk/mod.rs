//! Files, written so that a crash, a power cut or a full disk leaves the old one or the new one, whole.

mod cause;
mod temporary;

pub use cause::{Cause, DiskError, Doing};
pub(crate) use temporary::TEMPORARY;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use temporary::{Temporary, patiently};

/// What is about to happen on the disk. Tests let a chosen one fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// A file is read.
    Read,
    /// A folder is listed.
    List,
    /// A folder is made, or a temporary file beside the file to be.
    Create,
    /// The bytes go into the temporary file; half of them already have.
    Write,
    /// The temporary file is forced to the disk.
    Sync,
    /// A file takes its name.
    Rename,
    /// The folder is forced to the disk.
    SyncFolder,
    /// A file or folder is removed.
    Remove,
}

/// Called before each step with the file or folder that it is about; an error makes the step fail.
pub type Faults = Arc<dyn Fn(Step, &Path) -> io::Result<()> + Send + Sync>;

/// The disk, with the faults that a test plants.
#[derive(Clone, Default)]
pub(crate) struct Disk {
    pub(crate) faults: Option<Faults>,
}

/// How a file is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    /// Forced to the disk before the call returns. Off only for what can be made anew.
    pub(crate) durable: bool,
    /// For the student's account alone.
    pub(crate) private: bool,
    /// Whether a file that is there gives way.
    pub(crate) replace: bool,
    /// The time the file says it was changed.
    pub(crate) changed: Option<SystemTime>,
}

impl Manner {
    /// As every file of the data folder is written.
    pub(crate) fn kept(changed: SystemTime) -> Self {
        Self { durable: true, private: true, replace: true, changed: Some(changed) }
    }

    /// As a file is written that can be made anew, or done without.
    pub(crate) const CACHE: Self = Self { durable: false, private: true, replace: true, changed: None };
}

impl Disk {
    pub(crate) fn step(&self, step: Step, path: &Path) -> io::Result<()> {
        self.faults.as_ref().map_or(Ok(()), |faults| faults(step, path))
    }

    pub(crate) fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step(Step::Read, path)?;
        fs::read(path)
    }

    /// The names in a folder; none where the folder is not there.
    pub(crate) fn names(&self, folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
        self.step(Step::List, folder)?;
        match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            listed => listed?.collect(),
        }
    }

    /// Makes one folder for the student's account alone; its parent must be there. One that is there is kept
    /// from other accounts.
    pub(crate) fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            keep_private(folder);
            return Ok(());
        }
        self.step(Step::Create, folder)?;
        match private_folder().create(folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if folder.is_dir() {
                    Ok(())
                } else {
                    Err(io::ErrorKind::NotADirectory.into())
                }
            }
            made => made.and_then(|()| self.sync_folder(folder_of(folder))),
        }
    }

    /// Makes a folder and those above it that are missing. One that is there is left as its owner made it.
    pub(crate) fn make_folders(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        self.make_folders(folder_of(folder))?;
        self.make_folder(folder)
    }

    /// Opens a file to lock, made if it is missing.
    pub(crate) fn lockable(&self, path: &Path) -> io::Result<File> {
        self.step(Step::Create, path)?;
        let mut options = File::options();
        options.create(true).truncate(false).read(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)
    }

    /// Writes a file: all of the bytes under its name, or whatever was there before.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8], manner: Manner) -> io::Result<()> {
        self.write_with(path, manner, |file| {
            let (one, other) = bytes.split_at(bytes.len() / 2);
            file.write_all(one)?;
            self.step(Step::Write, path)?;
            file.write_all(other)
        })
    }

    /// As [`Disk::write`], for bytes that are not at hand all at once.
    pub(crate) fn write_with(
        &self,
        path: &Path,
        manner: Manner,
        fill: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<()> {
        let folder = folder_of(path);
        self.step(Step::Create, path)?;
        let mut file = Temporary::in_folder(folder, manner.private)?;
        fill(file.file()?)?;
        if let Some(changed) = manner.changed {
            // A drive that can't takes the present time, which is as good.
            let _ = file.file()?.set_modified(changed);
        }
        if manner.durable {
            self.step(Step::Sync, path)?;
            unless_it_cannot(file.file()?.sync_all())?;
        }
        patiently(|| {
            self.step(Step::Rename, path)?;
            file.take_name(path, manner.replace)
        })?;
        if manner.durable { self.sync_folder(folder) } else { Ok(()) }
    }

    /// Gives a file another name, for good when the call returns.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| {
            self.step(Step::Rename, to)?;
            fs::rename(from, to)
        })?;
        self.sync_folder(folder_of(to))?;
        self.sync_folder(folder_of(from))
    }

    /// Removes a file, or a folder with all that is in it. That it is not there is no error.
    pub(crate) fn remove(&self, path: &Path) -> io::Result<()> {
        let removed = patiently(|| {
            self.step(Step::Remove, path)?;
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
        });
        match removed {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    /// A new name is only safe from a power cut once its folder is on the disk. Windows has no such call
    /// and keeps names in its journal.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Step::SyncFolder, folder)?;
        if cfg!(windows) { Ok(()) } else { unless_it_cannot(File::open(folder)?.sync_all()) }
    }
}

/// Some network and memory-card drives can't be told to force anything: no reason not to use them.
fn unless_it_cannot(synced: io::Result<()>) -> io::Result<()> {
    match synced {
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => {
            Ok(())
        }
        other => other,
    }
}

/// The folder that a file stands in; for a bare name the current one.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

#[cfg(unix)]
fn private_folder() -> fs::DirBuilder {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = fs::DirBuilder::new();
    builder.mode(0o700);
    builder
}

/// Takes from other accounts what a copied folder may let them do.
#[cfg(unix)]
fn keep_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let open = fs::metadata(folder).is_ok_and(|folder| folder.permissions().mode() & 0o077 != 0);
    if open {
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
}

#[cfg(not(unix))]
fn keep_private(_: &Path) {}

#[cfg(not(unix))]
fn private_folder() -> fs::DirBuilder {
    // A profile's folders are for its own account already.
    fs::DirBuilder::new()
}

/// Writes a file that the student asked for, outside the data folder: whole, or not at all.
///
/// # Errors
/// [`DiskError`] if it can't be written, or if it is there and `replace` is false. What was there before is
/// unchanged then.
pub fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<(), DiskError> {
    let manner = Manner { durable: true, private: false, replace, changed: None };
    Disk::default().write(path, bytes, manner).map_err(|error| DiskError::new(Doing::Exporting, path, &error))
}
