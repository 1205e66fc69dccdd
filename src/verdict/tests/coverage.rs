//! Coverage: every way in which the unknown minutes may be covered.

use super::{Lack, cases, judged, rule};
use crate::measure::coverage::{Cover, Coverage, End, Moment, Places};
use crate::measure::reading::Figures;
use crate::measure::rule::Measure;
use crate::measure::target::{Bound, Proof, ShareTarget, Target};
use crate::measure::truth::Doubt;
use crate::ratio::Ratio;
use crate::verdict::{Assessment, Cause, Margin, Verdict};

fn measure() -> Measure {
    Measure::Coverage(Coverage {
        main: Cover {
            from: Moment::Instant(0),
            to: End::At(Moment::Instant(1)),
            places: Places::These(vec![0]),
            longest: None,
            until: 0,
        },
        also: Vec::new(),
        places: vec![0],
    })
}

fn cover(figures: crate::measure::reading::Cases, target: ShareTarget, lack: Lack) -> Assessment {
    let figures = Figures::Coverage {
        cases: figures,
        gaps: Vec::new(),
        rows: 1,
    };
    judged(
        &rule(measure()),
        &Target::Share(target),
        &Proof::Census,
        figures,
        lack,
    )
}

fn target(bound: Bound, (numerator, denominator): (u64, u64)) -> ShareTarget {
    ShareTarget {
        bound,
        ratio: Ratio::new(numerator, denominator).unwrap(),
        close: Ratio::new(numerator * 2 + denominator, denominator * 3),
    }
}

/// Whether so many covered minutes of all reach a target, in tenths.
fn reaches(covered: u64, all: u64, bound: Bound, (numerator, denominator): (u64, u64)) -> bool {
    match bound {
        Bound::MoreThan => covered * denominator > numerator * all,
        _ => covered * denominator >= numerator * all,
    }
}

#[test]
fn a_coverage_is_what_every_completion_says_and_missing_rows_change_nothing() {
    let ratios = [(1, 2), (4, 5), (9, 10), (1, 1)];
    for (holds, fails, unknown) in
        (0..7).flat_map(|h| (0..7).flat_map(move |f| (0..5).map(move |u| (h, f, u))))
    {
        let all = holds + fails + unknown;
        for (bound, ratio) in [Bound::AtLeast, Bound::MoreThan]
            .into_iter()
            .flat_map(|bound| ratios.map(|ratio| (bound, ratio)))
        {
            let ways: Vec<bool> = (0..=unknown)
                .map(|more| reaches(holds + more, all, bound, ratio))
                .collect();
            for lack in Lack::ALL {
                let figures = cases(holds, fails, unknown);
                let mut plain = target(bound, ratio);
                plain.close = None;
                let found = cover(figures, plain, lack).total;
                let (verdict, margin) = if all == 0 {
                    (Verdict::NoCase, None)
                } else if ways.iter().all(|way| *way) {
                    let fewer = (0..=holds).find(|k| !reaches(holds - k, all, bound, ratio));
                    (Verdict::Met, fewer.map(Margin::Breaks))
                } else if ways.contains(&true) {
                    (Verdict::NotShown, None)
                } else {
                    let best = holds + unknown;
                    let more = (0..=fails).find(|k| reaches(best + k, all, bound, ratio));
                    (Verdict::MajorGap, more.map(Margin::Lacks))
                };
                assert_eq!(
                    (found.verdict, found.margin),
                    (verdict, margin),
                    "{holds} {fails} {unknown} {bound:?} {ratio:?}"
                );
                assert_eq!(found.cause.is_some(), verdict == Verdict::NotShown);
            }
        }
    }
}

#[test]
fn a_coverage_is_close_below_its_stricter_share() {
    let met = |holds, fails| {
        cover(
            cases(holds, fails, 0),
            target(Bound::AtLeast, (4, 5)),
            Lack::NOTHING,
        )
    };
    // Close under (8 + 5) / 15, thirteen fifteenths.
    assert_eq!(met(12, 3).verdict, Verdict::Close);
    assert_eq!(met(13, 2).verdict, Verdict::Met);
}

#[test]
fn the_doubt_that_prevails_among_unknown_minutes_is_the_cause() {
    for (doubt, cause) in [
        (Doubt::NotCollected, Cause::PeriodIncomplete),
        (Doubt::ClockChange, Cause::Ambiguous),
        (Doubt::Unreadable, Cause::Unreadable),
        (Doubt::Contradictory, Cause::Ambiguous),
    ] {
        let mut figures = cases(90, 0, 4);
        figures.doubts.insert(doubt, 6);
        let found = cover(figures, target(Bound::AtLeast, (1, 1)), Lack::NOTHING);
        assert_eq!(
            (found.verdict, found.cause),
            (Verdict::NotShown, Some(cause))
        );
    }
    let mut three = cases(90, 0, 4);
    three.doubts.insert(Doubt::ClockChange, 4);
    three.doubts.insert(Doubt::Unreadable, 4);
    let found = cover(three, target(Bound::AtLeast, (1, 1)), Lack::NOTHING);
    assert_eq!(found.cause, Some(Cause::TooManyUnknown));
}
