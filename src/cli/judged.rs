//! What the verbs that judge have in common: the same options, the same reading, the same messages.

use super::General;
use super::console::Console;
use crate::charter::{Charter, CharterFile};
use crate::diagnostic::Diagnostic;
use crate::run::check::{Checked, Request, check, load};
use crate::run::folder::Folder;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// What results are judged on.
#[derive(Debug, clap::Args)]
pub(super) struct Basis {
    /// The day the results stand for.
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    as_of: Option<NaiveDate>,
    /// An earlier scorecard to compare with.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
}

/// A charter that was read and checked.
pub(super) struct Done {
    pub(super) folder: Folder,
    pub(super) charter: Charter,
    pub(super) checked: Checked,
}

/// Reads and checks a charter, and says what is wrong with it and with its evidence.
pub(super) fn judged(
    general: &General,
    basis: &Basis,
    start: &Path,
    console: &Console<'_>,
) -> Option<Done> {
    let folder = match Folder::find(general.charter.as_deref(), start) {
        Ok(folder) => folder,
        Err(fault) => {
            console.diagnostics(&[fault], &[]);
            return None;
        }
    };
    let loaded = match load(&folder) {
        Ok(loaded) => loaded,
        Err(faults) => {
            console.diagnostics(&faults, &[]);
            return None;
        }
    };
    let texts = texts(&loaded.files);
    let Some(charter) = &loaded.charter else {
        console.diagnostics(&loaded.faults, &texts);
        return None;
    };
    let request = Request {
        as_of: basis.as_of,
        previous: basis.previous.clone(),
        every_row_of: None,
    };
    let outcome = check(&folder, &loaded, charter, &request);
    let mut faults: Vec<Diagnostic> = loaded.faults.clone();
    match outcome {
        Ok(checked) => {
            faults.extend(checked.faults.iter().cloned());
            console.diagnostics(&faults, &texts);
            Some(Done {
                folder,
                charter: charter.clone(),
                checked,
            })
        }
        Err(fault) => {
            faults.push(fault);
            console.diagnostics(&faults, &texts);
            None
        }
    }
}

/// The charter's files as excerpts show them.
pub(super) fn texts(files: &[CharterFile]) -> Vec<(String, String)> {
    files
        .iter()
        .map(|file| {
            let bytes = file
                .bytes
                .strip_prefix(b"\xef\xbb\xbf")
                .unwrap_or(&file.bytes);
            (
                format!("charter/{}", file.path),
                String::from_utf8_lossy(bytes).into_owned(),
            )
        })
        .collect()
}
