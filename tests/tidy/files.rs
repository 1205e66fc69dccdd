//! Files: headers, lengths, names, cases, the commands that the documents show, dependencies.

use super::source::{files, root, rust, text};
use charte::messages::{Lang, Messages};
use std::collections::BTreeSet;

/// The most lines of a file of the library or the program.
const LONGEST: usize = 500;

#[test]
fn every_rust_file_says_what_it_is_for() {
    let mut silent = Vec::new();
    for folder in ["src", "tests", "examples", "benches"] {
        for source in rust(folder) {
            let first = source.text.lines().next().unwrap_or_default();
            if first
                .strip_prefix("//! ")
                .is_none_or(|about| about.trim().len() < 10)
            {
                silent.push(source.path);
            }
        }
    }
    assert!(silent.is_empty(), "without `//!`: {silent:#?}");
}

#[test]
fn no_file_of_the_library_is_too_long() {
    let lengths = rust("src")
        .into_iter()
        .map(|source| (source.text.lines().count(), source.path));
    let long: Vec<(usize, String)> = lengths.filter(|(lines, _)| *lines > LONGEST).collect();
    assert!(long.is_empty(), "more than {LONGEST} lines: {long:#?}");
}

#[test]
fn modules_stand_beside_their_folder() {
    let found: Vec<String> = ["src", "tests", "examples", "benches"]
        .into_iter()
        .flat_map(files)
        .filter(|path| path.ends_with("/mod.rs"))
        .collect();
    assert!(found.is_empty(), "{found:?}");
    let paths: BTreeSet<String> = files("src")
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .collect();
    for path in &paths {
        let Some((folder, _)) = path.rsplit_once('/') else {
            continue;
        };
        let parent = format!("{folder}.rs");
        assert!(
            folder == "src" || paths.contains(&parent),
            "{path} has no {parent}"
        );
    }
}

/// Small letters, digits and single dashes.
fn is_id(name: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    };
    name.split('-').all(plain)
}

#[test]
fn files_of_the_charter_are_named_after_ids() {
    for (folder, ending) in [
        ("charter/engagements", ".toml"),
        ("charter/label", ".toml"),
        ("charter/guide", ".md"),
    ] {
        let paths = files(folder);
        assert!(!paths.is_empty(), "{folder}");
        for path in paths {
            let name = path[folder.len() + 1..].strip_suffix(ending);
            assert!(name.is_some_and(is_id), "{path}");
        }
    }
}

#[test]
fn every_case_is_whole() {
    let mut cases: BTreeSet<String> = BTreeSet::new();
    let paths: BTreeSet<String> = files("tests/cases").into_iter().collect();
    for path in &paths {
        let rest = &path["tests/cases/".len()..];
        let (case, inner) = rest
            .split_once('/')
            .unwrap_or_else(|| panic!("{path} is in no case"));
        assert!(is_id(case), "{case}");
        let known = ["charter/", "evidence/"]
            .iter()
            .any(|folder| inner.starts_with(folder));
        assert!(
            known || inner == "expected.json",
            "{path} is no part of a case"
        );
        cases.insert(case.to_owned());
    }
    assert!(cases.len() >= 30, "{} cases only", cases.len());
    for case in cases {
        let folder = format!("tests/cases/{case}");
        for file in [
            "charter/charter.toml",
            "charter/sources.toml",
            "expected.json",
        ] {
            assert!(
                paths.contains(&format!("{folder}/{file}")),
                "{folder} lacks {file}"
            );
        }
        let expected = text(&format!("{folder}/expected.json")).expect("UTF-8");
        // A case about a missing file may have none; it must then say that the file is missing.
        let evidence = paths
            .iter()
            .any(|path| path.starts_with(&format!("{folder}/evidence/")));
        assert!(
            evidence || expected.contains("evidence-file-missing"),
            "{folder} has no evidence"
        );
    }
}

/// The commands that a document shows, without comment, redirection or what runs them.
fn commands(document: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut block = false;
    for line in document.lines() {
        if line.starts_with("```") {
            block = !block;
            continue;
        }
        let candidates: Vec<&str> = if block {
            vec![line]
        } else {
            line.split('`').skip(1).step_by(2).collect()
        };
        for candidate in candidates {
            let candidate = candidate
                .split([';', '#', '>', '|'])
                .next()
                .unwrap_or_default();
            let words: Vec<String> = candidate.split_whitespace().map(str::to_owned).collect();
            let program = words.first().map_or("", String::as_str);
            if program == "charte" && words.len() > 1 {
                found.push(words);
            } else if program == "cargo" && words.get(1).is_some_and(|verb| verb == "run") {
                let own = words
                    .iter()
                    .skip_while(|word| *word != "--")
                    .skip(1)
                    .cloned();
                let own: Vec<String> = std::iter::once("charte".to_owned()).chain(own).collect();
                if own.len() > 1 {
                    found.push(own);
                }
            }
        }
    }
    found
}

#[test]
fn documents_show_commands_that_exist() {
    let mut count = 0;
    for path in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"] {
        let Some(document) = text(path) else { continue };
        for words in commands(&document) {
            for lang in Lang::ALL {
                let command = charte::cli::command(&Messages::new(lang));
                let parsed = command.try_get_matches_from(&words);
                assert!(
                    parsed.is_ok(),
                    "{path}: {}: {}",
                    words.join(" "),
                    parsed.unwrap_err()
                );
            }
            count += 1;
        }
    }
    assert!(
        count >= 8 || text("README.md").is_none(),
        "{count} commands only"
    );
}

#[test]
fn documents_name_every_verb() {
    let Some(readme) = text("README.md") else {
        return;
    };
    let shown: BTreeSet<String> = commands(&readme)
        .into_iter()
        .filter_map(|words| words.get(1).cloned())
        .collect();
    let command = charte::cli::command(&Messages::new(Lang::En));
    let verbs: BTreeSet<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    let silent: Vec<&String> = verbs.difference(&shown).collect();
    assert!(silent.is_empty(), "README.md does not show {silent:?}");
}

#[test]
fn commands_are_read_out_of_documents() {
    let document = "Run `charte check --lang fr|en` or `charte`.\n```\ncargo run --release -- publish\ncharte a b # c\ncargo test\n```\n`charte x > y`";
    let found: Vec<String> = commands(document)
        .into_iter()
        .map(|words| words.join(" "))
        .collect();
    assert_eq!(
        found,
        [
            "charte check --lang fr",
            "charte publish",
            "charte a b",
            "charte x"
        ]
    );
}

/// The layers that the architecture page draws never contradict the ones that hold.
#[test]
fn the_architecture_names_every_module() {
    let Some(page) = text("ARCHITECTURE.md") else {
        return;
    };
    let rows = page
        .lines()
        .filter(|line| line.starts_with("| "))
        .filter_map(|line| line.split('|').nth(2));
    let named: Vec<Vec<&str>> = rows
        .map(|cell| cell.split('`').skip(1).step_by(2).collect())
        .collect();
    let row = |module: &str| named.iter().position(|row| row.contains(&module));
    let levels = super::layers::levels();
    for (module, level) in &levels {
        let own = row(module).unwrap_or_else(|| panic!("ARCHITECTURE.md does not name {module}"));
        for (other, below) in &levels {
            let other_row = row(other).expect("a row");
            // The page goes from the top down.
            assert!(
                below >= level || other_row >= own,
                "ARCHITECTURE.md draws {other} above {module}"
            );
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = text("Cargo.toml").expect("UTF-8");
    let (mut section, mut before) = (String::new(), "");
    let mut count = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']']).to_owned();
        } else if section.ends_with("dependencies")
            && !line.starts_with('#')
            && !line.trim().is_empty()
        {
            let name = |line: &str| {
                line.split([' ', '=', '.'])
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            };
            // A family of packages (serde, serde_json) shares its reason.
            let family = !name(before).is_empty() && name(line).starts_with(&name(before));
            assert!(
                before.starts_with("# ") || family,
                "Cargo.toml: no reason above {line}"
            );
            count += 1;
        }
        before = line;
    }
    assert!(count >= 10, "{count} dependencies only");
}

/// Traces of a machine, of a network or of a registry that is not everyone's.
fn traces() -> Vec<String> {
    // Put together here, so that this file does not hold what it looks for.
    [
        ("/ho", "me/"),
        ("/ro", "ot/"),
        ("/wo", "rk/"),
        ("/Us", "ers/"),
        ("C:\\", "Users"),
        ("/tm", "p/"),
        ("/mn", "t/"),
        ("local", "host"),
        ("127.0", ".0.1"),
        ("192.1", "68."),
        ("index.", "crates.io"),
        ("static.", "crates.io"),
        ("registry", ".npmjs"),
        ("pypi", ".org"),
        ("files.python", "hosted"),
        ("artif", "actory"),
        ("nex", "us."),
        ("jfr", "og"),
        ("sourcegraph", ".com"),
        (".inter", "nal/"),
        ("BEGIN ", "PRIVATE KEY"),
        ("CARGO_REG", "ISTRY"),
    ]
    .into_iter()
    .map(|(one, two)| format!("{one}{two}"))
    .collect()
}

#[test]
fn no_file_tells_where_it_was_made() {
    let traces = traces();
    let mut found = Vec::new();
    let mut texts = 0;
    for path in files("") {
        let Some(text) = text(&path) else { continue };
        texts += 1;
        for (line, number) in text.lines().zip(1..) {
            for trace in traces.iter().filter(|trace| line.contains(&***trace)) {
                found.push(format!("{path}:{number}: {trace}"));
            }
        }
    }
    assert!(texts > 100, "{texts} texts only");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_lockfile_knows_one_registry() {
    let lock = text("Cargo.lock").expect("UTF-8");
    let sources: BTreeSet<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = "))
        .collect();
    let expected = BTreeSet::from(["\"registry+https://github.com/rust-lang/crates.io-index\""]);
    assert_eq!(sources, expected);
    assert!(
        !root().join(".cargo").exists(),
        ".cargo would set a registry for everyone"
    );
}
