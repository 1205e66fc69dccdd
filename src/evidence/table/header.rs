//! The head of a table: on which line its header stands, and which layout of the source fits it.
//!
//! Invariant: a layout fits only if every column that is not personal has exactly one place; nothing else of the head is used.

use super::layout::{HeaderRow, Layout, Place};
use super::{Wanted, is_skipped};
use crate::evidence::cell::trim;
use crate::evidence::fault::FileFault;
use crate::evidence::raw::{Raw, Row};

/// The most rows, titles and header, that are kept to find a header.
const HEAD: usize = 1_000;
/// How far down a header is looked for, in rows, to say where it is.
const LOOKED_AT: usize = 40;

/// A row near the top of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::evidence) struct HeadRow {
    /// Its line, counted from 1.
    pub(in crate::evidence) line: u64,
    /// How many fields it has.
    pub(in crate::evidence) width: usize,
    /// Its cells as trimmed texts; none where a cell is no text in the declared encoding.
    pub(in crate::evidence) cells: Option<Vec<String>>,
    /// Whether it could be cut into fields.
    pub(in crate::evidence) is_sound: bool,
}

impl HeadRow {
    /// The head row that typed cells make.
    pub(super) fn of_row(row: &Row) -> Self {
        let text = |index| match row.get(index) {
            Raw::Text(text) | Raw::Number(text) => trim(text).to_owned(),
            _ => String::new(),
        };
        Self {
            line: row.line,
            width: row.len(),
            cells: Some((0..row.len()).map(text).collect()),
            is_sound: true,
        }
    }
}

/// Where the columns of a file were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::evidence) struct Found {
    /// How many fields a row has.
    pub(in crate::evidence) width: usize,
    /// For each declared column, the fields to decode; none for a column that is not needed.
    pub(in crate::evidence) fields: Vec<Vec<usize>>,
    /// The positions of the columns that the source does not declare, counted from 1.
    pub(in crate::evidence) undeclared: Vec<u64>,
    /// Which layout fits, counted from 0.
    pub(in crate::evidence) layout: usize,
    /// The first row of the head that is a row of the table.
    pub(in crate::evidence) first: usize,
}

/// Whether the rows seen so far hold the header of every layout, wherever the layouts say that it is.
pub(in crate::evidence) fn is_enough(head: &[HeadRow], layouts: &[Layout]) -> bool {
    let reaches = |layout: &Layout| match layout.header_row {
        HeaderRow::First | HeaderRow::Absent => !head.is_empty(),
        HeaderRow::Line(line) => head.last().is_some_and(|row| row.line >= line),
    };
    head.len() >= HEAD || layouts.iter().all(reaches)
}

/// Finds the columns: the first layout that fits is taken, and if none does, the fault is that of the nearest one.
pub(in crate::evidence) fn find(head: &[HeadRow], wanted: Wanted<'_>) -> Result<Found, FileFault> {
    if head.is_empty() {
        return Err(FileFault::Empty);
    }
    let mut nearest: Option<(usize, FileFault)> = None;
    for (rank, layout) in wanted.layouts.iter().enumerate() {
        match fit(head, layout, rank, wanted) {
            Ok(found) => return Ok(found),
            Err(fault) => {
                let distance = distance(&fault);
                if nearest.as_ref().is_none_or(|(known, _)| distance < *known) {
                    nearest = Some((distance, fault));
                }
            }
        }
    }
    Err(nearest.map_or(FileFault::Empty, |(_, fault)| fault))
}

/// How far a fault is from a fit.
fn distance(fault: &FileFault) -> usize {
    match fault {
        FileFault::MissingColumns(names) | FileFault::RepeatedColumns(names) => names.len(),
        _ => usize::MAX,
    }
}

/// The same fault, or where the header is instead: further rows are looked at.
pub(in crate::evidence) fn elsewhere(
    fault: FileFault,
    wanted: Wanted<'_>,
    head: &mut Vec<HeadRow>,
    further: &mut dyn FnMut() -> Result<Option<HeadRow>, FileFault>,
) -> FileFault {
    while head.len() < LOOKED_AT {
        match further() {
            Ok(Some(row)) => head.push(row),
            Ok(None) | Err(_) => break,
        }
    }
    for row in head.iter() {
        for (rank, layout) in wanted.layouts.iter().enumerate() {
            if layout.header_row == HeaderRow::Absent {
                continue;
            }
            let here = Layout {
                header_row: HeaderRow::Line(row.line),
                ..layout.clone()
            };
            if fit(head, &here, rank, wanted).is_ok() {
                return FileFault::HeaderElsewhere { line: row.line };
            }
        }
    }
    fault
}

fn fit(
    head: &[HeadRow],
    layout: &Layout,
    rank: usize,
    wanted: Wanted<'_>,
) -> Result<Found, FileFault> {
    if layout.header_row == HeaderRow::Absent {
        return without_header(head, layout, rank, wanted);
    }
    let at = match layout.header_row {
        HeaderRow::Line(line) => head.iter().position(|row| row.line == line),
        HeaderRow::First | HeaderRow::Absent => Some(0),
    };
    let row = at.and_then(|at| head.get(at));
    let (Some(at), Some(row)) = (at, row) else {
        return Err(FileFault::HeaderAbsent);
    };
    if !row.is_sound {
        return Err(FileFault::HeaderBroken);
    }
    let cells = row.cells.as_deref().ok_or(FileFault::HeaderEncoding)?;
    Ok(Found {
        width: row.width,
        fields: fields(row, layout, wanted)?,
        undeclared: undeclared(cells, layout),
        layout: rank,
        first: at.saturating_add(1),
    })
}

/// A file without header: its first row that can be cut into fields says how many there are.
fn without_header(
    head: &[HeadRow],
    layout: &Layout,
    rank: usize,
    wanted: Wanted<'_>,
) -> Result<Found, FileFault> {
    let row = head.iter().find(|row| row.is_sound);
    let row = row.ok_or(FileFault::HeaderBroken)?;
    Ok(Found {
        width: row.width,
        fields: fields(row, layout, wanted)?,
        undeclared: Vec::new(),
        layout: rank,
        first: 0,
    })
}

/// For each declared column, its fields where it is needed; all faults at once.
fn fields(
    row: &HeadRow,
    layout: &Layout,
    wanted: Wanted<'_>,
) -> Result<Vec<Vec<usize>>, FileFault> {
    let cells = row.cells.as_deref().unwrap_or_default();
    let (mut missing, mut repeated) = (Vec::new(), Vec::new());
    let mut fields = Vec::new();
    let columns = wanted.schema.columns.iter().zip(&layout.places);
    for (rank, (column, place)) in columns.enumerate() {
        let of = positions(place, row);
        if of.is_none() && !is_skipped(&column.kind) {
            missing.push(column.name.clone());
        }
        if let Place::Headers(headers) = place {
            let twice = |header| cells.iter().filter(|cell| *cell == header).nth(1).is_some();
            if headers.iter().any(twice) {
                repeated.push(column.name.clone());
            }
        }
        let needed = wanted.needed.get(rank).copied().unwrap_or(false) && !is_skipped(&column.kind);
        fields.push(of.filter(|_| needed).unwrap_or_default());
    }
    if !missing.is_empty() {
        return Err(FileFault::MissingColumns(missing));
    }
    if !repeated.is_empty() {
        return Err(FileFault::RepeatedColumns(repeated));
    }
    Ok(fields)
}

/// The fields of a column under a header row, or in the first row of a file without one; none if it lacks any of them.
pub(in crate::evidence) fn positions(place: &Place, row: &HeadRow) -> Option<Vec<usize>> {
    match place {
        Place::Headers(headers) => {
            let cells = row.cells.as_deref().unwrap_or_default();
            let of = |header| cells.iter().position(|cell| cell == header);
            headers.iter().map(of).collect()
        }
        Place::Position(position) => {
            let field = position.checked_sub(1).filter(|field| *field < row.width);
            field.map(|field| vec![field])
        }
    }
}

/// The positions of cells with a header that no column of the layout has.
fn undeclared(cells: &[String], layout: &Layout) -> Vec<u64> {
    let is_declared = |cell: &String| {
        layout.places.iter().any(|place| match place {
            Place::Headers(headers) => headers.contains(cell),
            Place::Position(_) => false,
        })
    };
    let numbered = cells.iter().zip(1_u64..);
    numbered
        .filter(|(cell, _)| !is_declared(cell))
        .map(|(_, position)| position)
        .collect()
}
