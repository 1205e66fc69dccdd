//! `charte explain`: one requirement, from the promise to the verdict.

use super::console::Console;
use super::judged::{Basis, judged};
use super::{General, exit};
use crate::charter::shape::unknown;
use crate::diagnostic::Code;
use crate::report::explain;
use std::path::Path;

/// No requirement has that name.
pub(super) const UNKNOWN: Code = Code::new("cli-explain-unknown");

/// What `explain` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// `engagement/requirement`.
    requirement: String,
    #[command(flatten)]
    basis: Basis,
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let Some(done) = judged(general, &options.basis, start, console) else {
        return exit::FAULT;
    };
    let scorecard = &done.checked.scorecard;
    let name = options.requirement.as_str();
    if let Some(text) = explain::render(
        &done.charter,
        scorecard,
        name,
        console.messages,
        console.output,
    ) {
        console.data(&text);
        return exit::FINE;
    }
    let names: Vec<String> = scorecard
        .all_requirements()
        .map(|card| format!("{}/{}", card.engagement, card.id))
        .collect();
    let fault = unknown(
        UNKNOWN,
        "requirement",
        name,
        names.iter().map(String::as_str),
    );
    console.diagnostics(&[fault], &[]);
    exit::FAULT
}
