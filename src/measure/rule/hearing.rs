//! What a ruling changes of a row, how many cases a row stands for, and which rows a tally keeps.
//!
//! Invariant: a ruling speaks of rows of the requirement's source, and only of those that are judged.

use super::{Core, Input, Measure, Rule, Tally, View};
use crate::evidence::batch::{ColumnData, RowRef};
use crate::measure::population::Standing;
use crate::measure::ruling::{Heard, Ruling, is_judged};
use crate::measure::truth::Doubt;
use crate::measure::value::Row;

impl View<'_> {
    pub(super) fn ruling(&self, input: Input, at: RowRef) -> Option<Ruling> {
        let rulings = self.rulings.filter(|_| input == Input::Main)?;
        rulings.get(&at).copied()
    }
}

impl Rule {
    /// The position under which rows are set aside by a ruling: the last of all.
    pub fn ruling_position(&self) -> usize {
        self.population.set_aside.len().saturating_add(1)
    }

    /// The place of a row once a ruling on it is applied, and whether the promise is kept in it, where the ruling says so.
    pub(super) fn ruled(
        &self,
        standing: Standing,
        ruling: Option<Ruling>,
    ) -> (Standing, Option<bool>) {
        let by_rows = matches!(self.measure, Measure::Share(_) | Measure::RollCall(_));
        match ruling.filter(|_| is_judged(standing)) {
            Some(Ruling::Aside) => (Standing::SetAside(self.ruling_position()), None),
            Some(Ruling::Success) if by_rows => (Standing::Judged, Some(true)),
            Some(Ruling::Failure) if by_rows => (Standing::Judged, Some(false)),
            _ => (standing, None),
        }
    }
}

impl Tally {
    /// The rows that are kept: those that fail, then those that cannot be told, each with the reason where it has one.
    pub fn rows(&self) -> (Vec<RowRef>, Vec<(RowRef, Option<Doubt>)>) {
        let roll = match &self.core {
            Core::RollCall(attendance) => Some(attendance.read()),
            _ => None,
        };
        let (failing, doubtful) = roll
            .as_ref()
            .map_or((&self.failing, &self.doubtful), |roll| {
                (&roll.failing, &roll.doubtful)
            });
        (failing.rows(), doubtful.reasons().collect())
    }

    /// The rows that rulings spoke of.
    pub const fn heard(&self) -> &Heard {
        &self.heard
    }
}

/// The most cases that a row may stand for. Beyond it a number is a mistake, and sums could pass what a count holds.
const HEAVIEST: u64 = 1 << 32;

/// How many cases a row stands for; none when that cannot be read.
pub(super) fn weight(rule: &Rule, row: &Row<'_>) -> Option<u64> {
    let Some(column) = rule.weight else {
        return Some(1);
    };
    match row.batch.columns.get(column) {
        Some(ColumnData::Weight(cells)) => {
            let weight = cells.get(row.index).ok();
            weight.filter(|weight| *weight <= HEAVIEST)
        }
        _ => None,
    }
}
