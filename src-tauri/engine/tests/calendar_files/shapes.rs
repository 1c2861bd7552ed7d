//! Every shape of event that exporters write.

use startline_engine::CalendarFile;

use super::{ZONE, days, events, many, one, read};

/// What is tested, the lines of one event, and the days it gives.
fn check(rows: &[(&str, &str, &[&str])]) {
    for (what, lines, expected) in rows {
        let file = read(&one(lines));
        assert_eq!(events(&file), *expected, "{what}\n{lines}");
        assert!(file.notes.is_empty(), "{what}: {:?}", file.notes);
    }
}

#[test]
fn whole_days() {
    check(&[
        (
            "the end is exclusive",
            "SUMMARY:Finals\nDTSTART;VALUE=DATE:20260512\nDTEND;VALUE=DATE:20260516",
            &["05-12..05-15 Finals"],
        ),
        ("one day", "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nDTEND;VALUE=DATE:20260513", &["05-12 A"]),
        (
            "an end that equals its start is one day",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nDTEND;VALUE=DATE:20260512",
            &["05-12 A"],
        ),
        (
            "an end before its start is one day",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nDTEND;VALUE=DATE:20260510",
            &["05-12 A"],
        ),
        ("no end", "SUMMARY:A\nDTSTART;VALUE=DATE:20260512", &["05-12 A"]),
        ("days without VALUE=DATE", "SUMMARY:A\nDTSTART:20260512\nDTEND:20260514", &["05-12..05-13 A"]),
        ("days long", "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nDURATION:P3D", &["05-12..05-14 A"]),
        ("weeks long", "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nDURATION:P1W", &["05-12..05-18 A"]),
        (
            "an end with a time at midnight",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nDTEND:20260514T000000",
            &["05-12..05-13 A"],
        ),
    ]);
}

#[test]
fn hours_of_days() {
    check(&[
        ("one day", "SUMMARY:A\nDTSTART:20260512T090000\nDTEND:20260512T100000", &["05-12* A"]),
        ("over midnight", "SUMMARY:A\nDTSTART:20260512T220000\nDTEND:20260513T010000", &["05-12..05-13* A"]),
        (
            "midnight does not touch the next day",
            "SUMMARY:A\nDTSTART:20260512T220000\nDTEND:20260513T000000",
            &["05-12* A"],
        ),
        (
            "no time at all at midnight",
            "SUMMARY:A\nDTSTART:20260512T000000\nDTEND:20260512T000000",
            &["05-12* A"],
        ),
        ("no end", "SUMMARY:A\nDTSTART:20260512T090000", &["05-12* A"]),
        ("hours long", "SUMMARY:A\nDTSTART:20260512T230000\nDURATION:PT1H30M", &["05-12..05-13* A"]),
        ("to midnight", "SUMMARY:A\nDTSTART:20260512T230000\nDURATION:PT1H", &["05-12* A"]),
        ("a day and more", "SUMMARY:A\nDTSTART:20260512T120000\nDURATION:P1DT12H1S", &["05-12..05-14* A"]),
        ("a negative length", "SUMMARY:A\nDTSTART:20260512T120000\nDURATION:-PT15M", &["05-12* A"]),
        ("without seconds", "SUMMARY:A\nDTSTART:20260512T0900\nDTEND:20260512T1000", &["05-12* A"]),
    ]);
}

#[test]
fn zones() {
    let rows = [
        // The day in its own zone, though it is another day in Los Angeles.
        ("", "DTSTART;TZID=Asia/Tokyo:20260512T010000\nDTEND;TZID=Asia/Tokyo:20260512T020000", "05-12* A"),
        ("", "DTSTART;TZID=\"Asia/Tokyo\":20260512T010000\nDURATION:PT1H", "05-12* A"),
        // A zone that is not known is the time on the wall.
        ("", "DTSTART;TZID=Eastern Standard Time:20260512T230000\nDURATION:PT1H", "05-12* A"),
        ("", "DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20260512T230000", "05-12* A"),
        // UTC, in the zone handed in: 17:00 to 18:00 the day before.
        ("", "DTSTART:20260512T000000Z\nDTEND:20260512T010000Z", "05-11* A"),
        ("", "DTSTART:20260512T053000Z\nDTEND:20260512T070000Z", "05-11* A"),
        ("", "DTSTART:20260512T053000Z\nDTEND:20260512T070100Z", "05-11..05-12* A"),
        // UTC, in the calendar's own zone.
        ("X-WR-TIMEZONE:Asia/Tokyo", "DTSTART:20260512T160000Z\nDTEND:20260512T170000Z", "05-13* A"),
        ("X-WR-TIMEZONE:/example.org/v1/Asia/Tokyo", "DTSTART:20260512T160000Z", "05-13* A"),
        // It ends in another zone than it starts in.
        (
            "",
            "DTSTART;TZID=America/New_York:20260512T210000\nDTEND;TZID=America/Los_Angeles:20260512T200000",
            "05-12* A",
        ),
        ("", "DTSTART;TZID=America/New_York:20260512T210000\nDTEND:20260513T040100Z", "05-12..05-13* A"),
        ("", "DTSTART:20260512T070000Z\nDTEND;TZID=America/Los_Angeles:20260513T000000", "05-12* A"),
    ];
    for (calendar, lines, expected) in rows {
        let text = one(&format!("SUMMARY:A\n{lines}")).replacen(
            "VERSION:2.0",
            &format!("VERSION:2.0\n{calendar}"),
            1,
        );
        assert_eq!(events(&read(&text)), [expected], "{calendar} {lines}");
    }
    let text = one("SUMMARY:A\nDTSTART:20260512T000000Z");
    let file = CalendarFile::read(&text, days(), "Mars/Olympus").unwrap();
    assert_eq!(events(&file), ["05-12* A"]);
    assert_eq!(file.notes, ["The time zone “Mars/Olympus” is not known."]);
}

#[test]
fn recurrences() {
    check(&[
        (
            "to the end of the days",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260904\nRRULE:FREQ=WEEKLY",
            &["09-04 A", "09-11 A", "09-18 A", "09-25 A"],
        ),
        (
            "a number of times",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nRRULE:FREQ=DAILY;COUNT=2",
            &["05-12 A", "05-13 A"],
        ),
        (
            "until a day, counted in",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nRRULE:FREQ=DAILY;UNTIL=20260513",
            &["05-12 A", "05-13 A"],
        ),
        (
            "until a time in UTC: 9:00 in New York is 13:00",
            "SUMMARY:A\nDTSTART;TZID=America/New_York:20260512T090000\nRRULE:FREQ=DAILY;UNTIL=20260513T130000Z",
            &["05-12* A", "05-13* A"],
        ),
        (
            "until just before a time in UTC",
            "SUMMARY:A\nDTSTART;TZID=America/New_York:20260512T090000\nRRULE:FREQ=DAILY;UNTIL=20260513T125959Z",
            &["05-12* A"],
        ),
        (
            "until a day, of a timed event",
            "SUMMARY:A\nDTSTART:20260512T090000\nRRULE:FREQ=DAILY;UNTIL=20260513",
            &["05-12* A", "05-13* A"],
        ),
        (
            "without some days",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;VALUE=DATE:20260513,20260515",
            &["05-12 A", "05-14 A"],
        ),
        (
            "without its first time",
            "SUMMARY:A\nDTSTART:20260512T090000\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20260512T090000",
            &["05-13* A"],
        ),
        (
            "without times, in UTC and as a day",
            "SUMMARY:A\nDTSTART;TZID=America/New_York:20260512T090000\nRRULE:FREQ=DAILY;COUNT=4\n\
             EXDATE:20260513T130000Z\nEXDATE;VALUE=DATE:20260514",
            &["05-12* A", "05-15* A"],
        ),
        (
            "with more days",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nRDATE;VALUE=DATE:20260601,20260603",
            &["05-12 A", "06-01 A", "06-03 A"],
        ),
        (
            "with periods",
            "SUMMARY:A\nDTSTART:20260512T090000\nRDATE;VALUE=PERIOD:20260601T220000/20260602T010000,20260603T220000/PT3H",
            &["05-12* A", "06-01..06-02* A", "06-03..06-04* A"],
        ),
        (
            "a class on two days of the week",
            "SUMMARY:A\nDTSTART;TZID=America/New_York:20260901T090000\nDTEND;TZID=America/New_York:20260901T103000\n\
             RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260911T035959Z",
            &["09-01* A", "09-03* A", "09-08* A", "09-10* A"],
        ),
        (
            "every other week",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260501\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3",
            &["05-01 A", "05-15 A", "05-29 A"],
        ),
        (
            "the last Friday of a month",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260529\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
            &["05-29 A", "06-26 A", "07-31 A"],
        ),
        (
            "the last weekday of a month",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260529\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
            &["05-29 A", "06-30 A"],
        ),
        (
            "the fourth Thursday of November, years ago and once more after the days",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20250704\nRRULE:FREQ=YEARLY",
            &["07-04 A"],
        ),
        (
            "the 31st, where there is one",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260531\nRRULE:FREQ=MONTHLY",
            &["05-31 A", "07-31 A", "08-31 A"],
        ),
        (
            "the clock goes forward, and the time on the wall stays",
            "SUMMARY:A\nDTSTART;TZID=America/New_York:20260301T233000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;UNTIL=20260511",
            &["05-03* A", "05-10* A"],
        ),
        (
            "in UTC, shown on the day before",
            "SUMMARY:A\nDTSTART:20260512T010000Z\nRRULE:FREQ=DAILY;COUNT=2",
            &["05-11* A", "05-12* A"],
        ),
        (
            "the last shown day is not lost to UTC",
            "SUMMARY:A\nDTSTART:20261001T010000Z\nDTEND:20261001T020000Z\nRRULE:FREQ=DAILY",
            &["09-30* A"],
        ),
        (
            "each lasts days",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260925\nDTEND;VALUE=DATE:20260928\nRRULE:FREQ=WEEKLY",
            &["09-25..09-27 A"],
        ),
        (
            "one began before the days",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260424\nDTEND;VALUE=DATE:20260503\nRRULE:FREQ=MONTHLY;COUNT=1",
            &["04-24..05-02 A"],
        ),
        (
            "a stray semicolon",
            "SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nRRULE:FREQ=DAILY;COUNT=1;",
            &["05-12 A"],
        ),
        (
            "small letters",
            "summary:A\ndtstart;value=date:20260512\nrrule:freq=daily;count=2",
            &["05-12 A", "05-13 A"],
        ),
    ]);
}

#[test]
fn a_time_of_a_series_that_was_moved_called_off_or_freed() {
    let class =
        "UID:class\nSUMMARY:Class\nDTSTART;TZID=America/New_York:20260512T090000\nRRULE:FREQ=DAILY;COUNT=5";
    let text = many(&[
        "UID:class\nSUMMARY:Class, moved\nRECURRENCE-ID;TZID=America/New_York:20260513T090000\n\
         DTSTART;TZID=America/New_York:20260601T140000",
        class,
        "UID:class\nSUMMARY:Class\nRECURRENCE-ID:20260514T130000Z\nDTSTART:20260514T130000Z\nSTATUS:CANCELLED",
        "UID:class\nSUMMARY:Class\nRECURRENCE-ID;VALUE=DATE:20260515\nDTSTART:20260515T090000\nTRANSP:TRANSPARENT",
        "UID:other\nSUMMARY:Other\nDTSTART;TZID=America/New_York:20260513T090000",
    ]);
    let file = read(&text);
    assert_eq!(
        events(&file),
        ["05-12* Class", "05-13* Other", "05-15*? Class", "05-16* Class", "06-01* Class, moved"]
    );
    assert_eq!(file.notes, ["1 event marked as cancelled was left out."]);
    let series: Vec<(bool, bool)> =
        file.events.iter().map(|event| (event.repeats, event.series == file.events[0].series)).collect();
    assert_eq!(series, [(true, true), (false, false), (true, true), (true, true), (true, true)]);
}

#[test]
fn cancelled_events_take_nothing_and_those_marked_free_are_offered_so() {
    let text = many(&[
        "SUMMARY:Off\nDTSTART;VALUE=DATE:20260512\nSTATUS:CANCELLED",
        "SUMMARY:Off\nDTSTART;VALUE=DATE:20260513\nRRULE:FREQ=DAILY\nSTATUS:cancelled",
        "SUMMARY:Free\nDTSTART;VALUE=DATE:20260514\nTRANSP:TRANSPARENT",
        "SUMMARY:Busy\nDTSTART;VALUE=DATE:20260515\nTRANSP:OPAQUE\nSTATUS:CONFIRMED",
        "SUMMARY:Finals week\nDTSTART;VALUE=DATE:20260518\nDTEND;VALUE=DATE:20260523\nTRANSP:transparent",
        "SUMMARY:Both\nDTSTART;VALUE=DATE:20260524\nTRANSP:TRANSPARENT",
        "SUMMARY:Both\nDTSTART;VALUE=DATE:20260524",
        "SUMMARY:Days of it\nDTSTART;VALUE=DATE:20260525\nRRULE:FREQ=DAILY;COUNT=2\nTRANSP:TRANSPARENT",
        "SUMMARY:Neither\nDTSTART;VALUE=DATE:20260528\nTRANSP:TRANSPARENT\nSTATUS:CANCELLED",
    ]);
    let file = read(&text);
    assert_eq!(
        events(&file),
        [
            "05-14? Free",
            "05-15 Busy",
            "05-18..05-22? Finals week",
            "05-24 Both",
            "05-25? Days of it",
            "05-26? Days of it"
        ]
    );
    assert_eq!(file.notes, ["3 events marked as cancelled were left out."]);
}

#[test]
fn names() {
    let rows = [
        ("SUMMARY:Finals\\, week 1\\; room\\n5", "Finals, week 1; room 5"),
        ("SUMMARY;LANGUAGE=en:Finals: part 2", "Finals: part 2"),
        ("SUMMARY:A long name that is fol\n ded in two", "A long name that is folded in two"),
        ("SUMMARY:A long name that is fol\r\n\tded by a tab", "A long name that is folded by a tab"),
        ("SUMMARY:  Zoë’s  期末  ", "Zoë’s 期末"),
        ("SUMMARY:", "Untitled"),
        ("DESCRIPTION:no name", "Untitled"),
    ];
    for (summary, expected) in rows {
        let file = read(&one(&format!("{summary}\nDTSTART;VALUE=DATE:20260512")));
        assert_eq!(file.events[0].name, expected);
    }
    let long = read(&one(&format!("SUMMARY:{}\nDTSTART:20260512", "é".repeat(5000))));
    assert_eq!(long.events[0].name.chars().count(), 200);
}

#[test]
fn files_of_many_kinds() {
    let text =
        one("SUMMARY:A\nDTSTART;VALUE=DATE:20260512\nBEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:P9D\nEND:VALARM");
    let expected = ["05-12 A"];
    assert_eq!(events(&read(&text)), expected, "an alarm inside an event");
    assert_eq!(events(&read(&text.replace('\n', "\r\n"))), expected, "CRLF");
    assert_eq!(events(&read(&text.replace('\n', "\r"))), expected, "CR");
    assert_eq!(events(&read(&format!("\u{feff}{text}"))), expected, "a byte order mark");
    let zone = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:16010101T020000\nRRULE:FREQ=YEARLY;BYMONTH=11\n\
                END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT";
    assert_eq!(events(&read(&text.replacen("BEGIN:VEVENT", zone, 1))), expected, "a zone is no event");
    let todo = "BEGIN:VTODO\nSUMMARY:Do\nDTSTART:20260513\nEND:VTODO\nBEGIN:VEVENT";
    assert_eq!(events(&read(&text.replacen("BEGIN:VEVENT", todo, 1))), expected, "a task is no event");
    assert_eq!(events(&read(&format!("{text}{text}"))), expected, "two calendars, one event");
    assert_eq!(events(&read(&one(""))), Vec::<String>::new());
    let named = text.replacen("VERSION:2.0", "VERSION:2.0\nX-WR-CALNAME:Spring\\, 2026", 1);
    assert_eq!(read(&named).name.as_deref(), Some("Spring, 2026"));
}

#[test]
fn only_the_days_judged() {
    let text = many(&[
        "SUMMARY:Before\nDTSTART;VALUE=DATE:20260430",
        "SUMMARY:First\nDTSTART;VALUE=DATE:20260428\nDTEND;VALUE=DATE:20260502",
        "SUMMARY:Last\nDTSTART;VALUE=DATE:20260930\nDTEND;VALUE=DATE:20261005",
        "SUMMARY:After\nDTSTART;VALUE=DATE:20261001",
    ]);
    let file = read(&text);
    assert_eq!(events(&file), ["04-28..05-01 First", "09-30..10-04 Last"]);
    assert_eq!(file.notes, ["2 events outside May 1, 2026 to September 30, 2026 were left out."]);
}

#[test]
fn the_json() {
    let file = CalendarFile::read(&one("SUMMARY:A\nDTSTART;VALUE=DATE:20260512"), days(), ZONE).unwrap();
    let expected = serde_json::json!({
        "name": null,
        "events": [{"name": "A", "first": "2026-05-12", "last": "2026-05-12", "all_day": true, "repeats": false,
                    "marked_free": false, "series": 0}],
        "notes": [],
    });
    assert_eq!(serde_json::to_value(file).unwrap(), expected);
}
