//! The whole program on a town whose evidence is workbooks, and on readers that fail.

use super::build::{ods, said, xlsx};
use charte::run::check::{Request, check, load};
use charte::run::folder::Folder;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// What a check of a town gave.
pub(super) struct Said {
    pub(super) codes: Vec<String>,
    /// The rows read of each file, in the order of the sources; none for one that could not be used.
    pub(super) rows: Vec<Option<u64>>,
    /// The verdict of each source's requirement.
    pub(super) verdicts: Vec<String>,
    pub(super) json: String,
}

/// A town with one source and one requirement for each file.
pub(super) struct Town {
    folder: tempfile::TempDir,
}

const CHARTER: &str = r#"
title = "Charte de l'accueil"
version = "1"
in_force = 2026-01-01
organisation = { name = "Ville de Bourg-l'Exemple" }
period = { from = 2026-05-01, to = 2026-06-30 }
calendar = { working_week = "lu-ve" }
sites = {}
services = {}
"#;

impl Town {
    /// A town whose files are of one format, with further settings of each source.
    pub(super) fn new(format: &str, settings: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let charter = folder.path().join("charter");
        fs::create_dir_all(charter.join("engagements")).unwrap();
        fs::write(charter.join("charter.toml"), CHARTER).unwrap();
        let mut sources = String::new();
        let mut promise = "number = 1\ntitle = \"Un accueil\"\npromise = \"Nous accueillons.\"\ntheme = \"Accueil\"\nowner = \"Accueil\"\n".to_owned();
        for (number, (name, bytes)) in files.iter().enumerate() {
            fs::write(folder.path().join(name), bytes).unwrap();
            write!(
                sources,
                "[s{number}]\ntitle = \"Fiches\"\nnature = \"software-export\"\nformat = \"{format}\"\nfiles = [\"{name}\"]\ncollected = 2026-06-30\nproof = \"census\"\n{settings}\n[s{number}.columns]\nmotif = {{ header = \"colonne 1\", type = \"text\" }}\n\n"
            )
            .unwrap();
            write!(
                promise,
                "\n[[requirement]]\nid = \"r{number}\"\ntitle = \"Le motif est noté\"\nsource = \"s{number}\"\nseverity = \"minor\"\n[requirement.share]\nholds = {{ motif = {{ recorded = true }} }}\nat_least = \"90 %\"\n"
            )
            .unwrap();
        }
        fs::write(charter.join("sources.toml"), sources).unwrap();
        fs::write(charter.join("engagements/accueil.toml"), promise).unwrap();
        Self { folder }
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Checks it with the program's own reader.
    pub(super) fn check(&self) -> Said {
        self.check_by(Path::new(env!("CARGO_BIN_EXE_charte")))
    }

    /// Checks it with another reader.
    pub(super) fn check_by(&self, reader: &Path) -> Said {
        let folder = Folder::find(None, self.folder.path()).unwrap();
        let loaded = load(&folder).unwrap();
        let charter = loaded.charter.as_ref();
        let charter = charter.unwrap_or_else(|| panic!("{:?}", loaded.faults));
        let request = Request {
            reader: reader.to_owned(),
            ..Request::default()
        };
        let checked = check(&folder, &loaded, charter, &request).unwrap();
        let files = checked
            .scorecard
            .sources
            .iter()
            .flat_map(|source| &source.files);
        let codes = checked
            .faults
            .iter()
            .map(|fault| fault.code.as_str().to_owned());
        let verdicts = checked.scorecard.all_requirements();
        Said {
            codes: codes.collect(),
            rows: files.map(|file| file.used.then_some(file.read)).collect(),
            verdicts: verdicts.map(|card| card.verdict.clone()).collect(),
            json: checked.scorecard.to_json(),
        }
    }
}

fn sheet(rows: u32) -> Vec<u8> {
    let row = |number: u32, text: &str| {
        format!(
            r#"<row r="{number}"><c r="B{number}" t="inlineStr"><is><t>{text}</t></is></c></row>"#
        )
    };
    let all = (2..rows + 2).map(|number| row(number, "Dupont"));
    xlsx(&[row(1, "colonne 1"), all.collect()].concat())
}

/// A reader that runs a script before the program's own.
fn reader(folder: &Path, script: &str) -> PathBuf {
    let path = folder.join("reader");
    let program = env!("CARGO_BIN_EXE_charte");
    fs::write(
        &path,
        format!("#!/bin/sh\n{script}\nexec {program} \"$@\"\n"),
    )
    .unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path
}

#[test]
fn a_killed_reader_leaves_its_own_requirement_not_shown_and_all_others_unchanged() {
    // The second file is told from the others by its length.
    let (first, second, third) = (sheet(3), sheet(40), sheet(5));
    let town = Town::new(
        "xlsx",
        "",
        &[("a.xlsx", &first), ("b.xlsx", &second), ("c.xlsx", &third)],
    );
    let whole = town.check();
    assert_eq!(whole.codes, Vec::<String>::new());
    assert_eq!(whole.rows, [Some(3), Some(40), Some(5)]);
    assert_eq!(whole.verdicts, ["met", "met", "met"]);
    let length = second.len();
    for (death, code) in [
        ("kill -9 $$", "evidence-reader-died"),
        ("kill -6 $$", "evidence-reader-died"),
        ("kill -24 $$", "evidence-reader-time"),
        (
            "echo Dupont; echo Dupont >&2; exit 0",
            "evidence-reader-lied",
        ),
        (
            r"printf 'S\001\000\000\000'; exit 0",
            "evidence-reader-died",
        ),
    ] {
        let script = format!("if [ $(stat -Lc %s /dev/stdin) -eq {length} ]; then {death}; fi");
        let broken = town.check_by(&reader(
            town.folder(),
            &format!("PATH=/usr/bin:/bin\n{script}"),
        ));
        assert_eq!(broken.codes, [code], "{death}");
        assert_eq!(broken.rows, [Some(3), None, Some(5)], "{death}");
        assert_eq!(broken.verdicts, ["met", "not-shown", "met"], "{death}");
        assert!(!broken.json.contains("Dupont"), "{death}");
    }
}

#[test]
fn a_hostile_file_leaves_its_own_requirement_not_shown_and_all_others_unchanged() {
    let good = sheet(3);
    let bomb = format!("<row></row>{}", " ".repeat(60_000)).repeat(1_000);
    let page = b"<html><table><tr><td>Dupont</td></tr></table></html>";
    let town = Town::new(
        "xlsx",
        "",
        &[
            ("a.xlsx", &good),
            ("b.xlsx", &xlsx(&bomb)),
            ("c.xlsx", page),
            ("d.xlsx", b""),
            ("e.xlsx", &good),
        ],
    );
    let said = town.check();
    let codes = [
        "evidence-workbook-inflated",
        "evidence-workbook-other",
        "evidence-file-empty",
    ];
    assert_eq!(said.codes, codes);
    assert_eq!(said.rows, [Some(3), None, None, None, Some(3)]);
    assert_eq!(
        said.verdicts,
        ["met", "not-shown", "not-shown", "not-shown", "met"]
    );
    assert!(!said.json.contains("Dupont"));
}

#[test]
fn a_sheet_is_read_by_its_name_below_its_titles() {
    let row = |text: &str| format!("<table:table-row>{}</table:table-row>", said(text));
    let empty =
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>";
    let list = [
        row("Export du 30 juin"),
        empty.to_owned(),
        row("colonne 1"),
        row("Dupont"),
        empty.to_owned(),
        row("Martin"),
    ]
    .concat();
    let document = ods(&[("Accueil", &row("autre")), ("Année", &list)]);
    let town = Town::new(
        "ods",
        "sheet = \"Année\"\nheader_row = 4",
        &[("a.ods", &document)],
    );
    let checked = town.check();
    assert_eq!(checked.codes, Vec::<String>::new());
    assert_eq!(checked.rows, [Some(2)]);
    assert!(
        checked.json.contains("\"sheet\": 2"),
        "the sheet is told by its order"
    );
    assert!(!checked.json.contains("Année"));
    let none = Town::new("ods", "", &[("a.ods", &document)]).check();
    assert_eq!(none.codes, ["evidence-workbook-sheet-needed"]);
}

#[test]
fn a_program_that_cannot_find_itself_says_so() {
    let town = Town::new("xlsx", "", &[("a.xlsx", &sheet(1))]);
    let said = town.check_by(Path::new(""));
    assert_eq!(said.codes, ["evidence-reader-died"]);
    assert_eq!(said.verdicts, ["not-shown"]);
}
