//! `charte explain`: one requirement, from the promise to the verdict.

use super::check::judged;
use super::console::Console;
use super::{General, exit};
use crate::charter::shape::unknown;
use crate::diagnostic::Code;
use crate::report::explain;
use crate::run::check::Request;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// No requirement has that name.
pub(super) const UNKNOWN: Code = Code::new("cli-explain-unknown");

/// What `explain` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// `engagement/requirement`.
    requirement: String,
    /// The day the results stand for.
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    as_of: Option<NaiveDate>,
    /// An earlier scorecard to compare with.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let request = Request {
        as_of: options.as_of,
        previous: options.previous.clone(),
    };
    let Some(done) = judged(general, &request, start, console) else {
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
