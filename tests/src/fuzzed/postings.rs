//! Any bytes taken for a posting.

use serde_json::Value;
use startline_engine::{Facts, Quote};
use startline_reader::{Source, posting_text, read, text_of_html};

/// Bytes that are text are read, and every quote stands in the text on character boundaries.
pub fn read_posting(bytes: &[u8]) {
    if let Ok(text) = posting_text(Source::Text, bytes) {
        let facts = check(&text);
        assert_eq!(check(&text), facts, "a second reading differs");
    }
}

/// Bytes taken for a page give a text or a sentence; the text is read, and is no page any more.
pub fn html_posting(bytes: &[u8]) {
    if let Ok(text) = posting_text(Source::Html, bytes) {
        check(&text);
    }
    let page = String::from_utf8_lossy(bytes);
    let text = text_of_html(&page);
    // What a page says takes little more room than the page: entities and data unfold, but never multiply.
    assert!(text.len() <= 16 * page.len() + 64, "{} bytes of page gave {} of text", page.len(), text.len());
}

fn check(text: &str) -> Facts {
    let facts = read(text);
    assert_eq!(facts.text, text);
    check_quotes(&serde_json::to_value(&facts).unwrap_or_default(), text);
    facts
}

fn check_quotes(value: &Value, text: &str) {
    match value {
        Value::Object(object) => {
            if let Ok(quote) = serde_json::from_value::<Quote>(value.clone()) {
                let words = text.get(quote.start..quote.end);
                assert!(words.is_some_and(|words| !words.is_empty()), "{quote:?} is outside the text");
            }
            object.values().for_each(|inner| check_quotes(inner, text));
        }
        Value::Array(list) => list.iter().for_each(|inner| check_quotes(inner, text)),
        _ => {}
    }
}
