//! `charte check`: the gate.

use super::console::Console;
use super::judged::{Basis, judged};
use super::{General, exit};
use crate::publish::{SCORECARD_MARKDOWN, pages};
use crate::report::terminal;
use crate::scorecard::Scorecard;
use clap::ValueEnum;
use std::path::Path;

/// What `check` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[command(flatten)]
    basis: Basis,
    /// How the scorecard is shown.
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: Format,
}

/// How the scorecard is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
    Markdown,
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let Some(done) = judged(general, &options.basis, None, start, console) else {
        return exit::FAULT;
    };
    let scorecard = &done.checked.scorecard;
    match options.format {
        Format::Terminal => console.data(&terminal::render(
            scorecard,
            console.messages,
            console.output,
        )),
        Format::Json => console.data(&scorecard.to_json()),
        Format::Markdown => {
            let template = |name: &str| done.folder.template(name);
            match pages(&done.charter, scorecard, console.messages, &template) {
                Ok(pages) => {
                    let page = pages.iter().find(|page| page.path == SCORECARD_MARKDOWN);
                    console.data(
                        &page
                            .map(|page| String::from_utf8_lossy(&page.bytes))
                            .unwrap_or_default(),
                    );
                }
                Err(fault) => {
                    console.diagnostics(&[fault], &[]);
                    return exit::FAULT;
                }
            }
        }
    }
    code(scorecard)
}

/// The exit code that a scorecard asks for.
fn code(scorecard: &Scorecard) -> u8 {
    let any = |test: &dyn Fn(&str, bool) -> bool| {
        scorecard
            .all_requirements()
            .any(|card| test(&card.verdict, card.waived_until.is_some()))
    };
    if any(&|verdict, waived| verdict.ends_with("-gap") && !waived) {
        exit::GAP
    } else if any(&|verdict, _| verdict == "not-shown") {
        exit::NOT_SHOWN
    } else {
        exit::FINE
    }
}
