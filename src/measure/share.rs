//! Share: in what share of the cases does a condition hold?
//!
//! Invariant: a row stands for its weight; a row without a readable weight leaves the reading open.

use super::condition::Condition;
use super::grouping::Merge;
use super::reading::{Cases, Doubts, Figures, doubt};
use super::truth::{Doubt, Truth};
use super::value::Row;

/// The settings of a share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What must hold for a case.
    pub holds: Condition,
    /// Whether a case for which it holds is a failure: under an "at most" target.
    pub holding_fails: bool,
}

impl Share {
    /// What a judged row says.
    pub fn truth(&self, row: &Row<'_>) -> Truth {
        self.holds.truth(row)
    }

    /// What a case says that is ruled to keep the promise, or not to.
    pub fn ruled(&self, kept: bool) -> Truth {
        (kept != self.holding_fails).into()
    }

    /// Whether the promise is kept in a case, which under an "at most" target it is when the condition does not hold.
    pub fn kept(&self, truth: Truth) -> Truth {
        if self.holding_fails {
            truth.negate()
        } else {
            truth
        }
    }
}

impl Cases {
    /// Counts one row.
    pub fn count(&mut self, truth: Truth, weight: u64) {
        match truth {
            Truth::Yes => self.holds = self.holds.saturating_add(weight),
            Truth::No => self.fails = self.fails.saturating_add(weight),
            Truth::Unknown(reason) => doubt(&mut self.doubts, reason, weight),
        }
    }

    /// These cases, with those that may belong here counted as unknown.
    #[must_use]
    pub fn with_strays(&self, strays: &Self) -> Self {
        let mut cases = self.clone();
        let known = strays.holds.saturating_add(strays.fails);
        doubt(&mut cases.doubts, Doubt::NotRecorded, known);
        add(&mut cases.doubts, &strays.doubts);
        cases
    }

    /// The figures of a share.
    pub fn figures(self) -> Figures {
        Figures::Share(self)
    }
}

/// Adds unknown cases, reason by reason.
pub(super) fn add(doubts: &mut Doubts, others: &Doubts) {
    for (reason, count) in others {
        doubt(doubts, *reason, *count);
    }
}

impl Merge for Cases {
    fn merge(&mut self, other: &Self) {
        self.holds = self.holds.saturating_add(other.holds);
        self.fails = self.fails.saturating_add(other.fails);
        add(&mut self.doubts, &other.doubts);
    }
}
