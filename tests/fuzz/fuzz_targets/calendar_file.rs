//! Any bytes taken for a calendar file give events of the days asked for.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| startline_tests::fuzzed::calendar_file(bytes));
