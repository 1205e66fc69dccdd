//! XLS: the records of a workbook of Excel 97 to 2003.
//!
//! Invariant: a record never reaches over the end of the stream; cells may come in any order and leave in that of the sheet;
//! of a formula, the value that was last computed counts.

mod cells;
mod record;
mod text;

use super::compound::{long, short};
use super::fault::{Found, WorkbookFault};
use super::serial::Epoch;
use super::shown::Shown;
use super::strings::Strings;
use super::{Grid, chosen, ordinal};
use WorkbookFault::Damaged;
use record::Records;
use std::collections::BTreeMap;
use std::io::Write;

const END: u16 = 0x000a;
const EPOCH: u16 = 0x0022;
const PASSWORD: u16 = 0x002f;
const SHEET: u16 = 0x0085;
const STYLE: u16 = 0x00e0;
const TEXTS: u16 = 0x00fc;
const FORMAT: u16 = 0x041e;
const BEGIN: u16 = 0x0809;

/// The version of Excel 97 to 2003.
const VERSION: u16 = 0x0600;

/// What the workbook says of itself.
#[derive(Debug, Default)]
struct Book {
    epoch: Epoch,
    /// Names and places of its sheets, in their order.
    sheets: Vec<(String, usize)>,
    styles: Vec<Shown>,
    strings: Strings,
}

/// Reads a sheet of a workbook.
pub(super) fn read(
    stream: &[u8],
    wanted: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), WorkbookFault> {
    let book = book(stream)?;
    let place = chosen(book.sheets.iter().map(|(name, _)| name.as_str()), wanted)?;
    let (_, start) = book.sheets.get(place).ok_or(Damaged)?;
    let records = stream.get(*start..).ok_or(Damaged)?;
    let grid = Grid::new(ordinal(place), out)?;
    cells::read(records, &book, grid)
}

fn book(stream: &[u8]) -> Result<Book, WorkbookFault> {
    let mut book = Book::default();
    let mut own = BTreeMap::new();
    let mut styles = Vec::new();
    let mut records = Records::new(stream);
    let first = records.next()?.filter(|record| record.kind == BEGIN);
    let first = first.ok_or(Damaged)?;
    if short(first.body, 0) != Some(VERSION) {
        return Err(WorkbookFault::Other(Found::OldExcel));
    }
    while let Some(record) = records.next()? {
        let body = record.body;
        match record.kind {
            END => {
                let shown = |id: &u16| {
                    let own = own.get(id).copied();
                    own.unwrap_or(Shown::built_in(u32::from(*id)))
                };
                book.styles = styles.iter().map(shown).collect();
                return Ok(book);
            }
            PASSWORD => return Err(WorkbookFault::Encrypted),
            EPOCH if short(body, 0) == Some(1) => book.epoch = Epoch::From1904,
            SHEET => {
                let start = long(body, 0).and_then(|start| usize::try_from(start).ok());
                let name = text::short(body.get(6..).unwrap_or_default()).ok_or(Damaged)?;
                // Charts and modules are no sheets of cells.
                if body.get(5) == Some(&0) {
                    book.sheets.push((name, start.ok_or(Damaged)?));
                }
            }
            STYLE => styles.push(short(body, 2).ok_or(Damaged)?),
            FORMAT => {
                let id = short(body, 0).ok_or(Damaged)?;
                let code = text::plain(body.get(2..).unwrap_or_default()).ok_or(Damaged)?;
                own.insert(id, Shown::of_code(&code));
            }
            TEXTS => book.strings = text::table(&records.whole(record)?)?,
            _ => {}
        }
    }
    Err(Damaged)
}
