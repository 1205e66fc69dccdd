//! A workbook on its way from its reader to batches.
//!
//! Invariant: the bytes that are read are those of the digest; a file that changed in between is not used.

use super::file::EvidenceFile;
use super::hex;
use crate::evidence::batch::Batch;
use crate::evidence::raw::{Row, Rows};
use crate::evidence::table::read_rows;
use crate::evidence::workbook::WorkbookFormat;
use crate::evidence::{FileFault, FileLedger, TableRequest};
use crate::run::reader::SheetRows;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

/// Reads a sheet of a workbook through a process of its own, and gives the digest of the file.
pub(super) fn read(
    program: &Path,
    input: EvidenceFile,
    (format, sheet): (WorkbookFormat, Option<&str>),
    request: TableRequest<'_>,
    sink: &mut dyn FnMut(&Batch),
) -> (Result<FileLedger, FileFault>, Option<String>) {
    let Ok((digest, mut file)) = input.whole() else {
        return (Err(FileFault::Unreadable { line: 1 }), None);
    };
    let outcome = rows(program, &file, (format, sheet), request, sink);
    match file.rewind().and_then(|()| digest_of(&mut file)) {
        Ok(after) if after == digest => (outcome, Some(digest)),
        _ => (Err(FileFault::Unreadable { line: 1 }), Some(digest)),
    }
}

fn rows(
    program: &Path,
    mut file: &File,
    (format, sheet): (WorkbookFormat, Option<&str>),
    request: TableRequest<'_>,
    sink: &mut dyn FnMut(&Batch),
) -> Result<FileLedger, FileFault> {
    let start = file.rewind().and_then(|()| file.try_clone());
    let input = start.map_err(|_| FileFault::Unreadable { line: 1 })?;
    if file.metadata().is_ok_and(|about| about.len() == 0) {
        return Err(FileFault::Empty);
    }
    let mut rows = SheetRows::start(program, input, format, sheet)?;
    let outcome = read_rows(&mut rows, request, sink);
    // What is wrong with the workbook as a whole comes before what is wrong with its header.
    let mut rest = Row::default();
    while rows.next(&mut rest)? {}
    let mut ledger = outcome?;
    ledger.sheet = rows.sheet;
    Ok(ledger)
}

/// The digest of what is left of a file.
fn digest_of(file: &mut File) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(count) => hash.update(buffer.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
