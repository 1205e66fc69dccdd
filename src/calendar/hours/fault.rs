//! What can be wrong with opening hours.
//!
//! Invariant: a fault points at the bytes of the text that were not understood.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};

/// There is no text.
pub const HOURS_EMPTY: Code = Code::new("calendar-hours-empty");
/// A word is neither a day, a month nor a word of opening hours.
pub const HOURS_WORD: Code = Code::new("calendar-hours-word");
/// Something stands where it has no place.
pub const HOURS_UNEXPECTED: Code = Code::new("calendar-hours-unexpected");
/// A time of day is not one.
pub const HOURS_TIME: Code = Code::new("calendar-hours-time");
/// A time of day has no end.
pub const HOURS_RANGE: Code = Code::new("calendar-hours-range");
/// A range of times begins and ends at the same time.
pub const HOURS_NO_LENGTH: Code = Code::new("calendar-hours-no-length");
/// Days have no hours.
pub const HOURS_MISSING: Code = Code::new("calendar-hours-missing");
/// `mar` is Tuesday in French and March in OSM.
pub const HOURS_AMBIGUOUS: Code = Code::new("calendar-hours-ambiguous");
/// A form of OSM that cannot be judged exactly.
pub const HOURS_UNSUPPORTED: Code = Code::new("calendar-hours-unsupported");
/// Days, dates or weeks that OSM does not accept.
pub const HOURS_SELECTOR: Code = Code::new("calendar-hours-selector");

/// Why opening hours cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursFault {
    /// What is wrong.
    pub kind: HoursFaultKind,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// The piece of the text at fault.
    pub text: String,
}

/// What can be wrong with opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoursFaultKind {
    /// There is no text.
    Empty,
    /// A word is unknown.
    Word,
    /// Something stands where it has no place.
    Unexpected,
    /// A time of day is not one (`25:75`), or a bare number stands for one.
    Time,
    /// A time of day has no end.
    Range,
    /// A range begins and ends at the same time.
    NoLength,
    /// Days have no hours.
    Missing,
    /// `mar` can be Tuesday or March.
    Ambiguous,
    /// School holidays, sunrise, open ends, repetitions, comments, fallbacks.
    Unsupported,
    /// Days, dates or weeks that OSM does not accept.
    Selector,
}

impl HoursFault {
    pub(super) fn new(kind: HoursFaultKind, text: &str, span: Range<usize>) -> Self {
        Self {
            kind,
            text: text.get(span.clone()).unwrap_or_default().to_owned(),
            span,
        }
    }

    /// The code of the fault.
    pub const fn code(&self) -> Code {
        match self.kind {
            HoursFaultKind::Empty => HOURS_EMPTY,
            HoursFaultKind::Word => HOURS_WORD,
            HoursFaultKind::Unexpected => HOURS_UNEXPECTED,
            HoursFaultKind::Time => HOURS_TIME,
            HoursFaultKind::Range => HOURS_RANGE,
            HoursFaultKind::NoLength => HOURS_NO_LENGTH,
            HoursFaultKind::Missing => HOURS_MISSING,
            HoursFaultKind::Ambiguous => HOURS_AMBIGUOUS,
            HoursFaultKind::Unsupported => HOURS_UNSUPPORTED,
            HoursFaultKind::Selector => HOURS_SELECTOR,
        }
    }

    /// The fault as a diagnostic without a place.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::error(self.code()).arg("text", &self.text)
    }
}
