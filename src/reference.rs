//! What the town has announced and what rows are compared with: calendar, opening hours, dated delays, exceptional
//! periods.
//!
//! Invariant: built once from a valid charter, then only read; services and sites are indices in the charter's order.

use crate::calendar::{Calendar, OpeningHours};
use chrono::NaiveDate;

/// The ceiling of an announced delay in normal operation, in working days.
pub const CEILING: u32 = 45;

/// A delay announced to users, in working days, for requests made within its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnouncedDelay {
    /// Which service.
    pub service: u32,
    /// First day of request it applies to.
    pub from: NaiveDate,
    /// Last day of request it applies to; none for one that stands whenever no later one is in force.
    pub to: Option<NaiveDate>,
    /// Working days, start day excluded.
    pub working_days: u32,
}

/// A period outside normal operation, declared and decided by the town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExceptionalPeriod {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The services concerned; none for all of them.
    pub services: Option<Vec<u32>>,
}

/// The values that rows are compared with.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Working days and opening days.
    pub calendar: Calendar,
    /// When each site is open.
    pub hours: Vec<OpeningHours>,
    /// Announced delays; of one service, no two begin on the same day.
    pub delays: Vec<AnnouncedDelay>,
    /// Exceptional periods.
    pub exceptional: Vec<ExceptionalPeriod>,
}

impl Reference {
    /// The delay in force for a request made to a service on a day, in working days.
    pub fn announced_delay(&self, service: u32, on: NaiveDate) -> Option<u32> {
        self.delays
            .iter()
            .filter(|delay| delay.service == service && delay.from <= on)
            .filter(|delay| delay.to.is_none_or(|to| on <= to))
            .max_by_key(|delay| delay.from)
            .map(|delay| delay.working_days)
    }

    /// Whether rows can be expected on a day: one of the sites is open or, where none is named, the day is worked.
    pub fn expects_rows(&self, sites: &[u32], on: NaiveDate) -> bool {
        if sites.is_empty() {
            return self.calendar.is_working(on);
        }
        let hours = sites.iter().filter_map(|site| {
            let position = usize::try_from(*site).ok()?;
            self.hours.get(position)
        });
        hours
            .into_iter()
            .any(|hours| !hours.open_ranges(on, &self.calendar).is_empty())
    }

    /// Whether a day is exceptional for a service; none when that depends on a service that is not given.
    pub fn is_exceptional(&self, service: Option<u32>, on: NaiveDate) -> Option<bool> {
        let mut verdict = Some(false);
        for period in self
            .exceptional
            .iter()
            .filter(|period| period.from <= on && on <= period.to)
        {
            match (&period.services, service) {
                (None, _) => return Some(true),
                (Some(services), Some(service)) if services.contains(&service) => {
                    return Some(true);
                }
                (Some(_), Some(_)) => {}
                (Some(_), None) => verdict = None,
            }
        }
        verdict
    }
}
