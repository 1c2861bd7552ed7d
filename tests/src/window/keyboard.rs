use std::path::Path;
use std::process::Output;
use std::time::Duration;

use tokio::process::Command;

use super::Computer;

/// The longest that anything is waited for.
const LONGEST: Duration = Duration::from_secs(60);

/// How long a folder may take to be listed.
const LISTED: Duration = Duration::from_secs(3);

/// The keys of a computer, pressed from outside the program: they reach whatever window has the keyboard.
#[derive(Debug, Clone, Copy)]
pub struct Keyboard<'a>(&'a Computer);

impl<'a> Keyboard<'a> {
    pub(super) fn of(computer: &'a Computer) -> Self {
        Self(computer)
    }

    /// Presses keys one after the other, by X's names for them: `Tab`, `ctrl+s`, `Return`.
    pub async fn press(self, keys: &[&str]) {
        self.xdotool(&[&["key", "--clearmodifiers"], keys].concat()).await;
    }

    /// Types text, letter by letter.
    pub async fn type_text(self, text: &str) {
        self.xdotool(&["type", "--clearmodifiers", "--delay", "8", "--", text]).await;
    }

    /// Types text as fast as keys can be pressed.
    pub async fn type_at_once(self, text: &str) {
        self.xdotool(&["type", "--clearmodifiers", "--delay", "0", "--", text]).await;
    }

    /// Types text as fast as a practised person does, about ten letters a second.
    pub async fn type_as_people_do(self, text: &str) {
        self.xdotool(&["type", "--clearmodifiers", "--delay", "95", "--", text]).await;
    }

    /// Brings a window to the front once it stands, by its title, and gives it the keyboard.
    pub async fn focus_window(self, title: &str) {
        let title = format!("^{title}$");
        let id = tokio::time::timeout(LONGEST, self.window(&title)).await;
        let id = id.unwrap_or_else(|_| panic!("no window is called {title}"));
        self.xdotool(&["windowactivate", "--sync", &id]).await;
    }

    /// The id of the window with a title, once it stands.
    async fn window(self, title: &str) -> String {
        loop {
            let output = self.output(&["search", "--sync", "--onlyvisible", "--name", title]).await;
            let found = String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned);
            if let Some(id) = found.filter(|_| output.status.success()) {
                return id;
            }
            // A search looks at every window, and ends where one of them closes under its eyes.
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(said.contains("BadWindow"), "looking for {title}: {said}");
        }
    }

    /// Answers the system's own dialog for saving a file.
    pub async fn save_as(self, title: &str, path: &Path) {
        self.focus_window(title).await;
        self.press(&["ctrl+a"]).await;
        self.type_text(&path.to_string_lossy()).await;
        self.press(&["Return"]).await;
    }

    /// Answers the system's own dialog for opening a file.
    pub async fn open_file(self, title: &str, path: &Path) {
        self.focus_window(title).await;
        self.press(&["ctrl+l"]).await;
        self.type_text(&path.to_string_lossy()).await;
        self.agree(title).await;
    }

    /// Answers the system's own dialog for saving a file with one that exists, and its question about that.
    pub async fn save_over(self, title: &str, path: &Path) {
        self.save_as(title, path).await;
        self.agree(title).await;
    }

    /// Presses Return until a dialog is gone: it takes none before it has listed the folder, may ask about one
    /// thing more, and shows neither to those outside.
    async fn agree(self, title: &str) {
        while self.stands(title).await {
            self.press(&["Return"]).await;
            let gone = async {
                while self.stands(title).await {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            };
            let _ = tokio::time::timeout(LISTED, gone).await;
        }
    }

    /// Whether a window of this title stands now.
    async fn stands(self, title: &str) -> bool {
        let title = format!("^{title}$");
        self.output(&["search", "--onlyvisible", "--name", &title]).await.status.success()
    }

    /// How many windows of this title stand now.
    pub async fn windows(self, title: &str) -> usize {
        let title = format!("^{title}$");
        let found = self.output(&["search", "--onlyvisible", "--name", &title]).await;
        String::from_utf8_lossy(&found.stdout).lines().count()
    }

    async fn xdotool(self, arguments: &[&str]) {
        let output = self.output(arguments).await;
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    async fn output(self, arguments: &[&str]) -> Output {
        let mut command = Command::from(self.0.command("xdotool"));
        let run = command.args(arguments).kill_on_drop(true).output();
        let output = tokio::time::timeout(LONGEST, run).await;
        output.unwrap_or_else(|_| panic!("xdotool waited in vain: {arguments:?}")).unwrap()
    }
}
