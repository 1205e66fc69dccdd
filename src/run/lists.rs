//! Lists whose columns are brought to the rows of other sources.
//!
//! Invariant: a list is read before the sources that take its columns, and a file of it counts wholly or not at all.

use crate::charter::source::Source;
use crate::evidence::batch::{Batch, ColumnData};
use crate::evidence::cell::cells_of;
use crate::evidence::join::{Join, Roster, Strangers};

/// The lists, as far as they have been read.
pub(super) struct Lists<'a> {
    sources: &'a [Source],
    /// One for each join of each source.
    rosters: Vec<Vec<Roster>>,
}

/// One file of a list: what it brings to each source that takes its columns.
pub(super) struct Sheet<'a> {
    parts: Vec<(usize, usize, &'a Join, Roster)>,
}

impl<'a> Lists<'a> {
    /// Before anything is read.
    pub(super) fn new(sources: &'a [Source]) -> Self {
        let rosters = |source: &Source| source.joins.iter().map(|_| Roster::default()).collect();
        Self {
            sources,
            rosters: sources.iter().map(rosters).collect(),
        }
    }

    /// The order in which sources are read: lists first. A list takes no columns of another.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.sources.len()).collect();
        order.sort_by_key(|position| {
            let source = self.sources.get(*position);
            source.is_some_and(|source| !source.joins.is_empty())
        });
        order
    }

    /// Adds the columns that joins read of a source to those that its rules read.
    pub(super) fn need(&self, position: usize, needed: &mut [bool]) {
        for (_, _, join) in self.of_list(position) {
            for column in join.columns.iter().chain([&join.list_key]) {
                if let Some(needed) = needed.get_mut(*column) {
                    *needed = true;
                }
            }
        }
        let keys = self.sources.get(position).into_iter();
        for join in keys.flat_map(|source| &source.joins) {
            if let Some(needed) = needed.get_mut(join.key) {
                *needed = true;
            }
        }
    }

    fn of_list(&self, list: usize) -> impl Iterator<Item = (usize, usize, &'a Join)> {
        let sources = self.sources.iter().enumerate();
        sources
            .flat_map(|(position, source)| {
                let joins = source.joins.iter().enumerate();
                joins.map(move |(rank, join)| (position, rank, join))
            })
            .filter(move |(_, _, join)| join.list == list)
    }

    /// A file of a list, before it is read.
    pub(super) fn sheet(&self, position: usize) -> Sheet<'a> {
        let parts = self.of_list(position);
        Sheet {
            parts: parts
                .map(|(source, rank, join)| (source, rank, join, Roster::default()))
                .collect(),
        }
    }

    /// Takes a file that was read whole; `gaps` says whether rows of it were rejected or lost.
    pub(super) fn take(&mut self, sheet: Sheet<'_>, gaps: bool) {
        for (source, rank, _, roster) in sheet.parts {
            if let Some(known) = self.roster(source, rank) {
                known.merge(roster);
                if gaps {
                    known.lose();
                }
            }
        }
    }

    /// A file of a list could not be read.
    pub(super) fn lose(&mut self, position: usize) {
        let joins: Vec<(usize, usize, &Join)> = self.of_list(position).collect();
        for (source, rank, _) in joins {
            if let Some(known) = self.roster(source, rank) {
                known.lose();
            }
        }
    }

    fn roster(&mut self, source: usize, rank: usize) -> Option<&mut Roster> {
        self.rosters.get_mut(source)?.get_mut(rank)
    }

    /// A batch with the columns that lists bring to it; none where none does.
    pub(super) fn joined(
        &self,
        position: usize,
        batch: &Batch,
        strangers: &mut [Strangers],
    ) -> Option<Batch> {
        let source = self.sources.get(position)?;
        let rosters = self.rosters.get(position)?;
        if source.joins.is_empty() {
            return None;
        }
        let mut batch = batch.clone();
        for ((join, roster), strangers) in source.joins.iter().zip(rosters).zip(strangers) {
            let list = self.sources.get(join.list)?;
            let types = join.columns.iter().map(|column| {
                let column = list.schema.columns.get(*column);
                column.map_or(ColumnData::Skipped, |column| cells_of(&column.kind))
            });
            roster.append(join, &types.collect::<Vec<_>>(), &mut batch, strangers);
        }
        Some(batch)
    }
}

impl Sheet<'_> {
    /// Takes rows.
    pub(super) fn observe(&mut self, batch: &Batch) {
        for (_, _, join, roster) in &mut self.parts {
            roster.observe(join, batch);
        }
    }
}
