//! Variety: how many distinct values does a category take, and are the required ones among them?
//!
//! Invariant: a value that was seen stays seen; unknown rows can only add values.

use super::grouping::Merge;
use super::reading::{Doubts, Figures, doubt};
use super::share::add;
use super::truth::Doubt;
use std::collections::BTreeSet;

/// The settings of a variety.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variety {
    /// Category column.
    pub of: usize,
    /// How many values the column declares.
    pub declared: u32,
    /// The least number of distinct values.
    pub at_least: u32,
    /// Values that must be among them.
    pub including: BTreeSet<u32>,
}

/// The values seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    values: BTreeSet<u32>,
    rows: u64,
    doubts: Doubts,
}

impl Seen {
    /// Counts one row.
    pub fn count(&mut self, value: Result<i64, Doubt>, weight: u64) {
        match value.map(u32::try_from) {
            Ok(Ok(value)) => {
                if weight > 0 {
                    self.values.insert(value);
                }
                self.rows = self.rows.saturating_add(weight);
            }
            Ok(Err(_)) => doubt(&mut self.doubts, Doubt::Unreadable, weight),
            Err(reason) => doubt(&mut self.doubts, reason, weight),
        }
    }

    /// These values, with the rows that may belong here counted as unknown: one for each value that they could add,
    /// since a value that was seen stays seen.
    #[must_use]
    pub fn with_strays(&self, strays: &Self) -> Self {
        let mut seen = self.clone();
        let new = u64::try_from(strays.values.difference(&self.values).count());
        doubt(
            &mut seen.doubts,
            Doubt::NotRecorded,
            new.unwrap_or(u64::MAX),
        );
        add(&mut seen.doubts, &strays.doubts);
        seen
    }

    /// The figures under the settings.
    pub fn figures(&self, settings: &Variety) -> Figures {
        Figures::Distinct {
            seen: self.values.clone(),
            declared: u64::from(settings.declared),
            absent: settings
                .including
                .difference(&self.values)
                .copied()
                .collect(),
            rows: self.rows,
            doubts: self.doubts.clone(),
        }
    }
}

impl Merge for Seen {
    fn merge(&mut self, other: &Self) {
        self.values.extend(&other.values);
        self.rows = self.rows.saturating_add(other.rows);
        add(&mut self.doubts, &other.doubts);
    }
}
