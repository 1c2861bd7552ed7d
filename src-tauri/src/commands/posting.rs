//! A posting in: pasted, dropped, opened.

use startline_app::{self as app, Failure, PostingText};
use tauri::AppHandle;
use tauri::ipc::{InvokeBody, Request};

use super::Answer;
use crate::dialogs::{Kind, ask_open};
use crate::today::today;

const POSTING: Kind = Kind { name: "Posting", extensions: &["txt", "md", "html", "htm", "pdf"] };

#[tauri::command(async)]
pub(crate) fn sample() -> PostingText {
    app::sample(today())
}

#[tauri::command(async)]
pub(crate) fn read_html(html: &str) -> Answer<PostingText> {
    app::html_posting(html)
}

/// A dropped file: its contents are the body, its name a header, as a page can't hand over bytes otherwise
/// without making text of them.
#[tauri::command(async)]
pub(crate) fn read_posting(request: Request<'_>) -> Answer<PostingText> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Failure::request("The file’s contents did not arrive. Open it with “Open a file…”."));
    };
    let name = request.headers().get("name").and_then(|name| name.to_str().ok());
    app::posting_text(name, bytes)
}

#[tauri::command]
pub(crate) async fn open_posting(app: AppHandle) -> Answer<Option<PostingText>> {
    let Some(path) = ask_open(&app, "Open a posting", &POSTING).await else { return Ok(None) };
    app::posting_file(&path).map(Some)
}
