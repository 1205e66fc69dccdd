//! Broken inputs of every kind: none may stop the program, and the account of each must add up.
//!
//! `CHARTE_MUTANTS=1000000 CHARTE_SEED=2 cargo test --release --test mutants csv` runs more of one kind; the mutant that
//! fails is shown, and is the same on every machine.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "seeds are files, the environment says how many mutants, and a failing one is shown"
)]

#[path = "mutants/chance.rs"]
mod chance;
#[path = "mutants/feed.rs"]
mod feed;

use chance::{Chance, mutant};
use feed::{Family, feed, root};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// How many mutants of each kind are tried: `.ci/run` does so with the optimised program.
const MUTANTS: u64 = if cfg!(debug_assertions) { 200 } else { 20_000 };

fn setting(name: &str, otherwise: u64) -> u64 {
    let value = std::env::var(name).ok();
    value.map_or(otherwise, |value| value.parse().expect("a number"))
}

fn run(family: Family, seeds: &[Vec<u8>]) {
    for seed in seeds {
        feed(family, seed);
    }
    let mut chance = Chance::new(setting("CHARTE_SEED", 1));
    for number in 0..setting("CHARTE_MUTANTS", MUTANTS) {
        let bytes = mutant(seeds, &mut chance);
        if catch_unwind(AssertUnwindSafe(|| feed(family, &bytes))).is_err() {
            eprintln!("{}", bytes.escape_ascii());
            panic!("mutant {number} of {family:?}");
        }
    }
}

fn file(path: &str) -> Vec<u8> {
    fs::read(root().join(path)).expect("a file of the repository")
}

/// The first lines of a file.
fn head(path: &str, lines: usize) -> Vec<u8> {
    let bytes = file(path);
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').take(lines);
    lines.flatten().copied().collect()
}

/// Every file of a folder, of at most so many bytes.
fn files(folder: &Path, most: usize, found: &mut Vec<Vec<u8>>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, most, found);
        } else {
            let mut bytes = fs::read(&path).expect("a file");
            bytes.truncate(most);
            found.push(bytes);
        }
    }
}

#[test]
fn csv() {
    let quoted = head("evidence/appels-2026-05.csv", 12);
    let quoted = String::from_utf8(quoted).expect("UTF-8");
    let quoted: Vec<String> = quoted
        .lines()
        .map(|line| {
            line.split(';')
                .map(|cell| format!("\"{cell}\""))
                .collect::<Vec<_>>()
                .join(";")
        })
        .collect();
    let seeds = [
        head("evidence/appels-2026-05.csv", 12),
        head("evidence/appels-2026-06.csv", 3),
        quoted.join("\r\n").into_bytes(),
    ];
    run(Family::Csv, &seeds);
}

#[test]
fn json_lines() {
    let table = String::from_utf8(head("evidence/appels-2026-05.csv", 8)).expect("UTF-8");
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(';').collect();
    let object = |line: &str| {
        let cells = header.iter().zip(line.split(';'));
        let pairs: Vec<String> = cells
            .map(|(key, cell)| format!("{key:?}: {cell:?}"))
            .collect();
        format!("{{{}}}", pairs.join(", "))
    };
    let seed: Vec<String> = lines.map(object).collect();
    run(
        Family::Lines,
        &[
            seed.join("\n").into_bytes(),
            b"{\"a\": [1.5e3, {}, null, true]}\n".to_vec(),
        ],
    );
}

#[test]
fn mail() {
    let mut seeds = Vec::new();
    files(&root().join("evidence/courriels"), 8_192, &mut seeds);
    seeds.truncate(40);
    run(Family::Mail, &seeds);
}

#[test]
fn pages() {
    let mut seeds = Vec::new();
    files(&root().join("evidence/pages"), 4_096, &mut seeds);
    run(Family::Html, &seeds);
    run(Family::Markdown, &seeds);
}

#[test]
fn charters() {
    run(
        Family::Charter,
        &[
            file("tests/invalid/base/charter/sources.toml"),
            head("charter/sources.toml", 60),
        ],
    );
}

#[test]
fn opening_hours() {
    let seeds = [
        "lu-ve 9h-12h, 14h-17h30",
        "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off",
        "du lundi au vendredi de 9h à 17h, le samedi de 9 h à 12 h",
        "mardi 13h30-19h ; fermé le mercredi",
        "Jul-Aug Mo-Fr 09:00-12:00 || \"fermé\"",
    ];
    run(Family::Hours, &seeds.map(|seed| seed.as_bytes().to_vec()));
}

#[test]
fn notations() {
    let seeds = [
        "dd/mm/yyyy HH:MM\n07/05/2026 9:05",
        "jj/mm/aa\n07/05/26",
        "yyyy-mm-ddTHH:MM:SS\n2026-05-07T09:05:00",
        "mm:ss\n125:30",
        "HHhMM\n12h54",
        "seconds\n120",
    ];
    run(
        Family::Notation,
        &seeds.map(|seed| seed.as_bytes().to_vec()),
    );
}

/// As bytes; their parts are broken one by one in `tests/workbooks`.
#[test]
fn workbooks() {
    let one = |name: &str| [file(&format!("tests/data/workbooks/export.{name}"))];
    run(Family::Xlsx, &one("xlsx"));
    run(Family::Xls, &one("xls"));
    run(Family::Ods, &one("ods"));
}

#[test]
fn rows_on_the_wire() {
    let row = b"R\x14\0\0\0\x02\0\0\0\x01\x03\0\0\0abc\x02\x01\0\0\x007\x06\x07";
    let stream = [b"S\x01\0\0\0", &row[..], b"E"].concat();
    run(Family::Wire, &[stream, b"F\x0d\x02\0\0\0".to_vec()]);
}
