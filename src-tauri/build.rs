//! Declares the window's commands, so that a page may call none but these.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&[
        "boot",
        "close_window",
        "create_draft",
        "delete_draft",
        "duplicate_draft",
        "import_resume",
        "judge",
        "open_calendar",
        "open_draft",
        "open_posting",
        "preview",
        "read_html",
        "read_posting",
        "restore_draft",
        "sample",
        "save_draft",
        "save_header",
        "save_ics",
        "save_settings",
        "show_data",
        "take_over_draft",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
