//! A stretch of the opening hours without cover, in `scorecard.json`.
//!
//! Invariant: as for every card: own types, a field is added, never renamed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Minutes of an opening that are not covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapCard {
    /// The id of the place.
    pub place: String,
    /// Its name.
    pub name: String,
    /// The day.
    pub on: NaiveDate,
    /// The first minute, as `HH:MM`.
    pub from: String,
    /// The minute at which it ends, as `HH:MM`; `24:00` for the end of the day.
    pub to: String,
    /// How many minutes.
    pub minutes: u32,
    /// Whether it begins when the clock shows that minute for the second time, after the change to winter time.
    pub repeated: bool,
    /// Whether it is certain; an uncertain one may be covered.
    pub known: bool,
}
