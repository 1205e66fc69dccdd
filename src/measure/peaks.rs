//! Peaks: which half-hours of the week have markedly more calls than their weekday, or fewer, and are they the ones that
//! are published?
//!
//! A slot is a stretch of a weekday, 30 minutes by default. It counts on the days on which its line is open during the
//! whole of it; holidays, closures and exceptional days are left out, and so is a slot that a change of the clock
//! shortens or lengthens. It is a peak if its mean is at least 5/4 of its weekday's mean, and if on at least 60 % of those
//! days its calls come to as much; quiet if its mean is at most 3/4 of it, and its calls as few on as many days. The mean
//! of a weekday is that of all its slots on all the days on which they count. Slots are compared one by one: those that
//! are both published and measured, of those that are either.
//!
//! Invariant: counts are integers and comparisons exact. A call whose instant is unknown may fall in any slot; one that
//! may not count at all adds at most itself to its slot. A slot is a peak, or none, only if it is under every completion:
//! its own calls at their fewest and those of its weekday at their most, or the reverse. Calls outside the slots say
//! nothing of them. The log begins on the day of its first call, wherever in the period that lies: days before it say nothing,
//! and twenty open days from it on are enough. An unknown call may have come before all others: what is said holds on
//! whichever day the log then begins. Lost rows decide nothing.

mod beginning;
pub mod erlang;
mod figures;
pub mod shape;
mod slots;
mod status;

pub use slots::{is_ever_open, published};

use super::grouping::Merge;
use super::population::Window;
use super::reading::{Doubts, doubt};
use super::time::{DAY, EPOCH};
use super::truth::Doubt;
use super::value::Row;
use crate::calendar::Instants;
use crate::ratio::Ratio;
use erlang::Staffing;
use std::collections::{BTreeMap, BTreeSet};

/// Minutes of a day.
const MINUTES: u32 = 1440;

/// Under so many open days nothing is said: a month of them.
pub const LEAST_DAYS: u64 = 20;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// Slots with markedly more calls.
    Peaks,
    /// Slots with markedly fewer.
    Quiet,
}

/// A positive fraction of a weekday's mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// Upper number.
    pub numerator: u64,
    /// Lower number, never 0.
    pub denominator: u64,
}

/// The settings of the measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peaks {
    /// What is looked for.
    pub sought: Sought,
    /// The line whose opening hours hold, as a position in the charter's order.
    pub place: u32,
    /// Column of the instant of a call.
    pub at: usize,
    /// Minutes of a slot; a day is a whole number of them.
    pub slot: u32,
    /// From what part of the weekday's mean on a slot is a peak, above 1; down from what part it is quiet, below 1.
    pub threshold: Factor,
    /// In what share of the weeks it must be seen.
    pub weeks: Ratio,
    /// The slots that are published: weekday from Monday, rank of the slot in its day.
    pub published: BTreeSet<(u32, u32)>,
    /// The services whose exceptional periods are left out; those of all services if none is given.
    pub services: Option<Vec<u32>>,
    /// The first day on which what operators declared no longer stands; none if something was not declared by them.
    pub declared_until: Option<i32>,
    /// Who answers, where the charter says so.
    pub staffing: Option<Staffing>,
}

/// The calls that were seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calls {
    /// Calls by day, counted from the common era, and slot.
    certain: BTreeMap<(i32, u32), u64>,
    /// Calls that may not count.
    possible: BTreeMap<(i32, u32), u64>,
    /// Calls at an unknown instant.
    anywhere: u64,
    /// Why calls of both kinds are unknown.
    doubts: Doubts,
}

impl Sought {
    /// Its name in the charter and in `scorecard.json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Peaks => "peaks",
            Self::Quiet => "quiet",
        }
    }
}

impl Peaks {
    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        vec![self.at]
    }

    /// The day and the slot of a call.
    fn slot_of(&self, row: &Row<'_>) -> Result<(i32, u32), Doubt> {
        let local = row.column(self.at)?;
        // A time that the clock skips was not read off a clock.
        if let Instants::Never(..) = row.reference.calendar.clock().instants(local) {
            return Err(Doubt::ClockChange);
        }
        let day = local.div_euclid(DAY).saturating_add(EPOCH);
        let day = i32::try_from(day).map_err(|_| Doubt::Unreadable)?;
        let minute = u32::try_from(local.rem_euclid(DAY).div_euclid(60)).unwrap_or(0);
        Ok((day, minute.checked_div(self.slot).unwrap_or(0)))
    }

    /// How many slots a day has.
    const fn slots(&self) -> u32 {
        match MINUTES.checked_div(self.slot) {
            Some(slots) => slots,
            None => 0,
        }
    }

    /// What declarations are worth on a day: they stand until they were to be measured.
    pub fn stands_declared(&self, on: i32) -> bool {
        self.declared_until.is_some_and(|until| on < until)
    }
}

impl Calls {
    /// Counts a row that stands for so many calls; a doubt if it is not known whether it counts, or when it came.
    ///
    /// # Errors
    /// Why it is not known.
    pub fn count(
        &mut self,
        settings: &Peaks,
        undecided: Option<Doubt>,
        row: &Row<'_>,
        weight: u64,
    ) -> Result<(), Doubt> {
        match (settings.slot_of(row), undecided) {
            (Ok(slot), None) => {
                add(&mut self.certain, slot, weight);
                Ok(())
            }
            (Ok(slot), Some(reason)) => {
                add(&mut self.possible, slot, weight);
                doubt(&mut self.doubts, reason, weight);
                Err(reason)
            }
            (Err(reason), undecided) => {
                let reason = undecided.map_or(reason, |other| other.max(reason));
                self.lose(reason, weight);
                Err(reason)
            }
        }
    }

    /// Counts calls of which nothing is known.
    pub fn lose(&mut self, reason: Doubt, calls: u64) {
        self.anywhere = self.anywhere.saturating_add(calls);
        doubt(&mut self.doubts, reason, calls);
    }

    /// How many calls of the window are known, wherever they fall.
    fn all(&self, window: Window) -> u64 {
        let within = self.certain.iter().filter(|((day, _), _)| {
            window.from.is_none_or(|from| from <= *day) && *day <= window.to
        });
        within.fold(0_u64, |sum, (_, calls)| sum.saturating_add(*calls))
    }
}

impl Merge for Calls {
    fn merge(&mut self, other: &Self) {
        for (mine, theirs) in [
            (&mut self.certain, &other.certain),
            (&mut self.possible, &other.possible),
        ] {
            theirs
                .iter()
                .for_each(|(slot, calls)| add(mine, *slot, *calls));
        }
        self.anywhere = self.anywhere.saturating_add(other.anywhere);
        for (reason, calls) in &other.doubts {
            doubt(&mut self.doubts, *reason, *calls);
        }
    }
}

fn add(calls: &mut BTreeMap<(i32, u32), u64>, slot: (i32, u32), weight: u64) {
    if weight > 0 {
        let counter = calls.entry(slot).or_default();
        *counter = counter.saturating_add(weight);
    }
}
