//! What can be wrong with the calendar that a charter declares.
//!
//! Invariant: a fault carries the position in the declared list, so that the caller can point at it.

use chrono::NaiveDate;

use super::zone::Zone;
use crate::diagnostic::{Code, Diagnostic};

/// No zone has this name; for the caller of [`Zone::parse`], with the arguments `zone` and `known`.
pub const ZONE_UNKNOWN: Code = Code::new("calendar-zone-unknown");
/// Good Friday is declared in a zone that does not have it.
pub const GOOD_FRIDAY_ELSEWHERE: Code = Code::new("calendar-good-friday-elsewhere");
/// A closure ends before it begins.
pub const CLOSURE_INVERTED: Code = Code::new("calendar-closure-inverted");
/// A holiday is added on a date that is one already.
pub const ADDED_ALREADY: Code = Code::new("calendar-added-already");
/// A holiday is removed on a date that is not one.
pub const REMOVED_NOT_HOLIDAY: Code = Code::new("calendar-removed-not-holiday");

/// A fault of a declared calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarFault {
    /// Good Friday is a holiday of Alsace and Moselle only.
    GoodFridayElsewhere {
        /// The declared zone.
        zone: Zone,
    },
    /// A closure ends before it begins.
    ClosureInverted {
        /// Its position in the list, from 0.
        index: usize,
        /// Its declared first day.
        from: NaiveDate,
        /// Its declared last day.
        to: NaiveDate,
    },
    /// The added date is a holiday already, by law or by an earlier entry.
    AddedAlready {
        /// Its position in the list, from 0.
        index: usize,
        /// The date.
        on: NaiveDate,
    },
    /// The removed date is not a holiday of the law, or is removed already.
    RemovedNotHoliday {
        /// Its position in the list, from 0.
        index: usize,
        /// The date.
        on: NaiveDate,
    },
}

impl CalendarFault {
    /// The code of the fault.
    pub const fn code(&self) -> Code {
        match self {
            Self::GoodFridayElsewhere { .. } => GOOD_FRIDAY_ELSEWHERE,
            Self::ClosureInverted { .. } => CLOSURE_INVERTED,
            Self::AddedAlready { .. } => ADDED_ALREADY,
            Self::RemovedNotHoliday { .. } => REMOVED_NOT_HOLIDAY,
        }
    }

    /// The fault as a diagnostic without a place.
    pub fn diagnostic(&self) -> Diagnostic {
        let diagnostic = Diagnostic::error(self.code());
        match self {
            Self::GoodFridayElsewhere { zone } => diagnostic.arg("zone", zone.id()),
            Self::ClosureInverted { from, to, .. } => diagnostic
                .arg("from", from.to_string())
                .arg("to", to.to_string()),
            Self::AddedAlready { on, .. } | Self::RemovedNotHoliday { on, .. } => {
                diagnostic.arg("on", on.to_string())
            }
        }
    }
}
