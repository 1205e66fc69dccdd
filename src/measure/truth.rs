//! Three-valued truth: what is not known is neither true nor false, and says why.

use crate::evidence::batch::State;

/// Why something about a row is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The field was left empty.
    NotRecorded,
    /// The field, or the whole row, could not be read.
    Unreadable,
    /// Fields contradict each other (an end before its start, two rows for one key that differ).
    Contradictory,
    /// The charter gives no reference value for that day.
    NoReference,
    /// The local time is one that a change of the clock skips or repeats.
    ClockChange,
    /// It lies after the day on which the evidence was collected.
    NotCollected,
}

impl From<State> for Doubt {
    fn from(state: State) -> Self {
        match state {
            State::Unreadable => Self::Unreadable,
            State::Contradictory => Self::Contradictory,
            State::Missing | State::Known => Self::NotRecorded,
        }
    }
}

/// The value of a condition for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// It cannot be told.
    Unknown(Doubt),
}

impl Truth {
    /// Both hold. A "no" decides; two doubts keep the larger.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Unknown(one), Self::Unknown(two)) => Self::Unknown(one.max(two)),
            (Self::Unknown(doubt), Self::Yes) | (Self::Yes, Self::Unknown(doubt)) => {
                Self::Unknown(doubt)
            }
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.negate().and(other.negate()).negate()
    }

    /// It does not hold.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown(doubt) => Self::Unknown(doubt),
        }
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Self {
        if known { Self::Yes } else { Self::No }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Truth; 4] = [
        Truth::Yes,
        Truth::No,
        Truth::Unknown(Doubt::NotRecorded),
        Truth::Unknown(Doubt::Unreadable),
    ];

    /// Every way to fill in what is not known.
    fn completions(truth: Truth) -> Vec<bool> {
        match truth {
            Truth::Yes => vec![true],
            Truth::No => vec![false],
            Truth::Unknown(_) => vec![false, true],
        }
    }

    #[test]
    fn is_known_exactly_when_every_completion_agrees() {
        for one in ALL {
            for two in ALL {
                for (result, operator) in [
                    (one.and(two), (|a, b| a && b) as fn(bool, bool) -> bool),
                    (one.or(two), |a, b| a || b),
                ] {
                    let outcomes: Vec<bool> = completions(one)
                        .into_iter()
                        .flat_map(|a| completions(two).into_iter().map(move |b| operator(a, b)))
                        .collect();
                    let expected = if outcomes.iter().all(|outcome| *outcome) {
                        Some(true)
                    } else if outcomes.iter().any(|outcome| *outcome) {
                        None
                    } else {
                        Some(false)
                    };
                    let known = match result {
                        Truth::Yes => Some(true),
                        Truth::No => Some(false),
                        Truth::Unknown(_) => None,
                    };
                    assert_eq!(known, expected, "{one:?} {two:?}");
                }
            }
        }
    }
}
