//! `charte explain`: one requirement, from the promise to the verdict.

use super::console::Console;
use super::judged::{Basis, Focus, judged};
use super::local::{confirm, refused};
use super::{General, exit};
use crate::charter::shape::unknown;
use crate::diagnostic::{Code, Diagnostic};
use crate::report::{explain, rows};
use crate::run::check::Checked;
use crate::run::local;
use crate::scorecard::Scorecard;
use std::path::{Path, PathBuf};

/// No requirement has that name.
pub(super) const UNKNOWN: Code = Code::new("cli-explain-unknown");
/// The requirement is not measured, so it has no rows.
pub(super) const NO_ROWS: Code = Code::new("cli-explain-no-rows");

/// What `explain` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// `engagement/requirement`.
    requirement: String,
    /// Where to name every row that fails or cannot be told.
    #[arg(long, value_name = "FILE")]
    rows: Option<PathBuf>,
    #[command(flatten)]
    basis: Basis,
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    if options.rows.is_some() && refused(console) {
        return exit::FAULT;
    }
    let name = options.requirement.as_str();
    let focus = Focus {
        requirement: name,
        every_row: options.rows.is_some(),
    };
    let Some(done) = judged(general, &options.basis, focus.into(), start, console) else {
        return exit::FAULT;
    };
    let scorecard = &done.checked.scorecard;
    let Some(text) = explain::render(
        &done.charter,
        scorecard,
        name,
        console.messages,
        console.output,
    ) else {
        console.diagnostics(&[stranger(name, scorecard)], &[]);
        return exit::FAULT;
    };
    console.data(&text);
    let written = options
        .rows
        .as_deref()
        .map(|path| write(path, name, &done.checked, console).map(|count| (path, count)));
    match written {
        None => exit::FINE,
        Some(Ok((path, count))) => {
            confirm("cli-explain-written", count, path, console);
            exit::FINE
        }
        Some(Err(fault)) => {
            console.diagnostics(&[fault], &[]);
            exit::FAULT
        }
    }
}

/// Writes every row of the requirement, and says how many lines that took.
fn write(
    path: &Path,
    name: &str,
    checked: &Checked,
    console: &Console<'_>,
) -> Result<usize, Diagnostic> {
    let mut cards = checked.scorecard.all_requirements();
    let card = cards.find(|card| name == format!("{}/{}", card.engagement, card.id));
    let measured = card.and_then(|card| card.measured.as_ref());
    let measured = measured.ok_or_else(|| Diagnostic::error(NO_ROWS))?;
    let table = rows::table(&checked.rows, measured, console.messages);
    local::write(path, &table)?;
    Ok(checked.rows.len().saturating_add(measured.gaps.len()))
}

/// No requirement has that name.
pub(super) fn stranger(name: &str, scorecard: &Scorecard) -> Diagnostic {
    let names: Vec<String> = scorecard
        .all_requirements()
        .map(|card| format!("{}/{}", card.engagement, card.id))
        .collect();
    unknown(
        UNKNOWN,
        "requirement",
        name,
        names.iter().map(String::as_str),
    )
}
