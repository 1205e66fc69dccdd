//! The Wilson score interval at 95 %, decided in integers.
//!
//! Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
//! With z = 1.96, z² = 38416 / 10000.
//!
//! Invariant: no float; comparisons are exact, displayed ends are rounded outwards.

use super::Interval;
use super::search::least;
use crate::ratio::Ratio;

/// z² as a fraction.
const Z2: (i128, i128) = (38_416, 10_000);

/// Whether a sample of `successes` out of `cases` shows that the share reaches the target: the lower end of the interval
/// is at least the target (above it, when strict).
pub fn shows_at_least(successes: u64, cases: u64, target: Ratio, strict: bool) -> bool {
    let Some((distance, spread)) = scales(successes, cases, target) else {
        return false;
    };
    // At the target itself only a target of 0 is reached: the interval of a sample never shrinks to a point.
    let above = distance > 0 || (distance == 0 && target.numerator() == 0 && !strict);
    above && decides(distance, spread, strict)
}

/// Whether a sample shows that the share does not reach the target: the upper end is below it (at most it, when strict).
pub fn shows_below(successes: u64, cases: u64, target: Ratio, strict: bool) -> bool {
    let Some((distance, spread)) = scales(successes, cases, target) else {
        return false;
    };
    // "At least" is missed when the upper end is strictly below; "more than" already when it equals the target.
    distance < 0 && decides(distance, spread, !strict)
}

/// k·d − n·a, and z²·n·a·(d−a) times the denominator of z².
fn scales(successes: u64, cases: u64, target: Ratio) -> Option<(i128, i128)> {
    let (k, n) = (i128::from(successes), i128::from(cases));
    let (a, d) = (
        i128::from(target.numerator()),
        i128::from(target.denominator()),
    );
    let distance = k.checked_mul(d)?.checked_sub(n.checked_mul(a)?)?;
    let spread =
        Z2.0.checked_mul(n)?
            .checked_mul(a)?
            .checked_mul(d.checked_sub(a)?)?;
    Some((distance, spread))
}

/// z²·n·a·(d−a) ≤ (k·d − n·a)², strictly if asked.
fn decides(distance: i128, spread: i128, strict: bool) -> bool {
    let Some(square) = distance
        .checked_mul(distance)
        .and_then(|square| square.checked_mul(Z2.1))
    else {
        // The square is beyond i128, the spread is not.
        return true;
    };
    if strict {
        spread < square
    } else {
        spread <= square
    }
}

/// How many further cases, all succeeding, would make a sample show the target; none if no number up to ten million does.
pub fn further(successes: u64, cases: u64, target: Ratio, strict: bool) -> Option<u64> {
    let shown = |more: u64| {
        let (successes, cases) = (successes.saturating_add(more), cases.saturating_add(more));
        cases >= 2 && shows_at_least(successes, cases, target, strict)
    };
    // Successes only help: once shown, shown with more.
    least(10_000_000, shown)
}

/// The interval for display; none without a case.
pub fn interval(successes: u64, cases: u64) -> Option<Interval> {
    let failures = cases.checked_sub(successes).filter(|_| cases > 0)?;
    // The upper end is what the lower end of the failures leaves.
    Some(Interval {
        low: lower_end(successes, cases),
        high: 1000_u64.saturating_sub(lower_end(failures, cases)),
    })
}

/// The most thousandths that a sample shows to be reached.
fn lower_end(successes: u64, cases: u64) -> u64 {
    let shown = |thousandths| {
        let target = Ratio::new(thousandths, 1000);
        target.is_some_and(|target| shows_at_least(successes, cases, target, false))
    };
    let (mut low, mut beyond) = (0_u64, 1001_u64);
    while low.saturating_add(1) < beyond {
        let middle = low.midpoint(beyond);
        if shown(middle) {
            low = middle;
        } else {
            beyond = middle;
        }
    }
    low
}

#[cfg(test)]
#[expect(
    clippy::float_arithmetic,
    reason = "the oracle is the textbook formula in floating point"
)]
mod tests {
    use super::*;

    /// The textbook interval.
    fn oracle(k: f64, n: f64) -> (f64, f64) {
        let z = 1.96_f64;
        let p = k / n;
        let centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        (centre - half, centre + half)
    }

    #[test]
    fn decides_as_the_textbook_interval_does() {
        for (a, d) in [(9_u64, 10_u64), (17, 20), (1, 2), (3, 4), (1, 10)] {
            let target = Ratio::new(a, d).expect("a share");
            let limit = a as f64 / d as f64;
            for n in 1..=120_u64 {
                for k in 0..=n {
                    let (low, high) = oracle(k as f64, n as f64);
                    if (low - limit).abs() > 1e-9 {
                        assert_eq!(
                            shows_at_least(k, n, target, false),
                            low >= limit,
                            "{k}/{n} at least {a}/{d}"
                        );
                    }
                    if (high - limit).abs() > 1e-9 {
                        assert_eq!(
                            shows_below(k, n, target, false),
                            high < limit,
                            "{k}/{n} below {a}/{d}"
                        );
                    }
                    let shown = interval(k, n).expect("an interval");
                    assert!(
                        shown.low as f64 <= low * 1000.0 + 1e-6
                            && low * 1000.0 < shown.low as f64 + 1.0 + 1e-6
                    );
                    assert!(
                        shown.high as f64 >= high * 1000.0 - 1e-6
                            && high * 1000.0 > shown.high as f64 - 1.0 - 1e-6
                    );
                }
            }
        }
    }

    #[test]
    fn ninety_percent_needs_thirty_five_cases() {
        let target = Ratio::new(9, 10).expect("a share");
        assert!(!shows_at_least(34, 34, target, false));
        assert!(shows_at_least(35, 35, target, false));
        assert_eq!(further(0, 0, target, false), Some(35));
        let shown = interval(28, 30).expect("an interval");
        assert_eq!((shown.low, shown.high), (786, 982));
    }

    #[test]
    fn further_cases_are_the_least_that_suffice() {
        let target = Ratio::new(9, 10).expect("a share");
        for (k, n) in [(0, 1), (8, 8), (8, 10), (20, 30), (57, 60)] {
            let more = further(k, n, target, false).expect("a number");
            let naive = (0..)
                .find(|more| k + more > 1 && shows_at_least(k + more, n + more, target, false));
            assert_eq!(Some(more), naive, "{k}/{n}");
        }
    }
}
