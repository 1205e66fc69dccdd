//! Peaks: every way in which the undecided slots may turn out.

use super::{Lack, cases, judged, rule};
use crate::measure::peaks::shape::Pattern;
use crate::measure::peaks::{Factor, LEAST_DAYS, Peaks, Sought};
use crate::measure::reading::Figures;
use crate::measure::rule::Measure;
use crate::measure::target::{Bound, Proof, ShareTarget, Target};
use crate::ratio::Ratio;
use crate::verdict::{Assessment, Cause, Judge, Verdict, judge};

fn measure() -> Measure {
    Measure::Peaks(Box::new(Peaks {
        sought: Sought::Peaks,
        place: 0,
        at: 0,
        slot: 30,
        threshold: Factor {
            numerator: 5,
            denominator: 4,
        },
        weeks: Ratio::new(3, 5).unwrap(),
        published: [].into(),
        services: None,
        declared_until: Some(100),
        staffing: None,
    }))
}

fn target(bound: Bound, numerator: u64, denominator: u64) -> Target {
    Target::Share(ShareTarget {
        bound,
        ratio: Ratio::new(numerator, denominator).unwrap(),
        close: None,
    })
}

/// `spare` of the unknown slots are not published.
fn figures(slots: (u64, u64, u64), spare: u64, days: u64) -> Figures {
    figures_of(slots, spare, (days, days))
}

/// Of so many days at least, and so many at most.
fn figures_of(
    (holds, fails, unknown): (u64, u64, u64),
    spare: u64,
    (days, days_at_most): (u64, u64),
) -> Figures {
    Figures::Peaks {
        cases: cases(holds, fails, unknown),
        pattern: Box::new(Pattern {
            spare,
            days,
            days_at_most,
            ..Pattern::default()
        }),
    }
}

fn assess(slots: (u64, u64, u64), spare: u64, target: &Target, lack: Lack) -> Assessment {
    let figures = figures(slots, spare, LEAST_DAYS);
    judged(&rule(measure()), target, &Proof::Census, figures, lack)
}

#[test]
fn met_and_gap_hold_in_every_completion_and_are_said_if_they_do() {
    for (bound, numerator, denominator) in [
        (Bound::AtLeast, 1, 2),
        (Bound::AtLeast, 4, 5),
        (Bound::AtLeast, 1, 1),
        (Bound::MoreThan, 1, 2),
    ] {
        let target = target(bound, numerator, denominator);
        for (holds, fails) in (0..5_u64).flat_map(|holds| (0..5).map(move |fails| (holds, fails))) {
            for (kept, spare) in (0..4_u64).flat_map(|kept| (0..4).map(move |spare| (kept, spare)))
            {
                let slots = (holds, fails, kept + spare);
                let found = assess(slots, spare, &target, Lack::NOTHING).verdict;
                // A published slot is a peak or not; another one is a peak too many, or no case.
                let mut outcomes: Vec<Option<bool>> = Vec::new();
                for (right, beside) in
                    (0..=kept).flat_map(|right| (0..=spare).map(move |beside| (right, beside)))
                {
                    let (part, whole) = (holds + right, holds + fails + kept + beside);
                    let reached = match bound {
                        Bound::MoreThan => part * denominator > numerator * whole,
                        _ => part * denominator >= numerator * whole,
                    };
                    outcomes.push((whole > 0).then_some(reached));
                }
                let expected = if outcomes.iter().all(|outcome| *outcome == Some(true)) {
                    Verdict::Met
                } else if outcomes.iter().all(|outcome| *outcome == Some(false)) {
                    Verdict::MajorGap
                } else if outcomes.iter().all(Option::is_none) {
                    Verdict::NoCase
                } else {
                    Verdict::NotShown
                };
                assert_eq!(found, expected, "{slots:?} {spare} {bound:?}");
            }
        }
    }
}

/// Lost rows decide nothing; a log that does not cover the whole period may be long enough.
#[test]
fn what_is_missing() {
    let target = target(Bound::AtLeast, 1, 2);
    for (slots, verdict) in [((4, 0, 0), Verdict::Met), ((0, 4, 0), Verdict::MajorGap)] {
        for lack in Lack::ALL {
            let found = assess(slots, 0, &target, lack);
            let expected = if lack.rows {
                (Verdict::NotShown, Some(Cause::Unreadable))
            } else {
                (verdict, None)
            };
            assert_eq!((found.verdict, found.cause), expected, "{lack:?}");
        }
    }
}

#[test]
fn nineteen_days_are_too_few() {
    let target = target(Bound::AtLeast, 1, 2);
    let at = |days| {
        let figures = figures((4, 0, 0), 0, days);
        let rule = rule(measure());
        let found = judged(&rule, &target, &Proof::Census, figures, Lack::NOTHING);
        (found.verdict, found.cause)
    };
    assert_eq!(at(19), (Verdict::NotShown, Some(Cause::TooFewDays)));
    assert_eq!(at(20), (Verdict::Met, None));
}

/// A log that is long enough only if an unknown call opens it shows nothing, and leaves no declaration standing.
#[test]
fn perhaps_enough_days_decide_nothing() {
    let (rule, target) = (rule(measure()), target(Bound::AtLeast, 1, 2));
    for slots in [(4, 0, 0), (0, 4, 0)] {
        for (days, cause) in [
            ((0, 19), Cause::TooFewDays),
            ((19, 20), Cause::TooManyUnknown),
            ((0, 300), Cause::TooManyUnknown),
        ] {
            for declared in [false, true] {
                let settings = Judge {
                    rule: &rule,
                    target: &target,
                    proof: &Proof::Census,
                    major: true,
                    min_cases: None,
                    forbidden: None,
                    declared,
                    incomplete: None,
                    silent: false,
                };
                let reading = super::reading(figures_of(slots, 0, days), false);
                let found = judge(&settings, &reading);
                let stands = declared && cause == Cause::TooFewDays;
                let expected = if stands {
                    (Verdict::Met, None)
                } else {
                    (Verdict::NotShown, Some(cause))
                };
                assert_eq!((found.verdict, found.cause), expected, "{days:?}");
                assert_eq!(found.total.declared, stands);
            }
        }
    }
}

/// A declaration stands in for a log that is not there or too short, and for nothing else.
#[test]
fn a_declaration_counts_only_before_there_is_a_log() {
    let (rule, target) = (rule(measure()), target(Bound::AtLeast, 1, 2));
    let with = |slots, days, forbidden, declared| {
        let settings = Judge {
            rule: &rule,
            target: &target,
            proof: &Proof::Census,
            major: true,
            min_cases: None,
            forbidden,
            declared,
            incomplete: None,
            silent: false,
        };
        let found = judge(&settings, &super::reading(figures(slots, 0, days), false));
        (found.verdict, found.total.declared)
    };
    for (days, forbidden) in [(19, None), (20, Some(Cause::NoEvidence))] {
        let (met, not_shown) = ((Verdict::Met, true), (Verdict::NotShown, false));
        assert_eq!(with((0, 4, 0), days, forbidden, true), met);
        assert_eq!(with((4, 0, 0), days, forbidden, false), not_shown);
    }
    for (slots, forbidden) in [((1, 0, 4), None), ((4, 0, 0), Some(Cause::Stale))] {
        assert_eq!(with(slots, 20, forbidden, true), (Verdict::NotShown, false));
    }
    assert_eq!(with((0, 4, 0), 20, None, true), (Verdict::MajorGap, false));
    assert_eq!(with((4, 0, 0), 20, None, true), (Verdict::Met, false));
    let Measure::Peaks(peaks) = measure() else {
        unreachable!()
    };
    // It stands until the day before which it was to be measured.
    assert!(peaks.stands_declared(99) && !peaks.stands_declared(100));
}
