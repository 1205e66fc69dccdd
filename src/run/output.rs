//! Writing what is published: built beside, synced, then put in place at once.
//!
//! Invariant: a run that is stopped leaves either the old folder or the new one; a folder that holds anything this program
//! did not write is never replaced.

use crate::diagnostic::{Code, Diagnostic};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder holds something that this program did not write.
pub const NOT_OURS: Code = Code::new("run-output-not-ours");
/// The folder cannot be written.
pub const WRITE: Code = Code::new("run-output-write");

/// The file by which the program knows a folder that it wrote: it lists the others, one a line.
pub(super) const MARK: &str = ".charte";

/// Puts pages, given by their relative paths, in place of what a folder held before.
pub fn publish<'a>(
    out: &Path,
    pages: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<(), Diagnostic> {
    if !ours(out) {
        return Err(Diagnostic::error(NOT_OURS).arg("path", out.display().to_string()));
    }
    replace(out, pages).map_err(|error| {
        Diagnostic::error(WRITE)
            .arg("path", out.display().to_string())
            .arg("why", why(&error))
    })
}

/// Why something cannot be written, as the catalogue knows it.
fn why(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "rights",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "space",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "file",
        _ => "other",
    }
}

/// Whether a folder is absent, empty, or wholly the program's own.
fn ours(out: &Path) -> bool {
    let Ok(metadata) = out.symlink_metadata() else {
        return true;
    };
    let mut found = Vec::new();
    if !metadata.is_dir() || collect(out, "", &mut found).is_err() {
        return false;
    }
    let marked = listed(out);
    let known = |path: &String| path == MARK || marked.lines().any(|known| known == path);
    found.iter().all(known)
}

/// The paths of the files under a folder, with `/`; an error for anything but plain files in plain folders.
fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!(
            "{prefix}{}",
            name.to_str().ok_or(io::ErrorKind::InvalidData)?
        );
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else if kind.is_file() {
            found.push(path);
        } else {
            return Err(io::ErrorKind::InvalidData.into());
        }
    }
    Ok(())
}

/// What the mark of a folder lists; nothing without a mark.
#[expect(
    clippy::disallowed_methods,
    reason = "this layer is the one that opens files"
)]
fn listed(out: &Path) -> String {
    fs::read_to_string(out.join(MARK)).unwrap_or_default()
}

fn replace<'a>(out: &Path, pages: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<()> {
    let parent = match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&parent)?;
    let name = out
        .file_name()
        .ok_or(io::ErrorKind::InvalidInput)?
        .to_string_lossy();
    let staging = create(&parent, &name)?;
    let outcome = build(&staging, pages).and_then(|()| exchange(&staging, out));
    // What is left there is the old folder, or what a failure left behind.
    let cleared = fs::remove_dir_all(&staging);
    outcome?;
    match cleared {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => sync(&parent),
    }
}

/// Creates a folder of our own beside the one to replace; a folder that is there already is someone else's.
fn create(parent: &Path, name: &str) -> io::Result<PathBuf> {
    let process = std::process::id();
    let mut taken = io::Error::from(io::ErrorKind::AlreadyExists);
    for attempt in 0..100_u32 {
        let staging = parent.join(format!("{name}.new-{process}-{attempt}"));
        match fs::create_dir(&staging) {
            Ok(()) => return Ok(staging),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

/// Makes the exchange durable.
#[cfg(unix)]
#[expect(
    clippy::disallowed_methods,
    reason = "this layer is the one that opens files"
)]
fn sync(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn build<'a>(
    staging: &Path,
    pages: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<()> {
    let mut listed = String::new();
    for (name, bytes) in pages {
        let path = staging.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        write(&path, bytes)?;
        listed.push_str(name);
        listed.push('\n');
    }
    write(&staging.join(MARK), listed.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts the new folder where the old one is: in one step wherever the file system can.
fn exchange(staging: &Path, out: &Path) -> io::Result<()> {
    if out.symlink_metadata().is_err() {
        return fs::rename(staging, out);
    }
    match exchange_at_once(staging, out) {
        Err(error) if is_unsupported(&error) => exchange_in_steps(staging, out),
        outcome => outcome,
    }
}

/// Whether the system or the file system (a network share, say) knows no exchange.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput
    )
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange_at_once(staging: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(
        CWD,
        staging,
        CWD,
        out,
        RenameFlags::EXCHANGE,
    )?)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange_at_once(_staging: &Path, _out: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Sets the old folder aside first, and puts it back if the new one cannot take its place.
/// A run that is stopped in between leaves it aside.
fn exchange_in_steps(staging: &Path, out: &Path) -> io::Result<()> {
    let mut aside = staging.as_os_str().to_owned();
    aside.push(".old");
    fs::rename(out, &aside)?;
    if let Err(error) = fs::rename(staging, out) {
        fs::rename(&aside, out)?;
        return Err(error);
    }
    fs::rename(&aside, staging)
}

#[cfg(test)]
mod tests {
    use super::{create, exchange_at_once, exchange_in_steps};
    use std::fs;
    use std::io;
    use std::path::Path;

    fn names(folder: &Path) -> Vec<String> {
        let entries = folder.read_dir().expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.into_string().expect("UTF-8"))
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_of_someone_else_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = create(folder.path(), "out").expect("a folder");
        let second = create(folder.path(), "out").expect("a folder");
        assert_ne!(first, second);
        assert!(first.is_dir() && second.is_dir());
    }

    fn check(exchange: fn(&Path, &Path) -> io::Result<()>) {
        let folder = tempfile::tempdir().expect("a folder");
        let (staging, out) = (folder.path().join("out.new-1"), folder.path().join("out"));
        fs::create_dir_all(staging.join("new")).expect("a folder");
        fs::create_dir_all(out.join("old")).expect("a folder");
        exchange(&staging, &out).expect("an exchange");
        assert_eq!(names(&out), ["new"]);
        assert_eq!(names(&staging), ["old"]);
        assert_eq!(names(folder.path()), ["out", "out.new-1"]);
        // Without a new folder, the old one stays.
        fs::remove_dir_all(&staging).expect("a folder");
        assert!(exchange(&staging, &out).is_err());
        assert_eq!(names(&out), ["new"]);
        assert_eq!(names(folder.path()), ["out"]);
    }

    #[test]
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    fn folders_change_places_at_once() {
        check(exchange_at_once);
    }

    #[test]
    fn folders_change_places_in_steps_where_they_must() {
        check(exchange_in_steps);
    }
}
