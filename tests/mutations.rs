//! The smallest breaking change of the evidence, for each requirement of the example town.
//!
//! Each file of `tests/mutations` is named after an engagement and lists mutations of the example's evidence: the rows to
//! change, the verdict that the requirement then takes, and every other requirement whose verdict changes with it. The test
//! holds three things: the verdict becomes the one said and no verdict flips that is not listed; one row less would not have
//! changed it; no measured requirement of the charter is without a mutation.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the example is a folder of files, and a helper of a test asserts"
)]

use assert_cmd::cargo::cargo_bin_cmd;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A file of mutations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    mutation: Vec<Mutation>,
}

/// A change of the evidence and what follows from it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    /// The requirement it is about, within the engagement of the file.
    requirement: String,
    /// What happens in the town, in words.
    why: String,
    /// The verdict that the requirement takes.
    becomes: String,
    /// Every other requirement whose verdict changes too, with its new verdict.
    #[serde(default)]
    flips: BTreeMap<String, String>,
    /// The change.
    edit: Vec<Edit>,
}

/// A change of one file. The last edit of a mutation is the one whose number of rows is the smallest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    /// Columns and the values that the rows to change have in them.
    #[serde(default, rename = "where")]
    having: BTreeMap<String, String>,
    /// New values of columns.
    #[serde(default)]
    set: BTreeMap<String, String>,
    /// How many rows change, from the top.
    #[serde(default)]
    rows: usize,
    /// The rows are removed.
    #[serde(default)]
    remove: bool,
    /// Lines added at the end of the file.
    #[serde(default)]
    append: Vec<String>,
    /// A text of the file and what stands in its place, once.
    replace: Option<(String, String)>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copied file");
        }
    }
}

/// A copy of the example town.
fn town() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for part in ["charter", "evidence"] {
        copy(&root().join(part), &folder.path().join(part));
    }
    folder
}

/// The verdict of every requirement, by engagement and id.
fn verdicts(folder: &Path) -> BTreeMap<String, String> {
    let mut command = cargo_bin_cmd!("charte");
    command
        .env_clear()
        .current_dir(folder)
        .args(["check", "--format", "json"]);
    let output = command.output().expect("the program runs");
    let scorecard: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|fault| {
        panic!("{fault}: {}", String::from_utf8_lossy(&output.stderr));
    });
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let engagements = list(&scorecard["engagements"]);
    let cards = engagements.iter().flat_map(|card| {
        let requirements = list(&card["requirements"]);
        let id = text(&card["id"]);
        requirements.into_iter().map(move |requirement| {
            let name = format!("{id}/{}", text(&requirement["id"]));
            (name, text(&requirement["verdict"]))
        })
    });
    cards.collect()
}

/// Applies an edit to at most so many rows.
fn apply(edit: &Edit, rows: usize, folder: &Path) {
    let path = folder.join(&edit.file);
    let bytes = fs::read(&path).unwrap_or_else(|fault| panic!("{}: {fault}", edit.file));
    let encoding: &'static Encoding = if std::str::from_utf8(&bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    };
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    let mut text = match &edit.replace {
        Some((old, new)) => {
            assert!(text.contains(old.as_str()), "{}: no {old:?}", edit.file);
            text.replacen(old.as_str(), new, 1)
        }
        None if edit.set.is_empty() && !edit.remove => text.into_owned(),
        None => changed(edit, rows, &text),
    };
    for line in &edit.append {
        text.push_str(line);
        text.push('\n');
    }
    fs::write(&path, encoding.encode(&text).0).expect("a written file");
}

/// A table with some of its rows changed or removed.
fn changed(edit: &Edit, rows: usize, text: &str) -> String {
    let body = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    let mut records = reader.records().map(|record| record.expect("a record"));
    let header = records.next().expect("a header");
    let column = |name: &str| {
        let found = header.iter().position(|cell| cell == name);
        found.unwrap_or_else(|| panic!("{}: no column {name:?}", edit.file))
    };
    let wanted: Vec<(usize, &String)> = edit
        .having
        .iter()
        .map(|(name, value)| (column(name), value))
        .collect();
    let news: Vec<(usize, &String)> = edit
        .set
        .iter()
        .map(|(name, value)| (column(name), value))
        .collect();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_writer(Vec::new());
    writer.write_record(&header).expect("a header");
    let mut left = rows;
    for record in records {
        let fits = |(column, value): &(usize, &String)| record.get(*column) == Some(value.as_str());
        if left == 0 || record.len() != header.len() || !wanted.iter().all(fits) {
            writer.write_record(&record).expect("a record");
            continue;
        }
        left -= 1;
        if !edit.remove {
            let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
            for (column, value) in &news {
                cells[*column].clone_from(value);
            }
            writer.write_record(&cells).expect("a record");
        }
    }
    assert_eq!(left, 0, "{}: not so many rows to change", edit.file);
    String::from_utf8(writer.into_inner().expect("a table")).expect("a text")
}

/// The verdicts that differ, with their new value.
fn differences(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let changed = after
        .iter()
        .filter(|(name, verdict)| before.get(*name) != Some(verdict));
    changed
        .map(|(name, verdict)| (name.clone(), verdict.clone()))
        .collect()
}

/// The verdicts after a mutation; its last edit of so many rows, where that is said.
fn after(mutation: &Mutation, last: Option<usize>) -> BTreeMap<String, String> {
    let folder = town();
    for (rank, edit) in (1..).zip(&mutation.edit) {
        let rows = last.filter(|_| rank == mutation.edit.len());
        apply(edit, rows.unwrap_or(edit.rows), folder.path());
    }
    verdicts(folder.path())
}

/// The smallest number of rows that changes the verdict, if one row less than said does.
fn fewer(mutation: &Mutation, name: &str, before: &BTreeMap<String, String>) -> Option<usize> {
    let flips = |rows| after(mutation, Some(rows)).get(name) != before.get(name);
    let most = mutation.edit.last().expect("an edit").rows;
    if most < 2 || !flips(most - 1) {
        return None;
    }
    let (mut too_few, mut enough) = (0, most - 1);
    while enough - too_few > 1 {
        let middle = too_few.midpoint(enough);
        if flips(middle) {
            enough = middle;
        } else {
            too_few = middle;
        }
    }
    Some(enough)
}

fn sheets() -> Vec<(String, Sheet)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join("tests/mutations"))
        .expect("the folder of the mutations")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let sheet = |path: PathBuf| {
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("a name")
            .to_owned();
        let text = fs::read_to_string(&path).expect("a sheet");
        let sheet = toml::from_str(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        (name, sheet)
    };
    paths.into_iter().map(sheet).collect()
}

#[test]
fn the_smallest_breaking_change_flips_what_is_listed_and_nothing_else() {
    let before = verdicts(town().path());
    let mut wrong = Vec::new();
    let mut reached = BTreeSet::new();
    for (engagement, sheet) in sheets() {
        for mutation in &sheet.mutation {
            let name = format!("{engagement}/{}", mutation.requirement);
            assert!(before.contains_key(&name), "no requirement {name}");
            assert!(!mutation.why.is_empty(), "{name}: say why");
            reached.insert(name.clone());
            let mut expected = mutation.flips.clone();
            expected.insert(name.clone(), mutation.becomes.clone());
            let found = differences(&before, &after(mutation, None));
            if found != expected {
                wrong.push(format!("{name} ({}): {found:?}", mutation.why));
            }
            if let Some(fewer) = fewer(mutation, &name, &before) {
                wrong.push(format!("{name} ({}): {fewer} rows do it", mutation.why));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let measured = before
        .iter()
        .filter(|(_, verdict)| *verdict != "not-applicable");
    let idle: Vec<&String> = measured
        .map(|(name, _)| name)
        .filter(|name| !reached.contains(*name))
        .collect();
    assert!(idle.is_empty(), "requirements without a mutation: {idle:?}");
}
