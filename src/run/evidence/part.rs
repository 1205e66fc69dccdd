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
use crate::run::objections::Claim;
use crate::scorecard::SourceAccount;
use chrono::Datelike;

/// What some rows say of a requirement: as they are, and with the rulings of each claim on them.
struct Shard {
    plain: Fold,
    heard: Vec<(Claim, Fold)>,
}

/// What has been read of a file.
pub(super) struct Part<'a> {
    shards: Vec<Shard>,
    days: Days,
    sheet: Sheet<'a>,
    strangers: Vec<Strangers>,
    stitcher: Option<Stitcher<'a>>,
}

impl Part<'_> {
    /// The first and the last day of the rows, counted from the common era.
    pub(super) fn span(&self) -> Option<(i32, i32)> {
        let seen = self.days.seen();
        seen.first().copied().zip(seen.last().copied())
    }
}

impl<'a> Intake<'a> {
    /// A file of which nothing has been read, and the claims on its rows.
    pub(super) fn part(
        &self,
        pass: &Pass<'a, '_>,
        folds: &[Fold],
        claims: &dyn Fn(&Feed) -> Vec<Claim>,
    ) -> Part<'a> {
        Part {
            shards: self.shards(&pass.feeds, folds, claims),
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
            None => self.fold(&pass.feeds, &mut part.shards, batch),
        }
    }

    fn shards(
        &self,
        feeds: &[Feed],
        folds: &[Fold],
        claims: &dyn Fn(&Feed) -> Vec<Claim>,
    ) -> Vec<Shard> {
        let shard = |feed: &Feed| {
            // Nobody objects to most requirements: their rows are folded once.
            let claims = claims(feed).into_iter();
            let claims = claims.filter(|claim| !claim.rulings.is_empty());
            Some(Shard {
                plain: self.empty(feed, folds)?,
                heard: claims
                    .filter_map(|claim| Some((claim, self.empty(feed, folds)?)))
                    .collect(),
            })
        };
        feeds.iter().filter_map(shard).collect()
    }

    fn fold(&self, feeds: &[Feed], shards: &mut [Shard], batch: &Batch) {
        for (feed, shard) in feeds.iter().zip(shards) {
            self.observe(*feed, &mut shard.plain, batch, None);
            for (claim, fold) in &mut shard.heard {
                self.observe(*feed, fold, batch, Some(&claim.rulings));
            }
        }
    }

    /// Keeps what was read of a file to its end, or of several read together; the claims that count are those that name
    /// the file's digest.
    pub(super) fn keep(
        &self,
        pass: &mut Pass<'a, '_>,
        mut part: Part<'a>,
        ledgers: &[FileLedger],
        digest: Option<&str>,
        folds: &mut [Fold],
    ) {
        for (feed, shard) in pass.feeds.iter().zip(&mut part.shards) {
            for ledger in ledgers {
                self.account(*feed, &mut shard.plain, ledger);
                for (_, heard) in &mut shard.heard {
                    self.account(*feed, heard, ledger);
                }
            }
        }
        merge(&pass.feeds, &part.shards, digest, folds);
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
        let mut shards = self.shards(&pass.feeds, folds, &|feed| {
            vec![self.docket.known(*feed, account)]
        });
        let stitched = stitcher.finish(&mut |batch| self.fold(&pass.feeds, &mut shards, batch));
        merge(&pass.feeds, &shards, None, folds);
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

fn merge(feeds: &[Feed], shards: &[Shard], digest: Option<&str>, folds: &mut [Fold]) {
    for (feed, shard) in feeds.iter().zip(shards) {
        if let Some(whole) = folds.get_mut(feed.requirement) {
            whole.merge(shard.under(digest), &shard.plain);
        }
    }
}

impl Shard {
    /// What counts of rows of a file with this digest.
    fn under(&self, digest: Option<&str>) -> &Fold {
        let mut heard = self.heard.iter();
        let borne_out = heard.find(|(claim, _)| claim.is_borne_out(digest));
        borne_out.map_or(&self.plain, |(_, fold)| fold)
    }
}
