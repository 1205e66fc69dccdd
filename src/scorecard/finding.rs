//! What a scorecard is assembled from.

use super::card::DecisionCard;
use crate::charter::decode::Decision;
use crate::evidence::ledger::FileLedger;
use crate::measure::reading::{GroupReading, Reading};
use crate::measure::silence::Silence;
use crate::verdict::Assessment;
use chrono::NaiveDate;

/// What was found for one measured requirement.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The figures.
    pub reading: Reading,
    /// What may be said.
    pub assessment: Assessment,
    /// The groups over twelve months, where small groups ask for them.
    pub twelve_months: Vec<GroupReading>,
    /// First day counted.
    pub from: Option<NaiveDate>,
    /// Last day counted.
    pub to: NaiveDate,
}

/// The account of one source.
#[derive(Debug, Clone, Default)]
pub struct SourceAccount {
    /// One per file: its digest if it could be opened, its ledger if it could be used.
    pub files: Vec<(Option<String>, Option<FileLedger>)>,
    /// How many rows may belong to any of its events, where these are spread over several rows.
    pub unplaced: u64,
    /// The expected days without a row; none where they were not counted.
    pub silence: Option<Silence>,
}

/// A decision, as a card.
pub(super) fn decision_card(decision: &Decision) -> DecisionCard {
    DecisionCard {
        by: decision.by.clone(),
        on: decision.on,
        record: decision.record.clone(),
    }
}
