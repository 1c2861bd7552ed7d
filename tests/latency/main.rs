//! `cargo xtask bench window`: how long the real window takes from a key to what it shows, told in quartiles.
//! It asserts nothing: what is fast enough depends on the machine, and on what else it does.

#![cfg_attr(not(target_os = "linux"), allow(unused))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // What can't be measured is the report.
#![allow(clippy::print_stdout)]

#[cfg(target_os = "linux")]
mod keys;

#[cfg(target_os = "linux")]
#[tokio::main(flavor = "current_thread")]
async fn main() {
    keys::measure().await;
}

#[cfg(not(target_os = "linux"))]
fn main() {}
