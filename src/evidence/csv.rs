//! CSV files as typed batches.
//!
//! Invariant: columns are found by their header alone, each row is either in a batch or in the ledger's rejections, and
//! the bytes of a column that no one asked for are passed over.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::io::{self, BufReader, Read};

use super::batch::{Batch, ColumnData, RowRef, State};
use super::cell::{cells_of, decode, trim};
use super::fault::FileFault;
use super::key::KeyRing;
use super::ledger::{FileLedger, Rejection};
use super::record::{Record, Records};
use super::schema::{Column, Dialect, Encoding, Kind, Schema};

/// The most rows that a batch holds.
pub const BATCH_ROWS: usize = 4_096;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
const BUFFER: usize = 1 << 16;

/// What is to be read, and how.
#[derive(Debug, Clone, Copy)]
pub struct CsvRequest<'a> {
    /// The declared columns.
    pub schema: &'a Schema,
    /// How bytes are cut into cells.
    pub dialect: Dialect,
    /// Which columns are decoded, in the schema's order; those beyond its end are not.
    pub needed: &'a [bool],
    /// Which file of the source, counted from 1.
    pub file: u32,
    /// The key of identifiers.
    pub keys: &'a KeyRing,
    /// Whether the line of every rejected row is kept, and not those of the first alone.
    pub every_rejection: bool,
}

/// Reads a file to its end and hands its rows over in batches; the batch is reused once the sink returns. After a fault,
/// the batches handed over must be dropped.
pub fn read_csv(
    input: impl Read,
    request: &CsvRequest<'_>,
    sink: &mut dyn FnMut(&Batch),
) -> Result<FileLedger, FileFault> {
    let input = without_mark(input).map_err(|_| FileFault::Unreadable { line: 1 })?;
    let mut records = Records::new(BufReader::with_capacity(BUFFER, input), request.dialect);
    let mut record = Record::default();
    match records.next(&mut record) {
        Err(_) => {
            return Err(FileFault::Unreadable {
                line: records.line(),
            });
        }
        Ok(false) => return Err(FileFault::Empty),
        Ok(true) if record.fault.is_some() => return Err(FileFault::HeaderBroken),
        Ok(true) => {}
    }
    let header = Header::read(&record, request)?;
    records.keep(header.kept());
    let mut ledger = FileLedger::new(request.file);
    if request.every_rejection {
        ledger.keep_every_line();
    }
    ledger.undeclared_columns = header.undeclared;
    let mut batch = Batch {
        columns: header.empty_columns(request.schema),
        ..Batch::default()
    };
    while records
        .next(&mut record)
        .map_err(|_| FileFault::Unreadable {
            line: records.line(),
        })?
    {
        ledger.rows += 1;
        let miscounted = (record.len() != header.width).then_some(Rejection::FieldCount);
        if let Some(cause) = record.fault.or(miscounted) {
            ledger.reject(cause, record.line, record.breaks);
            continue;
        }
        // A line inside quotes that is as wide as a row may be one.
        if header.width > 1 && record.widest >= header.width - 1 {
            ledger.enter_hidden(record.line, record.breaks);
        }
        header.take(&record, request, &mut batch, &mut ledger);
        if batch.len() == BATCH_ROWS {
            hand_over(&mut batch, &mut ledger, sink);
        }
    }
    hand_over(&mut batch, &mut ledger, sink);
    Ok(ledger)
}

fn hand_over(batch: &mut Batch, ledger: &mut FileLedger, sink: &mut dyn FnMut(&Batch)) {
    if !batch.is_empty() {
        ledger.read += u64::try_from(batch.len()).unwrap_or(u64::MAX);
        sink(batch);
        batch.clear();
    }
}

/// The input without the byte-order mark that it may begin with.
pub(super) fn without_mark(mut input: impl Read) -> io::Result<impl Read> {
    let mut head = Vec::with_capacity(BYTE_ORDER_MARK.len());
    input.by_ref().take(3).read_to_end(&mut head)?;
    if head == BYTE_ORDER_MARK {
        head.clear();
    }
    Ok(io::Cursor::new(head).chain(input))
}

/// Text in the declared encoding; none if the bytes are not.
pub(super) fn text_of(bytes: &[u8], encoding: Encoding) -> Option<Cow<'_, str>> {
    match encoding {
        Encoding::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Encoding::Windows1252 => Some(
            encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0,
        ),
    }
}

/// Where the declared columns are in a file.
struct Header {
    /// How many fields a row has.
    width: usize,
    /// For each declared column, the field to decode; none for a column that is not needed.
    fields: Vec<Option<usize>>,
    undeclared: u64,
}

impl Header {
    fn read(record: &Record, request: &CsvRequest<'_>) -> Result<Self, FileFault> {
        let cells: Option<Vec<Cow<'_, str>>> = record
            .fields()
            .map(|field| text_of(field, request.dialect.encoding))
            .collect();
        let cells = cells.ok_or(FileFault::HeaderEncoding)?;
        let cells: Vec<&str> = cells.iter().map(|cell| trim(cell)).collect();
        let mut fields = Vec::new();
        let (mut missing, mut repeated) = (Vec::new(), Vec::new());
        for (rank, column) in request.schema.columns.iter().enumerate() {
            let mut found = cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| **cell == column.header);
            let field = found.next().map(|(field, _)| field);
            if found.next().is_some() {
                repeated.push(column.name.clone());
            }
            if field.is_none() && column.kind != Kind::Personal {
                missing.push(column.name.clone());
            }
            let needed =
                request.needed.get(rank).copied().unwrap_or(false) && column.kind != Kind::Personal;
            fields.push(field.filter(|_| needed));
        }
        if !missing.is_empty() {
            return Err(FileFault::MissingColumns(missing));
        }
        if !repeated.is_empty() {
            return Err(FileFault::RepeatedColumns(repeated));
        }
        let is_declared = |cell: &str| {
            request
                .schema
                .columns
                .iter()
                .any(|column| column.header == cell)
        };
        let undeclared = cells
            .iter()
            .fold(0, |count, cell| count + u64::from(!is_declared(cell)));
        Ok(Self {
            width: cells.len(),
            fields,
            undeclared,
        })
    }

    /// Which fields of a row are decoded.
    fn kept(&self) -> Vec<bool> {
        (0..self.width)
            .map(|field| self.fields.contains(&Some(field)))
            .collect()
    }

    fn empty_columns(&self, schema: &Schema) -> Vec<ColumnData> {
        let empty = |(column, field): (&Column, &Option<usize>)| match field {
            Some(_) => cells_of(&column.kind),
            None => ColumnData::Skipped,
        };
        schema.columns.iter().zip(&self.fields).map(empty).collect()
    }

    /// Decodes a sound row into the batch.
    fn take(
        &self,
        record: &Record,
        request: &CsvRequest<'_>,
        batch: &mut Batch,
        ledger: &mut FileLedger,
    ) {
        batch.rows.push(RowRef {
            file: request.file,
            line: record.line,
        });
        let columns = request
            .schema
            .columns
            .iter()
            .zip(&self.fields)
            .zip(&mut batch.columns);
        for (rank, ((column, field), data)) in columns.enumerate() {
            let Some(field) = *field else { continue };
            let text = record
                .field(field)
                .and_then(|bytes| text_of(bytes, request.dialect.encoding));
            let state = if let Some(text) = text {
                decode(&text, column, request.keys, data)
            } else {
                data.push_unknown(State::Unreadable);
                State::Unreadable
            };
            match state {
                State::Known => {}
                State::Missing => ledger.enter_missing(rank),
                State::Unreadable | State::Contradictory => {
                    ledger.enter_unreadable(rank, record.line);
                }
            }
        }
    }
}
