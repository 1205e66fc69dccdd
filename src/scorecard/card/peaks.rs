//! What the calls of a line show, in `scorecard.json`.
//!
//! Invariant: as for every card: own types, a field is added, never renamed. Counts of calls are over the whole of the
//! days that count, never of a slot or of a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Measured peaks, or quiet hours, beside the published ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeaksCard {
    /// `peaks` or `quiet`.
    pub sought: String,
    /// The id of the line.
    pub place: String,
    /// Its name.
    pub name: String,
    /// Minutes of a slot.
    pub slot: u32,
    /// The part of the weekday's mean from which, or down from which, a slot is one: `5/4`.
    pub threshold: String,
    /// The share of the weeks in which it must be seen: `3/5`.
    pub weeks: String,
    /// The day of the first certain call, from which the log says something.
    pub begins: Option<NaiveDate>,
    /// The day until which it was collected.
    pub collected: NaiveDate,
    /// Open days that count, from that day on.
    pub days: u64,
    /// Open days that count if the log begins as early as it may, with an unknown call.
    pub days_at_most: u64,
    /// Days left out.
    pub left_out: Vec<LeftOutCard>,
    /// Calls in the slots that count.
    pub calls: u64,
    /// Those of them in published slots.
    pub inside: u64,
    /// Calls that may be in some slot.
    pub unknown_calls: u64,
    /// Calls outside the opening hours, or on days left out.
    pub outside: u64,
    /// What is measured.
    pub measured: Vec<WindowCard>,
    /// What cannot be told.
    pub undecided: Vec<WindowCard>,
    /// What is measured and not published.
    pub unpublished: Vec<WindowCard>,
    /// What is published and not measured.
    pub refuted: Vec<WindowCard>,
    /// Undecided slots that are not published: they may be no cases.
    pub spare: u64,
    /// What is published.
    pub published: Vec<PublishedCard>,
    /// Whether it is met on a declaration alone.
    pub declared: bool,
    /// The day before which what was declared is to be measured.
    pub measure_before: Option<NaiveDate>,
    /// What the operators can answer.
    pub service: Option<ServiceCard>,
}

/// Days left out, in a row and for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOutCard {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// `closure`, `holiday` or `exceptional`.
    pub why: String,
    /// The reason that the charter gives.
    pub reason: Option<String>,
}

/// A stretch of a weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowCard {
    /// From Monday, 1.
    pub weekday: u32,
    /// The first minute, as `HH:MM`.
    pub from: String,
    /// The minute at which it ends, as `HH:MM`; `24:00` for the end of the day.
    pub to: String,
}

/// Published hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedCard {
    /// In an ordinary week.
    pub hours: Vec<WindowCard>,
    /// `measured`, `declared` or `arbitrary`.
    pub basis: String,
    /// When they were measured, declared or chosen.
    pub on: Option<NaiveDate>,
    /// The day before which they are to be measured.
    pub measure_before: Option<NaiveDate>,
}

/// What operators can answer, by the formula of Erlang (1917).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceCard {
    /// How many operators.
    pub operators: u32,
    /// Seconds that a call takes.
    pub handling: u64,
    /// Seconds within which it should be answered.
    pub answer_within: u64,
    /// Over all open slots.
    pub mean: AnswerCard,
    /// In the busiest slot.
    pub busiest: AnswerCard,
}

/// What operators can answer at some load.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCard {
    /// Hundredths of an erlang, rounded up.
    pub load: u64,
    /// The fewest operators who can answer every call in the end.
    pub needed: u64,
    /// Thousandths of the calls answered in time, rounded down; none if calls pile up without end.
    pub in_time: Option<u64>,
}
