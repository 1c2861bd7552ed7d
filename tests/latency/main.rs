//! `cargo xtask bench window`: how long the real window takes from a key to what it shows, told in quartiles.
//! It asserts nothing: what is fast enough depends on the machine, and on what else it does.

#![cfg_attr(not(target_os = "linux"), allow(unused))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // What can't be measured is the report.
#![allow(clippy::print_stdout)]

#[cfg(target_os = "linux")]
mod keys;
#[cfg(target_os = "linux")]
mod list;

#[cfg(target_os = "linux")]
#[tokio::main(flavor = "current_thread")]
async fn main() {
    // With a word only what it names: `keys` or `list`.
    let wanted = std::env::args().nth(1).unwrap_or_default();
    if "keys".contains(&wanted) {
        keys::measure().await;
    }
    if "list".contains(&wanted) {
        list::measure().await;
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {}
