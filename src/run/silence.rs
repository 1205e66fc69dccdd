//! The expected days of a source, compared with those on which it has rows.
//!
//! Invariant: only days that the source says to cover are expected: within the period, up to its collection and to the day
//! the results stand for.

use crate::charter::expected_days::ExpectedDays;
use crate::charter::source::Source;
use crate::diagnostic::Diagnostic;
use crate::evidence::days::{Days, days_silent};
use crate::measure::silence::Silence;
use crate::reference::Reference;
use crate::scorecard::SourceAccount;
use chrono::{Datelike, NaiveDate};

/// First and last day that are judged.
pub(super) type Period = (NaiveDate, NaiveDate);

/// Compares; says what silence is too long. A source with a file that cannot be used is not compared: its days are missing
/// with the file.
pub(super) fn compare(
    source: &Source,
    days: &Days,
    account: &SourceAccount,
    reference: &Reference,
    (from, to): Period,
    faults: &mut Vec<Diagnostic>,
) -> Option<Silence> {
    let ExpectedDays::Counted { pace, sites } = &source.expected_days else {
        return None;
    };
    if account.files.iter().any(|(_, ledger)| ledger.is_none()) {
        return None;
    }
    let to = to.min(source.collected);
    let expected = from
        .iter_days()
        .take_while(|day| *day <= to)
        .filter(|day| reference.expects_rows(sites, *day))
        .map(|day| day.num_days_from_ce());
    let silence = Silence::new(expected, days.seen());
    // A source without any row has been reported as such.
    let met = account
        .files
        .iter()
        .filter_map(|(_, ledger)| ledger.as_ref());
    if silence.is_too_long(*pace) && met.into_iter().any(|ledger| ledger.rows > 0) {
        let text = |day: i32| {
            NaiveDate::from_num_days_from_ce_opt(day)
                .map_or_else(String::new, |day| day.to_string())
        };
        let runs = silence.runs.iter().map(|run| run.stretch);
        let runs: Vec<(String, String)> = runs.map(|run| (text(run.from), text(run.to))).collect();
        faults.push(days_silent(&source.id, silence.days(), &runs));
    }
    Some(silence)
}

/// Whether a source is silent for too long.
pub(super) fn is_too_long(source: &Source, account: &SourceAccount) -> bool {
    match (&source.expected_days, &account.silence) {
        (ExpectedDays::Counted { pace, .. }, Some(silence)) => silence.is_too_long(*pace),
        _ => false,
    }
}

/// Whether a source is silent for too long once a day has come.
pub(super) fn is_too_long_from(source: &Source, account: &SourceAccount, first: i32) -> bool {
    match (&source.expected_days, &account.silence) {
        (ExpectedDays::Counted { pace, .. }, Some(silence)) => {
            let mut silence = silence.clone();
            silence.runs.retain(|run| first <= run.stretch.to);
            silence.is_too_long(*pace)
        }
        _ => false,
    }
}

/// The warning about rows that are younger than the declared collection.
pub(super) fn after_collection(source: &Source, days: &Days) -> Option<Diagnostic> {
    let column = source.schema.columns.get(source.time?)?;
    days.after_collection(&source.id, &column.name, &source.collected.to_string())
}
