//! Any bytes taken for a page give a text or a sentence, and that text is read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use startline_engine::{Source, posting_text, read};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = posting_text(Source::Html, bytes) {
        let facts = read(&text);
        assert_eq!(facts.text, text);
    }
});
