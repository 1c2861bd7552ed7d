//! Any bytes that are text are read, and every quote stands in the text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::read_posting(bytes));
