//! V4: federal holidays on the days they are observed, written out by hand, year by year.

use startline_engine::{Span, us_federal_holidays};

use super::shared::day;

const NAMES: [&str; 11] = [
    "New Year’s Day",
    "Martin Luther King Jr. Day",
    "Washington’s Birthday",
    "Memorial Day",
    "Juneteenth",
    "Independence Day",
    "Labor Day",
    "Columbus Day",
    "Veterans Day",
    "Thanksgiving Day",
    "Christmas Day",
];

/// The observed days of each year's holidays, in the order of `NAMES`. New Year's Day on a Saturday is
/// observed in the year before.
const OBSERVED: [(i32, &str); 11] = [
    (2020, "2020-01-01 01-20 02-17 05-25 ----- 07-03 09-07 10-12 11-11 11-26 12-25"),
    (2021, "2021-01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"),
    (2022, "2021-12-31 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"),
    (2023, "2023-01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"),
    (2024, "2024-01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"),
    (2025, "2025-01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"),
    (2026, "2026-01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"),
    (2027, "2027-01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"),
    (2028, "2027-12-31 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"),
    (2029, "2029-01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25"),
    (2030, "2030-01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"),
];

#[test]
fn the_observed_days_of_eleven_years() {
    let mut expected: Vec<(String, String)> = Vec::new();
    for (year, row) in OBSERVED {
        for (name, cell) in NAMES.iter().zip(row.split(' ')) {
            let date = if cell.len() == 5 { format!("{year}-{cell}") } else { cell.to_owned() };
            if cell != "-----" {
                expected.push((date, (*name).to_owned()));
            }
        }
    }
    expected.sort();
    let span = Span::new(day("2020-01-01"), day("2030-12-31")).unwrap();
    let found: Vec<(String, String)> = us_federal_holidays(span)
        .iter()
        .map(|holiday| (holiday.date.to_string(), holiday.name.to_owned()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn both_ends_of_the_span_count() {
    let names = |first: &str, last: &str| {
        let found = us_federal_holidays(Span::new(day(first), day(last)).unwrap());
        found.iter().map(|holiday| holiday.name).collect::<Vec<_>>().join(", ")
    };
    let rows = [
        ("2026-05-25", "2026-05-25", "Memorial Day"),
        ("2026-05-25", "2026-06-19", "Memorial Day, Juneteenth"),
        ("2026-05-26", "2026-06-18", ""),
        ("2026-07-04", "2026-07-04", ""),
        ("2027-12-31", "2027-12-31", "New Year’s Day"),
        ("2028-01-01", "2028-01-01", ""),
    ];
    for (first, last, expected) in rows {
        assert_eq!(names(first, last), expected, "{first}..{last}");
    }
}

#[test]
fn the_work_is_bounded() {
    let ever = Span::new("-262143-01-01".parse().unwrap(), "+262142-12-31".parse().unwrap()).unwrap();
    assert!(us_federal_holidays(ever).len() < 500);
    let end = Span::new(day("9999-12-01"), day("9999-12-31")).unwrap();
    assert_eq!(us_federal_holidays(end).len(), 2, "Christmas Day, and the New Year's Day after it");
}
