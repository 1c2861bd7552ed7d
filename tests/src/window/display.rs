use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
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
        let started = (0..16).find_map(|_| start_server(format!(":{}", next_number())));
        let (name, server) = started.expect("no display could be started");
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

/// Starts a display under this name, and waits until it takes connections. `None` where another has the name.
fn start_server(name: String) -> Option<(String, Group)> {
    // It would start over when its last client goes, and turn away whoever comes meanwhile: not here.
    // Nor does a key repeat that a busy machine holds down for long.
    let screen = ["-screen", "0", "1920x1200x24", "-noreset", "-r", "-nolisten", "tcp", "-displayfd", "1"];
    let mut command = Command::new("Xvfb");
    command.arg(&name).args(screen).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = Group::start(&mut command);
    let mut ready = String::new();
    BufReader::new(server.child().stdout.take()?).read_line(&mut ready).ok()?;
    (!ready.is_empty()).then_some((name, server))
}

/// Numbers that no other test asks for. The server can choose one itself, but two that choose at once may
/// choose the same.
fn next_number() -> u32 {
    static ASKED: AtomicU32 = AtomicU32::new(0);
    100 + (std::process::id() * 16 + ASKED.fetch_add(1, Ordering::Relaxed)) % 50_000
}
