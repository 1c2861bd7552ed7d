//! What the tests share.

pub mod fuzzed;
#[cfg(all(feature = "window", target_os = "linux"))]
pub mod window;

use std::path::PathBuf;

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map(PathBuf::from).unwrap_or(tests)
}

/// A real posting of 2026, whose start dates are all past.
#[must_use]
pub fn sample_posting() -> PathBuf {
    root().join("tests/fixtures/sample/posting.txt")
}
