//! Cadence: the definition window by window, and the least number of events that would mend it, by trying them all.

use super::table::{
    AFTER, AMONG, ANYTHING, Cell, DAY, FIRST, FROM, Full, GROUP, Line, Place, SECOND, SERVICE, TO,
    VALUE, any_line, line, multisets, pick, place, read, rule, states, with, worlds,
};
use charte::measure::cadence::{Cadence, Events};
use charte::measure::population::Window;
use charte::measure::reading::{Figures, Stretch, unknown};
use charte::measure::{Measure, Reading, Rule};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const READS: [usize; 6] = [DAY, SERVICE, AMONG, FIRST, SECOND, GROUP];

fn cadence(every_days: u32) -> Rule {
    rule(Measure::Cadence(Cadence { every_days }))
}

/// Whether each window of n consecutive days of a period holds an event. Days are bits.
fn in_rhythm(events: u32, span: u32, n: u32) -> bool {
    (0..=span.saturating_sub(n))
        .take_while(|start| start + n <= span)
        .all(|start| (start..start + n).any(|day| events >> day & 1 == 1))
}

/// The least number of further events that makes the rhythm hold, by trying every set of days.
fn least_missing(events: u32, span: u32, n: u32) -> u64 {
    (0..1_u32 << span)
        .filter(|more| more & events == 0 && in_rhythm(events | more, span, n))
        .map(|more| u64::from(more.count_ones()))
        .min()
        .unwrap()
}

/// The first of the longest runs of days without an event.
fn longest(events: u32, span: u32) -> Option<(u32, u32)> {
    let free = |from: u32, to: u32| (from..=to).all(|day| events >> day & 1 == 0);
    let runs = (0..span).flat_map(|from| (from..span).map(move |to| (from, to)));
    runs.filter(|(from, to)| free(*from, *to))
        .max_by_key(|(from, to)| (to - from, span - from))
}

fn day(offset: u32) -> i32 {
    i32::try_from(FROM).unwrap() + i32::try_from(offset).unwrap()
}

#[test]
fn every_set_of_events_in_every_short_period() {
    for span in 1..=8_u32 {
        let window = Window {
            from: Some(day(0)),
            to: day(span - 1),
        };
        for events in 0..1_u32 << span {
            let mut seen = Events::default();
            let days = (0..span).filter(|offset| events >> offset & 1 == 1);
            days.for_each(|offset| seen.count(Ok(day(offset)), 1));
            for n in 1..=span + 2 {
                let expected = Figures::Rhythm {
                    days: u64::from(events.count_ones()),
                    missing: least_missing(events, span, n),
                    longest: longest(events, span).map(|(from, to)| Stretch {
                        from: day(from),
                        to: day(to),
                    }),
                    span: u64::from(span),
                    doubts: [].into(),
                };
                let found = seen.figures(&Cadence { every_days: n }, window);
                assert_eq!(found, expected, "{events:b} of {span}, every {n}");
                let missing = matches!(found, Figures::Rhythm { missing: 0, .. });
                assert_eq!(missing, in_rhythm(events, span, n));
            }
        }
    }
}

#[test]
fn events_outside_the_window_do_not_count() {
    let mut events = Events::default();
    [day(0), day(3), day(9)]
        .iter()
        .for_each(|day| events.count(Ok(*day), 1));
    let window = Window {
        from: Some(day(1)),
        to: day(8),
    };
    let figures = events.figures(&Cadence { every_days: 3 }, window);
    assert!(
        matches!(
            figures,
            Figures::Rhythm {
                days: 1,
                missing: 1,
                span: 8,
                ..
            }
        ),
        "{figures:?}"
    );
}

/// The days of each group of a complete table, as bits.
type World = [u32; 3];

fn add(world: &World, row: &Full) -> World {
    let mut world = *world;
    if place(row) == Place::Judged {
        world[usize::try_from(row[GROUP]).unwrap()] |= 1 << (row[DAY] - FROM);
    }
    world
}

fn parts(figures: &Figures) -> (u64, u64) {
    match figures {
        Figures::Rhythm {
            missing, doubts, ..
        } => (*missing, unknown(doubts)),
        other => panic!("{other:?}"),
    }
}

/// Each complete table lacks at most what is missing, and at least that minus the unknown events. `known` keeps the
/// naive answers, which are dear.
fn check(reading: &Reading, worlds: &BTreeSet<World>, n: u32, known: &mut BTreeMap<u32, u64>) {
    let whole: Vec<u32> = worlds
        .iter()
        .map(|world| world[0] | world[1] | world[2])
        .collect();
    let span = u32::try_from(TO - FROM + 1).unwrap();
    let mut check = |figures: &Figures, worlds: &mut dyn Iterator<Item = u32>| {
        let (missing, unknown) = parts(figures);
        for events in worlds {
            let lacks = *known
                .entry(events)
                .or_insert_with(|| least_missing(events, span, n));
            let least = missing.saturating_sub(unknown);
            assert!(least <= lacks && lacks <= missing, "{figures:?} {events:b}");
        }
    };
    check(&reading.total, &mut whole.iter().copied());
    for group in &reading.groups {
        let position = usize::try_from(group.key[0]).unwrap();
        check(
            &group.figures,
            &mut worlds.iter().map(|world| world[position]),
        );
    }
}

#[test]
fn bounds_hold_every_completion_of_every_small_table() {
    let states = states();
    // The days of the states are few, so the naive answers are few; the period has ten days.
    for n in [3, 5] {
        let rule = cadence(n);
        let mut known = BTreeMap::new();
        for positions in multisets(states.len(), 2) {
            for rejected in 0..2 {
                let lines = pick(&states, &positions);
                let mut all: Vec<Line> = lines.clone();
                all.extend((0..rejected).map(|_| ANYTHING));
                if all.len() < 3 {
                    check(
                        &read(&rule, &lines, rejected),
                        &worlds(&all, &READS, add),
                        n,
                        &mut known,
                    );
                }
            }
        }
    }
}

#[test]
fn one_unknown_event_mends_one_and_no_more() {
    let unknown = with(&[(DAY, Cell::Empty)]);
    let reading = read(&cadence(3), &[line(), unknown], 1);
    // Nine free days after the first: three windows of three lack an event; two could be mended.
    assert_eq!(parts(&reading.total), (3, 2));
    assert_eq!(least_missing(0b1, 10, 3), 3);
    assert_eq!(least_missing(0b100_1001, 10, 3), 1);
}

#[test]
fn events_of_an_unknown_group_add_one_day_at_most() {
    let stray = with(&[(GROUP, Cell::Empty)]);
    let reading = read(&cadence(3), &[stray, stray, line()], 0);
    // The day is already an event of the first group, and could be one of the second.
    assert_eq!(parts(&reading.groups[0].figures), (3, 0));
    assert_eq!(parts(&reading.groups[1].figures), (3, 1));
    assert_eq!(parts(&reading.groups[1].own), (3, 0));
}

#[test]
fn values_do_not_matter_and_places_do() {
    let day = |day| (DAY, Cell::Is(day));
    let lines = [
        with(&[day(FROM + 2), (VALUE, Cell::Empty)]),
        with(&[day(FROM + 5), (FIRST, Cell::Is(1))]),
        with(&[day(AFTER)]),
    ];
    let reading = read(&cadence(3), &lines, 0);
    let Figures::Rhythm {
        days,
        missing,
        span,
        ..
    } = reading.total
    else {
        panic!("a rhythm")
    };
    assert_eq!((days, missing, span), (1, 2, 10));
    assert_eq!(reading.aside.out_of_period, 1);
    assert_eq!(reading.aside.set_aside, [(0, 1)].into());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn bounds_hold_every_completion(lines in prop::collection::vec(any_line(), 0..4), n in 1_u32..12) {
        check(&read(&cadence(n), &lines, 0), &worlds(&lines, &READS, add), n, &mut BTreeMap::new());
    }
}
