//! The two bounds of a share in words: every unknown case a failure, every unknown case a success.
//!
//! Invariant: whether a bound reaches the target is decided on exact fractions, never on the percentages that are shown.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::ratio::{Ratio, per_mille};
use crate::scorecard::card::{FoundCard, TargetCard};

use super::fewer_is_better;

/// A share under one reading of the unknown cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// Cases in the numerator.
    pub part: u64,
    /// All cases.
    pub whole: u64,
    /// Whether the target is reached.
    pub reached: bool,
}

/// What a share must be.
struct Wanted {
    ratio: Ratio,
    strict: bool,
    at_most: bool,
}

fn wanted(target: &TargetCard) -> Option<Wanted> {
    let shares = matches!(target.measure.as_str(), "share" | "roll_call" | "limit");
    let ratio = Ratio::new(target.numerator, target.denominator)?;
    shares.then(|| Wanted {
        ratio,
        strict: target.measure != "limit" && target.bound == "more-than",
        at_most: fewer_is_better(target),
    })
}

impl Wanted {
    fn bound(&self, part: u64, whole: u64) -> Bound {
        let order = self.ratio.compare(part, whole);
        Bound {
            part,
            whole,
            reached: match (self.at_most, self.strict) {
                (true, _) => order.is_le(),
                (false, true) => order.is_gt(),
                (false, false) => order.is_ge(),
            },
        }
    }
}

/// The worst and the best that a share can be; none for a measure without one, or without a case.
pub fn bounds(target: &TargetCard, found: &FoundCard) -> Option<(Bound, Bound)> {
    let wanted = wanted(target)?;
    if found.denominator == 0 {
        return None;
    }
    let most = found.numerator.saturating_add(found.unknown);
    let (least, most) = (
        wanted.bound(found.numerator, found.denominator),
        wanted.bound(most, found.denominator),
    );
    Some(if wanted.at_most {
        (most, least)
    } else {
        (least, most)
    })
}

/// How many unknown cases, known at last, would be enough: to reach the target, and to miss it. None where the bounds
/// agree.
pub fn enough(target: &TargetCard, found: &FoundCard) -> Option<(u64, u64)> {
    let wanted = wanted(target)?;
    let (worst, best) = bounds(target, found)?;
    if worst.reached || !best.reached {
        return None;
    }
    // The share moves one way with each case, so the first number that changes the answer is found by halving.
    let kept = |count: u64| {
        let part = if wanted.at_most {
            worst.part.saturating_sub(count)
        } else {
            worst.part.saturating_add(count)
        };
        wanted.bound(part, worst.whole).reached
    };
    let (mut low, mut high) = (0_u64, found.unknown);
    while low < high {
        let middle = low.saturating_add(high.saturating_sub(low) / 2);
        if kept(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    let failing = found.unknown.saturating_sub(low).saturating_add(1);
    Some((low, failing))
}

/// The bounds as one would work them out on paper.
pub fn lines(messages: &Messages, target: &TargetCard, found: &FoundCard) -> Vec<String> {
    let (Some((worst, best)), Some(wanted)) = (bounds(target, found), wanted(target)) else {
        return Vec::new();
    };
    let sign = |reached: bool| match (wanted.at_most, wanted.strict, reached) {
        (true, _, true) | (false, true, false) => "≤",
        (true, _, false) | (false, true, true) => ">",
        (false, false, true) => "≥",
        (false, false, false) => "<",
    };
    let percent = |part, whole| messages.percent(per_mille(part, whole).unwrap_or(0));
    let line = |key: &str, bound: Bound| {
        let args = [
            ("unknown", Value::from(found.unknown)),
            (
                "even",
                Value::from(if bound.reached == (key == "bounds-worst") {
                    "yes"
                } else {
                    "no"
                }),
            ),
            ("part", messages.number(bound.part).into()),
            ("whole", messages.number(bound.whole).into()),
            ("percent", percent(bound.part, bound.whole).into()),
            ("sign", sign(bound.reached).into()),
            ("target", messages.percent(wanted.ratio.per_mille()).into()),
        ];
        messages.text(key, &args)
    };
    if found.unknown == 0 {
        return vec![line("bounds-exact", worst)];
    }
    vec![line("bounds-worst", worst), line("bounds-best", best)]
}

#[cfg(test)]
mod tests {
    use super::{bounds, enough};
    use crate::scorecard::card::{FoundCard, TargetCard};
    use std::collections::BTreeMap;

    fn target(bound: &str, numerator: u64, denominator: u64) -> TargetCard {
        TargetCard {
            measure: "share".to_owned(),
            bound: bound.to_owned(),
            numerator,
            denominator,
            limit: None,
            unit: None,
        }
    }

    fn found(numerator: u64, denominator: u64, unknown: u64) -> FoundCard {
        FoundCard {
            numerator,
            denominator,
            unknown,
            unknown_by: BTreeMap::new(),
            value: None,
            values: Vec::new(),
            longest: None,
            margin: None,
            interval: None,
            further: None,
        }
    }

    /// Whether a share reaches a target, by the definition of each.
    fn reached(bound: &str, part: u64, whole: u64, a: u64, d: u64) -> bool {
        match bound {
            "at-least" => part * d >= a * whole,
            "more-than" => part * d > a * whole,
            _ => part * d <= a * whole,
        }
    }

    #[test]
    fn what_is_enough_is_found_by_trying_every_number() {
        let mut seen = 0;
        for bound in ["at-least", "more-than", "at-most"] {
            for (a, d) in [(0, 1), (1, 10), (1, 2), (9, 10), (1, 1)] {
                for whole in 1..=12_u64 {
                    for unknown in 0..=whole {
                        for holds in 0..=whole - unknown {
                            let (target, found) =
                                (target(bound, a, d), found(holds, whole, unknown));
                            // So many of the unknown cases fail, the others succeed.
                            let with = |failing: u64| {
                                let more = if bound == "at-most" {
                                    failing
                                } else {
                                    unknown - failing
                                };
                                reached(bound, holds + more, whole, a, d)
                            };
                            let (worst, best) = bounds(&target, &found).expect("a share");
                            assert_eq!((worst.reached, best.reached), (with(unknown), with(0)));
                            let expected = (with(0) && !with(unknown)).then(|| {
                                let succeed = (0..=unknown).find(|count| with(unknown - count));
                                let fail = (0..=unknown).find(|count| !with(*count));
                                (succeed.expect("some"), fail.expect("some"))
                            });
                            assert_eq!(enough(&target, &found), expected, "{target:?} {found:?}");
                            seen += usize::from(expected.is_some());
                        }
                    }
                }
            }
        }
        assert!(seen > 1_000, "{seen}");
    }
}
