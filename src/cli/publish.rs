//! `charte publish`: checks, then publishes the charter, the guide and the scorecard.

use super::console::Console;
use super::judged::{Asked, Basis, judged};
use super::{General, exit};
use crate::diagnostic::Value;
use crate::publish::pages;
use crate::report::terminal;
use crate::run::output::publish;
use std::path::{Path, PathBuf};

/// What `publish` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Where to publish.
    #[arg(long, value_name = "DIR", default_value = "published")]
    out: PathBuf,
    #[command(flatten)]
    basis: Basis,
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let Some(done) = judged(general, &options.basis, Asked::default(), start, console) else {
        return exit::FAULT;
    };
    let scorecard = &done.checked.scorecard;
    let template = |name: &str| done.folder.template(name);
    let published =
        pages(&done.charter, scorecard, console.messages, &template).and_then(|pages| {
            let files = pages
                .iter()
                .map(|page| (page.path.as_str(), page.bytes.as_slice()));
            publish(&options.out, files)
        });
    if let Err(fault) = published {
        console.diagnostics(&[fault], &[]);
        return exit::FAULT;
    }
    console.data(&terminal::render(
        scorecard,
        console.messages,
        console.output,
    ));
    let page = |path: &str| Value::from(options.out.join(path).display().to_string());
    console.message(&console.messages.text(
        "cli-published",
        &[
            ("public", page("public/index.html")),
            ("staff", page("staff/index.html")),
            ("audit", page("audit/index.html")),
        ],
    ));
    exit::FINE
}
