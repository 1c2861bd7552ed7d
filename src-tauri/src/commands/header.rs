//! The header: who the student is, how it looks, and what is saved.

use startline_app::{self as app, Desk, Draft, Export, Exported, Imported, Preview};
use tauri::{AppHandle, State};

use super::{Answer, beside};
use crate::dialogs::{CALENDAR, Kind, PDF, ask_open, ask_save};
use crate::today::today;

const PICTURE: Kind = Kind { name: "PNG picture", extensions: &["png"] };
const RESUME: Kind = Kind { name: "JSON Resume", extensions: &["json"] };

#[tauri::command]
pub(crate) async fn preview(draft: Draft) -> Answer<Preview> {
    beside(move || app::preview(&draft, today())).await
}

#[tauri::command]
pub(crate) async fn import_resume(app: AppHandle) -> Answer<Option<Imported>> {
    let Some(path) = ask_open(&app, "Import a JSON Resume", &RESUME).await else { return Ok(None) };
    app::resume_file(&path).map(Some)
}

#[tauri::command]
pub(crate) async fn save_header(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    draft: Draft,
) -> Answer<Option<Exported>> {
    let header = Export::header(&draft, today())?;
    save(&app, &desk, &id, header, ("Save the header PDF", &PDF)).await
}

#[tauri::command]
pub(crate) async fn save_picture(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    draft: Draft,
) -> Answer<Option<Exported>> {
    let picture = Export::picture(&draft, today())?;
    save(&app, &desk, &id, picture, ("Save the header as a picture", &PICTURE)).await
}

#[tauri::command]
pub(crate) async fn save_ics(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    draft: Draft,
) -> Answer<Option<Exported>> {
    let days = Export::ics(&draft, today())?;
    save(&app, &desk, &id, days, ("Save the internship’s days", &CALENDAR)).await
}

/// Asks where to put a file that is made already, so that what can't be stated was said before, and puts it there.
async fn save(
    app: &AppHandle,
    desk: &Desk,
    id: &str,
    export: Export,
    (title, kind): (&'static str, &'static Kind),
) -> Answer<Option<Exported>> {
    let Some(path) = ask_save(app, title, kind, export.file_name()).await else { return Ok(None) };
    desk.send(id, &export, path).map(Some)
}
