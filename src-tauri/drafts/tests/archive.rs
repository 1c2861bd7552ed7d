//! Everything in one file, and back.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use common::{Clockwork, titled};
use startline_drafts::{Archived, SentAs, Settings, StoreError, Theme};

#[test]
fn an_archive_brings_everything_to_another_computer() {
    let (here, there) = (Clockwork::new(), Clockwork::new());
    let store = here.store();
    let kept = store.create(titled("Kept")).unwrap();
    store.hold(kept.id).unwrap();
    store.save(kept.id, &titled("Kept again"), &kept.version).unwrap();
    let sent = store.keep_sent(kept.id, SentAs::Header, Path::new("a.pdf"), None, b"%PDF").unwrap();
    let deleted = store.create(titled("Deleted")).unwrap();
    store.delete(deleted.id).unwrap();
    store.save_settings(&Settings { theme: Theme::Dark, ..Settings::default() }).unwrap();
    let path = here.path().with_extension("zip");
    store.export_everything(&path).unwrap();

    let store = there.store();
    let all = Archived { added: 1, settings: true, ..Archived::default() };
    assert_eq!(store.import_everything(&path).unwrap(), all);
    assert_eq!(store.load(kept.id).unwrap().draft.title, "Kept again");
    assert_eq!(store.history(kept.id).unwrap().len(), 1);
    assert_eq!(store.sent_copy(kept.id, sent.id).unwrap(), b"%PDF");
    assert_eq!(store.bin().unwrap()[0].title, "Deleted");
    assert_eq!(store.settings().unwrap().theme, Theme::Dark);
    let files = |home: &Clockwork| -> Vec<String> {
        home.files().into_iter().filter(|name| !name.starts_with("undo")).collect()
    };
    assert_eq!(files(&there), files(&here));

    // A second time nothing is new, and what differs is overwritten on neither side.
    assert_eq!(store.import_everything(&path).unwrap(), Archived { same: 1, ..Archived::default() });
    store.rename(kept.id, "Mine").unwrap();
    assert_eq!(store.import_everything(&path).unwrap(), Archived { beside: 1, ..Archived::default() });
    let mut titles: Vec<String> = store.list().unwrap().drafts.into_iter().map(|draft| draft.title).collect();
    titles.sort();
    assert_eq!(titles, ["Kept again (from the archive)", "Mine"]);
}

/// A zip file with these members.
fn zip_of(home: &Clockwork, members: &[(&str, &[u8])]) -> std::path::PathBuf {
    let path = home.path().with_extension("zip");
    let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    path
}

#[test]
fn an_archive_leads_nowhere_else_and_a_strange_one_is_refused() {
    let home = Clockwork::new();
    let store = home.store();
    let about: (&str, &[u8]) = ("startline.json", br#"{"startline": 1}"#);
    let draft = br#"{"startline": 1}"#;
    let path = zip_of(
        &home,
        &[
            about,
            ("../escaped.json", draft),
            ("drafts/../../escaped.json", draft),
            ("/escaped.json", draft),
            ("drafts/00000000000000000001.json", draft),
            ("drafts/00000000000000000002.json", b"{ damaged"),
            ("history/00000000000000000001/../x.json", draft),
            ("history/00000000000000000001/00000001-20261122T121500Z.json", draft),
            ("aside/..json", draft),
            ("locks/00000000000000000001.lock", b""),
            ("index.json", b"{}"),
        ],
    );
    let taken = store.import_everything(&path).unwrap();
    assert_eq!((taken.added, taken.passed_over), (1, 8));
    let expected =
        ["drafts/00000000000000000001.json", "history/00000000000000000001/00000001-20261122T121500Z.json"];
    assert_eq!(home.files(), expected);
    assert!(!home.path().with_file_name("escaped.json").exists());

    let refused = |path: &Path, sentence: &str| {
        let error = store.import_everything(path).unwrap_err().to_string();
        assert!(error.contains(sentence) && error.contains("Nothing was changed"), "{error}");
    };
    refused(&zip_of(&home, &[("a.txt", b"")]), "another kind of zip file");
    let text = home.path().with_extension("txt");
    fs::write(&text, "not a zip").unwrap();
    refused(&text, "not a Startline archive");
    refused(&home.path().join("missing.zip"), "it is not there");
    let newer = zip_of(&home, &[("startline.json", br#"{"startline": 9}"#)]);
    assert_eq!(store.import_everything(&newer), Err(StoreError::Newer { format: 9 }));
    assert!(store.export_everything(&home.path().join("no/such/folder.zip")).is_err());
}
