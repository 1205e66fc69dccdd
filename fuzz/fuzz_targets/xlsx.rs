#![no_main]

#[path = "../../tests/mutants/feed.rs"]
mod feed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| feed::feed(feed::Family::Xlsx, bytes));
