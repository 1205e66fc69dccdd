//! What the scorecard holds of expected days.
//!
//! Invariant: that of the other cards; runs are given by their first and last expected day.

use super::{DecisionCard, StretchCard};
use serde::{Deserialize, Serialize};

/// The days on which a log is expected to have rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedDaysCard {
    /// `every-open-day`, `every-week` or `irregular`.
    pub pace: String,
    /// How many days of the period were expected to have rows.
    pub expected: u64,
    /// How many of them have none.
    pub silent: u64,
    /// The runs of such days; days that are not expected do not end a run.
    pub runs: Vec<StretchCard>,
    /// Whether so much silence leaves the period incomplete.
    pub incomplete: bool,
    /// Why silence is ordinary.
    pub reason: Option<String>,
    /// Who decided that it is.
    pub decision: Option<DecisionCard>,
}
