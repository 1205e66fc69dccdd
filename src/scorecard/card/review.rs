//! What a review has made of single rows, and the versions of the awareness support.
//!
//! Invariant: people are functions, rows are numbers.

use super::{DecisionCard, FoundCard};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A version of the awareness support.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionCard {
    /// Its id.
    pub id: String,
    /// Its first day.
    pub in_force: NaiveDate,
    /// Whether everyone must be made aware again.
    pub resets: bool,
    /// What has changed.
    pub change: String,
    /// Whether an attendance of it counts on the last of the days that do.
    pub counts: bool,
    /// Last day on which it counts, where a grace is running.
    pub until: Option<NaiveDate>,
    /// Who decided it.
    pub decision: Option<DecisionCard>,
}

/// An objection to a row, and its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionCard {
    /// File of the source, counted from 1.
    pub file: u32,
    /// Line in the file, counted from 1.
    pub line: u64,
    /// What is objected.
    pub ground: String,
    /// The function that objects.
    pub objector: String,
    /// The function that has reviewed it.
    pub reviewer: String,
    /// When.
    pub on: NaiveDate,
    /// `confirmed` or `corrected`.
    pub outcome: String,
    /// How a corrected row counts: `success`, `failure` or `aside`.
    pub counts_as: Option<String>,
    /// `applied`, `other-file` or `no-row`.
    pub state: String,
    /// Who decided it.
    pub decision: Option<DecisionCard>,
}

/// What was found before objections corrected some rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeCard {
    /// The verdict.
    pub verdict: String,
    /// Why it was not shown.
    pub cause: Option<String>,
    /// What was found over all cases.
    #[serde(flatten)]
    pub found: FoundCard,
}
