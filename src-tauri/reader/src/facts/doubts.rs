//! What the student should look at, as sentences, with the answers that settle it.

use chrono::{Datelike, NaiveDate};
use serde_json::json;

use crate::items::calendar::{Day, Order};
use crate::items::item::What;
use crate::items::page::Page;
use crate::roles::told::Told;
use startline_engine::MentionRole as Role;
use startline_engine::{Correction, CorrectionKind};
use startline_engine::{Doubt, DoubtAnswer, Facts, PostedDay, Quote};

/// The most doubts that are kept: more would not be read.
const MOST: usize = 24;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A length that can't be counted: a fraction, nothing, or more than ten years (D7).
pub(crate) fn unusable_length(quote: Quote) -> Doubt {
    Doubt {
        message: "This length can’t be counted in whole weeks or months. Enter it yourself if it is the internship’s.".to_owned(),
        quote: Some(quote),
        answers: Vec::new(),
    }
}

/// “May 6” or “May 6, 2026”.
fn named(day: PostedDay) -> String {
    let Some(date) = NaiveDate::from_ymd_opt(day.year.unwrap_or(2000), day.month, day.day) else {
        return String::new();
    };
    match day.year {
        Some(_) => date.format("%B %-d, %Y").to_string(),
        None => date.format("%B %-d").to_string(),
    }
}

fn add(fact: &str, value: serde_json::Value) -> Correction {
    Correction { kind: CorrectionKind::Add, fact: fact.to_owned(), was: serde_json::Value::Null, value }
}

fn change(fact: &str, was: PostedDay, value: PostedDay) -> Correction {
    Correction { kind: CorrectionKind::Change, fact: fact.to_owned(), was: json!(was), value: json!(value) }
}

/// The field that a day of a role stands in.
fn field(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::Start => "start_dates",
        Role::End => "end_dates",
        Role::LatestStart => "latest_start",
        Role::Deadline => "deadline",
        _ => return None,
    })
}

impl Page<'_> {
    /// Doubts about single dates: numbers in either order, weekdays that contradict, years that are missing.
    pub(crate) fn date_doubts(&self, told: &[Told], facts: &mut Facts) {
        for (item, told) in self.items.iter().zip(told) {
            let role = told.role;
            if facts.doubts.len() >= MOST || !role.decides() || !self.body.contains(&item.from) {
                continue;
            }
            let Some(quote) = self.item_quote(item) else { continue };
            match item.what {
                What::Day(day) => facts.doubts.extend(day_doubts(day, role, quote)),
                What::Impossible(day) => facts.doubts.extend(no_such_day(day, role, quote)),
                What::Days(first, last) if role == Role::Program => {
                    facts.doubts.extend(span_doubts(first, last, quote));
                }
                _ => {}
            }
        }
    }
}

fn day_doubts(day: Day, role: Role, quote: Quote) -> Option<Doubt> {
    let field = field(role)?;
    let posted = day.posted();
    if day.order == Order::Open {
        let other = day.swapped().posted();
        return Some(Doubt {
            message: format!(
                "“{}” or “{}”? The numbers can be read either way.",
                named(posted),
                european(other)
            ),
            quote: Some(quote),
            answers: [(named(posted), posted), (european(other), other)]
                .into_iter()
                .map(|(label, value)| DoubtAnswer { label, corrections: vec![add(field, json!(value))] })
                .collect(),
        });
    }
    if day.vague {
        return None;
    }
    if day.year.is_none() {
        return Some(Doubt {
            message: format!(
                "The posting gives no year for {}. Add it, so that the date can be checked.",
                named(posted)
            ),
            quote: Some(quote),
            answers: Vec::new(),
        });
    }
    weekday_doubt(day, quote, Some(field))
}

/// “June 31”: the last day of the month may be meant, or the first of the next.
fn no_such_day(day: Day, role: Role, quote: Quote) -> Option<Doubt> {
    let field = field(role)?;
    let posted = day.posted();
    let year = posted.year.unwrap_or(2001);
    let (next_year, next) = if day.month == 12 { (year + 1, 1) } else { (year, day.month + 1) };
    let first = NaiveDate::from_ymd_opt(next_year, next, 1)?;
    let month = NaiveDate::from_ymd_opt(year, day.month, 1)?;
    let dated =
        |date: NaiveDate| PostedDay { year: posted.year.map(|_| date.year()), ..PostedDay::from(date) };
    let answers = [first.pred_opt()?, first]
        .map(dated)
        .map(|day| DoubtAnswer { label: named(day), corrections: vec![add(field, json!(day))] });
    Some(Doubt {
        message: format!("There is no {} {}. Choose the day that is meant.", month.format("%B"), day.day),
        quote: Some(quote),
        answers: answers.into(),
    })
}

fn span_doubts(first: Day, last: Day, quote: Quote) -> Option<Doubt> {
    if first.order == Order::Open || last.order == Order::Open {
        let spans = [(first, last), (first.swapped(), last.swapped())];
        let answers = spans
            .into_iter()
            .filter(|(first, last)| first.posted().date() <= last.posted().date())
            .map(|(first, last)| DoubtAnswer {
                label: format!("{} to {}", named(first.posted()), named(last.posted())),
                corrections: vec![add("spans", json!({ "first": first.posted(), "last": last.posted() }))],
            })
            .collect();
        return Some(Doubt {
            message: "These numbers can be read with the month or the day first.".to_owned(),
            quote: Some(quote),
            answers,
        });
    }
    if first.posted().date().zip(last.posted().date()).is_some_and(|(first, last)| last < first) {
        return Some(Doubt {
            message: format!(
                "{} is before {}. Add the days on which it starts and ends.",
                named(last.posted()),
                named(first.posted())
            ),
            quote: Some(quote),
            answers: Vec::new(),
        });
    }
    if first.year.is_none() {
        return Some(Doubt {
            message: format!(
                "The posting gives no year for {} to {}. Add it, so that the dates can be checked.",
                named(first.posted()),
                named(last.posted())
            ),
            quote: Some(quote),
            answers: Vec::new(),
        });
    }
    weekday_doubt(first, quote, None).or_else(|| weekday_doubt(last, quote, None))
}

/// “6 May 2026”: the day first, as those who write it so say it.
fn european(day: PostedDay) -> String {
    let Some(date) = NaiveDate::from_ymd_opt(day.year.unwrap_or(2000), day.month, day.day) else {
        return String::new();
    };
    match day.year {
        Some(_) => date.format("%-d %B %Y").to_string(),
        None => date.format("%-d %B").to_string(),
    }
}

fn weekday_doubt(day: Day, quote: Quote, field: Option<&str>) -> Option<Doubt> {
    let date = day.posted().date()?;
    let right = date.weekday().number_from_monday();
    if day.weekday == 0 || u32::from(day.weekday) == right {
        return None;
    }
    let name = |number: u32| WEEKDAYS.get(number.saturating_sub(1) as usize).copied().unwrap_or("");
    let written = u32::from(day.weekday);
    // The nearest day that is the weekday written.
    let ahead = (7 + i64::from(written) - i64::from(right)) % 7;
    let by = if ahead > 3 { ahead - 7 } else { ahead };
    let near = PostedDay::from(date + chrono::TimeDelta::days(by));
    let answers = field.map_or_else(Vec::new, |field| {
        vec![
            DoubtAnswer {
                label: named(day.posted()),
                corrections: vec![change(field, day.posted(), day.posted())],
            },
            DoubtAnswer {
                label: format!("{}, {}", name(written), named(near)),
                corrections: vec![change(field, day.posted(), near)],
            },
        ]
    });
    Some(Doubt {
        message: format!("{} is a {}, not a {}.", named(day.posted()), name(right), name(written)),
        quote: Some(quote),
        answers,
    })
}
