//! The whole project as one selection of packages and features.

/// Lints, tests, types and the window are all built with these: crates that differ in a feature would be
/// built anew for each of them, which takes longer than everything else.
#[cfg(target_os = "linux")]
pub(crate) const WHOLE: &[&str] = &[
    "--workspace",
    "--features",
    "startline-app/types,startline-desktop/embedded-page,startline-tests/window",
];

/// The real window is driven on Linux only.
#[cfg(not(target_os = "linux"))]
pub(crate) const WHOLE: &[&str] =
    &["--workspace", "--features", "startline-app/types,startline-desktop/embedded-page"];
