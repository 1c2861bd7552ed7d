//! What was sent: every export is kept with its draft, byte for byte.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Serialize;
use startline_drafts::{Draft, Sent, SentAs};

use super::{Desk, parsed};
use crate::export::{Export, Exported};
use crate::files::{safe_stem, with_extension};
use crate::judged::state;
use crate::{Failure, Wording, line, write_file};

/// A copy that an employer may hold, set against the calendar as it is now.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct SentCopy {
    /// What was sent, when and where.
    pub sent: Sent,
    /// Why the dates that it states no longer hold; `None` while they do, or where it states none.
    pub stale: Option<String>,
}

impl Desk {
    /// Saves an export where the student chose, and keeps its very bytes with the draft. That no copy could be
    /// kept stops no export: it is said in [`Exported::note`].
    ///
    /// # Errors
    /// A sentence where the place can't be written to.
    pub fn send(&self, id: &str, export: &Export, path: PathBuf) -> Result<Exported, Failure> {
        let (path, exported) = export.write(path)?;
        let kept = self.keep(id, export.what, &path, export, &export.bytes);
        Ok(Exported { note: kept.err(), ..exported })
    }

    /// Keeps the line that the student copies for a web form, and gives it.
    ///
    /// # Errors
    /// A sentence where the dates can't be stated, or the copy can't be kept.
    pub fn send_line(
        &self,
        id: &str,
        draft: &Draft,
        wording: Wording,
        today: NaiveDate,
    ) -> Result<String, Failure> {
        let line = line(draft, wording, today)?;
        let stated = state(draft, today)?.choice();
        self.store()?.keep_sent(
            parsed(id)?,
            SentAs::Line,
            Path::new("Copied"),
            Some(stated),
            line.as_bytes(),
        )?;
        Ok(line)
    }

    /// The copies sent from a draft, the newest first, each set against the draft's calendar.
    ///
    /// # Errors
    /// A sentence where they can't be listed.
    pub fn sent(&self, id: &str, draft: &Draft, today: NaiveDate) -> Result<Vec<SentCopy>, Failure> {
        let stale = |sent: &Sent| {
            let stated = Some(sent.stated?);
            state(&Draft { stated, ..draft.clone() }, today).err().map(|failure| failure.message)
        };
        let sent = self.store()?.sent(parsed(id)?)?;
        Ok(sent.into_iter().map(|sent| SentCopy { stale: stale(&sent), sent }).collect())
    }

    /// The very bytes of a sent copy, and the name that it was sent under.
    ///
    /// # Errors
    /// A sentence where there is no such copy, or it is damaged.
    pub fn sent_copy(&self, id: &str, copy: &str) -> Result<(String, Vec<u8>), Failure> {
        let (id, stamp) = (parsed(id)?, copy.parse().map_err(Failure::other)?);
        let bytes = self.store()?.sent_copy(id, stamp)?;
        let named = self.store()?.sent(id)?.into_iter().find(|sent| sent.id == stamp);
        Ok((named.map(|sent| own_name(&sent)).unwrap_or_default(), bytes))
    }

    /// Writes a sent copy into a folder, to be opened from there.
    ///
    /// # Errors
    /// As [`Desk::sent_copy`], or where the folder can't be written to.
    pub fn unpack_sent(&self, id: &str, copy: &str, folder: &Path) -> Result<PathBuf, Failure> {
        let (name, bytes) = self.sent_copy(id, copy)?;
        let path = folder.join(name);
        write_file(&path, &bytes)?;
        Ok(path)
    }

    /// Saves a sent copy where the student chose; gives the file's own name.
    ///
    /// # Errors
    /// As [`Desk::unpack_sent`].
    pub fn save_sent(&self, id: &str, copy: &str, path: PathBuf) -> Result<String, Failure> {
        let (name, bytes) = self.sent_copy(id, copy)?;
        let extension = name.rsplit_once('.').map_or("pdf", |(_, extension)| extension);
        let path = with_extension(path, extension);
        write_file(&path, &bytes)?;
        Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }

    fn keep(&self, id: &str, what: SentAs, path: &Path, export: &Export, bytes: &[u8]) -> Result<(), String> {
        let kept = parsed(id).and_then(|id| {
            self.store()?.keep_sent(id, what, path, export.stated, bytes).map_err(Failure::from)
        });
        kept.map(drop).map_err(|failure| {
            let reason = failure.message;
            format!("The file is saved, but no copy of it was kept with the draft. {reason}")
        })
    }
}

/// A file's name for a copy, which the record may have from another system: no part of it is a folder.
fn own_name(sent: &Sent) -> String {
    let extension = sent.what.extension();
    let stem = sent.name.strip_suffix(&format!(".{extension}")).unwrap_or(&sent.name);
    let stem = safe_stem(stem);
    if stem.is_empty() { format!("Startline.{extension}") } else { format!("{stem}.{extension}") }
}
