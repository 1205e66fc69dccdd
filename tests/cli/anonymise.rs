//! `charte anonymise`: the copy gives the same figures, says nothing of persons, and its key is kept apart.

use super::town::{Said, Town, run_in, run_with};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

/// A key apart from any charter or repository.
fn key() -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("cle").display().to_string();
    (folder, path)
}

/// What a scorecard counts, without what names the files.
fn figures(said: &Said) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    let scorecard = said.scorecard();
    for engagement in scorecard["engagements"].as_array().expect("engagements") {
        for card in engagement["requirements"].as_array().expect("requirements") {
            let name = format!("{}/{}", card["engagement"], card["id"]);
            found.insert(name, serde_json::json!([card["verdict"], card["measured"]]));
        }
    }
    for source in scorecard["sources"].as_array().expect("sources") {
        let counts = ["rows", "read", "merged", "rejected"].map(|key| source[key].clone());
        found.insert(
            format!("source {}", source["id"]),
            Value::from(counts.to_vec()),
        );
    }
    found
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copied(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Every table of the example town, in its copies under one key, gives the scorecard of the originals.
#[test]
fn a_check_of_the_copies_gives_the_figures_of_the_originals() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let town = TempDir::new().expect("a folder");
    for folder in ["charter", "evidence"] {
        copied(&root.join(folder), &town.path().join(folder));
    }
    let before = figures(&run_in(town.path(), &["check", "--format", "json"]));
    let (_folder, key) = key();
    let sources =
        std::fs::read_to_string(town.path().join("charter/sources.toml")).expect("a file");
    let (mut id, mut tables, mut texts) = (String::new(), 0, String::new());
    let mut new_key = Some("--new-key");
    for line in sources.lines() {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            name.clone_into(&mut id);
        }
        let Some(files) = line.strip_prefix("files = ") else {
            continue;
        };
        let files: Vec<&str> = files
            .split('"')
            .filter(|part| part.ends_with(".csv"))
            .collect();
        if files.is_empty() {
            continue;
        }
        let mut args = vec!["anonymise", &*id, "--key", &*key, "--out", "copies"];
        args.extend(new_key.take());
        let said = run_in(town.path(), &args);
        assert_eq!((said.code, said.out.as_str()), (0, ""), "{id}: {said:?}");
        for (file, number) in files.iter().zip(1..) {
            let copy = town.path().join(format!("copies/{id}-{number}.csv"));
            let bytes = std::fs::read(&copy).expect("a copy");
            texts += &String::from_utf8_lossy(&bytes);
            std::fs::copy(copy, town.path().join(file)).expect("replaced");
            tables += 1;
        }
    }
    assert!(tables > 20, "{tables}");
    let after = figures(&run_in(town.path(), &["check", "--format", "json"]));
    assert_eq!(after, before);
    let users: Vec<String> = (0..10).map(|digit| format!("Usager {digit}")).collect();
    let secrets = [
        "01 99 00",
        "@courriel",
        "Agent 0",
        "Visiteur 2",
        "D26-0",
        "R26-0",
    ];
    for secret in users.iter().map(String::as_str).chain(secrets) {
        assert!(!texts.contains(secret), "{secret}");
    }
}

#[test]
#[cfg(unix)]
fn the_key_is_kept_apart_and_nothing_is_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let town = Town::new();
    let (folder, key) = key();
    let args = |key: &str, out: &str, more: &[&str]| -> Said {
        let mut args = vec!["anonymise", "appels", "--key", key, "--out", out];
        args.extend(more);
        town.run(&args)
    };
    assert_eq!(args(&key, "copie", &[]).codes(), ["run-anonymise-key-file"]);
    assert_eq!(
        args("cle", "copie", &["--new-key"]).codes(),
        ["run-anonymise-key-place"]
    );
    assert!(!town.path("cle").exists());
    let said = args(&key, "copie", &["--new-key"]);
    assert_eq!(said.code, 0, "{said:?}");
    let mode = std::fs::metadata(&key).expect("a key").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // The copy stands already, and so does the key.
    assert_eq!(args(&key, "copie", &[]).codes(), ["run-anonymise-taken"]);
    assert_eq!(
        args(&key, "autre", &["--new-key"]).codes(),
        ["run-anonymise-key-file"]
    );
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("rights");
    assert_eq!(args(&key, "autre", &[]).codes(), ["run-anonymise-key-open"]);
    let short = folder.path().join("courte");
    std::fs::write(&short, "abc").expect("a file");
    std::fs::set_permissions(&short, std::fs::Permissions::from_mode(0o600)).expect("rights");
    assert_eq!(
        args(&short.display().to_string(), "autre", &[]).codes(),
        ["run-anonymise-key-shape"]
    );
    // A repository around the key.
    std::fs::create_dir(folder.path().join(".git")).expect("a folder");
    assert_eq!(
        args(&key, "autre", &[]).codes(),
        ["run-anonymise-key-place"]
    );
    assert_eq!(
        town.names("."),
        ["autre", "charter", "copie", "evidence"]
            .iter()
            .filter(|name| town.path(name).exists())
            .copied()
            .collect::<Vec<_>>()
    );
}

#[test]
fn what_is_no_declared_table_is_refused() {
    let town = Town::new();
    let (_folder, key) = key();
    let said = town.run(&[
        "anonymise",
        "appel",
        "--key",
        &key,
        "--new-key",
        "--out",
        "copie",
    ]);
    assert_eq!(said.codes(), ["run-anonymise-unknown"], "{said:?}");
    assert!(said.err.contains("appels"), "{said:?}");
    // A file that lacks a declared column.
    town.write("evidence/journal.csv", "jour;nom\n01/05/2026;Personne\n");
    let ci = [("CI", "true")];
    let said = run_with(
        town.root(),
        &[
            "anonymise",
            "appels",
            "--key",
            &key,
            "--new-key",
            "--out",
            "copie",
        ],
        &ci,
    );
    assert_eq!(said.codes(), ["run-anonymise-unread"], "{said:?}");
    assert_eq!(town.names("copie"), Vec::<String>::new());
}
