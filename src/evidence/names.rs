//! The text of a few cells, for a list that stays on the machine of whoever asks for it.
//!
//! Invariant: nothing else in the program reads cells as text, and `run::reminders` alone calls this (`tests/tidy`). What
//! is read here is in no batch, no tally and no scorecard.

use super::cell::trim;
use super::csv::head;
use super::encoding::text_of;
use super::opening::open;
use super::record::{Record, Records};
use super::schema::Dialect;
use super::table::{Wanted, find, positions};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Read};

/// The texts of some columns (positions in the schema) of the rows that begin on some lines; a column that the file lacks
/// is empty, a row that is broken is not there. None if the file cannot be read to its end.
pub fn texts(
    input: impl Read,
    dialect: Dialect,
    wanted: Wanted<'_>,
    columns: &[usize],
    lines: &BTreeSet<u64>,
) -> Option<BTreeMap<u64, Vec<String>>> {
    let input = open(input, dialect.encoding).ok()?;
    let mut records = Records::new(BufReader::new(input), dialect);
    let (head, kept) = head(&mut records, dialect, wanted.layouts).ok()?;
    let mut texts = BTreeMap::new();
    let Ok(found) = find(&head, wanted) else {
        return Some(texts);
    };
    let layout = wanted.layouts.get(found.layout)?;
    let row = head.get(found.first.saturating_sub(1))?;
    let fields: Vec<Vec<usize>> = columns
        .iter()
        .map(|column| layout.places.get(*column))
        .map(|place| {
            place
                .and_then(|place| positions(place, row))
                .unwrap_or_default()
        })
        .collect();
    let mut enter = |record: &Record| {
        let is_sound = record.fault.is_none() && record.len() == found.width;
        if is_sound && lines.contains(&record.line) {
            let cells = fields.iter().map(|fields| text(record, fields, dialect));
            texts.insert(record.line, cells.collect());
        }
    };
    kept.iter().skip(found.first).for_each(&mut enter);
    let mut record = Record::default();
    while records.next(&mut record).ok()? {
        enter(&record);
    }
    Some(texts)
}

/// The text of some fields, one after the other.
fn text(record: &Record, fields: &[usize], dialect: Dialect) -> String {
    let text = |field: &usize| {
        let text = text_of(record.field(*field)?, dialect.encoding)?;
        Some(trim(&text).to_owned())
    };
    let texts: Vec<String> = fields.iter().filter_map(text).collect();
    texts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::texts;
    use crate::evidence::schema::{Column, Dialect, Encoding, Kind, Numerals, Schema};
    use crate::evidence::table::{Layout, Wanted};
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_cells_of_the_asked_rows_are_found_by_header() {
        let column = |header: &str| Column {
            name: header.to_lowercase(),
            header: header.to_owned(),
            kind: Kind::Personal,
            nothing: Vec::new(),
            numerals: Numerals::default(),
        };
        let schema = Schema {
            columns: ["Nom", "Absente", "Service"].map(column).to_vec(),
        };
        let layouts = [Layout::plain(&schema)];
        let wanted = Wanted {
            schema: &schema,
            layouts: &layouts,
            needed: &[],
        };
        let dialect = Dialect {
            delimiter: b';',
            quote: b'"',
            encoding: Encoding::Windows1252,
        };
        let file = b"Service;Nom\nVoirie;\"Exemple,\nL\xe9a\"\nVoirie;a;b\n\xc9coles; Untel \n";
        let lines = BTreeSet::from([2, 4, 5, 9]);
        let found = texts(&file[..], dialect, wanted, &[0, 1, 2], &lines).expect("read");
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let expected = BTreeMap::from([
            (2, row(["Exemple,\nLéa", "", "Voirie"])),
            (5, row(["Untel", "", "Écoles"])),
        ]);
        assert_eq!(found, expected);
    }
}
