//! What the window asks of the drafts, from its start to its end.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use startline_app::{Code, Desk, Draft, Export, Opened, Wording, new_draft, sample};
use startline_drafts::{SentAs, Store};
use startline_engine::{Choice, FreeSpan};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-03-03")
}

/// The sample posting, for a student who is free all summer and states May 18 to August 17.
fn draft() -> Draft {
    let mut draft = new_draft(sample(today()).text);
    draft.candidate.name = "Zoë Nguyễn".to_owned();
    draft.calendar.free = vec![FreeSpan { first: Some(day("2026-05-09")), last: Some(day("2026-08-23")) }];
    draft.stated = Some(Choice { start: day("2026-05-18"), end: day("2026-08-17"), full_time: false });
    draft
}

/// Copies may have been sent from another system, where names are other.
#[test]
fn a_sent_copy_opens_whatever_it_was_called() {
    let home = home();
    let desk = desk(&home);
    let id = id(&desk.create(draft()).unwrap());
    let store = Store::open(&home.path().join("data")).unwrap();
    for (name, here) in [
        ("Why?.pdf", "Why-.pdf"),
        ("a\"b.pdf", "a-b.pdf"),
        ("AUX.pdf", "_AUX.pdf"),
        ("Zoe. .pdf", "Zoe.pdf"),
        ("..pdf", "Startline.pdf"),
        ("..\\..\\Zoe.pdf", "-..-Zoe.pdf"),
    ] {
        let sent =
            store.keep_sent(id.parse().unwrap(), SentAs::Header, Path::new(name), None, b"%PDF").unwrap();
        let opened = desk.unpack_sent(&id, &sent.id.to_string(), home.path()).unwrap();
        assert_eq!(opened, home.path().join(here), "{name}");
        assert_eq!(fs::read(opened).unwrap(), b"%PDF", "{name}");
    }
}

/// A folder of one's own, with the drafts in `data`.
fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn desk(home: &tempfile::TempDir) -> Desk {
    Desk::open_at(&home.path().join("data"))
}

fn id(opened: &Opened) -> String {
    opened.id.to_string()
}

#[test]
fn every_export_is_kept_byte_for_byte_and_flagged_once_it_no_longer_holds() {
    let (home, draft) = (home(), draft());
    let desk = desk(&home);
    let id = id(&desk.create(draft.clone()).unwrap());
    let header = Export::header(&draft, today()).unwrap();
    let path = home.path().join("mine.pdf");
    let exported = desk.send(&id, &header, path.clone()).unwrap();
    assert_eq!((exported.file_name.as_str(), exported.note), ("mine.pdf", None));
    desk.send(&id, &Export::ics(&draft, today()).unwrap(), home.path().join("days")).unwrap();
    let line = desk.send_line(&id, &draft, Wording::Sentence, today()).unwrap();

    let sent = desk.sent(&id, &draft, today()).unwrap();
    let what: Vec<SentAs> = sent.iter().map(|copy| copy.sent.what).collect();
    assert_eq!(what, [SentAs::Line, SentAs::Calendar, SentAs::Header]);
    assert_eq!(sent[1].sent.name, "days.ics");
    assert!(sent.iter().all(|copy| copy.sent.stated == draft.stated && copy.stale.is_none()));
    let bytes_of = |nth: usize| desk.sent_copy(&id, &sent[nth].sent.id.to_string()).unwrap();
    assert_eq!(bytes_of(0), ("Copied.txt".to_owned(), line.into_bytes()));
    assert_eq!(bytes_of(2), ("mine.pdf".to_owned(), fs::read(&path).unwrap()));
    assert!(desk.list().unwrap()[0].sent.is_some());

    // The file that went out may be gone: the kept one is written out again.
    fs::remove_file(&path).unwrap();
    let again = desk.unpack_sent(&id, &sent[2].sent.id.to_string(), home.path()).unwrap();
    assert_eq!((fs::read(again).unwrap(), bytes_of(2).0), (bytes_of(2).1, "mine.pdf".to_owned()));

    let mut later = draft.clone();
    later.calendar.free[0].last = Some(day("2026-08-10"));
    later.stated = None;
    let flagged = desk.sent(&id, &later, today()).unwrap();
    assert!(
        flagged.iter().all(|copy| copy.stale.as_deref().is_some_and(|reason| reason.contains("Aug"))),
        "{flagged:?}"
    );
}

#[test]
fn an_export_goes_out_even_where_no_copy_of_it_can_be_kept() {
    let (home, draft) = (home(), draft());
    let desk = desk(&home);
    let id = id(&desk.create(draft.clone()).unwrap());
    fs::remove_dir(home.path().join("data/sent")).unwrap();
    fs::write(home.path().join("data/sent"), "in the way").unwrap();
    let header = Export::header(&draft, today()).unwrap();
    let exported = desk.send(&id, &header, home.path().join("mine.pdf")).unwrap();
    let note = exported.note.unwrap();
    assert!(note.starts_with("The file is saved, but no copy"), "{note}");
    assert!(fs::read(home.path().join("mine.pdf")).unwrap().starts_with(b"%PDF"));
}

#[test]
fn undo_goes_on_after_a_restart_and_restoring_is_undone_as_well() {
    let home = home();
    let first = desk(&home);
    let opened = first.create(Draft { title: "One".to_owned(), ..Draft::default() }).unwrap();
    let id = id(&opened);
    let titled = |title: &str| Draft { title: title.to_owned(), ..opened.draft.clone() };
    for title in ["Two", "Three"] {
        let saved = first.save(&id, &titled(title), true).unwrap();
        assert_eq!((saved.summary.title.as_str(), saved.undoable.undo[0].what.as_str()), (title, "Title"));
    }
    drop(first);

    let desk = desk(&home);
    let opened = desk.open(&id).unwrap();
    assert_eq!((opened.undoable.undo.len(), opened.undoable.redo.len()), (1, 0));
    let back = desk.undo(&id).unwrap().unwrap();
    assert_eq!((back.draft.title.as_str(), back.saved.undoable.redo.len()), ("Two", 1));
    assert_eq!(desk.undo(&id).unwrap().unwrap().draft.title, "One");
    assert!(desk.undo(&id).unwrap().is_none());
    assert_eq!(desk.redo(&id).unwrap().unwrap().draft.title, "Two");

    let oldest = desk.history(&id).unwrap().pop().unwrap().revision.id.to_string();
    assert_eq!(desk.restore_revision(&id, &oldest).unwrap().draft.title, "One");
    assert_eq!(desk.undo(&id).unwrap().unwrap().draft.title, "Two");
    assert_eq!(desk.restore_revision(&id, "../x").unwrap_err().code, Code::Other);
}

#[test]
fn a_second_copy_reads_takes_over_and_the_first_is_told() {
    let home = home();
    let (one, other) = (desk(&home), desk(&home));
    let opened = one.create(Draft { title: "One".to_owned(), ..Draft::default() }).unwrap();
    let id = id(&opened);
    assert_eq!(other.open(&id).unwrap().read_only.unwrap().code, Code::Locked);
    assert!(other.take_over(&id).unwrap().read_only.is_none());
    let refused =
        one.save(&id, &Draft { title: "Mine".to_owned(), ..opened.draft.clone() }, true).unwrap_err();
    assert_eq!(refused.code, Code::TakenOver);
    assert!(one.save(&id, &opened.draft, true).is_err());
    assert!(other.save(&id, &Draft { title: "Theirs".to_owned(), ..opened.draft.clone() }, true).is_ok());
    // What was typed meanwhile is not lost: it becomes a draft of its own.
    let kept = one.keep_as_new(Draft { title: "Mine".to_owned(), ..opened.draft }).unwrap();
    assert_eq!(kept.draft.title, "Mine (kept copy)");
    assert_eq!(one.list().unwrap().len(), 2);

    // A draft that a copy has left is free for the other.
    other.leave();
    assert!(one.open(&id).unwrap().read_only.is_none());
}

#[test]
fn a_damaged_draft_is_offered_back() {
    let home = home();
    let desk = desk(&home);
    let id = id(&desk.create(Draft { title: "Good".to_owned(), ..Draft::default() }).unwrap());
    assert!(desk.damage(&id).unwrap().is_none());
    fs::write(home.path().join(format!("data/drafts/{id}.json")), "{ \"startline\": 1, ").unwrap();
    assert_eq!(desk.open(&id).unwrap_err().code, Code::Damaged);
    let damage = desk.damage(&id).unwrap().unwrap();
    let good = damage.good.unwrap().id.to_string();
    assert_eq!(desk.mend(&id, &good).unwrap().draft.title, "Good");
    assert_eq!(fs::read_dir(home.path().join("data/aside")).unwrap().count(), 1);
}

#[test]
fn applications_to_one_employer_have_places() {
    let home = home();
    let desk = desk(&home);
    let applied = |employer: &str| {
        let draft = Draft { employer: Some(employer.to_owned()), ..draft() };
        id(&desk.create(draft).unwrap())
    };
    let ids = [applied("TikTok"), applied("TikTok"), applied("ByteDance")];
    desk.order(&ids).unwrap();
    let places = |desk: &Desk| -> Vec<(u32, u32)> {
        desk.counted(&ids).unwrap().iter().map(|counted| (counted.place, counted.limit)).collect()
    };
    assert_eq!(places(&desk), [(1, 2), (2, 2), (1, 2)]);
    let family = desk.applications("ByteDance").unwrap().family.unwrap();
    assert_eq!(family, "TikTok and ByteDance");
    desk.count_as_one(&family).unwrap();
    let mut counted = places(&desk);
    counted.sort_unstable();
    assert_eq!(counted, [(1, 2), (2, 2), (3, 2)]);
    let applications = desk.applications(&family).unwrap();
    assert_eq!((applications.limit, applications.family), (Some(2), None));
    assert_eq!(applications.slots.iter().filter(|slot| slot.over).count(), 1);
    // What the window has open goes on from there.
    assert!(
        desk.save(&ids[2], &Draft { title: "Third".to_owned(), ..desk.show(&ids[2]).unwrap() }, true).is_ok()
    );
}

#[test]
fn the_bin_gives_back_and_forgets() {
    let home = home();
    let desk = desk(&home);
    let made = |title: &str| id(&desk.create(Draft { title: title.to_owned(), ..Draft::default() }).unwrap());
    let (kept, gone) = (made("Kept"), made("Gone"));
    desk.delete(&kept).unwrap();
    desk.delete(&gone).unwrap();
    assert!(desk.list().unwrap().is_empty());
    let left = desk.empty_bin(Some(&gone)).unwrap();
    assert_eq!(left.iter().map(|deleted| deleted.title.as_str()).collect::<Vec<_>>(), ["Kept"]);
    assert!(desk.restore(&gone).is_err());
    assert_eq!(desk.restore(&kept).unwrap().title, "Kept");
    assert!(desk.bin().unwrap().is_empty());
}

#[test]
fn drafts_and_archives_come_in_and_everything_goes() {
    let (home, elsewhere) = (home(), home());
    let one = desk(&home);
    let id = id(&one.create(Draft { title: "Mine".to_owned(), ..Draft::default() }).unwrap());
    let (name, bytes) = one.export_draft(&id).unwrap();
    assert_eq!(name, "Mine-Draft.json");
    let file = elsewhere.path().join(name);
    fs::write(&file, bytes).unwrap();
    let archive = elsewhere.path().join("all");
    assert_eq!(one.export_everything(&archive).unwrap(), "all.zip");

    let other = Desk::open_at(&elsewhere.path().join("data"));
    let brought = other.import(&elsewhere.path().join("all.zip")).unwrap();
    assert_eq!(brought.message, "From the archive: 1 draft was added.");
    let brought = other.import(&file).unwrap();
    assert_eq!((brought.drafts.len(), brought.message.as_str()), (2, "“Mine” was imported."));
    assert!(other.open(&brought.id.unwrap().to_string()).is_ok());
    fs::write(&file, "nonsense").unwrap();
    assert!(other.import(&file).is_err());

    other.delete_everything().unwrap();
    assert!(!elsewhere.path().join("data").exists());
    assert!(other.create(Draft::default()).unwrap_err().message.contains("Everything was deleted"));
    assert!(!elsewhere.path().join("data").exists());
    assert_eq!(one.list().unwrap().len(), 1);
}

/// The list says what is recommended until the student chooses, and nothing of days that have passed.
#[test]
fn what_is_recommended_is_suggested_until_dates_are_chosen() {
    let home = home();
    let desk = desk(&home);
    let mut undecided = draft();
    undecided.stated = None;
    let ids = [undecided.clone(), draft()].map(|draft| id(&desk.create(draft).unwrap()));
    let suggested = desk.suggested(&ids, today()).unwrap();
    let said: Vec<_> = suggested.iter().map(|each| (each.id.to_string(), each.start, each.end)).collect();
    assert_eq!(said, [(ids[0].clone(), day("2026-05-11"), day("2026-08-10"))]);
    assert_eq!(desk.suggested(&ids, day("2026-12-01")).unwrap(), []);
    undecided.calendar.free.clear();
    desk.save(&ids[0], &undecided, false).unwrap();
    assert_eq!(desk.suggested(&ids, today()).unwrap(), []);
}
