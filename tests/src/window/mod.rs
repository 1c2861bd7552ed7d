//! The real window, driven as a student would: what is on it is found by role and accessible name, as WebKit
//! itself computes them for a screen reader, and never by class or id.
//!
//! Each test has a [`Computer`] of its own: a display with a window manager, a home folder, a clipboard. So
//! tests never meet, native dialogs included.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]
// In a test a panic is the report.

mod computer;
mod display;
mod group;
mod keyboard;
mod page;
mod sockets;
mod startline;
mod steps;
mod stopwatch;
mod wait;

pub use computer::{Computer, Theme};
pub use keyboard::Keyboard;
pub use page::Found;
pub use sockets::{Socket, internet_sockets};
pub use startline::Startline;
pub use stopwatch::{Listed, Shown, Typed};
pub use wait::until;
