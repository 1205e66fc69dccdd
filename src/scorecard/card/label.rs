//! A grid, in `scorecard.json`.
//!
//! Invariant: as for every card: own types, a field is added, never renamed.

use serde::{Deserialize, Serialize};

/// A grid, simulated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelCard {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The référentiel and its version.
    pub framework: String,
    /// Where its policy comes from.
    pub origin: String,
    /// Whether something blocks.
    pub blocked: bool,
    /// Minor gaps over its clauses.
    pub minor_gaps: u64,
    /// How many of them weigh as much as a major one.
    pub minors_make_major: Option<u64>,
    /// Its clauses.
    pub clauses: Vec<ClauseCard>,
}

/// A clause of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseCard {
    /// Its number in the référentiel.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The requirements that answer it.
    pub requirements: Vec<String>,
    /// The verdict that weighs most among them.
    pub verdict: String,
    /// Whether it blocks.
    pub blocks: bool,
}
