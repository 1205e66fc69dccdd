//! What each layer may touch: files, streams, environment, chance and time.

use super::source::{Source, program};

/// What only some files may name: the words, where they are allowed, and why.
const RULES: [(&str, &[&str], &[&str]); 10] = [
    (
        "the file system belongs to `run`",
        &[
            "std::fs",
            "fs::",
            "File::open",
            "File::create",
            "OpenOptions",
            "tempfile",
        ],
        &["src/run"],
    ),
    // Without paths there is no asking whether a file exists either.
    (
        "paths of files belong to `run` and `cli`",
        &["std::path", "PathBuf"],
        &["src/run", "src/cli"],
    ),
    (
        "the text of cells is for the local list of reminders alone",
        &["evidence::names"],
        &["src/run/reminders.rs"],
    ),
    (
        "cells that no one has declared are looked at for a proposal alone, never for a check",
        &["evidence::profile"],
        &["src/run/profile.rs", "src/report/profile"],
    ),
    (
        "a copy of cells is for whoever asks for it, without what it says of persons",
        &["evidence::anonymise"],
        &["src/run/anonymise.rs", "src/cli/anonymise.rs"],
    ),
    (
        "only the console prints, and a reader of workbooks to the one who asked",
        &[
            "print!",
            "println!",
            "eprint!",
            "eprintln!",
            "dbg!",
            "stdout",
            "stderr",
        ],
        &["src/cli/console.rs", "src/run/reader"],
    ),
    (
        "only the command line knows where it was called from",
        &[
            "std::env",
            "env::var",
            "env::args",
            "args_os",
            "current_dir",
        ],
        &["src/cli", "src/main.rs"],
    ),
    (
        "the terminal is the console's",
        &["is_terminal", "terminal_size"],
        &["src/cli/console.rs"],
    ),
    (
        "chance belongs to `run`",
        &["getrandom", "rand::", "RandomState"],
        &["src/run"],
    ),
    (
        "no result depends on time, threads, other programs or a network",
        &[
            "SystemTime",
            "Instant::now",
            "Local::now",
            "Utc::now",
            "std::thread",
            "thread::",
            "std::net",
            "process::Command",
        ],
        // It stops another process in time; what it reads is not told from the clock.
        &["src/run/reader"],
    ),
];

fn is_within(path: &str, allowed: &str) -> bool {
    let rest = path.strip_prefix(allowed);
    rest.is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
}

fn faults(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for (why, words, allowed) in RULES {
        if allowed
            .iter()
            .any(|allowed| is_within(&source.path, allowed))
        {
            continue;
        }
        for word in words {
            for at in source.words(word) {
                faults.push(format!(
                    "{}:{}: {word} ({why})",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    faults
}

#[test]
fn each_layer_touches_only_what_is_its_own() {
    let faults: Vec<String> = program().iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_permission_is_used() {
    let sources = program();
    for (why, words, allowed) in RULES {
        for allowed in allowed {
            let used = sources
                .iter()
                .filter(|source| is_within(&source.path, allowed))
                .any(|source| words.iter().any(|word| source.words(word).next().is_some()));
            assert!(used, "{allowed} no longer needs it: {why}");
        }
    }
}
