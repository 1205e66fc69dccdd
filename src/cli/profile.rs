//! `charte profile`: what an export probably is, and the declaration to confirm.

use super::console::Console;
use super::local::is_shared;
use super::{General, exit};
use crate::report::profile::render;
use crate::run::profile::{named, profiled};
use std::path::{Path, PathBuf};

/// What `profile` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Shows headers and values even where standard output is no terminal.
    #[arg(long)]
    values: bool,
}

/// Runs the verb. Headers and values are shown on a terminal, or where it is told; never in continuous integration.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let open = (console.terminal || options.values) && !is_shared();
    match profiled(&options.files) {
        Ok(profile) => {
            let files = named(&options.files, general.charter.as_deref(), start);
            let text = render(&profile, &files, console.messages, console.output, open);
            console.data(&text);
            exit::FINE
        }
        Err(faults) => {
            console.diagnostics(&faults, &[]);
            exit::FAULT
        }
    }
}
