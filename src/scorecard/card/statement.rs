//! One thing asked of a document, in `scorecard.json`.
//!
//! Invariant: as for every card: own types, a field is added, never renamed; nothing of the document's text is in it.

use serde::{Deserialize, Serialize};

/// A thing that a document should say, and whether it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementCard {
    /// The id of the document's source.
    pub medium: String,
    /// Its title.
    pub title: String,
    /// What is asked: `exists`, `opening_hours`, `announced_delays`, `call_peaks`, `quiet_hours`, `alternatives`, `booking_channels`,
    /// `in_force`, `version`, `sections` or `contains`.
    pub thing: String,
    /// Of what: the name of a place, service or body, a heading, words, as the charter declares them.
    pub subject: Option<String>,
    /// The channel of a booking.
    pub channel: Option<String>,
    /// `said`, `silent`, `differs`, `absent`, `not-in-force`, `too-long`, `unclear`, `unread` or `outdated`.
    pub outcome: String,
    /// `holds`, `fails` or `unknown`.
    pub state: String,
}
