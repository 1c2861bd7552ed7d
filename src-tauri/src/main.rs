//! The window: the only code that names tauri or rfd.
fn main() {}
