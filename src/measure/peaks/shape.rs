//! The shape of a line's week: its slots, and what was found of each.
//!
//! Invariant: plain counts; windows are whole slots, merged where they touch on one weekday.

use super::erlang::Service;
use std::ops::Range;

/// Why a day is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A closure of the charter.
    Closure,
    /// A holiday.
    Holiday,
    /// An exceptional period.
    Exceptional,
}

/// A day that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// The day, counted from the common era.
    pub day: i32,
    /// Why.
    pub why: Why,
}

/// A slot of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// From Monday, 0.
    pub weekday: u32,
    /// Its rank in the day.
    pub slot: u32,
    /// On how many days it counts, from the first certain call on.
    pub days: u64,
    /// Its calls on those days.
    pub calls: u64,
    /// On how many of them its calls keep the threshold.
    pub seen: u64,
    /// Whether it is a peak, or quiet; none if it cannot be told.
    pub found: Option<bool>,
    /// Whether it is published.
    pub published: bool,
}

/// Neighbouring slots of one weekday, in minutes of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// From Monday, 0.
    pub weekday: u32,
    /// The first minute.
    pub from: u32,
    /// The minute at which it ends.
    pub to: u32,
}

/// What the calls of a line show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// Undecided slots that are not published: they may be no cases at all.
    pub spare: u64,
    /// The day of the first certain call, counted from the common era.
    pub begins: Option<i32>,
    /// The first day on which a call may have come.
    pub may_begin: Option<i32>,
    /// Open days that count, from the first certain call on.
    pub days: u64,
    /// Open days that count if the log begins as early as it may.
    pub days_at_most: u64,
    /// Days that are left out.
    pub left: Vec<Left>,
    /// The slots of the week, in order.
    pub slots: Vec<Slot>,
    /// Calls in the slots that count.
    pub calls: u64,
    /// Those of them in published slots.
    pub inside: u64,
    /// Calls that may be in the slots that count.
    pub unknown: u64,
    /// Known calls outside them: outside the opening hours, or on days that are left out.
    pub outside: u64,
    /// What the operators can answer, where the charter says who they are.
    pub service: Option<Service>,
}

impl Pattern {
    /// Neighbouring slots of one kind, merged.
    pub fn windows(&self, length: u32, kind: impl Fn(&Slot) -> bool) -> Vec<Window> {
        let mut windows: Vec<Window> = Vec::new();
        for slot in self.slots.iter().filter(|slot| kind(slot)) {
            let minutes = minutes(slot.slot, length);
            match windows.last_mut() {
                Some(last) if last.weekday == slot.weekday && last.to == minutes.start => {
                    last.to = minutes.end;
                }
                _ => windows.push(Window {
                    weekday: slot.weekday,
                    from: minutes.start,
                    to: minutes.end,
                }),
            }
        }
        windows
    }
}

/// The minutes of the day of a slot.
pub(super) const fn minutes(slot: u32, length: u32) -> Range<u32> {
    let start = slot.saturating_mul(length);
    start..start.saturating_add(length)
}
