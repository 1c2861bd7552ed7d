//! What would be lost elsewhere: deleted drafts, damaged ones, a synced drive's copies.

use startline_app::{Damage, Deleted, Desk, Opened, Summary};
use tauri::State;

use super::Answer;

#[tauri::command(async)]
pub(crate) fn delete_draft(desk: State<'_, Desk>, id: &str) -> Answer<()> {
    desk.delete(id)
}

#[tauri::command(async)]
pub(crate) fn restore_draft(desk: State<'_, Desk>, id: &str) -> Answer<Summary> {
    desk.restore(id)
}

#[tauri::command(async)]
pub(crate) fn bin(desk: State<'_, Desk>) -> Answer<Vec<Deleted>> {
    desk.bin()
}

#[tauri::command(async)]
pub(crate) fn empty_bin(desk: State<'_, Desk>, id: Option<&str>) -> Answer<Vec<Deleted>> {
    desk.empty_bin(id)
}

#[tauri::command(async)]
pub(crate) fn damage(desk: State<'_, Desk>, id: &str) -> Answer<Option<Damage>> {
    desk.damage(id)
}

#[tauri::command(async)]
pub(crate) fn mend_draft(desk: State<'_, Desk>, id: &str, revision: &str) -> Answer<Opened> {
    desk.mend(id, revision)
}

#[tauri::command(async)]
pub(crate) fn set_aside(desk: State<'_, Desk>, id: &str) -> Answer<()> {
    desk.set_aside(id)
}

#[tauri::command(async)]
pub(crate) fn adopt_copy(desk: State<'_, Desk>, name: &str) -> Answer<Opened> {
    desk.adopt(name)
}
