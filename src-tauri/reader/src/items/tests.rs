//! Sentences with every item marked, `[[words|value]]`: each is found with just these words and this value, and
//! nothing else is found. ⏎ stands for a line break.

use crate::items::calendar::{Day, Month};
use crate::items::item::{Item, What};
use crate::items::page::Page;

const TABLES: &[(&str, &str)] = &[
    ("days", include_str!("tests/days.txt")),
    ("months", include_str!("tests/months.txt")),
    ("spans", include_str!("tests/spans.txt")),
    ("weeks", include_str!("tests/weeks.txt")),
    ("parts", include_str!("tests/parts.txt")),
    ("lengths", include_str!("tests/lengths.txt")),
    ("others", include_str!("tests/others.txt")),
    ("none", include_str!("tests/none.txt")),
];

fn day(day: Day) -> String {
    format!("{}{}", if day.vague { "~" } else { "" }, day.posted())
}

fn month(month: Month) -> String {
    let phase = month.phase.map(|phase| format!(" {phase:?}").to_lowercase()).unwrap_or_default();
    format!("{}{phase}", month.posted())
}

/// An item's value as the tables write it.
fn value(item: &Item) -> String {
    match item.what {
        What::Day(at) => day(at),
        What::Days(first, last) => format!("{}..{}", day(first), day(last)),
        What::Week(first, last) => format!("week {}..{}", day(first), day(last)),
        What::Month(at) => month(at),
        What::Months(first, last) => format!("{}..{}", month(first), month(last)),
        What::Part { first, last } => format!("part {}..{}", month(first), month(last)),
        What::Season(season) => format!("{season:?}").to_lowercase(),
        What::Year(year) => year.to_string(),
        What::Impossible(at) => format!("no {}-{:02}-{:02}", at.year.unwrap_or(0), at.month, at.day),
        What::Other => "other".to_owned(),
        What::Length(length) => {
            let bound = |n: Option<u32>| n.map_or(String::new(), |n| n.to_string());
            let (min, max) = (bound(length.min), bound(length.max));
            let unit =
                if length.hours { "hours".to_owned() } else { format!("{:?}", length.unit).to_lowercase() };
            let part = if length.fraction { " and a part" } else { "" };
            if min == max { format!("{min}{part} {unit}") } else { format!("{min}..{max}{part} {unit}") }
        }
    }
}

#[test]
fn every_item_is_found_with_its_words_and_value() {
    let mut failed = Vec::new();
    for (name, table) in TABLES {
        for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let line = line.replace('⏎', "\n");
            let (mut text, mut stated) = (String::new(), Vec::new());
            for (index, piece) in line.split("[[").enumerate() {
                match piece.split_once("]]").filter(|_| index > 0) {
                    Some((mark, rest)) => {
                        let (words, value) = mark.split_once('|').unwrap();
                        text.push_str(words);
                        text.push_str(rest);
                        stated.push(format!("{words}|{value}"));
                    }
                    None => text.push_str(piece),
                }
            }
            let page = Page::of(&text);
            let found: Vec<String> = page
                .items
                .iter()
                .filter_map(|item| {
                    let quote = page.item_quote(item)?;
                    Some(format!("{}|{}", text.get(quote.start..quote.end)?, value(item)))
                })
                .collect();
            if found != stated {
                failed.push(format!("{name}: {text}\n   stated {stated:?}\n   found  {found:?}"));
            }
        }
    }
    assert!(failed.is_empty(), "{}\n{} lines", failed.join("\n"), failed.len());
}
