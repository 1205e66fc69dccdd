//! Working days counted once, so that a question about two dates costs two look-ups.
//!
//! Invariant: `counts` and `days` describe the same days between `FIRST_YEAR` and `LAST_YEAR`, both whole.

use std::fmt;

use chrono::{Days, NaiveDate};

/// The first year of the table.
pub(super) const FIRST_YEAR: i32 = 1990;
/// The last year of the table.
pub(super) const LAST_YEAR: i32 = 2100;

/// A range of days, and which of them are worked.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Table {
    first: NaiveDate,
    last: NaiveDate,
    /// For each day, how many days up to it, itself included, are worked.
    counts: Vec<u32>,
    /// For each worked day in order, how far it is from the first day.
    days: Vec<u32>,
}

impl fmt::Debug for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} working days from {} to {}",
            self.days.len(),
            self.first,
            self.last
        )
    }
}

impl Table {
    /// Counts the days that `worked` accepts.
    pub(super) fn new(worked: impl Fn(NaiveDate) -> bool) -> Self {
        let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default();
        let last = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap_or_default();
        let (mut counts, mut days) = (Vec::new(), Vec::new());
        let (mut count, mut position) = (0_u32, 0_u32);
        for day in first.iter_days().take_while(|&day| day <= last) {
            if worked(day) {
                count += 1;
                days.push(position);
            }
            counts.push(count);
            position += 1;
        }
        Self {
            first,
            last,
            counts,
            days,
        }
    }

    /// The last day of the table.
    pub(super) const fn last(&self) -> NaiveDate {
        self.last
    }

    /// How many days up to this one are worked; none outside the table.
    pub(super) fn count(&self, date: NaiveDate) -> Option<u32> {
        let position = usize::try_from(date.signed_duration_since(self.first).num_days()).ok()?;
        self.counts.get(position).copied()
    }

    /// How many days of the table are worked.
    pub(super) fn total(&self) -> u32 {
        self.counts.last().copied().unwrap_or(0)
    }

    /// The worked day of this rank, counted from 1.
    pub(super) fn day(&self, rank: u32) -> Option<NaiveDate> {
        let position = self.days.get(usize::try_from(rank.checked_sub(1)?).ok()?)?;
        self.first.checked_add_days(Days::new(u64::from(*position)))
    }
}
