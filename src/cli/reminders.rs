//! `charte reminders`: who is to be reminded, by name, in a file that stays on this machine.

use super::console::Console;
use super::judged::{Basis, Focus, judged};
use super::local::{confirm, refused};
use super::{General, exit};
use crate::run::local;
use crate::run::reminders::{list_of, reminders};
use std::path::{Path, PathBuf};

/// What `reminders` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// `engagement/requirement`, a roll-call.
    requirement: String,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    basis: Basis,
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    if refused(console) {
        return exit::FAULT;
    }
    let name = options.requirement.as_str();
    let focus = Focus {
        requirement: name,
        every_row: true,
    };
    let Some(done) = judged(general, &options.basis, focus.into(), start, console) else {
        return exit::FAULT;
    };
    let (folder, checked) = (&done.folder, &done.checked);
    let written = list_of(&done.charter, name).and_then(|source| {
        let (scorecard, rows) = (&checked.scorecard, &checked.rows);
        let list = reminders(folder, scorecard, source, rows, console.messages)?;
        local::write(&options.out, &list.table)?;
        Ok(list.people)
    });
    match written {
        Ok(people) => {
            confirm("cli-reminders-written", people, &options.out, console);
            exit::FINE
        }
        Err(fault) => {
            console.diagnostics(&[fault], &[]);
            exit::FAULT
        }
    }
}
