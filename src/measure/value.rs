//! Values of a row as exact integers with a unit: columns, and the quantities derived from them.
//!
//! Invariant: every value is an `i64` whose meaning its unit gives; two values are compared only in the same unit,
//! which the charter checks before any row is read.

use super::time;
use super::truth::Doubt;
use crate::evidence::batch::{Batch, ColumnData};
use crate::reference::Reference;
use chrono::NaiveDate;

/// What an integer means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Working days (jours ouvrés), start day excluded.
    WorkingDays,
    /// Calendar days.
    CalendarDays,
    /// Seconds of a duration.
    Seconds,
    /// A plain number.
    Count,
    /// A day, counted from the common era.
    Date,
    /// A local instant, in seconds since 1970.
    Instant,
    /// Index of a declared value.
    Category,
    /// 1 for yes, 0 for no.
    Boolean,
    /// Something that can only be filled in or not.
    Presence,
}

/// A value derived from the columns of a row. Columns are positions in the source's schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantity {
    /// Working days from one day to another, start day excluded; an end before the start is contradictory.
    WorkingDays {
        /// Column of the start.
        from: usize,
        /// Column of the end.
        to: usize,
    },
    /// Calendar days from one day to another; an end before the start is contradictory.
    CalendarDays {
        /// Column of the start.
        from: usize,
        /// Column of the end.
        to: usize,
    },
    /// Seconds of real time from one instant to another; an end before the start is contradictory.
    Elapsed {
        /// Column of the start.
        from: usize,
        /// Column of the end.
        to: usize,
    },
    /// Seconds late by the town's doing: `max(0, start − max(due, arrival))`. A user who comes late does not make the
    /// town late; someone received early is not late; an arrival after both the appointed instant and the start is
    /// contradictory.
    Lateness {
        /// Column of the appointed instant.
        due: usize,
        /// Column of the arrival, where it is recorded.
        arrival: Option<usize>,
        /// Column of the start.
        start: usize,
    },
    /// The delay announced by the service and in force on a day, in working days.
    AnnouncedDelay {
        /// Column of the service.
        service: usize,
        /// Column of the day of request.
        on: usize,
    },
    /// Whether a day lies in an exceptional period.
    ExceptionalPeriod {
        /// Column of the service, where there is one.
        service: Option<usize>,
        /// Column of the day.
        on: usize,
    },
    /// Working days from a message received to its first answer; while there is certainly none, at least those to the day
    /// until which there was none.
    AnswerDelay {
        /// Column of the message received.
        from: usize,
        /// Column of the first answer.
        to: usize,
        /// Column of the last day without an answer.
        until: usize,
    },
    /// A quantity of which only an upper bound is recorded: the delay to the slot that the user chose stands for the delay
    /// to the first one offered. What is asked lies between 0 and the value.
    UpperBound(Box<Self>),
    /// Whether a place is open at an instant.
    Open {
        /// The place.
        place: PlaceOf,
        /// Column of the instant.
        at: usize,
    },
    /// Seconds from an instant to the end of the opening that contains it; 0 outside the opening hours. An opening that
    /// lasts longer than a week counts as a week.
    UntilClosing {
        /// The place.
        place: PlaceOf,
        /// Column of the instant.
        at: usize,
    },
}

/// The place that a row speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceOf {
    /// The one that a column names.
    Column(usize),
    /// The same for every row: its position in the charter's order.
    Fixed(u32),
}

/// A value that a condition or a measure can ask of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A column, by its position.
    Column(usize),
    /// A named quantity.
    Quantity(Quantity),
}

/// One row, with what it is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The block it stands in.
    pub batch: &'a Batch,
    /// Its position there.
    pub index: usize,
    /// The charter's values.
    pub reference: &'a Reference,
}

impl Row<'_> {
    /// The value of a column as an integer of its unit.
    pub fn column(&self, column: usize) -> Result<i64, Doubt> {
        let data = self.batch.columns.get(column).ok_or(Doubt::NotRecorded)?;
        match data {
            ColumnData::Skipped => return Err(Doubt::NotRecorded),
            ColumnData::Date(cells) => cells.get(self.index).map(i64::from),
            ColumnData::Instant(cells)
            | ColumnData::Seconds(cells)
            | ColumnData::Integer(cells) => cells.get(self.index),
            ColumnData::Category(cells) => cells.get(self.index).map(i64::from),
            ColumnData::Boolean(cells) => cells.get(self.index).map(i64::from),
            ColumnData::Text(cells) => cells.get(self.index).map(|()| 1),
            ColumnData::Key(cells) => cells.get(self.index).map(|_| 1),
            ColumnData::Weight(cells) => cells
                .get(self.index)
                .map(|weight| i64::try_from(weight).unwrap_or(i64::MAX)),
        }
        .map_err(Doubt::from)
    }

    /// The digest in a key column.
    pub fn key(&self, column: usize) -> Result<u128, Doubt> {
        match self.batch.columns.get(column) {
            Some(ColumnData::Key(cells)) => cells.get(self.index).map_err(Doubt::from),
            _ => Err(Doubt::NotRecorded),
        }
    }

    /// The day of a date or datetime column, counted from the common era.
    pub fn day(&self, column: usize) -> Result<i32, Doubt> {
        let days = match self.batch.columns.get(column) {
            Some(data @ ColumnData::Instant(_)) => {
                return data.day(self.index).map_err(Doubt::from);
            }
            _ => self.column(column)?,
        };
        i32::try_from(days).map_err(|_| Doubt::Unreadable)
    }

    /// The position of a place in the charter's order.
    pub fn place(&self, place: PlaceOf) -> Result<u32, Doubt> {
        match place {
            PlaceOf::Fixed(place) => Ok(place),
            PlaceOf::Column(column) => {
                u32::try_from(self.column(column)?).map_err(|_| Doubt::Unreadable)
            }
        }
    }

    /// Why it is not known whether the row repeats another, where that is so.
    pub fn unmatched(&self) -> Option<Doubt> {
        self.batch
            .unmatched
            .get(&self.index)
            .copied()
            .map(Doubt::from)
    }

    fn date(&self, column: usize) -> Result<NaiveDate, Doubt> {
        NaiveDate::from_num_days_from_ce_opt(self.day(column)?).ok_or(Doubt::Unreadable)
    }
}

impl Quantity {
    /// The unit of the quantity.
    pub const fn unit(&self) -> Unit {
        match self {
            Self::WorkingDays { .. } | Self::AnnouncedDelay { .. } | Self::AnswerDelay { .. } => {
                Unit::WorkingDays
            }
            Self::CalendarDays { .. } => Unit::CalendarDays,
            Self::Elapsed { .. } | Self::Lateness { .. } | Self::UntilClosing { .. } => {
                Unit::Seconds
            }
            Self::ExceptionalPeriod { .. } | Self::Open { .. } => Unit::Boolean,
            Self::UpperBound(inner) => inner.unit(),
        }
    }

    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        match *self {
            Self::UpperBound(ref inner) => inner.columns(),
            Self::WorkingDays { from, to }
            | Self::CalendarDays { from, to }
            | Self::Elapsed { from, to } => {
                vec![from, to]
            }
            Self::Lateness {
                due,
                arrival,
                start,
            } => [Some(due), arrival, Some(start)]
                .into_iter()
                .flatten()
                .collect(),
            Self::AnnouncedDelay { service, on } => vec![service, on],
            Self::AnswerDelay { from, to, until } => vec![from, to, until],
            Self::ExceptionalPeriod { service, on } => {
                [service, Some(on)].into_iter().flatten().collect()
            }
            Self::Open { place, at } | Self::UntilClosing { place, at } => match place {
                PlaceOf::Column(column) => vec![column, at],
                PlaceOf::Fixed(_) => vec![at],
            },
        }
    }

    /// Its value for a row, in its unit; of an upper bound, the bound.
    pub fn value(&self, row: &Row<'_>) -> Result<i64, Doubt> {
        match *self {
            Self::UpperBound(ref inner) => inner.value(row),
            Self::WorkingDays { from, to } | Self::AnswerDelay { from, to, .. } => {
                working_days(row, from, to)
            }
            Self::CalendarDays { from, to } => {
                let (start, end) = both(row.day(from), row.day(to))?;
                not_negative(
                    i64::from(end).saturating_sub(i64::from(start)),
                    start <= end,
                )
            }
            Self::Elapsed { from, to } => {
                let (start, end) = both(row.column(from), row.column(to))?;
                time::elapsed(row.reference.calendar.clock(), start, end)
            }
            Self::Lateness {
                due,
                arrival,
                start,
            } => lateness(row, due, arrival, start),
            Self::AnnouncedDelay { service, on } => {
                let (service, on) = both(row.column(service), row.date(on))?;
                let service = u32::try_from(service).map_err(|_| Doubt::Unreadable)?;
                let days = row
                    .reference
                    .announced_delay(service, on)
                    .ok_or(Doubt::NoReference)?;
                Ok(i64::from(days))
            }
            Self::ExceptionalPeriod { service, on } => {
                let on = row.date(on)?;
                let service = service.map(|column| row.column(column)).transpose();
                let known = service
                    .as_ref()
                    .ok()
                    .copied()
                    .flatten()
                    .and_then(|index| u32::try_from(index).ok());
                match (row.reference.is_exceptional(known, on), service) {
                    (Some(exceptional), _) => Ok(i64::from(exceptional)),
                    (None, Err(doubt)) => Err(doubt),
                    (None, Ok(_)) => Err(Doubt::NotRecorded),
                }
            }
            Self::Open { place, at } => {
                let (place, at) = both(row.place(place), row.column(at))?;
                time::is_open(row.reference, place, at).map(i64::from)
            }
            Self::UntilClosing { place, at } => {
                let (place, at) = both(row.place(place), row.column(at))?;
                time::until_closing(row.reference, place, at)
            }
        }
    }
}

fn working_days(row: &Row<'_>, from: usize, to: usize) -> Result<i64, Doubt> {
    let (start, end) = both(row.date(from), row.date(to))?;
    let days = row.reference.calendar.working_days_between(start, end);
    not_negative(days.ok_or(Doubt::Unreadable)?, start <= end)
}

/// An arrival that is not known matters only when the start comes after the appointed instant; one after the start is
/// impossible.
fn lateness(row: &Row<'_>, due: usize, arrival: Option<usize>, start: usize) -> Result<i64, Doubt> {
    let (due, start) = both(row.column(due), row.column(start))?;
    let arrival = arrival.map(|column| row.column(column));
    time::lateness(row.reference.calendar.clock(), due, arrival, start)
}

fn not_negative(value: i64, ordered: bool) -> Result<i64, Doubt> {
    if ordered {
        Ok(value)
    } else {
        Err(Doubt::Contradictory)
    }
}

/// Both values, or the larger doubt.
pub(super) fn both<A, B>(one: Result<A, Doubt>, two: Result<B, Doubt>) -> Result<(A, B), Doubt> {
    match (one, two) {
        (Ok(one), Ok(two)) => Ok((one, two)),
        (Err(one), Err(two)) => Err(one.max(two)),
        (Err(doubt), Ok(_)) | (Ok(_), Err(doubt)) => Err(doubt),
    }
}

impl Term {
    /// Whether its value is an upper bound of what is asked.
    pub const fn is_upper_bound(&self) -> bool {
        matches!(self, Self::Quantity(Quantity::UpperBound(_)))
    }

    /// The least and the greatest that its value can be for a row; equal where it is known exactly.
    pub fn span(&self, row: &Row<'_>) -> Result<(i64, i64), Doubt> {
        if let Self::Quantity(Quantity::AnswerDelay { from, to, until }) = *self
            && row.day(to) == Err(Doubt::NotRecorded)
        {
            return Ok((working_days(row, from, until)?, i64::MAX));
        }
        let value = self.value(row)?;
        Ok(if self.is_upper_bound() {
            (0, value)
        } else {
            (value, value)
        })
    }

    /// Its value for a row.
    pub fn value(&self, row: &Row<'_>) -> Result<i64, Doubt> {
        match self {
            Self::Column(column) => row.column(*column),
            Self::Quantity(quantity) => quantity.value(row),
        }
    }

    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::Column(column) => vec![*column],
            Self::Quantity(quantity) => quantity.columns(),
        }
    }
}
