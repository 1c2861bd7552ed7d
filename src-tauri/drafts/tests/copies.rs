//! Running copies that edit one draft at once: who was told that a save is done finds it built upon.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod common;

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use common::{Clockwork, titled};
use startline_drafts::{DraftId, Faults, Step, Store, StoreError};

const COPIES: usize = 4;
const SAVES: usize = 60;

/// Adds one to the number in the draft's title, and says whether that was saved.
fn count_on(store: &Store, id: DraftId) -> bool {
    let opened = store.load(id).unwrap();
    let number: u32 = opened.draft.title.parse().unwrap();
    match store.save(id, &titled(&(number + 1).to_string()), &opened.version) {
        Ok(_) => true,
        Err(StoreError::TakenOver | StoreError::Changed | StoreError::Held) => false,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn copies_that_take_over_from_each_other_lose_no_save() {
    let home = Clockwork::new();
    let id = home.store().create(titled("0")).unwrap().id;
    let done: usize = std::thread::scope(|scope| {
        let copies: Vec<_> = (0..COPIES)
            .map(|_| {
                let store = home.store();
                scope.spawn(move || {
                    let mut done = 0;
                    while done < SAVES {
                        store.take_over(id).unwrap();
                        done += (0..3).filter(|_| count_on(&store, id)).count();
                    }
                    done
                })
            })
            .collect();
        copies.into_iter().map(|copy| copy.join().unwrap()).sum()
    });
    assert_eq!(home.store().load(id).unwrap().draft.title, done.to_string());
}

#[test]
fn threads_of_one_copy_lose_no_save() {
    let home = Clockwork::new();
    let store = home.store();
    let id = store.create(titled("0")).unwrap().id;
    let done: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..COPIES)
            .map(|_| scope.spawn(|| (0..SAVES).filter(|_| count_on(&store, id)).count()))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert!(done >= SAVES, "{done}");
    assert_eq!(store.load(id).unwrap().draft.title, done.to_string());
}

#[test]
fn a_copy_that_was_taken_over_writes_nothing_more() {
    let home = Clockwork::new();
    let (one, two) = (home.store(), home.store());
    let made = one.create(titled("A")).unwrap();
    one.hold(made.id).unwrap();
    let version = one.save(made.id, &titled("B"), &made.version).unwrap();
    two.take_over(made.id).unwrap();
    let before: Vec<_> =
        home.files().into_iter().map(|name| fs::read(home.path().join(name)).unwrap()).collect();
    let told = Err(StoreError::TakenOver);
    assert_eq!(one.save(made.id, &titled("C"), &version), told);
    // It no longer edits the draft, so it is told as any other copy is: here by the lock that it left behind.
    one.release(made.id);
    let after: Vec<_> =
        home.files().into_iter().map(|name| fs::read(home.path().join(name)).unwrap()).collect();
    assert!(before == after, "{:?}", home.files());
    two.save(made.id, &titled("D"), &version).unwrap();
}

#[test]
fn a_copy_that_is_just_ending_is_waited_for() {
    let home = Clockwork::new();
    let ending = home.store();
    let made = ending.create(titled("A")).unwrap();
    ending.hold(made.id).unwrap();
    // It lets go when the other has looked twice, and found the draft held once.
    let (looks, ending) = (AtomicUsize::new(0), Mutex::new(Some(ending)));
    let watch: Faults = Arc::new(move |step, path| {
        if step == Step::Create && path.extension().is_some_and(|kind| kind == "lock") {
            let look = looks.fetch_add(1, Ordering::SeqCst);
            if look == 1 {
                ending.lock().unwrap().take();
            }
        }
        Ok(())
    });
    home.store_with(Some(watch)).hold(made.id).unwrap();
}

#[test]
fn locks_that_were_cleaned_away_do_not_stop_the_one_who_edits() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    store.hold(made.id).unwrap();
    fs::remove_dir_all(home.path().join("locks")).unwrap();
    store.save(made.id, &titled("B"), &made.version).unwrap();
    assert!(store.holds(made.id));
}

#[test]
fn locks_go_with_their_draft() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    store.hold(made.id).unwrap();
    store.delete(made.id).unwrap();
    store.empty_bin().unwrap();
    assert_eq!(fs::read_dir(home.path().join("locks")).unwrap().count(), 0);
}
