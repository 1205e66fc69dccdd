//! The interval of a row: when it begins and ends, where, and what is certain of it.
//!
//! Invariant: whatever the unknown bounds are, the interval contains `certain` and lies within `possible`; both are of
//! real time. A stated interval that is longer than any can be may cover what it states and shows nothing.

use super::super::time::{DAY, EPOCH};
use super::super::truth::Doubt;
use super::super::value::{Row, both};
use crate::calendar::Clock;
use std::ops::Range;

/// How a row covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// When it begins.
    pub from: Moment,
    /// When it ends.
    pub to: End,
    /// Where.
    pub places: Places,
    /// No interval lasts longer than so many seconds, where that is declared.
    pub longest: Option<i64>,
    /// The day on which the rows were collected: later days are not known.
    pub until: i32,
}

/// Where a bound stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A column of instants.
    Instant(usize),
    /// A column of days: from the start of the first to the end of the last.
    Day(usize),
    /// A column of days, and one of times of the day.
    Time {
        /// The day.
        day: usize,
        /// The time since midnight.
        time: usize,
    },
}

/// What ends an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A bound of its own.
    At(Moment),
    /// A column that says how long it lasts.
    After(usize),
}

/// Which places a row covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Places {
    /// The one that a column names, if it is among these where they are given.
    Column(usize, Option<Vec<u32>>),
    /// All of these.
    These(Vec<u32>),
}

/// A row's stretch of real time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Interval {
    /// Covered whatever is unknown.
    pub(super) certain: Option<Range<i64>>,
    /// Nothing beyond is covered.
    pub(super) possible: Range<i64>,
    /// Why both differ, if they do.
    pub(super) doubt: Option<Doubt>,
}

impl Interval {
    /// Whether nothing of it can lie within a span.
    pub(super) const fn is_outside(&self, span: &Range<i64>) -> bool {
        let Range { start, end } = self.possible;
        end < span.start || (end == span.start && start < end) || span.end <= start
    }
}

/// The instants that a bound may be, and why there are several.
#[derive(Debug, Clone, Copy)]
struct Between {
    earliest: i64,
    latest: i64,
}

impl Between {
    const fn doubt(self) -> Option<Doubt> {
        if self.earliest == self.latest {
            None
        } else {
            Some(Doubt::ClockChange)
        }
    }
}

impl Places {
    /// The judged places that a row covers, or may cover if it does not say which: then the doubt as well.
    pub(super) fn of(&self, row: &Row<'_>, judged: &[u32]) -> (Vec<u32>, Option<Doubt>) {
        let (column, among) = match self {
            Self::These(places) => {
                let places = places.iter().filter(|place| judged.contains(place));
                return (places.copied().collect(), None);
            }
            Self::Column(column, among) => (*column, among),
        };
        let known = row.column(column);
        let places = judged.iter().filter(|place| {
            let named = known.map_or(true, |known| known == i64::from(**place));
            named && among.as_ref().is_none_or(|among| among.contains(place))
        });
        (places.copied().collect(), known.err())
    }

    /// Whether some row can cover a place.
    pub(super) fn may_cover(&self, place: u32) -> bool {
        match self {
            Self::These(places) | Self::Column(_, Some(places)) => places.contains(&place),
            Self::Column(_, None) => true,
        }
    }

    fn columns(&self) -> Option<usize> {
        match self {
            Self::Column(column, _) => Some(*column),
            Self::These(_) => None,
        }
    }
}

impl Moment {
    fn columns(self) -> Vec<usize> {
        match self {
            Self::Instant(column) | Self::Day(column) => vec![column],
            Self::Time { day, time } => vec![day, time],
        }
    }

    /// The local time of the bound; `ends` asks for the end of a day.
    fn local(self, row: &Row<'_>, ends: bool) -> Result<i64, Doubt> {
        let midnight = |day: i32| i64::from(day).saturating_sub(EPOCH).saturating_mul(DAY);
        match self {
            Self::Instant(column) => row.column(column),
            Self::Day(column) => {
                let day = row.day(column)?;
                Ok(midnight(day.saturating_add(i32::from(ends))))
            }
            Self::Time { day, time } => {
                let (day, time) = both(row.day(day), row.column(time))?;
                Ok(midnight(day).saturating_add(time))
            }
        }
    }

    fn real(self, row: &Row<'_>, clock: &Clock, ends: bool) -> Result<Between, Doubt> {
        let instants = clock.instants(self.local(row, ends)?);
        Ok(Between {
            earliest: instants.earliest(),
            latest: instants.latest(),
        })
    }
}

impl Cover {
    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        let mut columns = self.from.columns();
        match self.to {
            End::At(moment) => columns.extend(moment.columns()),
            End::After(column) => columns.push(column),
        }
        columns.extend(self.places.columns());
        columns
    }

    /// What is known of a row's interval.
    pub(super) fn interval(&self, row: &Row<'_>) -> Interval {
        let clock = row.reference.calendar.clock();
        let start = self.from.real(row, clock, false);
        let end = match self.to {
            End::At(moment) => moment.real(row, clock, true),
            End::After(column) => both(start, row.column(column)).map(|(start, length)| Between {
                earliest: start.earliest.saturating_add(length),
                latest: start.latest.saturating_add(length),
            }),
        };
        let longest = self.longest.unwrap_or(i64::MAX);
        match (start, end) {
            (Ok(start), Ok(end)) => bounded(start, end, longest),
            (Ok(start), Err(doubt)) => Interval {
                certain: None,
                possible: start.earliest..start.latest.saturating_add(longest),
                doubt: Some(doubt),
            },
            (Err(doubt), Ok(end)) => Interval {
                certain: None,
                possible: end.earliest.saturating_sub(longest)..end.latest,
                doubt: Some(doubt),
            },
            (Err(one), Err(two)) => anywhere(one.max(two)),
        }
    }
}

const fn anywhere(doubt: Doubt) -> Interval {
    Interval {
        certain: None,
        possible: i64::MIN..i64::MAX,
        doubt: Some(doubt),
    }
}

/// An interval whose bounds are both recorded. An end before its start says that one of them is wrong, not which.
fn bounded(start: Between, end: Between, longest: i64) -> Interval {
    if end.latest < start.earliest {
        return anywhere(Doubt::Contradictory);
    }
    let certain = start.latest..end.earliest;
    let possible = start.earliest..end.latest;
    let too_long = certain.end.saturating_sub(certain.start) > longest;
    Interval {
        doubt: start
            .doubt()
            .max(end.doubt())
            .max(too_long.then_some(Doubt::Contradictory)),
        certain: Some(certain).filter(|certain| certain.start < certain.end && !too_long),
        possible,
    }
}
