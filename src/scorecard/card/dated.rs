//! The days on which a requirement is in force, in `scorecard.json`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days on which a requirement is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedCard {
    /// First day; none for as long as the charter has been in force.
    pub from: Option<NaiveDate>,
    /// Last day, included.
    pub until: Option<NaiveDate>,
    /// The id of the requirement that it replaces.
    pub replaces: Option<String>,
    /// Whether some of the days that are judged are among them.
    pub judged: bool,
}
