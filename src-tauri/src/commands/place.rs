//! The availability on the student's own résumé, which stays on this side: the page knows it by a number.

use startline_app::place::{OpenResume, Password, Resumes, ShownResume, Wish};
use startline_app::{Desk, Draft, Exported, Failure};
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{PDF, ask_open, ask_save};
use crate::today::today;

#[tauri::command]
pub(crate) async fn open_resume(app: AppHandle, resumes: State<'_, Resumes>) -> Answer<Option<OpenResume>> {
    let Some(path) = ask_open(&app, "Open your résumé", &PDF).await else { return Ok(None) };
    resumes.open(&path).map(Some)
}

/// A dropped résumé: its contents are the body. A header takes only plain letters, so its name comes as JSON.
#[tauri::command(async)]
pub(crate) fn take_resume(resumes: State<'_, Resumes>, request: Request<'_>) -> Answer<OpenResume> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Failure::request(
            "The file’s contents did not arrive. Choose it with “Choose another file…”.",
        ));
    };
    let name = request.headers().get("name").and_then(|name| name.to_str().ok());
    let name: Option<String> = name.and_then(|name| serde_json::from_str(name).ok());
    resumes.take(name.as_deref().unwrap_or("Résumé"), bytes.clone())
}

#[tauri::command(async)]
pub(crate) fn show_resume(
    resumes: State<'_, Resumes>,
    handle: u32,
    draft: Draft,
    wish: Wish,
    password: Option<Password>,
) -> Answer<ShownResume> {
    resumes.show(handle, draft, today(), wish, password)
}

#[tauri::command]
pub(crate) async fn save_resume(
    app: AppHandle,
    resumes: State<'_, Resumes>,
    desk: State<'_, Desk>,
    handle: u32,
    id: String,
) -> Answer<Option<Exported>> {
    // What can't be saved is said before a person is asked where to put it.
    let copy = resumes.copy(handle)?;
    let Some(path) = ask_save(&app, "Save a copy of your résumé", &PDF, copy.file_name()).await else {
        return Ok(None);
    };
    resumes.spare(handle, &path)?;
    desk.send(&id, &copy, path).map(Some)
}

#[tauri::command(async)]
pub(crate) fn close_resume(resumes: State<'_, Resumes>, handle: u32) {
    resumes.close(handle);
}
