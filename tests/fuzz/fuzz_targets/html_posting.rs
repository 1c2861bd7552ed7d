//! Any bytes taken for a page give a text or a sentence, and that text is read.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::html_posting(bytes));
