//! A draft's file: the contract's example, what survives, what is refused and in which words.
#![allow(clippy::unwrap_used, reason = "a test")]

mod any;

use proptest::prelude::*;
use serde_json::{Value, json};
use startline_drafts::{Draft, DraftError, FORMAT};
use startline_engine::{Commitment, DateStyle, Graduation};

/// The draft file as the contract writes it.
const CONTRACT: &str = r#"{ "startline": 1,
  "title": "TikTok, Ads Creative & Ecosystem",
  "posting": { "text": "Summer 2026", "corrections": [] },
  "calendar": { "free": [ {"first": "2026-05-16", "last": "2026-08-23"} ],
                "fixed": [ {"name": "Finals", "first": "2026-05-12", "last": "2026-05-15"} ],
                "flexible": [], "limits": [], "graduation": "2027-05" },
  "candidate": { "name": "Zoë Nguyễn", "headline": null, "email": "zoe@example.edu", "phone": "+1 408-555-0142",
                 "location": "San Jose, CA", "links": [ {"label": "GitHub", "url": "https://github.com/zoe"} ],
                 "education": [ {"school": "San José State University", "degree": "B.S. Computer Science", "graduation": "2027-05"} ] },
  "stated": { "start": "2026-05-18", "end": "2026-08-17", "full_time": true },
  "style": { "paper": "letter", "template": "ruled", "typeface": "sans", "dates": "month-day-year", "accent": null } }"#;

fn parse(text: &str) -> Draft {
    Draft::parse(text.as_bytes()).unwrap().draft
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_contract_s_example_is_read_whole_and_written_back() {
    let draft = parse(CONTRACT);
    assert_eq!(draft.candidate.name, "Zoë Nguyễn");
    assert_eq!(draft.calendar.graduation, "2027-05".parse::<Graduation>().ok());
    assert_eq!(draft.stated.map(|stated| stated.end), "2026-08-17".parse().ok());
    assert_eq!(draft.style.dates, DateStyle::MonthDayYear);

    let mut expected = json_of(CONTRACT);
    for (key, default) in [("starts", json!([])), ("employer", json!(null)), ("place", json!(null))] {
        expected[key] = default;
    }
    assert_eq!(json_of(&draft.to_json()), expected);
    assert!(draft.to_json().starts_with("{\n  \"startline\": 1,\n  \"title\""), "{}", draft.to_json());
}

#[test]
fn every_key_but_the_format_may_be_missing() {
    assert_eq!(parse(r#"{"startline": 1}"#), Draft::default());
    assert_eq!(parse("\u{feff}{\"startline\": 1}"), Draft::default());
    let whole = json_of(CONTRACT);
    for key in whole.as_object().unwrap().keys().filter(|key| *key != "startline") {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(key);
        assert!(Draft::parse(less.to_string().as_bytes()).is_ok(), "without {key}");
    }
}

#[test]
fn what_is_no_draft_is_refused_in_a_sentence() {
    let check = |text: &str, sentence: &str| {
        let error = Draft::parse(text.as_bytes()).unwrap_err();
        assert!(error.to_string().contains(sentence), "{text:?} gave: {error}");
        assert!(error.to_string().contains("left as it is") || error.to_string().contains("left as it was"));
    };
    check("", "line 1, column 0 (EOF while parsing a value)");
    check("{\n  \"startline\": 1,\n  \"tit", "line 3, column 6 (EOF while parsing a string)");
    check("{\"startline\": 1,}", "line 1, column 17 (trailing comma)");
    check("\u{0}PNG", "damaged at line 1");
    check("[]", "not a Startline draft");
    check("{}", "not a Startline draft");
    check(r#"{"startline": 0}"#, "not a Startline draft");
    check(r#"{"startline": "1"}"#, "not a Startline draft");
    check(r#"{"startline": 1, "title": 3}"#, "“title”");
    check(r#"{"startline": 1, "starts": ["2026-05-18", "May"]}"#, "“starts[1]”");
    check(
        r#"{"startline": 1, "calendar": {"fixed": [{"name": "Finals", "first": "2026-02-30"}]}}"#,
        "“calendar.fixed[0].first”",
    );
    assert_eq!(Draft::parse(&vec![b' '; (64 << 20) + 1]), Err(DraftError::TooLarge));
}

#[test]
fn a_newer_format_is_read_as_far_as_it_goes_and_says_so() {
    let text = r#"{"startline": 7, "title": "From tomorrow", "calendar": {"free": "always"}, "moon": 1}"#;
    let parsed = Draft::parse(text.as_bytes()).unwrap();
    assert!(parsed.is_newer() && !parsed.is_older());
    assert_eq!(parsed.format, 7);
    assert_eq!(parsed.draft.startline, 7);
    assert_eq!(parsed.draft.title, "From tomorrow");
    assert_eq!(parsed.draft.calendar, Draft::default().calendar);
    assert!(!Draft::parse(CONTRACT.as_bytes()).unwrap().is_newer());
    assert_eq!(Draft::default().startline, FORMAT);
}

/// Loads `before`, makes `change`, saves, and gives what is at `pointer` in the file then.
fn kept(before: &Value, change: impl FnOnce(&mut Draft), pointer: &str) -> Option<Value> {
    let parsed = Draft::parse(before.to_string().as_bytes()).unwrap();
    let mut draft = parsed.draft.clone();
    change(&mut draft);
    json_of(&draft.to_json_keeping(&parsed)).pointer(pointer).cloned()
}

#[test]
fn unknown_keys_outlive_a_save_at_any_depth() {
    let before = json!({
        "startline": 1, "mood": {"today": ["hopeful", 1.25]},
        "posting": {"text": "Summer", "source": "a friend"},
        "calendar": {"fixed": [
            {"name": "Finals", "first": "2026-05-12", "last": "2026-05-15", "room": 12},
            {"name": "Wedding", "first": "2026-06-20", "last": "2026-06-21", "whose": "Ana"},
        ]},
        "candidate": {"name": "Zoë", "pronouns": "she", "links": [{"label": "GitHub", "url": "", "icon": "cat"}]},
    });
    let no_change = |_: &mut Draft| {};
    assert_eq!(kept(&before, no_change, "/mood/today"), Some(json!(["hopeful", 1.25])));
    assert_eq!(kept(&before, no_change, "/posting/source"), Some(json!("a friend")));
    assert_eq!(kept(&before, no_change, "/candidate/links/0/icon"), Some(json!("cat")));

    let rename = |draft: &mut Draft| draft.candidate.name = "Zoë N".into();
    assert_eq!(kept(&before, rename, "/candidate/pronouns"), Some(json!("she")));
    assert_eq!(kept(&before, rename, "/candidate/name"), Some(json!("Zoë N")));

    // Items keep their own keys when the list around them changes.
    let drop_first = |draft: &mut Draft| drop(draft.calendar.fixed.remove(0));
    assert_eq!(kept(&before, drop_first, "/calendar/fixed/0/whose"), Some(json!("Ana")));
    assert_eq!(kept(&before, drop_first, "/calendar/fixed/0/room"), None);
    let swap = |draft: &mut Draft| draft.calendar.fixed.swap(0, 1);
    assert_eq!(kept(&before, swap, "/calendar/fixed/1/room"), Some(json!(12)));
    let insert_and_move = |draft: &mut Draft| {
        draft.calendar.fixed.insert(0, Commitment::default());
        draft.calendar.fixed[2].last = "2026-06-22".parse().ok();
    };
    assert_eq!(kept(&before, insert_and_move, "/calendar/fixed/1/room"), Some(json!(12)));
    assert_eq!(kept(&before, insert_and_move, "/calendar/fixed/2/whose"), Some(json!("Ana")));
    assert_eq!(kept(&before, insert_and_move, "/calendar/fixed/0/whose"), None);
    // An item alone in its place is the same item, whatever became of it.
    let retype = |draft: &mut Draft| draft.candidate.links[0].label = "Code".into();
    assert_eq!(kept(&before, retype, "/candidate/links/0/icon"), Some(json!("cat")));
    // What was taken out stays out.
    let clear = |draft: &mut Draft| draft.calendar.fixed.clear();
    assert_eq!(kept(&before, clear, "/calendar/fixed"), Some(json!([])));
}

proptest! {
    #[test]
    fn any_draft_reads_back_as_it_was(draft in any::draft()) {
        prop_assert_eq!(&parse(&draft.to_json()), &draft);
        prop_assert_eq!(parse(&draft.to_json()).to_json(), draft.to_json());
    }

    #[test]
    fn keeping_what_is_unknown_never_changes_what_is_known(
        before in any::draft(), after in any::draft(), seed in any::<u64>()
    ) {
        let mut file = json_of(&before.to_json());
        any::scatter_unknown_keys(&mut file, seed);
        let parsed = Draft::parse(file.to_string().as_bytes()).unwrap();
        prop_assert_eq!(&parsed.draft, &before);
        prop_assert_eq!(parse(&after.to_json_keeping(&parsed)), after);
        // And without a change, everything is kept.
        prop_assert_eq!(json_of(&before.to_json_keeping(&parsed)), file);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Draft::parse(&bytes);
    }

    #[test]
    fn a_file_cut_short_is_never_taken_for_a_draft(draft in any::draft(), cut in 0.0..1.0f64) {
        let whole = draft.to_json();
        let end = (whole.trim_end().len() as f64 * cut) as usize;
        prop_assert!(Draft::parse(&whole.as_bytes()[..end]).is_err());
    }
}
