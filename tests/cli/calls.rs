//! Calls that cannot be carried out, and help: in the user's language, without a word of the argument parser's own.

use super::town::{Said, run_in};
use charte::messages::{Lang, Messages};
use tempfile::TempDir;

/// Words of the argument parser that are no French.
const FOREIGN: [&str; 37] = [
    "an",
    "and",
    "are",
    "be",
    "cannot",
    "command",
    "commands",
    "default",
    "error",
    "exists",
    "exist",
    "following",
    "for",
    "found",
    "information",
    "invalid",
    "is",
    "missing",
    "more",
    "multiple",
    "not",
    "print",
    "provided",
    "recognized",
    "required",
    "similar",
    "some",
    "subcommand",
    "subcommands",
    "the",
    "there",
    "times",
    "tip",
    "try",
    "unexpected",
    "unrecognized",
    "value",
];

/// Phrases of the argument parser that are not the catalogue's English either.
const PARSER: [&str; 12] = [
    "tip:",
    "For more information",
    "unexpected argument",
    "unrecognized subcommand",
    "invalid value",
    "Print help",
    "Print version",
    "[default",
    "[possible",
    "[aliases",
    "the following required",
    "a similar",
];

fn call(words: &str) -> Said {
    let folder = TempDir::new().expect("a folder");
    let args: Vec<&str> = words.split_whitespace().collect();
    run_in(folder.path(), &args)
}

fn check_french(said: &Said, call: &str) {
    let text = said
        .both()
        .to_lowercase()
        .replace("--help", "")
        .replace("-h,", "");
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).collect();
    let foreign: Vec<&&str> = FOREIGN.iter().filter(|word| words.contains(word)).collect();
    assert!(
        foreign.is_empty(),
        "charte {call}: {foreign:?} in {}",
        said.both()
    );
    for line in said.both().lines() {
        let heading = line.strip_suffix(':');
        let tight = heading.is_some_and(|heading| heading.ends_with(char::is_alphabetic));
        assert!(!tight, "charte {call}: {line}");
    }
}

fn check(said: &Said, call: &str) {
    for phrase in PARSER {
        assert!(
            !said.both().contains(phrase),
            "charte {call}: {phrase} in {}",
            said.both()
        );
    }
    // A key that the catalogue lacks shows in brackets.
    let brackets = said.both();
    let keys = brackets
        .split('[')
        .skip(1)
        .filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_lowercase()));
    let keys: Vec<&str> = keys.filter_map(|rest| rest.split(']').next()).collect();
    assert!(keys.is_empty(), "charte {call}: {keys:?}");
}

/// Calls, and a word that the answer must hold.
const FAULTY: [(&str, &str); 34] = [
    ("frobnicate", "frobnicate"),
    ("chekc", "check"),
    ("Check", "Check"),
    ("help", "help"),
    ("check --frmt json", "--format"),
    ("check --nope", "--nope"),
    ("check -x", "-x"),
    ("--nope check", "--nope"),
    ("check surplus", "surplus"),
    ("check --format", "--format"),
    ("check --format=", "--format"),
    ("check --format xml", "terminal, json, markdown"),
    ("check --format JSON", "JSON"),
    ("check --as-of", "--as-of"),
    ("check --as-of 30/06/2026", "30/06/2026"),
    ("check --as-of 2026-02-30", "2026-02-30"),
    ("check --as-of 2026-6-30", "2026-6-30"),
    ("check --as-of 26-06-30", "26-06-30"),
    ("check --as-of 2026-06-30 --as-of 2026-06-30", "--as-of"),
    ("check --lang de", "fr, en"),
    ("check --charter", "--charter"),
    ("publish --format json", "--format"),
    ("publish --out", "--out"),
    ("explain", "charte explain --help"),
    ("calendar nope", "nope"),
    ("calendar add", "charte calendar add --help"),
    ("calendar add 2026-01-01", "charte calendar add --help"),
    ("calendar add 2026-01-01 five", "five"),
    ("calendar add 2026-01-01 99999999999", "99999999999"),
    (
        "calendar add 2026-01-01 5 --good-friday=yes",
        "--good-friday",
    ),
    ("calendar add 2026-01-01 5 6", "6"),
    ("calendar holidays 1582", "1582"),
    ("calendar holidays 2026 --zone paris", "saint-barthelemy"),
    ("schema x", "charter, sources, engagement, label"),
];

#[test]
fn faulty_calls_are_explained_in_the_user_s_language() {
    for (words, expected) in FAULTY {
        let said = call(words);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "charte {words}");
        assert!(
            said.err.starts_with("Erreur\u{a0}: "),
            "charte {words}: {}",
            said.err
        );
        assert!(said.err.contains(expected), "charte {words}: {}", said.err);
        check(&said, words);
        check_french(&said, words);
        if words.contains("--lang") {
            continue;
        }
        let words = format!("--lang en {words}");
        let said = call(&words);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "charte {words}");
        assert!(
            said.err.starts_with("Error: "),
            "charte {words}: {}",
            said.err
        );
        assert!(said.err.contains(expected), "charte {words}: {}", said.err);
        assert!(!said.err.contains('«'), "charte {words}: {}", said.err);
        check(&said, &words);
    }
}

#[test]
fn a_call_without_a_verb_shows_what_there_is_and_fails() {
    for words in ["", "calendar"] {
        let said = call(words);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.contains("Usage"), "{said:?}");
        check(&said, words);
        check_french(&said, words);
    }
    for (words, verbs) in [
        (
            "--lang en",
            "check, publish, explain, peaks, profile, anonymise, reminders, calendar, schema",
        ),
        (
            "--lang fr",
            "check, publish, explain, peaks, profile, anonymise, reminders, calendar, schema",
        ),
        ("calendar --lang en", "add, between, holidays"),
    ] {
        let said = call(words);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.contains(verbs), "{said:?}");
        check(&said, words);
    }
}

/// Every verb, those of verbs included.
fn verbs(command: &clap::Command, prefix: &str, found: &mut Vec<String>) {
    found.push(prefix.to_owned());
    for verb in command.get_subcommands() {
        verbs(verb, &format!("{prefix} {}", verb.get_name()), found);
    }
}

#[test]
fn every_verb_has_help_in_both_languages() {
    let mut all = Vec::new();
    verbs(
        &charte::cli::command(&Messages::new(Lang::Fr)),
        "",
        &mut all,
    );
    assert!(all.len() >= 8, "{all:?}");
    for verb in all {
        for (lang, usage) in [("fr", "Usage\u{a0}: charte"), ("en", "Usage: charte")] {
            let words = format!("{verb} --lang {lang} --help");
            let long = call(&words);
            assert_eq!((long.code, long.err.as_str()), (0, ""), "{words}");
            assert!(
                long.out.contains(&format!("{usage}{}", verb)),
                "{words}: {}",
                long.out
            );
            assert!(
                long.out.lines().all(|line| line.chars().count() <= 100),
                "{words}: {}",
                long.out
            );
            check(&long, &words);
            if lang == "fr" {
                check_french(&long, &words);
            }
            let short = call(&format!("{verb} --lang {lang} -h"));
            assert_eq!(short.out, long.out, "{words}");
        }
    }
}

#[test]
fn the_version_is_the_package_s() {
    for flag in ["--version", "-V"] {
        let said = call(flag);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert_eq!(said.out, format!("charte {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
#[cfg(unix)]
fn arguments_that_are_no_text_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().expect("a folder");
    for args in [
        vec![&b"check"[..], b"--as-of", b"\xff"],
        vec![b"\xff"],
        vec![b"check", b"--format", b"\xff"],
    ] {
        let mut command = assert_cmd::cargo::cargo_bin_cmd!("charte");
        let args = args.into_iter().map(OsStr::from_bytes);
        let output = command
            .env_clear()
            .current_dir(folder.path())
            .args(args)
            .output()
            .expect("the program runs");
        let err = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(err.starts_with("Erreur\u{a0}: "), "{err}");
    }
}
