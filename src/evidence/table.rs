//! Rows of cells as typed batches, whatever format they come from.
//!
//! Invariant: columns are found by their header, or by their position in a file that has none; each row is either in a
//! batch or in the ledger's rejections, and the cells of a column that no one asked for are passed over.

mod header;
pub mod layout;

use super::batch::{BATCH_ROWS, Batch, ColumnData, RowRef, State};
use super::cell::cells_of;
use super::fault::FileFault;
use super::key::KeyRing;
use super::ledger::{FileLedger, Rejection};
use super::raw::{Raw, Row, Rows, decode_raw, joined};
use super::schema::{Kind, Schema};
pub(super) use header::Found;
pub(super) use header::{HeadRow, elsewhere, find, is_enough, positions};
pub use layout::{HeaderRow, Layout, Place};

/// What is to be read of a table.
#[derive(Debug, Clone, Copy)]
pub struct TableRequest<'a> {
    /// Its columns.
    pub wanted: Wanted<'a>,
    /// Whether every column of the file is declared, so that another one is news.
    pub every_column: bool,
    /// Which file of the source, counted from 1.
    pub file: u32,
    /// The key of identifiers.
    pub keys: &'a KeyRing,
    /// Whether the line of every rejected row is kept, and not those of the first alone.
    pub every_rejection: bool,
}

/// Which columns of a table are looked for, and where.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The declared columns.
    pub schema: &'a Schema,
    /// Where they may be, the layout of today first.
    pub layouts: &'a [Layout],
    /// Which of them are decoded, in the schema's order; those beyond its end are not.
    pub needed: &'a [bool],
}

/// The cells of one row.
pub(super) trait RowCells {
    /// A cell; its text may be kept in `spare`.
    fn cell<'s>(&'s self, field: usize, spare: &'s mut String) -> Raw<'s>;
}

impl RowCells for Row {
    fn cell<'s>(&'s self, field: usize, _: &'s mut String) -> Raw<'s> {
        self.get(field)
    }
}

/// A table whose columns have been found, on its way into batches.
pub(super) struct Table<'a, 's> {
    request: TableRequest<'a>,
    sink: &'s mut dyn FnMut(&Batch),
    found: Found,
    batch: Batch,
    /// The account of the file.
    pub(super) ledger: FileLedger,
    /// For each column, the unreadable cells since the last one that was read: how many, and the line of the first.
    runs: Vec<(u64, u64)>,
    spare: [String; 3],
}

impl<'a, 's> Table<'a, 's> {
    pub(super) fn new(
        request: TableRequest<'a>,
        found: Found,
        sink: &'s mut dyn FnMut(&Batch),
    ) -> Self {
        let mut ledger = FileLedger::new(request.file);
        if request.every_rejection {
            ledger.keep_every_line();
        }
        ledger.layout = found.layout;
        ledger.undeclared_columns = u64::try_from(found.undeclared.len()).unwrap_or(u64::MAX);
        ledger.new_column = found
            .undeclared
            .first()
            .copied()
            .filter(|_| request.every_column);
        let columns = request.wanted.schema.columns.iter();
        let columns = columns
            .zip(&found.fields)
            .map(|(column, fields)| match fields.is_empty() {
                true => ColumnData::Skipped,
                false => cells_of(&column.kind),
            });
        Self {
            batch: Batch {
                columns: columns.collect(),
                ..Batch::default()
            },
            runs: vec![(0, 0); request.wanted.schema.columns.len()],
            request,
            sink,
            found,
            ledger,
            spare: Default::default(),
        }
    }

    /// How many fields a row of the file has.
    pub(super) const fn width(&self) -> usize {
        self.found.width
    }

    /// Which fields of a row are decoded.
    pub(super) fn kept(&self) -> Vec<bool> {
        let fields = &self.found.fields;
        (0..self.found.width)
            .map(|field| fields.iter().any(|of| of.contains(&field)))
            .collect()
    }

    /// Enters a row that cannot be used.
    pub(super) fn reject(&mut self, cause: Rejection, line: u64, breaks: u64) {
        self.ledger.rows += 1;
        self.ledger.reject(cause, line, breaks);
    }

    /// Decodes a sound row into the batch.
    pub(super) fn take(&mut self, line: u64, row: &dyn RowCells) {
        self.ledger.rows += 1;
        self.batch.rows.push(RowRef {
            file: self.request.file,
            line,
        });
        let [first, second, both] = &mut self.spare;
        let columns = self.request.wanted.schema.columns.iter();
        let columns = columns.zip(&self.found.fields).zip(&mut self.batch.columns);
        for (rank, ((column, fields), data)) in columns.enumerate() {
            let raw = match fields.as_slice() {
                [] => continue,
                [field] => row.cell(*field, first),
                [field, other, ..] => {
                    let one = row.cell(*field, first);
                    joined(one, row.cell(*other, second), both)
                }
            };
            match decode_raw(raw, column, self.request.keys, data) {
                State::Known => end_run(&mut self.runs, rank),
                State::Missing => self.ledger.enter_missing(rank),
                State::Unreadable | State::Contradictory => {
                    self.ledger.enter_unreadable(rank, line);
                    lengthen_run(&mut self.runs, rank, line);
                }
            }
        }
        if self.batch.len() == BATCH_ROWS {
            self.hand_over();
        }
    }

    /// Hands the last rows over, and gives the account.
    pub(super) fn finish(mut self) -> FileLedger {
        self.hand_over();
        for (column, (count, line)) in self.runs.iter().enumerate() {
            self.ledger.enter_run(column, *count, *line);
        }
        self.ledger
    }

    fn hand_over(&mut self) {
        if !self.batch.is_empty() {
            self.ledger.read += u64::try_from(self.batch.len()).unwrap_or(u64::MAX);
            (self.sink)(&self.batch);
            self.batch.clear();
        }
    }
}

fn end_run(runs: &mut [(u64, u64)], column: usize) {
    if let Some(run) = runs.get_mut(column) {
        *run = (0, 0);
    }
}

fn lengthen_run(runs: &mut [(u64, u64)], column: usize, line: u64) {
    if let Some((count, first)) = runs.get_mut(column) {
        if *count == 0 {
            *first = line;
        }
        *count += 1;
    }
}

/// Reads rows to their end and hands them over in batches; the batch is reused once the sink returns. After a fault, the
/// batches handed over must be dropped. Rows without anything recorded are no rows.
pub fn read_rows(
    rows: &mut dyn Rows,
    request: TableRequest<'_>,
    sink: &mut dyn FnMut(&Batch),
) -> Result<FileLedger, FileFault> {
    let (mut head, mut kept, mut row) = (Vec::new(), Vec::new(), Row::default());
    let mut more = true;
    while !is_enough(&head, request.wanted.layouts) {
        more = rows.next(&mut row)?;
        if !more {
            break;
        }
        if !row.is_empty() {
            head.push(HeadRow::of_row(&row));
            kept.push(row.clone());
        }
    }
    let found = match find(&head, request.wanted) {
        Err(fault) => {
            let mut further = || {
                while rows.next(&mut row)? {
                    if !row.is_empty() {
                        return Ok(Some(HeadRow::of_row(&row)));
                    }
                }
                Ok(None)
            };
            return Err(elsewhere(fault, request.wanted, &mut head, &mut further));
        }
        Ok(found) => found,
    };
    let first = found.first;
    let mut table = Table::new(request, found, sink);
    for row in kept.iter().skip(first) {
        table.take(row.line, row);
    }
    while more && rows.next(&mut row)? {
        if !row.is_empty() {
            table.take(row.line, &row);
        }
    }
    Ok(table.finish())
}

/// Whether the columns of a kind are never decoded.
const fn is_skipped(kind: &Kind) -> bool {
    matches!(kind, Kind::Personal)
}
