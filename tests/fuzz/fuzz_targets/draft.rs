//! Bytes that are a draft are written, read again and found the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::draft(bytes));
