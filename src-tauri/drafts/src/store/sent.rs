//! What was sent: the exact bytes, where they went, when, and what they stated.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use startline_engine::Choice;

use super::{DraftId, Stamp, Store, StoreError, Version};
use crate::disk::Manner;
use crate::draft::{value, written};
use crate::{Cause, DiskError, Doing};

/// A copy that an employer may hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Sent {
    /// Its name.
    pub id: Stamp,
    /// When it was sent.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub when: DateTime<Utc>,
    /// What it is.
    pub what: SentAs,
    /// The name of the file, such as `Zoe-Nguyen-Availability.pdf`.
    pub name: String,
    /// The name of the folder that it was saved in.
    pub folder: Option<String>,
    /// The dates that it states.
    pub stated: Option<Choice>,
    /// How many bytes it has.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub bytes: u64,
    /// Which bytes.
    pub version: Version,
}

/// What a sent copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum SentAs {
    /// A header of its own, PDF.
    Header,
    /// The student's résumé with the line on it, PDF.
    Resume,
    /// A picture of the header, PNG.
    Picture,
    /// The line as text.
    Line,
    /// The internship as a calendar file.
    Calendar,
}

impl SentAs {
    /// What the names of its files end in.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Header | Self::Resume => "pdf",
            Self::Picture => "png",
            Self::Line => "txt",
            Self::Calendar => "ics",
        }
    }
}

/// A record as it stands beside the bytes.
#[derive(Serialize, Deserialize)]
struct Record {
    #[serde(flatten)]
    sent: Sent,
    /// Where the file was saved. It stays in Rust.
    path: Option<PathBuf>,
}

impl Store {
    /// Keeps a copy of what was sent from a draft: these bytes, saved as the file `path`. For what went out
    /// without a file, such as copied text, the path is a name alone.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if the copy can't be written.
    pub fn keep_sent(
        &self,
        id: DraftId,
        what: SentAs,
        path: &Path,
        stated: Option<Choice>,
        bytes: &[u8],
    ) -> Result<Sent, StoreError> {
        let last = self.sent_stamps(id)?.last().copied();
        let mut stamp = Stamp::after(last, self.now());
        loop {
            match self.keep_sent_as(stamp, id, what, path, stated, bytes) {
                // Another export, here or in another copy, took the name meanwhile.
                Err(DiskError { cause: Cause::Exists, .. }) => stamp = Stamp::after(Some(stamp), self.now()),
                kept => return Ok(kept?),
            }
        }
    }

    fn keep_sent_as(
        &self,
        stamp: Stamp,
        id: DraftId,
        what: SentAs,
        path: &Path,
        stated: Option<Choice>,
        bytes: &[u8],
    ) -> Result<Sent, DiskError> {
        let text = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
        let sent = Sent {
            id: stamp,
            when: self.now(),
            what,
            name: text(path.file_name()).unwrap_or_default(),
            folder: text(path.parent().and_then(Path::file_name)),
            stated,
            bytes: bytes.len() as u64,
            version: Version::of(bytes),
        };
        let (copy, record) = self.sent_files(id, stamp, what);
        let manner = Manner { replace: false, ..Manner::kept(self.now().into()) };
        let path = path.is_absolute().then(|| path.to_owned());
        let about = written(&value(&Record { sent: sent.clone(), path }));
        // The bytes come first: a record without them would promise what is not there.
        self.make_part("sent")
            .and_then(|()| self.disk.make_folder(&self.folder.sent(id)))
            .inspect(|()| self.sweep_folder(&self.folder.sent(id)))
            .and_then(|()| self.disk.write(&copy, bytes, manner))
            .map_err(|error| DiskError::new(Doing::Saving, &copy, &error))?;
        self.disk.write(&record, about.as_bytes(), manner).map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                // The record is another copy's, and these bytes are not what it speaks of.
                let _ = self.disk.remove(&copy);
            }
            DiskError::new(Doing::Saving, &record, &error)
        })?;
        Ok(sent)
    }

    /// The copies sent from a draft, the newest first. A record that can't be read is left out.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if their folder can't be listed.
    pub fn sent(&self, id: DraftId) -> Result<Vec<Sent>, StoreError> {
        let stamps = self.sent_stamps(id)?;
        Ok(stamps.into_iter().rev().filter_map(|stamp| Some(self.record(id, stamp).ok()?.sent)).collect())
    }

    /// The very bytes of a sent copy.
    ///
    /// # Errors
    /// [`StoreError::Gone`] if there is no such copy, [`StoreError::CopyDamaged`] if they are no longer what
    /// was sent, or [`StoreError::Disk`].
    pub fn sent_copy(&self, id: DraftId, stamp: Stamp) -> Result<Vec<u8>, StoreError> {
        let Sent { what, version, .. } = self.record(id, stamp)?.sent;
        let bytes = self.read(&self.sent_files(id, stamp, what).0)?;
        if Version::of(&bytes) == version { Ok(bytes) } else { Err(StoreError::CopyDamaged) }
    }

    /// Where a sent copy was saved, to show its folder; the file may have been moved since.
    ///
    /// # Errors
    /// [`StoreError::Gone`] if there is no such copy, or [`StoreError::Disk`].
    pub fn sent_path(&self, id: DraftId, stamp: Stamp) -> Result<Option<PathBuf>, StoreError> {
        Ok(self.record(id, stamp)?.path)
    }

    fn record(&self, id: DraftId, stamp: Stamp) -> Result<Record, StoreError> {
        let path = self.folder.sent(id).join(format!("{stamp}.json"));
        if !path.exists() {
            return Err(StoreError::Gone);
        }
        serde_json::from_slice(&self.read(&path)?).map_err(|_| StoreError::CopyDamaged)
    }

    fn sent_files(&self, id: DraftId, stamp: Stamp, what: SentAs) -> (PathBuf, PathBuf) {
        let folder = self.folder.sent(id);
        (folder.join(format!("{stamp}.{}", what.extension())), folder.join(format!("{stamp}.json")))
    }

    pub(super) fn sent_stamps(&self, id: DraftId) -> Result<Vec<Stamp>, StoreError> {
        let folder = self.folder.sent(id);
        let listed = self.disk.names(&folder);
        let names = listed.map_err(|error| DiskError::new(Doing::Reading, &folder, &error))?;
        let mut stamps: Vec<Stamp> =
            names.iter().filter_map(|entry| Stamp::begins(entry.file_name().to_str()?)).collect();
        stamps.sort_unstable();
        stamps.dedup();
        Ok(stamps)
    }
}
