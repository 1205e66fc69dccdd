//! A declared table written anew without what it says of persons, for a colleague or a bug report.
//!
//! Invariant: of a cell, only what its declared type reads is written: a moment, a number, a declared word. Identifiers
//! become keyed pseudonyms, equal where they were equal; free text and personal columns lose every letter; what cannot be
//! read becomes a mark that cannot be read either; columns that no one declared are left out. A check of the copy
//! gives the figures of the original: rows, rejections, unknown cells and line breaks stay where they were.

use super::batch::State;
use super::cell::{cells_of, decode, trim};
use super::csv::head;
use super::encoding::{Encoding, text_of};
use super::fault::FileFault;
use super::key::KeyRing;
use super::ledger::Rejection;
use super::opening::open;
use super::record::{LONGEST, Record, Records};
use super::schema::{Column, Dialect, Kind};
use super::table::{Found, HeaderRow, Wanted, find, positions};
use std::io::{self, BufReader, Read, Write};

#[cfg(test)]
mod tests;

/// A byte that is no text in UTF-8.
const NO_TEXT: u8 = 0xff;
/// A byte that stands for nothing in the Western encodings of Windows and ISO.
const UNUSED: u8 = 0x81;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Rows, the rejected ones included.
    pub rows: u64,
    /// Columns kept as they are declared to be read.
    pub kept: u64,
    /// Columns of pseudonyms.
    pub pseudonyms: u64,
    /// Columns emptied, or of which the presence alone is kept.
    pub emptied: u64,
    /// Columns left out.
    pub left_out: u64,
}

/// Writes a file anew; a fault of the file otherwise.
pub fn anonymise(
    input: impl Read,
    output: &mut dyn Write,
    dialect: Dialect,
    wanted: Wanted<'_>,
    keys: &KeyRing,
) -> io::Result<Result<Written, FileFault>> {
    let (mark, input) = with_mark(input)?;
    let input = match open(input, dialect.encoding) {
        Ok(input) => input,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut records = Records::new(BufReader::new(input), dialect);
    let (rows, kept) = match head(&mut records, dialect, wanted.layouts) {
        Ok(found) => found,
        Err(fault) => return Ok(Err(fault)),
    };
    let found = match find(&rows, wanted) {
        Ok(found) => found,
        Err(fault) => return Ok(Err(fault)),
    };
    let Some(layout) = wanted.layouts.get(found.layout) else {
        return Ok(Err(FileFault::HeaderAbsent));
    };
    let placed = rows.get(found.first.saturating_sub(1));
    let fields: Vec<Vec<usize>> = layout
        .places
        .iter()
        .map(|place| {
            placed
                .and_then(|row| positions(place, row))
                .unwrap_or_default()
        })
        .collect();
    let headless = layout.header_row == HeaderRow::Absent;
    let mut copy = Copy {
        dialect,
        columns: &wanted.schema.columns,
        plan: plan(&found, &fields, &wanted.schema.columns, headless),
        found: &found,
        keys,
        output,
        low_first: true,
    };
    copy.output.write_all(&mark)?;
    copy.low_first = mark != b"\xfe\xff" && dialect.encoding != Encoding::Utf16Be;
    if let Some(header) = kept
        .get(found.first.saturating_sub(1))
        .filter(|_| !headless)
    {
        copy.head(header, layout.header_row)?;
    }
    let mut written = copy.columns_written();
    for record in kept.iter().skip(found.first) {
        written.rows += 1;
        copy.row(record)?;
    }
    let mut record = Record::default();
    while records.next(&mut record)? {
        written.rows += 1;
        copy.row(&record)?;
    }
    Ok(Ok(written))
}

/// The mark of its encoding that the input begins with, if any, and the whole input.
fn with_mark(mut input: impl Read) -> io::Result<(Vec<u8>, impl Read)> {
    let mut head = Vec::with_capacity(3);
    input.by_ref().take(3).read_to_end(&mut head)?;
    let marks: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
    let mark = marks.iter().find(|mark| head.starts_with(mark));
    let mark = mark.map_or_else(Vec::new, |mark| mark.to_vec());
    Ok((mark, io::Cursor::new(head).chain(input)))
}

/// What becomes of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fate {
    /// It is left out.
    Out,
    /// It stands, empty: the columns behind it are found by their position, or it leads to persons.
    Emptied,
    /// It stands as the columns (by position) read it, alone or with another field.
    Read(Vec<usize>),
}

/// The fate of each field of a row.
fn plan(found: &Found, fields: &[Vec<usize>], columns: &[Column], headless: bool) -> Vec<Fate> {
    let fate = |field: usize| {
        let of = |rank: &usize| fields.get(*rank).is_some_and(|of| of.contains(&field));
        let ranks: Vec<usize> = (0..columns.len()).filter(of).collect();
        let personal = |rank: &usize| {
            columns
                .get(*rank)
                .is_some_and(|column| column.kind == Kind::Personal)
        };
        match ranks.is_empty() {
            true if headless => Fate::Emptied,
            true => Fate::Out,
            false if ranks.iter().any(personal) => Fate::Emptied,
            false => Fate::Read(ranks),
        }
    };
    (0..found.width).map(fate).collect()
}

/// A file on its way to its copy.
struct Copy<'a> {
    dialect: Dialect,
    columns: &'a [Column],
    plan: Vec<Fate>,
    found: &'a Found,
    keys: &'a KeyRing,
    output: &'a mut dyn Write,
    /// In UTF-16, whether the low byte of a unit comes first.
    low_first: bool,
}

impl Copy<'_> {
    /// Writes bytes of the opened file in the encoding of the file.
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        if !matches!(
            self.dialect.encoding,
            Encoding::Utf16 | Encoding::Utf16Le | Encoding::Utf16Be
        ) {
            return self.output.write_all(bytes);
        }
        let order = |unit: u16| match self.low_first {
            true => unit.to_le_bytes(),
            false => unit.to_be_bytes(),
        };
        let mut wide = Vec::with_capacity(bytes.len().saturating_mul(2));
        for chunk in bytes.utf8_chunks() {
            wide.extend(chunk.valid().encode_utf16().flat_map(order));
            if !chunk.invalid().is_empty() {
                // Half of a pair alone is no text.
                wide.extend(order(0xd800));
            }
        }
        self.output.write_all(&wide)
    }

    fn columns_written(&self) -> Written {
        let mut written = Written::default();
        for fate in &self.plan {
            let count = match fate {
                Fate::Out => &mut written.left_out,
                Fate::Emptied => &mut written.emptied,
                Fate::Read(ranks) => match self.kind_of(ranks) {
                    Some(Kind::Key(_)) => &mut written.pseudonyms,
                    Some(Kind::Text) => &mut written.emptied,
                    _ => &mut written.kept,
                },
            };
            *count += 1;
        }
        written
    }

    fn kind_of(&self, ranks: &[usize]) -> Option<&Kind> {
        let column = ranks.first().and_then(|rank| self.columns.get(*rank));
        column.map(|column| &column.kind)
    }

    /// The lines down to the header, which keeps its line: titles lose their letters.
    fn head(&mut self, header: &Record, row: HeaderRow) -> io::Result<()> {
        let title: &[u8] = match row {
            HeaderRow::Line(_) => b"x\n",
            HeaderRow::First | HeaderRow::Absent => b"\n",
        };
        for _ in 1..header.line {
            self.put(title)?;
        }
        let cells: Vec<Vec<u8>> = self
            .plan
            .iter()
            .enumerate()
            .filter(|(_, fate)| **fate != Fate::Out)
            .map(|(field, _)| header.field(field).unwrap_or_default().to_vec())
            .collect();
        self.write(&cells)
    }

    fn row(&mut self, record: &Record) -> io::Result<()> {
        let miscounted = record.len() != self.found.width;
        let fault = record.fault.or(miscounted.then_some(Rejection::FieldCount));
        if let Some(cause) = fault {
            return self.broken(cause, record);
        }
        let width = self.plan.iter().filter(|fate| **fate != Fate::Out).count();
        let hidden = self.found.width > 1 && record.widest >= self.found.width - 1;
        let mut structure = "\n"
            .repeat(usize::try_from(record.breaks).unwrap_or(0))
            .into_bytes();
        if hidden {
            structure.extend(std::iter::repeat_n(
                self.dialect.delimiter,
                width.saturating_sub(1),
            ));
        }
        let mut cells: Vec<Vec<u8>> = Vec::with_capacity(width);
        let mut free = None;
        for (field, fate) in self.plan.iter().enumerate() {
            let cell = match fate {
                Fate::Out => continue,
                Fate::Emptied => Vec::new(),
                Fate::Read(ranks) => self.cell(record, field, ranks),
            };
            let holds_any = match fate {
                Fate::Read(ranks) => matches!(self.kind_of(ranks), Some(Kind::Text)),
                _ => true,
            };
            if holds_any {
                free = Some(cells.len());
            }
            cells.push(cell);
        }
        // In the last cell that may hold them: what follows a line break counts as a line of its own.
        if let Some(cell) = free.and_then(|rank| cells.get_mut(rank)) {
            cell.append(&mut structure);
        }
        self.write(&cells)
    }

    /// A cell as its columns read it.
    fn cell(&self, record: &Record, field: usize, ranks: &[usize]) -> Vec<u8> {
        let bytes = record.field(field).unwrap_or_default();
        let Some(text) = text_of(bytes, self.dialect.encoding) else {
            return self.no_text();
        };
        let text = trim(&text);
        let mut shown = text.to_owned();
        for column in ranks
            .iter()
            .filter_map(|rank| Some((*rank, self.columns.get(*rank)?)))
        {
            let (rank, column) = column;
            let whole = self.whole(record, rank).unwrap_or_else(|| text.to_owned());
            let mut data = cells_of(&column.kind);
            match (decode(&whole, column, self.keys, &mut data), &column.kind) {
                (State::Missing, _) => {}
                (State::Known, Kind::Text) => "x".clone_into(&mut shown),
                (State::Known, Kind::Key(normal)) => {
                    shown = format!("{:032x}", self.keys.digest(&normal.fold(text)));
                }
                (State::Known, _) => {}
                _ => {
                    return match text.is_empty() {
                        true => Vec::new(),
                        false => self.unreadable(column),
                    };
                }
            }
        }
        match shown == text {
            // The bytes themselves: they are in the file's encoding already.
            true => trimmed(bytes).to_vec(),
            false => shown.into_bytes(),
        }
    }

    /// The text of a column that two fields make up.
    fn whole(&self, record: &Record, rank: usize) -> Option<String> {
        let of = |field: &usize, fate: &Fate| match fate {
            Fate::Read(ranks) => ranks.contains(&rank).then_some(*field),
            _ => None,
        };
        let fields = self
            .found
            .fields
            .get(rank)
            .filter(|fields| fields.len() > 1)?;
        let read = fields
            .iter()
            .filter_map(|field| of(field, self.plan.get(*field)?))
            .map(|field| text_of(record.field(field)?, self.dialect.encoding));
        let texts: Option<Vec<String>> = read
            .map(|text| text.map(|text| trim(&text).to_owned()))
            .collect();
        Some(texts?.join(" "))
    }

    /// A text that a column does not read.
    fn unreadable(&self, column: &Column) -> Vec<u8> {
        let marks = (1..=8).map(|count| "?".repeat(count));
        let unread = |mark: &String| {
            let mut data = cells_of(&column.kind);
            decode(mark, column, self.keys, &mut data) == State::Unreadable
        };
        marks
            .into_iter()
            .find(unread)
            .map_or_else(|| self.no_text(), String::into_bytes)
    }

    /// Bytes that are no text, where the encoding has such.
    fn no_text(&self) -> Vec<u8> {
        match self.dialect.encoding {
            Encoding::Windows1252 | Encoding::Iso8859_15 => vec![UNUSED],
            // Every byte is a character of it.
            Encoding::Cp850 => b"?".to_vec(),
            _ => vec![NO_TEXT],
        }
    }

    /// A row that is rejected for the same cause, over as many lines.
    fn broken(&mut self, cause: Rejection, record: &Record) -> io::Result<()> {
        let quote = char::from(self.dialect.quote);
        let breaks = "\n".repeat(usize::try_from(record.breaks).unwrap_or(0));
        let width = self.plan.iter().filter(|fate| **fate != Fate::Out).count();
        let text = match cause {
            Rejection::StrayQuote => format!("{quote}x{breaks}{quote}x\n"),
            Rejection::UnclosedQuote => format!("{quote}x{breaks}"),
            Rejection::TooLong => {
                format!(
                    "{quote}x{breaks}{}{quote}\n",
                    "x".repeat(LONGEST.saturating_add(1))
                )
            }
            // One cell where there are several, several where there is one.
            _ => {
                let cells = if width == 1 { 2 } else { 1 };
                let first = format!("{quote}x{breaks}{quote}");
                let others = format!("{}x", char::from(self.dialect.delimiter)).repeat(cells - 1);
                format!("{first}{others}\n")
            }
        };
        self.put(text.as_bytes())
    }

    fn write(&mut self, cells: &[Vec<u8>]) -> io::Result<()> {
        let Dialect {
            delimiter, quote, ..
        } = self.dialect;
        let mut line = Vec::new();
        for (rank, cell) in cells.iter().enumerate() {
            if rank > 0 {
                line.push(delimiter);
            }
            let special = |byte: &u8| [delimiter, quote, b'\n', b'\r'].contains(byte);
            // A line without any byte would be no row.
            let alone = cells.len() == 1 && cell.is_empty();
            if alone || cell.iter().any(special) {
                line.push(quote);
                for byte in cell {
                    line.push(*byte);
                    if *byte == quote {
                        line.push(quote);
                    }
                }
                line.push(quote);
            } else {
                line.extend_from_slice(cell);
            }
        }
        line.push(b'\n');
        self.put(&line)
    }
}

/// Bytes without the ASCII blanks around them.
fn trimmed(bytes: &[u8]) -> &[u8] {
    bytes.trim_ascii()
}
