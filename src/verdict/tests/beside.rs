//! What stands beside the verdict of a share: margin, interval, further cases, cause.

use super::reference::{Answer, Goal, goals, lower_end, upper_end};
use super::share::{CENSUS, MOST, NINE_TENTHS, SAMPLE, counts, judge_cases, judge_counts};
use super::{Lack, plan};
use crate::measure::reading::{Cases, doubt};
use crate::measure::target::{Bound, Proof};
use crate::measure::truth::Doubt::{self, Contradictory, NoReference, NotRecorded, Unreadable};
use crate::verdict::{Cause, Interval, Margin, Verdict};

#[test]
fn margins_are_the_first_number_that_changes_the_verdict() {
    for goal in goals() {
        for counts in counts(MOST).filter(|counts| *counts != [0; 3]) {
            let [holds, fails, unknown] = counts;
            let found = judge_counts(goal, &CENSUS, counts, Lack::NOTHING);
            let at_most = goal.bound == Bound::AtMost;
            // The worst and the best completion, and what a further case does to each.
            let (worst, best) = ((holds, fails + unknown), (holds + unknown, fails));
            let (worst, best) = if at_most {
                (best, worst)
            } else {
                (worst, best)
            };
            let reached = |(holds, fails): (u64, u64)| goal.reached(holds, holds + fails);
            let one_more = |more| {
                if at_most {
                    (worst.0 + more, worst.1)
                } else {
                    (worst.0, worst.1 + more)
                }
            };
            let mended = |more| {
                if at_most {
                    (best.0 - more, best.1 + more)
                } else {
                    (best.0 + more, best.1 - more)
                }
            };
            let failures = if at_most { best.0 } else { best.1 };
            let wanted = match found.verdict {
                Verdict::Met => (1..=200)
                    .find(|more| !reached(one_more(*more)))
                    .map(Margin::Breaks),
                Verdict::MajorGap => (1..=failures)
                    .find(|more| reached(mended(*more)))
                    .map(Margin::Lacks),
                _ => None,
            };
            assert_eq!(found.margin, wanted, "{goal:?} {counts:?}");
        }
    }
}

#[test]
fn further_cases_are_the_least_that_show_it() {
    for goal in goals().into_iter().filter(|goal| !goal.is_whole()) {
        for counts in counts(5) {
            let [holds, fails, unknown] = counts;
            let found = judge_counts(goal, &SAMPLE, counts, Lack::NOTHING);
            let naive = (0..2_000).find(|more| {
                let (holds, fails) = match goal.bound {
                    Bound::AtMost => (holds + unknown, fails + more),
                    _ => (holds + more, fails + unknown),
                };
                goal.answer(&SAMPLE, holds, fails) == Answer::Reached
            });
            let wanted = naive.filter(|_| found.cause == Some(Cause::TooFewCases));
            assert_eq!(found.further, wanted, "{goal:?} {counts:?}");
        }
    }
    let short = judge_counts(NINE_TENTHS, &SAMPLE, [34, 0, 0], Lack::NOTHING);
    assert_eq!(
        (short.cause, short.further),
        (Some(Cause::TooFewCases), Some(1))
    );
    let planned = judge_counts(NINE_TENTHS, &plan(10, 1), [6, 1, 0], Lack::NOTHING);
    assert_eq!(
        (planned.cause, planned.further),
        (Some(Cause::TooFewCases), Some(3))
    );
}

#[test]
fn intervals_are_rounded_outwards_and_run_over_every_completion() {
    for counts in counts(MOST).filter(|counts| *counts != [0; 3]) {
        let [holds, fails, unknown] = counts;
        let (low, high, all) = (holds, holds + unknown, holds + fails + unknown);
        for goal in [
            NINE_TENTHS,
            Goal {
                bound: Bound::AtMost,
                ..NINE_TENTHS
            },
        ] {
            for proof in [Proof::Sample, plan(5, 0)] {
                let Interval {
                    low: floor,
                    high: ceiling,
                } = judge_counts(goal, &proof, counts, Lack::NOTHING)
                    .interval
                    .expect("an interval");
                assert!(
                    lower_end(low, all, floor, 1000).is_ge(),
                    "{counts:?} {floor}"
                );
                assert!(
                    floor == 1000 || lower_end(low, all, floor + 1, 1000).is_lt(),
                    "{counts:?} {floor}"
                );
                assert!(
                    upper_end(high, all, ceiling, 1000).is_le(),
                    "{counts:?} {ceiling}"
                );
                assert!(
                    ceiling == 0 || upper_end(high, all, ceiling - 1, 1000).is_gt(),
                    "{counts:?} {ceiling}"
                );
            }
        }
        assert_eq!(
            judge_counts(NINE_TENTHS, &CENSUS, counts, Lack::NOTHING).interval,
            None
        );
    }
}

/// Proof, holds, fails, unknown by reason, and the cause of not being shown against nine tenths.
type Blame = (Proof, u64, u64, &'static [(Doubt, u64)], Cause);

const BLAMES: [Blame; 18] = [
    // At least half of the cases share one reason.
    (CENSUS, 2, 0, &[(NotRecorded, 2)], Cause::NotRecorded),
    (CENSUS, 2, 0, &[(Unreadable, 3)], Cause::Unreadable),
    (CENSUS, 2, 0, &[(Contradictory, 2)], Cause::Ambiguous),
    (CENSUS, 2, 0, &[(NoReference, 2)], Cause::NoReference),
    (
        CENSUS,
        0,
        0,
        &[(NotRecorded, 1), (Unreadable, 1)],
        Cause::NotRecorded,
    ),
    (SAMPLE, 1, 0, &[(Unreadable, 1)], Cause::Unreadable),
    (plan(10, 1), 2, 1, &[(Unreadable, 7)], Cause::Unreadable),
    // Fewer than half.
    (CENSUS, 9, 1, &[(NotRecorded, 1)], Cause::TooManyUnknown),
    (CENSUS, 9, 1, &[(Unreadable, 1)], Cause::TooManyUnknown),
    (CENSUS, 9, 1, &[(NoReference, 2)], Cause::NoReference),
    (CENSUS, 9, 1, &[(Contradictory, 2)], Cause::Ambiguous),
    (
        CENSUS,
        9,
        1,
        &[(NotRecorded, 1), (Contradictory, 1)],
        Cause::TooManyUnknown,
    ),
    (
        plan(10, 0),
        9,
        0,
        &[(NotRecorded, 1)],
        Cause::TooManyUnknown,
    ),
    // A sample: the unknown cases are to blame when the others alone would decide.
    (SAMPLE, 20, 0, &[(NotRecorded, 5)], Cause::TooFewCases),
    (SAMPLE, 40, 0, &[(NotRecorded, 5)], Cause::TooManyUnknown),
    (SAMPLE, 14, 6, &[(NotRecorded, 19)], Cause::TooManyUnknown),
    // Nothing is unknown.
    (SAMPLE, 1, 0, &[], Cause::TooFewCases),
    (plan(10, 0), 9, 0, &[], Cause::TooFewCases),
];

#[test]
fn the_cause_says_what_is_to_blame() {
    for (proof, holds, fails, doubts, cause) in BLAMES {
        let mut found = Cases {
            holds,
            fails,
            ..Cases::default()
        };
        for (reason, count) in doubts {
            doubt(&mut found.doubts, *reason, *count);
        }
        let told = format!("{proof:?} {found:?}");
        let judged = |lack| judge_cases(NINE_TENTHS, &proof, found.clone(), lack, None);
        let judgement = judged(Lack::NOTHING);
        let wanted = (Verdict::NotShown, Some(cause));
        assert_eq!((judgement.verdict, judgement.cause), wanted, "{told}");
        let [_, days, rows, both] = Lack::ALL;
        assert_eq!(judged(days).cause, Some(Cause::PeriodIncomplete), "{told}");
        assert_eq!(judged(rows).cause, Some(Cause::Unreadable), "{told}");
        assert_eq!(judged(both).cause, Some(Cause::Unreadable), "{told}");
    }
}

#[test]
fn a_sample_of_few_cases_says_so_whatever_its_target() {
    for goal in goals()
        .into_iter()
        .filter(|goal| !goal.is_whole() && !goal.is_empty())
    {
        for counts in [[1, 0, 0], [0, 1, 0]] {
            let found = judge_counts(goal, &SAMPLE, counts, Lack::NOTHING);
            assert_eq!(found.cause, Some(Cause::TooFewCases), "{goal:?} {counts:?}");
            assert!(found.further.is_some(), "{goal:?} {counts:?}");
        }
    }
}
