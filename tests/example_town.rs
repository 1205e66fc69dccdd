//! The program on the example town, against the figures of an independent script, and the town's evidence against its
//! generator.
//!
//! `tests/oracle/expected.json` comes from `tests/oracle/oracle.py`, which shares no code with the checker.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "the example is a folder of files, and a helper of a test asserts"
)]

#[path = "../examples/generate/appointments.rs"]
mod appointments;
#[path = "../examples/generate/calendar.rs"]
mod calendar;
#[path = "../examples/generate/calls.rs"]
mod calls;
#[path = "../examples/generate/hours.rs"]
mod hours;
#[path = "../examples/generate/mail.rs"]
mod mail;
#[path = "../examples/generate/output.rs"]
mod output;
#[path = "../examples/generate/random.rs"]
mod random;
#[path = "../examples/generate/registers.rs"]
mod registers;
#[path = "../examples/generate/tickets.rs"]
mod tickets;

use assert_cmd::cargo::cargo_bin_cmd;
use charte::verdict::Verdict;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

/// What the tables of the generator are told.
#[derive(Debug)]
pub(crate) struct Town {
    pub(crate) out: PathBuf,
    pub(crate) factor: u64,
    pub(crate) seed: u64,
}

/// The figures that every requirement has, not applicable ones included.
const FIGURES: [&str; 6] = [
    "numerator",
    "denominator",
    "unknown",
    "out_of_period",
    "out_of_scope",
    "not_concerned",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn check(folder: &Path) -> Output {
    let mut command = cargo_bin_cmd!("charte");
    command
        .env_clear()
        .current_dir(folder)
        .args(["check", "--format", "json"]);
    command.output().expect("the program runs")
}

fn scorecard(folder: &Path) -> Value {
    serde_json::from_slice(&check(folder).stdout).expect("a scorecard")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect("a text")
}

/// The requirements of a scorecard, by engagement and id.
fn requirements(scorecard: &Value) -> BTreeMap<String, Value> {
    let cards = list(scorecard, "engagements")
        .iter()
        .flat_map(|card| list(card, "requirements"));
    let id = |card: &Value| format!("{}/{}", text(card, "engagement"), text(card, "id"));
    cards.map(|card| (id(card), card.clone())).collect()
}

fn oracle() -> BTreeMap<String, Value> {
    let bytes = fs::read(root().join("tests/oracle/expected.json")).expect("the oracle's figures");
    serde_json::from_slice(&bytes).expect("the oracle's figures in JSON")
}

/// A card as the oracle writes a result. Of the groups that are judged it names those that have a case of their own:
/// a group that has none holds nothing but the cases whose group is unknown.
fn result(card: &Value) -> Value {
    let measured = &card["measured"];
    let mut result = Map::new();
    for key in ["verdict", "cause"] {
        result.insert(key.to_owned(), card[key].clone());
    }
    for key in FIGURES {
        let figure = measured.get(key).cloned().unwrap_or_else(|| 0.into());
        result.insert(key.to_owned(), figure);
    }
    let set_aside = list(measured, "set_aside")
        .iter()
        .map(|one| json!({ "reason": one["reason"], "count": one["count"] }));
    result.insert("set_aside".to_owned(), set_aside.collect());
    let seen = |group: &&Value| group["numerator"] != 0 || group["denominator"] != group["unknown"];
    let groups = list(measured, "groups")
        .iter()
        .filter(|group| group["judged"] == true)
        .filter(seen);
    let of_group = |group: &Value| {
        let keys = ["numerator", "denominator", "unknown", "verdict"];
        let figures: Map<String, Value> = keys
            .iter()
            .map(|key| ((*key).to_owned(), group[*key].clone()))
            .collect();
        let name = list(group, "key").first().and_then(Value::as_str);
        let name = name.expect("a group of one column");
        (name.to_owned(), Value::Object(figures))
    };
    let groups: Map<String, Value> = groups.map(of_group).collect();
    result.insert("groups".to_owned(), groups.into());
    result.into()
}

#[test]
fn every_figure_is_the_oracle_s() {
    let output = check(root());
    assert_eq!(output.status.code(), Some(1), "the town has gaps");
    let scorecard: Value = serde_json::from_slice(&output.stdout).expect("a scorecard");
    let (found, expected) = (requirements(&scorecard), oracle());
    let names = |results: &BTreeMap<String, Value>| results.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&found), names(&expected));
    for (name, expected) in &expected {
        assert_eq!(result(&found[name]), *expected, "{name}");
    }
    let verdicts: BTreeSet<&str> = found.values().map(|card| text(card, "verdict")).collect();
    assert_eq!(verdicts, Verdict::ALL.map(Verdict::id).into());
}

#[test]
fn two_runs_give_the_same_bytes() {
    let (one, two) = (check(root()), check(root()));
    assert_eq!(one.stdout, two.stdout);
    assert_eq!(one.stderr, two.stderr);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// The declaration of sources with the files of each in the opposite order, and how many sources have several.
fn turned(sources: &str) -> (String, usize) {
    let mut several = 0;
    let turn = |line: &str| match line
        .strip_prefix("files = [")
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(files) => {
            let mut files: Vec<&str> = files.split(", ").collect();
            several += usize::from(files.len() > 1);
            files.reverse();
            format!("files = [{}]\n", files.join(", "))
        }
        None => format!("{line}\n"),
    };
    (sources.lines().map(turn).collect(), several)
}

/// Results without the rows that they point to: those are named by the order of their file.
fn without_rows(mut results: BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    for card in results.values_mut() {
        if let Some(measured) = card["measured"].as_object_mut() {
            measured.remove("failing");
            measured.remove("doubtful");
        }
    }
    results
}

#[test]
fn the_order_of_files_changes_no_figure() {
    let folder = tempfile::tempdir().expect("a folder");
    for part in ["charter", "evidence"] {
        copy(&root().join(part), &folder.path().join(part));
    }
    let path = folder.path().join("charter/sources.toml");
    let (sources, several) = turned(&fs::read_to_string(&path).expect("sources"));
    assert!(several > 3, "too few sources have several files");
    let before = scorecard(folder.path());
    fs::write(&path, sources).expect("sources");
    let after = scorecard(folder.path());
    assert_ne!(before["sources"], after["sources"], "nothing was turned");
    let figures = |scorecard: &Value| without_rows(requirements(scorecard));
    assert_eq!(figures(&before), figures(&after));
}

/// The files of a folder and of those within, by their paths in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.expect("a name").to_owned();
        if path.is_dir() {
            let inner = files(&path).into_iter();
            found.extend(inner.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
    found
}

#[test]
fn the_evidence_is_what_the_generator_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let town = Town {
        out: folder.path().to_owned(),
        factor: 1,
        seed: 2026,
    };
    calls::write(&town).expect("calls");
    appointments::write_requests(&town).expect("requests");
    appointments::write_visits(&town).expect("visits");
    tickets::write(&town).expect("tickets");
    registers::write(&town).expect("registers");
    mail::write(&town).expect("e-mails");
    hours::write(&town).expect("hours");
    let (written, mut kept) = (files(folder.path()), files(&root().join("evidence")));
    // Saved pages are written by hand.
    kept.retain(|name, _| !name.starts_with("pages/"));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&written), names(&kept));
    for (name, bytes) in &written {
        assert!(*bytes == kept[name], "{name}: run the generator again");
    }
}
