//! Writing a list that must stay on this machine: rows to go back to, or people to remind.
//!
//! Invariant: the file is for its owner alone, takes the place of nothing but an earlier list of the same kind, and never
//! stands in a folder that is published.

use super::output::MARK;
use crate::diagnostic::{Code, Diagnostic};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The file would stand among what is published.
pub const PUBLISHED: Code = Code::new("run-local-published");
/// Another file stands there.
pub const TAKEN: Code = Code::new("run-local-taken");
/// The file cannot be written.
pub const UNWRITABLE: Code = Code::new("run-local-write");

/// Writes a list, whole or not at all.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let fault = |code| Diagnostic::error(code).arg("path", path.display().to_string());
    if is_published(path) {
        return Err(fault(PUBLISHED));
    }
    if !is_free(path, bytes) {
        return Err(fault(TAKEN));
    }
    put(path, bytes).map_err(|_| fault(UNWRITABLE))
}

/// Whether a folder around the file bears the mark of a publication.
pub(super) fn is_published(path: &Path) -> bool {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let folder = folder.canonicalize().unwrap_or(folder);
    folder
        .ancestors()
        .any(|folder| folder.join(MARK).symlink_metadata().is_ok())
}

/// Whether nothing is there, or a list with the same header.
#[expect(
    clippy::disallowed_methods,
    reason = "this layer is the one that opens files"
)]
fn is_free(path: &Path, bytes: &[u8]) -> bool {
    let Ok(metadata) = path.symlink_metadata() else {
        return true;
    };
    let header = bytes.split_inclusive(|byte| *byte == b'\n').next();
    let header = header.unwrap_or_default();
    let mut found = vec![0_u8; header.len()];
    metadata.is_file()
        && fs::File::open(path)
            .and_then(|mut file| file.read_exact(&mut found))
            .is_ok_and(|()| found == header)
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".new-{}", std::process::id()));
    let beside = PathBuf::from(beside);
    let mut file = private(&beside)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written
        .and_then(|()| fs::rename(&beside, path))
        .inspect_err(|_| {
            // What could not be finished is of no use to anyone.
            let _ = fs::remove_file(&beside);
        })
}

/// A new file that its owner alone can read.
fn private(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}
