//! Every row that fails a requirement or cannot be told, by its reference.
//!
//! Invariant: a row is named by source id, file ordinal and line; no value of a cell is here. Rows that were rejected are
//! among those that cannot be told, and so is each file that could not be used, as a whole.

use crate::charter::Charter;
use crate::charter::requirement::Measured;
use crate::measure::rule::Tally;
use crate::measure::truth::Doubt;
use crate::report::rows::NamedRow;
use crate::report::unread::UnreadRow;
use crate::scorecard::SourceAccount;
use crate::scorecard::account::located;

/// The rows of a requirement, in the order of its sources, files and lines.
pub(super) fn named(
    charter: &Charter,
    measured: &Measured,
    tally: &Tally,
    accounts: &[SourceAccount],
) -> Vec<NamedRow> {
    let mut rows = Vec::new();
    for (rank, position) in measured.sources().enumerate() {
        let Some((source, account)) = charter.sources.get(position).zip(accounts.get(position))
        else {
            continue;
        };
        let mut mine: Vec<NamedRow> = unread(&source.id, account);
        if rank == 0 {
            let (failing, doubtful) = tally.rows();
            let failing = failing.into_iter().map(|row| (row, true, None));
            let doubtful = doubtful.into_iter().map(|(row, doubt)| (row, false, doubt));
            mine.extend(failing.chain(doubtful).map(|(row, fails, doubt)| NamedRow {
                source: source.id.clone(),
                file: row.file,
                line: Some(row.line),
                fails,
                doubt,
            }));
        }
        mine.sort_unstable();
        rows.extend(mine);
    }
    rows
}

/// The rows and cells of all sources that could not be read, and the files that could not be used, in the order of the
/// charter.
pub(super) fn unread_of_all(charter: &Charter, accounts: &[SourceAccount]) -> Vec<UnreadRow> {
    let mut unread = Vec::new();
    for (source, account) in charter.sources.iter().zip(accounts) {
        for ((_, ledger), file) in account.files.iter().zip(1_u32..) {
            let row = |at| UnreadRow {
                source: source.id.clone(),
                file,
                sheet: ledger.as_ref().and_then(|ledger| ledger.sheet),
                at,
            };
            match ledger {
                Some(ledger) => {
                    unread.extend(located(source, ledger).into_iter().map(|at| row(Some(at))))
                }
                None => unread.push(row(None)),
            }
        }
    }
    unread
}

/// The rows that were rejected, and the files that could not be used.
fn unread(source: &str, account: &SourceAccount) -> Vec<NamedRow> {
    let unreadable = |file, line| NamedRow {
        source: source.to_owned(),
        file,
        line,
        fails: false,
        doubt: Some(Doubt::Unreadable),
    };
    let mut rows = Vec::new();
    for ((_, ledger), file) in account.files.iter().zip(1_u32..) {
        match ledger {
            Some(ledger) => {
                let rejected = ledger.rejected_first.iter();
                rows.extend(rejected.map(|(line, _)| unreadable(file, Some(*line))));
            }
            None => rows.push(unreadable(file, None)),
        }
    }
    rows
}
