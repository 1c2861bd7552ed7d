//! A writing process is killed at random instants, many times: what it was told is saved is there.
//!
//! `cargo xtask torture 20000` does it thoroughly; `STARTLINE_KILLS_IN=FOLDER` does it on the disk of that folder.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use startline_drafts::{Draft, DraftId, SentAs, Settings, State, Store, StoreError, Version};

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

/// What is sent from the draft with a number.
fn sent_bytes(number: u64) -> Vec<u8> {
    number.to_string().repeat(1000).into_bytes()
}

/// Not a test of its own: what the test below starts and kills. It writes on and says what it does.
#[test]
fn the_child_that_is_killed() {
    let (Ok(folder), Ok(id)) = (std::env::var(FOLDER), std::env::var(DRAFT)) else { return };
    let id: DraftId = id.parse().unwrap();
    let mut stdout = std::io::stdout();
    let mut say = |word: &str, number: u64| writeln!(stdout, "{word} {number}").unwrap();
    let store = Store::open(Path::new(&folder)).unwrap();
    if matches!(store.load(id), Err(StoreError::Gone)) {
        store.undelete(id).unwrap();
    }
    store.hold(id).unwrap();
    let opened = store.load(id).unwrap();
    let (mut number, mut version) = (number_of(&opened.draft), opened.version);
    loop {
        number += 1;
        say("try", number);
        version = store.save(id, &numbered(number), &version).unwrap();
        say("did", number);
        match number % 16 {
            0 => {
                store.delete(id).unwrap();
                store.undelete(id).unwrap();
            }
            3 => {
                say("back", number - 1);
                version = store.undo(id, &version).unwrap().unwrap().version;
                version = store.redo(id, &version).unwrap().unwrap().version;
                say("did", number);
            }
            5 => store.release(id),
            9 => store.save_settings(&Settings::default()).unwrap(),
            12 if number.is_multiple_of(256) => {
                store
                    .keep_sent(id, SentAs::Header, Path::new("header.pdf"), None, &sent_bytes(number))
                    .unwrap();
            }
            _ => {}
        }
    }
}

/// The writing process, and what it said.
struct Writer {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
    line: String,
    /// The numbers between which the draft's must lie.
    least: u64,
    most: u64,
}

impl Writer {
    fn start(folder: &Path, id: DraftId, number: u64) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["the_child_that_is_killed", "--exact", "--nocapture"])
            .env(FOLDER, folder)
            .env(DRAFT, id.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines, line: String::new(), least: number, most: number }
    }

    /// Hears one line. One that was cut off says nothing.
    fn hear(&mut self) -> bool {
        self.line.clear();
        let heard = self.lines.read_line(&mut self.line).unwrap() > 0;
        if let Some(line) = self.line.strip_suffix('\n') {
            let number = |word: &str| line.split_once(word)?.1.parse::<u64>().ok();
            self.most = number("try ").unwrap_or(self.most).max(self.most);
            self.least = number("did ").or(number("back ")).unwrap_or(self.least);
        }
        heard
    }

    /// Kills it some instant into the next few saves, and gives the numbers that the draft may have.
    fn kill(mut self, after: Duration) -> std::ops::RangeInclusive<u64> {
        let before = self.most;
        while self.least <= before && self.hear() {}
        std::thread::sleep(after);
        self.child.kill().unwrap();
        let status = self.child.wait().unwrap();
        while self.hear() {}
        let mut errors = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!(status.code(), None, "the child ended by itself: {errors}");
        self.least..=self.most
    }
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
    let mut missed = 0;
    for kill in 1..=kills {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let writer = Writer::start(folder.path(), id, last);
        let expected = writer.kill(Duration::from_micros(chance >> 50));

        let store = Store::open(folder.path()).unwrap();
        if matches!(store.load(id), Err(StoreError::Gone)) {
            store.undelete(id).unwrap();
        }
        let opened = store.load(id).unwrap();
        last = number_of(&opened.draft);
        assert!(expected.contains(&last), "kill {kill}: {last} is not in {expected:?}");
        missed += expected.end() - last;
        check_all_else(&store, id);
        assert_eq!(store.load(still.id).unwrap(), still, "the other draft is as it was");
        check_undo(&store, id, last, &opened.version);
        if kill % 500 == 0 || kill == kills {
            println!("killed {kill} times, {last} saved, {missed} cut off in the midst");
            last += 1;
            check_nothing_piles_up(folder.path(), id, last);
        }
    }
}

/// What stands beside the draft is whole too.
fn check_all_else(store: &Store, id: DraftId) {
    let history = store.history(id).unwrap();
    for kept in &history {
        number_of(&store.revision(id, kept.revision.id).unwrap());
    }
    for sent in store.sent(id).unwrap() {
        let bytes = store.sent_copy(id, sent.id).unwrap();
        assert_eq!(bytes.len() as u64, sent.bytes);
    }
    assert!(store.list().unwrap().drafts.iter().all(|draft| draft.state == State::Good));
    assert_eq!(store.settings().unwrap(), Settings::default());
    assert_eq!(store.bin().unwrap(), []);
}

/// Undo leads to an earlier whole state, and redo back.
fn check_undo(store: &Store, id: DraftId, number: u64, version: &Version) {
    let undone = store.undo(id, version).unwrap().unwrap();
    assert!(number_of(&undone.draft) < number);
    let redone = store.redo(id, &undone.version).unwrap().unwrap();
    assert_eq!(number_of(&redone.draft), number);
}

/// What writes that were cut off left is gone an hour later, once the draft is saved with this number.
fn check_nothing_piles_up(folder: &Path, id: DraftId, number: u64) {
    let left = || -> Vec<PathBuf> {
        let mut found = Vec::new();
        common::walk(folder, &mut |path| {
            if path.file_name().unwrap().to_string_lossy().starts_with(".tmp-") {
                found.push(path.to_owned());
            }
        });
        found
    };
    let hours_ago = SystemTime::now() - Duration::from_secs(2 * 60 * 60);
    for path in left() {
        File::options().write(true).open(path).unwrap().set_modified(hours_ago).unwrap();
    }
    let store = Store::open(folder).unwrap();
    // A draft's own folders are swept when something is added to them.
    store.keep_sent(id, SentAs::Line, Path::new("line"), None, b"line").unwrap();
    store.hold(id).unwrap();
    store.save(id, &numbered(number), &store.load(id).unwrap().version).unwrap();
    store.release(id);
    assert_eq!(left(), Vec::<PathBuf>::new());
}
