//! Whether a slot is a peak, or quiet, whatever the unknown calls are.
//!
//! Invariant: "certain" holds under every completion; what is not "possible" holds under none. Between the two, nothing is
//! said.

use super::{Factor, Sought};
use crate::ratio::Ratio;

/// What is known of a slot and of its weekday.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence<'a> {
    /// On each day on which the slot counts: its calls, and those that it may have beside.
    pub(super) days: &'a [(u64, u64)],
    /// Calls of the weekday, over all its slots.
    pub(super) total: u64,
    /// Calls that the weekday may have beside, in slots that are known.
    pub(super) possible: u64,
    /// Calls at an unknown instant.
    pub(super) anywhere: u64,
    /// On how many days a slot of the weekday counts, summed over its slots; not 0.
    pub(super) cells: u64,
}

/// What makes a slot one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) sought: Sought,
    pub(super) threshold: Factor,
    pub(super) weeks: Ratio,
}

impl Evidence<'_> {
    /// Its certain calls, and those that it may have beside in its own days.
    fn own(&self) -> (u64, u64) {
        self.days.iter().fold((0, 0), |(calls, beside), day| {
            (calls.saturating_add(day.0), beside.saturating_add(day.1))
        })
    }

    /// The calls of the weekday at their most.
    const fn most(&self) -> u64 {
        self.total
            .saturating_add(self.possible)
            .saturating_add(self.anywhere)
    }
}

impl Rule {
    /// Whether calls over so many days keep the threshold, where the weekday has so many.
    fn keeps(self, calls: u64, days: u64, total: u64, cells: u64) -> bool {
        let wide = u128::from;
        let left = wide(calls)
            .saturating_mul(wide(cells))
            .saturating_mul(wide(self.threshold.denominator));
        let right = wide(total)
            .saturating_mul(wide(days))
            .saturating_mul(wide(self.threshold.numerator));
        // A weekday without a call has neither peaks nor quiet hours.
        total > 0
            && match self.sought {
                Sought::Peaks => left >= right,
                Sought::Quiet => left <= right,
            }
    }

    fn often(self, seen: u64, days: usize) -> bool {
        let days = u64::try_from(days).unwrap_or(u64::MAX);
        days > 0 && self.weeks.compare(seen, days).is_ge()
    }

    /// Whether the slot is one: yes, no, or unknown.
    pub(super) fn status(self, evidence: &Evidence<'_>) -> Option<bool> {
        if self.certain(evidence) {
            Some(true)
        } else if self.possible(evidence) {
            None
        } else {
            Some(false)
        }
    }

    /// On how many days the known calls of the slot keep the threshold, where all calls of the weekday are known ones.
    pub(super) fn seen(self, evidence: &Evidence<'_>) -> u64 {
        let days = evidence.days.iter();
        let kept = days.filter(|day| self.keeps(day.0, 1, evidence.total, evidence.cells));
        u64::try_from(kept.count()).unwrap_or(u64::MAX)
    }

    fn certain(self, evidence: &Evidence<'_>) -> bool {
        let (calls, beside) = evidence.own();
        let (days, cells) = (evidence.days.len(), evidence.cells);
        let count = u64::try_from(days).unwrap_or(u64::MAX);
        match self.sought {
            Sought::Peaks => {
                let total = evidence.most();
                let kept = evidence.days.iter();
                let kept = kept.filter(|day| self.keeps(day.0, 1, total, cells));
                evidence.total > 0
                    && self.keeps(calls, count, total, cells)
                    && self.often(u64::try_from(kept.count()).unwrap_or(0), days)
            }
            Sought::Quiet => {
                let more = beside.saturating_add(evidence.anywhere);
                let (most, total) = (
                    calls.saturating_add(more),
                    evidence.total.saturating_add(more),
                );
                // With so many calls more, a day is no longer quiet.
                let spoilt = |day: &(u64, u64)| {
                    let calls = day.0.saturating_add(day.1);
                    self.keeps(calls, 1, evidence.total, cells)
                        .then(|| self.room(evidence).saturating_add(1).saturating_sub(calls))
                };
                let mut prices: Vec<u64> = evidence.days.iter().filter_map(spoilt).collect();
                let quiet = u64::try_from(prices.len()).unwrap_or(0);
                let spoilt = bought(&mut prices, evidence.anywhere);
                evidence.total > 0
                    && self.keeps(most, count, total, cells)
                    && self.often(quiet.saturating_sub(spoilt), days)
            }
        }
    }

    fn possible(self, evidence: &Evidence<'_>) -> bool {
        let (calls, beside) = evidence.own();
        let (days, cells) = (evidence.days.len(), evidence.cells);
        let count = u64::try_from(days).unwrap_or(u64::MAX);
        match self.sought {
            Sought::Peaks => {
                let more = beside.saturating_add(evidence.anywhere);
                let (most, total) = (
                    calls.saturating_add(more),
                    evidence.total.saturating_add(more),
                );
                let need = self.need(evidence);
                let mut prices: Vec<u64> = evidence
                    .days
                    .iter()
                    .map(|day| need.saturating_sub(day.0.saturating_add(day.1)))
                    .collect();
                let seen = bought(&mut prices, evidence.anywhere);
                (self.keeps(calls, count, evidence.total, cells)
                    || self.keeps(most, count, total, cells))
                    && self.often(seen, days)
            }
            Sought::Quiet => {
                let total = evidence.most();
                let kept = evidence.days.iter();
                let kept = kept.filter(|day| self.keeps(day.0, 1, total, cells));
                self.keeps(calls, count, total, cells)
                    && self.often(u64::try_from(kept.count()).unwrap_or(u64::MAX), days)
            }
        }
    }

    /// The fewest calls on one day that keep a peak's threshold, where the weekday has its fewest.
    fn need(self, evidence: &Evidence<'_>) -> u64 {
        let (part, whole) = self.share_of_mean(evidence);
        let need = part.div_ceil(whole.max(1)).max(1);
        u64::try_from(need).unwrap_or(u64::MAX)
    }

    /// The most calls on one day that keep a quiet hour's threshold, where the weekday has its fewest.
    fn room(self, evidence: &Evidence<'_>) -> u64 {
        let (part, whole) = self.share_of_mean(evidence);
        u64::try_from(part.checked_div(whole).unwrap_or(0)).unwrap_or(u64::MAX)
    }

    fn share_of_mean(self, evidence: &Evidence<'_>) -> (u128, u128) {
        let wide = u128::from;
        (
            wide(evidence.total).saturating_mul(wide(self.threshold.numerator)),
            wide(evidence.cells).saturating_mul(wide(self.threshold.denominator)),
        )
    }
}

/// How many things a budget buys at most: the cheapest first.
fn bought(prices: &mut [u64], budget: u64) -> u64 {
    prices.sort_unstable();
    let mut left = budget;
    let mut count = 0_u64;
    for price in prices.iter() {
        match left.checked_sub(*price) {
            Some(rest) => left = rest,
            None => break,
        }
        count = count.saturating_add(1);
    }
    count
}
