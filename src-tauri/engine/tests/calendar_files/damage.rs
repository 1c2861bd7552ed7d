//! Damaged and hostile files: a sentence or a note, never a panic, never endless work.

use proptest::prelude::*;
use startline_engine::{CalendarFile, CalendarFileError};

use super::{ZONE, days, events, many, one, read};

#[test]
fn no_calendar_at_all() {
    for text in ["", "hello", "%PDF-1.7", "{\"events\": []}", "END:VCALENDAR", "DTSTART:20260512"] {
        assert_eq!(CalendarFile::read(text, days(), ZONE), Err(CalendarFileError::NotACalendar), "{text:?}");
    }
    let large = " ".repeat(10_000_001);
    let error = CalendarFile::read(&large, days(), ZONE).unwrap_err();
    assert_eq!(
        error.to_string(),
        "This calendar file is larger than 10 MB. Export fewer months of it and try again."
    );
}

#[test]
fn damage_costs_only_what_it_stands_in() {
    let good = "SUMMARY:Good\nDTSTART;VALUE=DATE:20260512";
    let rows = [
        ("SUMMARY:Bad", "1 event without a start was left out."),
        ("SUMMARY:Bad\nDTSTART:soon", "1 event without a start was left out."),
        ("SUMMARY:Bad\nDTSTART:20260231", "1 event without a start was left out."),
        ("SUMMARY:Bad\nDTSTART:20260512T250000", "1 event without a start was left out."),
        ("SUMMARY:Bad\nDTSTART:２０２６０５１２", "1 event without a start was left out."),
    ];
    for (bad, note) in rows {
        let file = read(&many(&[bad, good]));
        assert_eq!(
            (events(&file), file.notes),
            (vec!["05-12 Good".to_owned()], vec![note.to_owned()]),
            "{bad}"
        );
    }
    let cut = one(good).split_once("END:VEVENT").unwrap().0.to_owned();
    assert_eq!(events(&read(&cut)), ["05-12 Good"], "cut short after the event");
    let open =
        format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{good}\nBEGIN:VEVENT\n{good}\nBEGIN:VALARM\nEND:VEVENT\n");
    assert_eq!(events(&read(&open)), ["05-12 Good"], "never ended");
    let end = "SUMMARY:A\nDTSTART:20260512\nDTEND:later\nDURATION:soon";
    assert_eq!(events(&read(&one(end))), ["05-12 A"], "an end that can't be read");
}

#[test]
fn rules_that_cannot_be_followed_keep_their_first_day() {
    let rules = [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=SOMETIMES",
        "COUNT=3",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=é1",
        "FREQ=WEEKLY;UNTIL=never",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4;BYMINUTE=0,1,2,3,4;BYSECOND=1,2",
        "FREQ=YEARLY;BYMONTHDAY=99",
        "FREQ=DAILY;COUNT=99999999999999",
    ];
    for rule in rules {
        let file = read(&one(&format!("SUMMARY:Lab\nDTSTART:20260512T090000\nRRULE:{rule}")));
        assert_eq!(events(&file), ["05-12* Lab"], "{rule}");
        assert_eq!(
            file.notes,
            ["Not every repeat of “Lab” could be followed. Check those days yourself."],
            "{rule}"
        );
    }
}

#[test]
fn work_is_bounded() {
    // 30th of February, in 2,000 series; each takes the library a while to give up.
    let barren: Vec<String> = (0..2000)
        .map(|n| {
            format!("SUMMARY:N{n}\nDTSTART;VALUE=DATE:20260512\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
        })
        .collect();
    let file = read(&many(&barren.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(file.events.len(), 2000, "the first day of each still stands");
    assert!(file.notes[0].starts_with("Not every repeat of “N10”, “N100”"), "{:?}", file.notes);

    // A rule that began long ago, in 100 series.
    let long: Vec<String> =
        (0..100).map(|n| format!("SUMMARY:N{n}\nDTSTART;VALUE=DATE:19260101\nRRULE:FREQ=DAILY")).collect();
    let file = read(&many(&long.iter().map(String::as_str).collect::<Vec<_>>()));
    assert!(!file.notes.is_empty());

    // More events than a person has.
    let dates: Vec<String> =
        (0..60_000).map(|n| format!("20260512T{:02}{:02}{:02}", n / 3600, n / 60 % 60, n % 60)).collect();
    let busy = format!("DTSTART:20260512T000000\nRDATE:{}", dates.join(","));
    assert_eq!(read(&one(&busy)).events.len(), 1, "the same day stands once");
    let many_days: Vec<String> = (0..6000).map(|n| format!("SUMMARY:N{n}\nDTSTART:20260512")).collect();
    let file = read(&many(&many_days.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(file.events.len(), 5000);
    assert_eq!(file.notes, ["There are too many events to show. Those from May 12, 2026 on were left out."]);

    // Components nested without end.
    let nested =
        format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260512\n{}", "BEGIN:VALARM\n".repeat(200_000));
    assert_eq!(read(&nested).events.len(), 1);
}

#[test]
fn days_at_the_ends_of_the_calendar() {
    let rows = [
        "DTSTART:99991231\nRRULE:FREQ=DAILY",
        "DTSTART:00010101\nRRULE:FREQ=YEARLY",
        "DTSTART:20260512T000000Z\nDURATION:P99999999999W",
        "DTSTART:20260512T000000\nDURATION:PT999999999999S",
        "DTSTART:20260512\nDURATION:P9999999999999999999999D",
        "DTSTART:20260512\nDTEND:99991231",
    ];
    for lines in rows {
        for days in ["2026-05-01..2026-09-30", "9999-01-01..9999-12-31", "0001-01-01..0001-01-02"] {
            let file = CalendarFile::read(&one(lines), days.parse().unwrap(), ZONE).unwrap();
            assert!(file.events.len() < 1000, "{lines}");
        }
    }
}

/// A file with something of every shape in it.
fn whole_file() -> String {
    let events = [
        "UID:1\nSUMMARY:Finals\\, week\nDTSTART;VALUE=DATE:20260512\nDTEND;VALUE=DATE:20260516",
        "UID:2\nSUMMARY:Class\nDTSTART;TZID=America/New_York:20260512T090000\nDTEND;TZID=America/New_York:20260512T103000\n\
         RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH;UNTIL=20260911T035959Z\nEXDATE;TZID=America/New_York:20260514T090000",
        "UID:2\nSUMMARY:Class\nRECURRENCE-ID:20260519T130000Z\nDTSTART:20260520T130000Z\nDURATION:PT1H30M",
        "UID:3\nDTSTART:20260512T010000Z\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1;COUNT=3;WKST=SU",
        "UID:4\nDTSTART:20260512T090000\nRDATE;VALUE=PERIOD:20260601T220000/20260602T010000,20260603T220000/PT3H",
        "UID:5\nDTSTART;VALUE=DATE:20200229\nRRULE:FREQ=YEARLY;BYMONTH=2,5;BYMONTHDAY=-1;BYYEARDAY=-1\nSTATUS:CONFIRMED",
        "UID:6\nDTSTART;VALUE=DATE:20260518\nRRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO\nTRANSP:OPAQUE",
        "UID:7\nDTSTART:20260512T090000\nRRULE:FREQ=HOURLY;INTERVAL=6;BYHOUR=9,15;COUNT=9\nBEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM",
    ];
    many(&events).replacen("VERSION:2.0", "VERSION:2.0\nX-WR-CALNAME:Mine\nX-WR-TIMEZONE:Europe/Berlin", 1)
}

/// One blow to a file, at a place given as a part of its length.
#[derive(Debug, Clone)]
enum Blow {
    Cut(u16, u16),
    Twice(u16, u16),
    Put(u16, String),
    Digit(u16, char),
}

fn blow() -> impl Strategy<Value = Blow> {
    let words = prop::sample::select(vec![
        "\n",
        ";",
        ":",
        ",",
        "=",
        "\\",
        "\"",
        "/",
        "T",
        "Z",
        "-",
        "P",
        "0",
        "99999",
        "é",
        "\u{0}",
        "BEGIN:VEVENT\n",
        "END:VEVENT\n",
        "BEGIN:VCALENDAR\n",
        "RRULE:FREQ=YEARLY\n",
        "FREQ=DAILY",
        "BYDAY=5MO",
        "BYSETPOS=-366",
        "BYMONTHDAY=31",
        "BYWEEKNO=53",
        "INTERVAL=65535",
        "COUNT=0",
        "UNTIL=",
        "TZID=",
        "RANGE=THISANDFUTURE",
    ]);
    prop_oneof![
        (any::<u16>(), 1u16..40).prop_map(|(at, n)| Blow::Cut(at, n)),
        (any::<u16>(), 1u16..400).prop_map(|(at, n)| Blow::Twice(at, n)),
        (any::<u16>(), words).prop_map(|(at, word)| Blow::Put(at, word.to_owned())),
        (any::<u16>(), prop::char::range('0', '9')).prop_map(|(at, digit)| Blow::Digit(at, digit)),
    ]
}

impl Blow {
    fn strike(&self, letters: &mut Vec<char>) {
        let place = |at: u16| usize::from(at) * letters.len() / (usize::from(u16::MAX) + 1);
        match self {
            Self::Cut(at, n) => {
                let at = place(*at);
                letters.drain(at..letters.len().min(at + usize::from(*n)));
            }
            Self::Twice(at, n) => {
                let at = place(*at);
                let piece: Vec<char> = letters.iter().skip(at).take(usize::from(*n)).copied().collect();
                letters.splice(at..at, piece);
            }
            Self::Put(at, word) => {
                let at = place(*at);
                letters.splice(at..at, word.chars());
            }
            Self::Digit(at, digit) => {
                let at = place(*at);
                if let Some(found) = letters.iter_mut().skip(at).find(|letter| letter.is_ascii_digit()) {
                    *found = *digit;
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_is_too_much(blows in prop::collection::vec(blow(), 1..12)) {
        let mut letters: Vec<char> = whole_file().chars().collect();
        for blow in &blows {
            blow.strike(&mut letters);
        }
        let text: String = letters.into_iter().collect();
        if let Ok(file) = CalendarFile::read(&text, days(), ZONE) {
            for event in &file.events {
                prop_assert!(event.first <= event.last && !event.name.is_empty());
                prop_assert!(event.first <= days().last() && days().first() <= event.last, "only the days asked for");
            }
            prop_assert!(file.notes.iter().all(|note| note.ends_with('.')));
        }
    }

    #[test]
    fn no_text_is_too_strange(text in "(BEGIN:VCALENDAR\n)?(BEGIN:VEVENT\n)?((DTSTART|RRULE|RDATE|EXDATE|DURATION|DTEND)[;:=A-Z0-9,/+-]{0,40}\n){0,8}\\PC{0,40}") {
        let _ = CalendarFile::read(&text, days(), ZONE);
    }
}
