//! From unions of intervals to minutes and gaps.
//!
//! Invariant: covered, missed and unknown minutes are the open minutes of the days that count; each gap lies within one
//! opening of one day and on one side of a change of the clock.

use super::super::grouping::{Key, Merge};
use super::super::population::Window;
use super::super::reading::{Cases, Doubts, Figures, Gap, doubt};
use super::super::time::{DAY, EPOCH};
use super::super::truth::Doubt;
use super::{Coverage, Covered, end_of, insert, span};
use crate::calendar::{Calendar, Clock};
use crate::reference::Reference;
use chrono::NaiveDate;
use rangemap::RangeSet;
use std::collections::BTreeMap;
use std::ops::Range;

const MINUTE: i64 = 60;

/// What may cover a place, in real time.
struct Reach {
    /// Minutes that are covered.
    certain: RangeSet<i64>,
    /// Minutes that may be covered.
    possible: RangeSet<i64>,
    /// What each doubt touches.
    doubts: BTreeMap<Doubt, RangeSet<i64>>,
}

impl Covered {
    /// The figures of each judged place, in the order of the settings.
    pub fn places(
        &self,
        settings: &Coverage,
        reference: &Reference,
        window: Window,
    ) -> Vec<(Key, Figures)> {
        let places = settings.places.iter();
        places
            .map(|place| {
                let figures = self.place(*place, settings, reference, window);
                (vec![*place], figures)
            })
            .collect()
    }

    /// The figures of all places together.
    pub fn whole(&self, places: &[(Key, Figures)]) -> Figures {
        let mut whole = Cases::default();
        let mut every = Vec::new();
        for (_, figures) in places {
            if let Figures::Coverage { cases, gaps, .. } = figures {
                whole.merge(cases);
                every.extend(gaps.iter().copied());
            }
        }
        Figures::Coverage {
            cases: whole,
            gaps: every,
            rows: self.rows,
        }
    }

    fn place(
        &self,
        place: u32,
        settings: &Coverage,
        reference: &Reference,
        window: Window,
    ) -> Figures {
        let calendar = &reference.calendar;
        let reach = self.reach(place, settings, calendar, window);
        let (mut cases, mut gaps) = (Cases::default(), Vec::new());
        for (day, opening) in openings(place, reference, window) {
            for range in reach.certain.overlapping(&opening) {
                add(&mut cases.holds, &common(range, &opening));
            }
            for missing in reach.certain.gaps(&opening) {
                for range in reach.possible.gaps(&missing) {
                    add(&mut cases.fails, &range);
                    gaps.push(gap(place, day, &range, true, calendar.clock()));
                }
                for range in reach.possible.overlapping(&missing) {
                    let range = common(range, &missing);
                    reach.blame(range.clone(), &mut cases.doubts);
                    gaps.push(gap(place, day, &range, false, calendar.clock()));
                }
            }
        }
        gaps.sort_by_key(|(from, _)| *from);
        Figures::Coverage {
            cases,
            gaps: gaps.into_iter().map(|(_, gap)| gap).collect(),
            rows: self.rows,
        }
    }

    fn reach(&self, place: u32, settings: &Coverage, calendar: &Calendar, window: Window) -> Reach {
        let span = span(window, calendar);
        let certain = self.certain.get(&place).cloned().unwrap_or_default();
        let mut doubts: BTreeMap<Doubt, RangeSet<i64>> = self
            .possible
            .iter()
            .filter(|((_, other), _)| *other == place)
            .map(|((reason, _), set)| (*reason, set.clone()))
            .collect();
        for (origin, cover) in settings.covers() {
            if !cover.places.may_cover(place) {
                continue;
            }
            if self.unread.contains(&origin) {
                insert(doubts.entry(Doubt::Unreadable).or_default(), span.clone());
            }
            let known = end_of(cover.until, calendar).max(span.start);
            insert(
                doubts.entry(Doubt::NotCollected).or_default(),
                known..span.end,
            );
        }
        let mut possible = certain.clone();
        for range in doubts.values().flat_map(RangeSet::iter) {
            possible.insert(range.clone());
        }
        Reach {
            certain: whole_minutes(&certain),
            possible: whole_minutes(&possible),
            doubts,
        }
    }
}

impl Reach {
    /// Gives the minutes of an unknown range to the doubts that touch them, the larger doubt first.
    fn blame(&self, range: Range<i64>, doubts: &mut Doubts) {
        let mut left = RangeSet::new();
        insert(&mut left, range.clone());
        for (reason, set) in self.doubts.iter().rev() {
            for touched in set.overlapping(&range) {
                let touched = outer(touched);
                let mut minutes = 0;
                let parts: Vec<Range<i64>> = left
                    .overlapping(&touched)
                    .map(|part| common(part, &touched))
                    .collect();
                for part in parts {
                    add(&mut minutes, &part);
                    left.remove(part);
                }
                doubt(doubts, *reason, minutes);
            }
        }
    }
}

/// The openings of a place over the days that count, in real time and in order; one that a change of the clock cuts is
/// in pieces. Each with its day, counted from the common era.
fn openings(
    place: u32,
    reference: &Reference,
    window: Window,
) -> impl Iterator<Item = (i32, Range<i64>)> {
    let hours = usize::try_from(place).ok();
    let hours = hours.and_then(|position| reference.hours.get(position));
    let first = window.from.unwrap_or(window.to);
    let clock = reference.calendar.clock();
    let days = hours.into_iter().flat_map(move |hours| {
        (first..=window.to).filter_map(move |day| {
            let date = NaiveDate::from_num_days_from_ce_opt(day)?;
            Some((day, hours.open_ranges(date, &reference.calendar)))
        })
    });
    days.flat_map(move |(day, ranges)| {
        let midnight = i64::from(day).saturating_sub(EPOCH).saturating_mul(DAY);
        let local = move |minute: u32| midnight.saturating_add(i64::from(minute) * MINUTE);
        ranges.into_iter().flat_map(move |range| {
            let pieces = clock.real(local(range.start)..local(range.end));
            pieces.into_iter().map(move |piece| (day, piece))
        })
    })
}

/// A gap, with the instant at which it begins.
fn gap(place: u32, day: i32, range: &Range<i64>, known: bool, clock: &Clock) -> (i64, Gap) {
    let (local, repeated) = clock.local(range.start);
    let midnight = i64::from(day).saturating_sub(EPOCH).saturating_mul(DAY);
    let minute = |local: i64| {
        let minute = local.saturating_sub(midnight).div_euclid(MINUTE);
        u32::try_from(minute).unwrap_or(0)
    };
    let length = range.end.saturating_sub(range.start);
    let gap = Gap {
        place,
        day,
        from: minute(local),
        to: minute(local.saturating_add(length)),
        repeated,
        known,
    };
    (range.start, gap)
}

/// The minutes that lie wholly within a set.
fn whole_minutes(set: &RangeSet<i64>) -> RangeSet<i64> {
    let mut whole = RangeSet::new();
    for range in set.iter() {
        let start = range.start.saturating_add(MINUTE - 1).div_euclid(MINUTE);
        let end = range.end.div_euclid(MINUTE);
        insert(
            &mut whole,
            start.saturating_mul(MINUTE)..end.saturating_mul(MINUTE),
        );
    }
    whole
}

/// The minutes that a range touches.
const fn outer(range: &Range<i64>) -> Range<i64> {
    let end = range.end.saturating_add(MINUTE - 1).div_euclid(MINUTE);
    range.start.div_euclid(MINUTE).saturating_mul(MINUTE)..end.saturating_mul(MINUTE)
}

fn common(one: &Range<i64>, two: &Range<i64>) -> Range<i64> {
    one.start.max(two.start)..one.end.min(two.end)
}

/// Counts the minutes of a range.
fn add(minutes: &mut u64, range: &Range<i64>) {
    let length = range.end.saturating_sub(range.start).div_euclid(MINUTE);
    *minutes = minutes.saturating_add(u64::try_from(length).unwrap_or(0));
}
