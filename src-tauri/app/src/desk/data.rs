//! Settings, where everything is kept, and deleting all of it.

use std::path::Path;
use std::sync::atomic::Ordering;

use startline_drafts::Settings;

use super::Desk;
use crate::Failure;

impl Desk {
    /// Keeps the settings.
    ///
    /// # Errors
    /// A sentence where they can't be saved.
    pub fn save_settings(&self, settings: Settings) -> Result<Settings, Failure> {
        self.store()?.save_settings(&settings)?;
        Ok(settings)
    }

    /// Where everything is kept.
    ///
    /// # Errors
    /// A sentence where the folder can't be used.
    pub fn data_folder(&self) -> Result<&Path, Failure> {
        Ok(self.store()?.folder())
    }

    /// Removes everything that Startline keeps on this computer. Nothing is written from here after it.
    ///
    /// # Errors
    /// A sentence where something can't be removed; the rest may be gone then.
    pub fn delete_everything(&self) -> Result<(), Failure> {
        self.store()?.delete_everything()?;
        self.deleted.store(true, Ordering::SeqCst);
        Ok(())
    }
}
