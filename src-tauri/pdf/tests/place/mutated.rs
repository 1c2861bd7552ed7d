//! Whatever is done to a file, placing ends, and never in a panic; what it gives can be opened.

use proptest::prelude::*;
use startline_pdf::page::looks;
use startline_pdf::place::PlaceOptions;

use crate::shared::*;

const SEEDS: [&str; 6] = [
    "reportlab-left.pdf",
    "object-streams.pdf",
    "weasyprint-tagged.pdf",
    "reportlab-form.pdf",
    "encrypted-owner-aes-128.pdf",
    "broken-small.pdf",
];

#[derive(Debug, Clone)]
enum Change {
    Set(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Drop(prop::sample::Index, usize),
    Double(prop::sample::Index, usize),
    Digit(prop::sample::Index, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        1 => at().prop_map(Change::Cut),
        2 => (at(), 1..200usize).prop_map(|(at, length)| Change::Drop(at, length)),
        2 => (at(), 1..200usize).prop_map(|(at, length)| Change::Double(at, length)),
        4 => (at(), 0..10u8).prop_map(|(at, digit)| Change::Digit(at, digit)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    match change {
        Change::Set(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Change::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Change::Drop(at, length) => {
            let at = at.index(bytes.len());
            bytes.drain(at..(at + length).min(bytes.len()));
        }
        Change::Double(at, length) => {
            let at = at.index(bytes.len());
            let part = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, part);
        }
        // Numbers are where a file says how long, how deep and where: the next digit after a place changes.
        Change::Digit(at, digit) => {
            let at = at.index(bytes.len());
            if let Some(found) = bytes.iter_mut().skip(at).find(|byte| byte.is_ascii_digit()) {
                *found = b'0' + digit;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn placing_ends(seed in 0..SEEDS.len(), changes in prop::collection::vec(change(), 1..12)) {
        let mut bytes = file(SEEDS[seed]);
        for change in &changes {
            apply(&mut bytes, change);
        }
        if let Ok(placed) = on(&bytes, &PlaceOptions::default()) {
            prop_assert!(!looks(&placed.pdf, "").is_empty());
        }
    }
}
