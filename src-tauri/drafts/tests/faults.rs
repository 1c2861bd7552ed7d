//! The store on a disk that fails: no draft is lost or cut short, and each failure ends in its sentence.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use std::collections::HashMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use common::{Clockwork, titled};
use startline_drafts::{DraftId, Faults, Outside, Settings, State, Step, Store, StoreError};

/// What fails, under which folder, and how.
type Planted = (Step, &'static str, ErrorKind);

/// A fault that can be put in and taken out.
#[derive(Clone, Default)]
struct Fault(Arc<Mutex<Option<Planted>>>);

impl Fault {
    fn set(&self, fault: Option<Planted>) {
        *self.0.lock().unwrap() = fault;
    }

    fn hook(&self) -> Option<Faults> {
        let fault = Arc::clone(&self.0);
        Some(Arc::new(move |step: Step, path: &Path| match *fault.lock().unwrap() {
            Some((failing, under, kind)) if failing == step && path.to_string_lossy().contains(under) => {
                Err(kind.into())
            }
            _ => Ok(()),
        }))
    }
}

const WRITING: [Step; 5] = [Step::Create, Step::Write, Step::Sync, Step::Rename, Step::SyncFolder];

#[test]
fn a_save_that_fails_says_why_leaves_the_draft_whole_and_can_be_tried_again() {
    let sentences = [
        (
            ErrorKind::StorageFull,
            "Couldn’t save: the disk is full. What you typed is still here. Free some space, then try again, or save a copy elsewhere.",
        ),
        (ErrorKind::QuotaExceeded, "the disk is full"),
        (
            ErrorKind::ReadOnlyFilesystem,
            "the drive is read-only. What you typed is still here. Make the drive writable",
        ),
        (
            ErrorKind::PermissionDenied,
            "your account is not allowed to. What you typed is still here. Allow your account to write there",
        ),
        (ErrorKind::NotFound, "its folder is not there. What you typed is still here. Connect the drive"),
        (ErrorKind::Other, "the disk reported an error. What you typed is still here. Check the drive"),
    ];
    for step in WRITING {
        for (kind, sentence) in sentences {
            let (home, fault) = (Clockwork::new(), Fault::default());
            let store = home.store_with(fault.hook());
            let made = store.create(titled("Old")).unwrap();
            let before = fs::read(home.draft(made.id)).unwrap();
            store.hold(made.id).unwrap();

            fault.set(Some((step, "/drafts", kind)));
            let error = store.save(made.id, &titled("New"), &made.version).unwrap_err();
            assert!(error.to_string().contains(sentence), "{step:?} {kind:?}: {error}");
            assert_eq!(error.code(), None);
            if step != Step::SyncFolder {
                assert_eq!(fs::read(home.draft(made.id)).unwrap(), before, "{step:?}");
            }
            let left: Vec<_> = home.files().into_iter().filter(|name| name.contains(".tmp-")).collect();
            assert_eq!(left, Vec::<String>::new());

            // More was typed meanwhile; the disk is well again.
            fault.set(None);
            let version = store.save(made.id, &titled("Newer"), &made.version).unwrap();
            assert_eq!(store.load(made.id).unwrap().draft.title, "Newer");
            store.save(made.id, &titled("Newest"), &version).unwrap();
        }
    }
}

#[test]
fn a_step_back_that_fails_is_one_step_when_it_is_tried_again() {
    // What else fails before, with the undo journal a step behind then.
    for before in [None, Some((Step::Write, "/undo", ErrorKind::Other))] {
        for step in WRITING {
            let (home, fault) = (Clockwork::new(), Fault::default());
            let store = home.store_with(fault.hook());
            let made = store.create(titled("0")).unwrap();
            let one = store.save_whole(made.id, &titled("1"), &made.version).unwrap();
            fault.set(before);
            let two = store.save_whole(made.id, &titled("2"), &one).unwrap();

            fault.set(Some((step, "/drafts", ErrorKind::Other)));
            for _ in 0..2 {
                store.undo(made.id, &two).unwrap_err();
            }
            fault.set(None);
            let undone = store.undo(made.id, &two).unwrap().unwrap();
            assert_eq!(undone.draft.title, "1", "{step:?}");
            let redone = store.redo(made.id, &undone.version).unwrap().unwrap();
            assert_eq!(redone.draft.title, "2", "{step:?}");
            let undone = store.undo(made.id, &redone.version).unwrap().unwrap();
            let first = store.undo(made.id, &undone.version).unwrap().unwrap();
            assert_eq!(first.draft.title, "0", "{step:?}");
        }
    }
}

#[test]
fn saves_that_fail_in_turn_do_not_lock_the_student_out() {
    for first in WRITING {
        for second in WRITING {
            let (home, fault) = (Clockwork::new(), Fault::default());
            let store = home.store_with(fault.hook());
            let made = store.create(titled("Old")).unwrap();
            for (step, title) in [(first, "New"), (second, "Newer")] {
                fault.set(Some((step, "/drafts", ErrorKind::Other)));
                store.save(made.id, &titled(title), &made.version).unwrap_err();
            }
            fault.set(None);
            let version = store.save(made.id, &titled("Newest"), &made.version).unwrap();
            let undone = store.undo(made.id, &version).unwrap().unwrap();
            assert_eq!(undone.draft.title, "Old", "{first:?}, {second:?}");
        }
    }
}

/// Another program that has a draft's file open for a moment, or for good.
#[test]
fn another_program_is_waited_for_and_no_file_is_left_behind() {
    for (turns, saved) in [(1, true), (30, true), (usize::MAX, false)] {
        let (home, held) = (Clockwork::new(), Arc::new(AtomicUsize::new(0)));
        let hold = Arc::clone(&held);
        let hook: Faults = Arc::new(move |step, path| {
            let here = step == Step::Rename && path.to_string_lossy().contains("drafts");
            let busy = || hold.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1)).is_ok();
            if here && busy() { Err(ErrorKind::ResourceBusy.into()) } else { Ok(()) }
        });
        let store = home.store_with(Some(hook));
        let made = store.create(titled("Old")).unwrap();
        held.store(turns, Relaxed);
        match store.save(made.id, &titled("New"), &made.version) {
            Ok(_) => assert!(saved, "{turns}"),
            Err(error) => {
                let said = error.to_string();
                assert!(!saved && said.contains("another program has the file open"), "{turns}: {said}");
                assert!(said.contains("Close it there, then try again"), "{turns}: {said}");
            }
        }
        held.store(0, Relaxed);
        assert_eq!(store.load(made.id).unwrap().draft.title, if saved { "New" } else { "Old" });
        assert!(home.files().iter().all(|name| !name.contains(".tmp-")), "{turns}: {:?}", home.files());
    }
}

#[cfg(unix)]
#[test]
fn an_error_of_the_disk_itself_is_told_with_its_number() {
    let home = Clockwork::new();
    let hook: Faults = Arc::new(|step, path| match step {
        Step::Sync if path.to_string_lossy().contains("/drafts") => Err(io::Error::from_raw_os_error(5)),
        _ => Ok(()),
    });
    let error = home.store_with(Some(hook)).create(titled("A")).unwrap_err().to_string();
    assert!(error.contains("the disk reported error 5"), "{error}");
}

#[test]
fn what_only_stands_beside_a_draft_never_stops_its_saving() {
    for part in ["/history", "/undo", "/locks", "index.json"] {
        for step in WRITING.into_iter().chain([Step::Read, Step::List, Step::Remove]) {
            let (home, fault) = (Clockwork::new(), Fault::default());
            let store = home.store_with(fault.hook());
            let made = store.create(titled("Old")).unwrap();
            fault.set(Some((step, part, ErrorKind::StorageFull)));
            store.hold(made.id).unwrap();
            home.wait(TimeDelta::minutes(10));
            let version = store.save(made.id, &titled("New"), &made.version).unwrap();
            store.save(made.id, &titled("Newer"), &version).unwrap();
            assert_eq!(store.list().unwrap().drafts[0].title, "Newer", "{step:?} in {part}");
        }
    }
}

#[test]
fn a_file_that_could_not_be_read_once_is_not_damaged() {
    let (home, fault) = (Clockwork::new(), Fault::default());
    let store = home.store_with(fault.hook());
    store.create(titled("A")).unwrap();
    fault.set(Some((Step::Read, "/drafts", ErrorKind::Other)));
    assert_eq!(store.list().unwrap().drafts[0].state, State::Unread);
    fault.set(None);
    let listed = &store.list().unwrap().drafts[0];
    assert_eq!((listed.title.as_str(), listed.state), ("A", State::Good));
}

/// Needs a small disk that is really full: `mount -t tmpfs -o size=300k none DIR`, and DIR in `STARTLINE_SMALL_DISK`.
#[test]
#[ignore = "needs a small disk of its own"]
fn a_disk_that_is_really_full() {
    let folder = std::env::var("STARTLINE_SMALL_DISK").unwrap();
    let store = Store::open(&Path::new(&folder).join("data")).unwrap();
    let mut made = store.create(titled("0")).unwrap();
    let other = store.create(titled("Other")).unwrap();
    store.hold(made.id).unwrap();
    let mut refused = None;
    for turn in 1..200 {
        let mut draft = titled(&turn.to_string());
        draft.posting.text = "x".repeat(turn * 1000);
        match store.save(made.id, &draft, &made.version) {
            Ok(version) => made.version = version,
            Err(error) => {
                refused = Some((turn, error.to_string()));
                break;
            }
        }
    }
    let (turn, sentence) = refused.unwrap();
    assert!(
        sentence.contains("the disk is full. What you typed is still here. Free some space"),
        "{turn}: {sentence}"
    );
    let kept = store.load(made.id).unwrap();
    assert_eq!(kept.draft.title, (turn - 1).to_string());
    assert_eq!(kept.draft.posting.text.len(), (turn - 1) * 1000);
    assert_eq!(store.load(other.id).unwrap(), other);
    // The disk has room again.
    fs::remove_dir_all(store.folder().join("history")).unwrap();
    fs::remove_dir_all(store.folder().join("undo")).unwrap();
    store.save(made.id, &titled("Saved"), &made.version).unwrap();
    drop(store);
    assert_eq!(Store::open(&Path::new(&folder).join("data")).unwrap().list().unwrap().drafts.len(), 2);
}

#[test]
fn a_folder_that_vanishes_is_not_made_anew_in_silence() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("Old")).unwrap();
    store.hold(made.id).unwrap();
    let away = home.path().with_extension("away");
    fs::rename(home.path(), &away).unwrap();

    let error = store.save(made.id, &titled("New"), &made.version).unwrap_err();
    assert!(error.to_string().contains("its folder is not there. What you typed is still here"), "{error}");
    for error in [
        store.load(made.id).unwrap_err(),
        store.list().unwrap_err(),
        store.create(titled("Other")).unwrap_err(),
        store.delete(made.id).unwrap_err(),
        store.save_settings(&Settings::default()).unwrap_err(),
    ] {
        assert!(error.to_string().contains("its folder is not there"), "{error}");
    }
    assert!(!home.path().exists());

    fs::rename(&away, home.path()).unwrap();
    store.save(made.id, &titled("New"), &made.version).unwrap();
    assert_eq!(store.load(made.id).unwrap().draft.title, "New");
}

#[test]
fn a_drive_that_can_only_be_read_is_read() {
    let home = Clockwork::new();
    let made = home.store().create(titled("A")).unwrap();
    fs::remove_dir_all(home.path().join("history")).unwrap();
    let hook: Faults = Arc::new(|step, _| match step {
        Step::Read | Step::List => Ok(()),
        _ => Err(ErrorKind::ReadOnlyFilesystem.into()),
    });
    let store = home.store_with(Some(hook));
    assert_eq!(store.list().unwrap().drafts[0].title, "A");
    assert_eq!(store.load(made.id).unwrap().draft.title, "A");
    let error = store.save(made.id, &titled("B"), &made.version).unwrap_err();
    assert!(error.to_string().contains("the drive is read-only"), "{error}");
}

/// What a student does in a session, in steps of which each may fail. Notes the titles that each draft may
/// have in the end: the one saved last, and those of later saves that failed, which may have got through.
fn session(store: &Store, home: &Clockwork, titles: &mut HashMap<DraftId, Vec<String>>) {
    let mut made = Vec::new();
    for name in ["A", "B"] {
        if let Ok(opened) = store.create(titled(&format!("{name}0"))) {
            titles.insert(opened.id, vec![opened.draft.title]);
            made.push((name, opened.id, opened.version));
        }
    }
    let mut note = |id: DraftId, title: String, saved: bool| {
        let titles = titles.entry(id).or_default();
        if saved {
            titles.clear();
        }
        titles.push(title);
    };
    for turn in 1..4 {
        for (name, id, version) in &mut made {
            home.wait(TimeDelta::minutes(3));
            let title = format!("{name}{turn}");
            let saved = store.save(*id, &titled(&title), version);
            note(*id, title, saved.is_ok());
            *version = saved.unwrap_or_else(|_| version.clone());
        }
    }
    let Some((name, id, version)) = made.first() else { return };
    let _ = store.delete(*id);
    let _ = store.undelete(*id);
    match store.undo(*id, version) {
        Ok(Some(opened)) => note(*id, opened.draft.title, true),
        Ok(None) => {}
        Err(_) => (0..3).for_each(|turn| note(*id, format!("{name}{turn}"), false)),
    }
    let _ = store.save_settings(&Settings::default());
    let _ = store.list();
}

#[test]
fn whichever_step_fails_every_draft_is_whole_and_not_older_than_saved() {
    let errors = [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::Other];
    for lasting in [false, true] {
        for failing in 0.. {
            let home = Clockwork::new();
            let kind = errors[failing % errors.len()];
            home.store();
            let count = Arc::new(Mutex::new(0));
            let counter = Arc::clone(&count);
            let hook: Faults = Arc::new(move |_, _| {
                let mut count = counter.lock().unwrap();
                *count += 1;
                if *count == failing + 1 || (lasting && *count > failing) { Err(kind.into()) } else { Ok(()) }
            });
            let outside = Outside { faults: Some(hook), ..Outside::default() };
            let Ok(store) = Store::open_with(&home.path(), outside) else { continue };
            let mut titles = HashMap::new();
            session(&store, &home, &mut titles);
            drop(store);

            let store = home.store();
            for (id, titles) in &titles {
                if store.load(*id) == Err(StoreError::Gone) {
                    // Deleted, and bringing it back failed: it is in the bin.
                    store.undelete(*id).unwrap();
                }
                let title = store.load(*id).unwrap().draft.title;
                assert!(titles.contains(&title), "step {failing}: {title} is none of {titles:?}");
                assert!(store.history(*id).is_ok());
            }
            let listed = store.list().unwrap().drafts;
            assert!(listed.iter().all(|draft| draft.state == State::Good));
            if *count.lock().unwrap() <= failing {
                break;
            }
        }
    }
}
