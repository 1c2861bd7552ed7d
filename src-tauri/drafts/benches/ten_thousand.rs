//! Ten thousand drafts, a third of them sent: how long the list and the search take.
//!
//! With `STARTLINE_DROP_CACHES` set, as root on Linux, also as after a start of the computer: nothing of the
//! disk in memory.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement talks to its terminal")]

use std::fs;
use std::path::Path;
use std::time::Instant;

use startline_drafts::{Draft, SentAs, Store};

const DRAFTS: u32 = 10_000;
/// About as long as postings are.
const LINE: &str = "Start dates: May 11, May 18, May 26. Twelve weeks, full-time, in San José or Zürich.\n";

fn main() {
    let folder =
        tempfile::tempdir_in(std::env::var("CARGO_TARGET_TMPDIR").unwrap_or_else(|_| ".".into())).unwrap();
    let store = Store::open(folder.path()).unwrap();
    let name = |number: u32| format!("{number:020}");
    for number in 0..DRAFTS {
        let mut draft = Draft { title: format!("Application {number}"), ..Draft::default() };
        draft.posting.text = LINE.repeat(40 + number as usize % 40);
        let path = folder.path().join("drafts").join(name(number) + ".json");
        fs::write(path, draft.to_json()).unwrap();
        if number % 3 == 0 {
            let sent = folder.path().join("sent").join(name(number));
            fs::create_dir(&sent).unwrap();
            fs::write(sent.join("00000001-20261122T121500Z.json"), "{}").unwrap();
            fs::write(sent.join("00000001-20261122T121500Z.pdf"), "%PDF").unwrap();
        }
    }
    let open = || Store::open(folder.path()).unwrap();
    let list = |store: &Store| assert_eq!(store.list().unwrap().drafts.len(), DRAFTS as usize);
    timed("open and list, without an index", || list(&open()));
    timed("open and list", || list(&open()));
    if std::env::var_os("STARTLINE_DROP_CACHES").is_some() {
        drop_caches();
        timed("open and list, nothing in memory", || list(&open()));
        drop_caches();
        timed("search, nothing in memory", || {
            assert_eq!(open().search("application 9998").unwrap().len(), 1);
        });
    }
    let store_again = open();
    list(&store_again);
    timed("list again", || list(&store_again));
    timed("list after a change", || {
        store.rename(name(7).parse().unwrap(), "Changed").unwrap();
        list(&store_again);
    });
    timed("search for one", || assert_eq!(store_again.search("application 9998").unwrap().len(), 1));
    timed("search for all", || assert_eq!(store_again.search("zurich").unwrap().len(), DRAFTS as usize));
    timed("search for none", || assert!(store_again.search("nowhere").unwrap().is_empty()));
    let made = store.create(Draft::default()).unwrap();
    timed("save, to the disk", || drop(store.save(made.id, &titled("Saved"), &made.version).unwrap()));
    timed("keep a sent copy, to the disk", || {
        drop(store.keep_sent(made.id, SentAs::Line, Path::new("line"), None, b"line").unwrap());
    });
}

fn titled(title: &str) -> Draft {
    Draft { title: title.into(), ..Draft::default() }
}

fn timed(what: &str, run: impl FnOnce()) {
    let begun = Instant::now();
    run();
    println!("{what:<40} {:>8.1} ms", begun.elapsed().as_secs_f64() * 1000.0);
}

fn drop_caches() {
    let _ = std::process::Command::new("sync").status();
    fs::write("/proc/sys/vm/drop_caches", "3").unwrap();
}
