//! Drafts of every kind, for property tests.
#![allow(dead_code, clippy::unwrap_used, reason = "a test, and each file uses its own part")]

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use startline_drafts::Draft;
use startline_engine::{
    Calendar, Candidate, Choice, Commitment, Correction, CorrectionKind, DateStyle, Education, FreeSpan,
    Link, Paper, Posting, Style, Template, Typeface,
};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ -~]{1,12}", "\\PC{1,8}", any::<String>()]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (2000i32..2100, 1u32..366).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

fn commitments() -> impl Strategy<Value = Vec<Commitment>> {
    let commitment = (text(), option::of(day()), option::of(day()))
        .prop_map(|(name, first, last)| Commitment { name, first, last });
    vec(commitment, 0..4)
}

fn calendar() -> impl Strategy<Value = Calendar> {
    let free = (option::of(day()), option::of(day())).prop_map(|(first, last)| FreeSpan { first, last });
    let graduation = option::of(prop_oneof![
        day().prop_map(|day| day.to_string()),
        day().prop_map(|day| day.format("%Y-%m").to_string())
    ]);
    (vec(free, 0..3), commitments(), commitments(), commitments(), graduation).prop_map(
        |(free, fixed, flexible, limits, graduation)| Calendar {
            free,
            fixed,
            flexible,
            limits,
            graduation: graduation.and_then(|text| text.parse().ok()),
        },
    )
}

fn candidate() -> impl Strategy<Value = Candidate> {
    let link = (text(), text()).prop_map(|(label, url)| Link { label, url });
    let education = (text(), option::of(text()), option::of(text()))
        .prop_map(|(school, degree, graduation)| Education { school, degree, graduation });
    let words = (text(), option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    (words, vec(link, 0..4), vec(education, 0..3)).prop_map(
        |((name, headline, email, phone, location), links, education)| Candidate {
            name,
            headline,
            email,
            phone,
            location,
            links,
            education,
        },
    )
}

fn corrections() -> impl Strategy<Value = Vec<Correction>> {
    let kind =
        prop_oneof![Just(CorrectionKind::Add), Just(CorrectionKind::Change), Just(CorrectionKind::Remove)];
    let value = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(|n| json!({"min": n})),
        text().prop_map(Value::from)
    ];
    let correction = (kind, text(), value.clone(), value).prop_map(|(kind, fact, was, value)| Correction {
        kind,
        fact,
        was,
        value,
    });
    vec(correction, 0..3)
}

fn style() -> impl Strategy<Value = Style> {
    (any::<(bool, bool)>(), 0..3u8, 0..3u8, option::of(text())).prop_map(
        |((a4, serif), template, dates, accent)| Style {
            paper: if a4 { Paper::A4 } else { Paper::Letter },
            template: [Template::Ruled, Template::Classic, Template::Strip][usize::from(template)],
            typeface: if serif { Typeface::Serif } else { Typeface::Sans },
            dates: [DateStyle::MonthDayYear, DateStyle::DayMonthYear, DateStyle::Iso][usize::from(dates)],
            accent,
        },
    )
}

/// Any draft of this version's format.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    let stated = option::of((day(), day(), any::<bool>()).prop_map(|(start, end, full_time)| Choice {
        start,
        end,
        full_time,
    }));
    let posting = (text(), corrections()).prop_map(|(text, corrections)| Posting { text, corrections });
    let slot = (option::of(text()), option::of(any::<u32>()));
    (text(), posting, calendar(), candidate(), stated, style(), vec(day(), 0..3), slot).prop_map(
        |(title, posting, calendar, candidate, stated, style, starts, (employer, place))| Draft {
            title,
            posting,
            calendar,
            candidate,
            stated,
            style,
            starts,
            employer,
            place,
            ..Draft::default()
        },
    )
}

/// Puts a key that no version knows into some of the objects.
pub(crate) fn scatter_unknown_keys(value: &mut Value, seed: u64) {
    let seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    match value {
        Value::Object(parts) => {
            for (nth, (key, part)) in parts.iter_mut().enumerate() {
                // A correction's values are the student's own: every key in them is known.
                if key != "was" && key != "value" {
                    scatter_unknown_keys(part, seed ^ (nth as u64) << 32);
                }
            }
            if seed >> 63 == 0 {
                parts.insert("x-later".to_owned(), json!({ "seed": seed }));
            }
        }
        Value::Array(items) => {
            for (nth, item) in items.iter_mut().enumerate() {
                scatter_unknown_keys(item, seed ^ (nth as u64) << 40);
            }
        }
        _ => {}
    }
}
