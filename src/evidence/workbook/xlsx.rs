//! XLSX: the parts of the package, then the cells of one sheet.
//!
//! Invariant: the sheet is streamed; of a formula, the value that was last computed counts; a row that is hidden is a row.

mod sheet;

use super::archive::{Archive, beside};
use super::fault::WorkbookFault;
use super::serial::Epoch;
use super::shown::Shown;
use super::strings::Strings;
use super::xml::Item;
use super::{Grid, chosen, ordinal};
use std::collections::BTreeMap;
use std::io::{Read, Seek, Write};

/// What the parts that describe a workbook may unpack to.
const SMALL: u64 = 32 * 1024 * 1024;
/// What a sheet or the table of texts may unpack to.
const LARGE: u64 = 2 * 1024 * 1024 * 1024;

/// A relation of a part to another: its id, what it is, and the other part.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// The part that describes the workbook.
pub(super) fn main_part<R: Read + Seek>(
    archive: &mut Archive<R>,
) -> Result<Option<String>, WorkbookFault> {
    let relations = relations(archive, "")?;
    let mut documents = relations
        .into_iter()
        .filter(|relation| relation.kind == "officeDocument");
    Ok(documents.next().map(|relation| relation.target))
}

/// Reads a sheet of a workbook.
pub(super) fn read<R: Read + Seek>(
    archive: &mut Archive<R>,
    wanted: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), WorkbookFault> {
    let main = main_part(archive)?.ok_or(WorkbookFault::Damaged)?;
    let relations = relations(archive, &main)?;
    let book = book(archive, &main)?;
    let part_of = |kind: &str| {
        let mut found = relations.iter().filter(|relation| relation.kind == kind);
        found.next().map(|relation| relation.target.as_str())
    };
    let is_sheet = |(_, id): &&(String, String)| {
        let mut of_id = relations.iter().filter(|relation| relation.id == *id);
        of_id.any(|relation| relation.kind == "worksheet")
    };
    let sheets: Vec<&(String, String)> = book.sheets.iter().filter(is_sheet).collect();
    let place = chosen(sheets.iter().map(|(name, _)| name.as_str()), wanted)?;
    let id = sheets.get(place).map(|(_, id)| id.as_str());
    let mut parts = relations
        .iter()
        .filter(|relation| Some(relation.id.as_str()) == id);
    let part = parts.next().ok_or(WorkbookFault::Damaged)?;
    let styles = match part_of("styles") {
        Some(part) => styles(archive, part)?,
        None => Vec::new(),
    };
    let strings = match part_of("sharedStrings") {
        Some(part) => strings(archive, part)?,
        None => Strings::default(),
    };
    let mut xml = archive
        .part(&part.target, LARGE)?
        .ok_or(WorkbookFault::Damaged)?;
    let look = sheet::Look {
        epoch: book.epoch,
        styles: &styles,
        strings: &strings,
    };
    sheet::read(&mut xml, &look, Grid::new(ordinal(place), out)?)
}

/// The relations of a part.
fn relations<R: Read + Seek>(
    archive: &mut Archive<R>,
    part: &str,
) -> Result<Vec<Relation>, WorkbookFault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let path = beside(part, &format!("_rels/{name}.rels"));
    let path = path.ok_or(WorkbookFault::Damaged)?;
    debug_assert!(path.starts_with(folder), "beside its part");
    let mut found = Vec::new();
    let Some(mut xml) = archive.part(&path, SMALL)? else {
        return Ok(found);
    };
    loop {
        match xml.next()? {
            Item::Open(tag) if tag.name() == "Relationship" => {
                let outside = tag
                    .get("TargetMode")?
                    .is_some_and(|mode| mode == "External");
                let (id, kind) = (tag.get("Id")?, tag.get("Type")?);
                let target = tag.get("Target")?;
                if let (Some(id), Some(kind), Some(target), false) = (id, kind, target, outside) {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    let target = beside(part, &target).ok_or(WorkbookFault::Damaged)?;
                    found.push(Relation { id, kind, target });
                }
            }
            Item::End => return Ok(found),
            _ => {}
        }
    }
}

/// What the workbook says of itself.
#[derive(Default)]
struct Book {
    epoch: Epoch,
    /// Names and ids of its sheets, in their order.
    sheets: Vec<(String, String)>,
}

fn book<R: Read + Seek>(archive: &mut Archive<R>, part: &str) -> Result<Book, WorkbookFault> {
    let mut book = Book::default();
    let mut xml = archive.part(part, SMALL)?.ok_or(WorkbookFault::Damaged)?;
    loop {
        match xml.next()? {
            Item::Open(tag) if tag.name() == "workbookPr" => {
                let from_1904 = tag.get("date1904")?;
                if from_1904.is_some_and(|value| matches!(value.trim(), "1" | "true" | "on")) {
                    book.epoch = Epoch::From1904;
                }
            }
            Item::Open(tag) if tag.name() == "sheet" => {
                let mut id = None;
                tag.each(&mut |key, value| {
                    if key.ends_with(":id") {
                        id = Some(super::xml::unescaped(value)?.into_owned());
                    }
                    Ok(())
                })?;
                if let (Some(name), Some(id)) = (tag.get("name")?, id) {
                    book.sheets.push((name, id));
                }
            }
            Item::End => return Ok(book),
            _ => {}
        }
    }
}

/// How each style of the workbook shows a number.
fn styles<R: Read + Seek>(
    archive: &mut Archive<R>,
    part: &str,
) -> Result<Vec<Shown>, WorkbookFault> {
    let (mut own, mut styles) = (BTreeMap::new(), Vec::new());
    let mut within = false;
    let Some(mut xml) = archive.part(part, SMALL)? else {
        return Ok(styles);
    };
    loop {
        match xml.next()? {
            Item::Open(tag) => match tag.name() {
                "numFmt" => {
                    let id = tag.get("numFmtId")?.and_then(|id| id.parse::<u32>().ok());
                    if let (Some(id), Some(code)) = (id, tag.get("formatCode")?) {
                        own.insert(id, Shown::of_code(&code));
                    }
                }
                "cellXfs" => within = true,
                "xf" if within => {
                    let id = tag.get("numFmtId")?.and_then(|id| id.parse::<u32>().ok());
                    let id = id.unwrap_or(0);
                    let shown = own.get(&id).copied();
                    styles.push(shown.unwrap_or(Shown::built_in(id)));
                }
                _ => {}
            },
            Item::Close(tag) if tag.name() == "cellXfs" => within = false,
            Item::End => return Ok(styles),
            _ => {}
        }
    }
}

/// The table of texts.
fn strings<R: Read + Seek>(archive: &mut Archive<R>, part: &str) -> Result<Strings, WorkbookFault> {
    let mut strings = Strings::default();
    let Some(mut xml) = archive.part(part, LARGE)? else {
        return Ok(strings);
    };
    // How letters sound is no part of the text.
    let (mut text, mut sound) = (false, false);
    let mut one = String::new();
    loop {
        match xml.next()? {
            Item::Open(tag) => match tag.name() {
                "si" => one.clear(),
                "t" => text = !sound,
                "rPh" => sound = true,
                _ => {}
            },
            Item::Text(found) if text => {
                one.push_str(&found);
                if one.len() > super::grid::LONGEST_TEXT {
                    return Err(WorkbookFault::Text);
                }
            }
            Item::Close(tag) => match tag.name() {
                "si" => {
                    strings.push(&sheet::unescaped(&one))?;
                    strings.end()?;
                }
                "t" => text = false,
                "rPh" => sound = false,
                _ => {}
            },
            Item::End => return Ok(strings),
            _ => {}
        }
    }
}
