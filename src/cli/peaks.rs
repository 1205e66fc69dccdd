//! `charte peaks`: when most calls come, and when few do; what to publish of it.

use super::console::Console;
use super::explain::stranger;
use super::judged::{Asked, Basis, Focus, judged};
use super::{General, exit};
use crate::diagnostic::{Code, Diagnostic};
use crate::report::peaks;
use crate::scorecard::card::RequirementCard;
use std::path::Path;

/// The charter measures no peaks.
pub(super) const NONE: Code = Code::new("cli-peaks-none");
/// The requirement measures something else.
pub(super) const OTHER: Code = Code::new("cli-peaks-other");

/// What `peaks` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// `engagement/requirement`; all that measure peaks or quiet hours if it is left out.
    requirement: Option<String>,
    #[command(flatten)]
    basis: Basis,
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let name = options.requirement.as_deref();
    let focus = name.map(|requirement| Focus {
        requirement,
        every_row: false,
    });
    let Some(done) = judged(
        general,
        &options.basis,
        focus.map(Asked::from).unwrap_or_default(),
        start,
        console,
    ) else {
        return exit::FAULT;
    };
    let scorecard = &done.checked.scorecard;
    let is_named = |card: &&RequirementCard| {
        name.is_none_or(|name| name == format!("{}/{}", card.engagement, card.id))
    };
    let cards: Vec<&RequirementCard> = scorecard.all_requirements().filter(is_named).collect();
    let texts: Vec<String> = cards
        .iter()
        .filter_map(|card| peaks::render(card, console.messages, console.output))
        .collect();
    if texts.is_empty() {
        let fault = match name {
            None => Diagnostic::error(NONE),
            Some(name) if cards.is_empty() => stranger(name, scorecard),
            Some(_) => Diagnostic::error(OTHER),
        };
        console.diagnostics(&[fault], &[]);
        return exit::FAULT;
    }
    console.data(&texts.join("\n"));
    exit::FINE
}
