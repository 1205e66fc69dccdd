//! Every row and cell of the evidence that could not be read, as a table for whoever goes back to the exports.
//!
//! Invariant: they are named by source id, file ordinal, sheet ordinal, line and declared column; no value of a cell is here.

use super::sheet::sheet;
use crate::messages::Messages;
use crate::scorecard::card::LocatedCard;
use crate::scorecard::evidence_words::cause;

/// A row or a cell that could not be read, or a whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadRow {
    /// The source's id.
    pub source: String,
    /// File of the source, counted from 1.
    pub file: u32,
    /// Sheet of a workbook, counted from 1.
    pub sheet: Option<u32>,
    /// Where in the file, and why; none for a file that could not be used.
    pub at: Option<LocatedCard>,
}

/// The table of what could not be read, in its order.
pub fn table(rows: &[UnreadRow], messages: &Messages) -> Vec<u8> {
    let header = [
        "rows-source",
        "rows-file",
        "rows-sheet",
        "rows-line",
        "rows-column",
        "rows-reason",
    ];
    let header = header.map(|key| messages.plain(key));
    let line = |row: &UnreadRow| {
        let at = row.at.as_ref();
        vec![
            row.source.clone(),
            row.file.to_string(),
            row.sheet.map(|sheet| sheet.to_string()).unwrap_or_default(),
            at.map_or_else(
                || messages.plain("rows-whole-file"),
                |at| at.line.to_string(),
            ),
            at.and_then(|at| at.column.clone()).unwrap_or_default(),
            at.map_or_else(String::new, |at| cause(&at.cause, messages)),
        ]
    };
    sheet(&header, &rows.iter().map(line).collect::<Vec<_>>())
}
