//! What a scorecard is assembled from.

use super::card::DecisionCard;
use crate::charter::decode::Decision;
use crate::charter::objection::Objection;
use crate::evidence::ledger::FileLedger;
use crate::measure::reading::{GroupReading, Reading};
use crate::measure::ruling::Ruling;
use crate::measure::silence::Silence;
use crate::verdict::{Assessment, Verdict};
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    /// What the rows dated after a day on which an action was done say.
    pub since: BTreeMap<NaiveDate, Verdict>,
    /// The waivers of its engagement, by position, whose ceiling it does not keep to.
    pub exceeded: Vec<usize>,
    /// The objections to its rows.
    pub reviews: Vec<Review>,
    /// What was found, and what could be said, before the rows that these have corrected.
    pub before: Option<(Reading, Assessment)>,
}

/// What has become of an objection to a row.
#[derive(Debug, Clone)]
pub struct Review {
    /// The objection.
    pub objection: Objection,
    /// Whether it is applied.
    pub state: ReviewState,
}

impl Review {
    /// Whether it changes how its row counts.
    pub fn corrects(&self) -> bool {
        self.state == ReviewState::Applied && self.objection.ruling != Ruling::Confirmed
    }
}

/// Whether an objection is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewState {
    /// It is.
    Applied,
    /// The file is another one than that it was made on.
    OtherFile,
    /// It matches no judged row.
    NoRow,
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
