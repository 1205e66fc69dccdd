//! Workbooks: XLSX, XLS and ODS as rows of typed cells.
//!
//! Invariant: reading is streamed or bounded, and every limit is a fault with a name of its own; nothing of a sheet is
//! guessed but what the workbook says itself, and its rows leave in their order. Meant for a process of its own, since a
//! library may still fail on a file that someone made to break it.

mod archive;
mod compound;
pub mod fault;
mod grid;
mod ods;
mod serial;
mod shown;
mod strings;
mod xls;
mod xlsx;
mod xml;

use archive::Archive;
use compound::Compound;
use fault::{Found, WorkbookFault};
use grid::Grid;
use std::io::{Read, Seek, SeekFrom, Write};

/// The most bytes of an archive.
const LARGEST: u64 = 256 * 1024 * 1024;
/// The most bytes of an XLS workbook, which is read as a whole.
const LARGEST_XLS: u64 = 64 * 1024 * 1024;

/// The format of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookFormat {
    /// Excel since 2007.
    Xlsx,
    /// Excel 97 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

impl WorkbookFormat {
    /// Every format, with its name in `sources.toml`.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Xlsx, "xlsx"), (Self::Xls, "xls"), (Self::Ods, "ods")];

    /// The format of a name.
    pub fn parse(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, known)| *known == name)
            .map(|(format, _)| *format)
    }

    /// Its name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// Writes the rows of a sheet as frames of [`wire`](super::wire), but for the last one. The sheet is the one of the declared
/// name, or the only one.
pub fn write_rows(
    mut file: impl Read + Seek,
    format: WorkbookFormat,
    sheet: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), WorkbookFault> {
    let length = file
        .seek(SeekFrom::End(0))
        .map_err(|_| WorkbookFault::Damaged)?;
    let most = match format {
        WorkbookFormat::Xls => LARGEST_XLS,
        _ => LARGEST,
    };
    if length > most {
        return Err(WorkbookFault::Size);
    }
    let mut head = Vec::new();
    let start = file.seek(SeekFrom::Start(0));
    start
        .and_then(|_| file.by_ref().take(4_096).read_to_end(&mut head))
        .map_err(|_| WorkbookFault::Damaged)?;
    let container = Container::of(&head);
    match (format, container) {
        (WorkbookFormat::Xlsx | WorkbookFormat::Ods, Container::Archive) => {
            let mut archive = Archive::open(file, length)?;
            let found = nature(&mut archive)?;
            match (format, found) {
                (WorkbookFormat::Xlsx, Found::Xlsx) => xlsx::read(&mut archive, sheet, out),
                (WorkbookFormat::Ods, Found::Ods) => ods::read(&mut archive, sheet, out),
                _ => Err(WorkbookFault::Other(found)),
            }
        }
        (_, Container::Archive) => {
            let mut archive = Archive::open(file, length)?;
            Err(WorkbookFault::Other(nature(&mut archive)?))
        }
        (_, Container::Compound | Container::Records) => {
            if length > LARGEST_XLS {
                return Err(WorkbookFault::Size);
            }
            let mut bytes = head;
            file.read_to_end(&mut bytes)
                .map_err(|_| WorkbookFault::Damaged)?;
            let stream = match container {
                Container::Compound => Compound::open(&bytes)?.workbook()?,
                _ => bytes,
            };
            match format {
                WorkbookFormat::Xls => xls::read(&stream, sheet, out),
                _ => Err(WorkbookFault::Other(Found::Xls)),
            }
        }
        (_, Container::Other(found)) => Err(WorkbookFault::Other(found)),
    }
}

/// How many seconds reading a file of so many bytes may take: 20, and 2 more for each MiB.
pub const fn seconds_allowed(length: u64) -> u64 {
    20 + 2 * (length >> 20)
}

/// What the first bytes of a file say of it.
#[derive(Debug, Clone, Copy)]
enum Container {
    Archive,
    Compound,
    /// The records of an XLS workbook without a container.
    Records,
    Other(Found),
}

impl Container {
    fn of(head: &[u8]) -> Self {
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Self::Archive;
        }
        if head.starts_with(&compound::MAGIC) {
            return Self::Compound;
        }
        if head.starts_with(&[0x09, 0x08]) {
            return Self::Records;
        }
        if let [0x09, 0x00 | 0x02 | 0x04, _, 0x00, ..] = head {
            return Self::Other(Found::OldExcel);
        }
        let text = String::from_utf8_lossy(head).to_lowercase();
        let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        let found = if text.starts_with('<') {
            let is_html = ["<html", "<table", "<!doctype html", "<body", "<head"]
                .iter()
                .any(|mark| text.contains(mark));
            match is_html {
                true => Found::Html,
                false => Found::Xml,
            }
        } else if head.starts_with(&[0xff, 0xfe]) || (!head.is_empty() && !head.contains(&0)) {
            Found::Text
        } else {
            Found::Unknown
        };
        Self::Other(found)
    }
}

/// What an archive is.
fn nature<R: Read + Seek>(archive: &mut Archive<R>) -> Result<Found, WorkbookFault> {
    if archive.has("content.xml") {
        let mime = archive.text("mimetype", 256)?;
        let is_sheet = mime.is_none_or(|mime| mime.contains("opendocument.spreadsheet"));
        return Ok(match is_sheet {
            true => Found::Ods,
            false => Found::Unknown,
        });
    }
    if !archive.has("[content_types].xml") {
        return Ok(Found::Unknown);
    }
    Ok(match xlsx::main_part(archive)? {
        Some(part) if part.to_lowercase().ends_with(".bin") => Found::Xlsb,
        Some(_) => Found::Xlsx,
        None => Found::Unknown,
    })
}

/// The sheet to read among those of a workbook, by its place: the one of the declared name, or the only one.
fn chosen<'a>(
    names: impl Iterator<Item = &'a str>,
    wanted: Option<&str>,
) -> Result<usize, WorkbookFault> {
    let mut sheets = 0_u32;
    let mut found = Vec::new();
    for (place, name) in names.enumerate() {
        sheets = sheets.saturating_add(1);
        if wanted.is_none_or(|wanted| wanted.trim() == name.trim()) {
            found.push(place);
        }
    }
    match (found.as_slice(), wanted) {
        ([place], _) => Ok(*place),
        (_, None) => Err(WorkbookFault::SheetNeeded(sheets)),
        ([], Some(_)) => Err(WorkbookFault::SheetMissing(sheets)),
        (_, Some(_)) => Err(WorkbookFault::SheetTwice(sheets)),
    }
}

/// The order of a sheet, counted from 1.
fn ordinal(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}
