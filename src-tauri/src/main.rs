//! The window. Everything it can do is a use case of `startline-app`; here they are only forwarded.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod menu;
mod today;
mod window;

use std::process::ExitCode;

use startline_app::Desk;
use startline_app::place::Resumes;

fn main() -> ExitCode {
    if let Some(status) = startline_app::isolated::serve_if_child() {
        return status;
    }
    let built = menu::of(tauri::Builder::default())
        .manage(Desk::open_default())
        .manage(Resumes::default())
        .invoke_handler(tauri::generate_handler![
            commands::lost::adopt_copy,
            commands::sent::applications,
            commands::lost::bin,
            commands::drafts::boot,
            commands::place::close_resume,
            commands::data::close_window,
            commands::sent::count_as_one,
            commands::sent::counted,
            commands::drafts::create_draft,
            commands::lost::damage,
            commands::lost::delete_draft,
            commands::data::delete_everything,
            commands::drafts::duplicate_draft,
            commands::lost::empty_bin,
            commands::data::export_draft,
            commands::data::export_everything,
            commands::drafts::history,
            commands::data::import,
            commands::data::import_dropped,
            commands::header::import_resume,
            commands::answer::judge,
            commands::answer::judge_start,
            commands::drafts::keep_as_new,
            commands::sent::keep_line,
            commands::drafts::leave_draft,
            commands::drafts::list_drafts,
            commands::lost::mend_draft,
            commands::answer::open_calendar,
            commands::drafts::open_draft,
            commands::posting::open_posting,
            commands::place::open_resume,
            commands::sent::open_sent,
            commands::sent::order_applications,
            commands::header::preview,
            commands::answer::read_calendar,
            commands::posting::read_html,
            commands::posting::read_posting,
            commands::drafts::redo,
            commands::drafts::rename_draft,
            commands::lost::restore_draft,
            commands::drafts::restore_revision,
            commands::posting::sample,
            commands::data::save_copy,
            commands::drafts::save_draft,
            commands::header::save_header,
            commands::header::save_ics,
            commands::header::save_picture,
            commands::place::save_resume,
            commands::sent::save_sent,
            commands::data::save_settings,
            commands::drafts::search_drafts,
            commands::sent::sent,
            commands::lost::set_aside,
            commands::data::show_data,
            commands::place::show_resume,
            commands::data::stay_open,
            commands::drafts::suggested,
            commands::drafts::take_over_draft,
            commands::place::take_resume,
            commands::drafts::undo,
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
