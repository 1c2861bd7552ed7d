use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::group::Group;
use super::wait::PATIENCE;

/// A display of its own with a window manager, which native dialogs need to take the keyboard.
#[derive(Debug)]
pub(super) struct Display {
    name: String,
    _window_manager: Group,
    _server: Group,
    clipboard: Option<Group>,
}

impl Display {
    pub(super) fn start() -> Self {
        let screen = ["-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-displayfd", "1"];
        let mut server =
            Group::start(Command::new("Xvfb").args(screen).stdout(Stdio::piped()).stderr(Stdio::null()));
        // It picks a number that is free, and says it once it takes connections.
        let mut number = String::new();
        BufReader::new(server.child().stdout.take().unwrap()).read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        let window_manager =
            Group::start(Command::new("openbox").env("DISPLAY", &name).stderr(Stdio::null()));
        let display = Self { name, _window_manager: window_manager, _server: server, clipboard: None };
        display.wait_for_window_manager();
        display
    }

    /// Until it answers, no window can be given the keyboard.
    fn wait_for_window_manager(&self) {
        let begun = Instant::now();
        let mut ask = Command::new("xdotool");
        ask.arg("get_num_desktops").env("DISPLAY", &self.name).stdout(Stdio::null()).stderr(Stdio::null());
        while !ask.status().unwrap().success() {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for the window manager");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Puts text on the clipboard, as if it had been copied in a browser.
    pub(super) fn copy(&mut self, text: &str) {
        let mut owner = Group::start(
            Command::new("xclip")
                .args(["-quiet", "-in", "-selection", "clipboard"])
                .env("DISPLAY", &self.name)
                .stdin(Stdio::piped())
                .stderr(Stdio::null()),
        );
        owner.child().stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        // It answers whoever pastes for as long as it lives.
        self.clipboard = Some(owner);
    }

    /// What is on the clipboard.
    pub(super) fn copied(&self) -> String {
        let xclip = Command::new("xclip")
            .args(["-out", "-selection", "clipboard"])
            .env("DISPLAY", &self.name)
            .output()
            .unwrap();
        String::from_utf8(xclip.stdout).unwrap()
    }

    /// A picture of everything on the display, native dialogs included.
    pub(super) fn picture(&self, path: &Path) {
        let mut import = Command::new("import");
        import.args(["-silent", "-window", "root"]).arg(path).env("DISPLAY", &self.name);
        let status = import.status().unwrap();
        assert!(status.success(), "no picture of the display could be taken");
    }
}
