//! One file on its way into the tallies: its days, what lists bring to its rows, what makes one event of several rows.
//!
//! Invariant: nothing of a file counts before all of it was read; rows that are stitched are folded once every file of
//! their source was read.

use super::{Feed, Fold, Intake, Pass};
use crate::diagnostic::Diagnostic;
use crate::evidence::FileLedger;
use crate::evidence::batch::Batch;
use crate::evidence::days::Days;
use crate::evidence::join::{Strangers, stranger};
use crate::evidence::stitch::Stitcher;
use crate::run::lists::Sheet;
use crate::scorecard::SourceAccount;
use chrono::Datelike;

/// What has been read of a file.
pub(super) struct Part<'a> {
    shard: Vec<Fold>,
    days: Days,
    sheet: Sheet<'a>,
    strangers: Vec<Strangers>,
    stitcher: Option<Stitcher<'a>>,
}

impl<'a> Intake<'a> {
    /// A file of which nothing has been read.
    pub(super) fn part(&self, pass: &Pass<'a, '_>, folds: &[Fold]) -> Part<'a> {
        let feeds = pass.feeds.iter();
        Part {
            shard: feeds.filter_map(|feed| self.empty(feed, folds)).collect(),
            days: Days::default(),
            sheet: pass.lists.sheet(pass.position),
            strangers: vec![Strangers::default(); pass.source.joins.len()],
            stitcher: pass.source.stitch.as_ref().map(Stitcher::new),
        }
    }

    /// Takes some rows of the file.
    pub(super) fn take(&self, pass: &Pass<'a, '_>, part: &mut Part<'a>, batch: &Batch) {
        if let Some(time) = pass.source.time {
            let collected = pass.source.collected.num_days_from_ce();
            part.days.observe(batch, time, collected);
        }
        part.sheet.observe(batch);
        let joined = pass.lists.joined(pass.position, batch, &mut part.strangers);
        let batch = joined.as_ref().unwrap_or(batch);
        match &mut part.stitcher {
            Some(stitcher) => stitcher.observe(batch),
            None => self.fold(&pass.feeds, &mut part.shard, batch),
        }
    }

    fn fold(&self, feeds: &[Feed], shard: &mut [Fold], batch: &Batch) {
        for (feed, fold) in feeds.iter().zip(shard) {
            self.observe(*feed, fold, batch);
        }
    }

    /// Keeps what was read of a file to its end, or of several read together.
    pub(super) fn keep(
        &self,
        pass: &mut Pass<'a, '_>,
        mut part: Part<'a>,
        ledgers: &[FileLedger],
        folds: &mut [Fold],
    ) {
        for ledger in ledgers {
            self.account(&pass.feeds, &mut part.shard, ledger);
        }
        merge(&pass.feeds, &part.shard, folds);
        pass.days.merge(&part.days);
        for (all, more) in pass.strangers.iter_mut().zip(part.strangers) {
            all.merge(more);
        }
        let gaps = |ledger: &FileLedger| ledger.rejected_total() > 0 || ledger.open_ended;
        pass.lists.take(part.sheet, ledgers.iter().any(gaps));
        if let (Some(whole), Some(part)) = (&mut pass.stitcher, &part.stitcher) {
            whole.merge(part);
        }
    }

    /// A file could not be read: rows of it are missing, whatever they feed.
    pub(super) fn miss(&self, pass: &mut Pass<'a, '_>, folds: &mut [Fold]) {
        self.lose(&pass.feeds, folds);
        pass.lists.lose(pass.position);
    }

    /// Folds the events of a source whose files have all been read, and enters what became of its rows.
    pub(super) fn finish(
        &self,
        pass: &Pass<'a, '_>,
        account: &mut SourceAccount,
        folds: &mut [Fold],
        faults: &mut Vec<Diagnostic>,
    ) {
        let source = pass.source;
        for (join, strangers) in source.joins.iter().zip(&pass.strangers) {
            let key = source.schema.columns.get(join.key);
            let list = self.sources.get(join.list);
            if let (Some(key), Some(list)) = (key, list) {
                faults.extend(stranger(&source.id, &key.name, &list.id, *strangers));
            }
        }
        let Some(stitcher) = &pass.stitcher else {
            return;
        };
        let feeds = pass.feeds.iter();
        let mut shard: Vec<Fold> = feeds.filter_map(|feed| self.empty(feed, folds)).collect();
        let stitched = stitcher.finish(&mut |batch| self.fold(&pass.feeds, &mut shard, batch));
        merge(&pass.feeds, &shard, folds);
        faults.extend(stitched.diagnostics(&source.id, &source.schema, stitcher.stitch()));
        for ledger in account
            .files
            .iter_mut()
            .filter_map(|(_, ledger)| ledger.as_mut())
        {
            ledger.merge(stitched.merged.get(&ledger.file).copied().unwrap_or(0));
        }
        if stitcher.stitch().is_spread() {
            account.unplaced = unplaced(account, stitched.unmatched.map_or(0, |(rows, _)| rows));
        }
    }
}

/// How many rows may belong to any event of a source: those without a key, those rejected; any number once rows are lost.
fn unplaced(account: &SourceAccount, unmatched: u64) -> u64 {
    account.files.iter().fold(unmatched, |sum, (_, ledger)| {
        let rows = match ledger {
            Some(ledger) if !ledger.open_ended => ledger.rejected_total(),
            _ => u64::MAX,
        };
        sum.saturating_add(rows)
    })
}

fn merge(feeds: &[Feed], shard: &[Fold], folds: &mut [Fold]) {
    for (feed, fold) in feeds.iter().zip(shard) {
        if let Some(whole) = folds.get_mut(feed.requirement) {
            whole.merge(fold);
        }
    }
}
