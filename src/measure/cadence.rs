//! Cadence: does each window of n consecutive days of the period hold an event?
//!
//! Invariant: an event-free stretch of f days lacks exactly ⌊f / n⌋ events, wherever it lies in the period.

use super::grouping::Merge;
use super::population::Window;
use super::reading::{Doubts, Figures, Stretch, doubt};
use super::share::add;
use super::truth::Doubt;
use std::collections::BTreeSet;

/// The settings of a cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cadence {
    /// Length of the window in calendar days, at least 1.
    pub every_days: u32,
}

/// The days with an event, counted from the common era.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events {
    days: BTreeSet<i32>,
    doubts: Doubts,
}

impl Events {
    /// Counts one event.
    pub fn count(&mut self, day: Result<i32, Doubt>, weight: u64) {
        match day {
            Ok(day) if weight > 0 => {
                self.days.insert(day);
            }
            Ok(_) => {}
            Err(reason) => doubt(&mut self.doubts, reason, weight),
        }
    }

    /// These events, with those that may belong here counted as unknown: one for each day that they could add.
    #[must_use]
    pub fn with_strays(&self, strays: &Self) -> Self {
        let mut events = self.clone();
        let new = u64::try_from(strays.days.difference(&self.days).count());
        doubt(
            &mut events.doubts,
            Doubt::NotRecorded,
            new.unwrap_or(u64::MAX),
        );
        add(&mut events.doubts, &strays.doubts);
        events
    }

    /// The figures over a window with both ends.
    pub fn figures(&self, settings: &Cadence, window: Window) -> Figures {
        let from = window
            .from
            .or_else(|| self.days.first().copied())
            .unwrap_or(window.to);
        let (mut days, mut missing) = (0_u64, 0_u64);
        let mut longest: Option<Stretch> = None;
        let mut free_from = from;
        let end = window.to.saturating_add(1);
        for day in self
            .days
            .iter()
            .copied()
            .filter(|day| (from..end).contains(day))
            .chain([end])
        {
            let free = length(free_from, day);
            missing = missing.saturating_add(
                free.checked_div(u64::from(settings.every_days))
                    .unwrap_or(0),
            );
            if free > 0
                && longest
                    .is_none_or(|stretch| free > length(stretch.from, stretch.to.saturating_add(1)))
            {
                longest = Some(Stretch {
                    from: free_from,
                    to: day.saturating_sub(1),
                });
            }
            free_from = day.saturating_add(1);
            days = days.saturating_add(u64::from(day < end));
        }
        Figures::Rhythm {
            days,
            missing,
            longest,
            span: length(from, end),
            doubts: self.doubts.clone(),
        }
    }
}

/// Days from one day to before another; 0 when they are out of order.
fn length(from: i32, before: i32) -> u64 {
    u64::try_from(i64::from(before).saturating_sub(i64::from(from))).unwrap_or(0)
}

impl Merge for Events {
    fn merge(&mut self, other: &Self) {
        self.days.extend(&other.days);
        add(&mut self.doubts, &other.doubts);
    }
}
