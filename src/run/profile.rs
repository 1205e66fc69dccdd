//! Opening the files that are to be profiled, and naming them as a charter would.
//!
//! Invariant: only regular files are opened; nothing is written.

use super::folder::Folder;
use super::folder::open_file;
use crate::diagnostic::{Code, Diagnostic};
use crate::evidence::gzip::{Inflated, is_gzip};
use crate::evidence::profile::{Container, Input, Profile, ProfileFault, profile};
use crate::report::profile::NamedFile;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A file is not there, is no regular file, or cannot be read to its end.
pub const UNREADABLE: Code = Code::new("run-profile-unreadable");
/// A file is no table of text.
pub const NOT_TEXT: Code = Code::new("run-profile-not-text");
/// A file holds no row.
pub const EMPTY: Code = Code::new("run-profile-empty");

/// Profiles some files.
pub fn profiled(paths: &[PathBuf]) -> Result<Profile, Vec<Diagnostic>> {
    let openers: Vec<_> = paths.iter().map(|path| || open(path)).collect();
    let inputs: Vec<Input<'_>> = openers.iter().map(|opener| opener as Input<'_>).collect();
    profile(&inputs).map_err(|faults| {
        let faults = faults.into_iter();
        faults
            .map(|(position, fault)| diagnostic(position, fault))
            .collect()
    })
}

fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let file = open_file(&path.canonicalize()?)?;
    let name = path.to_string_lossy();
    Ok(match is_gzip(&name) {
        true => Box::new(Inflated::new(file, &name)?),
        false => Box::new(file),
    })
}

/// A file is named by its place in the call: its name may say whose it is.
fn diagnostic(position: usize, fault: ProfileFault) -> Diagnostic {
    let of = |code| Diagnostic::error(code).arg("file", position.saturating_add(1));
    match fault {
        ProfileFault::Unreadable => of(UNREADABLE),
        ProfileFault::Empty => of(EMPTY),
        ProfileFault::NotText(container) => of(NOT_TEXT).arg(
            "kind",
            match container {
                Container::Zip => "zip",
                Container::Ole => "ole",
                Container::Gzip => "gzip",
                Container::Pdf => "pdf",
                Container::Binary => "binary",
            },
        ),
    }
}

/// The files as they are shown and as `sources.toml` would name them: from the root of the charter that is found, if one
/// is; in `evidence/` otherwise.
pub fn named(paths: &[PathBuf], charter: Option<&Path>, start: &Path) -> Vec<NamedFile> {
    let root = Folder::find(charter, start).ok().map(|folder| folder.root);
    let of = |path: &PathBuf| {
        let full = path.canonicalize().unwrap_or_else(|_| path.clone());
        let below = root.as_ref().and_then(|root| full.strip_prefix(root).ok());
        let name = full
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let declared = match below {
            Some(below) => below
                .to_string_lossy()
                .replace(std::path::MAIN_SEPARATOR, "/"),
            None => format!("evidence/{name}"),
        };
        NamedFile {
            shown: name,
            declared,
            within: below.is_some(),
        }
    };
    paths.iter().map(of).collect()
}
