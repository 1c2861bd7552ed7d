//! Journeys in the real window.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod dialogs;
mod kept;
mod killed;
mod network;
mod outputs;
mod own_resume;
mod posting;
mod ranges;
mod whole_job;
