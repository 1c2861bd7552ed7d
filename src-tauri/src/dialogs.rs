//! The system's own dialogs. They are opened here, so that no path crosses to the page or back.

use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use rfd::{AsyncFileDialog, FileHandle, MessageDialog, MessageLevel};
use tauri::{AppHandle, Manager as _};

/// A kind of file, as a dialog names it.
pub(crate) struct Kind {
    /// What a person calls it.
    pub(crate) name: &'static str,
    /// Its extensions, without the dot.
    pub(crate) extensions: &'static [&'static str],
}

/// Headers are saved, résumés opened and saved.
pub(crate) const PDF: Kind = Kind { name: "PDF", extensions: &["pdf"] };

/// Calendars are opened and saved.
pub(crate) const CALENDAR: Kind = Kind { name: "Calendar", extensions: &["ics"] };

/// Asks for a file to open. `None` is a person's “Cancel”, or that another dialog stands.
pub(crate) async fn ask_open(app: &AppHandle, title: &'static str, kind: &'static Kind) -> Option<PathBuf> {
    on_main_thread(app, move |dialog| {
        dialog.set_title(title).add_filter(kind.name, kind.extensions).pick_file()
    })
    .await
}

/// Asks where to save a file; the system asks before one is replaced. `None` is “Cancel”.
pub(crate) async fn ask_save(
    app: &AppHandle,
    title: &'static str,
    kind: &'static Kind,
    name: String,
) -> Option<PathBuf> {
    on_main_thread(app, move |dialog| {
        dialog.set_title(title).add_filter(kind.name, kind.extensions).set_file_name(name).save_file()
    })
    .await
}

/// The right to show a dialog. There is one: a second dialog could come to stand behind the first.
struct Turn(&'static AtomicBool);

impl Turn {
    /// `None` while another dialog stands.
    fn take(taken: &'static AtomicBool) -> Option<Self> {
        (!taken.swap(true, Ordering::SeqCst)).then(|| Self(taken))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Toolkits want their dialogs made on the main thread; the answer is awaited elsewhere.
async fn on_main_thread<F, A>(app: &AppHandle, ask: F) -> Option<PathBuf>
where
    F: FnOnce(AsyncFileDialog) -> A + Send + 'static,
    A: Future<Output = Option<FileHandle>> + Send + 'static,
{
    static TAKEN: AtomicBool = AtomicBool::new(false);
    let _turn = Turn::take(&TAKEN)?;
    let (give, mut take) = tauri::async_runtime::channel(1);
    let parent = app.get_webview_window("main");
    app.run_on_main_thread(move || {
        let dialog = AsyncFileDialog::new();
        let answer = ask(match &parent {
            Some(window) => dialog.set_parent(window),
            None => dialog,
        });
        tauri::async_runtime::spawn(async move { give.send(answer.await).await });
    })
    .ok()?;
    take.recv().await.flatten().map(|file| file.path().to_owned())
}

/// Says why the program ends, where there is no window to say it in.
pub(crate) fn last_words(sentence: &str) {
    MessageDialog::new()
        .set_level(MessageLevel::Error)
        .set_title("Startline")
        .set_description(sentence)
        .show();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_dialog_stands_at_a_time() {
        static TAKEN: AtomicBool = AtomicBool::new(false);
        let first = Turn::take(&TAKEN);
        assert!(first.is_some() && Turn::take(&TAKEN).is_none() && Turn::take(&TAKEN).is_none());
        drop(first);
        assert!(Turn::take(&TAKEN).is_some());
    }
}
