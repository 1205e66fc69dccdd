//! CSV files: cells separated by semicolons, in UTF-8 or windows-1252, rows written as they come.
//!
//! Invariant: nothing is kept in memory but the buffer of the file.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use chrono::{Datelike, NaiveDate};

/// How a program of the town writes its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// UTF-8.
    Plain,
    /// UTF-8 with a byte-order mark and Windows line ends.
    Marked,
    /// Windows-1252 with Windows line ends.
    Old,
}

/// A file being written.
#[derive(Debug)]
pub(crate) struct Table {
    file: BufWriter<File>,
    style: Style,
}

impl Table {
    /// Opens a file and writes its header.
    pub(crate) fn create(
        folder: &Path,
        name: &str,
        style: Style,
        header: &[&str],
    ) -> io::Result<Self> {
        let file = BufWriter::with_capacity(1 << 18, File::create(folder.join(name))?);
        let mut table = Self { file, style };
        if style == Style::Marked {
            table.file.write_all("\u{feff}".as_bytes())?;
        }
        table.row(header)?;
        Ok(table)
    }

    /// Writes one row.
    pub(crate) fn row<Cell: AsRef<str>>(&mut self, cells: &[Cell]) -> io::Result<()> {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.file.write_all(b";")?;
            }
            self.cell(cell.as_ref())?;
        }
        self.file.write_all(match self.style {
            Style::Plain => b"\n",
            Style::Marked | Style::Old => b"\r\n",
        })
    }

    fn cell(&mut self, text: &str) -> io::Result<()> {
        if text.contains([';', '"', '\n']) {
            self.text(&format!("\"{}\"", text.replace('"', "\"\"")))
        } else {
            self.text(text)
        }
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        if self.style != Style::Old {
            return self.file.write_all(text.as_bytes());
        }
        // The accents of French are the same in windows-1252 and in the first 256 characters of Unicode.
        for character in text.chars() {
            self.file
                .write_all(&[u8::try_from(character).unwrap_or(b'?')])?;
        }
        Ok(())
    }

    /// Writes what is still in the buffer.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A monthly export: one file for May (and what came before), one for June.
#[derive(Debug)]
pub(crate) struct Monthly {
    may: Table,
    june: Table,
    rows: u64,
}

impl Monthly {
    /// Opens both files.
    pub(crate) fn create(
        folder: &Path,
        name: &str,
        style: Style,
        header: &[&str],
    ) -> io::Result<Self> {
        Ok(Self {
            may: Table::create(folder, &format!("{name}-2026-05.csv"), style, header)?,
            june: Table::create(folder, &format!("{name}-2026-06.csv"), style, header)?,
            rows: 0,
        })
    }

    /// The number of the row to come, counted from 1 over both files.
    pub(crate) fn next_number(&self) -> u64 {
        self.rows + 1
    }

    /// Writes one row to the file of its month.
    pub(crate) fn row<Cell: AsRef<str>>(
        &mut self,
        date: NaiveDate,
        cells: &[Cell],
    ) -> io::Result<()> {
        self.rows += 1;
        if date.month() < 6 {
            self.may.row(cells)
        } else {
            self.june.row(cells)
        }
    }

    /// Writes a row of May to the export of June as well: it begins a few days early.
    pub(crate) fn again<Cell: AsRef<str>>(&mut self, cells: &[Cell]) -> io::Result<()> {
        self.june.row(cells)
    }

    /// Writes what is still in the buffers.
    pub(crate) fn finish(self) -> io::Result<()> {
        self.may.finish()?;
        self.june.finish()
    }
}

/// A fictional telephone number, in the range that the French regulator keeps for fiction.
pub(crate) fn telephone(number: u64) -> String {
    format!("01 99 00 {:02} {:02}", number / 100 % 100, number % 100)
}
