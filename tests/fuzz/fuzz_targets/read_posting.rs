//! Any bytes that are text are read, and every quote stands in the text on character boundaries.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use startline_engine::{Quote, Source, posting_text, read};

fn check(value: &Value, text: &str) {
    match value {
        Value::Object(object) => {
            if let Ok(quote) = serde_json::from_value::<Quote>(value.clone()) {
                assert!(text.get(quote.start..quote.end).is_some_and(|words| !words.is_empty()));
            }
            object.values().for_each(|inner| check(inner, text));
        }
        Value::Array(list) => list.iter().for_each(|inner| check(inner, text)),
        _ => {}
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = posting_text(Source::Text, bytes) {
        let facts = read(&text);
        check(&serde_json::to_value(&facts).unwrap_or_default(), &text);
    }
});
