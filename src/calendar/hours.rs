//! Opening hours of a site, in OSM's syntax or in everyday French.
//!
//! Invariant: an opening belongs to the day on which it begins; on a holiday only a text that speaks of holidays opens,
//! and on a closure nothing does.

mod fault;
mod items;
mod read;
mod rule;

use std::ops::Range;
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use opening_hours::{Context, ContextHolidays, OpeningHours as Osm, RuleKind};

pub use fault::{
    HOURS_AMBIGUOUS, HOURS_EMPTY, HOURS_MISSING, HOURS_NO_LENGTH, HOURS_RANGE, HOURS_SELECTOR,
    HOURS_TIME, HOURS_UNEXPECTED, HOURS_UNSUPPORTED, HOURS_WORD, HoursFault, HoursFaultKind,
};
use rule::{DAY, Engine, Part};

use super::Calendar;

/// When a site is open.
///
/// The text is OSM's `opening_hours`, in which French is accepted: day and month names (`lu`, `mardi`, `juillet`), times
/// (`9h30`, `9 h`, `midi`), joints (`lundi au vendredi`, `9h à 12h et 14h à 17h`), `fermé`, `jours fériés` or `jf`. As in
/// OSM a rule after `;` replaces the earlier ones on its days, and a rule after `,` adds to them. A list may have spaces
/// after its commas (`lu, ma 9h-12h`), and days without hours are a fault. School holidays, sunrise and sunset, open
/// ends, repetitions, comments and fallbacks are refused: they cannot be judged exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningHours {
    osm: String,
    engine: Engine,
    ordinary: Engine,
    holidays: bool,
    seasonal: bool,
}

/// What a day is, for opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Ordinary,
    Holiday,
    Closed,
}

impl OpeningHours {
    /// Reads opening hours.
    ///
    /// # Errors
    /// The first piece that is neither OSM nor French, with its place in the text.
    pub fn parse(text: &str) -> Result<Self, HoursFault> {
        let rules = read::rules(text)?;
        if let Some(rule) = rules.iter().find(|rule| Engine::new([*rule]).is_none()) {
            return Err(HoursFault::new(
                HoursFaultKind::Selector,
                text,
                rule.span.clone(),
            ));
        }
        let whole = || HoursFault::new(HoursFaultKind::Selector, text, 0..text.len());
        let ordinary = rules.iter().filter(|rule| !rule.is_seasonal());
        Ok(Self {
            osm: rule::write(&rules, Part::Whole),
            engine: Engine::new(&rules).ok_or_else(whole)?,
            ordinary: Engine::new(ordinary).ok_or_else(whole)?,
            holidays: rules.iter().any(|rule| rule.holidays),
            seasonal: rules.iter().any(rule::Rule::is_seasonal),
        })
    }

    /// The same hours in OSM's syntax, for other programs.
    pub fn osm(&self) -> &str {
        &self.osm
    }

    /// Whether some rule holds for a part of the year, or for some weeks of a month, only.
    pub const fn is_seasonal(&self) -> bool {
        self.seasonal
    }

    /// The openings of a day: minutes since midnight, the end not included, sorted and apart from each other.
    ///
    /// Nothing opens on a closure, nor on a holiday unless the text speaks of holidays (`PH`, `jours fériés`). What
    /// begins the day before and runs over midnight is in, when the day before is open. Dates before 1900 are closed.
    pub fn open_ranges(&self, date: NaiveDate, calendar: &Calendar) -> Vec<Range<u32>> {
        self.ranges(&self.engine, date, |day| {
            if calendar.closure(day).is_some() {
                Status::Closed
            } else if calendar.is_holiday(day) {
                Status::Holiday
            } else {
                Status::Ordinary
            }
        })
    }

    /// The minute of the day at which the last opening of the day ends, if there is one.
    pub fn closing_minute(&self, date: NaiveDate, calendar: &Calendar) -> Option<u32> {
        self.open_ranges(date, calendar)
            .last()
            .map(|range| range.end)
    }

    /// Whether the site is open at this minute of the day.
    pub fn is_open(&self, date: NaiveDate, minute: u32, calendar: &Calendar) -> bool {
        self.open_ranges(date, calendar)
            .iter()
            .any(|range| range.contains(&minute))
    }

    /// An ordinary week from Monday, without holidays nor closures, by the rules that hold all year round; those of
    /// some dates are left out (see [`Self::is_seasonal`] and [`Self::week_of`]).
    pub fn weekly(&self) -> [Vec<Range<u32>>; 7] {
        self.week(&self.ordinary, NaiveDate::default())
    }

    /// The week of a date, from Monday, as if it had neither holidays nor closures.
    pub fn week_of(&self, date: NaiveDate) -> [Vec<Range<u32>>; 7] {
        self.week(&self.engine, date)
    }

    fn week(&self, engine: &Engine, date: NaiveDate) -> [Vec<Range<u32>>; 7] {
        let back = Days::new(u64::from(date.weekday().num_days_from_monday()));
        let monday = date.checked_sub_days(back).unwrap_or(date);
        [0, 1, 2, 3, 4, 5, 6].map(|ahead| {
            let day = monday.checked_add_days(Days::new(ahead)).unwrap_or(monday);
            self.ranges(engine, day, |_| Status::Ordinary)
        })
    }

    fn ranges(
        &self,
        engine: &Engine,
        date: NaiveDate,
        status: impl Fn(NaiveDate) -> Status,
    ) -> Vec<Range<u32>> {
        let part = |osm: &Option<Osm>, day: NaiveDate| {
            let holiday = match status(day) {
                Status::Ordinary => false,
                Status::Holiday if self.holidays => true,
                Status::Holiday | Status::Closed => return Vec::new(),
            };
            osm.as_ref()
                .map_or_else(Vec::new, |osm| evaluate(osm, day, holiday))
        };
        let mut ranges = part(&engine.evening, date);
        if engine.morning.is_some()
            && let Some(before) = date.pred_opt()
        {
            ranges.extend(part(&engine.morning, before));
        }
        merge(ranges)
    }
}

/// What OSM's rules open on a day.
fn evaluate(osm: &Osm, day: NaiveDate, holiday: bool) -> Vec<Range<u32>> {
    let schedule = if holiday {
        let mut public = ContextHolidays::default().get_public().clone();
        public.insert(day);
        let holidays = ContextHolidays::new(Arc::new(public), Arc::default());
        osm.clone()
            .with_context(Context::default().with_holidays(holidays))
            .schedule_at(day)
    } else {
        osm.schedule_at(day)
    };
    let minutes = |time: u16| u32::from(time).min(DAY);
    schedule
        .into_iter()
        .filter(|piece| piece.kind == RuleKind::Open)
        .map(|piece| {
            minutes(piece.range.start.mins_from_midnight())
                ..minutes(piece.range.end.mins_from_midnight())
        })
        .collect()
}

/// Sorted, without overlaps, touching ranges joined.
fn merge(mut ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<u32>> = Vec::with_capacity(ranges.len());
    for range in ranges.into_iter().filter(|range| range.start < range.end) {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests;
