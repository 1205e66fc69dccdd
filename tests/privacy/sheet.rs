//! Workbooks and JSON Lines full of markers: in cells, headers, keys, names of sheets and of files, and in the properties of
//! the workbook.

use super::markers::{Markers, Style};
use super::page::{everything, quiet};
use super::scan::Scanner;
use rust_xlsxwriter::{DocProperties, Workbook};
use std::fs;
use std::path::Path;

const CHARTER: &str = r#"
title = "Charte"
version = "2026-1"
in_force = 2026-01-01
organisation = { name = "Ville de Bourg-l'Exemple" }
period = { from = 2026-05-01, to = 2026-06-30 }
calendar = { working_week = "lu-ve" }
sites = {}
services = {}
"#;

const COLUMNS: &str = r#"
fiche = { header = "Fiche", type = "key" }
statut = { header = "Statut", type = "category", values = ["honoré", "annulé"] }
note = { header = "Note", type = "text" }
nombre = { header = "Nombre", type = "integer" }
nom = { header = "Nom", type = "personal" }
"#;

/// The cells of a row: those that count, then those that nobody may see.
const HEADERS: [&str; 5] = ["Fiche", "Statut", "Note", "Nombre", "Nom"];

fn text(markers: &mut Markers, style: Style) -> String {
    String::from_utf8_lossy(&markers.make(style)).into_owned()
}

/// Styles that a text of a workbook or of JSON can hold.
fn styles() -> impl Iterator<Item = Style> {
    let styles = Style::ALL.into_iter();
    styles.filter(|style| !matches!(style, Style::Bytes))
}

/// The rows of a table, a marker in every cell but for some that count.
fn rows(markers: &mut Markers) -> Vec<[String; 5]> {
    let mut rows = Vec::new();
    for style in styles() {
        for round in 0..4 {
            let mut row = HEADERS.map(|_| text(markers, style));
            if round > 0 {
                row[1] = "honoré".to_owned();
                row[3] = "12".to_owned();
            }
            rows.push(row);
        }
    }
    rows
}

fn workbook(markers: &mut Markers, path: &Path) {
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(text(markers, Style::Name))
        .set_author(text(markers, Style::Mail))
        .set_comment(text(markers, Style::Phone));
    book.set_properties(&properties);
    let sheet = book.add_worksheet();
    sheet.set_name(markers.plain()).expect("a name");
    let extra = text(markers, Style::Name);
    for (column, header) in (0_u16..).zip(HEADERS.iter().chain([&extra.as_str()])) {
        sheet.write_string(0, column, *header).expect("a cell");
    }
    for (line, row) in (1_u32..).zip(rows(markers)) {
        for (column, cell) in (0_u16..).zip(row) {
            // Characters that XML cannot hold are not the library's to write.
            let cell: String = cell.chars().filter(|letter| !letter.is_control()).collect();
            sheet.write_string(line, column, cell).expect("a cell");
        }
    }
    book.save(path).expect("a workbook");
}

fn lines(markers: &mut Markers, path: &Path) {
    let extra = text(markers, Style::Mail);
    let mut lines = String::new();
    for row in rows(markers) {
        let pairs = HEADERS.iter().zip(&row);
        let mut object: serde_json::Map<String, serde_json::Value> = pairs
            .map(|(key, cell)| ((*key).to_owned(), cell.as_str().into()))
            .collect();
        object.insert(extra.clone(), text(markers, Style::Phone).into());
        lines.push_str(&serde_json::Value::Object(object).to_string());
        lines.push('\n');
    }
    lines.push_str(&format!("{{{}\n", text(markers, Style::Name)));
    fs::write(path, lines).expect("a file");
}

/// A town with a workbook, one that is cut short, one of two sheets, and JSON Lines.
fn town(root: &Path, markers: &mut Markers) -> Vec<String> {
    let (evidence, charter) = (root.join("evidence"), root.join("charter"));
    fs::create_dir_all(&evidence).expect("a folder");
    fs::create_dir_all(charter.join("engagements")).expect("a folder");
    let files = ["xlsx", "xlsx", "xlsx", "jsonl"].map(|end| format!("{}.{end}", markers.plain()));
    let [whole, cut, two, objects] = [0, 1, 2, 3].map(|rank| evidence.join(&files[rank]));
    workbook(markers, &whole);
    let bytes = fs::read(&whole).expect("a workbook");
    fs::write(cut, &bytes[..bytes.len() / 2]).expect("a file");
    let mut book = Workbook::new();
    for _ in 0..2 {
        let name = markers.plain();
        book.add_worksheet().set_name(name).expect("a name");
    }
    book.save(two).expect("a workbook");
    lines(markers, &objects);
    let mut sources = String::new();
    for (rank, file) in files.iter().enumerate() {
        let format = if rank == 3 { "jsonl" } else { "xlsx" };
        sources.push_str(&format!(
            "[s{rank}]\ntitle = \"Export\"\nnature = \"software-export\"\nformat = \"{format}\"\n\
             files = [\"evidence/{file}\"]\ncollected = 2026-06-30\nproof = \"census\"\n\
             every_column = true\n[s{rank}.columns]{COLUMNS}"
        ));
        let engagement = format!(
            "number = {number}\ntitle = \"Promesse {number}\"\npromise = \"Nous tenons la promesse {number}.\"\n\
             theme = \"Accueil\"\nowner = \"Accueil\"\n[[requirement]]\nid = \"tenue\"\ntitle = \"Tenue\"\n\
             source = \"s{rank}\"\nseverity = \"minor\"\n[requirement.share]\n\
             holds = {{ all = [{{ statut = \"honoré\" }}, {{ nombre = {{ at_least = 1 }} }}] }}\nat_least = \"50 %\"\n",
            number = rank + 1,
        );
        fs::write(
            charter.join(format!("engagements/e{rank}.toml")),
            engagement,
        )
        .expect("a file");
    }
    fs::write(charter.join("charter.toml"), CHARTER).expect("a file");
    fs::write(charter.join("sources.toml"), sources).expect("a file");
    files.to_vec()
}

#[test]
fn nothing_of_a_workbook_or_of_json_lines_gets_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut markers = Markers::default();
    let files = town(folder.path(), &mut markers);
    assert!(markers.made.len() >= 400, "{} markers", markers.made.len());
    let mut scanner = Scanner::default();
    markers
        .made
        .iter()
        .for_each(|marker| scanner.marker(marker));
    files.iter().for_each(|file| scanner.literal(file));
    let mut said = String::new();
    for args in [
        &["check"][..],
        &["check", "--lang", "en"],
        &["check", "--format", "json"],
        &["check", "--format", "markdown"],
        &["check", "--rejections", "unread.csv"],
        &["explain", "e0/tenue"],
        &["explain", "e3/tenue", "--rows", "rows.csv"],
        &["publish"],
    ] {
        said.push_str(&quiet(folder.path(), args, &scanner));
    }
    for code in [
        "evidence-cell-new-value",
        "evidence-cell-unreadable",
        "evidence-column-new",
        "evidence-row-json-broken",
        "evidence-workbook-damaged",
        "evidence-workbook-sheet-needed",
    ] {
        assert!(said.contains(code), "{code} is not said: {said}");
    }
    // The whole workbook and the lines were read to the end: there was something to keep quiet about.
    let card = fs::read(folder.path().join("published/audit/scorecard.json")).expect("a scorecard");
    let card: serde_json::Value = serde_json::from_slice(&card).expect("JSON");
    for rank in [0, 3] {
        assert_eq!(card["sources"][rank]["files"][0]["read"], 40, "{card}");
    }
    let mut written = Vec::new();
    everything(&folder.path().join("published"), &mut written);
    for list in ["unread.csv", "rows.csv"] {
        written.extend(fs::read(folder.path().join(list)).expect("a list"));
    }
    let found = scanner.found(&written);
    assert!(found.is_empty(), "what is written tells {found:?}");
}
