//! Shares: holds, fails and unknown from none to a dozen, under every relation, ratio and kind of proof.

use super::reference::{Answer, Goal, goals, proofs};
use super::{Lack, cases, judged, plan, rule, share};
use crate::measure::reading::{Cases, Figures};
use crate::measure::target::{Bound, Proof, Target};
use crate::ratio::Ratio;
use crate::verdict::{Cause, Judgement, Verdict};

pub(super) const MOST: u64 = 12;
pub(super) const SAMPLE: Proof = Proof::Sample;
pub(super) const CENSUS: Proof = Proof::Census;
pub(super) const NINE_TENTHS: Goal = Goal {
    bound: Bound::AtLeast,
    part: 9,
    whole: 10,
};

pub(super) fn counts(most: u64) -> impl Iterator<Item = [u64; 3]> {
    (0..=most).flat_map(move |holds| {
        (0..=most).flat_map(move |fails| (0..=most).map(move |unknown| [holds, fails, unknown]))
    })
}

pub(super) fn judge_cases(
    goal: Goal,
    proof: &Proof,
    cases: Cases,
    lack: Lack,
    close: Option<Ratio>,
) -> Judgement {
    let target = Target::Share(goal.target(close));
    judged(&rule(share()), &target, proof, Figures::Share(cases), lack).total
}

pub(super) fn judge_counts(
    goal: Goal,
    proof: &Proof,
    [holds, fails, unknown]: [u64; 3],
    lack: Lack,
) -> Judgement {
    judge_cases(goal, proof, cases(holds, fails, unknown), lack, None)
}

/// The verdict and nothing but the verdict, from every completion.
fn expected(goal: Goal, proof: &Proof, counts: [u64; 3], lack: Lack) -> Verdict {
    if counts == [0; 3] {
        let settled = *proof == Proof::Census && !lack.anything();
        return if settled {
            Verdict::NoCase
        } else {
            Verdict::NotShown
        };
    }
    let answers = goal.answers(proof, counts, lack);
    let all = |wanted| answers.iter().all(|answer| *answer == wanted);
    if all(Answer::Reached) && !lack.anything() {
        // What lacks something is never said to be met, not even "more than none".
        Verdict::Met
    } else if all(Answer::Missed) {
        Verdict::MajorGap
    } else {
        Verdict::NotShown
    }
}

#[test]
fn a_verdict_is_what_every_completion_says() {
    let mut seen = [0_u64; 4];
    for goal in goals() {
        for proof in proofs() {
            if goal.is_empty() && proof == SAMPLE {
                continue;
            }
            for lack in Lack::ALL
                .into_iter()
                .filter(|lack| !lack.anything() || !goal.is_empty())
            {
                let most = match &proof {
                    _ if lack.anything() => 5,
                    Proof::Census => MOST,
                    Proof::Sample => 8,
                    Proof::ControlPlan(_) => 10,
                };
                for counts in counts(most) {
                    let found = judge_counts(goal, &proof, counts, lack);
                    let wanted = expected(goal, &proof, counts, lack);
                    assert_eq!(
                        found.verdict, wanted,
                        "{goal:?} {proof:?} {counts:?} {lack:?}"
                    );
                    assert_eq!(found.cause.is_some(), wanted == Verdict::NotShown);
                    let kinds = [
                        Verdict::Met,
                        Verdict::MajorGap,
                        Verdict::NotShown,
                        Verdict::NoCase,
                    ];
                    seen[kinds.iter().position(|kind| *kind == wanted).unwrap()] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 10), "{seen:?}");
}

#[test]
fn a_census_that_is_not_shown_could_go_either_way() {
    for goal in goals().into_iter().filter(|goal| !goal.is_empty()) {
        for counts in counts(MOST) {
            let answers = goal.answers(&Proof::Census, counts, Lack::NOTHING);
            let either = answers.contains(&Answer::Reached) && answers.contains(&Answer::Missed);
            let found = judge_counts(goal, &CENSUS, counts, Lack::NOTHING);
            assert_eq!(
                found.verdict == Verdict::NotShown,
                either,
                "{goal:?} {counts:?}"
            );
        }
    }
}

#[test]
fn samples_up_to_fifty_cases() {
    for goal in goals().into_iter().filter(|goal| !goal.is_empty()) {
        for all in 1..=50 {
            for holds in 0..=all {
                for unknown in [0, 1, 2] {
                    let counts = [holds, all - holds, unknown];
                    let found = judge_counts(goal, &SAMPLE, counts, Lack::NOTHING);
                    let wanted = expected(goal, &SAMPLE, counts, Lack::NOTHING);
                    assert_eq!(found.verdict, wanted, "{goal:?} {counts:?}");
                }
            }
        }
    }
}

#[test]
fn samples_whose_interval_ends_exactly_at_the_target() {
    // The ends of k/625 are at one half when |2k − 625| = 1.96·√625 = 49: k = 337 for the lower one, 288 for the upper.
    for (bound, lower, upper) in [
        (Bound::AtLeast, Verdict::Met, Verdict::NotShown),
        (Bound::MoreThan, Verdict::NotShown, Verdict::MajorGap),
        (Bound::AtMost, Verdict::NotShown, Verdict::Met),
    ] {
        let goal = Goal {
            bound,
            part: 1,
            whole: 2,
        };
        let verdict =
            |holds| judge_counts(goal, &SAMPLE, [holds, 625 - holds, 0], Lack::NOTHING).verdict;
        assert_eq!((verdict(337), verdict(288)), (lower, upper), "{bound:?}");
    }
}

#[test]
fn one_sampled_case_and_a_whole_target_on_a_sample_never_pass() {
    for goal in goals() {
        for counts in [[1, 0, 0], [0, 1, 0], [0, 0, 1]] {
            let found = judge_counts(goal, &SAMPLE, counts, Lack::NOTHING);
            assert_eq!(found.verdict, Verdict::NotShown, "{goal:?} {counts:?}");
        }
        for counts in counts(MOST).filter(|_| goal.is_whole()) {
            assert_ne!(
                judge_counts(goal, &SAMPLE, counts, Lack::NOTHING).verdict,
                Verdict::Met,
                "{goal:?} {counts:?}"
            );
        }
    }
    let one = |counts| judge_counts(NINE_TENTHS, &CENSUS, counts, Lack::NOTHING).verdict;
    assert_eq!(
        (one([1, 0, 0]), one([0, 1, 0])),
        (Verdict::Met, Verdict::MajorGap)
    );
}

#[test]
fn a_census_without_a_case_is_neutral_and_any_other_proof_is_not() {
    for goal in goals() {
        assert_eq!(
            judge_counts(goal, &CENSUS, [0; 3], Lack::NOTHING),
            Judgement::plain(Verdict::NoCase)
        );
        for (lack, cause) in Lack::ALL.into_iter().zip([
            Cause::TooFewCases,
            Cause::PeriodIncomplete,
            Cause::Unreadable,
            Cause::Unreadable,
        ]) {
            for proof in proofs()
                .into_iter()
                .filter(|proof| *proof != CENSUS || lack.anything())
            {
                let found = judge_counts(goal, &proof, [0; 3], lack);
                assert_eq!(
                    (found.verdict, found.cause),
                    (Verdict::NotShown, Some(cause)),
                    "{goal:?} {proof:?} {lack:?}"
                );
            }
        }
    }
    let empty = judge_counts(NINE_TENTHS, &SAMPLE, [0; 3], Lack::NOTHING);
    assert_eq!(empty.further, Some(35));
    assert_eq!(
        judge_counts(NINE_TENTHS, &plan(10, 1), [0; 3], Lack::NOTHING).further,
        Some(10)
    );
}

#[test]
fn a_met_share_is_close_when_its_worst_completion_is_beyond_the_second_limit() {
    for (bound, target, close) in [
        (Bound::AtLeast, (1, 2), (9, 10)),
        (Bound::AtLeast, (9, 10), (1, 1)),
        (Bound::MoreThan, (1, 2), (2, 3)),
        (Bound::AtMost, (1, 2), (1, 10)),
        (Bound::AtMost, (1, 10), (0, 1)),
    ] {
        let [target, second] = [target, close].map(|(part, whole)| Goal { bound, part, whole });
        for proof in [Proof::Census, plan(5, 8)] {
            for counts in counts(MOST) {
                let plainly = judge_counts(target, &proof, counts, Lack::NOTHING);
                let close = Ratio::new(second.part, second.whole);
                let [holds, fails, unknown] = counts;
                let found = judge_cases(
                    target,
                    &proof,
                    cases(holds, fails, unknown),
                    Lack::NOTHING,
                    close,
                );
                // Closeness is "under" or "above" the second limit, whatever the first relation is.
                let under = Goal {
                    bound: if bound == Bound::AtMost {
                        bound
                    } else {
                        Bound::AtLeast
                    },
                    ..second
                };
                let worst = if bound == Bound::AtMost {
                    holds + unknown
                } else {
                    holds
                };
                let beyond = !under.reached(worst, holds + fails + unknown);
                let wanted = match plainly.verdict {
                    Verdict::Met if beyond => Verdict::Close,
                    other => other,
                };
                assert_eq!(found.verdict, wanted, "{target:?} {second:?} {counts:?}");
                assert_eq!((found.margin, found.cause), (plainly.margin, plainly.cause));
            }
        }
    }
}
