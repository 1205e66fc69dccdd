//! What the verbs that judge have in common: the same options, the same reading, the same messages.

use super::General;
use super::console::Console;
use crate::charter::{Charter, CharterFile};
use crate::diagnostic::{Diagnostic, Value};
use crate::run::check::{Checked, Request, check, load};
use crate::run::folder::Folder;
use crate::scorecard::Scorecard;
use crate::scorecard::card::RequirementCard;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// What results are judged on.
#[derive(Debug, clap::Args)]
pub(super) struct Basis {
    /// The day the results stand for.
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    as_of: Option<NaiveDate>,
    /// An earlier scorecard to compare with.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
}

/// A charter that was read and checked.
pub(super) struct Done {
    pub(super) folder: Folder,
    pub(super) charter: Charter,
    pub(super) checked: Checked,
}

/// What a verb asks for beside the results.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked<'a> {
    /// The one requirement that it speaks of.
    pub(super) focus: Option<Focus<'a>>,
    /// Whether every row and cell that could not be read is to be named.
    pub(super) every_rejection: bool,
}

impl<'a> From<Focus<'a>> for Asked<'a> {
    fn from(focus: Focus<'a>) -> Self {
        Self {
            focus: Some(focus),
            every_rejection: false,
        }
    }
}

/// The one requirement that a verb speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Focus<'a> {
    /// `engagement/requirement`.
    pub(super) requirement: &'a str,
    /// Whether all its rows that fail or cannot be told are to be named.
    pub(super) every_row: bool,
}

impl Focus<'_> {
    /// Whether a diagnostic speaks of evidence that the requirement does not use.
    fn is_beside(&self, fault: &Diagnostic, charter: &Charter, scorecard: &Scorecard) -> bool {
        let mut cards = scorecard.all_requirements();
        let name = |card: &RequirementCard| format!("{}/{}", card.engagement, card.id);
        let card = cards.find(|card| name(card) == self.requirement);
        let source = fault.args.iter().find(|(name, _)| *name == "source");
        let measured = card.and_then(|card| card.measured.as_ref());
        let Some((measured, (_, Value::Text(source)))) = measured.zip(source) else {
            return false;
        };
        let position = |id: &String| charter.sources.iter().position(|known| known.id == *id);
        let used: Vec<usize> = std::iter::once(&measured.source)
            .chain(&measured.beside)
            .filter_map(position)
            .collect();
        // Lists whose columns are brought to the rows are used as well.
        let lists = |position: &usize| {
            let source = charter.sources.get(*position).into_iter();
            source
                .flat_map(|source| &source.joins)
                .map(|join| join.list)
        };
        position(source).is_some_and(|source| {
            !used.contains(&source) && !used.iter().flat_map(lists).any(|list| list == source)
        })
    }
}

/// Reads and checks a charter, and says what is wrong with it and with its evidence: with that of the requirement
/// in focus alone, where there is one.
pub(super) fn judged(
    general: &General,
    basis: &Basis,
    asked: Asked<'_>,
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
    let focus = asked.focus;
    let request = Request {
        every_rejection: asked.every_rejection,
        as_of: basis.as_of,
        previous: basis.previous.clone(),
        every_row_of: focus
            .filter(|focus| focus.every_row)
            .map(|focus| focus.requirement.to_owned()),
        // Without its own path, the program reads no workbook, and says so.
        reader: std::env::current_exe().unwrap_or_default(),
    };
    let outcome = check(&folder, &loaded, charter, &request);
    let mut faults: Vec<Diagnostic> = loaded.faults.clone();
    match outcome {
        Ok(checked) => {
            let found = checked.faults.iter().filter(|fault| {
                !focus.is_some_and(|focus| focus.is_beside(fault, charter, &checked.scorecard))
            });
            faults.extend(found.cloned());
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
pub(super) fn texts(files: &[CharterFile]) -> Vec<(String, String)> {
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
