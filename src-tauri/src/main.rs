//! The window. Everything it can do is a use case of `startline-app`; here they are only forwarded.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod today;
mod window;

use std::process::ExitCode;

use startline_app::Desk;

fn main() -> ExitCode {
    if let Some(status) = startline_app::isolated::serve_if_child() {
        return status;
    }
    let built = tauri::Builder::default()
        .manage(Desk::open_default())
        .invoke_handler(tauri::generate_handler![
            commands::drafts::boot,
            commands::drafts::close_window,
            commands::drafts::create_draft,
            commands::drafts::delete_draft,
            commands::drafts::duplicate_draft,
            commands::header::import_resume,
            commands::answer::judge,
            commands::answer::open_calendar,
            commands::drafts::open_draft,
            commands::posting::open_posting,
            commands::header::preview,
            commands::posting::read_html,
            commands::posting::read_posting,
            commands::drafts::restore_draft,
            commands::posting::sample,
            commands::drafts::save_draft,
            commands::header::save_header,
            commands::header::save_ics,
            commands::drafts::save_settings,
            commands::drafts::show_data,
            commands::drafts::take_over_draft,
        ])
        .setup(|app| Ok(window::open(app.handle())?))
        .on_window_event(window::on_event)
        .run(tauri::generate_context!("tauri.conf.json"));
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            dialogs::last_words(&format!(
                "Startline’s window can’t be opened: {error}. Your drafts are safe."
            ));
            ExitCode::FAILURE
        }
    }
}
