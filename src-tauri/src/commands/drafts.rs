//! Drafts: listed, opened, saved, left, and back to what they were.

use startline_app::{Boot, Desk, Draft, Opened, Restorable, Returned, Saved, Suggested, Summary};
use tauri::State;

use super::Answer;
use crate::today::today;

#[tauri::command(async)]
pub(crate) fn boot(desk: State<'_, Desk>) -> Boot {
    desk.boot(today())
}

#[tauri::command(async)]
pub(crate) fn list_drafts(desk: State<'_, Desk>) -> Answer<Vec<Summary>> {
    desk.list()
}

/// The dates recommended for those of these drafts for which the student chose none.
#[tauri::command(async)]
pub(crate) fn suggested(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<Vec<Suggested>> {
    desk.suggested(&ids, today())
}

/// The names of the drafts that hold the words.
#[tauri::command(async)]
pub(crate) fn search_drafts(desk: State<'_, Desk>, words: &str) -> Answer<Vec<String>> {
    Ok(desk.search(words)?.iter().map(ToString::to_string).collect())
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
pub(crate) fn leave_draft(desk: State<'_, Desk>) {
    desk.leave();
}

#[tauri::command(async)]
pub(crate) fn save_draft(desk: State<'_, Desk>, id: &str, draft: Draft, whole: bool) -> Answer<Saved> {
    desk.save(id, &draft, whole)
}

#[tauri::command(async)]
pub(crate) fn keep_as_new(desk: State<'_, Desk>, draft: Draft) -> Answer<Opened> {
    desk.keep_as_new(draft)
}

#[tauri::command(async)]
pub(crate) fn undo(desk: State<'_, Desk>, id: &str) -> Answer<Option<Returned>> {
    desk.undo(id)
}

#[tauri::command(async)]
pub(crate) fn redo(desk: State<'_, Desk>, id: &str) -> Answer<Option<Returned>> {
    desk.redo(id)
}

#[tauri::command(async)]
pub(crate) fn history(desk: State<'_, Desk>, id: &str) -> Answer<Vec<Restorable>> {
    desk.history(id)
}

#[tauri::command(async)]
pub(crate) fn restore_revision(desk: State<'_, Desk>, id: &str, revision: &str) -> Answer<Returned> {
    desk.restore_revision(id, revision)
}

#[tauri::command(async)]
pub(crate) fn rename_draft(desk: State<'_, Desk>, id: &str, title: &str) -> Answer<Summary> {
    desk.rename(id, title)
}

#[tauri::command(async)]
pub(crate) fn duplicate_draft(desk: State<'_, Desk>, id: &str) -> Answer<Opened> {
    desk.duplicate(id)
}

#[tauri::command(async)]
pub(crate) fn take_over_draft(desk: State<'_, Desk>, id: &str) -> Answer<Opened> {
    desk.take_over(id)
}
