//! Charters with one defect each: what is reported, where, and in which words.
//!
//! Each folder of `tests/invalid` is a case: the files of `base`, replaced by its own. The first line of its `case.txt` is
//! the code that must be among those reported (`valid` for none), `remove` lists files of the base that are left out.
//! Its `expected.txt` is the report in French; `CHARTE_UPDATE=1 cargo test` rewrites it.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "the cases are files, the environment says whether to rewrite them, and a helper of a test may stop it"
)]

use charte::charter::{CharterFile, read};
use charte::diagnostic::{Diagnostic, Place, Severity};
use charte::messages::{Lang, Messages};
use charte::report::diagnostic::{Style, render};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const STYLE: Style = Style {
    color: false,
    unicode: false,
    width: 100,
};

/// Faults about what is not there have no place.
const WITHOUT_PLACE: [&str; 2] = ["charter-missing-file", "charter-no-engagement"];

struct Case {
    name: String,
    folder: PathBuf,
    code: String,
    files: Vec<CharterFile>,
    valid: bool,
    faults: Vec<Diagnostic>,
}

/// Every case, read once.
static CASES: LazyLock<Vec<Case>> = LazyLock::new(cases);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid")
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name");
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

fn case(folder: PathBuf) -> Case {
    let name = folder
        .file_name()
        .and_then(|name| name.to_str())
        .expect("a name");
    let about = fs::read_to_string(folder.join("case.txt")).expect("case.txt");
    let mut files = BTreeMap::new();
    collect(&root().join("base/charter"), "", &mut files);
    for removed in about
        .lines()
        .filter_map(|line| line.strip_prefix("remove "))
        .flat_map(str::split_whitespace)
    {
        assert!(
            files.remove(removed).is_some(),
            "{name}: the base has no {removed}"
        );
    }
    collect(&folder.join("charter"), "", &mut files);
    let files: Vec<CharterFile> = files
        .into_iter()
        .map(|(path, bytes)| CharterFile { path, bytes })
        .collect();
    let (charter, faults) = read(&files);
    Case {
        name: name.to_owned(),
        code: about.lines().next().unwrap_or_default().to_owned(),
        valid: charter.is_some(),
        faults,
        files,
        folder,
    }
}

fn cases() -> Vec<Case> {
    let mut folders: Vec<PathBuf> = fs::read_dir(root())
        .expect("the cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .collect();
    folders.sort();
    folders.into_iter().map(case).collect()
}

fn shown(files: &[CharterFile]) -> Vec<(String, String)> {
    let text = |file: &CharterFile| {
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        (format!("charter/{}", file.path), text)
    };
    files.iter().map(text).collect()
}

/// Each fault stands in one of the files, and says in both languages what it is and how to mend it.
fn check_fault(case: &Case, fault: &Diagnostic, catalogues: &[Messages]) {
    let (name, code) = (&case.name, fault.code.as_str());
    for messages in catalogues {
        let lang = messages.lang();
        let said = |attribute| messages.attribute(code, attribute, &fault.args);
        let mut texts = vec![messages.text(code, &fault.args)];
        texts.extend(["label", "related"].into_iter().filter_map(said));
        texts.push(said("help").unwrap_or_default());
        for text in texts {
            assert!(!text.trim().is_empty(), "{name}: {code} in {lang:?}");
            // What a message asks for and the code does not give stays in braces.
            assert!(
                !text.contains("{$") && !text.starts_with('['),
                "{name}: {code} in {lang:?} says {text}"
            );
        }
    }
    match &fault.place {
        Some(Place::Charter { file, span }) => {
            let file = case.files.get(file.0).expect("a file of the charter");
            assert!(
                span.end <= file.bytes.len(),
                "{name}: {code} is outside {}",
                file.path
            );
        }
        Some(Place::Evidence { .. }) => panic!("{name}: {code} is about evidence"),
        None => assert!(WITHOUT_PLACE.contains(&code), "{name}: {code} has no place"),
    }
}

#[test]
fn every_defect_is_reported_where_it_is_with_its_help() {
    assert!(CASES.len() >= 30, "{} cases only", CASES.len());
    let catalogues = Lang::ALL.map(Messages::new);
    let (mut changed, mut silent) = (Vec::new(), Vec::new());
    for case in CASES.iter() {
        let faults = &case.faults;
        let text = render(faults, &shown(&case.files), &catalogues[0], STYLE);
        let errors = faults
            .iter()
            .filter(|fault| fault.severity == Severity::Error)
            .count();
        assert_eq!(case.valid, errors == 0, "{}", case.name);
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code.as_str()).collect();
        if case.code == "valid" {
            assert!(codes.is_empty(), "{}: {codes:?}", case.name);
        } else {
            if !codes.contains(&case.code.as_str()) {
                silent.push(format!("{}: {} is not in {codes:?}", case.name, case.code));
            }
        }
        for fault in faults {
            check_fault(case, fault, &catalogues);
        }
        let expected = case.folder.join("expected.txt");
        if std::env::var("CHARTE_UPDATE").is_ok() {
            fs::write(&expected, &text).expect("expected.txt");
        } else if fs::read_to_string(&expected).unwrap_or_default() != text {
            changed.push(&case.name);
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    assert!(
        changed.is_empty(),
        "reports have changed; look at them, then CHARTE_UPDATE=1: {changed:?}"
    );
}

/// Every kind of fault of a charter has a case here and, in both languages, a message with a help; and no message is idle.
#[test]
fn every_code_has_a_case_and_every_message_a_code() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/charter/fault.rs");
    let source = fs::read_to_string(source).expect("the codes");
    let codes: BTreeSet<&str> = source
        .split("Code::new(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let mut reported = BTreeSet::new();
    for case in CASES.iter() {
        reported.extend(case.faults.iter().map(|fault| fault.code.as_str()));
    }
    let silent: Vec<_> = codes
        .iter()
        .filter(|code| !reported.contains(**code))
        .collect();
    assert!(silent.is_empty(), "no case reports {silent:?}");
    for lang in Lang::ALL {
        let (_, text) = lang
            .sources()
            .iter()
            .find(|(area, _)| *area == "charter")
            .expect("the area");
        let mut with_help = BTreeSet::new();
        let mut current = "";
        for line in text.lines() {
            match line.split_once(" = ") {
                Some((key, _)) if line.starts_with("charter-") => current = key,
                Some(("    .help", _)) => {
                    with_help.insert(current);
                }
                _ => {}
            }
        }
        assert_eq!(with_help, codes, "{lang:?}");
    }
}

#[test]
fn only_two_defects_leave_the_charter_valid() {
    let valid: Vec<&str> = CASES
        .iter()
        .filter(|case| case.code != "valid" && case.valid)
        .map(|case| case.name.as_str())
        .collect();
    assert_eq!(valid, ["delay-above-ceiling", "unused-source"]);
}

#[test]
fn the_base_has_no_defect() {
    let mut files = BTreeMap::new();
    collect(&root().join("base/charter"), "", &mut files);
    let files: Vec<CharterFile> = files
        .into_iter()
        .map(|(path, bytes)| CharterFile { path, bytes })
        .collect();
    let (charter, faults) = read(&files);
    assert!(charter.is_some(), "{faults:?}");
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn five_defects_in_one_charter_are_reported_together() {
    let five = case(root().join("five-faults"));
    let mut codes: Vec<&str> = five
        .faults
        .iter()
        .map(|fault| fault.code.as_str())
        .collect();
    codes.sort_unstable();
    for code in [
        "charter-decimal-comma",
        "charter-impossible-date",
        "charter-share-number",
        "charter-unknown-key",
        "charter-unknown-word",
    ] {
        assert!(codes.contains(&code), "{code} is not in {codes:?}");
    }
}

#[test]
fn no_report_carries_what_could_steer_a_terminal() {
    let messages = Messages::new(Lang::En);
    for case in CASES.iter() {
        let text = render(&case.faults, &shown(&case.files), &messages, STYLE);
        let steering = |letter: &char| {
            (letter.is_control() && *letter != '\n') || ('\u{202a}'..='\u{202e}').contains(letter)
        };
        assert_eq!(text.chars().find(steering), None, "{}", case.name);
    }
}
