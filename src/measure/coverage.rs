//! Coverage: what part of the opening hours of each place is covered by the union of intervals?
//!
//! Invariant: unions are of real time, to the second; a minute is covered if it is covered to its last second, missed if
//! some second of it is covered by no interval whatever the unknown ones are, unknown otherwise. More rows can only add
//! cover. Memory is bounded by the days that count and the places: intervals are clipped to them and joined.

mod figures;
mod interval;

pub use interval::{Cover, End, Moment, Places};

use super::condition::Condition;
use super::population::{Standing, Window};
use super::time::{DAY, EPOCH};
use super::truth::{Doubt, Truth};
use super::value::Row;
use crate::calendar::Calendar;
use rangemap::RangeSet;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The settings of a coverage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// What the rows of the requirement's source cover.
    pub main: Cover,
    /// What the rows of further sources cover, in their order: relays, technical solutions.
    pub also: Vec<Further>,
    /// The places whose opening hours must be covered, as positions in the charter's order.
    pub places: Vec<u32>,
}

/// A further source of cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Further {
    /// What its rows cover.
    pub cover: Cover,
    /// What makes a row count.
    pub condition: Option<Condition>,
}

/// What the rows that were seen cover, place by place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Covered {
    certain: BTreeMap<u32, RangeSet<i64>>,
    possible: BTreeMap<(Doubt, u32), RangeSet<i64>>,
    rows: u64,
    unread: BTreeSet<Origin>,
}

/// Where rows come from: the requirement's source, or a further one by its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The requirement's source.
    Main,
    /// A further source.
    Beside(usize),
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// It is not counted, for this reason.
    Left(Standing),
    /// It covers what it says.
    Certain,
    /// Nobody knows what it covers.
    Doubtful,
}

/// The instant at which a day ends.
fn end_of(day: i32, calendar: &Calendar) -> i64 {
    let midnight = i64::from(day)
        .saturating_sub(EPOCH)
        .saturating_add(1)
        .saturating_mul(DAY);
    calendar.clock().instants(midnight).latest()
}

/// The real time of the days that count.
fn span(window: Window, calendar: &Calendar) -> Range<i64> {
    let start = window
        .from
        .map_or(i64::MIN, |from| end_of(from.saturating_sub(1), calendar));
    start..end_of(window.to, calendar)
}

impl Further {
    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        let mut columns = self.cover.columns();
        columns.extend(self.condition.iter().flat_map(Condition::columns));
        columns
    }
}

impl Coverage {
    /// What the rows of each source cover.
    fn covers(&self) -> impl Iterator<Item = (Origin, &Cover)> {
        let also = self.also.iter().enumerate();
        let also = also.map(|(rank, further)| (Origin::Beside(rank), &further.cover));
        std::iter::once((Origin::Main, &self.main)).chain(also)
    }
}

impl Covered {
    /// Counts a row of the requirement's source.
    pub fn observe(
        &mut self,
        settings: &Coverage,
        standing: Standing,
        row: &Row<'_>,
        window: Window,
    ) -> Entry {
        let counts = match standing {
            Standing::Judged => Truth::Yes,
            Standing::Undecided(doubt) => Truth::Unknown(doubt),
            left => return Entry::Left(left),
        };
        let entry = self.enter(&settings.main, settings, counts, row, window);
        if !matches!(entry, Entry::Left(_)) {
            self.rows = self.rows.saturating_add(1);
        }
        entry
    }

    /// Counts a row of a further source.
    pub fn observe_beside(
        &mut self,
        settings: &Coverage,
        further: &Further,
        row: &Row<'_>,
        window: Window,
    ) {
        let counts = further
            .condition
            .as_ref()
            .map_or(Truth::Yes, |condition| condition.truth(row));
        if counts != Truth::No {
            self.enter(&further.cover, settings, counts, row, window);
        }
    }

    fn enter(
        &mut self,
        cover: &Cover,
        settings: &Coverage,
        counts: Truth,
        row: &Row<'_>,
        window: Window,
    ) -> Entry {
        let calendar = &row.reference.calendar;
        let span = span(window, calendar);
        let interval = cover.interval(row);
        if interval.is_outside(&span) {
            return Entry::Left(Standing::OutOfPeriod);
        }
        let (places, nowhere) = cover.places.of(row, &settings.places);
        if places.is_empty() {
            return Entry::Left(Standing::NotConcerned);
        }
        let undecided = match counts {
            Truth::Unknown(doubt) => Some(doubt),
            _ => None,
        };
        let doubt = undecided.max(nowhere);
        for place in places {
            if let Some(certain) = interval.certain.clone().filter(|_| doubt.is_none()) {
                // What is said of days after the collection is a plan, not a fact.
                let known = span.start..span.end.min(end_of(cover.until, calendar));
                insert(
                    self.certain.entry(place).or_default(),
                    clip(certain, &known),
                );
            }
            if let Some(reason) = doubt.max(interval.doubt) {
                let possible = clip(interval.possible.clone(), &span);
                insert(self.possible.entry((reason, place)).or_default(), possible);
            }
        }
        match doubt.max(interval.doubt) {
            None => Entry::Certain,
            Some(_) => Entry::Doubtful,
        }
    }

    /// Rows that cannot be read, or that are lost, could cover anything that their source can cover.
    pub fn open(&mut self, origin: Origin) {
        self.unread.insert(origin);
    }

    /// Adds what another shard has seen.
    pub fn merge(&mut self, other: &Self) {
        for (place, theirs) in &other.certain {
            let mine = self.certain.entry(*place).or_default();
            theirs.iter().for_each(|range| mine.insert(range.clone()));
        }
        for (key, theirs) in &other.possible {
            let mine = self.possible.entry(*key).or_default();
            theirs.iter().for_each(|range| mine.insert(range.clone()));
        }
        self.rows = self.rows.saturating_add(other.rows);
        self.unread.extend(&other.unread);
    }
}

fn clip(range: Range<i64>, span: &Range<i64>) -> Range<i64> {
    range.start.max(span.start)..range.end.min(span.end)
}

/// Adds a range that may be empty.
fn insert(set: &mut RangeSet<i64>, range: Range<i64>) {
    if range.start < range.end {
        set.insert(range);
    }
}
