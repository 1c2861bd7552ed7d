//! `cargo xtask shots [WORD]`: drives the real window through its states, light and dark, and leaves numbered
//! pictures in target/shots. With a word, only the states whose name holds it.

#![cfg_attr(not(target_os = "linux"), allow(unused))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A state that can't be reached is the report.
#![allow(clippy::print_stdout)]

#[cfg(target_os = "linux")]
mod kept;
#[cfg(target_os = "linux")]
mod own_resume;
#[cfg(target_os = "linux")]
mod own_start;
#[cfg(target_os = "linux")]
mod ranges;
#[cfg(target_os = "linux")]
mod states;

#[cfg(target_os = "linux")]
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let folder = startline_tests::root().join("target").join("shots");
    // Pictures of states that are gone would mislead.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    states::take_all(&folder, &wanted).await;
}

#[cfg(not(target_os = "linux"))]
fn main() {}
