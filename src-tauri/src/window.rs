//! The one window: what it shows, where it may go (nowhere), and how it closes.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, Window, WindowEvent};

/// How often the page was told that the window closes, or stays after all: odd while it closes.
#[derive(Default)]
pub(crate) struct Closing(AtomicU32);

impl Closing {
    /// The turn that begins with telling the page; `None` where it was told before.
    fn begin(&self) -> Option<u32> {
        let told = |turn: u32| turn.is_multiple_of(2).then(|| turn.wrapping_add(1));
        let before = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, told).ok()?;
        Some(before.wrapping_add(1))
    }

    /// The window does not close now: the student has to decide first.
    pub(crate) fn stay(&self) {
        let stays = |turn: u32| (!turn.is_multiple_of(2)).then(|| turn.wrapping_add(1));
        // Where the page was told nothing there is nothing to take back.
        let _ = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, stays);
    }

    fn is_at(&self, turn: u32) -> bool {
        self.0.load(Ordering::SeqCst) == turn
    }
}

/// How long the page may take to save before the window closes all the same: a page that hangs must not
/// keep a window open.
const LAST_SAVE: Duration = Duration::from_secs(3);

/// Opens it.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    app.manage(Closing::default());
    WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Startline")
        .inner_size(1280.0, 860.0)
        .min_inner_size(640.0, 560.0)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // A dropped file reaches the page as its contents: no path does.
        .disable_drag_drop_handler()
        .build()?;
    Ok(())
}

/// Whether an address is the page itself. A content security policy does not stop a page from leaving.
fn is_ours(url: &Url) -> bool {
    let embedded = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    embedded || (tauri::is_dev() && url.host_str() == Some("localhost") && url.port() == Some(5173))
}

/// Before the window closes, the page saves what was typed last, and then calls `close_window`.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let Some(turn) = window.state::<Closing>().begin() else {
        // Asked for twice, it closes no sooner: the page is still saving.
        api.prevent_close();
        return;
    };
    let Some(page) = window.get_webview_window("main") else { return };
    if page.eval("window.dispatchEvent(new Event('startline:closing'))").is_err() {
        return;
    }
    api.prevent_close();
    std::thread::spawn(move || {
        std::thread::sleep(LAST_SAVE);
        if page.state::<Closing>().is_at(turn) {
            // The window may be gone by now, which is well.
            let _ = page.destroy();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_stays_can_be_closed_later() {
        let closing = Closing::default();
        let first = closing.begin().unwrap();
        assert!(closing.is_at(first) && closing.begin().is_none());
        closing.stay();
        closing.stay();
        assert!(!closing.is_at(first));
        assert!(closing.begin().is_some_and(|second| closing.is_at(second) && second != first));
    }

    #[test]
    fn only_the_page_itself_is_ours() {
        let ours = |url: &str| is_ours(&url.parse().unwrap());
        assert!(ours("tauri://localhost/index.html"));
        assert!(ours("https://tauri.localhost/"));
        for other in [
            "https://example.com/",
            "https://tauri.localhost.example.com/",
            "tauri://other/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "about:blank",
        ] {
            assert!(!ours(other), "{other}");
        }
    }
}
