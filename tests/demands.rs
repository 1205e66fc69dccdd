//! The demands that a charter of welcome begins with: each is asked for by the example town, and each can come out met,
//! missed or not shown, as hand-counted cases hold (`tests/cases` runs them; here it is held that they are there).

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the cases are files, and a helper of a test asserts"
)]

use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    demand: Vec<Demand>,
    /// What the example town promises beyond the demands.
    beyond: Vec<String>,
    /// What the starting state promises beyond them (`tests/starting_state.rs`).
    #[expect(dead_code, reason = "another test reads it")]
    start_beyond: Vec<String>,
    /// Cases on how gaps are followed up.
    follow_up: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Demand {
    number: u32,
    asks: String,
    example: Vec<String>,
    /// What the starting state asks for (`tests/starting_state.rs`).
    #[expect(dead_code, reason = "another test reads it")]
    start: Vec<String>,
    met: Vec<String>,
    gap: Vec<String>,
    not_shown: Vec<String>,
    boundary: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn sheet() -> Sheet {
    let text = fs::read_to_string(root().join("tests/demands.toml")).expect("the demands");
    toml::from_str(&text).expect("the demands as TOML")
}

/// The verdict that a case expects of a requirement, by `case/requirement`.
fn expected(name: &str) -> String {
    let (case, requirement) = name.split_once('/').expect("case/requirement");
    let path = root().join("tests/cases").join(case).join("expected.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{name}: no such case"));
    let case: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let requirements = case["requirements"].as_object().expect("requirements");
    let ending = format!("/{requirement}");
    let mut found = requirements.iter().filter(|(id, _)| id.ends_with(&ending));
    let (_, found) = found
        .next()
        .unwrap_or_else(|| panic!("{name}: no such requirement"));
    found["verdict"].as_str().expect("a verdict").to_owned()
}

/// The engagements of a charter, by their ids.
fn engagements(charter: &Path) -> Vec<(String, toml::Table)> {
    let entries = fs::read_dir(charter.join("engagements")).expect("a folder");
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let text = fs::read_to_string(&path).expect("a file");
        let engagement = toml::from_str(&text).expect("TOML");
        (stem.expect("a name").to_owned(), engagement)
    };
    entries.map(read).collect()
}

/// Every requirement of the example town, `engagement/requirement`.
fn example() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, engagement) in engagements(&root().join("charter")) {
        for requirement in engagement["requirement"].as_array().expect("requirements") {
            let id = requirement["id"].as_str().expect("an id");
            found.insert(format!("{name}/{id}"));
        }
    }
    found
}

#[test]
fn all_demands_are_there() {
    let numbers: Vec<u32> = sheet().demand.iter().map(|demand| demand.number).collect();
    assert_eq!(numbers, (1..=13).collect::<Vec<u32>>());
}

/// The fourteenth demand.
#[test]
fn gaps_are_followed_up_from_finding_to_effect() {
    for case in sheet().follow_up {
        let folder = root().join("tests/cases").join(&case);
        assert!(folder.join("expected.json").is_file(), "{case}");
    }
    let mut states = BTreeSet::new();
    for charter in ["charter", "examples/point-de-depart/charter"] {
        for (name, engagement) in engagements(&root().join(charter)) {
            let blocks = |key: &str| {
                let blocks = engagement.get(key).and_then(toml::Value::as_array);
                blocks.cloned().unwrap_or_default()
            };
            assert!(
                !blocks("finding").is_empty(),
                "{charter}: {name} has no finding"
            );
            assert!(
                !blocks("action").is_empty(),
                "{charter}: {name} has no action"
            );
            for option in blocks("option") {
                states.insert(option["state"].as_str().expect("a state").to_owned());
            }
        }
    }
    let states: Vec<&str> = states.iter().map(String::as_str).collect();
    assert_eq!(states, ["kept", "proposed", "rejected"]);
}

#[test]
fn each_demand_can_come_out_met_missed_and_not_shown() {
    for demand in sheet().demand {
        let verdicts = |cases: &[String], known: &[&str]| {
            assert!(!cases.is_empty(), "{}: {}", demand.number, demand.asks);
            for case in cases {
                let verdict = expected(case);
                assert!(known.contains(&verdict.as_str()), "{case} is {verdict}");
            }
        };
        verdicts(&demand.met, &["met", "close"]);
        verdicts(&demand.gap, &["minor-gap", "major-gap"]);
        verdicts(&demand.not_shown, &["not-shown"]);
        verdicts(
            &demand.boundary,
            &["met", "close", "minor-gap", "major-gap"],
        );
    }
}

#[test]
fn the_example_town_asks_for_every_demand_and_says_what_is_beyond() {
    let sheet = sheet();
    let mut listed: Vec<String> = sheet.beyond;
    for demand in sheet.demand {
        assert!(!demand.example.is_empty(), "{}", demand.asks);
        listed.extend(demand.example);
    }
    let unique: BTreeSet<String> = listed.iter().cloned().collect();
    let charter = example();
    assert_eq!(
        unique.difference(&charter).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    assert_eq!(
        charter.difference(&unique).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}
