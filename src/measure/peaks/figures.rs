//! From counted calls to the slots of the week, and their comparison with the published ones.
//!
//! Invariant: the slots are those of the days that count, and the published ones; a case is one of them that is measured,
//! or published, or both, or may be. Where an unknown call may open the log, each of its possible beginnings has its say.

use super::super::population::Window;
use super::super::reading::{Cases, Figures, doubt};
use super::super::truth::Doubt;
use super::erlang::Load;
use super::shape::{Left, Pattern, Slot};
use super::slots::{self, Day};
use super::status::{Evidence, Rule};
use super::{Calls, Peaks};
use crate::reference::Reference;
use std::collections::{BTreeMap, BTreeSet};

/// The days of one weekday.
#[derive(Default)]
struct Weekday {
    slots: BTreeMap<u32, Vec<(u64, u64)>>,
    total: u64,
    possible: u64,
    cells: u64,
}

impl Peaks {
    const fn rule(&self) -> Rule {
        Rule {
            sought: self.sought,
            threshold: self.threshold,
            weeks: self.weeks,
        }
    }
}

impl Calls {
    /// What the calls show.
    pub fn figures(&self, settings: &Peaks, reference: &Reference, window: Window) -> Figures {
        let beginning = self.beginning(window);
        let earliest = beginning.earliest();
        let (days, left) = earliest.map_or_else(Default::default, |first| {
            let log = Window {
                from: Some(first),
                ..window
            };
            slots::days(settings, reference, log)
        });
        let starts = beginning.starts(&days);
        let known = days.get(starts.last().copied().unwrap_or(0)..);
        let known = known.unwrap_or_default();
        let count = |days: &[Day]| u64::try_from(days.len()).unwrap_or(u64::MAX);
        let begun = |left: &Left| beginning.certain.is_some_and(|first| first <= left.day);
        let mut pattern = Pattern {
            days: count(known),
            days_at_most: count(&days),
            begins: beginning.certain,
            may_begin: earliest,
            left: left.into_iter().filter(begun).collect(),
            ..Pattern::default()
        };
        self.slots(settings, reference, (&days, &starts), &mut pattern);
        never_open(settings, reference, &mut pattern);
        pattern.outside = self.all(window).saturating_sub(pattern.calls);
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

    /// Adds the slots of the days that may count: what is said of one is what is said of it wherever the log begins, and
    /// the figures beside are those from the first certain call on.
    fn slots(
        &self,
        settings: &Peaks,
        reference: &Reference,
        (days, starts): (&[Day], &BTreeSet<usize>),
        pattern: &mut Pattern,
    ) {
        let rule = settings.rule();
        let from = |start: usize| self.week(days.get(start..).unwrap_or_default());
        let all = from(0);
        let places = all.iter().flat_map(|(weekday, day)| {
            let slots = day.slots.keys();
            slots.map(|slot| (*weekday, *slot))
        });
        let mut said: BTreeMap<(u32, u32), Option<bool>> = BTreeMap::new();
        for start in starts {
            let week = from(*start);
            for place in places.clone() {
                let before = said.get(&place).copied();
                if before == Some(None) {
                    continue;
                }
                let evidence = self.evidence(&week, place);
                let found = evidence.map_or_else(
                    || unmeasured(settings, reference, place),
                    |evidence| rule.status(&evidence),
                );
                let agreed = before.is_none_or(|before| before == found);
                said.insert(place, found.filter(|_| agreed));
            }
        }
        let known = from(starts.last().copied().unwrap_or(0));
        pattern.slots = said
            .into_iter()
            .map(|(place, found)| Slot {
                found,
                ..shown(settings, rule, place, self.evidence(&known, place))
            })
            .collect();
        pattern.calls = sum(all.values().map(|day| day.total));
        pattern.unknown = sum(all.values().map(|day| day.possible));
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

    /// What is known of a slot; nothing if it counts on no day.
    fn evidence<'a>(
        &self,
        week: &'a BTreeMap<u32, Weekday>,
        (weekday, slot): (u32, u32),
    ) -> Option<Evidence<'a>> {
        let day = week.get(&weekday)?;
        Some(Evidence {
            days: day.slots.get(&slot)?,
            total: day.total,
            possible: day.possible,
            anywhere: self.anywhere,
            cells: day.cells,
        })
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

/// The figures of a slot, of which nothing is said yet.
fn shown(
    settings: &Peaks,
    rule: Rule,
    (weekday, slot): (u32, u32),
    evidence: Option<Evidence<'_>>,
) -> Slot {
    let days = evidence.map_or(&[][..], |evidence| evidence.days);
    Slot {
        weekday,
        slot,
        days: u64::try_from(days.len()).unwrap_or(u64::MAX),
        calls: sum(days.iter().map(|day| day.0)),
        seen: evidence.map_or(0, |evidence| rule.seen(&evidence)),
        found: None,
        published: settings.published.contains(&(weekday, slot)),
    }
}

/// What is said of a slot that counts on no day: it is no peak if it is not published or never open, and is not measured
/// otherwise.
fn unmeasured(settings: &Peaks, reference: &Reference, place: (u32, u32)) -> Option<bool> {
    let position = usize::try_from(settings.place).ok();
    let hours = position.and_then(|position| reference.hours.get(position));
    let open = hours.is_some_and(|hours| slots::is_ever_open(hours, place, settings.slot));
    if open && settings.published.contains(&place) {
        None
    } else {
        Some(false)
    }
}

/// Adds the published slots that count on no day.
fn never_open(settings: &Peaks, reference: &Reference, pattern: &mut Pattern) {
    let rule = settings.rule();
    for place in &settings.published {
        let mut known = pattern.slots.iter();
        if known.any(|known| (known.weekday, known.slot) == *place) {
            continue;
        }
        pattern.slots.push(Slot {
            found: unmeasured(settings, reference, *place),
            ..shown(settings, rule, *place, None)
        });
    }
    pattern.slots.sort_by_key(|slot| (slot.weekday, slot.slot));
}

fn sum(counts: impl Iterator<Item = u64>) -> u64 {
    counts.fold(0, u64::saturating_add)
}
