//! What a town discussed and does about its gaps, in `scorecard.json`.
//!
//! Invariant: people are functions; what is said of an action's effect holds on the day the results stand for.

use super::DecisionCard;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is done about a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionCard {
    /// What.
    pub text: String,
    /// `correction` or `corrective`, where it is said.
    #[serde(default)]
    pub kind: Option<String>,
    /// The function that does it.
    pub owner: String,
    /// The services concerned; none of them for all.
    #[serde(default)]
    pub services: Vec<String>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// `open`, `doing` or `done`.
    pub state: String,
    /// The day on which it was done.
    #[serde(default)]
    pub done: Option<NaiveDate>,
    /// Whether it is past due on the day the results stand for.
    pub overdue: bool,
    /// The requirement concerned.
    pub requirement: Option<String>,
    /// What proves its effect.
    pub effect: Option<String>,
    /// When that was seen.
    #[serde(default)]
    pub effect_on: Option<NaiveDate>,
    /// For an action that is done and names a measured requirement, what the rows dated after its day say of that:
    /// `effective` (met), `ineffective` (a gap, whatever is unknown), `not-shown`.
    #[serde(default)]
    pub since: Option<String>,
}

/// A way to mend something, as it was discussed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionCard {
    /// What.
    pub text: String,
    /// `proposed`, `kept` or `rejected`.
    pub state: String,
    /// Why it was kept or rejected.
    pub why: Option<String>,
    /// When.
    pub on: Option<NaiveDate>,
    /// The requirement concerned.
    pub requirement: Option<String>,
    /// Who decided it.
    pub decision: Option<DecisionCard>,
}
