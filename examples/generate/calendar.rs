//! The town's working days around the reference period, and its way of writing dates.
//!
//! Invariant: the closed days are written down here, not computed, so that the evidence does not depend on the checker.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};

/// Weekdays without work from April to December 2026 (month, day).
const CLOSED: [(u32, u32); 9] = [
    (4, 6),
    (5, 1),
    (5, 8),
    (5, 14),
    (5, 15),
    (5, 25),
    (7, 14),
    (11, 11),
    (12, 25),
];

/// A day of 2026.
pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

/// Whether the town works on that day.
pub(crate) fn works(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
        && !CLOSED.contains(&(date.month(), date.day()))
}

/// Every day between two days, both included.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |date| *date <= to)
}

/// Every working day of the reference period.
pub(crate) fn working_days() -> impl Iterator<Item = NaiveDate> {
    days(day(5, 1), day(6, 30)).filter(|date| works(*date))
}

/// The day that comes so many working days after another.
pub(crate) fn after(date: NaiveDate, working_days: u64) -> NaiveDate {
    let mut reached = date;
    let mut left = working_days;
    while left > 0 {
        reached = reached + Days::new(1);
        if works(reached) {
            left -= 1;
        }
    }
    reached
}

/// A moment of a day, in minutes since midnight.
pub(crate) fn at(date: NaiveDate, minute: i64) -> NaiveDateTime {
    date.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(minute)
}

/// `31/12/2026`.
pub(crate) fn written(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// `31/12/2026 17:05`.
pub(crate) fn moment(date: NaiveDate, minute: i64) -> String {
    let moment = at(date, minute);
    format!("{} {}", written(moment.date()), moment.format("%H:%M"))
}
