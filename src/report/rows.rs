//! Every row that fails a requirement or cannot be told, as a table for whoever goes back to the export.
//!
//! Invariant: a row is named by source id, file ordinal and line; no value of a cell is here.

use super::sheet::sheet;
use crate::measure::truth::Doubt;
use crate::messages::Messages;
use crate::scorecard::card::{GapCard, MeasuredCard};
use crate::scorecard::doubt_id;

/// A row, and how it counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedRow {
    /// The source's id.
    pub source: String,
    /// File of the source, counted from 1.
    pub file: u32,
    /// Line in the file, counted from 1; none for a whole file.
    pub line: Option<u64>,
    /// Whether it fails, or cannot be told.
    pub fails: bool,
    /// Why it cannot be told, where one reason is known.
    pub doubt: Option<Doubt>,
}

/// The table of the rows of a requirement, in their order; for a coverage, of its gaps too.
pub fn table(rows: &[NamedRow], measured: &MeasuredCard, messages: &Messages) -> Vec<u8> {
    let header = [
        "rows-source",
        "rows-file",
        "rows-line",
        "rows-counts",
        "rows-reason",
        "rows-where",
    ];
    let header = header.map(|key| messages.plain(key));
    let named = rows.iter().map(|row| line(row, messages));
    let gaps = measured.gaps.iter();
    let gaps = gaps.map(|card| gap(card, &measured.source, messages));
    sheet(&header, &named.chain(gaps).collect::<Vec<Vec<String>>>())
}

fn line(row: &NamedRow, messages: &Messages) -> Vec<String> {
    vec![
        row.source.clone(),
        row.file.to_string(),
        row.line.map_or_else(
            || messages.plain("rows-whole-file"),
            |line| line.to_string(),
        ),
        counts(row.fails, messages),
        reason(row.doubt, messages),
        String::new(),
    ]
}

/// How a row counts, in words.
fn counts(fails: bool, messages: &Messages) -> String {
    messages.plain(if fails { "rows-fails" } else { "rows-unknown" })
}

/// Why a row cannot be told, in words.
pub fn reason(doubt: Option<Doubt>, messages: &Messages) -> String {
    doubt.map_or_else(String::new, |doubt| {
        messages.plain(&format!("doubt-{}", doubt_id(doubt)))
    })
}

fn gap(card: &GapCard, source: &str, messages: &Messages) -> Vec<String> {
    vec![
        source.to_owned(),
        String::new(),
        String::new(),
        counts(card.known, messages),
        String::new(),
        format!("{} {} {}-{}", card.place, card.on, card.from, card.to),
    ]
}
