use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::display::Display;
use super::group::Group;
use super::keyboard::Keyboard;
use super::startline::Startline;

/// A student's computer: it keeps its home folder while Startline is closed and opened again.
#[derive(Debug)]
pub struct Computer {
    display: Display,
    home: TempDir,
    theme: Theme,
}

/// The system's own colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Computer {
    /// A new one, with light colours.
    #[must_use]
    pub fn new() -> Self {
        Self::with(Theme::Light)
    }

    /// A new one with the given colours.
    #[must_use]
    pub fn with(theme: Theme) -> Self {
        let home = tempfile::Builder::new().prefix("startline-").tempdir().unwrap();
        for folder in ["data", "config", "cache", "runtime", "Documents"] {
            std::fs::create_dir(home.path().join(folder)).unwrap();
        }
        Self { display: Display::start(), home, theme }
    }

    /// The student's home folder.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the system keeps programs' data.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.home().join("data")
    }

    /// Opens Startline, ready to be driven.
    pub async fn open_startline(&self) -> Startline<'_> {
        Startline::open(self).await
    }

    /// Starts Startline as a student's system does, without the means to drive it. Gives its process id; it
    /// runs until the guard is dropped.
    #[must_use]
    pub fn start_undriven(&self) -> Undriven {
        Undriven(Group::start(&mut self.command(program())))
    }

    /// The keyboard that is plugged into it.
    #[must_use]
    pub fn keyboard(&self) -> Keyboard<'_> {
        Keyboard::of(self)
    }

    /// Copies text, as if in a browser.
    pub fn copy(&mut self, text: &str) {
        self.display.copy(text);
    }

    /// What was copied last.
    #[must_use]
    pub fn copied(&self) -> String {
        self.display.copied()
    }

    /// Leaves a picture of the whole display.
    pub fn picture(&self, path: &Path) {
        self.display.picture(path);
    }

    /// A command that runs on this computer and knows nothing of the one underneath.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let home = self.home();
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("DISPLAY", self.display.name())
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home.join("runtime"))
            .env("GDK_BACKEND", "x11")
            .env("GTK_THEME", if self.theme == Theme::Dark { "Adwaita:dark" } else { "Adwaita" })
            // No D-Bus session, and no settings or accessibility service looked for on one.
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8")
            .current_dir(home);
        command
    }
}

impl Default for Computer {
    fn default() -> Self {
        Self::new()
    }
}

/// A Startline that nothing drives. Ends when dropped.
#[derive(Debug)]
pub struct Undriven(Group);

impl Undriven {
    /// Its process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

/// The window's program, built beside this one.
pub(super) fn program() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let name = "startline-desktop";
    let found = here.ancestors().skip(1).map(|folder| folder.join(name)).find(|program| program.is_file());
    found
        .unwrap_or_else(|| panic!("{name} is not built: `cargo xtask test` and `cargo xtask shots` build it"))
}
