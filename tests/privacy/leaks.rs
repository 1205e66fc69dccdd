//! What the program says and publishes about evidence full of markers.

use super::evidence::Copy;
use super::markers::Markers;
use super::scan::Scanner;
use assert_cmd::cargo::cargo_bin_cmd;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Everything that a run says, and the code that it ends with.
fn say(copy: &Copy, args: &[&str]) -> (i32, Vec<u8>, Vec<u8>) {
    let mut command = cargo_bin_cmd!("charte");
    command
        .env_clear()
        .current_dir(copy.root())
        .args(args)
        .timeout(Duration::from_secs(30));
    let output = command.output().expect("the program runs");
    let code = output.status.code().expect("the program ends by itself");
    (code, output.stdout, output.stderr)
}

/// The bytes of every file under a folder, and their names.
fn collect(folder: &Path, all: &mut Vec<u8>) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        all.extend(entry.file_name().as_encoded_bytes());
        all.push(b'\n');
        if entry.path().is_dir() {
            count += collect(&entry.path(), all);
        } else {
            all.extend(fs::read(entry.path()).expect("a file"));
            all.push(b'\n');
            count += 1;
        }
    }
    count
}

fn scanner(copy: &Copy, markers: &Markers) -> Scanner {
    let mut scanner = Scanner::default();
    markers
        .made
        .iter()
        .for_each(|marker| scanner.marker(marker));
    for file in &copy.files {
        scanner.literal(&file.path);
        scanner.literal(file.path.trim_start_matches("evidence/"));
    }
    for path in &copy.mails {
        scanner.literal(path);
        scanner.literal(path.trim_start_matches("evidence/"));
    }
    copy.personal.iter().for_each(|value| scanner.word(value));
    scanner
}

/// Every way of having evidence read.
const CALLS: [&[&str]; 14] = [
    &["publish"],
    &["check"],
    &["check", "--lang", "en"],
    &["check", "--format", "json"],
    &["check", "--format", "markdown"],
    &["check", "--as-of", "2026-05-31"],
    &["explain", "rendez-vous/delai-annonce-respecte"],
    &["explain", "sensibilisation/tous-sensibilises"],
    &["explain", "attente/moins-de-15-minutes"],
    &["explain", "courriels/signature-legale"],
    &["explain", "rendez-vous/date-convenue", "--rows", "rows.csv"],
    &[
        "reminders",
        "sensibilisation/support-en-vigueur",
        "--out",
        "names.csv",
    ],
    &["check", "--rejections", "unread.csv"],
    &["explain", "nowhere/nothing"],
];

/// Calls the program, and looks for what must not get out.
fn check(copy: &Copy, markers: &Markers, calls: &[&[&str]], codes: &[&str]) {
    let scanner = scanner(copy, markers);
    let look = |what: &str, bytes: &[u8]| {
        let found = scanner.found(bytes);
        assert!(found.is_empty(), "{what} tells {found:?}");
    };
    for args in calls {
        let (code, out, err) = say(copy, args);
        let shown = String::from_utf8_lossy(&err).into_owned();
        let refused = args.contains(&"nowhere/nothing");
        assert_eq!(code == 2, refused, "{args:?}: {shown}");
        // An explanation warns of its own evidence alone.
        let whole = !["explain", "reminders"].contains(&args[0]);
        for expected in codes.iter().filter(|_| whole) {
            assert!(
                shown.contains(expected),
                "{args:?} lacks {expected}: {shown}"
            );
        }
        assert!(
            !out.contains(&0x1b) && !err.contains(&0x1b),
            "{args:?}: an escape"
        );
        look(&format!("{args:?} on standard output"), &out);
        look(&format!("{args:?} on standard error"), &err);
    }
    if calls.iter().any(|args| args.contains(&"rows.csv")) {
        let rows = fs::read(copy.path("rows.csv")).expect("a list of rows");
        look("the list of rows", &rows);
        let unread = fs::read(copy.path("unread.csv")).expect("a list of what could not be read");
        look("the list of what could not be read", &unread);
    }
    let mut published = Vec::new();
    let count = collect(&copy.path("published"), &mut published);
    assert!(count >= 7, "{count} files only");
    look("the publication", &published);
}

#[test]
fn marked_cells_headers_and_file_names_do_not_get_out() {
    let mut markers = Markers::default();
    let mut copy = Copy::new();
    assert!(copy.personal.len() > 500, "{} values", copy.personal.len());
    copy.plant(&mut markers);
    copy.rename(&mut markers);
    assert!(markers.made.len() >= 500, "{} markers", markers.made.len());
    let codes = [
        "evidence-cell-unreadable",
        "evidence-row-field-count",
        "evidence-row-unclosed-quote",
        "evidence-rows-lost",
        "evidence-row-message-unreadable",
        "evidence-row-message-outlook",
        "evidence-fact-unknown",
    ];
    check(&copy, &markers, &CALLS, &codes);
}

#[test]
fn files_that_cannot_be_used_do_not_tell_their_names_or_headers() {
    let mut markers = Markers::default();
    let mut copy = Copy::new();
    copy.rename(&mut markers);
    copy.break_files(&mut markers);
    let codes = [
        "evidence-header-missing",
        "evidence-header-repeated",
        "evidence-file-missing",
        "evidence-file-unreadable",
        "evidence-mail-outlook",
    ];
    check(&copy, &markers, &CALLS, &codes);
}

#[test]
fn a_town_without_markers_tells_nothing_of_persons_either() {
    let copy = Copy::new();
    check(&copy, &Markers::default(), &CALLS[..2], &[]);
}
