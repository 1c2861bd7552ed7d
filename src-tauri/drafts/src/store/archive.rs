//! Everything in one file, to move to another computer or to keep.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::stamp::time_of_name;
use super::{DraftId, Stamp, Store, StoreError};
use crate::disk::{Manner, Step, TEMPORARY};
use crate::draft::LIMIT;
use crate::{DiskError, Doing, Draft, FORMAT};

/// What says that a zip file is ours, and of which format.
const ABOUT: &str = "startline.json";

/// An archive that would unpack to more is none that we wrote, but one that would fill the disk.
const ROOM: u64 = 8 << 30;

/// What goes into an archive: not the locks, the index or the undo journals, which are this computer's.
const PARTS: [&str; 5] = ["drafts", "history", "sent", "bin", "aside"];

/// What was taken from an archive.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Archived {
    /// Drafts that were not here.
    pub added: u32,
    /// Drafts that are here as they are in the archive.
    pub same: u32,
    /// Drafts that are here with another content: the archive's now stand beside them.
    pub beside: u32,
    /// Whether the settings were taken over, which happens only where there are none.
    pub settings: bool,
    /// Files in the archive that are nothing of ours, or damaged.
    pub passed_over: u32,
}

#[derive(Serialize, Deserialize)]
struct About {
    startline: u32,
}

impl Store {
    /// Writes everything into one zip file, whole or not at all.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if something can't be read, or the file can't be written.
    pub fn export_everything(&self, to: &Path) -> Result<(), StoreError> {
        let mut files = vec![(self.folder.settings(), "settings.json".to_owned())];
        for part in PARTS {
            self.files_below(&self.folder.root().join(part), part, &mut files)?;
        }
        let manner = Manner { durable: true, private: true, replace: true, changed: None };
        let mut unread = None;
        let fill = |file: &mut File| {
            let mut zip = ZipWriter::new(file);
            let options = SimpleFileOptions::default();
            zip.start_file(ABOUT, options)?;
            zip.write_all(&serde_json::to_vec(&About { startline: FORMAT })?)?;
            for (path, name) in &files {
                match self.disk.read(path) {
                    // Settings may never have been kept, and an old revision may make way meanwhile.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    read => {
                        let bytes = read.inspect_err(|error| {
                            unread = Some(DiskError::new(Doing::Reading, path, error));
                        })?;
                        zip.start_file(name.as_str(), options)?;
                        zip.write_all(&bytes)?;
                    }
                }
            }
            self.disk.step(Step::Write, to)?;
            zip.finish()?;
            Ok(())
        };
        let written = self.disk.write_with(to, manner, fill);
        written.map_err(|error| unread.unwrap_or_else(|| DiskError::new(Doing::Exporting, to, &error)).into())
    }

    /// Takes over what an archive holds. Nothing here is overwritten: a draft that differs comes to stand
    /// beside the one here.
    ///
    /// # Errors
    /// [`StoreError::Archive`] if the file is none, [`StoreError::Newer`] if a newer version wrote it, or
    /// [`StoreError::Disk`]; what was taken until then stays.
    pub fn import_everything(&self, from: &Path) -> Result<Archived, StoreError> {
        let importing = |error: io::Error| DiskError::new(Doing::Importing, from, &error);
        self.disk.step(Step::Read, from).map_err(importing)?;
        let mut zip =
            ZipArchive::new(File::open(from).map_err(importing)?).map_err(|error| broken(&error))?;
        let about = read_member(&mut zip, ABOUT).ok_or_else(|| broken(&"it is another kind of zip file"))?;
        let about: About = serde_json::from_slice(&about).map_err(|error| broken(&error))?;
        if about.startline > FORMAT {
            return Err(StoreError::Newer { format: about.startline });
        }
        // The drafts come first: what belongs to one goes where the draft went.
        let mut names: Vec<String> =
            zip.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        names.sort_by_key(|name| (!name.starts_with("drafts/"), name.clone()));
        names.retain(|name| name != ABOUT && !name.ends_with('/'));
        let unpacked = names.iter().filter_map(|name| Some(zip.by_name(name).ok()?.size()));
        if unpacked.fold(0, u64::saturating_add) > ROOM {
            return Err(broken(&"it would unpack to more than 8 GB"));
        }
        let mut taken = Archived::default();
        let mut moved = HashMap::new();
        for name in &names {
            match (Member::of(name), read_member(&mut zip, name)) {
                (Some(member), Some(bytes)) => self.take(member, &bytes, &mut moved, &mut taken)?,
                _ => taken.passed_over += 1,
            }
        }
        Ok(taken)
    }

    fn take(
        &self,
        member: Member,
        bytes: &[u8],
        moved: &mut HashMap<DraftId, DraftId>,
        taken: &mut Archived,
    ) -> Result<(), StoreError> {
        let root = self.folder.root();
        let path = match member {
            Member::Draft(id) => return self.take_draft(id, bytes, moved, taken),
            Member::Settings => self.folder.settings(),
            // The history and the sent copies of a draft that came to stand beside ours are its own.
            Member::Of(part, id, file) => {
                root.join(part).join(moved.get(&id).unwrap_or(&id).to_string()).join(file)
            }
            Member::Alone(part, file) => root.join(part).join(file),
        };
        if path.exists() {
            return Ok(());
        }
        taken.settings |= path == self.folder.settings();
        self.write_part(&path, bytes)
    }

    fn take_draft(
        &self,
        id: DraftId,
        bytes: &[u8],
        moved: &mut HashMap<DraftId, DraftId>,
        taken: &mut Archived,
    ) -> Result<(), StoreError> {
        let Ok(parsed) = Draft::parse(bytes) else {
            taken.passed_over += 1;
            return Ok(());
        };
        let path = self.folder.draft(id);
        if !path.exists() {
            taken.added += 1;
            self.forget(id);
            return self.write_part(&path, bytes);
        }
        if self.read(&path)? == bytes {
            taken.same += 1;
            return Ok(());
        }
        taken.beside += 1;
        let opened = self.import_draft(bytes)?;
        moved.insert(id, opened.id);
        if !parsed.is_newer() {
            self.rename(opened.id, format!("{} (from the archive)", opened.draft.title).trim())?;
        }
        Ok(())
    }

    /// Writes a file of an archive and the folders it stands in. The archive is still there should the power
    /// go, so that each file need not be forced to the disk.
    fn write_part(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let inside = path.strip_prefix(self.folder.root()).unwrap_or(path);
        let mut folders: Vec<PathBuf> =
            inside.ancestors().skip(1).map(|part| self.folder.root().join(part)).collect();
        folders.reverse();
        folders
            .iter()
            .skip(1)
            .try_for_each(|folder| self.disk.make_folder(folder))
            .and_then(|()| {
                self.disk.write(path, bytes, Manner { changed: Some(self.now().into()), ..Manner::CACHE })
            })
            .map_err(|error| DiskError::new(Doing::Saving, path, &error).into())
    }

    fn files_below(
        &self,
        folder: &Path,
        name: &str,
        found: &mut Vec<(PathBuf, String)>,
    ) -> Result<(), StoreError> {
        let reading = |error| DiskError::new(Doing::Reading, folder, &error);
        for entry in self.disk.names(folder).map_err(reading)? {
            let Some(own) = entry.file_name().to_str().map(str::to_owned) else { continue };
            let name = format!("{name}/{own}");
            if entry.path().is_dir() {
                self.files_below(&entry.path(), &name, found)?;
            } else if !own.starts_with(TEMPORARY) {
                found.push((entry.path(), name));
            }
        }
        Ok(())
    }
}

/// What a name in an archive stands for. Every part of it is read strictly, so that none leads elsewhere.
enum Member {
    Draft(DraftId),
    Settings,
    /// A file that belongs to a draft: the part it stands in, the draft, its own name.
    Of(&'static str, DraftId, String),
    /// A file that stands in a part by itself.
    Alone(&'static str, String),
}

impl Member {
    fn of(name: &str) -> Option<Self> {
        let parts: Vec<&str> = name.split('/').collect();
        match parts.as_slice() {
            ["settings.json"] => Some(Self::Settings),
            ["drafts", file] => file.strip_suffix(".json")?.parse().ok().map(Self::Draft),
            ["history", id, file] => {
                let _: Stamp = file.strip_suffix(".json")?.parse().ok()?;
                Some(Self::Of("history", id.parse().ok()?, (*file).to_owned()))
            }
            ["sent", id, file] => {
                let kind = file.split_once('.')?.1;
                Stamp::begins(file)?;
                let ours = ["json", "pdf", "png", "txt", "ics"].contains(&kind);
                ours.then_some(Self::Of("sent", id.parse().ok()?, (*file).to_owned()))
            }
            ["bin", file] => {
                let (_, rest) = DraftId::begins(file)?;
                time_of_name(rest.strip_prefix('-')?.strip_suffix(".json")?)?;
                Some(Self::Alone("bin", (*file).to_owned()))
            }
            ["aside", file] => {
                let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_ ".contains(letter);
                let ours = file.strip_suffix(".json")?.chars().all(plain);
                ours.then(|| Self::Alone("aside", (*file).to_owned()))
            }
            _ => None,
        }
    }
}

/// A file of the archive, unless it is damaged or larger than any of ours.
fn read_member<R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = zip.by_name(name).ok()?;
    file.take(LIMIT as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= LIMIT).then_some(bytes)
}

fn broken(reason: &dyn std::fmt::Display) -> StoreError {
    StoreError::Archive { reason: reason.to_string() }
}
