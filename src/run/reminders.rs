//! Who is to be reminded: the people of a roll-call that the register does not show, by name.
//!
//! Invariant: names are read anew, from the very bytes that were judged, only for the rows that fail or cannot be told; they
//! go to a local file and nowhere else.

use super::evidence::sha256;
use super::folder::{Folder, open_within};
use crate::charter::Charter;
use crate::charter::requirement::Judging;
use crate::charter::source::{Format, Source};
use crate::diagnostic::{Code, Diagnostic};
use crate::evidence::gzip::Inflated;
use crate::evidence::names::texts;
use crate::evidence::schema::Kind;
use crate::evidence::table::Wanted;
use crate::measure::rule::Measure;
use crate::messages::Messages;
use crate::report::rows::{NamedRow, reason};
use crate::report::sheet::sheet;
use crate::scorecard::Scorecard;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// The requirement is no roll-call of a table.
pub const NO_ROLL_CALL: Code = Code::new("run-reminders-no-roll-call");
/// The list is no longer the one that was judged.
pub const CHANGED: Code = Code::new("run-reminders-changed");

/// The table of the people to remind, and how many they are.
#[derive(Debug)]
pub struct Reminders {
    /// The table.
    pub table: Vec<u8>,
    /// How many rows it has.
    pub people: usize,
}

/// The list that a roll-call calls; a fault for another requirement.
pub fn list_of<'a>(charter: &'a Charter, name: &str) -> Result<&'a Source, Diagnostic> {
    let calls = || {
        charter.engagements.iter().flat_map(|engagement| {
            let requirements = engagement.requirements.iter();
            requirements.filter_map(move |requirement| {
                let Judging::Measured(measured) = &requirement.judging else {
                    return None;
                };
                let source = charter.sources.get(measured.source)?;
                let table = matches!(source.format, Format::Csv(_));
                let called = matches!(measured.rule.measure, Measure::RollCall(_));
                let name = format!("{}/{}", engagement.id, requirement.id);
                (table && called).then_some((name, source))
            })
        })
    };
    let found = calls().find(|(known, _)| known == name);
    found.map(|(_, source)| source).ok_or_else(|| {
        let known: Vec<String> = calls().map(|(name, _)| name).collect();
        Diagnostic::error(NO_ROLL_CALL)
            .arg("requirement", name)
            .arg("known", known.join(", "))
    })
}

/// The people of a list whose rows fail or cannot be told, with what the list says of them in its personal and key columns.
pub fn reminders(
    folder: &Folder,
    scorecard: &Scorecard,
    source: &Source,
    rows: &[NamedRow],
    messages: &Messages,
) -> Result<Reminders, Diagnostic> {
    let schema = source.of_files();
    let columns: Vec<usize> = schema
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| matches!(column.kind, Kind::Personal | Kind::Key(_)))
        .map(|(position, _)| position)
        .collect();
    let mut header: Vec<String> = ["rows-todo", "rows-reason", "rows-file", "rows-line"]
        .map(|key| messages.plain(key))
        .to_vec();
    let headers = columns
        .iter()
        .filter_map(|column| schema.columns.get(*column));
    header.extend(headers.map(|column| column.header.clone()));
    let mut wanted: BTreeMap<u32, Vec<(u64, &NamedRow)>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.source == source.id) {
        let lines = row.line.map(|line| (line, row));
        wanted.entry(row.file).or_default().extend(lines);
    }
    let mut table = Vec::new();
    for (file, rows) in wanted {
        let lines: BTreeSet<u64> = rows.iter().map(|(line, _)| *line).collect();
        let bytes = judged_bytes(folder, scorecard, source, file)?;
        let Format::Csv(dialect) = &source.format else {
            continue;
        };
        let wanted = Wanted {
            schema: &schema,
            layouts: &source.layouts,
            needed: &[],
        };
        let name = source.files.get(index(file)).map_or("", String::as_str);
        let Ok(input) = Inflated::new(bytes.as_slice(), name) else {
            continue;
        };
        let cells = texts(input, *dialect, wanted, &columns, &lines);
        let cells = cells.unwrap_or_default();
        for (line, row) in rows {
            let mut said = vec![
                messages.plain(if row.fails {
                    "rows-remind"
                } else {
                    "rows-check"
                }),
                reason(row.doubt, messages),
                file.to_string(),
                line.to_string(),
            ];
            said.extend(cells.get(&line).into_iter().flatten().cloned());
            table.push(said);
        }
    }
    Ok(Reminders {
        people: table.len(),
        table: sheet(&header, &table),
    })
}

/// The position of a file that is counted from 1.
fn index(file: u32) -> usize {
    usize::try_from(file)
        .unwrap_or(usize::MAX)
        .saturating_sub(1)
}

/// The bytes of a file, if they are those that were judged.
fn judged_bytes(
    folder: &Folder,
    scorecard: &Scorecard,
    source: &Source,
    file: u32,
) -> Result<Vec<u8>, Diagnostic> {
    let fault = || {
        Diagnostic::error(CHANGED)
            .arg("source", &source.id)
            .arg("file", file)
    };
    let judged = scorecard.sources.iter().find(|card| card.id == source.id);
    let judged = judged.and_then(|card| card.files.iter().find(|card| card.file == file));
    let path = source.files.get(index(file)).ok_or_else(fault)?;
    let mut bytes = Vec::new();
    open_within(&folder.root, &folder.root.join(path))
        .and_then(|mut file| file.read_to_end(&mut bytes))
        .map_err(|_| fault())?;
    let digest = sha256(&bytes);
    let same = judged.is_some_and(|card| card.sha256.as_deref() == Some(digest.as_str()));
    same.then_some(bytes).ok_or_else(fault)
}
