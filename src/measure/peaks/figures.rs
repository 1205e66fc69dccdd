//! From counted calls to the slots of the week, and their comparison with the published ones.
//!
//! Invariant: the slots are those of the days that count, and the published ones; a case is one of them that is measured,
//! or published, or both, or may be.

use super::super::population::Window;
use super::super::reading::{Cases, Figures, doubt};
use super::super::truth::Doubt;
use super::erlang::Load;
use super::shape::{Pattern, Slot};
use super::slots::{self, Day};
use super::status::{Evidence, Rule};
use super::{Calls, Peaks};
use crate::reference::Reference;
use std::collections::BTreeMap;

/// The days of one weekday.
#[derive(Default)]
struct Weekday {
    slots: BTreeMap<u32, Vec<(u64, u64)>>,
    total: u64,
    possible: u64,
    cells: u64,
}

impl Calls {
    /// What the calls show.
    pub fn figures(&self, settings: &Peaks, reference: &Reference, window: Window) -> Figures {
        let begins = self.begins(window);
        let (days, left) = begins.map_or_else(Default::default, |first| {
            let log = Window {
                from: Some(first),
                ..window
            };
            slots::days(settings, reference, log)
        });
        let week = self.week(&days);
        let mut pattern = Pattern {
            days: u64::try_from(days.len()).unwrap_or(u64::MAX),
            begins,
            left,
            ..Pattern::default()
        };
        for (weekday, day) in &week {
            pattern.calls = pattern.calls.saturating_add(day.total);
            pattern.unknown = pattern.unknown.saturating_add(day.possible);
            for slot in day.slots.keys() {
                pattern
                    .slots
                    .push(self.slot(settings, *weekday, *slot, day));
            }
        }
        self.never_open(settings, reference, &mut pattern);
        let (all, _) = self.all(window);
        pattern.outside = all.saturating_sub(pattern.calls);
        pattern.unknown = pattern.unknown.saturating_add(self.anywhere);
        let cases = self.compare(&mut pattern);
        pattern.service = settings.staffing.and_then(|staffing| {
            let loads = pattern.slots.iter().map(|slot| Load {
                calls: slot.calls,
                seconds: slot
                    .days
                    .saturating_mul(u64::from(settings.slot))
                    .saturating_mul(60),
            });
            staffing.service(loads)
        });
        Figures::Peaks {
            cases,
            pattern: Box::new(pattern),
        }
    }

    fn week(&self, days: &[Day]) -> BTreeMap<u32, Weekday> {
        let mut week: BTreeMap<u32, Weekday> = BTreeMap::new();
        let of = |calls: &BTreeMap<(i32, u32), u64>, day, slot| {
            calls.get(&(day, slot)).copied().unwrap_or(0)
        };
        for day in days {
            let weekday = week.entry(day.weekday).or_default();
            for slot in &day.slots {
                let calls = of(&self.certain, day.day, *slot);
                let beside = of(&self.possible, day.day, *slot);
                weekday
                    .slots
                    .entry(*slot)
                    .or_default()
                    .push((calls, beside));
                weekday.total = weekday.total.saturating_add(calls);
                weekday.possible = weekday.possible.saturating_add(beside);
                weekday.cells = weekday.cells.saturating_add(1);
            }
        }
        week
    }

    fn slot(&self, settings: &Peaks, weekday: u32, slot: u32, day: &Weekday) -> Slot {
        let evidence = Evidence {
            days: day.slots.get(&slot).cloned().unwrap_or_default(),
            total: day.total,
            possible: day.possible,
            anywhere: self.anywhere,
            cells: day.cells,
        };
        let rule = Rule {
            sought: settings.sought,
            threshold: settings.threshold,
            weeks: settings.weeks,
        };
        let calls = evidence.days.iter();
        Slot {
            weekday,
            slot,
            days: u64::try_from(evidence.days.len()).unwrap_or(u64::MAX),
            calls: calls.fold(0, |sum, day| sum.saturating_add(day.0)),
            seen: rule.seen(&evidence),
            found: rule.status(&evidence),
            published: settings.published.contains(&(weekday, slot)),
        }
    }

    /// Adds the published slots that count on no day: none of them is measured, and one that is never open is no peak.
    fn never_open(&self, settings: &Peaks, reference: &Reference, pattern: &mut Pattern) {
        let position = usize::try_from(settings.place).ok();
        let hours = position.and_then(|position| reference.hours.get(position));
        for (weekday, slot) in &settings.published {
            let known = pattern.slots.iter();
            let mut known = known.map(|known| (known.weekday, known.slot));
            if known.any(|known| known == (*weekday, *slot)) {
                continue;
            }
            let open = hours
                .is_some_and(|hours| slots::is_ever_open(hours, (*weekday, *slot), settings.slot));
            pattern.slots.push(Slot {
                weekday: *weekday,
                slot: *slot,
                days: 0,
                calls: 0,
                seen: 0,
                found: if open { None } else { Some(false) },
                published: true,
            });
        }
        pattern.slots.sort_by_key(|slot| (slot.weekday, slot.slot));
    }

    fn compare(&self, pattern: &mut Pattern) -> Cases {
        let mut cases = Cases::default();
        // The doubt that touches most calls stands for all; without one, the slot was open on no day that counts.
        let doubts = self.doubts.iter();
        let reason = doubts.max_by_key(|(reason, calls)| (**calls, **reason));
        let reason = reason.map_or(Doubt::NotRecorded, |(reason, _)| *reason);
        for slot in &pattern.slots {
            if slot.published {
                pattern.inside = pattern.inside.saturating_add(slot.calls);
            }
            let count = match (slot.found, slot.published) {
                (Some(true), true) => &mut cases.holds,
                (Some(true), false) | (Some(false), true) => &mut cases.fails,
                (Some(false), false) => continue,
                (None, published) => {
                    doubt(&mut cases.doubts, reason, 1);
                    pattern.spare = pattern.spare.saturating_add(u64::from(!published));
                    continue;
                }
            };
            *count = count.saturating_add(1);
        }
        cases
    }
}
