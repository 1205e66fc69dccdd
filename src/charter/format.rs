//! Which settings go with the format of a source's files.
//!
//! Invariant: a source has files, or a dated statement that there are none yet, never both; the statement is not younger than
//! the collection.

use super::document::{Entry, Node};
use super::fault::{
    ABSENT_AFTER_COLLECTION, FILES_OR_ABSENT, MISSING_KEY, SETTING_OF_FORMAT, UNKNOWN_KEY,
};
use super::mail::is_mail;
use super::page;
use crate::diagnostic::{Diagnostic, Place};
use crate::evidence::workbook::WorkbookFormat;

type Faults = Vec<Diagnostic>;

/// Reports the settings that belong to another format, and those that the format needs.
pub(super) fn format_fits(node: &Node, faults: &mut Faults) {
    let format = match page::markup(node) {
        Some(_) => "page",
        None if is_mail(node) => "mail",
        None if is_lines(node) => "jsonl",
        None if workbook(node).is_some() => "workbook",
        None => "csv",
    };
    let (table, csv) = (&["csv", "jsonl", "workbook"][..], &["csv"][..]);
    let (sheets, headed) = (&["workbook"][..], &["csv", "workbook"][..]);
    let (mail, page) = (&["mail"][..], &["page"][..]);
    for (key, of, needed) in [
        ("columns", table, "columns = { … }"),
        ("every_column", table, ""),
        ("layouts", headed, ""),
        ("header_row", headed, ""),
        ("sheet", sheets, ""),
        ("dialect", csv, ""),
        ("mailboxes", mail, "mailboxes = { … }"),
        ("template", mail, "template = { … }"),
        ("marks", mail, ""),
        ("encoding", page, ""),
        ("site", page, ""),
        ("in_force", page, ""),
        ("version", page, ""),
    ] {
        let (there, fits) = (node.get(key).is_some(), of.contains(&format));
        if there && !fits {
            let declared = node.get("format").and_then(Node::text).unwrap_or("csv");
            let fault = Diagnostic::error(SETTING_OF_FORMAT)
                .arg("setting", key)
                .arg("format", declared)
                .arg("of", of.first().copied().unwrap_or_default());
            faults.push(fault.at(node.place_of_key(key)));
        }
        if !there && fits && !needed.is_empty() && !misspelt(node, key, faults) {
            let fault = Diagnostic::error(MISSING_KEY)
                .arg("key", key)
                .arg("example", needed)
                .arg("where", "block");
            faults.push(fault.at(node.place()));
        }
    }
}

/// Whether the files of a source are JSON Lines.
pub(super) fn is_lines(node: &Node) -> bool {
    node.get("format").and_then(Node::text) == Some("jsonl")
}

/// The format of the workbooks of a source, if its files are workbooks.
pub(super) fn workbook(node: &Node) -> Option<WorkbookFormat> {
    WorkbookFormat::parse(node.get("format").and_then(Node::text)?)
}

/// Whether an unknown key of the table was most likely meant to be this one: a misspelt key is not also a missing one.
fn misspelt(node: &Node, key: &str, faults: &Faults) -> bool {
    let places: Vec<Place> = node.entries().iter().map(Entry::place).collect();
    faults.iter().any(|fault| {
        fault.code == UNKNOWN_KEY
            && fault.args.contains(&("nearest", key.into()))
            && fault
                .place
                .as_ref()
                .is_some_and(|place| places.contains(place))
    })
}

/// Files, or that there are none: one of both.
pub(super) fn files_fit(node: &Node, faults: &mut Faults) {
    match (node.get("files"), node.get("absent")) {
        (Some(_), Some(_)) => {
            faults.push(Diagnostic::error(FILES_OR_ABSENT).at(node.place_of_key("absent")));
        }
        (None, None) if !misspelt(node, "files", faults) => {
            let fault = Diagnostic::error(MISSING_KEY)
                .arg("key", "files")
                .arg("example", "files = [\"…\"]")
                .arg("where", "block");
            faults.push(fault.at(node.place()));
        }
        _ => {}
    }
    let stated = page::absent(node).zip(node.day("collected"));
    if stated.is_some_and(|(statement, collected)| statement.on > collected) {
        let place = node.get("absent").map(|absent| absent.place_of("on"));
        let fault = Diagnostic::error(ABSENT_AFTER_COLLECTION);
        faults.push(fault.at(place.unwrap_or_else(|| node.place())));
    }
}
