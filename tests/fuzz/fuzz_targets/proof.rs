//! Any bytes taken for a PDF give a proof.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::read_back(bytes));
