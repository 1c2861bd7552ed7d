//! The sentences of the reader's own tests, which say what they state and not where: `text => start=2026-06-01`.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use startline_engine::{LengthUnit, MentionValue, PostedDay, PostedMonth, Season};
use startline_reader::learn::{Weights, read_with};

use crate::corpus::Labelled;

/// Every sentence of the tables in a folder.
pub(crate) fn load(folder: &Path, into: &mut Vec<Labelled>) -> Result<()> {
    let nothing = Weights::parse("");
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for entry in files {
        if entry.file_name() == "misread.txt" {
            continue;
        }
        let stem = entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (number, line) in fs::read_to_string(entry.path())?.lines().enumerate() {
            let Some((text, facts)) = line.rsplit_once(" => ") else { continue };
            let text = text.replace('⏎', "\n");
            let mentions = read_with(&nothing, &text).mentions;
            let facts: Vec<(&str, &str)> = facts.split(' ').filter_map(|fact| fact.split_once('=')).collect();
            let role = |value: &MentionValue| facts.iter().find_map(|(name, said)| role(name, said, value));
            let mentions: Vec<(Range<usize>, String)> = mentions
                .iter()
                .filter_map(|mention| {
                    Some((mention.quote.start..mention.quote.end, role(&mention.value)?.to_owned()))
                })
                .collect();
            let name = format!("{stem}:{}", number + 1);
            into.push(Labelled {
                group: name.clone(),
                name,
                text,
                mentions,
                facts: None,
                internship: None,
                title: None,
                company: None,
            });
        }
    }
    Ok(())
}

/// The role that a fact gives to what has its value. Years may be missing where the fact has one.
fn role(name: &str, said: &str, value: &MentionValue) -> Option<&'static str> {
    let ends = || said.split_once("..");
    let day = |day: &PostedDay, said: &str| {
        said.parse().is_ok_and(|other: PostedDay| (other.month, other.day) == (day.month, day.day))
    };
    let month = |month: &PostedMonth, said: &str| {
        said.parse().is_ok_and(|other: PostedMonth| other.month == month.month)
    };
    Some(match (name, value) {
        ("start", MentionValue::Day(each)) if day(each, said) => "start",
        ("end", MentionValue::Day(each)) if day(each, said) => "end",
        ("deadline", MentionValue::Day(each)) if day(each, said) => "deadline",
        ("deadline", MentionValue::Span(span)) if day(&span.last, said) => "deadline",
        ("latest", MentionValue::Day(each)) if day(each, said) => "latest_start",
        ("span", MentionValue::Day(each)) if day(each, ends()?.0) => "start",
        ("span", MentionValue::Day(each)) if day(each, ends()?.1) => "end",
        ("span", MentionValue::Span(span)) if day(&span.first, ends()?.0) => "program",
        ("window", MentionValue::Span(span)) if day(&span.first, ends()?.0) => "start_window",
        ("mspan", MentionValue::MonthSpan(span)) if month(&span.first, ends()?.0) => "program",
        ("mspan", MentionValue::Month(each)) if month(each, ends()?.0) => "start_month",
        ("mspan", MentionValue::Month(each)) if month(each, ends()?.1) => "end",
        ("month", MentionValue::Month(each)) if month(each, said) => "start_month",
        ("month", MentionValue::MonthSpan(span)) if month(&span.first, said) => "start_month",
        ("month", MentionValue::Day(each))
            if said.parse().is_ok_and(|m: PostedMonth| m.month == each.month) =>
        {
            "start_month"
        }
        ("grad", MentionValue::Month(each))
            if ends()?
                .0
                .parse()
                .or_else(|()| ends().map_or(Err(()), |e| e.1.parse()))
                .is_ok_and(|m: PostedMonth| m.month == each.month) =>
        {
            "graduation"
        }
        ("grad", MentionValue::MonthSpan(span)) if month(&span.first, ends()?.0) => "graduation",
        ("season", MentionValue::Season(season)) if said == season_name(*season) => "season",
        ("weeks", MentionValue::Length(rule))
            if rule.unit == LengthUnit::Weeks && bounds(said) == (rule.min, rule.max) =>
        {
            "length"
        }
        ("months", MentionValue::Length(rule))
            if rule.unit == LengthUnit::Months && bounds(said) == (rule.min, rule.max) =>
        {
            "length"
        }
        ("days", MentionValue::Length(rule))
            if rule.unit == LengthUnit::Days && bounds(said) == (rule.min, rule.max) =>
        {
            "length"
        }
        _ => return None,
    })
}

fn season_name(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Fall => "fall",
        Season::Winter => "winter",
    }
}

/// `8` is 8 and no more, `8..10` from 8 to 10; either side may be open.
fn bounds(said: &str) -> (Option<u32>, Option<u32>) {
    said.split_once("..")
        .map_or((said.parse().ok(), said.parse().ok()), |(low, high)| (low.parse().ok(), high.parse().ok()))
}
