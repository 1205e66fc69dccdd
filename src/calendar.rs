//! Working days, public holidays, local closures, opening hours and the legal clock.
//!
//! Invariant: a calendar is a pure function of what the charter declares; a day is worked when its weekday is worked and
//! it is neither a holiday nor a closure, and the start day of a delay is never counted.

mod clock;
mod fault;
mod holiday;
mod hours;
mod table;
mod week;
mod words;
mod zone;

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

pub use clock::{Clock, Instants};
pub use fault::{
    ADDED_ALREADY, CLOSURE_INVERTED, CalendarFault, GOOD_FRIDAY_ELSEWHERE, REMOVED_NOT_HOLIDAY,
    ZONE_UNKNOWN,
};
pub use holiday::{Holiday, HolidayName, YEARS, easter, holidays};
pub use hours::{
    HOURS_AMBIGUOUS, HOURS_EMPTY, HOURS_MISSING, HOURS_NO_LENGTH, HOURS_RANGE, HOURS_SELECTOR,
    HOURS_TIME, HOURS_UNEXPECTED, HOURS_UNSUPPORTED, HOURS_WORD, HoursFault, HoursFaultKind,
    OpeningHours,
};
use table::Table;
pub use week::{WEEK_EMPTY, WEEK_UNEXPECTED, WEEK_WORD, WeekFault, WeekFaultKind, WorkingWeek};
pub use zone::Zone;

/// Days on which the town hall is closed although they are not holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// The first closed day.
    pub from: NaiveDate,
    /// The last closed day, included.
    pub to: NaiveDate,
    /// Why, in the charter's words.
    pub reason: String,
}

/// A holiday that the charter adds to those of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedHoliday {
    /// Its date.
    pub on: NaiveDate,
    /// Why, in the charter's words.
    pub reason: String,
}

/// What a charter declares of its calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarParts {
    /// The worked weekdays.
    pub week: WorkingWeek,
    /// The territory.
    pub zone: Zone,
    /// Whether Good Friday is a holiday; in Alsace and Moselle only.
    pub good_friday: bool,
    /// Local closures.
    pub closures: Vec<Closure>,
    /// Holidays beyond the law's.
    pub added: Vec<AddedHoliday>,
    /// Dates on which a holiday of the law does not count.
    pub removed: Vec<NaiveDate>,
}

impl CalendarParts {
    /// A week and a zone, and nothing local.
    pub const fn new(week: WorkingWeek, zone: Zone) -> Self {
        Self {
            week,
            zone,
            good_friday: false,
            closures: Vec::new(),
            added: Vec::new(),
            removed: Vec::new(),
        }
    }
}

/// Why a date is a holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayOff<'a> {
    /// By law; several names when holidays coincide.
    Legal(Vec<HolidayName>),
    /// By the charter, for this reason.
    Added(&'a str),
}

/// A town hall's calendar.
///
/// The years 1990 to 2100 are counted once, when the calendar is made (about 40 000 days): within them each question
/// costs a look-up. Outside them, within [`YEARS`], days are counted one by one. Outside [`YEARS`] no day is worked and
/// nothing is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    parts: CalendarParts,
    table: Table,
}

impl Calendar {
    /// Makes a calendar of what is declared.
    ///
    /// # Errors
    /// Every fault of the declaration.
    pub fn new(parts: CalendarParts) -> Result<Self, Vec<CalendarFault>> {
        let faults = faults(&parts);
        if faults.is_empty() {
            let table = Table::new(|date| parts.is_working(date));
            Ok(Self { parts, table })
        } else {
            Err(faults)
        }
    }

    /// The worked weekdays.
    pub const fn week(&self) -> WorkingWeek {
        self.parts.week
    }

    /// The territory.
    pub const fn zone(&self) -> Zone {
        self.parts.zone
    }

    /// The legal clock there.
    pub fn clock(&self) -> &'static Clock {
        Clock::of(self.parts.zone)
    }

    /// Whether Good Friday is a holiday.
    pub const fn good_friday(&self) -> bool {
        self.parts.good_friday
    }

    /// The declared closures, in the order of the charter.
    pub fn closures(&self) -> &[Closure] {
        &self.parts.closures
    }

    /// The holidays the charter adds, in its order.
    pub fn added_holidays(&self) -> &[AddedHoliday] {
        &self.parts.added
    }

    /// The dates on which the charter removes a holiday, in its order.
    pub fn removed_holidays(&self) -> &[NaiveDate] {
        &self.parts.removed
    }

    /// Whether the day is worked: a worked weekday, neither a holiday nor a closure.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        self.parts.is_working(date)
    }

    /// Whether the day is a holiday, by law or by the charter.
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        self.parts.is_holiday(date)
    }

    /// Why the day is a holiday, if it is one.
    pub fn holiday(&self, date: NaiveDate) -> Option<DayOff<'_>> {
        if let Some(added) = self.parts.added.iter().find(|added| added.on == date) {
            return Some(DayOff::Added(&added.reason));
        }
        let names: Vec<HolidayName> = self.parts.legal(date).collect();
        (!names.is_empty()).then_some(DayOff::Legal(names))
    }

    /// The holidays of the days of a range, by date.
    pub fn holidays_within(
        &self,
        days: &RangeInclusive<NaiveDate>,
    ) -> Vec<(NaiveDate, DayOff<'_>)> {
        days.start()
            .iter_days()
            .take_while(|day| day <= days.end())
            .filter_map(|day| Some((day, self.holiday(day)?)))
            .collect()
    }

    /// The closure that covers the day, if any; the first declared one of several.
    pub fn closure(&self, date: NaiveDate) -> Option<&Closure> {
        self.parts.closure(date)
    }

    /// The `n`-th working day after `start`, which is not counted; `start` itself when `n` is 0, worked or not.
    ///
    /// None when the answer, or the start, lies outside [`YEARS`].
    pub fn add_working_days(&self, start: NaiveDate, n: u32) -> Option<NaiveDate> {
        if !YEARS.contains(&start.year()) || n == 0 {
            return YEARS.contains(&start.year()).then_some(start);
        }
        let (mut day, mut left) = (start, n);
        loop {
            if let Some(before) = self.table.count(day) {
                if let Some(found) = self.table.day(before.saturating_add(left)) {
                    return Some(found);
                }
                // Not enough days in the table: those that remain are looked for beyond it.
                left -= self.table.total() - before;
                day = self.table.last();
            }
            day = day.succ_opt().filter(|day| YEARS.contains(&day.year()))?;
            if self.is_working(day) {
                left -= 1;
            }
            if left == 0 {
                return Some(day);
            }
        }
    }

    /// The working days from `a`, not counted, to `b`, counted; negative when `b` is before `a`, so that
    /// swapping the dates changes the sign alone.
    ///
    /// None when a date lies outside [`YEARS`].
    pub fn working_days_between(&self, a: NaiveDate, b: NaiveDate) -> Option<i64> {
        if !YEARS.contains(&a.year()) || !YEARS.contains(&b.year()) {
            return None;
        }
        if b < a {
            return Some(-self.count_after(b, a));
        }
        Some(self.count_after(a, b))
    }

    /// The working days after `a` up to `b`, for `a` not after `b`.
    fn count_after(&self, a: NaiveDate, b: NaiveDate) -> i64 {
        if let (Some(to_a), Some(to_b)) = (self.table.count(a), self.table.count(b)) {
            return i64::from(to_b) - i64::from(to_a);
        }
        let days = a.iter_days().skip(1).take_while(|&day| day <= b);
        days.fold(0, |count, day| count + i64::from(self.is_working(day)))
    }
}

impl CalendarParts {
    fn is_working(&self, date: NaiveDate) -> bool {
        YEARS.contains(&date.year())
            && self.week.includes(date)
            && self.closure(date).is_none()
            && !self.is_holiday(date)
    }

    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.added.iter().any(|added| added.on == date) || self.legal(date).next().is_some()
    }

    fn legal(&self, date: NaiveDate) -> impl Iterator<Item = HolidayName> {
        let removed = self.removed.contains(&date);
        holiday::names_on(date, self.zone, self.good_friday).filter(move |_| !removed)
    }

    fn closure(&self, date: NaiveDate) -> Option<&Closure> {
        self.closures
            .iter()
            .find(|closure| (closure.from..=closure.to).contains(&date))
    }
}

fn faults(parts: &CalendarParts) -> Vec<CalendarFault> {
    let mut faults = Vec::new();
    if parts.good_friday && parts.zone != Zone::AlsaceMoselle {
        faults.push(CalendarFault::GoodFridayElsewhere { zone: parts.zone });
    }
    for (index, closure) in parts.closures.iter().enumerate() {
        let (from, to) = (closure.from, closure.to);
        if to < from {
            faults.push(CalendarFault::ClosureInverted { index, from, to });
        }
    }
    let is_legal = |date| {
        holiday::names_on(date, parts.zone, parts.good_friday)
            .next()
            .is_some()
    };
    for (index, added) in parts.added.iter().enumerate() {
        let earlier = parts
            .added
            .iter()
            .take(index)
            .any(|other| other.on == added.on);
        if earlier || is_legal(added.on) {
            faults.push(CalendarFault::AddedAlready {
                index,
                on: added.on,
            });
        }
    }
    for (index, &on) in parts.removed.iter().enumerate() {
        if !is_legal(on) || parts.removed.iter().take(index).any(|&other| other == on) {
            faults.push(CalendarFault::RemovedNotHoliday { index, on });
        }
    }
    faults
}

#[cfg(test)]
mod tests;
