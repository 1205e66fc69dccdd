//! One pass over the files of a source: digest, rows, tallies.
//!
//! Invariant: a file counts wholly or not at all; one that fails leaves the tallies open, never short.

mod file;
mod mail;
mod page;
mod part;
mod sheet;

use super::lists::Lists;
use super::objections::Docket;
use super::plan::{Feed, feeds, needed};
use super::silence::{self, Period};
use crate::charter::requirement::Measured;
use crate::charter::source::{Format, Source};
use crate::diagnostic::Diagnostic;
use crate::evidence::batch::Batch;
use crate::evidence::days::Days;
use crate::evidence::fault::{
    file_missing, file_twice, file_unreadable, layout_outdated, source_empty,
};
use crate::evidence::join::Strangers;
use crate::evidence::schema::Dialect;
use crate::evidence::stitch::{Stitch, Stitcher};
use crate::evidence::table::Wanted;
use crate::evidence::workbook::WorkbookFormat;
use crate::evidence::{FileLedger, KeyRing, TableRequest, read_csv, read_lines};
use crate::measure::population::Window;
use crate::measure::rule::{Tally, View};
use crate::measure::ruling::Rulings;
use crate::reference::Reference;
use crate::scorecard::SourceAccount;
use chrono::Datelike;
use file::EvidenceFile;
use sha2::{Digest, Sha256};
use std::io;
use std::path::Path;

/// A tally of one requirement, with the days that it counts.
#[derive(Debug)]
pub(super) struct Fold {
    /// Over the reference period.
    pub(super) period: Tally,
    /// The days of the period.
    pub(super) window: Window,
    /// Over the twelve months before the as-of day, where small groups ask for it.
    pub(super) year: Option<(Tally, Window)>,
    /// Over the reference period, as if nobody had objected to a row, where someone has.
    pub(super) before: Option<Tally>,
    /// Over the days after each on which an action was done.
    pub(super) since: Vec<(Tally, Window)>,
}

/// What all sources are read with.
pub(super) struct Intake<'a> {
    /// Where paths start.
    pub(super) root: &'a Path,
    /// The charter's values.
    pub(super) reference: &'a Reference,
    /// The declared sources.
    pub(super) sources: &'a [Source],
    /// The measured requirements.
    pub(super) measured: &'a [(&'a Measured, bool)],
    /// The key of identifiers.
    pub(super) keys: &'a KeyRing,
    /// The program that reads workbooks.
    pub(super) reader: &'a Path,
    /// The days that are judged.
    pub(super) period: Period,
    /// The objections to rows.
    pub(super) docket: &'a Docket<'a>,
    /// The requirement whose rows are all kept, where one is asked for.
    pub(super) every_row_of: Option<usize>,
    /// Whether every row and cell that cannot be read is kept.
    pub(super) every_rejection: bool,
}

/// How the rows of a file stand in it.
#[derive(Debug, Clone, Copy)]
enum Form<'a> {
    /// Records of a dialect.
    Csv(Dialect),
    /// An object of JSON on each line.
    Lines,
    /// A sheet, by its name where it is not the only one.
    Workbook(WorkbookFormat, Option<&'a str>),
}

/// One pass over the files of a source.
struct Pass<'a, 'b> {
    /// Its position among the sources.
    position: usize,
    source: &'a Source,
    feeds: Vec<Feed>,
    /// The days of all its rows, whatever requirement they belong to.
    days: Days,
    /// The lists that bring it columns, and those that it is for others.
    lists: &'b mut Lists<'a>,
    /// For each of its joins, the rows whose key the list does not hold.
    strangers: Vec<Strangers>,
    /// Its rows on their way to events, where some belong together.
    stitcher: Option<Stitcher<'a>>,
}

impl<'a> Intake<'a> {
    /// Reads every source once, lists before the sources that take their columns; accounts and faults come in the order
    /// of the charter.
    pub(super) fn read_all(
        &self,
        folds: &mut [Fold],
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<SourceAccount> {
        let mut lists = Lists::new(self.sources);
        let mut found: Vec<(usize, SourceAccount, Vec<Diagnostic>)> = Vec::new();
        for position in lists.order() {
            let mut said = Vec::new();
            let account = self.read(position, &mut lists, folds, &mut said);
            found.push((position, account, said));
        }
        found.sort_by_key(|(position, _, _)| *position);
        let mut accounts = Vec::new();
        for (_, account, said) in found {
            accounts.push(account);
            faults.extend(said);
        }
        accounts
    }

    /// Reads every file of a source into the tallies that it feeds.
    fn read(
        &self,
        position: usize,
        lists: &mut Lists<'a>,
        folds: &mut [Fold],
        faults: &mut Vec<Diagnostic>,
    ) -> SourceAccount {
        let mut account = SourceAccount::default();
        let Some(source) = self.sources.get(position) else {
            return account;
        };
        let mut pass = Pass {
            position,
            source,
            feeds: feeds(self.measured, position),
            days: Days::default(),
            lists,
            strangers: vec![Strangers::default(); source.joins.len()],
            stitcher: source.stitch.as_ref().map(Stitcher::new),
        };
        match &source.format {
            Format::Csv(dialect) => {
                self.read_files(Form::Csv(*dialect), &mut pass, &mut account, folds, faults);
            }
            Format::Lines => self.read_files(Form::Lines, &mut pass, &mut account, folds, faults),
            Format::Workbook { format, sheet } => {
                let form = Form::Workbook(*format, sheet.as_deref());
                self.read_files(form, &mut pass, &mut account, folds, faults);
            }
            Format::Mail(settings) => {
                account = self.read_mail(settings, &mut pass, folds, faults);
            }
            Format::Page(settings) => {
                account = self.read_pages(settings, &mut pass, folds, faults);
            }
        }
        if source.absent.is_some() && !matches!(source.format, Format::Page(_)) {
            // Whatever there would be in it is unknown.
            self.miss(&mut pass, folds);
        }
        self.finish(&pass, &mut account, folds, faults);
        let read_one = account.files.iter().any(|(_, ledger)| ledger.is_some());
        let rows: u64 = account
            .files
            .iter()
            .filter_map(|(_, ledger)| ledger.as_ref())
            .map(|ledger| ledger.rows.saturating_sub(ledger.skipped_total()))
            .sum();
        if read_one && rows == 0 && !source.may_be_empty {
            faults.push(source_empty(&source.id));
        }
        account.silence = silence::compare(
            source,
            &pass.days,
            &account,
            self.reference,
            self.period,
            faults,
        );
        faults.extend(silence::after_collection(source, &pass.days));
        account
    }

    /// Reads the files of a source that is a table.
    fn read_files(
        &self,
        form: Form<'_>,
        pass: &mut Pass<'a, '_>,
        account: &mut SourceAccount,
        folds: &mut [Fold],
        faults: &mut Vec<Diagnostic>,
    ) {
        for path in &pass.source.files {
            let (digest, ledger) = self.read_file((path, form), pass, account, folds, faults);
            if ledger.is_none() {
                self.miss(pass, folds);
            }
            account.files.push((digest, ledger));
        }
    }

    fn read_file(
        &self,
        (path, form): (&str, Form<'_>),
        pass: &mut Pass<'a, '_>,
        before: &SourceAccount,
        folds: &mut [Fold],
        faults: &mut Vec<Diagnostic>,
    ) -> (Option<String>, Option<FileLedger>) {
        let source = pass.source;
        let file = u32::try_from(before.files.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        let mut input = match self.open(path, source, file) {
            Ok(input) => input,
            Err(fault) => {
                faults.push(fault);
                return (None, None);
            }
        };
        let claims = |feed: &Feed| self.docket.claims(*feed, file);
        let mut part = self.part(pass, folds, &claims);
        let (schema, columns) = (source.of_files(), self.columns(pass));
        let request = TableRequest {
            wanted: Wanted {
                schema: &schema,
                layouts: &source.layouts,
                needed: &columns,
            },
            every_column: source.every_column,
            file,
            keys: self.keys,
            every_rejection: self.names_every_row(&pass.feeds),
        };
        let mut sink = |batch: &Batch| self.take(pass, &mut part, batch);
        let (outcome, packed, digest) = match form {
            Form::Csv(dialect) => {
                let outcome = read_csv(&mut input, dialect, request, &mut sink);
                (outcome, input.packed(), input.finish().ok())
            }
            Form::Lines => {
                let outcome = read_lines(&mut input, request, &mut sink);
                (outcome, input.packed(), input.finish().ok())
            }
            Form::Workbook(format, name) => {
                let read = sheet::read(self.reader, input, (format, name), request, &mut sink);
                (read.0, None, read.1)
            }
        };
        match outcome {
            Ok(mut ledger) => {
                ledger.packed = packed;
                // Rows of a source that knows repeats count once in whatever file they stand.
                let first = twin(before, digest.as_deref(), &ledger);
                if let Some(first) = first.filter(|_| source.stitch.is_none()) {
                    faults.push(file_twice(&source.id, file, first));
                    return (digest, None);
                }
                faults.extend(ledger.diagnostics(&source.id, &source.schema));
                faults.extend(outdated(source, &ledger, part.span()));
                let ledgers = std::slice::from_ref(&ledger);
                self.keep(pass, part, ledgers, digest.as_deref(), folds);
                (digest, Some(ledger))
            }
            Err(fault) => {
                faults.extend(fault.diagnostics(&source.id, file, &source.schema));
                (digest, None)
            }
        }
    }

    /// Opens a file of a source, by its order there.
    fn open(&self, path: &str, source: &Source, file: u32) -> Result<EvidenceFile, Diagnostic> {
        let opened = EvidenceFile::open(self.root, &self.root.join(path));
        opened.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => file_missing(&source.id, file),
            _ => file_unreadable(&source.id, file),
        })
    }

    /// Which columns of a source are decoded.
    fn columns(&self, pass: &Pass<'_, '_>) -> Vec<bool> {
        let source = pass.source;
        let mut columns = needed(self.measured, &pass.feeds, source.schema.columns.len());
        pass.lists.need(pass.position, &mut columns);
        let stitch = source.stitch.iter().flat_map(Stitch::columns);
        // Every row's day is looked at, whatever requirement reads it.
        for position in stitch.chain(source.time) {
            if let Some(needed) = columns.get_mut(position) {
                *needed = true;
            }
        }
        columns
    }

    /// An empty fold of the same requirement.
    fn empty(&self, feed: &Feed, folds: &[Fold]) -> Option<Fold> {
        let (measured, _) = self.measured.get(feed.requirement)?;
        let fold = folds.get(feed.requirement)?;
        let tally = || self.tally(feed.requirement, measured);
        Some(Fold {
            period: tally(),
            window: fold.window,
            year: fold.year.as_ref().map(|(_, window)| (tally(), *window)),
            before: None,
            since: fold
                .since
                .iter()
                .map(|(_, window)| (tally(), *window))
                .collect(),
        })
    }

    /// An empty tally of a requirement.
    pub(super) fn tally(&self, requirement: usize, measured: &Measured) -> Tally {
        if self.every_row_of == Some(requirement) {
            measured.rule.tally_keeping(usize::MAX)
        } else {
            measured.rule.tally()
        }
    }

    /// Whether every row of one of the requirements is to be named.
    fn names_every_row(&self, feeds: &[Feed]) -> bool {
        let mut feeds = feeds.iter();
        self.every_rejection || feeds.any(|feed| self.every_row_of == Some(feed.requirement))
    }

    fn observe(&self, feed: Feed, fold: &mut Fold, batch: &Batch, rulings: Option<&Rulings>) {
        let Some((measured, _)) = self.measured.get(feed.requirement) else {
            return;
        };
        for (tally, window) in fold.tallies() {
            let view = View {
                reference: self.reference,
                window,
                rulings,
            };
            tally.observe(&measured.rule, batch, view, feed.input);
        }
    }

    /// Enters the rows that were rejected or lost.
    fn account(&self, feed: Feed, fold: &mut Fold, ledger: &FileLedger) {
        let Some((measured, _)) = self.measured.get(feed.requirement) else {
            return;
        };
        for (tally, _) in fold.tallies() {
            tally.reject(&measured.rule, ledger.rejected_total(), feed.input);
            if ledger.open_ended {
                tally.lose(feed.input);
            }
        }
    }

    /// An unknown number of rows of a source is missing.
    fn lose(&self, feeds: &[Feed], folds: &mut [Fold]) {
        for feed in feeds {
            let tallies = folds
                .get_mut(feed.requirement)
                .into_iter()
                .flat_map(Fold::tallies);
            tallies.for_each(|(tally, _)| tally.lose(feed.input));
        }
    }
}

/// The warning about a file with the layout of other days than its own.
fn outdated(source: &Source, ledger: &FileLedger, span: Option<(i32, i32)>) -> Option<Diagnostic> {
    let layout = source.layouts.get(ledger.layout)?;
    let (first, last) = span?;
    let until = layout.until?;
    let early = layout
        .from
        .is_some_and(|from| first < from.num_days_from_ce());
    (early || last > until.num_days_from_ce())
        .then(|| layout_outdated(&source.id, ledger.file, &until.to_string()))
}

/// The earlier file of the source with the same rows. A month that was exported twice under two names is a month that is
/// missing, so its rows are not counted again, and some are held to be lost.
fn twin(before: &SourceAccount, digest: Option<&str>, ledger: &FileLedger) -> Option<u32> {
    let digest = digest.filter(|_| ledger.rows > 0)?;
    let held = ledger.packed.as_deref().unwrap_or(digest);
    let mut files = before.files.iter().zip(1_u32..);
    let twin = files.find(|((digest, ledger), _)| {
        let packed = ledger.as_ref().and_then(|ledger| ledger.packed.as_deref());
        packed.or(digest.as_deref()) == Some(held)
    });
    twin.map(|(_, file)| file)
}

impl Fold {
    fn tallies(&mut self) -> impl Iterator<Item = (&mut Tally, Window)> {
        let year = self.year.as_mut().map(|(tally, window)| (tally, *window));
        let before = self.before.as_mut().map(|tally| (tally, self.window));
        let since = self.since.iter_mut();
        let since = since.map(|(tally, window)| (tally, *window));
        std::iter::once((&mut self.period, self.window))
            .chain(year)
            .chain(before)
            .chain(since)
    }

    /// Adds what some rows say, with the rulings on them and without.
    fn merge(&mut self, other: &Self, plain: &Self) {
        self.period.merge(&other.period);
        if let Some(before) = &mut self.before {
            before.merge(&plain.period);
        }
        if let (Some((mine, _)), Some((theirs, _))) = (&mut self.year, &other.year) {
            mine.merge(theirs);
        }
        for ((mine, _), (theirs, _)) in self.since.iter_mut().zip(&other.since) {
            mine.merge(theirs);
        }
    }
}

/// SHA-256 of some bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
