//! The parts of a workbook that is an archive.
//!
//! Invariant: what a part unpacks to is counted as it is read, whatever the archive says of it; names lead to parts of the
//! same archive or nowhere; nothing is ever written.

use super::fault::WorkbookFault;
use super::xml::Xml;
use std::collections::BTreeMap;
use std::io::{BufReader, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// The most parts of a workbook.
const MOST_ENTRIES: usize = 4_096;
/// The most bytes of the list of parts.
const LONGEST_LIST: u32 = 4 * 1024 * 1024;
/// How much of the end of a file may hold the record that closes an archive.
const TAIL: u64 = 65_557;
const BUFFER: usize = 64 * 1024;

/// A workbook as an archive.
pub(super) struct Archive<R> {
    zip: ZipArchive<R>,
    /// Parts by their names in small letters.
    names: BTreeMap<String, usize>,
    length: u64,
}

/// A part on its way through the decoder.
pub(super) type Part<'a, R> = Xml<BufReader<ZipFile<'a, R>>>;

impl<R: Read + Seek> Archive<R> {
    /// Opens an archive of a length in bytes.
    pub(super) fn open(mut file: R, length: u64) -> Result<Self, WorkbookFault> {
        let entries = entries(&mut file, length)?;
        let zip = ZipArchive::new(file).map_err(|error| fault(&error))?;
        // Two parts of one name: which of them counts would be a guess.
        if zip.len() != entries {
            return Err(WorkbookFault::Damaged);
        }
        let mut names = BTreeMap::new();
        for name in zip.file_names() {
            let name = name.map_err(|error| fault(&error))?;
            if let Some(index) = zip.index_for_name(&name) {
                names.insert(key(&name), index);
            }
        }
        if names.len() != entries {
            return Err(WorkbookFault::Damaged);
        }
        Ok(Self { zip, names, length })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    /// Opens a part that may unpack to so many bytes; none if it is not there.
    pub(super) fn part(
        &mut self,
        name: &str,
        most: u64,
    ) -> Result<Option<Part<'_, R>>, WorkbookFault> {
        let Some(index) = self.names.get(&key(name)) else {
            return Ok(None);
        };
        let file = self.zip.by_index(*index).map_err(|error| fault(&error))?;
        // What is packed cannot be longer than the file that it lies in.
        let packed = file.compressed_size().min(self.length);
        let input = BufReader::with_capacity(BUFFER, file);
        Ok(Some(Xml::new(input, packed, most)))
    }

    /// A short part as text; none if it is not there or longer.
    pub(super) fn text(&mut self, name: &str, most: u64) -> Result<Option<String>, WorkbookFault> {
        let Some(index) = self.names.get(&key(name)) else {
            return Ok(None);
        };
        let file = self.zip.by_index(*index).map_err(|error| fault(&error))?;
        let mut bytes = Vec::new();
        file.take(most)
            .read_to_end(&mut bytes)
            .map_err(|_| WorkbookFault::Damaged)?;
        Ok(String::from_utf8(bytes).ok())
    }
}

/// How a name is looked up: some programs write other cases and slashes than the standard's.
fn key(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}

/// The name of a part that another one names, relative to its own folder; none if it leads out of the archive.
pub(super) fn beside(part: &str, target: &str) -> Option<String> {
    let target = target.replace('\\', "/");
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop()?;
            }
            step => path.push(step),
        }
    }
    Some(path.join("/"))
}

/// How many parts the archive says it has, before any of its list is read.
fn entries<R: Read + Seek>(file: &mut R, length: u64) -> Result<usize, WorkbookFault> {
    let damaged = |_| WorkbookFault::Damaged;
    let start = length.saturating_sub(TAIL);
    file.seek(SeekFrom::Start(start)).map_err(damaged)?;
    let mut tail = Vec::new();
    file.take(TAIL).read_to_end(&mut tail).map_err(damaged)?;
    let closing = tail.windows(4).rposition(|bytes| bytes == b"PK\x05\x06");
    let record = closing.and_then(|place| tail.get(place..));
    let record = record.ok_or(WorkbookFault::Damaged)?;
    let short = |place: usize| {
        let bytes = record.get(place..)?.first_chunk()?;
        Some(usize::from(u16::from_le_bytes(*bytes)))
    };
    let list = record.get(12..).and_then(|bytes| bytes.first_chunk());
    let (entries, list) = short(10).zip(list).ok_or(WorkbookFault::Damaged)?;
    if entries > MOST_ENTRIES || u32::from_le_bytes(*list) > LONGEST_LIST {
        return Err(WorkbookFault::Entries);
    }
    file.seek(SeekFrom::Start(0)).map_err(damaged)?;
    Ok(entries)
}

fn fault(error: &ZipError) -> WorkbookFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            WorkbookFault::Encrypted
        }
        _ => WorkbookFault::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn names_lead_within_the_archive_or_nowhere() {
        for (part, target, expected) in [
            (
                "xl/workbook.xml",
                "worksheets/sheet1.xml",
                Some("xl/worksheets/sheet1.xml"),
            ),
            ("xl/workbook.xml", "/xl/styles.xml", Some("xl/styles.xml")),
            (
                "xl/workbook.xml",
                "../xl/./styles.xml",
                Some("xl/styles.xml"),
            ),
            ("", "xl\\workbook.xml", Some("xl/workbook.xml")),
            ("xl/workbook.xml", "../../etc/passwd", None),
            ("xl/workbook.xml", "/../etc/passwd", None),
        ] {
            assert_eq!(beside(part, target).as_deref(), expected, "{target}");
        }
    }
}
