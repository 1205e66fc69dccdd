//! Readings: what a measure found, as exact figures.
//!
//! Invariant: holds + fails + unknown is the number of judged cases; nothing is rounded.

use super::grouping::Key;
use super::peaks::shape::Pattern;
use super::population::Aside;
use super::statement::Statement;
use super::truth::Doubt;
use crate::evidence::batch::RowRef;
use std::collections::{BTreeMap, BTreeSet};

/// How many examples of rows a reading keeps.
pub const EXAMPLES: usize = 5;

/// Unknown cases by reason.
pub type Doubts = BTreeMap<Doubt, u64>;

/// Adds to the unknown cases of one reason.
pub fn doubt(doubts: &mut Doubts, reason: Doubt, weight: u64) {
    if weight > 0 {
        let counter = doubts.entry(reason).or_default();
        *counter = counter.saturating_add(weight);
    }
}

/// How many cases are unknown.
pub fn unknown(doubts: &Doubts) -> u64 {
    doubts
        .values()
        .fold(0, |sum, count| sum.saturating_add(*count))
}

/// The smallest row references, as many as are asked for, whatever the order they came in; each with the reason why it
/// cannot be told, where it cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examples {
    rows: BTreeMap<RowRef, Option<Doubt>>,
    most: usize,
}

impl Default for Examples {
    fn default() -> Self {
        Self::keeping(EXAMPLES)
    }
}

impl Examples {
    /// None yet; at most so many are kept.
    pub const fn keeping(most: usize) -> Self {
        Self {
            rows: BTreeMap::new(),
            most,
        }
    }

    /// None yet; as many are kept as here.
    #[must_use]
    pub const fn emptied(&self) -> Self {
        Self::keeping(self.most)
    }

    /// Keeps a row that fails if it is among the smallest.
    pub fn insert(&mut self, row: RowRef) {
        self.keep(row, None);
    }

    /// Keeps a row that cannot be told if it is among the smallest.
    pub fn doubt(&mut self, row: RowRef, reason: Doubt) {
        self.keep(row, Some(reason));
    }

    fn keep(&mut self, row: RowRef, reason: Option<Doubt>) {
        let last = self.rows.last_key_value().map(|(last, _)| *last);
        if self.rows.len() < self.most || last.is_some_and(|last| row <= last) {
            let kept = self.rows.entry(row).or_default();
            *kept = (*kept).max(reason);
            while self.rows.len() > self.most {
                self.rows.pop_last();
            }
        }
    }

    /// Adds the examples of another tally.
    pub fn merge(&mut self, other: &Self) {
        for (row, reason) in &other.rows {
            self.keep(*row, *reason);
        }
    }

    /// The rows, smallest first.
    pub fn rows(&self) -> Vec<RowRef> {
        self.rows.keys().copied().collect()
    }

    /// The rows, smallest first, each with the reason why it cannot be told.
    pub fn reasons(&self) -> impl Iterator<Item = (RowRef, Option<Doubt>)> {
        self.rows.iter().map(|(row, reason)| (*row, *reason))
    }
}

/// Cases that hold, fail, or are unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cases {
    /// Cases for which the promise holds.
    pub holds: u64,
    /// Cases for which it does not.
    pub fails: u64,
    /// Cases that cannot be told, by reason.
    pub doubts: Doubts,
}

impl Cases {
    /// Unknown cases.
    pub fn unknown(&self) -> u64 {
        unknown(&self.doubts)
    }

    /// All judged cases.
    pub fn all(&self) -> u64 {
        self.holds
            .saturating_add(self.fails)
            .saturating_add(self.unknown())
    }
}

/// A stretch of days without the expected event, counted from the common era, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First day without an event.
    pub from: i32,
    /// Last day without an event.
    pub to: i32,
}

/// Minutes of an opening that are not covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The place, by its position in the charter's order.
    pub place: u32,
    /// The day, counted from the common era.
    pub day: i32,
    /// The first minute of the day, as the clock shows it.
    pub from: u32,
    /// The minute at which it ends.
    pub to: u32,
    /// Whether it begins when the clock shows that minute for the second time.
    pub repeated: bool,
    /// Whether it is certain; an uncertain one may be covered.
    pub known: bool,
}

/// What was found for the whole or for a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figures {
    /// A share of cases.
    Share(Cases),
    /// Cases within a limit, with the value of the quantile among the known cases, in the quantity's unit.
    Limit {
        /// Within the limit, beyond it, unknown.
        cases: Cases,
        /// Nearest-rank quantile, or maximum, of the known values.
        value: Option<i64>,
        /// The same if every unknown value lay above the known ones; none if it is unknown then.
        worst: Option<i64>,
    },
    /// Distinct values.
    Distinct {
        /// Indices of the values seen.
        seen: BTreeSet<u32>,
        /// How many values are declared.
        declared: u64,
        /// Required values that were not seen.
        absent: BTreeSet<u32>,
        /// Rows with a known value.
        rows: u64,
        /// Rows without.
        doubts: Doubts,
    },
    /// Events in time.
    Rhythm {
        /// Days with an event.
        days: u64,
        /// The least number of further events that would have made the rhythm hold.
        missing: u64,
        /// The longest stretch without an event.
        longest: Option<Stretch>,
        /// Days of the period that are judged.
        span: u64,
        /// Events whose day is unknown.
        doubts: Doubts,
    },
    /// Opening hours, in minutes.
    Coverage {
        /// Covered, not covered, unknown.
        cases: Cases,
        /// Where they are not covered, or perhaps not.
        gaps: Vec<Gap>,
        /// Rows of the requirement's source that count.
        rows: u64,
    },
    /// Things that documents should say.
    Published {
        /// Said, not said or otherwise, unknown.
        cases: Cases,
        /// Each thing on each medium.
        statements: Vec<Statement>,
    },
    /// Slots of the week.
    Peaks {
        /// Both measured and published; one without the other; undecided.
        cases: Cases,
        /// What the calls show.
        pattern: Box<Pattern>,
    },
}

/// The figures of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupReading {
    /// Which grouping of the requirement.
    pub grouping: usize,
    /// The group's values.
    pub key: Key,
    /// What was found, the strays counted as unknown.
    pub figures: Figures,
    /// What was found, without the strays.
    pub own: Figures,
}

/// What a measure found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Cases that were not judged.
    pub aside: Aside,
    /// The whole.
    pub total: Figures,
    /// Each group.
    pub groups: Vec<GroupReading>,
    /// Whether an unknown number of further cases is missing (a file that could not be read, rows swallowed by an
    /// unclosed quote, rows whose weight is unknown).
    pub open: bool,
    /// Some rows for which the promise fails.
    pub failing: Vec<RowRef>,
    /// Some rows that cannot be told.
    pub doubtful: Vec<RowRef>,
}
