//! Calendar files, from the command line's words.

use startline_app::{CALENDAR_LIMIT, Failure};
use startline_drafts::Draft;
use startline_engine::{CalendarEvent, Commitment};

use crate::arguments::Time;
use crate::input::{bytes, today};
use crate::output::complain;

/// So many of the events left out are named.
const NAMED: usize = 3;

/// Adds the events of the calendar files as commitments that can't be moved. Those marked as free count only
/// where that is asked for; nothing is left out in silence (rule A6).
pub(crate) fn add(draft: &mut Draft, time: &Time) -> Result<(), Failure> {
    let zone = match &time.zone {
        Some(zone) => zone.clone(),
        None => iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned()),
    };
    for path in &time.calendar {
        let file = startline_app::calendar(&bytes(path, CALENDAR_LIMIT)?, draft, &zone, today(&time.day))?;
        file.notes.iter().for_each(|note| complain(note));
        let (taken, left): (Vec<CalendarEvent>, Vec<CalendarEvent>) =
            file.events.into_iter().partition(|event| time.with_free_events || !event.marked_free);
        complain(&counted(&path.display().to_string(), taken.len()));
        if !left.is_empty() {
            complain(&left_out(&left));
        }
        draft.calendar.fixed.extend(taken.into_iter().map(|event| Commitment {
            name: event.name,
            first: Some(event.first),
            last: Some(event.last),
        }));
    }
    Ok(())
}

fn counted(name: &str, count: usize) -> String {
    match count {
        0 => format!("no event of {name} near these dates counts as a commitment."),
        1 => format!("1 event of {name} near these dates counts as a fixed commitment."),
        _ => format!("{count} events of {name} near these dates count as fixed commitments."),
    }
}

fn left_out(events: &[CalendarEvent]) -> String {
    let mut names: Vec<String> = Vec::new();
    for event in events {
        let name = format!("“{}”", event.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = if names.len() > NAMED { " and others" } else { "" };
    names.truncate(NAMED);
    let (count, names) = (events.len(), names.join(", "));
    let events = if count == 1 {
        "1 event marked as free was".to_owned()
    } else {
        format!("{count} events marked as free were")
    };
    format!(
        "{events} left out: {names}{more}. Calendars mark exams so too; give --with-free-events to count them."
    )
}
