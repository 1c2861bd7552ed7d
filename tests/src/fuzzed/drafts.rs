//! Any bytes taken for a draft, or for a résumé to take a candidate from.

use serde_json::Value;
use startline_drafts::{Draft, ImportError, import_json_resume};

/// Bytes that are a draft are written, read again and found the same, with every key that is unknown here.
pub fn draft(bytes: &[u8]) {
    let Ok(parsed) = Draft::parse(bytes) else { return };
    if parsed.is_newer() {
        return;
    }
    let written = parsed.draft.to_json_keeping(&parsed);
    let again = Draft::parse(written.as_bytes());
    assert_eq!(again.as_ref().map(|again| &again.draft), Ok(&parsed.draft), "read again, it differs");
    assert_eq!(again.map(|again| again.draft.to_json_keeping(&again)).ok(), Some(written.clone()));
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let json = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap_or_default();
    check_unknown(&json(bytes), &json(parsed.draft.to_json().as_bytes()), &json(written.as_bytes()));
}

/// What stands in `was` and is not among what is `known` stands in `now`.
fn check_unknown(was: &Value, known: &Value, now: &Value) {
    match (was, known, now) {
        (Value::Object(was), Value::Object(known), Value::Object(now)) => {
            for (key, part) in was {
                match known.get(key) {
                    None => assert_eq!(now.get(key), Some(part), "{key} is lost"),
                    Some(known) => check_unknown(part, known, now.get(key).unwrap_or_default()),
                }
            }
        }
        (Value::Array(was), Value::Array(known), Value::Array(now)) => {
            assert_eq!(was.len(), now.len());
            was.iter().zip(known).zip(now).for_each(|((was, known), now)| check_unknown(was, known, now));
        }
        _ => {}
    }
}

/// Bytes that are a résumé give a candidate with something in it; others are explained by a line that they have.
pub fn json_resume(bytes: &[u8]) {
    match import_json_resume(bytes) {
        Ok(imported) => {
            assert_ne!(imported.candidate, startline_engine::Candidate::default());
            let education = imported.candidate.education.iter().map(|school| &school.school);
            let texts = education.chain([&imported.candidate.name]).chain(&imported.notes);
            texts.for_each(|text| assert!(!text.contains('\n'), "{text:?} is no line"));
            let draft = Draft { candidate: imported.candidate, ..Draft::default() };
            let again = Draft::parse(draft.to_json().as_bytes()).map(|parsed| parsed.draft);
            assert_eq!(again, Ok(draft));
        }
        Err(ImportError::Broken { line, .. } | ImportError::NotText { line }) => {
            let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
            assert!((1..=lines).contains(&line), "line {line} of {lines}");
        }
        Err(other) => assert!(other.to_string().ends_with('.')),
    }
}
