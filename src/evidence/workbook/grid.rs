//! Cells on their way out, in the order of the sheet.
//!
//! Invariant: no cell leaves that lies outside the grid or before the last one, and no text, row or number of cells over
//! its limit; a row without a filled cell is none.

use super::fault::WorkbookFault;
use crate::evidence::raw::Raw;
use crate::evidence::wire::{LAST_COLUMN, LAST_ROW, RowBytes, write_sheet};
pub(super) use crate::evidence::wire::{LONGEST_ROW, LONGEST_TEXT};
use std::io::Write;

/// The most filled cells of a sheet.
const MOST_CELLS: u64 = 50_000_000;

/// Where the cells of a sheet go.
pub(super) struct Grid<'a> {
    out: &'a mut dyn Write,
    bytes: RowBytes,
    row: u32,
    next_column: u32,
    cells: u64,
}

impl<'a> Grid<'a> {
    /// A sheet, by its order in the workbook, counted from 1.
    pub(super) fn new(sheet: u32, out: &'a mut dyn Write) -> Result<Self, WorkbookFault> {
        write_sheet(sheet, out).map_err(|_| WorkbookFault::Died)?;
        Ok(Self {
            out,
            bytes: RowBytes::default(),
            row: 0,
            next_column: 0,
            cells: 0,
        })
    }

    /// Takes a filled cell: its row counted from 1, its column from 0.
    pub(super) fn cell(
        &mut self,
        row: u32,
        column: u32,
        raw: Raw<'_>,
    ) -> Result<(), WorkbookFault> {
        if row == 0 || row > LAST_ROW || column >= LAST_COLUMN || row < self.row {
            return Err(WorkbookFault::Grid);
        }
        if row > self.row {
            self.flush()?;
            self.row = row;
            self.next_column = 0;
            self.bytes.begin(row);
        }
        if column < self.next_column {
            return Err(WorkbookFault::Grid);
        }
        self.next_column = column + 1;
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(WorkbookFault::Cells);
        }
        if let Raw::Text(text) = raw
            && text.len() > LONGEST_TEXT
        {
            return Err(WorkbookFault::Text);
        }
        self.bytes.cell(column, raw);
        if self.bytes.len() > LONGEST_ROW {
            return Err(WorkbookFault::Text);
        }
        Ok(())
    }

    /// Hands over the last row.
    pub(super) fn finish(mut self) -> Result<(), WorkbookFault> {
        self.flush()
    }

    fn flush(&mut self) -> Result<(), WorkbookFault> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        self.bytes.write(self.out).map_err(|_| WorkbookFault::Died)
    }
}
