//! Drafts and settings: what is kept on this computer.

use startline_app::{Boot, Desk, Draft, Failure, Opened, Settings, Summary};
use tauri::{State, WebviewWindow};

use super::Answer;
use crate::today::today;

#[tauri::command(async)]
pub(crate) fn boot(desk: State<'_, Desk>) -> Boot {
    desk.boot(today())
}

#[tauri::command(async)]
pub(crate) fn create_draft(desk: State<'_, Desk>, draft: Draft) -> Answer<Opened> {
    desk.create(draft)
}

#[tauri::command(async)]
pub(crate) fn open_draft(desk: State<'_, Desk>, id: &str) -> Answer<Opened> {
    desk.open(id)
}

#[tauri::command(async)]
pub(crate) fn save_draft(desk: State<'_, Desk>, id: &str, draft: Draft) -> Answer<Summary> {
    desk.save(id, &draft)
}

#[tauri::command(async)]
pub(crate) fn delete_draft(desk: State<'_, Desk>, id: &str) -> Answer<Vec<Summary>> {
    desk.delete(id)
}

#[tauri::command(async)]
pub(crate) fn restore_draft(desk: State<'_, Desk>, id: &str) -> Answer<Vec<Summary>> {
    desk.restore(id)
}

#[tauri::command(async)]
pub(crate) fn duplicate_draft(desk: State<'_, Desk>, id: &str) -> Answer<Opened> {
    desk.duplicate(id)
}

#[tauri::command(async)]
pub(crate) fn save_settings(desk: State<'_, Desk>, settings: Settings) -> Answer<Settings> {
    desk.save_settings(settings)
}

#[tauri::command(async)]
pub(crate) fn take_over_draft(desk: State<'_, Desk>, id: &str) -> Answer<Opened> {
    desk.take_over(id)
}

/// Opens the data folder in the system's file manager.
#[tauri::command(async)]
pub(crate) fn show_data(desk: State<'_, Desk>) -> Answer<()> {
    let folder = desk.data_folder()?;
    opener::open(folder)
        .map_err(|_| Failure::other(format!("No file manager opened. Your data is in {}.", folder.display())))
}

/// The page has saved what was typed last: the window may go.
#[tauri::command]
pub(crate) fn close_window(window: WebviewWindow) -> Answer<()> {
    window.destroy().map_err(Failure::other)
}
