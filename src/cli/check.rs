//! `charte check`: the gate.

use super::console::Console;
use super::{General, exit};
use crate::charter::{Charter, CharterFile};
use crate::diagnostic::Diagnostic;
use crate::publish::{SCORECARD_MARKDOWN, pages};
use crate::report::terminal;
use crate::run::check::{Checked, Request, check, load};
use crate::run::folder::Folder;
use crate::scorecard::Scorecard;
use chrono::NaiveDate;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// What `check` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The day the results stand for.
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    as_of: Option<NaiveDate>,
    /// An earlier scorecard to compare with.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
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

/// A charter that was read and checked.
pub(super) struct Done {
    pub(super) folder: Folder,
    pub(super) charter: Charter,
    pub(super) checked: Checked,
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

/// Reads and checks a charter, and says what is wrong with it and with its evidence.
pub(super) fn judged(
    general: &General,
    request: &Request,
    start: &Path,
    console: &Console<'_>,
) -> Option<Done> {
    let folder = match Folder::find(general.charter.as_deref(), start) {
        Ok(folder) => folder,
        Err(fault) => {
            console.diagnostics(&[fault], &[]);
            return None;
        }
    };
    let loaded = match load(&folder) {
        Ok(loaded) => loaded,
        Err(faults) => {
            console.diagnostics(&faults, &[]);
            return None;
        }
    };
    let texts = texts(&loaded.files);
    let Some(charter) = &loaded.charter else {
        console.diagnostics(&loaded.faults, &texts);
        return None;
    };
    let outcome = check(&folder, &loaded, charter, request);
    let mut faults: Vec<Diagnostic> = loaded.faults.clone();
    match outcome {
        Ok(checked) => {
            faults.extend(checked.faults.iter().cloned());
            console.diagnostics(&faults, &texts);
            Some(Done {
                folder,
                charter: charter.clone(),
                checked,
            })
        }
        Err(fault) => {
            faults.push(fault);
            console.diagnostics(&faults, &texts);
            None
        }
    }
}

/// The charter's files as excerpts show them.
fn texts(files: &[CharterFile]) -> Vec<(String, String)> {
    files
        .iter()
        .map(|file| {
            let bytes = file
                .bytes
                .strip_prefix(b"\xef\xbb\xbf")
                .unwrap_or(&file.bytes);
            (
                format!("charter/{}", file.path),
                String::from_utf8_lossy(bytes).into_owned(),
            )
        })
        .collect()
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
