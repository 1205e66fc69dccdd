//! `charte publish`: checks, then publishes the charter, the guide and the scorecard.

use super::check::judged;
use super::console::Console;
use super::{General, exit};
use crate::diagnostic::Value;
use crate::publish::pages;
use crate::report::terminal;
use crate::run::check::Request;
use crate::run::output::publish;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// What `publish` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Where to publish.
    #[arg(long, value_name = "DIR", default_value = "published")]
    out: PathBuf,
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
