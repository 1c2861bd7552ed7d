//! A real posting, to try Startline with.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The posting as it stood, for the summer of 2026.
pub const SAMPLE_POSTING: &str = include_str!("sample.txt");

/// The year it was for, wherever the text says it.
const YEAR: &str = "2026";
/// Its start dates as it writes them: the first, and how many days the others are after it.
const STARTS: [(&str, u64); 5] = [
    ("May 11th, 2026", 0),
    ("May 18th, 2026", 7),
    ("May 26th, 2026", 15),
    ("June 8th, 2026", 28),
    ("June 22nd, 2026", 42),
];

/// The posting with the dates of the next season whose first start date is still ahead of `today`. All of them
/// keep their weekdays, and their distances from each other; none is a public holiday.
#[must_use]
pub fn sample_posting(today: NaiveDate) -> String {
    let years = today.year()..=today.year().saturating_add(1);
    let next = years.filter_map(first_start).find(|first| *first > today);
    let Some(first) = next else { return SAMPLE_POSTING.to_owned() };
    let mut text = SAMPLE_POSTING.to_owned();
    for (written, after) in STARTS {
        let day = first.checked_add_days(Days::new(after)).unwrap_or(first);
        text = text.replace(written, &format!("{} {}, {YEAR}", day.format("%B"), ordinal(day.day())));
    }
    text.replace(YEAR, &first.year().to_string())
}

/// The first Monday from May 9 on: then the second start is no holiday either, nor the third, the day after one,
/// and the last is never June 19.
fn first_start(year: i32) -> Option<NaiveDate> {
    let from = NaiveDate::from_ymd_opt(year, 5, 9)?;
    from.iter_days().take(7).find(|day| day.weekday() == Weekday::Mon)
}

/// “11th”, “22nd”.
fn ordinal(day: u32) -> String {
    let ending = match (day % 10, day / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}
