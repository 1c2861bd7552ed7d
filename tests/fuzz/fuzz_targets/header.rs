//! Any words taken for who a student is give a whole header or a sentence.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::header(bytes));
