//! Verdicts: target + reading → what may be said, and nothing more.
//!
//! Invariant: "met" stands even if every unknown case is a failure, "gap" even if every unknown case is a success; all
//! else is "not shown", with its cause. Integers only.

mod bounds;
mod judge;
mod margin;
mod peaks;
mod search;
#[cfg(test)]
mod tests;
pub mod wilson;

pub use judge::{Judge, judge};

use crate::measure::truth::Doubt;

/// What may be said of a requirement. Ordered from the one that weighs most in a roll-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Missed, and the requirement is a major one.
    MajorGap,
    /// It cannot be told.
    NotShown,
    /// Missed, and the requirement is a minor one.
    MinorGap,
    /// Met, close to the limit.
    Close,
    /// Met.
    Met,
    /// A complete census without a case.
    NoCase,
    /// Not judged, with a motive and a decision.
    NotApplicable,
}

impl Verdict {
    /// Every verdict, from the one that weighs most.
    pub const ALL: [Self; 7] = [
        Self::MajorGap,
        Self::NotShown,
        Self::MinorGap,
        Self::Close,
        Self::Met,
        Self::NoCase,
        Self::NotApplicable,
    ];

    /// Its stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::MajorGap => "major-gap",
            Self::NotShown => "not-shown",
            Self::MinorGap => "minor-gap",
            Self::Close => "close",
            Self::Met => "met",
            Self::NoCase => "no-case",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// Whether it asks for action.
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::MajorGap | Self::MinorGap)
    }
}

/// Why a requirement is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// No file could be read, or none holds a row.
    NoEvidence,
    /// The evidence is older than its validity.
    Stale,
    /// The evidence does not cover the whole period.
    PeriodIncomplete,
    /// Fields or rows that cannot be read, or lost rows.
    Unreadable,
    /// A field that is mostly left empty.
    NotRecorded,
    /// Fields that contradict each other, or an hour that the clock shows twice.
    Ambiguous,
    /// The charter gives nothing to compare with on those days.
    NoReference,
    /// Unknown cases that could tip the result.
    TooManyUnknown,
    /// A sample too small.
    TooFewCases,
    /// A log of too few open days.
    TooFewDays,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 10] = [
        Self::NoEvidence,
        Self::Stale,
        Self::PeriodIncomplete,
        Self::Unreadable,
        Self::NotRecorded,
        Self::Ambiguous,
        Self::NoReference,
        Self::TooManyUnknown,
        Self::TooFewCases,
        Self::TooFewDays,
    ];

    /// Its stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoEvidence => "no-evidence",
            Self::Stale => "stale",
            Self::PeriodIncomplete => "period-incomplete",
            Self::Unreadable => "unreadable",
            Self::NotRecorded => "not-recorded",
            Self::Ambiguous => "ambiguous",
            Self::NoReference => "no-reference",
            Self::TooManyUnknown => "too-many-unknown",
            Self::TooFewCases => "too-few-cases",
            Self::TooFewDays => "too-few-days",
        }
    }

    /// The cause that a prevailing doubt amounts to.
    const fn of(doubt: Doubt) -> Self {
        match doubt {
            Doubt::NotRecorded => Self::NotRecorded,
            Doubt::Unreadable => Self::Unreadable,
            Doubt::Contradictory | Doubt::ClockChange => Self::Ambiguous,
            Doubt::NoReference => Self::NoReference,
            Doubt::NotCollected => Self::PeriodIncomplete,
        }
    }
}

/// How far a result is from changing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Margin {
    /// This many further failing cases would break it; the last of them does.
    Breaks(u64),
    /// This many failing cases would have had to succeed.
    Lacks(u64),
}

/// An interval of shares, in thousandths, rounded outwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub low: u64,
    /// Upper end.
    pub high: u64,
}

/// What may be said of the whole or of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Why it is not shown.
    pub cause: Option<Cause>,
    /// How far it is from changing.
    pub margin: Option<Margin>,
    /// The interval of a sample's share.
    pub interval: Option<Interval>,
    /// How many further cases, all succeeding, would show it met.
    pub further: Option<u64>,
    /// Whether it is met on a declaration alone, for want of a measurement that decides.
    pub declared: bool,
}

impl Judgement {
    /// A verdict and nothing else.
    pub const fn plain(verdict: Verdict) -> Self {
        Self {
            verdict,
            cause: None,
            margin: None,
            interval: None,
            further: None,
            declared: false,
        }
    }

    /// Not shown, for a cause.
    pub const fn not_shown(cause: Cause) -> Self {
        Self {
            cause: Some(cause),
            ..Self::plain(Verdict::NotShown)
        }
    }
}

/// What may be said of a requirement: the worst of the whole and of the groups that are judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The verdict.
    pub verdict: Verdict,
    /// Why it is not shown.
    pub cause: Option<Cause>,
    /// The whole.
    pub total: Judgement,
    /// Each group of the reading; none for a group that is only displayed, or too small.
    pub groups: Vec<Option<Judgement>>,
}

impl Assessment {
    /// A verdict on the whole that needs no figures, beside so many groups without one.
    pub fn plain(verdict: Verdict, groups: usize) -> Self {
        Self {
            verdict,
            cause: None,
            total: Judgement::plain(verdict),
            groups: vec![None; groups],
        }
    }
}

/// The verdict of several together: the one that weighs most; never an average.
pub fn roll_up(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    verdicts.into_iter().min().unwrap_or(Verdict::NotApplicable)
}
