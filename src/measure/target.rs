//! Targets: what a measure must reach, and what kind of proof the evidence is.

use crate::ratio::Ratio;

/// How a share relates to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
}

/// What a share of cases must reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShareTarget {
    /// The relation.
    pub bound: Bound,
    /// The share.
    pub ratio: Ratio,
    /// Met but beyond this is a "point sensible"; the same relation as the target, stricter.
    pub close: Option<Ratio>,
}

/// What kind of proof a source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// Every case is in it: compared as it is.
    Census,
    /// Some cases, drawn at random: judged with a Wilson interval at 95 %.
    Sample,
    /// A dated plan fixed the size and the draw beforehand.
    ControlPlan(ControlPlan),
}

/// A control plan: how many cases are drawn and how many failures it accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ControlPlan {
    /// Cases to draw.
    pub size: u64,
    /// Failures accepted.
    pub accept: u64,
}

/// What a requirement's figures must reach, where its measure's settings do not say it all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A share of cases (measures share and roll-call).
    Share(ShareTarget),
    /// The limit of the rule; met but with a quantile beyond `close` is a "point sensible".
    Limit {
        /// In the quantity's unit.
        close: Option<i64>,
    },
    /// The number of distinct values of the rule.
    Variety,
    /// The rhythm of the rule.
    Cadence,
}
