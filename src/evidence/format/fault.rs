//! Why a declared notation is not one.
//!
//! Invariant: a fault says what is wrong with the notation alone; the reader of the charter places it.

use crate::diagnostic::{Code, Diagnostic};

/// A declared notation uses a letter that is neither a unit nor a separator.
pub const FORMAT_LETTER_UNKNOWN: Code = Code::new("evidence-format-letter-unknown");
/// A declared notation names a unit twice.
pub const FORMAT_UNIT_REPEATED: Code = Code::new("evidence-format-unit-repeated");
/// A declared notation lacks a unit.
pub const FORMAT_INCOMPLETE: Code = Code::new("evidence-format-incomplete");
/// A date column is declared with a notation that holds a time.
pub const FORMAT_TIME_IN_DATE: Code = Code::new("evidence-format-time-in-date");
/// A duration column is declared with a notation that holds a day.
pub const FORMAT_DATE_IN_DURATION: Code = Code::new("evidence-format-date-in-duration");
/// A notation ends in `Z`, and nothing says whether its times are those of the zone Z.
pub const FORMAT_CLOCK_UNSAID: Code = Code::new("evidence-format-clock-unsaid");
/// A notation says itself by which clock its times are, and the column says it too.
pub const FORMAT_CLOCK_TWICE: Code = Code::new("evidence-format-clock-twice");

/// Why a notation is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatFault {
    /// A character that is neither a unit nor a separator: a unit letter on its own, or a digit.
    UnknownLetter(char),
    /// A unit stands twice.
    Repeated,
    /// A unit is missing, or the units of a duration are not in order.
    Incomplete,
    /// A day is asked for and the notation holds a time.
    TimeInDate,
    /// A duration is asked for and the notation holds a day, month or year.
    DateInDuration,
    /// The notation holds a `Z` that stands for itself, and the column does not say by which clock the times are.
    ClockUnsaid,
    /// The notation says by which clock its times are, and the column says it too.
    ClockTwice,
}

impl FormatFault {
    /// The diagnostic, for the reader of the charter to place on the notation.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            Self::UnknownLetter(letter) => {
                Diagnostic::error(FORMAT_LETTER_UNKNOWN).arg("letter", letter.to_string())
            }
            Self::Repeated => Diagnostic::error(FORMAT_UNIT_REPEATED),
            Self::Incomplete => Diagnostic::error(FORMAT_INCOMPLETE),
            Self::TimeInDate => Diagnostic::error(FORMAT_TIME_IN_DATE),
            Self::DateInDuration => Diagnostic::error(FORMAT_DATE_IN_DURATION),
            Self::ClockUnsaid => Diagnostic::error(FORMAT_CLOCK_UNSAID),
            Self::ClockTwice => Diagnostic::error(FORMAT_CLOCK_TWICE),
        }
    }
}
