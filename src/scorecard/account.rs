//! What was read of each source, as cards.
//!
//! Invariant: a file is named by its order in its source; rows met are rows read, rejected and passed over.

use super::card::{ExpectedDaysCard, FileCard, LocatedCard, PlanCard, SourceCard, StretchCard};
use super::finding::{SourceAccount, decision_card};
use crate::charter::expected_days::ExpectedDays;
use crate::charter::source::Source;
use crate::evidence::ledger::FileLedger;
use crate::measure::silence::Quiet;
use crate::measure::target::Proof;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// How many rows and cells that could not be read a card names for each file; a local list names them all.
const SHOWN: usize = 20;

/// The name of a kind of proof.
pub(super) const fn proof_id(proof: &Proof) -> &'static str {
    match proof {
        Proof::Census => "census",
        Proof::Sample => "sample",
        Proof::ControlPlan(_) => "control-plan",
    }
}

pub(super) fn source_card(source: &Source, account: &SourceAccount) -> SourceCard {
    let ledgers = || {
        account
            .files
            .iter()
            .filter_map(|(_, ledger)| ledger.as_ref())
    };
    let sum = |count: fn(&FileLedger) -> u64| ledgers().map(count).fold(0_u64, u64::saturating_add);
    let files = account
        .files
        .iter()
        .zip(1_u32..)
        .map(|((digest, ledger), file)| file_card(source, file, digest, ledger.as_ref()));
    SourceCard {
        id: source.id.clone(),
        title: source.title.clone(),
        nature: source.nature.clone(),
        system: source.system.clone(),
        proof: proof_id(&source.proof).to_owned(),
        plan: match (&source.proof, &source.plan) {
            (Proof::ControlPlan(plan), Some(circumstances)) => Some(PlanCard {
                size: plan.size,
                accept: plan.accept,
                on: circumstances.on,
                draw: circumstances.draw.clone(),
                decision: circumstances.decision.as_ref().map(decision_card),
            }),
            _ => None,
        },
        collected: source.collected,
        valid_until: source.valid_days.and_then(|days| {
            source
                .collected
                .checked_add_days(Days::new(u64::from(days)))
        }),
        rows: sum(|ledger| ledger.rows),
        read: sum(|ledger| ledger.read),
        merged: sum(|ledger| ledger.merged),
        rejected: sum(FileLedger::rejected_total),
        expected_days: expected_days(source, account),
        skipped: skipped(ledgers()),
        files: files.collect(),
        absent: source.absent.as_ref().map(decision_card),
    }
}

/// What is said of the days without a row.
fn expected_days(source: &Source, account: &SourceAccount) -> Option<ExpectedDaysCard> {
    match &source.expected_days {
        ExpectedDays::None => None,
        ExpectedDays::Irregular { reason, decision } => Some(ExpectedDaysCard {
            pace: "irregular".to_owned(),
            expected: 0,
            silent: 0,
            runs: Vec::new(),
            incomplete: false,
            reason: reason.clone(),
            decision: decision.as_ref().map(decision_card),
        }),
        ExpectedDays::Counted { pace, .. } => {
            let silence = account.silence.as_ref()?;
            Some(ExpectedDaysCard {
                pace: pace.id().to_owned(),
                expected: silence.expected,
                silent: silence.days(),
                runs: silence.runs.iter().filter_map(run_card).collect(),
                incomplete: silence.is_too_long(*pace),
                reason: None,
                decision: None,
            })
        }
    }
}

fn run_card(run: &Quiet) -> Option<StretchCard> {
    Some(StretchCard {
        from: NaiveDate::from_num_days_from_ce_opt(run.stretch.from)?,
        to: NaiveDate::from_num_days_from_ce_opt(run.stretch.to)?,
        days: run.days,
    })
}

/// Where rows and cells are that could not be read, as far as the account keeps it.
pub fn located(source: &Source, ledger: &FileLedger) -> Vec<LocatedCard> {
    let rows = ledger
        .rejected_first
        .iter()
        .map(|(line, cause)| LocatedCard {
            line: *line,
            column: None,
            cause: cause.code().as_str().to_owned(),
        });
    let cells = ledger.unreadable_first.iter();
    let cells = cells.filter_map(|(line, position)| {
        let column = source.schema.columns.get(*position)?;
        Some(LocatedCard {
            line: *line,
            column: Some(column.name.clone()),
            cause: ledger.code_of(column).as_str().to_owned(),
        })
    });
    let mut located: Vec<LocatedCard> = rows.chain(cells).collect();
    located.sort_unstable();
    located
}

/// How many messages were passed over, by reason.
fn skipped<'a>(ledgers: impl Iterator<Item = &'a FileLedger>) -> BTreeMap<String, u64> {
    let mut skipped: BTreeMap<String, u64> = BTreeMap::new();
    for (why, count) in ledgers.flat_map(|ledger| &ledger.skipped) {
        let sum = skipped.entry(why.id().to_owned()).or_default();
        *sum = sum.saturating_add(*count);
    }
    skipped
}

fn file_card(
    source: &Source,
    file: u32,
    digest: &Option<String>,
    ledger: Option<&FileLedger>,
) -> FileCard {
    let column = |position: &usize| {
        let column = source.schema.columns.get(*position);
        column.map(|column| column.name.clone()).unwrap_or_default()
    };
    FileCard {
        file,
        used: ledger.is_some(),
        sha256: digest.clone(),
        sheet: ledger.and_then(|ledger| ledger.sheet),
        rows: ledger.map_or(0, |ledger| ledger.rows),
        read: ledger.map_or(0, |ledger| ledger.read),
        merged: ledger.map_or(0, |ledger| ledger.merged),
        rejected: ledger.map_or_else(BTreeMap::new, |ledger| {
            let rejected = ledger.rejected.iter();
            rejected
                .map(|(cause, count)| (cause.code().as_str().to_owned(), *count))
                .collect()
        }),
        skipped: skipped(ledger.into_iter()),
        first: ledger.map_or_else(Vec::new, |ledger| {
            let mut first = located(source, ledger);
            first.truncate(SHOWN);
            first
        }),
        unreadable: ledger.map_or_else(BTreeMap::new, |ledger| {
            let unreadable = ledger.unreadable.iter();
            unreadable
                .map(|(position, (count, _))| (column(position), *count))
                .collect()
        }),
    }
}
