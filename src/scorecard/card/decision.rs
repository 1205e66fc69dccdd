//! What someone had to decide, in `scorecard.json`.
//!
//! Invariant: people are functions, rows are numbers; what has no decision is there all the same.

use super::{DecisionCard, TargetCard};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something that was decided, or that should have been.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ChoiceCard {
    /// `option-kept`, `option-rejected`, `not-applicable`, `set-aside`, `tolerance`, `grace`, `close`, `min-cases`, `target`, `lower-target`, `waiver`,
    /// `objection`, `exceptional-period`, `announced-delay`, `support`, `irregular-rows`, `control-plan` or `grid`.
    pub kind: String,
    /// The engagement's id.
    pub engagement: Option<String>,
    /// The requirement's id within the engagement.
    pub requirement: Option<String>,
    /// The source's id.
    pub source: Option<String>,
    /// The grid's id.
    pub label: Option<String>,
    /// The services concerned.
    pub services: Vec<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// What was decided, in the charter's words.
    pub text: Option<String>,
    /// An amount that was decided.
    pub amount: Option<i64>,
    /// Its unit.
    pub unit: Option<String>,
    /// A target that was decided.
    pub target: Option<TargetCard>,
    /// File of the source, counted from 1.
    pub file: Option<u32>,
    /// Line in the file, counted from 1.
    pub line: Option<u64>,
    /// Who decided it; none where nobody says so.
    pub decision: Option<DecisionCard>,
}

/// What a référentiel asks of a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceCard {
    /// What must be reached there.
    pub target: TargetCard,
    /// Where that stands.
    pub source: String,
    /// Whether the requirement's own target asks for less.
    pub below: bool,
}
