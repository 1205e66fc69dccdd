//! `charte anonymise`: a copy of a declared export to share with a colleague or in a bug report.

use super::console::Console;
use super::{General, exit};
use crate::diagnostic::Value;
use crate::evidence::anonymise::Written;
use crate::run::anonymise::{copy, key, table};
use crate::run::check::load;
use crate::run::folder::Folder;
use std::path::{Path, PathBuf};

/// What `anonymise` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The source's id.
    source: String,
    /// The key of the pseudonyms.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Makes the key first.
    #[arg(long)]
    new_key: bool,
    /// The folder to write into.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs the verb. It runs in continuous integration too: what it writes is meant to be shared.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let folder = match Folder::find(general.charter.as_deref(), start) {
        Ok(folder) => folder,
        Err(fault) => {
            console.diagnostics(&[fault], &[]);
            return exit::FAULT;
        }
    };
    let loaded = match load(&folder) {
        Ok(loaded) => loaded,
        Err(faults) => {
            console.diagnostics(&faults, &[]);
            return exit::FAULT;
        }
    };
    let Some(charter) = &loaded.charter else {
        console.diagnostics(&loaded.faults, &super::judged::texts(&loaded.files));
        return exit::FAULT;
    };
    let done = table(charter, &options.source).and_then(|source| {
        let keys = key(&options.key, &folder, options.new_key)?;
        copy(&folder, source, &keys, &options.out)
    });
    match done {
        Ok(files) => {
            for (number, written) in files.iter().enumerate() {
                say(options, number.saturating_add(1), written, console);
            }
            console.message(&console.messages.plain("cli-anonymise-read-over"));
            exit::FINE
        }
        Err(fault) => {
            console.diagnostics(&[fault], &[]);
            exit::FAULT
        }
    }
}

fn say(options: &Options, number: usize, written: &Written, console: &Console<'_>) {
    let name = format!("{}-{number}.csv", options.source);
    let args = [
        (
            "path",
            Value::from(options.out.join(name).display().to_string()),
        ),
        ("rows", written.rows.into()),
        ("kept", written.kept.into()),
        ("pseudonyms", written.pseudonyms.into()),
        ("emptied", written.emptied.into()),
        ("left", written.left_out.into()),
    ];
    console.message(&console.messages.text("cli-anonymise-written", &args));
}
