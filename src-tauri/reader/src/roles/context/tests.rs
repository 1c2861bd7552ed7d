//! What governs a date, as data: a text, and below it what each of its dates is seen to stand under.

use crate::items::page::Page;
use crate::words::layout::{LineKind, Zone};

/// What is said of the item at `index` under a name.
fn said(page: &Page<'_>, index: usize, name: &str) -> String {
    let around = page.context(index);
    let words = |range: &std::ops::Range<usize>| {
        let quote = page
            .quote(range.clone())
            .map_or("", |quote| page.tokens.text.get(quote.start..quote.end).unwrap());
        quote.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    match name {
        "label" => words(&around.label),
        "event" => words(&around.event),
        "column" => words(&around.column),
        "heading" => words(&around.heading),
        "section" => words(&around.section),
        "question" => words(&around.question),
        "asks" => around.asks.to_string(),
        "programme" => around.programme.to_string(),
        "kind" => match around.line_kind {
            Some(LineKind::Heading) => "heading",
            Some(LineKind::Item) => "item",
            Some(LineKind::Row) => "row",
            _ => "plain",
        }
        .to_owned(),
        "zone" => match around.zone {
            Some(Zone::Example) => "example",
            Some(Zone::Furniture) => "furniture",
            Some(Zone::Others) => "others",
            _ => "own",
        }
        .to_owned(),
        other => panic!("{other} is no name"),
    }
}

#[test]
fn every_date_stands_under_what_governs_it() {
    let mut wrong = Vec::new();
    for case in include_str!("tests.txt").split("#### ").skip(1) {
        let (name, case) = case.split_once('\n').unwrap();
        let (text, wanted) = case.split_once("\n----\n").unwrap();
        let text = text.replace('→', "\t");
        let page = Page::of(&text);
        let mut next = 0;
        for line in wanted.lines().filter(|line| !line.is_empty()) {
            let (item, keys) = line.split_once(" => ").unwrap();
            let found = (next..page.items.len()).find(|at| {
                let quote = page.item_quote(&page.items[*at]).unwrap();
                text.get(quote.start..quote.end).unwrap().replace('\n', " ") == item
            });
            let Some(found) = found else {
                wrong.push(format!("{name}: {item} is not found"));
                continue;
            };
            next = found + 1;
            for key in keys.split("; ") {
                let (key, want) = key.split_once('=').unwrap();
                let got = said(&page, found, key);
                if got != want.trim_matches('"') {
                    wrong.push(format!("{name}: {item} {key} should be {want:?}, is {got:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
