//! Verdicts against a second implementation that fills in what is unknown in every way, one case at a time.

mod beside;
mod coverage;
mod events;
mod limit;
mod peaks;
mod reference;
mod share;
mod silent;
mod whole;

use super::{Assessment, Cause, Judge, judge};
use crate::measure::condition::Condition;
use crate::measure::population::{Aside, Population};
use crate::measure::reading::{Cases, Doubts, Figures, Reading, doubt};
use crate::measure::rule::{Measure, Rule};
use crate::measure::share::Share;
use crate::measure::target::{ControlPlan, Proof, Target};
use crate::measure::truth::Doubt;

/// A rule with nothing but a measure.
fn rule(measure: Measure) -> Rule {
    Rule {
        population: Population::default(),
        groupings: Vec::new(),
        weight: None,
        measure,
    }
}

/// The measure of a share; what holds was counted beforehand.
fn share() -> Measure {
    Measure::Share(Share {
        holds: Condition::All(Vec::new()),
        holding_fails: false,
    })
}

/// A reading without groups.
fn reading(total: Figures, open: bool) -> Reading {
    Reading {
        aside: Aside::default(),
        total,
        groups: Vec::new(),
        open,
        failing: Vec::new(),
        doubtful: Vec::new(),
    }
}

/// Unknown cases that are not recorded.
fn unknown(count: u64) -> Doubts {
    let mut doubts = Doubts::new();
    doubt(&mut doubts, Doubt::NotRecorded, count);
    doubts
}

/// Counted cases.
fn cases(holds: u64, fails: u64, unknown: u64) -> Cases {
    Cases {
        holds,
        fails,
        doubts: self::unknown(unknown),
    }
}

const fn plan(size: u64, accept: u64) -> Proof {
    Proof::ControlPlan(ControlPlan { size, accept })
}

/// What may be missing beyond the cases that were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lack {
    /// A file or rows of unknown number.
    rows: bool,
    /// The end of the period.
    days: bool,
}

impl Lack {
    const ALL: [Self; 4] = [
        Self {
            rows: false,
            days: false,
        },
        Self {
            rows: false,
            days: true,
        },
        Self {
            rows: true,
            days: false,
        },
        Self {
            rows: true,
            days: true,
        },
    ];
    const NOTHING: Self = Self::ALL[0];

    fn anything(self) -> bool {
        self.rows || self.days
    }
}

/// Judges figures without groups, a gap being a major one.
fn judged(rule: &Rule, target: &Target, proof: &Proof, figures: Figures, lack: Lack) -> Assessment {
    let settings = Judge {
        rule,
        target,
        proof,
        major: true,
        min_cases: None,
        forbidden: None,
        declared: false,
        incomplete: lack.days.then_some(Cause::PeriodIncomplete),
        silent: false,
    };
    judge(&settings, &reading(figures, lack.rows))
}
