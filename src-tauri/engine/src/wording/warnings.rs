//! What stands beside the verdicts and never changes them (rules V4 and V7).

use chrono::NaiveDate;

use super::words::{full, month};
use crate::{Calendar, Graduation, GraduationWindow, Program};

/// Sentences on the deadline, and on graduation about the start date that would be stated.
pub(crate) fn warnings(
    program: &Program,
    calendar: &Calendar,
    start: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<String> {
    let passed = program.deadline.filter(|deadline| *deadline < today);
    let deadline = passed.map(|deadline| format!("The deadline, {}, has passed.", full(deadline)));
    let graduation = calendar.graduation.map(Graduation::day);
    let enrolled = graduation.zip(start).filter(|(day, start)| program.enrolled && day <= start);
    let enrolled = enrolled.map(|(day, start)| {
        format!(
            "The posting asks for students, and you graduate by {}, before the start on {}.",
            full(day),
            full(start)
        )
    });
    let window = graduation.zip(program.graduation).and_then(|(day, window)| outside(day, window));
    deadline.into_iter().chain(enrolled).chain(window).collect()
}

/// A graduation before or after the months that the posting asks for.
fn outside(day: NaiveDate, window: GraduationWindow) -> Option<String> {
    let yours = month(day);
    match (window.earliest, window.latest) {
        (Some(earliest), _) if day < earliest.first_day() => {
            let asked = month(earliest.first_day());
            Some(format!("The posting asks for graduation in {asked} or later; yours is {yours}."))
        }
        (_, Some(latest)) if day > latest.last_day() => {
            let asked = month(latest.first_day());
            Some(format!("The posting asks for graduation by {asked}; yours is {yours}."))
        }
        _ => None,
    }
}
