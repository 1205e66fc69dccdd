//! The text of a few cells, for a list that stays on the machine of whoever asks for it.
//!
//! Invariant: nothing else in the program reads cells as text, and `run::reminders` alone calls this (`tests/tidy`). What
//! is read here is in no batch, no tally and no scorecard.

use super::cell::trim;
use super::csv::{text_of, without_mark};
use super::record::{Record, Records};
use super::schema::{Dialect, Schema};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Read};

/// The texts of some columns (positions in the schema) of the rows that begin on some lines; a column that the file lacks
/// is empty, a row that is broken is not there. None if the file cannot be read to its end.
pub fn texts(
    input: impl Read,
    (schema, dialect): (&Schema, Dialect),
    columns: &[usize],
    lines: &BTreeSet<u64>,
) -> Option<BTreeMap<u64, Vec<String>>> {
    let input = without_mark(input).ok()?;
    let mut records = Records::new(BufReader::new(input), dialect);
    let mut record = Record::default();
    let mut found = BTreeMap::new();
    if !records.next(&mut record).ok()? {
        return Some(found);
    }
    let text = |record: &Record, field: usize| {
        let text = text_of(record.field(field)?, dialect.encoding)?;
        Some(trim(&text).to_owned())
    };
    let header: Vec<Option<String>> = (0..record.len())
        .map(|field| text(&record, field))
        .collect();
    let fields: Vec<Option<usize>> = columns
        .iter()
        .map(|position| {
            let column = schema.columns.get(*position)?;
            let same = |cell: &Option<String>| cell.as_deref() == Some(column.header.as_str());
            header.iter().position(same)
        })
        .collect();
    while records.next(&mut record).ok()? {
        if record.fault.is_some() || record.len() != header.len() || !lines.contains(&record.line) {
            continue;
        }
        let cells = fields.iter().map(|field| {
            let text = field.and_then(|field| text(&record, field));
            text.unwrap_or_default()
        });
        found.insert(record.line, cells.collect());
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::texts;
    use crate::evidence::schema::{Column, Dialect, Encoding, Kind, Schema};
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_cells_of_the_asked_rows_are_found_by_header() {
        let column = |header: &str| Column {
            name: header.to_lowercase(),
            header: header.to_owned(),
            kind: Kind::Personal,
            nothing: Vec::new(),
        };
        let schema = Schema {
            columns: ["Nom", "Absente", "Service"].map(column).to_vec(),
        };
        let dialect = Dialect {
            delimiter: b';',
            quote: b'"',
            encoding: Encoding::Windows1252,
        };
        let file = b"Service;Nom\nVoirie;\"Exemple,\nL\xe9a\"\nVoirie;a;b\n\xc9coles; Untel \n";
        let lines = BTreeSet::from([2, 4, 5, 9]);
        let found = texts(&file[..], (&schema, dialect), &[0, 1, 2], &lines).expect("read");
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let expected = BTreeMap::from([
            (2, row(["Exemple,\nLéa", "", "Voirie"])),
            (5, row(["Untel", "", "Écoles"])),
        ]);
        assert_eq!(found, expected);
    }
}
