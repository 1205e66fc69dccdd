//! Versions of the awareness support: which attendances count on the day the results stand for.
//!
//! Invariant: what counts depends on the charter and on that day alone, never on a person: every version from the last
//! one that resets awareness; during the grace that follows a reset, also those that counted before it. An attendance
//! dated before its version was in force is contradictory.

use super::truth::{Doubt, Truth};
use super::value::Row;

/// A version of the support. Days are counted from the common era.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Support {
    /// Its first day.
    pub in_force: i32,
    /// Whether everyone must be made aware again; a mended typo does not ask for that.
    pub resets: bool,
    /// Calendar days from its first one during which the versions before it still count.
    pub grace_days: u32,
}

/// The versions that a register tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// Category column of the register.
    pub column: usize,
    /// For each value of that column, the position of its version.
    pub of_value: Vec<usize>,
    /// The versions, by their first days.
    pub supports: Vec<Support>,
}

/// The position of the first version that counts on a day, among versions in the order of their first days; none before
/// the first of them.
pub fn first_counted(supports: &[Support], on: i32) -> Option<usize> {
    let latest_first = supports.iter().enumerate().rev();
    let mut first = None;
    for (position, support) in latest_first.filter(|(_, support)| support.in_force <= on) {
        first = Some(position);
        // A grace that is over leaves nothing of what counted before the reset.
        if support.resets && last_day_before(support) < on {
            break;
        }
    }
    first
}

/// The last day on which the versions before one that resets still count.
pub fn last_day_before(support: &Support) -> i32 {
    let days = i32::try_from(support.grace_days).unwrap_or(i32::MAX);
    support.in_force.saturating_add(days).saturating_sub(1)
}

impl Versions {
    /// Whether an attendance is one of a version that counts on the last of the days that do.
    pub fn truth(&self, row: &Row<'_>, day: Result<i32, Doubt>, until: i32) -> Truth {
        let first = first_counted(&self.supports, until);
        let version = row
            .column(self.column)
            .and_then(|value| self.position(value).ok_or(Doubt::Unreadable));
        let in_force = |position: usize| {
            let support = self.supports.get(position);
            support.map_or(i32::MAX, |support| support.in_force)
        };
        let counts =
            |version| first.is_some_and(|first| first <= version) && in_force(version) <= until;
        match (version, day) {
            (Ok(version), Ok(day)) if day < in_force(version) => {
                Truth::Unknown(Doubt::Contradictory)
            }
            (Ok(version), Ok(_)) => counts(version).into(),
            // A version that does not count does not, whenever it was shown.
            (Ok(version), Err(_)) if !counts(version) => Truth::No,
            (Ok(_), Err(reason)) => Truth::Unknown(reason),
            (Err(_), _) if first.is_none() => Truth::No,
            // Nor does any that can have been shown before the first one that counts was there.
            (Err(_), Ok(day)) if first.is_some_and(|first| day < in_force(first)) => Truth::No,
            (Err(reason), Ok(_)) => Truth::Unknown(reason),
            (Err(one), Err(two)) => Truth::Unknown(one.max(two)),
        }
    }

    fn position(&self, value: i64) -> Option<usize> {
        let value = usize::try_from(value).ok()?;
        self.of_value.get(value).copied()
    }
}
