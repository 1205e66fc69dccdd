//! What was found of one thing that a document should say.
//!
//! Invariant: an outcome is true or false only where the page, the charter or a dated statement tells.

use super::truth::{Doubt, Truth};

/// What was found of one thing on one medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is said.
    Said,
    /// Nothing is said of it.
    Silent,
    /// Something else is said.
    Differs,
    /// The document does not exist.
    Absent,
    /// The charter has nothing in force that could be said.
    NotInForce,
    /// It is said, and longer than it may be.
    TooLong,
    /// What is said of it is not recognised.
    Unclear,
    /// A file of the medium could not be read.
    Unread,
    /// The page is out of date, or was saved after the day that is judged.
    Outdated,
}

impl Outcome {
    /// Its name in the scorecard.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Silent => "silent",
            Self::Differs => "differs",
            Self::Absent => "absent",
            Self::NotInForce => "not-in-force",
            Self::TooLong => "too-long",
            Self::Unclear => "unclear",
            Self::Unread => "unread",
            Self::Outdated => "outdated",
        }
    }

    /// Whether the promise holds.
    pub const fn truth(self) -> Truth {
        match self {
            Self::Said => Truth::Yes,
            Self::Silent | Self::Differs | Self::Absent | Self::NotInForce | Self::TooLong => {
                Truth::No
            }
            Self::Unclear | Self::Unread => Truth::Unknown(Doubt::Unreadable),
            Self::Outdated => Truth::Unknown(Doubt::NotCollected),
        }
    }
}

/// One thing on one medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// The medium, by its position among the requirement's sources.
    pub medium: usize,
    /// The thing, by its position among what is asked of the medium.
    pub ask: usize,
    /// What was found.
    pub outcome: Outcome,
}
