//! What is different between two states of a draft, in the student's words.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Draft;
use super::format::value;

/// One difference between two states of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export, rename = "Difference"))]
pub struct Change {
    /// What is different, such as “Free days”.
    pub what: String,
    /// What it was; `None` where it was empty.
    pub was: Option<String>,
    /// What it is; `None` where it is empty.
    pub now: Option<String>,
}

/// What can differ: where it stands in the file, and what the student knows it as.
const PARTS: [(&str, &str); 23] = [
    ("/title", "Title"),
    ("/posting/text", "Posting"),
    ("/posting/corrections", "Corrections to the posting"),
    ("/calendar/free", "Free days"),
    ("/calendar/fixed", "Commitments"),
    ("/calendar/flexible", "Time off to ask for"),
    ("/calendar/limits", "Work authorisation"),
    ("/calendar/graduation", "Graduation"),
    ("/candidate/name", "Name"),
    ("/candidate/headline", "Headline"),
    ("/candidate/email", "E-mail"),
    ("/candidate/phone", "Phone"),
    ("/candidate/location", "Location"),
    ("/candidate/links", "Links"),
    ("/candidate/education", "Education"),
    ("/stated", "Dates stated"),
    ("/style/paper", "Paper"),
    ("/style/template", "Template"),
    ("/style/typeface", "Typeface"),
    ("/style/dates", "Dates written as"),
    ("/style/accent", "Accent colour"),
    ("/starts", "Start dates of your own"),
    ("/employer", "Employer"),
];

/// What is different between two states of a draft, in the order of its parts.
#[must_use]
pub fn compare(was: &Draft, now: &Draft) -> Vec<Change> {
    let (was, now) = (value(was), value(now));
    let part = |(path, what): &(&str, &str)| {
        let (was, now) = (was.pointer(path)?, now.pointer(path)?);
        (was != now).then(|| change(what, was, now))
    };
    PARTS.iter().filter_map(part).collect()
}

fn change(what: &str, was: &Value, now: &Value) -> Change {
    let (mut was, mut now) = (words(was), words(now));
    if was == now {
        // Too long to tell apart at the beginning: then where they part.
        (was, now) = (None, Some("changed further on".to_owned()));
    }
    let short = |text: String| Some(text).filter(|text| !text.is_empty()).map(|text| shortened(&text));
    Change { what: what.to_owned(), was: was.and_then(short), now: now.and_then(short) }
}

/// A value as one line.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Array(items) => Some(items.iter().filter_map(words).collect::<Vec<_>>().join("; ")),
        Value::Object(parts) => {
            let days = (parts.get("first").or(parts.get("start")), parts.get("last").or(parts.get("end")));
            let is_day = |key: &str| ["first", "last", "start", "end", "full_time", "was"].contains(&key);
            let named = parts.iter().filter(|(key, _)| !is_day(key)).filter_map(|(_, part)| words(part));
            let span = match days {
                (None, None) => None,
                (first, last) => Some(span(first, last)),
            };
            Some(named.filter(|text| !text.is_empty()).chain(span).collect::<Vec<_>>().join(", "))
        }
    }
}

fn span(first: Option<&Value>, last: Option<&Value>) -> String {
    match (first.and_then(words), last.and_then(words)) {
        (Some(first), Some(last)) => format!("{first} to {last}"),
        (Some(first), None) => format!("from {first}"),
        (None, Some(last)) => format!("until {last}"),
        (None, None) => "no days yet".to_owned(),
    }
}

/// The beginning of a long text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.split_at(end).0.trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_draft_has_its_words() {
        let whole = value(&Draft::default());
        for (path, what) in PARTS {
            assert!(whole.pointer(path).is_some(), "{what} stands nowhere: {path}");
        }
        let named =
            |path: &str| PARTS.iter().any(|(part, _)| *part == path || part.starts_with(&format!("{path}/")));
        // A place among applications is moved by moving others: it is not worth a line.
        for key in
            whole.as_object().unwrap().keys().filter(|key| !["startline", "place"].contains(&key.as_str()))
        {
            assert!(named(&format!("/{key}")), "{key} has no words");
        }
    }

    #[test]
    fn a_change_is_told_in_a_line() {
        let was: Draft = serde_json::from_str(
            r#"{"title": "A", "calendar": {"fixed": [{"name": "Finals", "first": "2026-05-12", "last": "2026-05-15"}]}}"#,
        )
        .unwrap();
        let mut now = was.clone();
        now.title = String::new();
        now.calendar.fixed[0].last = None;
        now.calendar.free.push(startline_engine::FreeSpan::default());
        now.posting.text = "Word ".repeat(100);
        let told: Vec<_> = compare(&was, &now)
            .into_iter()
            .map(|change| (change.what, change.was.unwrap_or_default(), change.now.unwrap_or_default()))
            .collect();
        let expected = [
            ("Title", "A", ""),
            ("Posting", "", &format!("{}…", "Word ".repeat(16).trim())),
            ("Free days", "", "no days yet"),
            ("Commitments", "Finals, 2026-05-12 to 2026-05-15", "Finals, from 2026-05-12"),
        ];
        assert_eq!(told, expected.map(|(what, was, now)| (what.to_owned(), was.to_owned(), now.to_owned())));
        assert_eq!(compare(&now, &now), []);
    }
}
