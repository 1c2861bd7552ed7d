use std::process::Command;

use serde_json::Value;
use startline_tests::root;

/// Each crate and its layer. A crate may depend only on crates of a lower layer, so that `app` is the only
/// way from the window and the command line to the rest, and nothing below knows what stands above it.
const LAYERS: &[(&str, u8)] = &[
    ("startline-engine", 0),
    ("startline-reader", 1),
    ("startline-learn", 2),
    ("startline-pdf", 1),
    ("startline-drafts", 1),
    ("startline-app", 2),
    ("startline-cli", 3),
    ("startline-desktop", 3),
    ("xtask", 3),
    ("startline-tests", 4),
];

/// What only the window may name.
const TOOLKIT: &[&str] = &["rfd", "tauri", "tauri-build"];

#[test]
fn dependencies_point_one_way() {
    for package in packages() {
        let layer = layer(&package.name);
        let ours = package.dependencies.iter().filter(|name| LAYERS.iter().any(|(ours, _)| ours == name));
        for dependency in ours {
            assert!(self::layer(dependency) < layer, "{} depends on {dependency}", package.name);
        }
    }
}

#[test]
fn only_the_window_names_the_toolkit() {
    for package in packages() {
        let named = package.dependencies.iter().find(|name| {
            TOOLKIT.contains(&name.as_str()) || name.starts_with("tauri-") || name.starts_with("wry")
        });
        if package.name != "startline-desktop" {
            assert_eq!(named, None, "{} names the toolkit", package.name);
        }
    }
}

#[test]
fn plain_cargo_commands_leave_out_the_window_alone() {
    let mut left_out: Vec<String> =
        packages().into_iter().filter(|it| !it.default).map(|it| it.name).collect();
    left_out.sort();
    assert_eq!(left_out, ["startline-desktop"]);
}

fn layer(name: &str) -> u8 {
    let found = LAYERS.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("{name} has no layer: add it to the table")).1
}

/// A crate of the workspace.
pub(crate) struct Package {
    pub(crate) name: String,
    /// Its folder, from the project's root, with `/`.
    pub(crate) folder: String,
    /// Every kind: normal, build and development.
    dependencies: Vec<String>,
    default: bool,
}

pub(crate) fn packages() -> Vec<Package> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let defaults = list(&metadata["workspace_default_members"]);
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let manifest = text(&package["manifest_path"]).replace('\\', "/");
            let root = text(&metadata["workspace_root"]).replace('\\', "/");
            let folder = manifest.trim_end_matches("/Cargo.toml").trim_start_matches(&root);
            Package {
                name: text(&package["name"]),
                folder: folder.trim_start_matches('/').to_owned(),
                dependencies: list(&package["dependencies"]).iter().map(|it| text(&it["name"])).collect(),
                default: defaults.contains(&package["id"]),
            }
        })
        .collect()
}
