//! What holds for every draft: how the app looks, and what a new draft starts from.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use startline_engine::{Candidate, Style, unicode};

use crate::disk::Manner;
use crate::draft::{keep_unknown, value, written};
use crate::{DiskError, Doing, Draft, FORMAT, Store, StoreError};

/// What the student set once for all drafts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Settings {
    /// The number of the file's format.
    pub startline: u32,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The language of the window as a tag such as `en`; `None` for the system's.
    pub language: Option<String>,
    /// How the header of a new draft looks.
    pub style: Style,
    /// Who a new draft is for.
    pub profile: Candidate,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            startline: FORMAT,
            theme: Theme::default(),
            language: None,
            style: Style::default(),
            profile: Candidate::default(),
        }
    }
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Settings {
    /// A draft that starts from these settings.
    #[must_use]
    pub fn new_draft(&self) -> Draft {
        Draft { candidate: self.profile.clone(), style: self.style.clone(), ..Draft::default() }
    }

    fn parse(bytes: &[u8]) -> Option<(Self, Value)> {
        let whole = json(bytes)?;
        Some((serde_json::from_value(whole.clone()).ok()?, whole))
    }
}

fn json(bytes: &[u8]) -> Option<Value> {
    serde_json::from_str(&unicode(bytes).ok()?).ok()
}

/// The format of a file that a newer version wrote, whatever else is in it.
fn newer(bytes: &[u8]) -> Option<u32> {
    let format = json(bytes)?.get("startline")?.as_u64()?;
    (format > u64::from(FORMAT)).then(|| u32::try_from(format).unwrap_or(u32::MAX))
}

impl Store {
    /// The settings; the defaults where none are kept, or where their file is damaged.
    ///
    /// # Errors
    /// [`StoreError::Disk`] if the file is there and can't be read.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        Ok(self.settings_file()?.and_then(|bytes| Settings::parse(&bytes)).unwrap_or_default().0)
    }

    /// Keeps the settings. A damaged file is set aside first, and what a newer version wrote besides stays.
    ///
    /// # Errors
    /// [`StoreError::Newer`] if a newer version of Startline wrote the file, or [`StoreError::Disk`].
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        let path = self.folder.settings();
        let mut now = value(&Settings { startline: FORMAT, ..settings.clone() });
        if let Some(bytes) = self.settings_file()? {
            if let Some(format) = newer(&bytes) {
                return Err(StoreError::Newer { format });
            }
            match Settings::parse(&bytes) {
                Some((was, whole)) => keep_unknown(&whole, &value(&was), &mut now),
                None => self.set_file_aside(&path)?,
            }
        }
        let manner = Manner::kept(self.now().into());
        self.disk
            .write(&path, written(&now).as_bytes(), manner)
            .map_err(|error| DiskError::new(Doing::Saving, &path, &error).into())
    }

    fn settings_file(&self) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.folder.settings();
        match self.disk.read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(DiskError::new(Doing::Reading, &path, &error).into()),
        }
    }
}
