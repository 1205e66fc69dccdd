//! Writing the anonymous copy of a source.
//!
//! Invariant: the key lies outside of the charter's folder and of any repository, for its owner alone; a copy takes the place
//! of nothing; one that could not be finished is removed.

use super::folder::{Folder, open_within};
use super::local::is_published;
use crate::charter::Charter;
use crate::charter::source::{Format, Source};
use crate::diagnostic::{Code, Diagnostic};
use crate::evidence::KeyRing;
use crate::evidence::anonymise::{Written, anonymise};
use crate::evidence::gzip::Inflated;
use crate::evidence::table::Wanted;
use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// No source has that id.
pub const UNKNOWN: Code = Code::new("run-anonymise-unknown");
/// The source is no table of text.
pub const FORMAT: Code = Code::new("run-anonymise-format");
/// The key lies where it would be shared with what it protects.
pub const KEY_PLACE: Code = Code::new("run-anonymise-key-place");
/// Others than its owner can read the key.
pub const KEY_OPEN: Code = Code::new("run-anonymise-key-open");
/// The file holds no key.
pub const KEY_SHAPE: Code = Code::new("run-anonymise-key-shape");
/// The key cannot be read, or cannot be made.
pub const KEY_FILE: Code = Code::new("run-anonymise-key-file");
/// A file of the copy is there already, or its folder is published.
pub const TAKEN: Code = Code::new("run-anonymise-taken");
/// The copy cannot be written.
pub const UNWRITABLE: Code = Code::new("run-anonymise-write");
/// A file of the source cannot be read as it is declared.
pub const UNREAD: Code = Code::new("run-anonymise-unread");

/// The source of an id, if it is a table of text.
pub fn table<'a>(charter: &'a Charter, id: &str) -> Result<&'a Source, Diagnostic> {
    let found = charter.sources.iter().find(|source| source.id == id);
    let found = found.ok_or_else(|| {
        let known = charter.sources.iter().filter(|source| is_table(source));
        let known: Vec<&str> = known.map(|source| source.id.as_str()).collect();
        Diagnostic::error(UNKNOWN)
            .arg("source", id)
            .arg("known", known.join(", "))
    })?;
    if is_table(found) {
        Ok(found)
    } else {
        Err(Diagnostic::error(FORMAT).arg("source", id))
    }
}

const fn is_table(source: &Source) -> bool {
    matches!(source.format, Format::Csv(_))
}

/// Reads a key; makes it first where that is asked for.
pub fn key(path: &Path, folder: &Folder, make: bool) -> Result<KeyRing, Diagnostic> {
    let fault = |code| Diagnostic::error(code).arg("path", path.display().to_string());
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let around = parent.canonicalize().map_err(|_| fault(KEY_FILE))?;
    let resolved = path.canonicalize().unwrap_or_else(|_| around.clone());
    let shared = |place: &Path| {
        let root = folder
            .root
            .canonicalize()
            .unwrap_or_else(|_| folder.root.clone());
        place.starts_with(root)
            || place
                .ancestors()
                .any(|above| above.join(".git").symlink_metadata().is_ok())
    };
    if shared(&around) || shared(&resolved) {
        return Err(fault(KEY_PLACE));
    }
    if make {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|_| fault(KEY_FILE))?;
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        new_file(path)
            .and_then(|mut file| writeln!(file, "{hex}"))
            .map_err(|_| fault(KEY_FILE))?;
    }
    if is_open(path) {
        return Err(fault(KEY_OPEN));
    }
    let bytes = read_key(path).map_err(|_| fault(KEY_FILE))?;
    let key = parse(&bytes).ok_or_else(|| fault(KEY_SHAPE))?;
    Ok(KeyRing::new(key))
}

#[expect(
    clippy::disallowed_methods,
    reason = "this layer is the one that opens files"
)]
fn read_key(path: &Path) -> io::Result<Vec<u8>> {
    if !path.metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(256).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether others than its owner can read a file.
#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

/// Elsewhere, who can read a file is not told by its mode.
#[cfg(not(unix))]
const fn is_open(_: &Path) -> bool {
    false
}

/// Thirty-two bytes, or the same as sixty-four hexadecimal digits.
fn parse(bytes: &[u8]) -> Option<[u8; 32]> {
    if let Ok(key) = bytes.try_into() {
        return Some(key);
    }
    let text = std::str::from_utf8(bytes).ok()?.trim_ascii();
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut key = [0_u8; 32];
    for (slot, pair) in key.iter_mut().zip(text.as_bytes().chunks(2)) {
        *slot = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(key)
}

/// A new file that its owner alone can read.
fn new_file(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Writes a copy of every file of a source into a folder: `ID-1.csv`, `ID-2.csv`, since the names of files may say whose they
/// are.
pub fn copy(
    folder: &Folder,
    source: &Source,
    keys: &KeyRing,
    out: &Path,
) -> Result<Vec<Written>, Diagnostic> {
    let fault = |code, path: &Path| Diagnostic::error(code).arg("path", path.display().to_string());
    fs::create_dir_all(out).map_err(|_| fault(UNWRITABLE, out))?;
    let path = |number: usize| out.join(format!("{}-{number}.csv", source.id));
    let paths: Vec<PathBuf> = (1..=source.files.len()).map(path).collect();
    for path in &paths {
        if is_published(path) || path.symlink_metadata().is_ok() {
            return Err(fault(TAKEN, path));
        }
    }
    let mut all = Vec::new();
    for (position, (name, path)) in source.files.iter().zip(&paths).enumerate() {
        let file = u32::try_from(position)
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let unread = || {
            Diagnostic::error(UNREAD)
                .arg("source", &source.id)
                .arg("file", file)
        };
        let input = open_within(&folder.root, &folder.root.join(name))
            .and_then(|input| Inflated::new(input, name))
            .map_err(|_| unread())?;
        let output = new_file(path).map_err(|_| fault(UNWRITABLE, path))?;
        let written = write(input, output, source, keys);
        match written {
            Ok(Some(written)) => all.push(written),
            Ok(None) | Err(_) => {
                // What could not be finished is of no use to anyone.
                let _ = fs::remove_file(path);
                return Err(match written {
                    Ok(_) => unread(),
                    Err(_) => fault(UNWRITABLE, path),
                });
            }
        }
    }
    Ok(all)
}

/// One file; none if it cannot be read as it is declared.
fn write(
    input: impl Read,
    output: fs::File,
    source: &Source,
    keys: &KeyRing,
) -> io::Result<Option<Written>> {
    let Format::Csv(dialect) = &source.format else {
        return Ok(None);
    };
    let schema = source.of_files();
    let needed = vec![true; schema.columns.len()];
    let wanted = Wanted {
        schema: &schema,
        layouts: &source.layouts,
        needed: &needed,
    };
    let mut output = BufWriter::new(output);
    let written = anonymise(input, &mut output, *dialect, wanted, keys)?;
    output.flush()?;
    Ok(written.ok())
}
