//! Placing on the corpus of résumés in tests/corpus, which `cargo xtask corpus` makes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it can't go on")]

#[path = "../common/mod.rs"]
mod common;

mod again;
mod block;
mod corpus;
mod mutated;
mod refusals;
mod shared;
mod tagged;
mod warnings;
