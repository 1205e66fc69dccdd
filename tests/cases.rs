//! The program on small charters with hand-counted results.
//!
//! Each folder of `tests/cases` is a case, found here and registered nowhere: `charter/`, `evidence/`, and
//! `expected.json`, which says in words why and in numbers what:
//!
//! - `why`: the computation by hand;
//! - `args`: further arguments of `charte check`, where there are any;
//! - `exit`: the exit code; `diagnostics`: every code that is reported, in order;
//! - `requirements`: one entry per requirement of the charter, `engagement/requirement`; only the keys given are
//!   compared. Set-aside counts are keyed by reason, groups by their values joined with ` / `;
//! - `sources`: figures of some sources, by id; `engagements`, `provisional`: where they matter;
//! - `scorecard`: further parts of the scorecard, as they stand there: lists in full, of their entries the keys given.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "the cases are files, and a helper of a test asserts"
)]

use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const KEYS: [&str; 9] = [
    "args",
    "diagnostics",
    "engagements",
    "exit",
    "provisional",
    "requirements",
    "scorecard",
    "sources",
    "why",
];
const ALWAYS: [&str; 4] = ["diagnostics", "exit", "requirements", "why"];

/// What the program said of a case.
struct Run {
    exit: Option<i32>,
    scorecard: Value,
    diagnostics: Vec<String>,
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(root).expect("the folder of the cases");
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    folders
}

fn name(folder: &Path) -> String {
    let name = folder.file_name().and_then(|name| name.to_str());
    name.expect("a name in UTF-8").to_owned()
}

fn run(folder: &Path, args: &[&str]) -> Run {
    let mut command = cargo_bin_cmd!("charte");
    command
        .env_clear()
        .current_dir(folder)
        .args(["check", "--format", "json"]);
    let output = command.args(args).output().expect("the program runs");
    let messages = String::from_utf8(output.stderr).expect("messages in UTF-8");
    let scorecard = serde_json::from_slice(&output.stdout);
    Run {
        exit: output.status.code(),
        scorecard: scorecard.unwrap_or_else(|fault| panic!("no scorecard ({fault}):\n{messages}")),
        diagnostics: codes(&messages),
    }
}

/// The codes of a report: each stands behind one word on a line of its own.
fn codes(report: &str) -> Vec<String> {
    let code = |line: &str| {
        let (word, code) = line.split_once(' ')?;
        let is_code = code.contains('-')
            && code
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        (!word.is_empty() && is_code).then(|| code.to_owned())
    };
    report.lines().filter_map(code).collect()
}

/// A requirement as a case speaks of it: one flat table, its lists keyed by name.
fn flat(card: &Value) -> Value {
    let mut flat = card.as_object().expect("a requirement").clone();
    if let Some(Value::Object(measured)) = card.get("measured") {
        flat.extend(measured.clone());
    }
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let keyed = |entries: Vec<(String, Value)>| {
        let count = entries.len();
        let table: Map<String, Value> = entries.into_iter().collect();
        assert_eq!(table.len(), count, "a name that stands twice");
        Value::Object(table)
    };
    if let Some(set_aside) = flat.get("set_aside").map(list) {
        let entries = set_aside
            .iter()
            .map(|one| (text(&one["reason"]), one["count"].clone()));
        flat.insert("set_aside".to_owned(), keyed(entries.collect()));
    }
    if let Some(groups) = flat.get("groups").map(list) {
        let key = |group: &Value| {
            list(&group["key"])
                .iter()
                .map(text)
                .collect::<Vec<_>>()
                .join(" / ")
        };
        let entries = groups.iter().map(|group| (key(group), group.clone()));
        flat.insert("groups".to_owned(), keyed(entries.collect()));
    }
    Value::Object(flat)
}

/// Every requirement of a scorecard, flat, by engagement and id.
fn requirements(scorecard: &Value) -> Vec<(String, Value)> {
    let engagements = scorecard["engagements"].as_array().expect("engagements");
    let cards = engagements
        .iter()
        .flat_map(|card| card["requirements"].as_array().expect("requirements"));
    let id = |card: &Value| {
        let part = |key: &str| card[key].as_str().expect("an id");
        format!("{}/{}", part("engagement"), part("id"))
    };
    cards.map(|card| (id(card), flat(card))).collect()
}

/// Compares the keys that are given, and says what differs. Margins and the like are compared whole.
fn compare(at: &str, expected: &Value, found: Option<&Value>, faults: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(wanted), Some(Value::Object(table))) if !wanted.is_empty() => {
            for (key, value) in wanted {
                compare(&format!("{at}.{key}"), value, table.get(key), faults);
            }
        }
        (Value::Array(wanted), Some(Value::Array(list))) if wanted.len() == list.len() => {
            for (position, value) in wanted.iter().enumerate() {
                let at = format!("{at}[{position}]");
                compare(&at, value, list.get(position), faults);
            }
        }
        (wanted, Some(found)) if wanted == found => {}
        (wanted, found) => {
            let found = found.map_or("nothing".to_owned(), Value::to_string);
            faults.push(format!("{at}: expected {wanted}, found {found}"));
        }
    }
}

fn texts(value: Option<&Value>) -> Vec<&str> {
    let list = value
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    list.iter()
        .map(|text| text.as_str().expect("a text"))
        .collect()
}

/// What is wrong with a case, or with the program.
fn faults(folder: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    let parts = [
        "charter/charter.toml",
        "charter/sources.toml",
        "charter/engagements",
        "evidence",
        "expected.json",
    ];
    faults.extend(
        parts
            .iter()
            .filter(|part| !folder.join(part).exists())
            .map(|part| format!("{part} is not there")),
    );
    let Ok(text) = fs::read(folder.join("expected.json")) else {
        return faults;
    };
    let expected: Map<String, Value> = match serde_json::from_slice(&text) {
        Ok(expected) => expected,
        Err(fault) => return vec![format!("expected.json: {fault}")],
    };
    let unknown = expected.keys().filter(|key| !KEYS.contains(&key.as_str()));
    faults.extend(unknown.map(|key| format!("expected.json: unknown key {key}")));
    let missing = ALWAYS.iter().filter(|key| !expected.contains_key(**key));
    faults.extend(missing.map(|key| format!("expected.json: no key {key}")));
    if !faults.is_empty() {
        return faults;
    }
    let run = run(folder, &texts(expected.get("args")));
    if run.exit.map(Value::from).as_ref() != expected.get("exit") {
        faults.push(format!("exit code {:?}", run.exit));
    }
    if run.diagnostics != texts(expected.get("diagnostics")) {
        faults.push(format!("diagnostics {:?}", run.diagnostics));
    }
    faults.extend(differences(&expected, &run.scorecard));
    faults
}

/// Where a scorecard is not as expected.
fn differences(expected: &Map<String, Value>, scorecard: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let found = requirements(scorecard);
    let wanted = expected["requirements"]
        .as_object()
        .expect("a table of requirements");
    let ids: BTreeSet<&String> = found.iter().map(|(id, _)| id).collect();
    let strangers = wanted.keys().filter(|id| !ids.contains(id));
    faults.extend(strangers.map(|id| format!("{id}: the charter has no such requirement")));
    for (id, card) in &found {
        match wanted.get(id) {
            Some(wanted) if wanted.get("verdict").is_some() => {
                compare(id, wanted, Some(card), &mut faults)
            }
            _ => faults.push(format!("{id}: no verdict is expected of it")),
        }
    }
    if let Some(provisional) = expected.get("provisional") {
        compare(
            "provisional",
            provisional,
            scorecard.get("provisional"),
            &mut faults,
        );
    }
    if let Some(wanted) = expected.get("scorecard") {
        compare("scorecard", wanted, Some(scorecard), &mut faults);
    }
    let sources = scorecard["sources"].as_array().expect("sources");
    for (id, wanted) in expected
        .get("sources")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let card = sources.iter().find(|card| card["id"] == id.as_str());
        compare(id, wanted, card, &mut faults);
    }
    let engagements = scorecard["engagements"].as_array().expect("engagements");
    for (id, verdict) in expected
        .get("engagements")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let card = engagements.iter().find(|card| card["id"] == id.as_str());
        compare(
            id,
            verdict,
            card.and_then(|card| card.get("verdict")),
            &mut faults,
        );
    }
    faults
}

#[test]
fn every_case_is_as_counted_by_hand() {
    let mut report = String::new();
    for folder in folders() {
        for fault in faults(&folder) {
            report.push_str(&format!("\n{}: {fault}", name(&folder)));
        }
    }
    assert!(report.is_empty(), "{report}\n");
}

#[test]
fn cases_reach_every_verdict_every_cause_and_every_exit_code() {
    let (mut verdicts, mut causes, mut exits) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for folder in folders() {
        let text = fs::read(folder.join("expected.json")).expect("expectations");
        let expected: Value = serde_json::from_slice(&text).expect("expectations in JSON");
        exits.insert(expected["exit"].to_string());
        for card in expected["requirements"]
            .as_object()
            .expect("requirements")
            .values()
        {
            verdicts.extend(card["verdict"].as_str().map(str::to_owned));
            causes.extend(card.get("cause").and_then(Value::as_str).map(str::to_owned));
        }
    }
    use charte::verdict::{Cause, Verdict};
    assert_eq!(
        verdicts,
        Verdict::ALL.map(|verdict| verdict.id().to_owned()).into()
    );
    assert_eq!(causes, Cause::ALL.map(|cause| cause.id().to_owned()).into());
    assert_eq!(exits, ["0", "1", "3"].map(str::to_owned).into());
}

#[test]
fn a_wrong_expectation_is_found() {
    let folder = folders()
        .into_iter()
        .find(|folder| name(folder) == "group-without-a-case");
    let folder = folder.expect("the case");
    let text = fs::read(folder.join("expected.json")).expect("expectations");
    let expected: Map<String, Value> = serde_json::from_slice(&text).expect("expectations in JSON");
    let scorecard = run(&folder, &[]).scorecard;
    assert_eq!(differences(&expected, &scorecard), [""; 0]);
    let spoil = |change: &dyn Fn(&mut Value)| {
        let mut spoilt = expected.clone();
        change(spoilt.get_mut("requirements").expect("requirements"));
        differences(&spoilt, &scorecard).len()
    };
    let id = "accueil/sans-cas";
    assert_eq!(spoil(&|all| all[id]["numerator"] = 3.into()), 1);
    assert_eq!(spoil(&|all| all[id]["margin"] = 3.into()), 1);
    assert_eq!(spoil(&|all| all[id]["no-such-key"] = Value::Null), 1);
    assert_eq!(
        spoil(&|all| all[id]["groups"]["A"]["verdict"] = "close".into()),
        1
    );
    assert_eq!(
        spoil(&|all| all[id]["groups"]["C"] = Value::Object(Map::new())),
        1
    );
    assert_eq!(spoil(&|all| all["accueil/autre"] = all[id].clone()), 1);
    let forget = |all: &mut Value| all.as_object_mut().expect("requirements").remove(id);
    assert_eq!(spoil(&|all| drop(forget(all))), 1);
}
