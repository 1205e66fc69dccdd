//! On which day a log begins, whatever the unknown calls are.
//!
//! Invariant: a log begins on the day of its first call within the window, and every day on which it may begin is looked
//! at: that of its first certain call, those before it with a call that may not count, and all days before it as soon as
//! the instant of one call is unknown.

use super::super::population::Window;
use super::Calls;
use super::slots::Day;
use std::collections::{BTreeMap, BTreeSet};

/// The days on which a log may begin.
pub(super) struct Beginning {
    /// The day of its first certain call; none without such a call: there may then be no log at all.
    pub(super) certain: Option<i32>,
    /// The days before it on which a call may have come.
    possible: BTreeSet<i32>,
}

impl Calls {
    /// When the log begins.
    pub(super) fn beginning(&self, window: Window) -> Beginning {
        let within = |day: &i32| window.from.is_none_or(|from| from <= *day) && *day <= window.to;
        let days = |calls: &BTreeMap<(i32, u32), u64>| -> BTreeSet<i32> {
            calls.keys().map(|(day, _)| *day).filter(within).collect()
        };
        let certain = days(&self.certain).first().copied();
        let before = |day: &i32| certain.is_none_or(|certain| *day < certain);
        let possible = if self.anywhere > 0 {
            let from = window.from.unwrap_or(window.to);
            (from..=window.to).take_while(before).collect()
        } else {
            days(&self.possible).into_iter().filter(before).collect()
        };
        Beginning { certain, possible }
    }
}

impl Beginning {
    /// The first day on which it may begin.
    pub(super) fn earliest(&self) -> Option<i32> {
        self.possible.first().copied().or(self.certain)
    }

    /// At which of the days that count it may begin, as positions among those from the earliest beginning on; the last one
    /// is that of the first certain call, or behind all days.
    pub(super) fn starts(&self, days: &[Day]) -> BTreeSet<usize> {
        let start = |first: i32| days.partition_point(|day| day.day < first);
        let possible = self.possible.iter().map(|first| start(*first));
        let last = self.certain.map_or(days.len(), start);
        possible.chain([last]).collect()
    }
}
