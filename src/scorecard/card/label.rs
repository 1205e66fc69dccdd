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
    /// The référentiel.
    pub framework: String,
    /// Its version.
    #[serde(default)]
    pub version: String,
    /// Where its policy comes from.
    pub origin: String,
    /// Whether something blocks.
    pub blocked: bool,
    /// Requirements over its clauses, each once.
    #[serde(default)]
    pub requirements: u64,
    /// Major gaps over its clauses.
    #[serde(default)]
    pub major_gaps: u64,
    /// Requirements that are not shown.
    #[serde(default)]
    pub not_shown: u64,
    /// Whether these weigh as much as major gaps.
    #[serde(default)]
    pub missing_proof_is_major: bool,
    /// Minor gaps over its clauses.
    pub minor_gaps: u64,
    /// How many of them weigh as much as a major one.
    pub minors_make_major: Option<u64>,
    /// Requirements that are "sans objet".
    #[serde(default)]
    pub not_applicable: u64,
    /// How many of them may be, where the grid limits it.
    #[serde(default)]
    pub not_applicable_limit: Option<LimitCard>,
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
    /// Whether no requirement answers it.
    #[serde(default)]
    pub empty: bool,
}

/// How many requirements of a grid may be "sans objet".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitCard {
    /// At most so many.
    pub at_most: Option<u64>,
    /// At most this share of them: upper and lower number.
    pub share: Option<(u64, u64)>,
    /// Whether there are more.
    pub exceeded: bool,
}
