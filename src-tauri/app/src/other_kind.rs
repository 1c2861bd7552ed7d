//! Files that are plainly something else than a posting.

use serde_json::Value;
use startline_engine::unicode;

use crate::{Failure, is_draft};

/// Refuses what would be read as a posting without a single fact, and in silence: a draft, a JSON Resume, other
/// JSON, a calendar.
pub(crate) fn refuse(bytes: &[u8]) -> Result<(), Failure> {
    let Ok(text) = unicode(bytes) else { return Ok(()) };
    let text = text.trim_start();
    let why = if is_draft(bytes) {
        "This is a Startline draft, not a posting. Import it among the drafts; on the command line, `check` takes it."
    } else if text.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        "This is a calendar file, not a posting. Import it under “Your time”; on the command line, give it with \
         --calendar."
    } else {
        match json(text) {
            Some(value) if is_resume(&value) => {
                "This is a JSON Resume, not a posting. Import it under “You”; on the command line, give it with \
                 --candidate."
            }
            Some(_) => {
                "This file is JSON, and neither a posting nor a Startline draft: it has no “startline” format number. \
                 Give the posting’s own text, HTML or PDF."
            }
            None => return Ok(()),
        }
    };
    Err(Failure::other(why))
}

/// A whole object or list of JSON. Linked data, which employers' pages hold, is a posting like its page.
fn json(text: &str) -> Option<Value> {
    let is_json = text.starts_with(['{', '[']) && !text.contains("\"@type\"");
    if is_json { serde_json::from_str(text).ok() } else { None }
}

fn is_resume(value: &Value) -> bool {
    ["basics", "education", "work"].iter().any(|part| value.get(part).is_some())
}

#[cfg(test)]
mod tests {
    use super::refuse;

    #[test]
    fn what_is_no_posting_is_told_by_what_it_holds() {
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for (text, words) in [
            (r#"{"startline": 1, "title": "A"}"#, "a Startline draft"),
            (r#" {"title": "A", "startline": 1"#, "a Startline draft"),
            (r#"{"basics": {"name": "Zoë"}}"#, "a JSON Resume"),
            (r#"{"title": "Intern", "startDate": "2027-05-17"}"#, "no “startline” format number"),
            (r#"[{"title": "Intern"}]"#, "no “startline” format number"),
            ("BEGIN:VCALENDAR\r\nVERSION:2.0", "a calendar file"),
        ] {
            for bytes in
                [text.as_bytes().to_vec(), wide(text), [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat()]
            {
                let said = refuse(&bytes).expect_err(text).message;
                assert!(said.contains(words) && said.ends_with('.'), "{text}: {said}");
            }
        }
        for text in [
            "Intern, 12 weeks from May 17, 2027",
            "{Company} is looking for an intern",
            "[Remote] Intern",
            r#"{"@type": "JobPosting", "title": "Intern"}"#,
            "",
        ] {
            assert_eq!(refuse(text.as_bytes()), Ok(()), "{text}");
        }
    }
}
