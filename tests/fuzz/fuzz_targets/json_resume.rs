//! Any bytes taken for a résumé give a candidate or a line to mend.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::json_resume(bytes));
