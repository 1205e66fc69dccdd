//! Rulings on objections: how single rows count once someone has reviewed them.
//!
//! Invariant: a ruling changes its own row alone, by its reference, and only a row that is judged; it is applied where the
//! row is observed, so shards merge as ever.

use super::population::Standing;
use crate::evidence::batch::RowRef;
use std::collections::BTreeMap;

/// How a row counts once an objection to it has been heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ruling {
    /// As it did.
    Confirmed,
    /// As a case for which the promise is kept.
    Success,
    /// As a case for which it is not.
    Failure,
    /// Not at all.
    Aside,
}

/// The rulings on rows of one source.
pub type Rulings = BTreeMap<RowRef, Ruling>;

/// The rows that rulings spoke of, each with the place that it had before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard(BTreeMap<RowRef, Standing>);

impl Heard {
    /// Notes the place of a row.
    pub(super) fn note(&mut self, row: RowRef, standing: Standing) {
        let known = self.0.entry(row).or_insert(standing);
        *known = (*known).max(standing);
    }

    /// Adds what another tally has noted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (row, standing) in &other.0 {
            self.note(*row, *standing);
        }
    }

    /// Whether a row was met, and judged or undecided before the ruling.
    pub fn judged(&self, row: RowRef) -> bool {
        self.0
            .get(&row)
            .is_some_and(|standing| is_judged(*standing))
    }
}

/// Whether a row of this place counts.
pub(super) const fn is_judged(standing: Standing) -> bool {
    matches!(standing, Standing::Judged | Standing::Undecided(_))
}
