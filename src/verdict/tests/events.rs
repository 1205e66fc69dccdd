//! Variety and cadence: every value and every day that the unknown rows could add.

use super::{Lack, judged, rule, unknown};
use crate::measure::cadence::{Cadence, Events};
use crate::measure::population::Window;
use crate::measure::reading::Figures;
use crate::measure::rule::Measure;
use crate::measure::target::{Proof, Target};
use crate::measure::truth::Doubt;
use crate::measure::variety::{Seen, Variety};
use crate::verdict::{Assessment, Cause, Margin, Verdict};

const DECLARED: u32 = 4;

/// The positions of the bits of a set.
fn bits(set: u32) -> impl Iterator<Item = u32> {
    (0..32).filter(move |bit| set & (1 << bit) != 0)
}

/// Every set that holds another one and so many further members at most.
fn larger(set: u32, room: u32, more: u32) -> impl Iterator<Item = u32> {
    (0..1_u32 << room)
        .filter(move |other| other & set == set && (other & !set).count_ones() <= more)
}

fn vary(
    seen: u32,
    doubts: u32,
    at_least: u32,
    including: u32,
    proof: &Proof,
    lack: Lack,
) -> Assessment {
    let settings = Variety {
        of: 0,
        declared: DECLARED,
        at_least,
        including: bits(including).collect(),
    };
    let mut counted = Seen::default();
    bits(seen).for_each(|value| counted.count(Ok(i64::from(value)), 1));
    counted.count(Err(Doubt::NotRecorded), u64::from(doubts));
    let figures = counted.figures(&settings);
    judged(
        &rule(Measure::Variety(settings)),
        &Target::Variety,
        proof,
        figures,
        lack,
    )
}

#[test]
fn a_variety_is_what_every_completion_says() {
    for (seen, including) in
        (0..16).flat_map(|seen| (0..16).map(move |including| (seen, including)))
    {
        for (doubts, at_least) in
            (0..=4).flat_map(|doubts| (1..=DECLARED).map(move |least| (doubts, least)))
        {
            let enough = |set: u32| set.count_ones() >= at_least && set & including == including;
            let ways: Vec<bool> = larger(seen, DECLARED, doubts).map(enough).collect();
            let wanted = if seen == 0 && doubts == 0 {
                Verdict::NoCase
            } else if ways.iter().all(|way| *way) {
                Verdict::Met
            // Where nothing is known, the unknown rows may be no cases at all.
            } else if ways.contains(&true) || seen == 0 {
                Verdict::NotShown
            } else {
                Verdict::MajorGap
            };
            let found = vary(
                seen,
                doubts,
                at_least,
                including,
                &Proof::Census,
                Lack::NOTHING,
            )
            .total;
            assert_eq!(
                found.verdict, wanted,
                "{seen:b} {doubts} {at_least} {including:b}"
            );
            if wanted == Verdict::MajorGap {
                let fewest = larger(seen, DECLARED, DECLARED)
                    .filter(|set| enough(*set))
                    .map(|set| set ^ seen);
                let fewest = fewest.map(u32::count_ones).min().expect("a way");
                assert_eq!(found.margin, Some(Margin::Lacks(u64::from(fewest))));
            }
            let half = doubts >= seen.count_ones();
            let cause = if half {
                Cause::NotRecorded
            } else {
                Cause::TooManyUnknown
            };
            assert_eq!(found.cause, (wanted == Verdict::NotShown).then_some(cause));
        }
    }
}

#[test]
fn unknown_rows_take_declared_values_only() {
    // No valid charter asks for more values than it declares.
    for seen in 1..16 {
        let found = vary(seen, 9, DECLARED + 1, 0, &Proof::Census, Lack::NOTHING);
        assert_eq!(found.verdict, Verdict::MajorGap, "{seen:b}");
    }
}

#[test]
fn what_was_seen_stays_seen_whatever_is_missing() {
    for lack in Lack::ALL.into_iter().filter(|lack| lack.anything()) {
        for (seen, doubts) in (0..16).flat_map(|seen| (0..3).map(move |doubts| (seen, doubts))) {
            let found = vary(seen, doubts, 2, 0b1, &Proof::Census, lack);
            let wanted = if seen.count_ones() >= 2 && seen & 1 == 1 {
                Verdict::Met
            } else {
                Verdict::NotShown
            };
            assert_eq!(found.verdict, wanted, "{seen:b} {doubts} {lack:?}");
        }
    }
}

#[test]
fn a_sample_shows_variety_from_two_rows_on_and_never_the_lack_of_it() {
    for (seen, at_least) in
        (0..16_u32).flat_map(|seen| (1..=DECLARED).map(move |least| (seen, least)))
    {
        let found = vary(seen, 0, at_least, 0, &Proof::Sample, Lack::NOTHING).total;
        let met = seen.count_ones() >= at_least && seen.count_ones() > 1;
        let wanted = if met {
            (Verdict::Met, None)
        } else {
            (Verdict::NotShown, Some(Cause::TooFewCases))
        };
        assert_eq!((found.verdict, found.cause), wanted, "{seen:b} {at_least}");
    }
}

fn beat(events: u32, span: u32, every_days: u32, doubts: u32, lack: Lack) -> Assessment {
    let settings = Cadence { every_days };
    // The first day of the period is day 100.
    let day = |bit: u32| i32::try_from(100 + bit).expect("a day");
    let mut counted = Events::default();
    bits(events).for_each(|bit| counted.count(Ok(day(bit)), 1));
    counted.count(Err(Doubt::Unreadable), u64::from(doubts));
    let window = Window {
        from: Some(100),
        to: day(span) - 1,
    };
    let figures = counted.figures(&settings, window);
    judged(
        &rule(Measure::Cadence(settings)),
        &Target::Cadence,
        &Proof::Census,
        figures,
        lack,
    )
}

/// Whether each window of so many consecutive days holds an event.
fn steady(events: u32, span: u32, every_days: u32) -> bool {
    (0..span)
        .filter(|first| first + every_days <= span)
        .all(|first| (first..first + every_days).any(|day| events & (1 << day) != 0))
}

#[test]
fn a_cadence_is_what_every_completion_says() {
    for (span, every_days) in
        (1..=7).flat_map(|span| (1..=8).map(move |every_days| (span, every_days)))
    {
        for (events, doubts) in
            (0..1_u32 << span).flat_map(|events| (0..=3).map(move |doubts| (events, doubts)))
        {
            let ways: Vec<bool> = larger(events, span, doubts)
                .map(|set| steady(set, span, every_days))
                .collect();
            let wanted = if events == 0 && span < every_days {
                // Not a day of the period can be judged.
                Verdict::NotShown
            } else if ways.iter().all(|way| *way) {
                Verdict::Met
            } else if ways.contains(&true) {
                Verdict::NotShown
            } else {
                Verdict::MajorGap
            };
            let found = beat(events, span, every_days, doubts, Lack::NOTHING).total;
            assert_eq!(
                found.verdict, wanted,
                "{events:b} of {span}, {every_days}, {doubts}"
            );
            if wanted == Verdict::MajorGap {
                let all = larger(events, span, span).filter(|set| steady(*set, span, every_days));
                let fewest = all
                    .map(|set| (set & !events).count_ones())
                    .min()
                    .expect("a way");
                assert_eq!(
                    found.margin,
                    Some(Margin::Lacks(u64::from(fewest))),
                    "{events:b} of {span}, {every_days}"
                );
            }
        }
    }
}

#[test]
fn missing_rows_could_hold_events_and_missing_days_could_lack_them() {
    let [nothing, days, rows, both] = Lack::ALL;
    // Ten days with an event on each even one, then without any; an event is due every third day.
    for (events, lack, wanted) in [
        (0b1_0101_0101, nothing, (Verdict::Met, None)),
        (0b1_0101_0101, rows, (Verdict::Met, None)),
        (
            0b1_0101_0101,
            days,
            (Verdict::NotShown, Some(Cause::PeriodIncomplete)),
        ),
        (
            0b1_0101_0101,
            both,
            (Verdict::NotShown, Some(Cause::PeriodIncomplete)),
        ),
        (0, nothing, (Verdict::MajorGap, None)),
        (0, rows, (Verdict::NotShown, Some(Cause::Unreadable))),
        (0, days, (Verdict::MajorGap, None)),
        (0, both, (Verdict::NotShown, Some(Cause::Unreadable))),
    ] {
        let found = beat(events, 10, 3, 0, lack).total;
        assert_eq!((found.verdict, found.cause), wanted, "{events:b} {lack:?}");
    }
}

#[test]
fn a_target_of_another_measure_is_never_met() {
    let figures = Figures::Distinct {
        seen: [0, 1].into(),
        declared: 2,
        absent: [].into(),
        rows: 2,
        doubts: unknown(0),
    };
    let cadence = rule(Measure::Cadence(Cadence { every_days: 1 }));
    let found = judged(
        &cadence,
        &Target::Cadence,
        &Proof::Census,
        figures,
        Lack::NOTHING,
    );
    assert_eq!(
        (found.verdict, found.cause),
        (Verdict::NotShown, Some(Cause::NoEvidence))
    );
}
