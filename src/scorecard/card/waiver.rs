//! A gap accepted for a time, in `scorecard.json`.
//!
//! Invariant: people are functions; the state holds on the day the results stand for.

use super::{DecisionCard, TargetCard};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A gap accepted for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverCard {
    /// The requirement.
    pub requirement: String,
    /// Why.
    pub reason: String,
    /// The function that asked for it.
    pub author: String,
    /// The function that approved it.
    pub approver: String,
    /// Its first day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub until: NaiveDate,
    /// Whether it is over on the day the results stand for.
    pub expired: bool,
    /// `covers`, `exceeded` (worse than its ceiling, or perhaps), `unused` (no gap), `not-shown` (perhaps a gap),
    /// `to-come` or `expired`.
    #[serde(default)]
    pub state: String,
    /// Days that are left, where it is about to end.
    #[serde(default)]
    pub days_left: Option<i64>,
    /// What the gap must keep to.
    #[serde(default)]
    pub ceiling: Option<TargetCard>,
    /// Who decided it.
    pub decision: Option<DecisionCard>,
}
