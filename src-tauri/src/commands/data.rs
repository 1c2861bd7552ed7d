//! Everything that is kept on this computer: settings, where it is, in and out, and deleting it.

use startline_app::{Brought, Desk, Draft, Failure, Settings, write_draft};
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, Manager as _, State, WebviewWindow};

use super::Answer;
use super::sent::opened_copies;
use crate::dialogs::{Kind, ask_open, ask_save};
use crate::window;

const DRAFT: Kind = Kind { name: "Startline draft", extensions: &["json"] };
const ARCHIVE: Kind = Kind { name: "Startline archive", extensions: &["zip"] };
const EITHER: Kind = Kind { name: "Startline draft or archive", extensions: &["json", "zip"] };

#[tauri::command(async)]
pub(crate) fn save_settings(desk: State<'_, Desk>, settings: Settings) -> Answer<Settings> {
    desk.save_settings(settings)
}

/// Opens the data folder in the system's file manager.
#[tauri::command(async)]
pub(crate) fn show_data(desk: State<'_, Desk>) -> Answer<()> {
    let folder = desk.data_folder()?;
    opener::open(folder)
        .map_err(|_| Failure::other(format!("No file manager opened. Your data is in {}.", folder.display())))
}

#[tauri::command]
pub(crate) async fn export_draft(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
) -> Answer<Option<String>> {
    let (name, bytes) = desk.export_draft(&id)?;
    let Some(path) = ask_save(&app, "Export the draft", &DRAFT, name).await else { return Ok(None) };
    write_draft(&path, &bytes).map(Some)
}

/// Saves what was typed elsewhere, where the data folder takes it not.
#[tauri::command]
pub(crate) async fn save_copy(app: AppHandle, draft: Draft) -> Answer<Option<String>> {
    let (name, bytes) = Desk::copy_of(&draft);
    let Some(path) = ask_save(&app, "Save a copy of the draft", &DRAFT, name).await else { return Ok(None) };
    write_draft(&path, &bytes).map(Some)
}

#[tauri::command]
pub(crate) async fn export_everything(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<String>> {
    let name = "Startline.zip".to_owned();
    let Some(path) = ask_save(&app, "Export everything", &ARCHIVE, name).await else { return Ok(None) };
    desk.export_everything(&path).map(Some)
}

#[tauri::command]
pub(crate) async fn import(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<Brought>> {
    let Some(path) = ask_open(&app, "Import a draft or an archive", &EITHER).await else { return Ok(None) };
    desk.import(&path).map(Some)
}

/// A draft's file that was dropped: its contents are the body.
#[tauri::command(async)]
pub(crate) fn import_dropped(desk: State<'_, Desk>, request: Request<'_>) -> Answer<Brought> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Failure::request("The file’s contents did not arrive. Import it from the settings."));
    };
    desk.import_draft(bytes)
}

/// Removes everything: the drafts and all that belongs to them, and what the page's engine keeps.
#[tauri::command(async)]
pub(crate) fn delete_everything(desk: State<'_, Desk>, window: WebviewWindow) -> Answer<()> {
    desk.delete_everything()?;
    let opened = opened_copies(window.app_handle())?;
    if opened.exists() {
        std::fs::remove_dir_all(&opened).map_err(Failure::other)?;
    }
    window.clear_all_browsing_data().map_err(Failure::other)
}

/// The page has saved what was typed last: the window may go.
#[tauri::command]
pub(crate) fn close_window(desk: State<'_, Desk>, window: WebviewWindow) -> Answer<()> {
    desk.leave();
    window.destroy().map_err(Failure::other)
}

/// What was typed last could not be saved: the student decides, and the window stays until then.
#[tauri::command]
pub(crate) fn stay_open(app: AppHandle) {
    app.state::<window::Closing>().stay();
}
