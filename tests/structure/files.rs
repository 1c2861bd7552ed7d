use std::path::PathBuf;

use ignore::WalkBuilder;
use startline_tests::root;

/// Every file and folder that belongs to the project, from its root, with `/`: what .gitignore does not leave out.
pub(crate) fn paths(folders: bool) -> Vec<String> {
    let walk = WalkBuilder::new(root()).hidden(false).require_git(false).parents(false).build();
    walk.map(Result::unwrap)
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_dir()) == folders)
        .map(|entry| entry.path().strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"))
        .filter(|path| !path.is_empty() && path != ".git" && !path.starts_with(".git/"))
        .collect()
}

#[test]
fn no_file_names_a_place_on_someones_machine() {
    let mut places = vec![root()];
    places
        .extend(["HOME", "USERPROFILE", "CARGO_HOME"].iter().filter_map(std::env::var_os).map(PathBuf::from));
    let places: Vec<String> = places.iter().map(|place| format!("{}/", place.to_string_lossy())).collect();
    for path in paths(false) {
        // What isn't text (pictures, fonts, PDF files) can't be read here, and is made from text that can.
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else { continue };
        for place in &places {
            assert!(!text.contains(place), "{path} names {place}");
        }
    }
}
