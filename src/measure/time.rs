//! Durations and openings by the legal clock.
//!
//! Invariant: a local time that the clock repeats stands for both instants that it names: a value is known only if
//! every way to read the times gives the same one; a local time that the clock skips gives none.

use super::truth::Doubt;
use crate::calendar::{Clock, Instants, OpeningHours};
use crate::reference::Reference;
use chrono::NaiveDate;

/// Seconds in a day.
pub(super) const DAY: i64 = 86_400;
/// `NaiveDate::num_days_from_ce` of 1970-01-01.
pub(super) const EPOCH: i64 = 719_163;
/// Days that an opening is followed over midnight.
const FOLLOWED: i64 = 7;

/// What is known of a value that may be read in several ways.
#[derive(Debug, Clone, Copy, Default)]
struct Readings {
    value: Option<i64>,
    differ: bool,
}

impl Readings {
    fn add(&mut self, value: i64) {
        self.differ |= self.value.is_some_and(|known| known != value);
        self.value = Some(value);
    }

    /// The only value; contradictory if there is none at all.
    fn settle(self) -> Result<i64, Doubt> {
        match self {
            Self { differ: true, .. } => Err(Doubt::ClockChange),
            Self { value, .. } => value.ok_or(Doubt::Contradictory),
        }
    }
}

/// The instants that a local time names; a doubt if the clock skips it.
fn instants(clock: &Clock, local: i64) -> Result<Instants, Doubt> {
    match clock.instants(local) {
        Instants::Never(..) => Err(Doubt::ClockChange),
        named => Ok(named),
    }
}

/// Real seconds from one local time to another; an end before its start is contradictory.
pub fn elapsed(clock: &Clock, start: i64, end: i64) -> Result<i64, Doubt> {
    let (starts, ends) = (instants(clock, start)?, instants(clock, end)?);
    let mut readings = Readings::default();
    for start in starts.all() {
        for end in ends.all().filter(|end| start <= *end) {
            readings.add(end.saturating_sub(start));
        }
    }
    readings.settle()
}

/// Real seconds late: `max(0, start − max(due, arrival))`. An arrival after both the appointed time and the start is
/// contradictory; one that is not known matters only if the start comes after the appointed time.
pub fn lateness(
    clock: &Clock,
    due: i64,
    arrival: Option<Result<i64, Doubt>>,
    start: i64,
) -> Result<i64, Doubt> {
    let (dues, starts) = (instants(clock, due)?, instants(clock, start)?);
    let arrivals = match arrival {
        None => None,
        Some(Ok(arrival)) => Some(instants(clock, arrival)),
        Some(Err(doubt)) => Some(Err(doubt)),
    };
    let mut readings = Readings::default();
    for due in dues.all() {
        for start in starts.all() {
            let late = start.saturating_sub(due).max(0);
            match arrivals {
                None => readings.add(late),
                Some(Err(_)) if late == 0 => readings.add(0),
                Some(Err(doubt)) => return Err(doubt),
                Some(Ok(arrivals)) => arrivals
                    .all()
                    .filter(|arrival| *arrival <= start || *arrival <= due)
                    .for_each(|arrival| {
                        readings.add(start.saturating_sub(arrival.max(due)).max(0));
                    }),
            }
        }
    }
    readings.settle()
}

/// The hours of a place, and the day and minute of a local time that the clock does show.
fn place_and_day(
    reference: &Reference,
    place: u32,
    local: i64,
) -> Result<(&OpeningHours, i64, u32), Doubt> {
    instants(reference.calendar.clock(), local)?;
    let hours = usize::try_from(place).ok();
    let hours = hours
        .and_then(|position| reference.hours.get(position))
        .ok_or(Doubt::NoReference)?;
    let minute = u32::try_from(local.rem_euclid(DAY).div_euclid(60));
    Ok((
        hours,
        local.div_euclid(DAY),
        minute.map_err(|_| Doubt::Unreadable)?,
    ))
}

/// The day that comes so many days after 1970-01-01.
pub(super) fn date(days: i64) -> Option<NaiveDate> {
    let days = i32::try_from(days.saturating_add(EPOCH)).ok()?;
    NaiveDate::from_num_days_from_ce_opt(days)
}

/// Whether a place is open at a local time. An opening contains its first minute and not its end.
pub fn is_open(reference: &Reference, place: u32, at: i64) -> Result<bool, Doubt> {
    let (hours, day, minute) = place_and_day(reference, place, at)?;
    let day = date(day).ok_or(Doubt::Unreadable)?;
    Ok(hours.is_open(day, minute, &reference.calendar))
}

/// Real seconds from a local time to the end of the opening that contains it, over midnight where it goes on; 0 outside
/// the opening hours.
pub fn until_closing(reference: &Reference, place: u32, at: i64) -> Result<i64, Doubt> {
    let (hours, first, minute) = place_and_day(reference, place, at)?;
    let ranges = |day: i64| {
        date(day).map_or_else(Vec::new, |day| hours.open_ranges(day, &reference.calendar))
    };
    let containing = ranges(first)
        .into_iter()
        .find(|range| range.contains(&minute));
    let Some(opening) = containing else {
        return Ok(0);
    };
    let mut closing = i64::from(opening.end) * 60;
    // What ends at midnight may go on with the next day.
    for ahead in 1..=FOLLOWED {
        let midnight = ahead.saturating_mul(DAY);
        let next = ranges(first.saturating_add(ahead));
        match next.first().filter(|range| range.start == 0) {
            Some(range) if closing == midnight => {
                closing = midnight.saturating_add(i64::from(range.end) * 60);
            }
            _ => break,
        }
    }
    let local = |second: i64| first.saturating_mul(DAY).saturating_add(second);
    let clock = reference.calendar.clock();
    let opened = clock.real(local(i64::from(opening.start) * 60)..local(closing));
    let mut readings = Readings::default();
    for at in clock.instants(at).all() {
        // The pieces of an opening follow each other unless the clock repeats its end.
        let closes = opened.iter().fold(at, |end, piece| {
            if piece.contains(&end) || (piece.start == end && at < end) {
                piece.end
            } else {
                end
            }
        });
        readings.add(closes.saturating_sub(at));
    }
    readings.settle()
}
