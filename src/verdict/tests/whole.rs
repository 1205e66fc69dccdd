//! The whole and its groups, the order of verdicts, and what forbids any of them.

use super::{cases, reading, rule, share};
use crate::measure::grouping::Grouping;
use crate::measure::reading::{Figures, GroupReading, Reading};
use crate::measure::rule::Rule;
use crate::measure::target::{Bound, Proof, ShareTarget, Target};
use crate::ratio::Ratio;
use crate::verdict::{Assessment, Cause, Judge, Verdict, judge, roll_up};

const TARGET: Target = Target::Share(ShareTarget {
    bound: Bound::AtLeast,
    ratio: Ratio::ONE,
    close: None,
});

/// A rule that is judged for each value of one column and displayed for each of another.
fn grouped() -> Rule {
    let grouping = |column, judged| Grouping {
        columns: vec![column],
        judged,
    };
    Rule {
        groupings: vec![grouping(0, true), grouping(1, false)],
        ..rule(share())
    }
}

fn group(grouping: usize, key: u32, [holds, fails, strays]: [u64; 3]) -> GroupReading {
    GroupReading {
        grouping,
        key: vec![key],
        figures: Figures::Share(cases(holds, fails, strays)),
        own: Figures::Share(cases(holds, fails, 0)),
    }
}

fn settings<'a>(rule: &'a Rule, min_cases: Option<u64>) -> Judge<'a> {
    Judge {
        rule,
        target: &TARGET,
        proof: &Proof::Census,
        major: false,
        min_cases,
        forbidden: None,
        declared: false,
        incomplete: None,
        silent: false,
    }
}

fn assess(total: [u64; 3], groups: Vec<GroupReading>, min_cases: Option<u64>) -> Assessment {
    let [holds, fails, unknown] = total;
    let found = Reading {
        groups,
        ..reading(Figures::Share(cases(holds, fails, unknown)), false)
    };
    judge(&settings(&grouped(), min_cases), &found)
}

fn verdicts(assessment: &Assessment) -> Vec<Option<Verdict>> {
    assessment
        .groups
        .iter()
        .map(|group| group.map(|judgement| judgement.verdict))
        .collect()
}

#[test]
fn a_requirement_weighs_as_its_worst_judged_part() {
    // Every verdict that figures can have against a target of 100 %, with the cause it brings.
    let kinds = [
        ([0, 1, 0], Verdict::MinorGap, None),
        ([3, 0, 1], Verdict::NotShown, Some(Cause::TooManyUnknown)),
        ([2, 0, 2], Verdict::NotShown, Some(Cause::NotRecorded)),
        ([2, 0, 0], Verdict::Met, None),
        ([0, 0, 0], Verdict::NoCase, None),
    ];
    let weight = |verdict| {
        let order = [
            Verdict::NotShown,
            Verdict::MinorGap,
            Verdict::Met,
            Verdict::NoCase,
        ];
        order.iter().position(|other| *other == verdict)
    };
    for (total, whole, of_whole) in kinds {
        for (one, first, of_first) in kinds {
            for (two, second, of_second) in kinds {
                let groups = vec![group(0, 0, one), group(0, 1, two), group(1, 0, [0, 9, 0])];
                let found = assess(total, groups, None);
                assert_eq!(found.total.verdict, whole);
                assert_eq!(verdicts(&found), [Some(first), Some(second), None]);
                let parts = [(first, of_first), (second, of_second), (whole, of_whole)];
                let worst = parts
                    .into_iter()
                    .min_by_key(|(verdict, _)| weight(*verdict))
                    .unwrap();
                assert_eq!(
                    (found.verdict, found.cause),
                    worst,
                    "{total:?} {one:?} {two:?}"
                );
            }
        }
    }
}

#[test]
fn a_group_is_judged_alone_from_the_least_number_of_its_own_cases_on() {
    for own in 0..=6 {
        for least in 1..=6 {
            let found = assess([9, 0, 0], vec![group(0, 0, [0, own, 3])], Some(least));
            let judged = own >= least;
            assert_eq!(found.groups[0].is_some(), judged, "{own} {least}");
            assert_eq!(
                found.verdict,
                if judged {
                    Verdict::MinorGap
                } else {
                    Verdict::Met
                }
            );
        }
    }
    // What is too small to be judged alone still counts in the whole.
    let found = assess(
        [9, 1, 0],
        vec![group(0, 0, [9, 0, 0]), group(0, 1, [0, 1, 0])],
        Some(5),
    );
    assert_eq!(
        (found.verdict, verdicts(&found)),
        (Verdict::MinorGap, vec![Some(Verdict::Met), None])
    );
}

#[test]
fn cases_of_an_unknown_group_are_feared_in_each() {
    let found = assess(
        [6, 0, 1],
        vec![group(0, 0, [3, 0, 1]), group(0, 1, [3, 0, 1])],
        None,
    );
    assert_eq!(
        verdicts(&found),
        [Some(Verdict::NotShown), Some(Verdict::NotShown)]
    );
}

#[test]
fn what_forbids_a_verdict_forbids_all() {
    let rule = grouped();
    for cause in [Cause::NoEvidence, Cause::Stale] {
        let settings = Judge {
            forbidden: Some(cause),
            declared: false,
            incomplete: Some(Cause::PeriodIncomplete),
            ..settings(&rule, None)
        };
        for total in [[0, 0, 0], [9, 0, 0], [0, 9, 0], [1, 0, 8]] {
            let [holds, fails, unknown] = total;
            for open in [false, true] {
                let found = Reading {
                    groups: vec![group(0, 0, total)],
                    ..reading(Figures::Share(cases(holds, fails, unknown)), open)
                };
                let found = judge(&settings, &found);
                assert_eq!(
                    (found.verdict, found.cause),
                    (Verdict::NotShown, Some(cause))
                );
                let of_group = found.groups[0].expect("a judgement");
                assert_eq!(
                    (of_group.verdict, of_group.cause),
                    (Verdict::NotShown, Some(cause))
                );
            }
        }
    }
}

#[test]
fn severity_names_the_gap() {
    let rule = grouped();
    for (major, verdict) in [(true, Verdict::MajorGap), (false, Verdict::MinorGap)] {
        let settings = Judge {
            major,
            ..settings(&rule, None)
        };
        let found = judge(&settings, &reading(Figures::Share(cases(0, 1, 0)), false));
        assert_eq!(found.verdict, verdict);
        assert!(found.verdict.is_gap());
    }
    let gaps: Vec<&str> = Verdict::ALL
        .into_iter()
        .filter(|verdict| verdict.is_gap())
        .map(Verdict::id)
        .collect();
    assert_eq!(gaps, ["major-gap", "minor-gap"]);
}

#[test]
fn roll_up_takes_the_one_that_weighs_most() {
    let order = [
        "major-gap",
        "not-shown",
        "minor-gap",
        "close",
        "met",
        "no-case",
        "not-applicable",
    ];
    assert_eq!(Verdict::ALL.map(Verdict::id), order);
    for set in 1..1_u32 << order.len() {
        let members: Vec<usize> = (0..order.len())
            .filter(|bit| set & (1 << bit) != 0)
            .collect();
        let wanted = order[members[0]];
        assert_eq!(
            roll_up(members.iter().map(|bit| Verdict::ALL[*bit])).id(),
            wanted
        );
        assert_eq!(
            roll_up(members.iter().rev().map(|bit| Verdict::ALL[*bit])).id(),
            wanted
        );
    }
    assert_eq!(roll_up([]), Verdict::NotApplicable);
}
