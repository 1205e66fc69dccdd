//! The cells of a sheet of an XLS workbook.
//!
//! Invariant: a place of the sheet holds one cell, or the file is damaged.

use super::super::Grid;
use super::super::compound::{long, short};
use super::super::fault::WorkbookFault;
use super::super::shown::{Shown, plain};
use super::super::strings::Strings;
use super::record::{Record, Records};
use super::{BEGIN, Book, END, text};
use crate::evidence::raw::Raw;
use WorkbookFault::Damaged;

/// The most filled cells of a sheet.
const MOST_CELLS: usize = 5_000_000;

const FORMULA: u16 = 0x0006;
const SEVERAL: u16 = 0x00bd;
const RICH: u16 = 0x00d6;
const SHARED: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const FLAG: u16 = 0x0205;
const RESULT: u16 = 0x0207;
const COMPACT: u16 = 0x027e;

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Number(f64, Shown),
    /// A text of the workbook.
    Shared(u32),
    /// A text of the sheet.
    Own(u32),
    Boolean(bool),
    Error,
}

/// The cells of a sheet, and where they stand.
#[derive(Default)]
struct Cells {
    cells: Vec<(u16, u16, Cell)>,
    own: Strings,
}

/// Reads the records of a sheet up to its end.
pub(super) fn read(stream: &[u8], book: &Book, mut grid: Grid<'_>) -> Result<(), WorkbookFault> {
    let mut found = Cells::default();
    found.collect(stream, book)?;
    found.cells.sort_by_key(|(row, column, _)| (*row, *column));
    let mut spare = String::new();
    for (row, column, cell) in &found.cells {
        let raw = match cell {
            Cell::Number(number, shown) => shown.cell(*number, book.epoch, &mut spare),
            Cell::Shared(number) => Raw::Text(book.strings.get(*number).ok_or(Damaged)?),
            Cell::Own(number) => Raw::Text(found.own.get(*number).ok_or(Damaged)?),
            Cell::Boolean(value) => Raw::Boolean(*value),
            Cell::Error => Raw::Error,
        };
        if raw != Raw::Text("") {
            grid.cell(u32::from(*row) + 1, u32::from(*column), raw)?;
        }
    }
    grid.finish()
}

impl Cells {
    fn collect(&mut self, stream: &[u8], book: &Book) -> Result<(), WorkbookFault> {
        let mut records = Records::new(stream);
        let first = records.next()?.filter(|record| record.kind == BEGIN);
        first.ok_or(Damaged)?;
        // A chart within the sheet has records of its own.
        let mut depth = 1_u32;
        // The formula whose text comes in a record of its own.
        let mut waiting = None;
        while let Some(record) = records.next()? {
            match record.kind {
                BEGIN => depth = depth.saturating_add(1),
                END if depth == 1 => return Ok(()),
                END => depth -= 1,
                _ if depth > 1 => {}
                RESULT => {
                    let text = text::long(&records.whole(record)?)?;
                    if let Some((row, column)) = waiting.take() {
                        self.own(row, column, &text)?;
                    }
                }
                FORMULA => waiting = self.formula(record, book)?,
                _ => self.cell(record, &mut records, book)?,
            }
        }
        Err(Damaged)
    }

    fn cell<'r>(
        &mut self,
        record: Record<'r>,
        records: &mut Records<'r>,
        book: &Book,
    ) -> Result<(), WorkbookFault> {
        let body = record.body;
        let place = || short(body, 0).zip(short(body, 2)).ok_or(Damaged);
        match record.kind {
            SHARED => {
                let (row, column) = place()?;
                self.put(row, column, Cell::Shared(long(body, 6).ok_or(Damaged)?))
            }
            NUMBER => {
                let (row, column) = place()?;
                let bytes = body.get(6..).and_then(|bytes| bytes.first_chunk());
                let number = f64::from_le_bytes(*bytes.ok_or(Damaged)?);
                self.put(row, column, Cell::Number(number, shown(body, 4, book)))
            }
            COMPACT => {
                let (row, column) = place()?;
                let number = compact(long(body, 6).ok_or(Damaged)?);
                self.put(row, column, Cell::Number(number, shown(body, 4, book)))
            }
            SEVERAL => {
                let (row, first) = place()?;
                // Each one is its style and its number; the last column stands behind them.
                let pairs = body.len().saturating_sub(6) / 6;
                for pair in 0..pairs {
                    let start = 4 + 6 * pair;
                    let column = u16::try_from(pair)
                        .ok()
                        .and_then(|pair| first.checked_add(pair));
                    let number = compact(long(body, start + 2).ok_or(Damaged)?);
                    let cell = Cell::Number(number, shown(body, start, book));
                    self.put(row, column.ok_or(WorkbookFault::Grid)?, cell)?;
                }
                Ok(())
            }
            TEXT | RICH => {
                let (row, column) = place()?;
                let mut bodies = records.whole(record)?;
                if let Some(first) = bodies.first_mut() {
                    *first = first.get(6..).ok_or(Damaged)?;
                }
                let text = text::long(&bodies)?;
                self.own(row, column, &text)
            }
            FLAG => {
                let (row, column) = place()?;
                let cell = match (body.get(7), body.get(6)) {
                    (Some(0), Some(value)) => Cell::Boolean(*value != 0),
                    _ => Cell::Error,
                };
                self.put(row, column, cell)
            }
            _ => Ok(()),
        }
    }

    /// Takes the value of a formula; its place, if the value comes later.
    fn formula(
        &mut self,
        record: Record<'_>,
        book: &Book,
    ) -> Result<Option<(u16, u16)>, WorkbookFault> {
        let body = record.body;
        let (row, column) = short(body, 0).zip(short(body, 2)).ok_or(Damaged)?;
        let value = body.get(6..).and_then(|bytes| bytes.first_chunk::<8>());
        let value = value.ok_or(Damaged)?;
        let cell = match *value {
            [0, .., 0xff, 0xff] => return Ok(Some((row, column))),
            [1, _, truth, .., 0xff, 0xff] => Cell::Boolean(truth != 0),
            [2, .., 0xff, 0xff] => Cell::Error,
            [_, .., 0xff, 0xff] => return Ok(None),
            _ => Cell::Number(f64::from_le_bytes(*value), shown(body, 4, book)),
        };
        self.put(row, column, cell).map(|()| None)
    }

    fn own(&mut self, row: u16, column: u16, text: &str) -> Result<(), WorkbookFault> {
        self.own.push(text)?;
        let number = self.own.end()?;
        self.put(row, column, Cell::Own(number))
    }

    fn put(&mut self, row: u16, column: u16, cell: Cell) -> Result<(), WorkbookFault> {
        if self.cells.len() >= MOST_CELLS {
            return Err(WorkbookFault::Cells);
        }
        if column > 255 {
            return Err(WorkbookFault::Grid);
        }
        self.cells.push((row, column, cell));
        Ok(())
    }
}

/// How a cell shows its number, by the style at a place of its record.
fn shown(body: &[u8], place: usize, book: &Book) -> Shown {
    let style = short(body, place).unwrap_or(0);
    let styles = &book.styles;
    styles.get(usize::from(style)).copied().unwrap_or_default()
}

/// A number of four bytes: a whole one, or the upper half of another, both perhaps to be divided by a hundred.
fn compact(bits: u32) -> f64 {
    let whole = i32::from_le_bytes(bits.to_le_bytes()) >> 2;
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(whole),
    };
    if bits & 1 == 0 {
        return number;
    }
    let mut text = String::new();
    match plain(number, &mut text) {
        // The nearest number to the hundredth of a decimal text: exact, and without dividing.
        Raw::Number(text) => format!("{text}e-2").parse().unwrap_or(f64::NAN),
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn compact_numbers() {
        for (bits, expected) in [
            (0x3ff0_0000, 1.0),
            (0x3ff0_0001, 0.01),
            (0x0000_0006, 1.0),
            (0xffff_fffe, -1.0),
            (0x0000_1347, 12.33),
        ] {
            let found = compact(bits);
            assert_eq!(found.to_bits(), f64::to_bits(expected), "{bits:x}");
        }
    }
}
