//! From a charter folder to its scorecard.

mod follow_up;

use super::earlier::earlier;
use super::effect;
use super::evidence::{Fold, Intake, sha256};
use super::folder::Folder;
use super::key;
use super::lapse;
use super::objections::Docket;
use super::plan::{measured, measured_names};
use super::rows;
use super::silence;
use super::waiver;
use crate::charter::requirement::Measured;
use crate::charter::source::{Format, Source};
use crate::charter::{self, Charter, CharterFile};
use crate::diagnostic::{Code, Diagnostic};
use crate::measure::population::Window;
use crate::measure::reading::{Figures, Reading, unknown};
use crate::measure::rule::{Input, Measure, Tally, View};
use crate::measure::target::Proof;
use crate::measure::waver::waver;
use crate::report::rows::NamedRow;
use crate::report::unread::UnreadRow;
use crate::scorecard::{Assembly, Finding, Review, Scorecard, SourceAccount, assemble};
use crate::verdict::{Assessment, Cause, Judge, Verdict, judge};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The day the results stand for comes before the reference period.
pub const BEFORE_PERIOD: Code = Code::new("run-before-period");

/// A charter folder that was read.
#[derive(Debug)]
pub struct Loaded {
    /// The files, for excerpts.
    pub files: Vec<CharterFile>,
    /// The charter, if no document has an error.
    pub charter: Option<Charter>,
    /// Errors and warnings about the charter.
    pub faults: Vec<Diagnostic>,
}

/// Reads a charter folder.
pub fn load(folder: &Folder) -> Result<Loaded, Vec<Diagnostic>> {
    let files = folder.read()?;
    let (charter, faults) = charter::read(&files);
    Ok(Loaded {
        files,
        charter,
        faults,
    })
}

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// Every verdict.
    pub scorecard: Scorecard,
    /// What is to be said about the evidence.
    pub faults: Vec<Diagnostic>,
    /// Every row that fails or cannot be told, of the requirement that was asked for.
    pub rows: Vec<NamedRow>,
    /// Every row and cell that could not be read, if that was asked for; the first ones of each file otherwise.
    pub unread: Vec<UnreadRow>,
}

/// The default of the day the results stand for: the latest collection date.
pub fn default_as_of(charter: &Charter) -> NaiveDate {
    let latest = charter.sources.iter().map(|source| source.collected).max();
    latest.unwrap_or(charter.town.period.1)
}

/// What a check can be told.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The day the results stand for.
    pub as_of: Option<NaiveDate>,
    /// An earlier scorecard to compare with.
    pub previous: Option<PathBuf>,
    /// A requirement, `engagement/requirement`, whose rows are all to be named.
    pub every_row_of: Option<String>,
    /// Whether every row and cell that could not be read is to be named, whatever requirement it feeds.
    pub every_rejection: bool,
    /// The program that reads workbooks in a process of its own: this one.
    pub reader: PathBuf,
}

/// Reads the evidence once, judges every requirement, and assembles the scorecard.
pub fn check(
    folder: &Folder,
    loaded: &Loaded,
    charter: &Charter,
    request: &Request,
) -> Result<Checked, Diagnostic> {
    let previous = request.previous.as_deref().map(earlier).transpose()?;
    let as_of = request.as_of.unwrap_or_else(|| default_as_of(charter));
    if as_of < charter.town.period.0 {
        let from = charter.town.period.0.to_string();
        let fault = Diagnostic::error(BEFORE_PERIOD).arg("date", as_of.to_string());
        return Err(fault.arg("from", from));
    }
    let keys = key::of_run()?;
    let measured = measured(charter);
    let docket = Docket::new(charter);
    let intake = Intake {
        root: &folder.root,
        reference: &charter.town.reference,
        sources: &charter.sources,
        measured: &measured,
        keys: &keys,
        reader: &request.reader,
        period: (charter.town.period.0, as_of.min(charter.town.period.1)),
        docket: &docket,
        every_row_of: wanted(charter, request),
        every_rejection: request.every_rejection,
    };
    let mut folds: Vec<Fold> = measured
        .iter()
        .enumerate()
        .filter_map(|(position, (measured, _))| {
            let source = charter.sources.get(measured.source)?;
            Some(fold(position, measured, source, &intake, charter, as_of))
        })
        .collect();
    let mut faults = lapse::warnings(charter, as_of);
    let accounts = intake.read_all(&mut folds, &mut faults);
    let state = State {
        charter,
        accounts: &accounts,
        as_of,
    };
    let results = state.findings(&measured, &folds, &docket, &mut faults);
    let rows = intake.every_row_of.and_then(|position| {
        let ((measured, _), fold) = measured.get(position).zip(folds.get(position))?;
        Some(rows::named(charter, measured, &fold.period, &accounts))
    });
    let charter_files = loaded
        .files
        .iter()
        .map(|file| (file.path.clone(), sha256(&file.bytes)))
        .collect();
    let scorecard = assemble(&Assembly {
        charter,
        as_of,
        results: &results,
        accounts: &accounts,
        charter_files,
        previous: previous.as_ref(),
    });
    faults.extend(waiver::warnings(charter, &scorecard));
    Ok(Checked {
        scorecard,
        faults,
        rows: rows.unwrap_or_default(),
        unread: rows::unread_of_all(charter, &accounts),
    })
}

/// The position of the requirement whose rows are all to be named.
fn wanted(charter: &Charter, request: &Request) -> Option<usize> {
    let name = request.every_row_of.as_deref()?.split_once('/');
    measured_names(charter)
        .into_iter()
        .position(|known| name == Some(known))
}

/// The empty fold of a requirement, with the days that count.
fn fold(
    position: usize,
    measured: &Measured,
    source: &Source,
    intake: &Intake<'_>,
    charter: &Charter,
    as_of: NaiveDate,
) -> Fold {
    let tally = || intake.tally(position, measured);
    let (from, to) = charter.town.period;
    // The minutes of a coverage that lie after the collection day are expected all the same, and unknown.
    let collected = match &measured.rule.measure {
        Measure::Coverage(_) => to,
        _ => source.time.map_or(to, |_| source.collected),
    };
    let last = as_of.min(to).min(collected);
    // What was observed before a control plan was set was not drawn under it.
    let from = source.plan.as_ref().map_or(from, |plan| plan.on.max(from));
    // Of a dated log, only the days on which the requirement is in force; a state is judged whole or not at all.
    let dated = Some(&measured.dated).filter(|_| source.time.is_some());
    let first = dated.and_then(|dated| dated.from);
    let from = first.map_or(from, |first| first.max(from));
    let until = dated.and_then(|dated| dated.until);
    let last = until.map_or(last, |until| until.min(last));
    let window = Window {
        from: source.time.map(|_| from.num_days_from_ce()),
        to: last.num_days_from_ce(),
    };
    let year = measured.min_cases.and(source.time).map(|_| {
        let start = last
            .checked_sub_months(Months::new(12))
            .and_then(|day| day.succ_opt());
        let start = start.max(first);
        let window = Window {
            from: start.map(|day| day.num_days_from_ce()),
            to: window.to,
        };
        (tally(), window)
    });
    let done = effect::done_days(charter, position).into_iter();
    let since = done.filter_map(|done| effect::after(window, done));
    Fold {
        since: since.map(|window| (tally(), window)).collect(),
        period: tally(),
        window,
        year,
        before: intake.docket.concerns(position).then(tally),
    }
}

/// What is known of the evidence once it has been read.
struct State<'a> {
    charter: &'a Charter,
    accounts: &'a [SourceAccount],
    as_of: NaiveDate,
}

impl State<'_> {
    /// What was found for each requirement, with what has become of the objections to its rows.
    fn findings(
        &self,
        measured: &[(&Measured, bool)],
        folds: &[Fold],
        docket: &Docket<'_>,
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<Finding> {
        let all = measured.iter().zip(folds).enumerate();
        all.filter_map(|(position, ((measured, major), fold))| {
            let mut finding = self.judge(measured, *major, fold)?;
            let source = self.charter.sources.get(measured.source)?;
            let account = self.accounts.get(measured.source)?;
            let heard = fold.period.heard();
            finding.reviews = docket.reviews(position, &source.id, account, heard, faults);
            if !finding.reviews.iter().any(Review::corrects) {
                finding.before = None;
            }
            finding.since =
                self.since(position, measured, fold, *major, finding.assessment.verdict);
            finding.exceeded = self.exceeded(position, fold, *major, &finding.assessment);
            Some(finding)
        })
        .collect()
    }

    fn judge(&self, measured: &Measured, major: bool, fold: &Fold) -> Option<Finding> {
        let source = self.charter.sources.get(measured.source)?;
        let expected = measured.expected_groups(source);
        let unplaced = self.accounts.get(measured.source)?.unplaced;
        let found = |tally: &Tally| self.found(measured, major, (tally, fold.window));
        let (reading, assessment) = found(&fold.period)?;
        let year = fold.year.as_ref();
        Some(Finding {
            reading,
            assessment,
            since: BTreeMap::new(),
            exceeded: Vec::new(),
            reviews: Vec::new(),
            before: fold.before.as_ref().and_then(found),
            twelve_months: year.map_or_else(Vec::new, |(tally, window)| {
                let mut reading = tally.read(&measured.rule, self.view(*window), &expected);
                waver(&mut reading, unplaced);
                reading.groups
            }),
            from: fold
                .window
                .from
                .and_then(NaiveDate::from_num_days_from_ce_opt),
            to: NaiveDate::from_num_days_from_ce_opt(fold.window.to)?,
        })
    }

    const fn view(&self, window: Window) -> View<'_> {
        View {
            reference: &self.charter.town.reference,
            window,
            rulings: None,
        }
    }

    /// What a tally says of a requirement over its days.
    fn found(
        &self,
        measured: &Measured,
        major: bool,
        (tally, window): (&Tally, Window),
    ) -> Option<(Reading, Assessment)> {
        let source = self.charter.sources.get(measured.source)?;
        let expected = measured.expected_groups(source);
        let unplaced = self.accounts.get(measured.source)?.unplaced;
        let tally = self.with_losses(measured, tally);
        let mut reading = tally.read(&measured.rule, self.view(window), &expected);
        let sound = waver(&mut reading, unplaced);
        let assessment = self.assess(measured, major, source, &reading, sound);
        Some((reading, assessment))
    }

    /// Judges a reading; `sound` says whether its figures allow for rows that could not be placed.
    fn assess(
        &self,
        measured: &Measured,
        major: bool,
        source: &Source,
        reading: &Reading,
        sound: bool,
    ) -> Assessment {
        let period = self.charter.town.period;
        if measured.dated.misses((period.0, period.1.min(self.as_of))) {
            // On the days that are judged nobody owes anything yet, or any more.
            return Assessment::plain(Verdict::NoCase, reading.groups.len());
        }
        let elsewhere = !source.may_be_empty && nothing_in_period(reading);
        judge(
            &Judge {
                rule: &measured.rule,
                target: &measured.target,
                proof: &source.proof,
                major,
                min_cases: measured.min_cases,
                forbidden: self
                    .forbidden_of(measured)
                    .or(elsewhere.then_some(Cause::NoEvidence))
                    .or((!sound).then_some(Cause::Unreadable)),
                declared: match &measured.rule.measure {
                    Measure::Peaks(peaks) => peaks.stands_declared(self.as_of.num_days_from_ce()),
                    _ => false,
                },
                incomplete: measured
                    .sources()
                    .any(|position| self.is_short(position, measured.dated.until))
                    .then_some(Cause::PeriodIncomplete),
                // Of a further source, the tally has lost rows instead.
                silent: self.is_silent_within(measured.source, reading),
            },
            reading,
        )
    }

    /// A cause that forbids any verdict on a requirement. A further source of cover can only add to it: without evidence
    /// of it, what is covered stays covered; out of date, it shows cover that may be gone.
    fn forbidden_of(&self, measured: &Measured) -> Option<Cause> {
        if matches!(measured.rule.measure, Measure::Publication(_)) {
            // What one document no longer shows, another may: its own things are unknown.
            let causes: Vec<Option<Cause>> = measured
                .sources()
                .map(|position| self.forbidden(position))
                .collect();
            return causes
                .into_iter()
                .collect::<Option<Vec<Cause>>>()?
                .into_iter()
                .next();
        }
        let coverage = matches!(measured.rule.measure, Measure::Coverage(_));
        let beside = measured.beside.iter();
        let beside = beside
            .filter_map(|position| self.forbidden(*position))
            .find(|cause| !coverage || *cause != Cause::NoEvidence);
        let source = self.charter.sources.get(measured.source)?;
        let mut lists = measured.lists(source).into_iter();
        // A state says nothing of other days than its own.
        let other_days = source.time.is_none() && !measured.dated.holds_on(source.collected);
        if other_days {
            return Some(Cause::NoEvidence);
        }
        self.forbidden(measured.source)
            .or(beside)
            .or_else(|| lists.find_map(|position| self.forbidden(position)))
    }

    /// A cause that forbids any verdict on a source.
    fn forbidden(&self, position: usize) -> Option<Cause> {
        let (source, account) = (
            self.charter.sources.get(position)?,
            self.accounts.get(position)?,
        );
        let used = account
            .files
            .iter()
            .filter_map(|(_, ledger)| ledger.as_ref());
        let (files, rows) = used.fold((0_u64, 0_u64), |(files, rows), ledger| {
            let judged = ledger.rows.saturating_sub(ledger.skipped_total());
            (files.saturating_add(1), rows.saturating_add(judged))
        });
        // That a document does not exist is a fact about it; that a log does not exist says nothing of what happened.
        let fact = source.absent.is_some() && matches!(source.format, Format::Page(_));
        let empty = files == 0 || (rows == 0 && !source.may_be_empty);
        if self.is_later(position) || (empty && !fact) {
            return Some(Cause::NoEvidence);
        }
        let until = source.valid_days.and_then(|days| {
            source
                .collected
                .checked_add_days(Days::new(u64::from(days)))
        });
        until
            .filter(|until| *until < self.as_of)
            .map(|_| Cause::Stale)
    }

    /// Whether a state was recorded after the day that is judged: it says nothing of that day.
    fn is_later(&self, position: usize) -> bool {
        let source = self.charter.sources.get(position);
        source.is_some_and(|source| source.time.is_none() && source.collected > self.as_of)
    }

    /// The tally, from which rows of a further source may be missing: a register that stops early or is silent for too
    /// long may hold whoever seems to be absent from it.
    fn with_losses(&self, measured: &Measured, tally: &Tally) -> Tally {
        let mut tally = tally.clone();
        if matches!(measured.rule.measure, Measure::Publication(_)) {
            let inputs = std::iter::once(Input::Main).chain((0..).map(Input::Beside));
            for (position, input) in measured.sources().zip(inputs) {
                if self
                    .forbidden(position)
                    .is_some_and(|cause| cause != Cause::NoEvidence || self.is_later(position))
                {
                    tally.withdraw(input);
                }
            }
            return tally;
        }
        for (rank, position) in measured.beside.iter().enumerate() {
            // A coverage knows by itself of what lies after the collection of each of its sources.
            let lost = match &measured.rule.measure {
                Measure::Coverage(_) => self.forbidden(*position) == Some(Cause::NoEvidence),
                _ => self.is_short(*position, measured.dated.until),
            };
            if lost || self.is_silent(*position) {
                tally.lose(Input::Beside(rank));
            }
        }
        tally
    }

    /// Whether a log is without rows for so long, within the days that are judged, that an export may be missing.
    fn is_silent(&self, position: usize) -> bool {
        let source = self.charter.sources.get(position);
        let found = source.zip(self.accounts.get(position));
        found.is_some_and(|(source, account)| silence::is_too_long(source, account))
    }

    /// Whether a log is silent for too long within what is read of it: peaks are those of a log from its first call on.
    fn is_silent_within(&self, position: usize, reading: &Reading) -> bool {
        let Figures::Peaks { pattern, .. } = &reading.total else {
            return self.is_silent(position);
        };
        let source = self.charter.sources.get(position);
        let found = source
            .zip(self.accounts.get(position))
            .zip(pattern.may_begin);
        found.is_some_and(|((source, account), first)| {
            silence::is_too_long_from(source, account, first)
        })
    }

    /// Whether a log ends before the days that are judged do: its missing days may hold any number of cases. A draw that
    /// goes on is complete only once the period is over.
    fn is_short(&self, position: usize, until: Option<NaiveDate>) -> bool {
        let end = self.charter.town.period.1;
        let end = until.map_or(end, |until| until.min(end));
        self.charter.sources.get(position).is_some_and(|source| {
            let over = end <= self.as_of || source.proof == Proof::Census;
            source.time.is_some() && over && source.collected < end.min(self.as_of)
        })
    }
}

/// Whether every row lies outside the period: most likely the export of another one.
fn nothing_in_period(reading: &Reading) -> bool {
    let aside = &reading.aside;
    let inside = aside
        .set_aside
        .values()
        .fold(aside.out_of_scope, |sum, count| sum.saturating_add(*count))
        .saturating_add(aside.not_concerned);
    let judged = match &reading.total {
        Figures::Share(cases) | Figures::Limit { cases, .. } => cases.all(),
        Figures::Distinct { rows, doubts, .. } => rows.saturating_add(unknown(doubts)),
        Figures::Coverage { rows, .. } => *rows,
        // A page has no day in the period.
        Figures::Published { .. } => return false,
        Figures::Peaks { pattern, .. } => pattern.calls.saturating_add(pattern.unknown),
        // Without an event in the period, the rhythm is what fails.
        Figures::Rhythm { .. } => return false,
    };
    aside.out_of_period > 0 && inside == 0 && judged == 0 && !reading.open
}
