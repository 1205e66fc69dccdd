//! Limit: nearest-rank quantiles against a sorted list, and bounds against every complete table.

use super::table::{
    AMONG, ANYTHING, Cell, DAY, FIRST, Full, GROUP, Place, SECOND, SERVICE, VALUE, WEIGHT,
    any_line, multisets, pick, place, read, rule, states, with, worlds,
};
use charte::measure::condition::Comparison;
use charte::measure::limit::{Histogram, Limit};
use charte::measure::reading::{Cases, Figures};
use charte::measure::value::{Term, Unit};
use charte::measure::{Measure, Reading, Rule};
use charte::ratio::Ratio;
use proptest::prelude::*;
use std::collections::BTreeSet;

const READS: [usize; 7] = [DAY, SERVICE, AMONG, FIRST, SECOND, GROUP, VALUE];

fn ratio(percent: u64) -> Ratio {
    Ratio::new(percent, 100).unwrap()
}

fn limit(percent: u64, comparison: Comparison) -> Rule {
    rule(Measure::Limit(Limit {
        of: Term::Column(VALUE),
        unit: Unit::Count,
        quantile: ratio(percent),
        comparison,
        limit: 2,
    }))
}

/// The ⌈p·n/100⌉-th smallest, counted from 1.
fn nearest_rank(values: &[i64], percent: u64) -> Option<i64> {
    let mut values = values.to_vec();
    values.sort_unstable();
    let rank = (usize::try_from(percent).unwrap() * values.len()).div_ceil(100);
    (rank > 0).then(|| values[rank - 1])
}

fn parts(figures: &Figures) -> (&Cases, Option<i64>) {
    match figures {
        Figures::Limit { cases, value, .. } => (cases, *value),
        other => panic!("{other:?}"),
    }
}

/// The values of each group of a complete table.
type World = [Vec<i64>; 3];

fn add(world: &World, row: &Full) -> World {
    let mut world = world.clone();
    if place(row) == Place::Judged {
        let group = &mut world[usize::try_from(row[GROUP]).unwrap()];
        group.push(row[VALUE]);
        group.sort_unstable();
    }
    world
}

/// No complete table contradicts what the bounds say of the quantile.
fn check_one(figures: &Figures, worlds: &BTreeSet<Vec<i64>>, percent: u64, strict: bool) {
    let (cases, _) = parts(figures);
    let surely = ratio(percent).compare(cases.holds, cases.all()).is_ge();
    let never = ratio(percent)
        .compare(cases.holds + cases.unknown(), cases.all())
        .is_lt();
    for world in worlds {
        let Some(value) = nearest_rank(world, percent) else {
            continue;
        };
        let met = if strict { value < 2 } else { value <= 2 };
        assert!(!surely || met, "{cases:?} {world:?}");
        assert!(!never || !met, "{cases:?} {world:?}");
    }
}

fn check(reading: &Reading, worlds: &BTreeSet<World>, percent: u64, strict: bool) {
    let whole = worlds.iter().map(|world| world.concat()).collect();
    check_one(&reading.total, &whole, percent, strict);
    for group in &reading.groups {
        let position = usize::try_from(group.key[0]).unwrap();
        let of_group = worlds.iter().map(|world| world[position].clone()).collect();
        check_one(&group.figures, &of_group, percent, strict);
    }
}

#[test]
fn bounds_hold_every_completion_of_every_small_table() {
    let states = states();
    let settings = [(100, false), (50, false), (34, true)].map(|(percent, strict)| {
        let comparison = if strict {
            Comparison::LessThan
        } else {
            Comparison::AtMost
        };
        (percent, strict, limit(percent, comparison))
    });
    for positions in multisets(states.len(), 3) {
        for rejected in 0..2 {
            let lines = pick(&states, &positions);
            let mut all = lines.clone();
            all.extend((0..rejected).map(|_| ANYTHING));
            if all.len() > 3 {
                continue;
            }
            let worlds = worlds(&all, &READS, add);
            for (percent, strict, rule) in &settings {
                check(&read(rule, &lines, rejected), &worlds, *percent, *strict);
            }
        }
    }
}

#[test]
fn a_value_at_the_limit() {
    let at = |value| with(&[(VALUE, Cell::Is(value))]);
    for (comparison, holds) in [(Comparison::AtMost, 2), (Comparison::LessThan, 1)] {
        let reading = read(&limit(100, comparison), &[at(1), at(2), at(3)], 0);
        assert_eq!(parts(&reading.total).0.holds, holds);
        assert_eq!(parts(&reading.total).1, Some(3));
        assert_eq!(reading.failing.len(), usize::try_from(3 - holds).unwrap());
    }
}

#[test]
fn quantiles_of_one_to_a_hundred() {
    let mut histogram = Histogram::default();
    (1..=100).for_each(|value| histogram.count(Ok(value), 1));
    for percent in 1..=100 {
        let expected = i64::try_from(percent).unwrap();
        assert_eq!(histogram.quantile(ratio(percent)), Some(expected));
    }
    assert_eq!(Histogram::default().quantile(ratio(90)), None);
}

proptest! {
    #[test]
    fn the_quantile_is_the_nearest_rank(values in prop::collection::vec((-5_i64..30, 0_u64..4), 0..40), percent in 1_u64..=100) {
        let mut histogram = Histogram::default();
        let mut list = Vec::new();
        for (value, weight) in &values {
            histogram.count(Ok(*value), *weight);
            list.extend((0..*weight).map(|_| *value));
        }
        prop_assert_eq!(histogram.quantile(ratio(percent)), nearest_rank(&list, percent));
    }

    #[test]
    fn known_values_count_exactly(lines in prop::collection::vec(any_line(), 0..5), percent in 1_u64..=100) {
        let rule = Rule { weight: Some(WEIGHT), ..limit(percent, Comparison::AtMost) };
        let reading = read(&rule, &lines, 0);
        let mut list = Vec::new();
        for line in lines.iter().filter(|line| matches!(line[WEIGHT], Cell::Is(_))) {
            let rows: BTreeSet<World> = worlds(&[*line], &READS, add);
            let values: BTreeSet<Vec<i64>> = rows.iter().map(|world| world.concat()).collect();
            if let [one] = values.iter().collect::<Vec<_>>().as_slice()
                && let (Some(value), Cell::Is(weight)) = (one.first(), line[WEIGHT])
            {
                list.extend((0..weight).map(|_| *value));
            }
        }
        let (cases, value) = parts(&reading.total);
        let within = list.iter().filter(|value| **value <= 2).count();
        prop_assert_eq!(usize::try_from(cases.holds).unwrap(), within);
        prop_assert_eq!(usize::try_from(cases.fails).unwrap(), list.len() - within);
        prop_assert_eq!(value, nearest_rank(&list, percent));
    }
}
