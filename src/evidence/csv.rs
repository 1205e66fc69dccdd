//! CSV files as typed batches.
//!
//! Invariant: each record is either in a batch or in the ledger's rejections, and the bytes of a column that no one asked
//! for are passed over.

#[cfg(test)]
mod tests;

use super::batch::Batch;
use super::cell::trim;
use super::encoding::text_of;
use super::fault::FileFault;
use super::ledger::{FileLedger, Rejection};
use super::opening::open;
use super::raw::Raw;
use super::record::{Record, Records};
use super::schema::{Dialect, Encoding};
use super::table::{
    HeadRow, Layout, RowCells, Table, TableRequest, Wanted, elsewhere, find, is_enough,
};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

const BUFFER: usize = 1 << 16;

/// The cells of a record, in its encoding.
struct Encoded<'a> {
    record: &'a Record,
    encoding: Encoding,
}

impl RowCells for Encoded<'_> {
    fn cell<'s>(&'s self, field: usize, spare: &'s mut String) -> Raw<'s> {
        let Some(bytes) = self.record.field(field) else {
            return Raw::Empty;
        };
        match text_of(bytes, self.encoding) {
            None => Raw::Undecodable,
            Some(Cow::Borrowed(text)) => Raw::Text(text),
            Some(Cow::Owned(text)) => {
                *spare = text;
                Raw::Text(spare)
            }
        }
    }
}

/// Reads a file to its end and hands its rows over in batches; the batch is reused once the sink returns. After a fault,
/// the batches handed over must be dropped.
pub fn read_csv(
    input: impl Read,
    dialect: Dialect,
    request: TableRequest<'_>,
    sink: &mut dyn FnMut(&Batch),
) -> Result<FileLedger, FileFault> {
    let input = open(input, dialect.encoding)?;
    let mut records = Records::new(BufReader::with_capacity(BUFFER, input), dialect);
    let (head, kept) = head(&mut records, dialect, request.wanted.layouts)?;
    let found = match find(&head, request.wanted) {
        Err(fault) => return Err(nearer(fault, &mut records, head, dialect, request.wanted)),
        Ok(found) => found,
    };
    let first = found.first;
    let mut table = Table::new(request, found, sink);
    for record in kept.iter().skip(first) {
        enter(record, dialect.encoding, &mut table);
    }
    records.keep(table.kept());
    let mut record = Record::default();
    while next(&mut records, &mut record)? {
        enter(&record, dialect.encoding, &mut table);
    }
    Ok(table.finish())
}

fn next(records: &mut Records<impl BufRead>, record: &mut Record) -> Result<bool, FileFault> {
    let found = records.next(record);
    found.map_err(|error| FileFault::reading(&error, records.line()))
}

/// The records down to the last line on which a layout has its header.
pub(super) fn head(
    records: &mut Records<impl BufRead>,
    dialect: Dialect,
    layouts: &[Layout],
) -> Result<(Vec<HeadRow>, Vec<Record>), FileFault> {
    let (mut head, mut kept) = (Vec::new(), Vec::new());
    while !is_enough(&head, layouts) {
        let mut record = Record::default();
        if !next(records, &mut record)? {
            break;
        }
        head.push(head_row(&record, dialect));
        kept.push(record);
    }
    Ok((head, kept))
}

fn head_row(record: &Record, dialect: Dialect) -> HeadRow {
    let text = |field| text_of(field, dialect.encoding);
    let cells: Option<Vec<Cow<'_, str>>> = record.fields().map(text).collect();
    HeadRow {
        line: record.line,
        width: record.len(),
        cells: cells.map(|cells| cells.iter().map(|cell| trim(cell).to_owned()).collect()),
        is_sound: record.fault.is_none(),
    }
}

/// The fault of a head in which no layout fits, or on which line the header is instead.
fn nearer(
    fault: FileFault,
    records: &mut Records<impl BufRead>,
    mut head: Vec<HeadRow>,
    dialect: Dialect,
    wanted: Wanted<'_>,
) -> FileFault {
    elsewhere(fault, wanted, &mut head, &mut || {
        let mut record = Record::default();
        let more = next(records, &mut record)?;
        Ok(more.then(|| head_row(&record, dialect)))
    })
}

/// Enters a record of the table.
fn enter(record: &Record, encoding: Encoding, table: &mut Table<'_, '_>) {
    let miscounted = (record.len() != table.width()).then_some(Rejection::FieldCount);
    if let Some(cause) = record.fault.or(miscounted) {
        table.reject(cause, record.line, record.breaks);
        return;
    }
    // A line inside quotes that is as wide as a row may be one.
    if table.width() > 1 && record.widest >= table.width() - 1 {
        table.ledger.enter_hidden(record.line, record.breaks);
    }
    table.take(record.line, &Encoded { record, encoding });
}
