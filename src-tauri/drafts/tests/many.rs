//! Sent copies, applications to one employer, drafts in and out, synced drives, search, and ten thousand drafts.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use common::{Clockwork, titled};
use startline_drafts::{Draft, DraftError, SentAs, StoreError, employer_of, slots};

#[test]
fn what_was_sent_is_kept_byte_for_byte_with_what_it_stated() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    assert_eq!(store.sent(made.id).unwrap(), []);
    let stated =
        serde_json::from_str(r#"{"start": "2026-05-18", "end": "2026-08-17", "full_time": true}"#).unwrap();
    let path = home.path().join("Documents").join("Zoe-Nguyen-Availability.pdf");
    let first = store.keep_sent(made.id, SentAs::Header, &path, Some(stated), b"%PDF one").unwrap();
    home.wait(TimeDelta::days(1));
    let second = store.keep_sent(made.id, SentAs::Line, Path::new("line"), None, b"Start date").unwrap();

    let store = home.store();
    assert_eq!(store.sent(made.id).unwrap(), [second.clone(), first.clone()]);
    assert_eq!(
        (first.name.as_str(), first.folder.as_deref()),
        ("Zoe-Nguyen-Availability.pdf", Some("Documents"))
    );
    assert_eq!((first.stated, first.bytes, second.when), (Some(stated), 8, home.now()));
    assert_eq!(store.sent_copy(made.id, first.id).unwrap(), b"%PDF one");
    assert_eq!(store.sent_path(made.id, first.id).unwrap().as_deref(), Some(path.as_path()));
    assert_eq!(store.sent_path(made.id, second.id).unwrap(), None);
    assert_eq!(store.list().unwrap().drafts[0].sent, Some(first.when));
    // A later change to the draft changes nothing that was sent.
    store.save(made.id, &titled("B"), &made.version).unwrap();
    assert_eq!(store.sent(made.id).unwrap()[1], first);

    // What was not kept to the end was not sent.
    let folder = home.path().join("sent").join(store.create(titled("C")).unwrap().id.to_string());
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("00000001-20261122T121500Z.pdf"), "%PDF").unwrap();
    assert!(store.list().unwrap().drafts.iter().all(|draft| draft.sent.is_none() || draft.id == made.id));

    let copy = home.path().join("sent").join(made.id.to_string()).join(format!("{}.pdf", first.id));
    fs::write(copy, b"%PDF two").unwrap();
    assert_eq!(store.sent_copy(made.id, first.id), Err(StoreError::CopyDamaged));
    let none = "00000009-20261122T121500Z".parse().unwrap();
    assert_eq!(store.sent_copy(made.id, none), Err(StoreError::Gone));
}

#[test]
fn what_is_sent_at_once_is_all_kept() {
    let home = Clockwork::new();
    let id = home.store().create(titled("A")).unwrap().id;
    std::thread::scope(|scope| {
        for part in 0..4_u8 {
            let store = home.store();
            scope.spawn(move || {
                for turn in 0..8_u8 {
                    let what = [SentAs::Header, SentAs::Line][usize::from(turn % 2)];
                    store.keep_sent(id, what, Path::new("a"), None, &[part, turn]).unwrap();
                }
            });
        }
    });
    let store = home.store();
    let mut kept: Vec<_> =
        store.sent(id).unwrap().iter().map(|sent| store.sent_copy(id, sent.id).unwrap()).collect();
    kept.sort();
    assert_eq!(kept, (0..4).flat_map(|part| (0..8).map(move |turn| vec![part, turn])).collect::<Vec<_>>());
}

#[test]
fn applications_to_one_employer_stand_in_the_order_they_count() {
    let home = Clockwork::new();
    let store = home.store();
    let mut ids = Vec::new();
    for (title, employer) in [
        ("A", "TikTok and ByteDance"),
        ("B", "tiktok and bytedance "),
        ("C", "TikTok and ByteDance"),
        ("D", "Acme"),
    ] {
        home.wait(TimeDelta::minutes(1));
        let draft = Draft { employer: Some(employer.into()), ..titled(title) };
        ids.push(store.create(draft).unwrap().id);
    }
    let order = |limit| -> Vec<String> {
        slots(&store.list().unwrap().drafts, "TikTok and ByteDance", limit)
            .iter()
            .map(|slot| format!("{}{}{}", slot.place, slot.title, if slot.over { "!" } else { "" }))
            .collect()
    };
    assert_eq!(order(Some(2)), ["1C", "2B", "3A!"]);
    assert_eq!(order(None), ["1C", "2B", "3A"]);
    store.order(&[ids[0], ids[2]]).unwrap();
    assert_eq!(order(Some(2)), ["1A", "2C", "3B!"]);
    // What was sent came first, whatever was meant.
    store.keep_sent(ids[1], SentAs::Header, Path::new("b.pdf"), None, b"b").unwrap();
    home.wait(TimeDelta::minutes(1));
    store.keep_sent(ids[2], SentAs::Header, Path::new("c.pdf"), None, b"c").unwrap();
    assert_eq!(order(Some(2)), ["1B", "2C", "3A!"]);
    assert_eq!(slots(&store.list().unwrap().drafts, "Nobody", Some(1)), []);
}

#[test]
fn affiliates_are_offered_as_one_employer() {
    for (company, employer) in [
        ("TikTok", "TikTok and ByteDance"),
        ("TIKTOK Pte. Ltd.", "TikTok and ByteDance"),
        ("ByteDance Inc.", "TikTok and ByteDance"),
        ("Google LLC", "Google and Alphabet"),
        ("Meta Platforms, Inc.", "Meta"),
        ("Acme Robotics, LLC", "Acme Robotics"),
        ("Metalworks", "Metalworks"),
        ("Company", "Company"),
        ("  ", ""),
    ] {
        assert_eq!(employer_of(company), employer, "{company}");
    }
}

#[test]
fn a_draft_goes_out_as_a_file_and_comes_in_as_another_draft() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("A")).unwrap();
    let file = store.export_draft(made.id).unwrap();
    let taken = store.import_draft(&file).unwrap();
    assert_ne!(taken.id, made.id);
    assert_eq!(taken.draft, made.draft);
    let unknown = store.import_draft(br#"{"startline": 1, "mood": "hopeful"}"#).unwrap();
    assert!(String::from_utf8(store.export_draft(unknown.id).unwrap()).unwrap().contains("hopeful"));
    let newer = br#"{"startline": 5,   "title": "N"}"#;
    let taken = store.import_draft(newer).unwrap();
    assert!(taken.newer);
    assert_eq!(store.export_draft(taken.id).unwrap(), newer);
    assert_eq!(store.import_draft(b"[]"), Err(StoreError::Draft(DraftError::NotADraft)));
    assert_eq!(store.list().unwrap().drafts.len(), 4);
}

#[test]
fn the_copies_of_a_synced_drive_are_recognised_and_taken_over() {
    let home = Clockwork::new();
    let store = home.store();
    let made = store.create(titled("Mine")).unwrap();
    let theirs = titled("Theirs").to_json();
    let names = [
        " (Zoe's conflicted copy 2026-11-22).json",
        "-DESKTOP-4QX.json",
        ".sync-conflict-20261122-121500-ABCDEFG.json",
        " (1).json",
        " 2.json",
        "_conflict-20261122-121500.json",
    ];
    for name in names {
        fs::write(home.path().join("drafts").join(format!("{}{name}", made.id)), &theirs).unwrap();
    }
    let listing = store.list().unwrap();
    assert_eq!(listing.drafts.len(), 1);
    assert_eq!(listing.copies.len(), names.len());
    assert!(listing.copies.iter().all(|copy| copy.of == made.id));
    for copy in &listing.copies {
        let adopted = store.adopt(&copy.name).unwrap();
        assert_eq!(adopted.draft.title, "Theirs (from the other computer)");
    }
    let listing = store.list().unwrap();
    assert_eq!((listing.drafts.len(), listing.copies.len()), (1 + names.len(), 0));
    assert_eq!(home.files().iter().filter(|name| name.starts_with("aside")).count(), names.len());
    assert_eq!(store.load(made.id).unwrap().draft.title, "Mine");
    for stranger in ["../settings.json", "", &format!("{}.json", made.id)] {
        assert!(matches!(store.adopt(stranger), Err(StoreError::NoSuchName(_))), "{stranger}");
    }
}

#[test]
fn drafts_are_found_by_every_word_in_whatever_letters() {
    let home = Clockwork::new();
    let store = home.store();
    for (title, employer, text) in [
        ("TikTok, Ads", Some("TikTok and ByteDance"), "Summer 2026, San José"),
        ("Zürich", None, "Praktikum bei Nguyễn & Söhne"),
        ("Empty", None, ""),
    ] {
        let mut draft = Draft { employer: employer.map(Into::into), ..titled(title) };
        draft.posting.text = text.into();
        home.wait(TimeDelta::minutes(1));
        store.create(draft).unwrap();
    }
    for (words, expected) in [
        ("tiktok", vec!["TikTok, Ads"]),
        ("SAN jose  bytedance", vec!["TikTok, Ads"]),
        ("nguyen", vec!["Zürich"]),
        ("zurich söhne", vec!["Zürich"]),
        ("tiktok zurich", vec![]),
        ("startline", vec![]),
        (" ", vec!["Empty", "Zürich", "TikTok, Ads"]),
    ] {
        let found: Vec<String> = store.search(words).unwrap().into_iter().map(|draft| draft.title).collect();
        assert_eq!(found, expected, "{words}");
    }
}

/// Prints how long each list takes, which `cargo test --release -- --nocapture ten_thousand` shows.
#[test]
fn ten_thousand_drafts_are_listed_again_after_any_of_them_changed() {
    let home = Clockwork::new();
    drop(home.store());
    let mut draft = titled("");
    draft.posting.text = "Start dates: May 11, May 18, May 26. Twelve weeks.\n".repeat(100);
    let name = |number: u32| format!("{number:020}");
    for number in 0..10_000 {
        draft.title = format!("Application {number}");
        fs::write(home.path().join("drafts").join(name(number) + ".json"), draft.to_json()).unwrap();
    }
    let timed = |what: &str, store: &startline_drafts::Store| {
        let begin = std::time::Instant::now();
        let drafts = store.list().unwrap().drafts;
        println!("{what}: {:?}", begin.elapsed());
        assert_eq!(drafts.len(), 10_000);
        drafts
    };
    timed("the first list, without an index", &home.store());
    let store = home.store();
    timed("the first list of a start", &store);
    timed("the list again", &store);
    store.rename(name(777).parse().unwrap(), "Changed").unwrap();
    assert!(timed("after a change", &store).iter().any(|draft| draft.title == "Changed"));
    fs::remove_file(home.path().join("drafts").join(name(5) + ".json")).unwrap();
    fs::write(home.path().join("index.json"), "{").unwrap();
    let begin = std::time::Instant::now();
    assert_eq!(store.search("application 9999").unwrap().len(), 1);
    println!("a search: {:?}", begin.elapsed());
    assert_eq!(home.store().list().unwrap().drafts.len(), 9_999);
}
