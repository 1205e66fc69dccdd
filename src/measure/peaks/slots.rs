//! Which slots count on which days, and which days are left out.
//!
//! Invariant: a slot counts on a day only if its line is open during the whole of it and the clock runs through it
//! without a jump; a day that is left out would have been open.

use super::super::population::Window;
use super::super::time::{DAY, EPOCH};
use super::shape::{Left, Why, minutes};
use super::{MINUTES, Peaks};
use crate::calendar::{Calendar, OpeningHours};
use crate::reference::Reference;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use std::ops::Range;

/// A day with the slots that count.
pub(super) struct Day {
    pub(super) day: i32,
    pub(super) weekday: u32,
    pub(super) slots: Vec<u32>,
}

/// The days of a window on which slots count, and those that are left out, both in order.
pub(super) fn days(
    settings: &Peaks,
    reference: &Reference,
    window: Window,
) -> (Vec<Day>, Vec<Left>) {
    let (mut kept, mut left) = (Vec::new(), Vec::new());
    let position = usize::try_from(settings.place).ok();
    let Some(hours) = position.and_then(|position| reference.hours.get(position)) else {
        return (kept, left);
    };
    for day in window.from.unwrap_or(window.to)..=window.to {
        let Some(date) = NaiveDate::from_num_days_from_ce_opt(day) else {
            continue;
        };
        if let Some(why) = exception(settings, reference, date) {
            if is_planned(hours, date, &reference.calendar) {
                left.push(Left { day, why });
            }
            continue;
        }
        let ranges = hours.open_ranges(date, &reference.calendar);
        let slots: Vec<u32> = (0..settings.slots())
            .filter(|slot| {
                let minutes = minutes(*slot, settings.slot);
                ranges.iter().any(|range| contains(range, &minutes))
                    && runs_through(day, &minutes, &reference.calendar)
            })
            .collect();
        if !slots.is_empty() {
            kept.push(Day {
                day,
                weekday: date.weekday().num_days_from_monday(),
                slots,
            });
        }
    }
    (kept, left)
}

const fn contains(outer: &Range<u32>, inner: &Range<u32>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn exception(settings: &Peaks, reference: &Reference, date: NaiveDate) -> Option<Why> {
    if reference.calendar.closure(date).is_some() {
        return Some(Why::Closure);
    }
    if reference.calendar.is_holiday(date) {
        return Some(Why::Holiday);
    }
    let mut periods = reference.exceptional.iter();
    let exceptional = periods.any(|period| {
        let concerned = match (&period.services, &settings.services) {
            (Some(named), Some(within)) => named.iter().any(|one| within.contains(one)),
            // The calls of every service reach the line.
            (None, _) | (_, None) => true,
        };
        concerned && period.from <= date && date <= period.to
    });
    exceptional.then_some(Why::Exceptional)
}

/// Whether a line would have been open on a day, were it an ordinary one.
fn is_planned(hours: &OpeningHours, date: NaiveDate, calendar: &Calendar) -> bool {
    let weekday = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or(0);
    let week = hours.week_of(date);
    let ordinary = week.get(weekday).is_some_and(|day| !day.is_empty());
    ordinary || !hours.open_ranges(date, calendar).is_empty()
}

/// Whether a clock on the wall shows the minutes of a day once each.
fn runs_through(day: i32, minutes: &Range<u32>, calendar: &Calendar) -> bool {
    let midnight = i64::from(day).saturating_sub(EPOCH).saturating_mul(DAY);
    let local = |minute: u32| midnight.saturating_add(i64::from(minute).saturating_mul(60));
    let (start, end) = (local(minutes.start), local(minutes.end));
    let pieces = calendar.clock().real(start..end);
    let real = pieces.iter().fold(0_i64, |sum, piece| {
        sum.saturating_add(piece.end.saturating_sub(piece.start))
    });
    pieces.len() == 1 && real == end.saturating_sub(start)
}

/// The slots of an ordinary week of which at least half lies in some hours: weekday from Monday, rank in the day.
pub fn published(hours: &OpeningHours, length: u32) -> BTreeSet<(u32, u32)> {
    let count = MINUTES.checked_div(length).unwrap_or(0);
    let week = hours.weekly();
    let days = (0_u32..).zip(&week);
    days.flat_map(|(weekday, ranges)| {
        (0..count)
            .filter(move |slot| {
                let minutes = minutes(*slot, length);
                let common = ranges.iter().fold(0_u32, |sum, range| {
                    let end = range.end.min(minutes.end);
                    sum.saturating_add(end.saturating_sub(range.start.max(minutes.start)))
                });
                common.saturating_mul(2) >= length
            })
            .map(move |slot| (weekday, slot))
    })
    .collect()
}

/// Whether an ordinary week opens a line during the whole of a slot: weekday from Monday, rank in the day.
pub fn is_ever_open(hours: &OpeningHours, (weekday, slot): (u32, u32), length: u32) -> bool {
    let minutes = minutes(slot, length);
    let week = hours.weekly();
    let day = usize::try_from(weekday).ok();
    let day = day.and_then(|weekday| week.get(weekday));
    hours.is_seasonal()
        || day.is_some_and(|ranges| ranges.iter().any(|range| contains(range, &minutes)))
}
