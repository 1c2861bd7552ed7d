use std::collections::BTreeSet;

use startline_tests::root;

use crate::dependencies::packages;
use crate::files::paths;

/// The map names every folder at the top, in src-tauri and in ui/src, and none that isn't there.
#[test]
fn the_map_names_every_folder_and_none_that_is_not_there() {
    let there: BTreeSet<String> = paths(true).into_iter().filter(|folder| is_mapped(folder)).collect();
    let named: BTreeSet<String> =
        map().into_iter().map(|line| line.path).filter(|folder| is_mapped(folder)).collect();
    assert_eq!(
        there.difference(&named).collect::<Vec<_>>(),
        [""; 0],
        "missing from the map in ARCHITECTURE.md"
    );
    assert_eq!(named.difference(&there).collect::<Vec<_>>(), [""; 0], "named by the map, and not there");
}

#[test]
fn the_map_names_every_crate_at_its_folder() {
    let named: BTreeSet<(String, String)> =
        map().into_iter().filter_map(|line| Some((line.path, line.crate_name?))).collect();
    let there: BTreeSet<(String, String)> = packages().into_iter().map(|it| (it.folder, it.name)).collect();
    assert_eq!(named, there);
}

#[test]
fn every_other_path_on_the_map_is_there() {
    for line in map() {
        assert!(root().join(&line.path).exists(), "the map names {}", line.path);
    }
}

fn is_mapped(folder: &str) -> bool {
    let inside = |parent: &str| folder.strip_prefix(parent).is_some_and(|rest| !rest.contains('/'));
    inside("") || inside("src-tauri/") || inside("ui/src/")
}

struct Line {
    path: String,
    crate_name: Option<String>,
}

/// The lines of the first fenced block in ARCHITECTURE.md: a tree, two spaces deeper for each folder.
fn map() -> Vec<Line> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let block = text.split("```").nth(1).expect("ARCHITECTURE.md has no map").lines().skip(1);
    let mut above: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for line in block {
        let deep = (line.len() - line.trim_start().len()) / 2;
        let Some((name, meaning)) = line.trim().split_once(' ') else { panic!("no meaning: {line}") };
        above.truncate(deep);
        above.push(name.trim_end_matches('/'));
        let mut words = meaning.split_whitespace();
        let crate_name = words.any(|word| word == "crate").then(|| words.next()).flatten();
        let crate_name = crate_name.map(|word| word.trim_matches([':', ',', '.']).to_owned());
        lines.push(Line { path: above.join("/"), crate_name });
    }
    lines
}
