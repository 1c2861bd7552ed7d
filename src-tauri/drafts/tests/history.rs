//! Revisions, undo and redo, and damaged files: what was is never lost.
#![allow(clippy::unwrap_used, reason = "a test")]

mod any;
mod common;

use std::fs;

use chrono::TimeDelta;
use common::{Clockwork, titled};
use proptest::prelude::*;
use startline_drafts::{Draft, DraftId, State, Store, StoreError, Version};

/// The titles of a draft's revisions, the newest first.
fn titles(store: &Store, id: DraftId) -> Vec<String> {
    let history = store.history(id).unwrap();
    history.iter().map(|kept| store.revision(id, kept.revision.id).unwrap().title).collect()
}

/// Saves one title after another, a minute apart each.
fn save_each(
    home: &Clockwork,
    store: &Store,
    id: DraftId,
    titles: impl IntoIterator<Item = String>,
) -> Version {
    let mut version = store.load(id).unwrap().version;
    for title in titles {
        home.wait(TimeDelta::minutes(1));
        version = store.save(id, &titled(&title), &version).unwrap();
    }
    version
}

#[test]
fn a_revision_is_kept_every_few_minutes_and_tells_what_changed() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("0")).unwrap();
    store.hold(made.id).unwrap();
    save_each(&home, &store, made.id, (1..=12).map(|minute| minute.to_string()));
    assert_eq!(titles(&store, made.id), ["10", "5", "0"]);
    store.release(made.id);
    assert_eq!(titles(&store, made.id), ["12", "10", "5", "0"], "closing a draft keeps how it was left");
    store.hold(made.id).unwrap();
    assert_eq!(titles(&store, made.id).len(), 4, "what is kept already is not kept twice");

    let history = store.history(made.id).unwrap();
    let change = &history[1].changes[0];
    assert_eq!(
        (change.what.as_str(), change.was.as_deref(), change.now.as_deref()),
        ("Title", Some("5"), Some("10"))
    );
    assert_eq!(history[1].revision.when, home.now() - TimeDelta::minutes(2));
}

#[test]
fn old_revisions_make_way() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("first")).unwrap();
    let mut version = made.version.clone();
    for turn in 0..24 {
        home.wait(TimeDelta::hours(6));
        version = store.save(made.id, &titled(&turn.to_string()), &version).unwrap();
    }
    // All of the last day, and the last of each day before it.
    assert_eq!(titles(&store, made.id), ["23", "22", "21", "20", "19", "16", "12", "8", "4", "0"]);
}

#[test]
fn a_clock_that_jumps_back_neither_stops_nor_disorders_the_history() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("0")).unwrap();
    let mut version = made.version;
    for (jump, title) in [(0, "1"), (-400, "2"), (6, "3"), (-60 * 24 * 365, "4"), (6, "5")] {
        home.wait(TimeDelta::minutes(jump));
        version = store.save(made.id, &titled(title), &version).unwrap();
    }
    assert_eq!(titles(&store, made.id), ["5", "4", "3", "2", "1"]);
    store.delete(made.id).unwrap();
    home.wait(TimeDelta::days(-1000));
    assert_eq!(home.store().bin().unwrap().len(), 1);
}

#[test]
fn a_revision_is_restored_and_the_restoring_undone() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("Old")).unwrap();
    store.hold(made.id).unwrap();
    let version = store.save(made.id, &titled("New"), &made.version).unwrap();
    let old = store.history(made.id).unwrap().pop().unwrap().revision.id;
    let version = store.restore(made.id, old, &version).unwrap();
    assert_eq!(store.load(made.id).unwrap().draft.title, "Old");
    assert_eq!(titles(&store, made.id), ["Old", "New", "Old"]);
    assert_eq!(store.undo(made.id, &version).unwrap().unwrap().draft.title, "New");

    assert_eq!(
        "00000009-20261122T121500Z".parse().map(|none| store.revision(made.id, none)),
        Ok(Err(StoreError::Gone))
    );
    for path in ["", "../x", "1-20261122T121500Z", "00000001-20261122T121500", "00000001-20261122T121500Z/.."]
    {
        assert!(path.parse::<startline_drafts::Stamp>().is_err(), "{path}");
    }
}

#[test]
fn a_damaged_draft_is_kept_and_the_newest_good_revision_takes_its_place() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("Good")).unwrap();
    store.hold(made.id).unwrap();
    let damaged = "{ \"startline\": 1, \"title\": \"Go";
    for bytes in ["", damaged] {
        fs::write(home.draft(made.id), bytes).unwrap();
        assert_eq!(store.list().unwrap().drafts[0].state, State::Damaged);
        let error = store.load(made.id).unwrap_err();
        let StoreError::Damaged { good: Some(good), .. } = &error else { panic!("{error}") };
        assert!(
            error
                .to_string()
                .contains("left as it is. Startline has a good copy of 22 November 2026, 12:15 UTC"),
            "{error}"
        );
        assert_eq!(error.code(), Some("damaged"));
        assert_eq!(
            store.save(made.id, &titled("New"), &made.version),
            Err(error.clone()),
            "and it is not overwritten"
        );
        assert_eq!(store.mend(made.id, good.id).unwrap().draft.title, "Good");
    }
    assert_eq!(store.list().unwrap().drafts[0].title, "Good");
    let mut aside: Vec<_> = home.files().into_iter().filter(|name| name.starts_with("aside")).collect();
    assert_eq!(aside.len(), 2);
    assert_eq!(fs::read_to_string(home.path().join(aside.pop().unwrap())).unwrap(), damaged);

    // Without a revision there is none to offer; it can be put out of sight.
    let other = store.create(titled("Other")).unwrap();
    fs::write(home.draft(other.id), "not a draft").unwrap();
    let error = store.load(other.id).unwrap_err();
    assert!(
        matches!(error, StoreError::Damaged { good: None, .. }) && !error.to_string().contains("good copy")
    );
    store.set_aside(other.id).unwrap();
    assert_eq!(store.list().unwrap().drafts.len(), 1);
    assert_eq!(home.files().iter().filter(|name| name.starts_with("aside")).count(), 3);
}

#[test]
fn a_damaged_revision_is_passed_over() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("0")).unwrap();
    store.hold(made.id).unwrap();
    save_each(&home, &store, made.id, (1..=5).map(|minute| minute.to_string()));
    let newest = home.files().into_iter().rfind(|name| name.starts_with("history")).unwrap();
    fs::write(home.path().join(newest), "{").unwrap();
    assert_eq!(titles(&store, made.id), ["0"]);
    fs::write(home.draft(made.id), "{").unwrap();
    let StoreError::Damaged { good: Some(good), .. } = store.load(made.id).unwrap_err() else { panic!() };
    assert_eq!(store.mend(made.id, good.id).unwrap().draft.title, "0");
}

#[test]
fn undo_and_redo_outlive_a_restart() {
    let home = Clockwork::new();
    let mut store = home.store();
    let made = store.create(titled("0")).unwrap();
    let id = made.id;
    let mut version = save_each(&home, &store, id, ["1", "2", "3"].map(str::to_owned));
    let mut check = |home: &Clockwork, expected: &[(bool, Option<&str>)]| {
        for (back, title) in expected {
            let store = home.store();
            let stepped = if *back { store.undo(id, &version) } else { store.redo(id, &version) }.unwrap();
            assert_eq!(stepped.as_ref().map(|opened| opened.draft.title.as_str()), *title);
            if let Some(stepped) = stepped {
                assert_eq!(store.load(id).unwrap(), stepped);
                version = stepped.version;
            }
        }
    };
    let (undo, redo) = (true, false);
    check(&home, &[(redo, None), (undo, Some("2")), (undo, Some("1")), (redo, Some("2")), (undo, Some("1"))]);
    check(&home, &[(undo, Some("0")), (undo, None), (redo, Some("1"))]);

    store = home.store();
    let undoable = store.undoable(id).unwrap();
    let to = |changes: &[startline_drafts::Change]| changes[0].now.clone().unwrap();
    assert_eq!((to(&undoable.undo), to(&undoable.redo)), ("0".to_owned(), "2".to_owned()));
    // A change of one's own ends what could be redone.
    save_each(&home, &store, id, ["4".to_owned()]);
    assert_eq!(store.undoable(id).unwrap().redo, []);
}

#[test]
fn typing_on_is_one_step_and_another_field_is_the_next() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(Draft::default()).unwrap();
    let (mut draft, mut version) = (made.draft, made.version);
    let mut save = |change: &mut dyn FnMut(&mut Draft), wait: i64| {
        home.wait(TimeDelta::milliseconds(wait));
        change(&mut draft);
        version = store.save(made.id, &draft, &version).unwrap();
        version.clone()
    };
    for letter in ["T", "i", "k"] {
        save(&mut |draft| draft.title.push_str(letter), 300);
    }
    save(&mut |draft| draft.candidate.name.push('Z'), 300);
    save(&mut |draft| draft.title.push_str("Tok"), 300);
    let mut version = save(&mut |draft| draft.title.push('!'), 2000);
    let mut seen = Vec::new();
    while let Some(opened) = store.undo(made.id, &version).unwrap() {
        seen.push(format!("{}/{}", opened.draft.title, opened.draft.candidate.name));
        version = opened.version;
    }
    assert_eq!(seen, ["TikTok/Z", "Tik/Z", "Tik/", "/"]);
}

#[test]
fn what_the_journal_missed_can_be_undone_all_the_same() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("0")).unwrap();
    let version = save_each(&home, &store, made.id, ["1".to_owned()]);
    let text = fs::read_to_string(home.draft(made.id)).unwrap();
    fs::write(home.draft(made.id), text.replace("\"1\"", "\"by hand\"")).unwrap();
    let version = {
        assert!(store.save(made.id, &titled("2"), &version).is_err());
        store.load(made.id).unwrap().version
    };
    let opened = store.undo(made.id, &version).unwrap().unwrap();
    assert_eq!(opened.draft.title, "1");
    let opened = store.undo(made.id, &opened.version).unwrap().unwrap();
    assert_eq!(opened.draft.title, "0");
    // An undo that was saved and not noted is an undo all the same.
    let journal = home.path().join("undo").join(format!("{}.json", made.id));
    let noted = fs::read(&journal).unwrap();
    let opened = store.redo(made.id, &opened.version).unwrap().unwrap();
    fs::write(&journal, noted).unwrap();
    let opened = store.undo(made.id, &opened.version).unwrap().unwrap();
    assert_eq!(opened.draft.title, "0");
    assert_eq!(store.undoable(made.id).unwrap().redo[0].now.as_deref(), Some("1"));
    // A journal that is gone or damaged leaves nothing to undo, and the draft as it is.
    fs::write(home.path().join("undo").join(format!("{}.json", made.id)), "{").unwrap();
    assert_eq!(store.undo(made.id, &opened.version).unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn undo_goes_back_through_every_state_and_redo_forth(states in proptest::collection::vec(any::draft(), 1..5)) {
        let home = Clockwork::new();
        let store = home.store();
        let made = store.create(Draft::default()).unwrap();
        let mut version = made.version;
        let mut stack = vec![Draft::default()];
        for state in states {
            home.wait(TimeDelta::minutes(1));
            version = store.save(made.id, &state, &version).unwrap();
            if stack.last() != Some(&state) {
                stack.push(state);
            }
        }
        for expected in stack.iter().rev().skip(1) {
            let opened = store.undo(made.id, &version).unwrap().unwrap();
            prop_assert_eq!(&opened.draft, expected);
            version = opened.version;
        }
        prop_assert_eq!(store.undo(made.id, &version).unwrap(), None);
        for expected in stack.iter().skip(1) {
            let opened = store.redo(made.id, &version).unwrap().unwrap();
            prop_assert_eq!(&opened.draft, expected);
            version = opened.version;
        }
    }
}
