//! A writing process is killed at random instants, many times: what it was told is saved is there.
//!
//! `STARTLINE_KILLS=20000 cargo test -p startline-drafts --release --test torture` does it thoroughly, and
//! `STARTLINE_KILLS_IN=FOLDER` does it on the disk of that folder.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use startline_drafts::{Draft, DraftId, State, Store, StoreError};

const FOLDER: &str = "STARTLINE_TORTURE_FOLDER";
const DRAFT: &str = "STARTLINE_TORTURE_DRAFT";

/// A draft in which everything says the same number.
fn numbered(number: u64) -> Draft {
    let mut draft =
        Draft { title: number.to_string(), place: u32::try_from(number).ok(), ..Draft::default() };
    draft.candidate.name = number.to_string();
    draft.posting.text = format!("{number} ").repeat(usize::try_from(number * 7919 % 5000).unwrap());
    draft
}

/// The number that a draft says, all of it.
fn number_of(draft: &Draft) -> u64 {
    let number = draft.title.parse().unwrap();
    assert_eq!(draft, &numbered(number), "a mix");
    number
}

/// Not a test of its own: what the test below starts and kills. It writes on and says what it does.
#[test]
fn the_child_that_is_killed() {
    let (Ok(folder), Ok(id)) = (std::env::var(FOLDER), std::env::var(DRAFT)) else { return };
    let id: DraftId = id.parse().unwrap();
    let mut say = std::io::stdout();
    let store = Store::open(Path::new(&folder)).unwrap();
    if matches!(store.load(id), Err(StoreError::Gone)) {
        store.undelete(id).unwrap();
    }
    store.hold(id).unwrap();
    let mut opened = store.load(id).unwrap();
    let mut number = number_of(&opened.draft);
    loop {
        number += 1;
        writeln!(say, "try {number}").unwrap();
        let version = store.save(id, &numbered(number), &opened.version).unwrap();
        writeln!(say, "did {number}").unwrap();
        opened.version = version;
        match number % 16 {
            0 => {
                store.delete(id).unwrap();
                store.undelete(id).unwrap();
            }
            5 => store.release(id),
            9 => {
                store.save_settings(&startline_drafts::Settings::default()).unwrap();
            }
            _ => {}
        }
    }
}

fn start(folder: &Path, id: DraftId) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["the_child_that_is_killed", "--exact", "--nocapture"])
        .env(FOLDER, folder)
        .env(DRAFT, id.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The number after a word in a line the child wrote whole.
fn said(line: &str, word: &str) -> Option<u64> {
    line.split_once(word)?.1.trim().parse().ok()
}

#[test]
fn whenever_it_is_killed_every_draft_opens_with_what_was_saved_last() {
    let kills: u64 = std::env::var("STARTLINE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(40);
    let folder = match std::env::var("STARTLINE_KILLS_IN") {
        Ok(folder) => tempfile::tempdir_in(folder).unwrap(),
        Err(_) => tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap(),
    };
    let store = Store::open(folder.path()).unwrap();
    let id = store.create(numbered(1)).unwrap().id;
    let still = store.create(numbered(7)).unwrap();
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    let mut last = 1;
    for kill in 0..kills {
        let mut child = start(folder.path(), id);
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let (mut tried, mut done) = (last, last);
        let mut line = String::new();
        let hear = |line: &mut String, tried: &mut u64, done: &mut u64| {
            if line.ends_with('\n') {
                *tried = said(line, "try ").unwrap_or(*tried).max(*tried);
                *done = said(line, "did ").unwrap_or(*done).max(*done);
            }
            line.clear();
        };
        while done == last && lines.read_line(&mut line).unwrap() > 0 {
            hear(&mut line, &mut tried, &mut done);
        }
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Some instant of the next few saves.
        std::thread::sleep(Duration::from_micros(chance >> 50));
        child.kill().unwrap();
        let status = child.wait().unwrap();
        while lines.read_line(&mut line).unwrap() > 0 {
            hear(&mut line, &mut tried, &mut done);
        }
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!(status.code(), None, "the child ended by itself: {errors}");

        let store = Store::open(folder.path()).unwrap();
        if matches!(store.load(id), Err(StoreError::Gone)) {
            store.undelete(id).unwrap();
        }
        let opened = store.load(id).unwrap();
        let number = number_of(&opened.draft);
        assert!((done..=tried).contains(&number), "kill {kill}: {number} is not in {done}..={tried}");
        for kept in store.history(id).unwrap() {
            number_of(&store.revision(id, kept.revision.id).unwrap());
        }
        assert_eq!(store.load(still.id).unwrap(), still, "the other draft is as it was");
        assert!(store.list().unwrap().drafts.iter().all(|draft| draft.state == State::Good));
        // Undo leads to an earlier whole state, and redo back.
        let undone = store.undo(id, &opened.version).unwrap().unwrap();
        assert!(number_of(&undone.draft) < number);
        let redone = store.redo(id, &undone.version).unwrap().unwrap();
        assert_eq!(number_of(&redone.draft), number);
        last = number;
    }
}
