//! Any bytes taken for a résumé give a new file that opens, or a sentence.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::place_on_resume(bytes));
