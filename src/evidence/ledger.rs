//! The account of one file: what was read, what was rejected, what could not be understood.
//!
//! Invariant: rows read, rows merged into another, rows rejected and messages passed over add up to the rows met in the file.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::schema::{Column, Kind, Schema};
use crate::diagnostic::{Code, Diagnostic, Place};

/// Rows whose number of fields differs from the header's.
pub const ROW_FIELD_COUNT: Code = Code::new("evidence-row-field-count");
/// Rows with text behind a closing quote.
pub const ROW_STRAY_QUOTE: Code = Code::new("evidence-row-stray-quote");
/// Rows over the length limit.
pub const ROW_TOO_LONG: Code = Code::new("evidence-row-too-long");
/// A row whose quote is still open at the end of the file.
pub const ROW_UNCLOSED_QUOTE: Code = Code::new("evidence-row-unclosed-quote");
/// Rows may hold others between quotes.
pub const ROWS_HIDDEN: Code = Code::new("evidence-rows-hidden");
/// Rejected rows may have swallowed others.
pub const ROWS_LOST: Code = Code::new("evidence-rows-lost");
/// Lines that are no object of JSON.
pub const ROW_JSON_BROKEN: Code = Code::new("evidence-row-json-broken");
/// Messages that are none.
pub const ROW_MESSAGE_UNREADABLE: Code = Code::new("evidence-row-message-unreadable");
/// Messages over a limit of size.
pub const ROW_MESSAGE_TOO_LONG: Code = Code::new("evidence-row-message-too-long");
/// Messages of too many lines or parts.
pub const ROW_MESSAGE_TOO_COMPLEX: Code = Code::new("evidence-row-message-too-complex");
/// Messages in Outlook's own format.
pub const ROW_MESSAGE_OUTLOOK: Code = Code::new("evidence-row-message-outlook");
/// Facts that messages leave open.
pub const FACT_UNKNOWN: Code = Code::new("evidence-fact-unknown");
/// Cells of a category, or of yes and no, with a value that is not declared.
pub const CELL_NEW_VALUE: Code = Code::new("evidence-cell-new-value");
/// Cells of a column that cannot be read from a line to the end of the file.
pub const CELL_BROKEN_OFF: Code = Code::new("evidence-cell-broken-off");
/// Columns of the file that the source does not declare.
pub const COLUMN_NEW: Code = Code::new("evidence-column-new");
/// Cells that do not fit the declared type.
pub const CELL_UNREADABLE: Code = Code::new("evidence-cell-unreadable");

/// How many lines of rejected rows a ledger keeps.
const LINES_KEPT: usize = 20;

/// From how many unreadable cells in a row to the end of a file the way of writing is said to have changed.
const RUN: u64 = 20;

/// Why a row was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rejection {
    /// Its number of fields differs from the header's.
    FieldCount,
    /// Text stands behind a closing quote.
    StrayQuote,
    /// It is longer than 1 MiB.
    TooLong,
    /// Its quote is still open at the end of the file.
    UnclosedQuote,
    /// It is no object of JSON, or names a key twice.
    JsonBroken,
    /// It is no message.
    MessageUnreadable,
    /// It is a message over a limit of size.
    MessageTooLong,
    /// It is a message of too many lines or parts.
    MessageTooComplex,
    /// It is a message in Outlook's own format.
    MessageOutlook,
}

/// Why a message is passed over: it is counted, and not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Skip {
    /// No declared mailbox wrote or received it.
    OtherMailbox,
    /// It is marked as personal or private.
    Personal,
    /// It was never sent.
    Draft,
    /// It is a copy of an earlier message of the source.
    Repeated,
}

impl Skip {
    /// Its name in the scorecard.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OtherMailbox => "other-mailbox",
            Self::Personal => "personal",
            Self::Draft => "draft",
            Self::Repeated => "repeated",
        }
    }
}

impl Rejection {
    /// The code of its diagnostic.
    pub const fn code(self) -> Code {
        match self {
            Self::FieldCount => ROW_FIELD_COUNT,
            Self::StrayQuote => ROW_STRAY_QUOTE,
            Self::TooLong => ROW_TOO_LONG,
            Self::UnclosedQuote => ROW_UNCLOSED_QUOTE,
            Self::JsonBroken => ROW_JSON_BROKEN,
            Self::MessageUnreadable => ROW_MESSAGE_UNREADABLE,
            Self::MessageTooLong => ROW_MESSAGE_TOO_LONG,
            Self::MessageTooComplex => ROW_MESSAGE_TOO_COMPLEX,
            Self::MessageOutlook => ROW_MESSAGE_OUTLOOK,
        }
    }
}

/// The account of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileLedger {
    /// Which file of the source, counted from 1.
    pub file: u32,
    /// Which sheet of a workbook was read, counted from 1.
    pub sheet: Option<u32>,
    /// Rows met in the file, the header not counted.
    pub rows: u64,
    /// Rows handed over in batches, those merged into another left out.
    pub read: u64,
    /// Rows that repeat another, or are a further segment of its event.
    pub merged: u64,
    /// Rows rejected, by cause.
    pub rejected: BTreeMap<Rejection, u64>,
    /// The digest of what it holds, where it is compressed.
    pub packed: Option<String>,
    /// Messages passed over, by reason.
    pub skipped: BTreeMap<Skip, u64>,
    /// Whether the rows are messages, whose cells are facts.
    pub messages: bool,
    /// The first line of the first row rejected for each cause.
    pub rejected_at: BTreeMap<Rejection, u64>,
    /// The first lines of the first twenty rejected rows, or of all of them where that is asked for.
    pub rejected_first: Vec<(u64, Rejection)>,
    /// Unreadable cells by column (its position in the schema): how many, and the line of the first row.
    pub unreadable: BTreeMap<usize, (u64, u64)>,
    /// The lines and columns of the first twenty unreadable cells, or of all of them where that is asked for.
    pub unreadable_first: Vec<(u64, usize)>,
    /// Cells without anything recorded, by column.
    pub missing: BTreeMap<usize, u64>,
    /// Fields of the header that the source does not declare.
    pub undeclared_columns: u64,
    /// The first of them (its position in the file, counted from 1), where the source says that it declares all.
    pub new_column: Option<u64>,
    /// Which layout of the source the file has, counted from 0.
    pub layout: usize,
    /// Columns whose last rows are all unreadable, by position in the schema: how many, and the line of the first of them.
    pub broken_off: BTreeMap<usize, (u64, u64)>,
    /// An unknown number of rows was lost: a rejected row holds line breaks, or its quote was never closed.
    pub open_ended: bool,
    /// Rows read that may hold others between quotes: how many, and the first line of the first.
    pub hidden: Option<(u64, u64)>,
    /// Whether more lines of rejected rows are kept than the first.
    pub every_line: bool,
    /// Line breaks inside rejected rows: at most so many rows were lost, but for the missing end of a truncated file.
    pub swallowed_lines: u64,
}

impl FileLedger {
    /// The empty account of a file.
    pub fn new(file: u32) -> Self {
        Self {
            file,
            ..Self::default()
        }
    }

    /// Keeps the line of every row that will be rejected.
    pub const fn keep_every_line(&mut self) {
        self.every_line = true;
    }

    /// How many rows were rejected, whatever the cause.
    pub fn rejected_total(&self) -> u64 {
        self.rejected.values().sum()
    }

    /// How many messages were passed over, whatever the reason.
    pub fn skipped_total(&self) -> u64 {
        self.skipped.values().sum()
    }

    /// Whether rows read, merged, rejected and passed over add up to the rows met.
    pub fn adds_up(&self) -> bool {
        self.read + self.merged + self.rejected_total() + self.skipped_total() == self.rows
    }

    /// Enters how many of the rows read were merged into another.
    pub fn merge(&mut self, rows: u64) {
        let rows = rows.min(self.read);
        self.read -= rows;
        self.merged += rows;
    }

    /// Enters a message that is passed over.
    pub(super) fn skip(&mut self, why: Skip) {
        *self.skipped.entry(why).or_default() += 1;
    }

    /// Enters a rejected row: its first line and how many line breaks it holds. Rows come in the order of the file.
    pub(super) fn reject(&mut self, cause: Rejection, line: u64, breaks: u64) {
        *self.rejected.entry(cause).or_default() += 1;
        self.rejected_at.entry(cause).or_insert(line);
        if self.every_line || self.rejected_first.len() < LINES_KEPT {
            self.rejected_first.push((line, cause));
        }
        self.swallowed_lines += breaks;
        self.open_ended |= breaks > 0 || cause == Rejection::UnclosedQuote;
    }

    /// Enters a row that was read but may hold others between quotes.
    pub(super) fn enter_hidden(&mut self, line: u64, breaks: u64) {
        self.hidden.get_or_insert((0, line)).0 += 1;
        self.swallowed_lines += breaks;
        self.open_ended = true;
    }

    /// Enters a cell that does not fit its type.
    pub(super) fn enter_unreadable(&mut self, column: usize, line: u64) {
        self.unreadable.entry(column).or_insert((0, line)).0 += 1;
        if self.every_line || self.unreadable_first.len() < LINES_KEPT {
            self.unreadable_first.push((line, column));
        }
    }

    /// Enters how many rows at the end of the file have an unreadable cell in a column, and the line of the first of them. A
    /// few are chance; twenty are another way of writing.
    pub(super) fn enter_run(&mut self, column: usize, rows: u64, line: u64) {
        if rows >= RUN {
            self.broken_off.insert(column, (rows, line));
        }
    }

    /// Enters a cell without anything recorded.
    pub(super) fn enter_missing(&mut self, column: usize) {
        *self.missing.entry(column).or_default() += 1;
    }

    /// What an unreadable cell of a column is called.
    pub const fn code_of(&self, column: &Column) -> Code {
        match column.kind {
            _ if self.messages => FACT_UNKNOWN,
            Kind::Category(_) | Kind::Boolean { .. } => CELL_NEW_VALUE,
            _ => CELL_UNREADABLE,
        }
    }

    /// What is to be said of the file: one warning for each cause of rejection and each column with unreadable cells.
    /// Empty cells and undeclared columns are ordinary and not reported.
    pub fn diagnostics(&self, source: &str, schema: &Schema) -> Vec<Diagnostic> {
        let warn = |code, line, column: Option<&str>| {
            Diagnostic::warning(code)
                .arg("source", source)
                .arg("file", self.file)
                .at(Place::Evidence {
                    source: source.to_owned(),
                    file: Some(self.file),
                    line,
                    column: column.map(str::to_owned),
                })
        };
        let mut found = Vec::new();
        for (cause, count) in &self.rejected {
            let line = self.rejected_at.get(cause).copied();
            found.push(
                warn(cause.code(), line, None)
                    .arg("count", *count)
                    .arg("line", line.unwrap_or(0).to_string()),
            );
        }
        if let Some((count, line)) = self.hidden {
            let warning = warn(ROWS_HIDDEN, Some(line), None).arg("count", count);
            found.push(warning.arg("line", line.to_string()));
        }
        if self.open_ended && !self.rejected.is_empty() {
            found.push(warn(ROWS_LOST, None, None).arg("lines", self.swallowed_lines));
        }
        if let Some(position) = self.new_column {
            let warning = warn(COLUMN_NEW, None, None).arg("position", position.to_string());
            found.push(warning.arg("count", self.undeclared_columns));
        }
        for (position, (count, line)) in &self.unreadable {
            let column = schema.columns.get(*position);
            let name = column.map_or("", |column| column.name.as_str());
            let broken_off = self.broken_off.get(position);
            let code = match column.map_or(CELL_UNREADABLE, |column| self.code_of(column)) {
                CELL_UNREADABLE if broken_off.is_some() => CELL_BROKEN_OFF,
                code => code,
            };
            let mut warning = warn(code, Some(*line), Some(name))
                .arg("column", name)
                .arg("count", *count)
                .arg("line", line.to_string());
            if let Some((rows, from)) = broken_off {
                warning = warning.arg("rows", *rows).arg("from", from.to_string());
            }
            found.push(warning);
        }
        found
    }
}
