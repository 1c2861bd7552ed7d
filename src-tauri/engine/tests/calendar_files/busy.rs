//! Calendars that hide what their events are, and those that hold no events at all.

use super::{events, many, one, read};

/// A calendar of these components, each with its lines.
fn of(components: &[(&str, &str)]) -> String {
    let parts = components.iter().map(|(name, lines)| format!("BEGIN:{name}\n{lines}\nEND:{name}\n"));
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", parts.collect::<String>())
}

#[test]
fn busy_spans_are_offered_on_their_days() {
    // In Los Angeles, where 7 in the morning of UTC is midnight.
    for (lines, expected) in [
        ("FREEBUSY:20260518T070000Z/20260523T070000Z", vec!["05-18..05-22* Busy"]),
        ("FREEBUSY:20260518T160000Z/PT2H", vec!["05-18* Busy"]),
        (
            "FREEBUSY;FBTYPE=BUSY:20260601T160000Z/PT1H,20260603T160000Z/PT1H",
            vec!["06-01* Busy", "06-03* Busy"],
        ),
        ("FREEBUSY:20260601T160000Z/PT1H\nFREEBUSY:20260601T200000Z/PT1H", vec!["06-01* Busy"]),
        ("FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260601T160000Z/P1D", vec!["06-01..06-02* Unavailable"]),
        ("FREEBUSY;FBTYPE=busy-tentative:20260601T160000Z/PT1H", vec!["06-01* Busy, tentatively"]),
        ("FREEBUSY;FBTYPE=X-OWN:20260601T160000Z/PT1H", vec!["06-01* Busy"]),
        (
            "DTSTART:20260501T000000Z\nDTEND:20260801T000000Z\nFREEBUSY:20260518T160000Z/PT2H",
            vec!["05-18* Busy"],
        ),
    ] {
        let file = read(&of(&[("VFREEBUSY", lines)]));
        assert_eq!(events(&file), expected, "{lines}");
        assert_eq!(file.notes, Vec::<String>::new(), "{lines}");
    }
}

#[test]
fn the_spans_of_one_list_are_one_series() {
    let file = read(&of(&[
        (
            "VFREEBUSY",
            "FREEBUSY:20260601T160000Z/PT1H,20260602T160000Z/PT1H\nFREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260603T160000Z/PT1H",
        ),
        ("VEVENT", "SUMMARY:Exam\nDTSTART;VALUE=DATE:20260604"),
    ]));
    assert_eq!(events(&file), ["06-01* Busy", "06-02* Busy", "06-03* Unavailable", "06-04 Exam"]);
    let series: Vec<(usize, bool)> = file.events.iter().map(|event| (event.series, event.repeats)).collect();
    assert_eq!((series[0], series[1].1), (series[1], true));
    assert!(series[2].0 != series[0].0 && series[3].0 != series[2].0);
}

#[test]
fn what_gives_no_event_is_said() {
    let exam = "SUMMARY:Exam\nDTSTART;VALUE=DATE:20260604";
    for (text, notes) in [
        (of(&[]), vec!["There are no events in this calendar."]),
        (of(&[("VTIMEZONE", "TZID:Europe/Berlin")]), vec!["There are no events in this calendar."]),
        (
            of(&[("VTODO", "SUMMARY:Essay\nDUE;VALUE=DATE:20260601"), ("VJOURNAL", "SUMMARY:Day")]),
            vec!["There are no events in this calendar.", "2 tasks that take no days were left out."],
        ),
        (
            of(&[("VFREEBUSY", "DTSTART:20260501T000000Z\nDTEND:20260801T000000Z")]),
            vec!["This calendar says only when its owner is busy, and lists no such time."],
        ),
        (
            of(&[(
                "VFREEBUSY",
                "FREEBUSY:soon,20260601T160000Z/PT1H\nFREEBUSY;FBTYPE=FREE:20260602T160000Z/PT1H",
            )]),
            vec!["1 busy span that can’t be read was left out.", "1 span of free time was left out."],
        ),
        (
            of(&[("VFREEBUSY", "FREEBUSY:20250601T160000Z/PT1H")]),
            vec!["1 event outside May 1, 2026 to September 30, 2026 was left out."],
        ),
        (
            of(&[("VTODO", "SUMMARY:Essay\nBEGIN:VALARM\nEND:VALARM"), ("VEVENT", exam)]),
            vec!["1 task that takes no days was left out."],
        ),
        (one(exam), vec![]),
        (many(&[exam, exam]), vec![]),
    ] {
        assert_eq!(read(&text).notes, notes, "{text}");
    }
}
