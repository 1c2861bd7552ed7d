//! The store on a healthy disk: what is kept, who may change it, and what comes back.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use std::fs;

use chrono::TimeDelta;
use common::{Clockwork, titled};
use startline_drafts::{Draft, DraftId, Settings, State, Store, StoreError, Theme, Version, write_file};

#[test]
fn a_draft_is_created_saved_listed_and_loaded() {
    let home = Clockwork::new();
    let store = home.store();
    assert_eq!(store.list().unwrap().drafts, []);
    let made = store.create(titled("TikTok")).unwrap();
    let mut draft = made.draft.clone();
    draft.stated = serde_json::from_str(r#"{"start": "2026-05-18", "end": "2026-08-17"}"#).unwrap();
    home.wait(TimeDelta::seconds(9));
    let version = store.save(made.id, &draft, &made.version).unwrap();
    assert_ne!(version, made.version);

    // Another start of the app finds it all.
    for store in [&store, &home.store()] {
        let opened = store.load(made.id).unwrap();
        assert_eq!((&opened.draft, &opened.version, opened.newer), (&draft, &version, false));
        let [listed] = <[_; 1]>::try_from(store.list().unwrap().drafts).unwrap();
        assert_eq!((listed.id, listed.title.as_str(), listed.state), (made.id, "TikTok", State::Good));
        assert_eq!(listed.changed, home.now());
        assert_eq!(listed.start, "2026-05-18".parse().ok());
    }
    // Saving what is there already writes nothing.
    home.wait(TimeDelta::seconds(9));
    assert_eq!(store.save(made.id, &draft, &version).unwrap(), version);
    assert_ne!(store.list().unwrap().drafts[0].changed, home.now());
}

/// What an editor writes that was used on the data folder's files.
#[test]
fn a_draft_and_the_settings_are_read_in_every_form_of_unicode() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let forms = |text: &str| [text.as_bytes().to_vec(), wide(text), wide(&format!("\u{feff}{text}"))];
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("Zoë 王")).unwrap();
    let settings = Settings { theme: Theme::Dark, ..Settings::default() };
    store.save_settings(&settings).unwrap();
    let settings_file = home.path().join("settings.json");
    let draft_text = fs::read_to_string(home.draft(made.id)).unwrap();
    let settings_text = fs::read_to_string(&settings_file).unwrap();
    for (draft, told) in forms(&draft_text).into_iter().zip(forms(&settings_text)) {
        fs::write(home.draft(made.id), draft).unwrap();
        fs::write(&settings_file, told).unwrap();
        let store = home.store();
        let listed = &store.list().unwrap().drafts[0];
        assert_eq!((listed.title.as_str(), listed.state), ("Zoë 王", State::Good));
        assert_eq!(store.search("zoe 王").unwrap().len(), 1);
        let opened = store.load(made.id).unwrap();
        assert_eq!(opened.draft, made.draft);
        assert_eq!(store.settings().unwrap().theme, Theme::Dark);
        store.save(made.id, &titled("Saved"), &opened.version).unwrap();
        assert_eq!(store.load(made.id).unwrap().draft.title, "Saved");
    }
}

#[test]
fn the_list_begins_with_what_was_saved_last_and_follows_every_change() {
    let home = Clockwork::new();
    let store = home.store();
    let mut made = Vec::new();
    for title in ["A", "B", "C"] {
        home.wait(TimeDelta::seconds(1));
        made.push(store.create(titled(title)).unwrap());
    }
    let titles =
        || -> Vec<String> { store.list().unwrap().drafts.into_iter().map(|draft| draft.title).collect() };
    assert_eq!(titles(), ["C", "B", "A"]);
    home.wait(TimeDelta::seconds(1));
    store.rename(made[0].id, "Z").unwrap();
    assert_eq!(titles(), ["Z", "C", "B"]);
    // The same length at the same time is seen too.
    store.rename(made[0].id, "Y").unwrap();
    assert_eq!(titles(), ["Y", "C", "B"]);
    home.wait(TimeDelta::seconds(1));
    let copy = store.duplicate(made[1].id).unwrap();
    assert_eq!(titles(), ["B (copy)", "Y", "C", "B"]);
    assert_ne!(copy.id, made[1].id);
    store.delete(made[1].id).unwrap();
    assert_eq!(titles(), ["B (copy)", "Y", "C"]);
    // What is no draft is no draft.
    for stranger in ["notes.txt", "short.json", "UPPERCASEUPPERCASE00.json", ".tmp-abc"] {
        fs::write(home.path().join("drafts").join(stranger), "{}").unwrap();
    }
    assert_eq!(titles().len(), 3);
}

#[test]
fn a_change_from_elsewhere_is_never_overwritten() {
    let home = Clockwork::new();
    let (one, two) = (home.store(), home.store());
    let made = one.create(titled("A")).unwrap();
    let theirs = two.save(made.id, &titled("Theirs"), &made.version).unwrap();
    assert_eq!(one.save(made.id, &titled("Mine"), &made.version), Err(StoreError::Changed));
    assert_eq!(one.load(made.id).unwrap().draft.title, "Theirs");
    one.save(made.id, &titled("Mine"), &theirs).unwrap();
    assert_eq!(two.load(made.id).unwrap().draft.title, "Mine");
}

#[test]
fn unknown_keys_in_the_file_outlive_saving() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    let text =
        fs::read_to_string(home.draft(made.id)).unwrap().replace("\"title\"", "\"mood\": 7,\n \"title\"");
    fs::write(home.draft(made.id), &text).unwrap();
    let opened = store.load(made.id).unwrap();
    assert_eq!(opened.version, Version::of(text.as_bytes()));
    store.save(made.id, &titled("B"), &opened.version).unwrap();
    let saved = fs::read_to_string(home.draft(made.id)).unwrap();
    assert!(saved.contains("\"mood\": 7") && saved.contains("\"B\""), "{saved}");
    let copy = store.duplicate(made.id).unwrap();
    assert!(fs::read_to_string(home.draft(copy.id)).unwrap().contains("mood"));
}

#[test]
fn a_newer_format_is_shown_and_never_rewritten() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    let newer = r#"{"startline": 2, "title": "From tomorrow"}"#;
    fs::write(home.draft(made.id), newer).unwrap();
    let opened = store.load(made.id).unwrap();
    assert!(opened.newer && opened.draft.title == "From tomorrow");
    let listed = &store.list().unwrap().drafts[0];
    assert_eq!((listed.title.as_str(), listed.state), ("From tomorrow", State::Newer));
    let refused = Err(StoreError::Newer { format: 2 });
    assert_eq!(store.save(made.id, &titled("B"), &opened.version), refused);
    assert_eq!(store.rename(made.id, "B"), refused);
    assert_eq!(fs::read_to_string(home.draft(made.id)).unwrap(), newer);
}

#[test]
fn a_second_copy_is_told_and_can_take_over_knowingly() {
    let home = Clockwork::new();
    let (one, two) = (home.store(), home.store());
    let made = one.create(titled("A")).unwrap();
    one.hold(made.id).unwrap();
    one.hold(made.id).unwrap();
    assert_eq!(two.hold(made.id), Err(StoreError::Held));
    assert_eq!(two.save(made.id, &titled("B"), &made.version), Err(StoreError::Held));
    assert_eq!(two.delete(made.id), Err(StoreError::Held));
    assert_eq!(two.load(made.id).unwrap().draft.title, "A", "reading needs no hold");

    two.take_over(made.id).unwrap();
    let version = two.save(made.id, &titled("B"), &made.version).unwrap();
    assert_eq!(one.save(made.id, &titled("C"), &made.version), Err(StoreError::TakenOver));
    assert!(!one.holds(made.id));
    assert_eq!(one.load(made.id).unwrap().draft.title, "B");

    // The first takes it back; when it ends, the second may hold it again.
    one.take_over(made.id).unwrap();
    one.save(made.id, &titled("C"), &version).unwrap();
    assert_eq!(two.save(made.id, &titled("D"), &version), Err(StoreError::TakenOver));
    assert_eq!(two.hold(made.id), Err(StoreError::Held));
    drop(one);
    two.hold(made.id).unwrap();
}

#[test]
fn what_is_deleted_can_be_brought_back_for_thirty_days() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    store.save(made.id, &titled("B"), &made.version).unwrap();
    store.delete(made.id).unwrap();
    assert_eq!(store.load(made.id), Err(StoreError::Gone));
    assert_eq!(store.delete(made.id), Err(StoreError::Gone));
    let bin = store.bin().unwrap();
    assert_eq!((bin[0].title.as_str(), bin[0].id), ("B", made.id));
    assert_eq!(bin[0].until - bin[0].deleted, TimeDelta::days(30));

    store.undelete(made.id).unwrap();
    assert_eq!(store.load(made.id).unwrap().draft.title, "B");
    assert!(!store.history(made.id).unwrap().is_empty(), "its history came back with it");
    assert_eq!(store.bin().unwrap(), []);
    assert_eq!(store.undelete(made.id), Err(StoreError::Gone));

    store.delete(made.id).unwrap();
    home.wait(TimeDelta::days(30));
    assert_eq!(home.store().bin().unwrap().len(), 1);
    home.wait(TimeDelta::seconds(1));
    assert_eq!(home.store().bin().unwrap(), []);
    assert_eq!(home.files(), Vec::<String>::new(), "nothing of it is left");
}

#[test]
fn a_draft_deleted_while_the_clock_was_wrong_is_not_old_in_the_bin() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    home.wait(TimeDelta::days(-20 * 365));
    store.delete(made.id).unwrap();
    home.wait(TimeDelta::days(20 * 365));
    assert_eq!(home.store().bin().unwrap().len(), 1);
    home.store().undelete(made.id).unwrap();
}

#[test]
fn what_was_deleted_twice_keeps_its_history_while_either_can_come_back() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    store.hold(made.id).unwrap();
    store.save(made.id, &titled("B"), &made.version).unwrap();
    let file = fs::read(home.draft(made.id)).unwrap();
    store.delete(made.id).unwrap();
    // A synced drive brings it back at once, and it is deleted again in the same second.
    fs::write(home.draft(made.id), &file).unwrap();
    store.delete(made.id).unwrap();
    assert_eq!(store.bin().unwrap().len(), 2);
    home.wait(TimeDelta::days(30) + TimeDelta::seconds(1));
    let store = home.store();
    assert_eq!(store.bin().unwrap().len(), 1);
    store.undelete(made.id).unwrap();
    assert_eq!(store.history(made.id).unwrap().len(), 1);
}

#[test]
fn emptying_the_bin_and_deleting_everything_do_so() {
    let home = Clockwork::new();
    let store = home.store();
    let (gone, stays) = (store.create(titled("Gone")).unwrap(), store.create(titled("Stays")).unwrap());
    for made in [&gone, &stays] {
        store.save(made.id, &titled("Saved"), &made.version).unwrap();
    }
    store.delete(gone.id).unwrap();
    store.empty_bin().unwrap();
    assert!(!home.files().is_empty());
    assert!(home.files().iter().all(|name| !name.contains(&gone.id.to_string())), "{:?}", home.files());
    store.save_settings(&Settings::default()).unwrap();
    let theirs = home.path().join("not ours.txt");
    fs::write(&theirs, "").unwrap();
    for left in [".tmp-abc", "settings (conflicted copy).json"] {
        fs::write(home.path().join(left), "").unwrap();
    }
    store.delete_everything().unwrap();
    assert_eq!(home.files(), ["not ours.txt"]);
    fs::remove_file(theirs).unwrap();
    home.store().delete_everything().unwrap();
    assert!(!home.path().exists());
}

#[test]
fn settings_are_kept_and_new_drafts_start_from_them() {
    let home = Clockwork::new();
    let store = home.store();
    assert_eq!(store.settings().unwrap(), Settings::default());
    let mut settings = Settings { theme: Theme::Dark, ..Settings::default() };
    settings.profile.name = "Zoë".into();
    store.save_settings(&settings).unwrap();
    assert_eq!(home.store().settings().unwrap(), settings);
    assert_eq!(settings.new_draft().candidate.name, "Zoë");

    let path = home.path().join("settings.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"theme\"", "\"later\": 1, \"theme\"")).unwrap();
    store.save_settings(&Settings::default()).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("later"));

    fs::write(&path, "{ broken").unwrap();
    assert_eq!(store.settings().unwrap(), Settings::default());
    store.save_settings(&settings).unwrap();
    assert_eq!(store.settings().unwrap(), settings);
    let aside: Vec<_> = fs::read_dir(home.path().join("aside")).unwrap().collect();
    assert_eq!(fs::read_to_string(aside[0].as_ref().unwrap().path()).unwrap(), "{ broken");

    for newer in [r#"{"startline": 9, "theme": "dark"}"#, r#"{"startline": 9, "theme": {"by": "hour"}}"#] {
        fs::write(&path, newer).unwrap();
        assert_eq!(store.save_settings(&settings), Err(StoreError::Newer { format: 9 }));
        assert_eq!(fs::read_to_string(&path).unwrap(), newer);
    }
}

#[test]
fn names_of_drafts_are_no_paths_and_not_to_be_guessed() {
    let home = Clockwork::new();
    let store = home.store();
    let id = store.create(Draft::default()).unwrap().id.to_string();
    assert_eq!(id.parse::<DraftId>().map(|id| id.to_string()), Ok(id.clone()));
    let check = |text: &str| assert!(text.parse::<DraftId>().is_err(), "{text}");
    for bad in [
        "",
        "..",
        "a",
        "../../../../etc/passwd",
        "0000000000000000000/",
        "0000000000000000000.",
        "000000000000000000é",
    ] {
        check(bad);
    }
    check(&id.to_uppercase().replace(|letter: char| letter.is_ascii_digit(), "A"));
    check(&format!("{id}0"));
    check(&format!(" {id}"));
    let many: std::collections::HashSet<_> =
        (0..50).map(|_| store.create(Draft::default()).unwrap().id).collect();
    assert_eq!(many.len(), 50);
}

#[cfg(unix)]
#[test]
fn only_the_student_s_account_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    store.hold(made.id).unwrap();
    store.save(made.id, &titled("B"), &made.version).unwrap();
    store.save_settings(&Settings::default()).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&home.path()), 0o700);
    let mut seen = 0;
    common::walk(&home.path(), &mut |path| {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(path), expected, "{}", path.display());
        seen += 1;
    });
    assert!(seen > 9, "{seen}");

    // A folder that was copied from elsewhere is closed again.
    let drafts = home.path().join("drafts");
    fs::set_permissions(&drafts, fs::Permissions::from_mode(0o755)).unwrap();
    home.store();
    assert_eq!(mode(&drafts), 0o700);
}

#[test]
fn a_file_asked_for_is_written_whole_and_replaces_only_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Zoe-Nguyen-Availability.pdf");
    write_file(&path, b"one", false).unwrap();
    let refused = write_file(&path, b"two", false).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Couldn’t write “Zoe-Nguyen-Availability.pdf”: there is one of that name already. A file that was there \
         before is unchanged. Choose another name, then try again, or choose another place."
    );
    assert_eq!(fs::read(&path).unwrap(), b"one");
    write_file(&path, b"two", true).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert!(write_file(&folder.path().join("no/such/folder.pdf"), b"", true).is_err());
}

#[test]
fn a_folder_that_can_t_be_used_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    for (path, cause) in [(file.clone(), "a file"), (file.join("inside"), "a file")] {
        let error = Store::open(&path).err().unwrap().to_string();
        assert!(error.contains(cause) && error.contains("Nothing in it was changed"), "{error}");
    }
}
