//! The menu bar, which only macOS has.

use tauri::menu::{Menu, MenuEvent, MenuItem, MenuItemKind};
use tauri::{AppHandle, Builder, Manager as _, Wry};

const QUIT: &str = "quit";

/// Gives the program the system's own menu bar, in which “Quit” closes the window. The system's own “Quit” ends
/// the program at once, and with it whatever was typed in the last moment.
pub(crate) fn of(program: Builder<Wry>) -> Builder<Wry> {
    // Decided as it runs, so that it is compiled on every system.
    if cfg!(target_os = "macos") {
        program.menu(bar).on_menu_event(|app, event| on_event(app, &event))
    } else {
        program
    }
}

fn bar(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let bar = Menu::default(app)?;
    if let Some(MenuItemKind::Submenu(own)) = bar.items()?.first() {
        // The system's “Quit” stands last in it.
        let last = own.items()?.len().saturating_sub(1);
        own.remove_at(last)?;
        own.append(&MenuItem::with_id(app, QUIT, "Quit Startline", true, Some("CmdOrCtrl+Q"))?)?;
    }
    Ok(bar)
}

fn on_event(app: &AppHandle, event: &MenuEvent) {
    if event.id() != QUIT {
        return;
    }
    let closes = app.get_webview_window("main").is_some_and(|window| window.close().is_ok());
    if !closes {
        app.exit(0);
    }
}
