//! The header: who the student is, how it looks, and what is saved.

use startline_app::{self as app, Desk, Draft, Exported, Imported, Preview};
use tauri::{AppHandle, State};

use super::Answer;
use crate::dialogs::{CALENDAR, Kind, PDF, ask_open, ask_save};
use crate::today::today;

const PICTURE: Kind = Kind { name: "PNG picture", extensions: &["png"] };
const RESUME: Kind = Kind { name: "JSON Resume", extensions: &["json"] };

#[tauri::command(async)]
pub(crate) fn preview(draft: Draft) -> Preview {
    app::preview(&draft, today())
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
    // What can't be stated is said before a person is asked where to put it.
    let header = app::Export::header(&draft, today())?;
    let Some(path) = ask_save(&app, "Save the header PDF", &PDF, header.file_name()).await else {
        return Ok(None);
    };
    desk.send(&id, &header, path).map(Some)
}

#[tauri::command]
pub(crate) async fn save_picture(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    draft: Draft,
) -> Answer<Option<Exported>> {
    let picture = app::Export::picture(&draft, today())?;
    let name = picture.file_name();
    let Some(path) = ask_save(&app, "Save the header as a picture", &PICTURE, name).await else {
        return Ok(None);
    };
    desk.send(&id, &picture, path).map(Some)
}

#[tauri::command]
pub(crate) async fn save_ics(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    draft: Draft,
) -> Answer<Option<Exported>> {
    let ics = app::Export::ics(&draft, today())?;
    let Some(path) = ask_save(&app, "Save the internship’s days", &CALENDAR, ics.file_name()).await else {
        return Ok(None);
    };
    desk.send(&id, &ics, path).map(Some)
}
