//! `charte check`: the gate.

use super::console::Console;
use super::judged::{Asked, Basis, judged};
use super::local::{confirm, refused};
use super::{General, exit};
use crate::publish::{SCORECARD_MARKDOWN, pages};
use crate::report::{terminal, unread};
use crate::run::local;
use crate::scorecard::Scorecard;
use crate::scorecard::card::RequirementCard;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// What `check` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[command(flatten)]
    basis: Basis,
    /// How the scorecard is shown.
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    format: Format,
    /// Where to name every row and cell that could not be read.
    #[arg(long, value_name = "FILE")]
    rejections: Option<PathBuf>,
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
    if options.rejections.is_some() && refused(console) {
        return exit::FAULT;
    }
    let asked = Asked {
        every_rejection: options.rejections.is_some(),
        ..Asked::default()
    };
    let Some(done) = judged(general, &options.basis, asked, start, console) else {
        return exit::FAULT;
    };
    if let Some(path) = &options.rejections {
        let unread = &done.checked.unread;
        match local::write(path, &unread::table(unread, console.messages)) {
            Ok(()) => confirm("cli-check-written", unread.len(), path, console),
            Err(fault) => {
                console.diagnostics(&[fault], &[]);
                return exit::FAULT;
            }
        }
    }
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

/// Whether the requirement is a gap, or one of its judged groups is behind something that weighs more.
fn has_gap(card: &RequirementCard) -> bool {
    let is_gap = |verdict: &str| verdict.ends_with("-gap");
    let groups = card.measured.iter().flat_map(|measured| &measured.groups);
    let mut judged = groups.filter_map(|group| group.verdict.as_deref());
    let total = card
        .measured
        .as_ref()
        .is_some_and(|measured| is_gap(&measured.total_verdict));
    is_gap(&card.verdict) || total || judged.any(is_gap)
}

/// The exit code that a scorecard asks for.
fn code(scorecard: &Scorecard) -> u8 {
    let any = |test: &dyn Fn(&RequirementCard) -> bool| scorecard.all_requirements().any(test);
    if any(&|card| has_gap(card) && card.waived_until.is_none()) {
        exit::GAP
    } else if any(&|card| card.verdict == "not-shown") {
        exit::NOT_SHOWN
    } else {
        exit::FINE
    }
}
