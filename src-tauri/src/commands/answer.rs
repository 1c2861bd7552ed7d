//! Time in, answer out.

use chrono::NaiveDate;
use startline_app::{self as app, CalendarFile, Draft, Judged, Judgement};
use tauri::AppHandle;

use super::{Answer, beside};
use crate::dialogs::{CALENDAR, ask_open};
use crate::today::{today, zone};

#[tauri::command]
pub(crate) async fn judge(draft: Draft) -> Answer<Judged> {
    beside(move || app::judge(&draft, today())).await
}

/// One day, judged as the start date, while the student moves theirs.
#[tauri::command]
pub(crate) async fn judge_start(draft: Draft, start: NaiveDate) -> Answer<Judgement> {
    beside(move || app::judge_start(&draft, start, today())).await
}

#[tauri::command]
pub(crate) async fn open_calendar(app: AppHandle, draft: Draft) -> Answer<Option<CalendarFile>> {
    let Some(path) = ask_open(&app, "Import a calendar", &CALENDAR).await else { return Ok(None) };
    app::calendar_file(&path, &draft, &zone(), today()).map(Some)
}

/// A calendar's file that was dropped on the draft.
#[tauri::command]
pub(crate) async fn read_calendar(bytes: Vec<u8>, draft: Draft) -> Answer<CalendarFile> {
    beside(move || app::calendar(&bytes, &draft, &zone(), today())).await?
}
