//! The reference: what may be said once every unknown case has been filled in, in every way.

use super::{Lack, plan};
use crate::measure::target::{Bound, Proof, ShareTarget};
use crate::ratio::Ratio;

/// A target as two numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goal {
    pub(super) bound: Bound,
    pub(super) part: u64,
    pub(super) whole: u64,
}

/// What complete figures say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Reached,
    Missed,
    Unclear,
}

/// Every relation with every ratio of interest.
pub(super) fn goals() -> Vec<Goal> {
    let ratios = [(0, 1), (1, 10), (1, 2), (2, 3), (9, 10), (1, 1)];
    let bounds = [Bound::AtLeast, Bound::MoreThan, Bound::AtMost];
    let of = |bound| move |(part, whole)| Goal { bound, part, whole };
    bounds
        .into_iter()
        .flat_map(|bound| ratios.into_iter().map(of(bound)))
        .collect()
}

/// Every kind of proof, with plans of several sizes.
pub(super) fn proofs() -> Vec<Proof> {
    vec![
        Proof::Census,
        Proof::Sample,
        plan(5, 0),
        plan(10, 1),
        plan(20, 3),
    ]
}

impl Goal {
    pub(super) fn target(self, close: Option<Ratio>) -> ShareTarget {
        ShareTarget {
            bound: self.bound,
            ratio: Ratio::new(self.part, self.whole).expect("a share"),
            close,
        }
    }

    /// A target that nothing can miss or nothing can reach; no valid charter has one.
    pub(super) fn is_empty(self) -> bool {
        match self.bound {
            Bound::AtLeast => self.part == 0,
            Bound::MoreThan | Bound::AtMost => self.part == self.whole,
        }
    }

    /// A target that a single failing case breaks for good.
    pub(super) fn is_whole(self) -> bool {
        match self.bound {
            Bound::AtLeast => self.part == self.whole,
            Bound::MoreThan => false,
            Bound::AtMost => self.part == 0,
        }
    }

    /// Compares `holds / all` with the target.
    pub(super) fn reached(self, holds: u64, all: u64) -> bool {
        let left = u128::from(holds) * u128::from(self.whole);
        let right = u128::from(all) * u128::from(self.part);
        match self.bound {
            Bound::AtLeast => left >= right,
            Bound::MoreThan => left > right,
            Bound::AtMost => left <= right,
        }
    }

    /// What complete figures say under a kind of proof.
    pub(super) fn answer(self, proof: &Proof, holds: u64, fails: u64) -> Answer {
        let all = holds + fails;
        match proof {
            Proof::Census if self.reached(holds, all) => Answer::Reached,
            Proof::Census => Answer::Missed,
            Proof::Sample if all < 2 => Answer::Unclear,
            Proof::Sample => self.sampled(holds, all),
            Proof::ControlPlan(plan) => {
                let failures = if self.bound == Bound::AtMost {
                    holds
                } else {
                    fails
                };
                if failures > plan.accept {
                    Answer::Missed
                } else if all < plan.size {
                    Answer::Unclear
                } else if self.reached(holds, all) {
                    Answer::Reached
                } else {
                    Answer::Missed
                }
            }
        }
    }

    fn sampled(self, holds: u64, all: u64) -> Answer {
        let (low, high) = (
            lower_end(holds, all, self.part, self.whole),
            upper_end(holds, all, self.part, self.whole),
        );
        let (reached, missed) = match self.bound {
            Bound::AtLeast => (low.is_ge(), high.is_lt()),
            Bound::MoreThan => (low.is_gt(), high.is_le()),
            Bound::AtMost => (high.is_le(), low.is_gt()),
        };
        match (reached, missed) {
            (true, false) => Answer::Reached,
            (false, true) => Answer::Missed,
            _ => Answer::Unclear,
        }
    }

    /// What every completion of the unknown cases says. Missing cases are none, or very many that all hold or all fail.
    pub(super) fn answers(
        self,
        proof: &Proof,
        [holds, fails, unknown]: [u64; 3],
        lack: Lack,
    ) -> Vec<Answer> {
        let missing: &[(u64, u64)] = if lack.anything() {
            &[(0, 0), (100_000, 0), (0, 100_000)]
        } else {
            &[(0, 0)]
        };
        let ways = (0..=unknown).map(|holding| (holds + holding, fails + unknown - holding));
        let ways = ways.flat_map(|(holds, fails)| {
            missing
                .iter()
                .map(move |more| (holds + more.0, fails + more.1))
        });
        ways.filter(|(holds, fails)| holds + fails > 0)
            .map(|(holds, fails)| self.answer(proof, holds, fails))
            .collect()
    }
}

/// Compares the lower end of the Wilson interval at 95 % with a fraction.
///
/// (2k + z² − z·√(z² + 4k(n−k)/n)) / 2(n + z²) against a/d, z² = 3.8416: the root alone on one side, then squared.
pub(super) fn lower_end(k: u64, n: u64, a: u64, d: u64) -> std::cmp::Ordering {
    let (rest, root) = sides(k, n, a, d);
    if rest < 0 {
        std::cmp::Ordering::Less
    } else {
        (rest * rest * i128::from(n)).cmp(&root)
    }
}

/// Compares the upper end of the Wilson interval at 95 % with a fraction.
pub(super) fn upper_end(k: u64, n: u64, a: u64, d: u64) -> std::cmp::Ordering {
    let (rest, root) = sides(k, n, a, d);
    if rest > 0 {
        std::cmp::Ordering::Greater
    } else {
        root.cmp(&(rest * rest * i128::from(n)))
    }
}

/// 10⁴·(d(2k + z²) − 2a(n + z²)), and 10⁸·n·d²z²(z² + 4k(n−k)/n).
fn sides(k: u64, n: u64, a: u64, d: u64) -> (i128, i128) {
    let [k, n, a, d] = [k, n, a, d].map(i128::from);
    let z2 = 38_416;
    let rest = d * (20_000 * k + z2) - 2 * a * (10_000 * n + z2);
    (rest, d * d * z2 * (z2 * n + 40_000 * k * (n - k)))
}

#[test]
fn ends_are_those_of_the_tables() {
    // 28 of 30: 78.7 % to 98.2 %; 0 of 10: 0 % to 27.8 %; 35 of 35: 90.1 % to 100 %.
    for (k, n, low, high) in [(28, 30, 786, 982), (0, 10, 0, 278), (35, 35, 901, 1000)] {
        assert!(
            lower_end(k, n, low, 1000).is_ge() && lower_end(k, n, low + 1, 1000).is_lt(),
            "{k}/{n}"
        );
        assert!(
            upper_end(k, n, high, 1000).is_le() && upper_end(k, n, high - 1, 1000).is_gt(),
            "{k}/{n}"
        );
    }
}
