//! Days without rows where some are expected: like lost rows, they may hide any number of cases, and say so by their cause.

use super::reference::{goals, proofs};
use super::{cases, reading, rule, share, unknown};
use crate::measure::cadence::Cadence;
use crate::measure::reading::{Figures, Stretch};
use crate::measure::rule::{Measure, Rule};
use crate::measure::target::{Proof, Target};
use crate::verdict::{Cause, Judge, Judgement, Verdict, judge};

fn judged(rule: &Rule, target: &Target, proof: &Proof, figures: &Figures, lost: bool) -> Judgement {
    let settings = Judge {
        rule,
        target,
        proof,
        major: true,
        min_cases: None,
        forbidden: None,
        declared: false,
        incomplete: None,
        silent: !lost,
    };
    judge(&settings, &reading(figures.clone(), lost)).total
}

/// What is said of silent days, when as much is said of lost rows.
fn as_lost(found: Judgement) -> Judgement {
    Judgement {
        cause: found.cause.map(|cause| match cause {
            Cause::Unreadable => Cause::PeriodIncomplete,
            other => other,
        }),
        ..found
    }
}

#[test]
fn silent_days_weigh_on_a_share_as_lost_rows_do() {
    let rule = rule(share());
    for (goal, proof) in goals()
        .into_iter()
        .flat_map(|goal| proofs().into_iter().map(move |proof| (goal, proof)))
    {
        let target = Target::Share(goal.target(None));
        for (holds, fails, doubts) in (0..4_u64)
            .flat_map(|holds| (0..4).map(move |fails| (holds, fails)))
            .flat_map(|(holds, fails)| (0..3).map(move |doubts| (holds, fails, doubts)))
        {
            let figures = Figures::Share(cases(holds, fails, doubts));
            let silent = judged(&rule, &target, &proof, &figures, false);
            let lost = judged(&rule, &target, &proof, &figures, true);
            assert_eq!(silent, as_lost(lost), "{goal:?} {proof:?} {figures:?}");
            assert_ne!(silent.verdict, Verdict::Met, "{goal:?} {figures:?}");
        }
    }
}

#[test]
fn silent_days_may_hold_the_events_that_a_rhythm_lacks() {
    let rule = rule(Measure::Cadence(Cadence { every_days: 3 }));
    let figures = |missing: u64| Figures::Rhythm {
        days: 4,
        missing,
        longest: Some(Stretch { from: 1, to: 9 }),
        span: 20,
        doubts: unknown(0),
    };
    let judged = |missing| {
        let found = judged(
            &rule,
            &Target::Cadence,
            &Proof::Census,
            &figures(missing),
            false,
        );
        (found.verdict, found.cause)
    };
    // Further events cannot break a rhythm that holds.
    assert_eq!(judged(0), (Verdict::Met, None));
    let open = (Verdict::NotShown, Some(Cause::PeriodIncomplete));
    assert_eq!(judged(3), open);
}
