//! What was sent: the line that is copied, the kept copies, and the applications that they count towards.

use std::fs::DirBuilder;
use std::path::PathBuf;

use startline_app::{Applications, Counted, Desk, Draft, Failure, SentCopy, Summary, Wording};
use tauri::{AppHandle, Manager as _, State};

use super::Answer;
use crate::dialogs::{Kind, ask_save};
use crate::today::today;

const COPY: Kind = Kind { name: "Sent copy", extensions: &["pdf", "png", "txt", "ics"] };

/// Keeps the line that is copied for a web form with its draft.
#[tauri::command(async)]
pub(crate) fn keep_line(desk: State<'_, Desk>, id: &str, draft: Draft, wording: Wording) -> Answer<String> {
    desk.send_line(id, &draft, wording, today())
}

#[tauri::command(async)]
pub(crate) fn sent(desk: State<'_, Desk>, id: &str, draft: Draft) -> Answer<Vec<SentCopy>> {
    desk.sent(id, &draft, today())
}

/// Opens the very bytes that were sent, in the system's own program for them: a copy, so that what is kept
/// can't be changed there, and in a folder that only the student can look into.
#[tauri::command(async)]
pub(crate) fn open_sent(app: AppHandle, desk: State<'_, Desk>, id: &str, copy: &str) -> Answer<()> {
    let folder = opened_copies(&app)?;
    private_folder().create(&folder).map_err(Failure::other)?;
    let path = desk.unpack_sent(id, copy, &folder)?;
    opener::open(path)
        .map_err(|_| Failure::other("No program opened it. Save it elsewhere, and open it from there."))
}

#[tauri::command]
pub(crate) async fn save_sent(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    copy: String,
) -> Answer<Option<String>> {
    let (name, _) = desk.sent_copy(&id, &copy)?;
    let Some(path) = ask_save(&app, "Save the sent copy", &COPY, name).await else { return Ok(None) };
    desk.save_sent(&id, &copy, path).map(Some)
}

#[tauri::command(async)]
pub(crate) fn counted(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<Vec<Counted>> {
    desk.counted(&ids)
}

#[tauri::command(async)]
pub(crate) fn applications(desk: State<'_, Desk>, employer: &str) -> Answer<Applications> {
    desk.applications(employer)
}

#[tauri::command(async)]
pub(crate) fn order_applications(desk: State<'_, Desk>, ids: Vec<String>) -> Answer<Vec<Summary>> {
    desk.order(&ids)
}

#[tauri::command(async)]
pub(crate) fn count_as_one(desk: State<'_, Desk>, family: &str) -> Answer<Vec<Summary>> {
    desk.count_as_one(family)
}

/// Where copies stand that were opened; “delete everything” removes it too.
pub(super) fn opened_copies(app: &AppHandle) -> Answer<PathBuf> {
    Ok(app.path().app_cache_dir().map_err(Failure::other)?.join("opened"))
}

fn private_folder() -> DirBuilder {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true);
    builder
}
