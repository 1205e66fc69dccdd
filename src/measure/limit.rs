//! Limit: does the maximum, or a nearest-rank quantile, of a quantity stay within a limit?
//!
//! Invariant: a quantile q stays within a limit exactly when at least a share q of the cases does, so both are judged
//! the same way; the quantile itself is shown, as an integer of the quantity's unit.

use super::condition::Comparison;
use super::grouping::Merge;
use super::reading::{Cases, Doubts, Figures, doubt, unknown};
use super::share::add;
use super::truth::Doubt;
use super::value::{Row, Term, Unit};
use crate::ratio::Ratio;
use std::collections::BTreeMap;

/// The settings of a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// The quantity.
    pub of: Term,
    /// Its unit.
    pub unit: Unit,
    /// The quantile; the whole stands for the maximum.
    pub quantile: Ratio,
    /// `AtMost` or `LessThan`.
    pub comparison: Comparison,
    /// The limit, in the unit.
    pub limit: i64,
}

/// How often each value occurred.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Histogram {
    counts: BTreeMap<i64, u64>,
    doubts: Doubts,
}

impl Histogram {
    /// Counts one row.
    pub fn count(&mut self, value: Result<i64, Doubt>, weight: u64) {
        match value {
            Ok(value) if weight > 0 => {
                let counter = self.counts.entry(value).or_default();
                *counter = counter.saturating_add(weight);
            }
            Ok(_) => {}
            Err(reason) => doubt(&mut self.doubts, reason, weight),
        }
    }

    /// This histogram, with the rows that may belong here counted as unknown.
    #[must_use]
    pub fn with_strays(&self, strays: &Self) -> Self {
        let mut histogram = self.clone();
        doubt(&mut histogram.doubts, Doubt::NotRecorded, strays.known());
        add(&mut histogram.doubts, &strays.doubts);
        histogram
    }

    fn known(&self) -> u64 {
        self.counts
            .values()
            .fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The value of rank ⌈q·n⌉ among the known ones.
    pub fn quantile(&self, quantile: Ratio) -> Option<i64> {
        self.ranked(quantile, self.known())
    }

    /// The value of rank ⌈q·n⌉ if every unknown value lay above all known ones; none if it is one of them.
    pub fn worst_quantile(&self, quantile: Ratio) -> Option<i64> {
        self.ranked(quantile, self.known().saturating_add(unknown(&self.doubts)))
    }

    fn ranked(&self, quantile: Ratio, all: u64) -> Option<i64> {
        let mut below = 0_u64;
        self.counts.iter().find_map(|(value, count)| {
            below = below.saturating_add(*count);
            quantile.compare(below, all).is_ge().then_some(*value)
        })
    }

    /// The figures under the settings.
    pub fn figures(&self, settings: &Limit) -> Figures {
        let mut cases = Cases {
            doubts: self.doubts.clone(),
            ..Cases::default()
        };
        for (value, count) in &self.counts {
            let within = settings.comparison.accepts(value.cmp(&settings.limit));
            let counter = if within {
                &mut cases.holds
            } else {
                &mut cases.fails
            };
            *counter = counter.saturating_add(*count);
        }
        Figures::Limit {
            cases,
            value: self.quantile(settings.quantile),
            worst: self.worst_quantile(settings.quantile),
        }
    }
}

impl Limit {
    /// What a row adds: its value; beyond the limit, an upper bound says nothing.
    pub fn value(&self, row: &Row<'_>) -> Result<i64, Doubt> {
        let (low, high) = self.of.span(row)?;
        let within = self.comparison.accepts(high.cmp(&self.limit));
        if low == high || within {
            Ok(high)
        } else {
            Err(Doubt::NotRecorded)
        }
    }
}

impl Merge for Histogram {
    fn merge(&mut self, other: &Self) {
        for (value, count) in &other.counts {
            let counter = self.counts.entry(*value).or_default();
            *counter = counter.saturating_add(*count);
        }
        add(&mut self.doubts, &other.doubts);
    }
}
