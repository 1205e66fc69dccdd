//! The program run as a whole: answers, exit codes, streams, files, and calls that cannot be carried out.
//!
//! Each test has a folder of its own; the program sees nothing of the environment but what a test gives it.

#![expect(
    clippy::disallowed_methods,
    reason = "the tests set up folders of files"
)]

#[cfg(test)]
mod cli {
    mod anonymise;
    mod calendar;
    mod calls;
    mod check;
    mod evidence;
    mod exports;
    mod follow_up;
    mod local;
    mod mail;
    mod peaks;
    mod profile;
    mod publish;
    mod terminal;
    mod town;
}
