//! What the bounds over unknown cases allow to say of a share.
//!
//! Invariant: an "at most" target is judged as the "at least" target of the complement, so there is one rule for all.

use super::wilson;
use crate::measure::reading::{Cases, Doubts};
use crate::measure::target::{Bound, Proof, ShareTarget};
use crate::measure::truth::Doubt;
use crate::ratio::Ratio;
use crate::verdict::Cause;

/// What the bounds say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Met whatever the unknown cases are.
    Met,
    /// Missed whatever the unknown cases are.
    Missed,
    /// Neither.
    Unsettled(Cause),
}

/// A share to be judged from below: successes, unknown, all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// Cases that succeed.
    pub(super) successes: u64,
    /// Cases that fail.
    pub(super) failures: u64,
    /// Unknown cases.
    pub(super) unknown: u64,
    /// The share to reach.
    pub(super) target: Ratio,
    /// Whether it must be exceeded.
    pub(super) strict: bool,
    /// The share under which a met target is close, where there is one.
    pub(super) close: Option<Ratio>,
    /// Whether an unknown number of further cases is missing, and why.
    pub(super) open: Option<Cause>,
}

impl Standing {
    /// Turns cases and a target so that more successes are always better.
    pub(super) fn new(cases: &Cases, target: &ShareTarget, open: Option<Cause>) -> Self {
        let flipped = target.bound == Bound::AtMost;
        let (successes, failures) = if flipped {
            (cases.fails, cases.holds)
        } else {
            (cases.holds, cases.fails)
        };
        let turn = |ratio: Ratio| if flipped { ratio.complement() } else { ratio };
        Self {
            successes,
            failures,
            unknown: cases.unknown(),
            target: turn(target.ratio),
            strict: target.bound == Bound::MoreThan,
            close: target.close.map(turn),
            open,
        }
    }

    /// All judged cases.
    pub(super) fn all(&self) -> u64 {
        self.successes
            .saturating_add(self.failures)
            .saturating_add(self.unknown)
    }

    /// Whether a share reaches the target.
    pub(super) fn reaches(&self, successes: u64, all: u64) -> bool {
        let order = self.target.compare(successes, all);
        if self.strict {
            order.is_gt()
        } else {
            order.is_ge()
        }
    }

    /// Successes if every unknown case succeeds.
    pub(super) fn at_best(&self) -> u64 {
        self.successes.saturating_add(self.unknown)
    }

    /// What may be said under a kind of proof. There is at least one case.
    pub(super) fn outcome(&self, proof: &Proof, doubts: &Doubts) -> Outcome {
        let (met, missed) = match proof {
            Proof::Census => self.census(),
            Proof::Sample => self.sample(self.successes, self.at_best(), self.all()),
            Proof::ControlPlan(plan) => {
                let (met, missed) = self.census();
                let complete = self.all() >= plan.size;
                let at_worst = self.failures.saturating_add(self.unknown);
                // The plan bounds the failures; it never lowers the target.
                (
                    met && complete && at_worst <= plan.accept,
                    (missed && complete) || self.failures > plan.accept,
                )
            }
        };
        match (met && self.open.is_none(), missed) {
            (true, _) => Outcome::Met,
            (false, true) if self.open.is_none() || self.hopeless(proof) => Outcome::Missed,
            _ => Outcome::Unsettled(self.cause(proof, doubts)),
        }
    }

    /// Whether no further case could mend it: one failure is enough against a target of 100 %, and one more than it
    /// accepts against a control plan.
    const fn hopeless(&self, proof: &Proof) -> bool {
        let whole = self.target.numerator() == self.target.denominator() && self.failures > 0;
        let beyond_plan = matches!(proof, Proof::ControlPlan(plan) if self.failures > plan.accept);
        whole || beyond_plan
    }

    fn census(&self) -> (bool, bool) {
        let all = self.all();
        (
            self.reaches(self.successes, all),
            !self.reaches(self.at_best(), all),
        )
    }

    /// Whether a sample shows the target to be reached, at worst, and missed, at best.
    fn sample(&self, worst: u64, best: u64, all: u64) -> (bool, bool) {
        // One case shows nothing, whatever the target.
        if all < 2 {
            return (false, false);
        }
        (
            wilson::shows_at_least(worst, all, self.target, self.strict),
            wilson::shows_below(best, all, self.target, self.strict),
        )
    }

    fn cause(&self, proof: &Proof, doubts: &Doubts) -> Cause {
        if let Some(cause) = self.open {
            return cause;
        }
        let all = self.all();
        let prevailing = doubts
            .iter()
            .find(|(_, count)| count.saturating_mul(2) >= all && all > 0);
        if let Some((doubt, _)) = prevailing {
            return Cause::of(*doubt);
        }
        let known = self.successes.saturating_add(self.failures);
        let few = match proof {
            Proof::Census => false,
            // The unknown cases are to blame only if the known ones would decide without them.
            Proof::Sample => self.sample(self.successes, self.successes, known) == (false, false),
            Proof::ControlPlan(plan) => all < plan.size,
        };
        if few {
            return Cause::TooFewCases;
        }
        let mut reasons = doubts.keys();
        match (reasons.next(), reasons.next()) {
            (Some(Doubt::Contradictory | Doubt::ClockChange), None) => Cause::Ambiguous,
            (Some(Doubt::NoReference), None) => Cause::NoReference,
            _ => Cause::TooManyUnknown,
        }
    }
}
