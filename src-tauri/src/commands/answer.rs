//! Time in, answer out.

use startline_app::{self as app, Draft, Judged};

use crate::today::today;

#[tauri::command(async)]
pub(crate) fn judge(draft: Draft) -> Judged {
    app::judge(&draft, today())
}
