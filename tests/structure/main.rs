//! The shape of the project, as DESIGN promises it: which crate may know which, what the map in
//! ARCHITECTURE.md names, and what no file may hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // In a test a panic is the report.

mod dependencies;
mod files;
mod map;
