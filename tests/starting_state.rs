//! The town before it began: no document, no log of calls, no waiting time, no distinctive sign. Nothing can be met, every
//! demand is asked for, and every answer has its cause and its action.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "the example is a folder of files, and a helper of a test asserts"
)]

use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/point-de-depart")
}

fn scorecard() -> Value {
    let mut command = cargo_bin_cmd!("charte");
    command
        .env_clear()
        .current_dir(folder())
        .args(["check", "--format", "json"]);
    let output = command.output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1), "there are gaps");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!said.contains("faute "), "{said}");
    serde_json::from_slice(&output.stdout).expect("a scorecard")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Every requirement with its engagement, by `engagement/requirement`.
fn requirements(scorecard: &Value) -> BTreeMap<String, (Value, Value)> {
    let engagements = scorecard["engagements"].as_array().expect("engagements");
    let all = engagements.iter().flat_map(|engagement| {
        let cards = engagement["requirements"].as_array().expect("requirements");
        cards.iter().map(move |card| {
            let name = format!("{}/{}", text(&engagement["id"]), text(&card["id"]));
            (name, (engagement.clone(), card.clone()))
        })
    });
    all.collect()
}

#[test]
fn nothing_is_met_and_every_answer_says_why() {
    for (name, (_, card)) in requirements(&scorecard()) {
        match text(&card["verdict"]) {
            "minor-gap" | "major-gap" => {}
            "not-shown" => assert!(!text(&card["cause"]).is_empty(), "{name} has no cause"),
            other => panic!("{name} is {other}"),
        }
    }
}

#[test]
fn no_engagement_is_kept() {
    let scorecard = scorecard();
    for engagement in scorecard["engagements"].as_array().expect("engagements") {
        let verdict = text(&engagement["verdict"]);
        let known = ["minor-gap", "major-gap", "not-shown"];
        assert!(
            known.contains(&verdict),
            "{} is {verdict}",
            engagement["id"]
        );
    }
}

#[test]
fn what_was_counted_is_what_is_in_the_files() {
    // Counted in the files: eleven desks and no sign, forty agents and no attendance, one booking channel.
    let lines = |file: &str| {
        let text = fs::read_to_string(folder().join("evidence").join(file)).expect("a file");
        u64::try_from(text.lines().count() - 1).expect("a count")
    };
    let all = requirements(&scorecard());
    for (name, verdict, numerator, denominator) in [
        (
            "identification/agents-identifiables",
            "major-gap",
            0,
            lines("observations.csv"),
        ),
        (
            "identification/chevalets-harmonises",
            "minor-gap",
            0,
            lines("observations.csv"),
        ),
        (
            "sensibilisation/tous-sensibilises",
            "major-gap",
            0,
            lines("agents.csv"),
        ),
        (
            "attente/attente-mesuree",
            "major-gap",
            0,
            lines("tickets.csv"),
        ),
        (
            "attente/moins-de-15-minutes",
            "not-shown",
            0,
            lines("tickets.csv"),
        ),
        (
            "rendez-vous/date-convenue",
            "not-shown",
            0,
            lines("demandes-rdv.csv"),
        ),
        (
            "rendez-vous/delai-annonce-respecte",
            "not-shown",
            0,
            lines("demandes-rdv.csv"),
        ),
        ("rendez-vous/plusieurs-canaux", "minor-gap", 1, 3),
    ] {
        let card = &all[name].1;
        let measured = &card["measured"];
        assert_eq!(text(&card["verdict"]), verdict, "{name}");
        assert_eq!(measured["numerator"], numerator, "{name}");
        assert_eq!(measured["denominator"], denominator, "{name}");
    }
}

#[test]
fn every_requirement_has_an_action_with_an_owner_and_a_day() {
    for (name, (engagement, card)) in requirements(&scorecard()) {
        let actions = engagement["actions"].as_array().expect("actions");
        let mut own = actions
            .iter()
            .filter(|action| action["requirement"] == card["id"]);
        assert!(
            own.any(|action| !text(&action["owner"]).is_empty() && action["due"].is_string()),
            "{name} has no action"
        );
        assert!(
            !engagement["findings"]
                .as_array()
                .expect("findings")
                .is_empty(),
            "{name}"
        );
    }
}

#[test]
fn every_demand_is_asked_for() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/demands.toml");
    let sheet: toml::Table =
        toml::from_str(&fs::read_to_string(path).expect("the demands")).expect("TOML");
    let all: BTreeSet<String> = requirements(&scorecard()).into_keys().collect();
    let beyond = sheet["start_beyond"].as_array().expect("requirements");
    let text = |name: &toml::Value| name.as_str().expect("a name").to_owned();
    let mut asked: BTreeSet<String> = beyond.iter().map(text).collect();
    for demand in sheet["demand"].as_array().expect("demands") {
        let start = demand["start"]
            .as_array()
            .expect("requirements of the starting state");
        assert!(!start.is_empty(), "{demand:?}");
        asked.extend(
            start
                .iter()
                .map(|name| name.as_str().expect("a name").to_owned()),
        );
    }
    assert_eq!(asked, all);
}

#[test]
fn it_is_published_all_the_same() {
    let out = tempfile::TempDir::new().expect("a folder");
    let mut command = cargo_bin_cmd!("charte");
    command
        .env_clear()
        .current_dir(folder())
        .args(["publish", "--out"])
        .arg(out.path().join("published"));
    command.assert().success();
    let page =
        |path: &str| fs::read_to_string(out.path().join("published").join(path)).expect("a page");
    // The public page promises nothing that it cannot show.
    let public = page("public/charte.md");
    assert!(
        !public.contains("Tenu\u{a0}") && !public.contains(": Tenu"),
        "{public}"
    );
    for path in ["audit/tableau-de-bord.md", "staff/guide.md"] {
        assert!(!page(path).is_empty(), "{path}");
    }
}
