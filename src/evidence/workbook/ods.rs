//! ODS: the cells of one sheet of a document.
//!
//! Invariant: the document is streamed once; rows and cells that are said to repeat are counted before they are repeated;
//! a cell that another one covers is empty.

mod cell;

use super::archive::{Archive, Part};
use super::fault::{Found, WorkbookFault};
use super::xml::{Item, Tag};
use super::{Grid, ordinal};
use cell::{Cell, Held};
use std::io::{Read, Seek, Write};

/// What the list of parts may unpack to.
const SMALL: u64 = 16 * 1024 * 1024;
/// What the document may unpack to.
const LARGE: u64 = 2 * 1024 * 1024 * 1024;
/// How often a filled cell may be repeated along its row.
const MOST_CELLS: u32 = 1_024;
/// How often a filled row may be repeated.
const MOST_ROWS: u32 = 10_000;
/// The depth of a sheet: document, body, spreadsheet, table.
const SHEET: u32 = 4;

/// Reads a sheet of a document.
pub(super) fn read<R: Read + Seek>(
    archive: &mut Archive<R>,
    wanted: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), WorkbookFault> {
    if is_encrypted(archive)? {
        return Err(WorkbookFault::Encrypted);
    }
    let mut xml = archive
        .part("content.xml", LARGE)?
        .ok_or(WorkbookFault::Damaged)?;
    let mut out = Some(out);
    let (mut sheets, mut found, mut spreadsheet) = (0_u32, 0_u32, false);
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Item::Open(tag) => match tag.name() {
                "spreadsheet" if depth + 2 == SHEET => spreadsheet = true,
                "table" if depth + 1 == SHEET => {
                    let name = tag.get("table:name")?.unwrap_or_default();
                    // What is kept of another document's sheets is none of this one's.
                    if name.starts_with("'file:") {
                        continue;
                    }
                    sheets = sheets.saturating_add(1);
                    if wanted.is_some_and(|wanted| wanted.trim() != name.trim()) {
                        continue;
                    }
                    found = found.saturating_add(1);
                    if let Some(out) = out.take() {
                        let place = usize::try_from(sheets - 1).unwrap_or(usize::MAX);
                        sheet(&mut xml, Grid::new(ordinal(place), out)?)?;
                    }
                }
                _ => {}
            },
            Item::End => break,
            _ => {}
        }
    }
    match (found, wanted) {
        _ if !spreadsheet => Err(WorkbookFault::Other(Found::Unknown)),
        (1, _) => Ok(()),
        (_, None) => Err(WorkbookFault::SheetNeeded(sheets)),
        (0, Some(_)) => Err(WorkbookFault::SheetMissing(sheets)),
        (_, Some(_)) => Err(WorkbookFault::SheetTwice(sheets)),
    }
}

/// Whether the list of parts says that some of them are enciphered.
fn is_encrypted<R: Read + Seek>(archive: &mut Archive<R>) -> Result<bool, WorkbookFault> {
    let Some(mut xml) = archive.part("META-INF/manifest.xml", SMALL)? else {
        return Ok(false);
    };
    loop {
        match xml.next()? {
            Item::Open(tag) if tag.name() == "encryption-data" => return Ok(true),
            Item::End => return Ok(false),
            _ => {}
        }
    }
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    /// Its place, counted from 1.
    number: u32,
    /// How often it stands there.
    repeated: u32,
    /// The column of its next cell.
    column: u32,
    /// Its filled cells: the column, how often, what.
    cells: Vec<(u32, u32, Held)>,
    bytes: usize,
}

/// Reads a sheet up to its closing tag.
fn sheet<R: Read>(xml: &mut Part<'_, R>, mut grid: Grid<'_>) -> Result<(), WorkbookFault> {
    let mut row = Row {
        repeated: 1,
        ..Row::default()
    };
    let (mut within, mut cell) = (false, None::<(Cell, u32)>);
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Item::Open(tag) => match (tag.name(), &mut cell) {
                // What is drawn in a cell, or noted beside it, is no part of it.
                (_, Some((_, start))) if depth > *start && is_beside(&tag) => skip(xml)?,
                (_, Some((cell, _))) => cell.open(&tag)?,
                ("table-row", None) => {
                    row.begin(&tag)?;
                    within = true;
                }
                ("table-cell", None) if within => cell = Some((Cell::of(&tag)?, depth)),
                ("covered-table-cell", None) if within => {
                    let count = repeated(&tag, "table:number-columns-repeated")?;
                    row.column = row.column.saturating_add(count);
                    skip(xml)?;
                }
                ("shapes" | "forms" | "table", None) => skip(xml)?,
                _ => {}
            },
            Item::Text(text) => {
                if let Some((cell, _)) = &mut cell {
                    cell.text(&text)?;
                }
            }
            Item::Close(tag) => match tag.name() {
                "table-cell" => {
                    if let Some((cell, _)) = cell.take() {
                        row.take(cell)?;
                    }
                }
                "table-row" => {
                    within = false;
                    row.end(&mut grid)?;
                }
                "table" => return grid.finish(),
                name => {
                    if let Some((cell, _)) = &mut cell {
                        cell.close(name);
                    }
                }
            },
            Item::End => return Err(WorkbookFault::Damaged),
            Item::Other => {}
        }
    }
}

/// Whether an element within a cell is not its own text.
fn is_beside(tag: &Tag<'_>) -> bool {
    !matches!(
        tag.name(),
        "p" | "span"
            | "a"
            | "s"
            | "tab"
            | "line-break"
            | "h"
            | "bookmark"
            | "soft-page-break"
            | "date"
            | "time"
            | "sheet-name"
            | "title"
            | "file-name"
            | "meta"
            | "ruby"
            | "ruby-base"
    )
}

/// Passes over the element that has just begun.
fn skip<R: Read>(xml: &mut Part<'_, R>) -> Result<(), WorkbookFault> {
    let outer = xml.depth().saturating_sub(1);
    while xml.depth() > outer {
        if matches!(xml.next()?, Item::End) {
            return Err(WorkbookFault::Damaged);
        }
    }
    Ok(())
}

/// How often an element stands where it stands.
fn repeated(tag: &Tag<'_>, name: &str) -> Result<u32, WorkbookFault> {
    let Some(count) = tag.get(name)? else {
        return Ok(1);
    };
    let count = count.trim().parse().map_err(|_| WorkbookFault::Repeated)?;
    match count {
        0 => Err(WorkbookFault::Repeated),
        count => Ok(count),
    }
}

impl Row {
    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), WorkbookFault> {
        self.number = self.number.saturating_add(self.repeated);
        self.repeated = repeated(tag, "table:number-rows-repeated")?;
        (self.column, self.bytes) = (0, 0);
        self.cells.clear();
        Ok(())
    }

    fn take(&mut self, cell: Cell) -> Result<(), WorkbookFault> {
        let (count, held) = cell.end()?;
        let column = self.column;
        self.column = column.saturating_add(count);
        let Some(held) = held else { return Ok(()) };
        if count > MOST_CELLS {
            return Err(WorkbookFault::Repeated);
        }
        self.bytes = self.bytes.saturating_add(held.len());
        if self.bytes > super::grid::LONGEST_ROW {
            return Err(WorkbookFault::Text);
        }
        self.cells.push((column, count, held));
        Ok(())
    }

    fn end(&self, grid: &mut Grid<'_>) -> Result<(), WorkbookFault> {
        if self.cells.is_empty() {
            return Ok(());
        }
        if self.repeated > MOST_ROWS {
            return Err(WorkbookFault::Repeated);
        }
        let first = self.number;
        for number in first..first.saturating_add(self.repeated) {
            for (column, count, held) in &self.cells {
                for place in *column..column.saturating_add(*count) {
                    grid.cell(number, place, held.raw())?;
                }
            }
        }
        Ok(())
    }
}
