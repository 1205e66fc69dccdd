//! Variety: what was seen, and what unknown rows could add, against every complete table.

use super::table::{
    AMONG, ANYTHING, Cell, DAY, FIRST, Full, GROUP, Place, SECOND, SERVICE, VALUE, any_line,
    multisets, pick, place, read, rule, states, with, worlds,
};
use charte::measure::reading::{Figures, unknown};
use charte::measure::variety::Variety;
use charte::measure::{Measure, Reading, Rule};
use proptest::prelude::*;
use std::collections::BTreeSet;

const READS: [usize; 7] = [DAY, SERVICE, AMONG, FIRST, SECOND, GROUP, VALUE];
const DECLARED: u32 = 4;

fn variety() -> Rule {
    rule(Measure::Variety(Variety {
        of: VALUE,
        declared: DECLARED,
        at_least: 2,
        including: [1, 2].into(),
    }))
}

/// The values of each group of a complete table.
type World = [BTreeSet<u32>; 3];

fn add(world: &World, row: &Full) -> World {
    let mut world = world.clone();
    if place(row) == Place::Judged {
        let group = usize::try_from(row[GROUP]).unwrap();
        world[group].insert(u32::try_from(row[VALUE]).unwrap());
    }
    world
}

/// What was seen, and the most values that may be added.
fn parts(figures: &Figures) -> (BTreeSet<u32>, usize) {
    match figures {
        Figures::Distinct {
            seen,
            declared,
            absent,
            doubts,
            ..
        } => {
            assert_eq!(*declared, u64::from(DECLARED));
            let missing: BTreeSet<u32> = [1, 2]
                .into_iter()
                .filter(|value| !seen.contains(value))
                .collect();
            assert_eq!(*absent, missing);
            let most = usize::try_from(unknown(doubts)).unwrap();
            let left = usize::try_from(DECLARED).unwrap() - seen.len();
            (seen.clone(), most.min(left))
        }
        other => panic!("{other:?}"),
    }
}

fn check(reading: &Reading, worlds: &BTreeSet<World>, tight: bool) {
    let (seen, possible) = parts(&reading.total);
    let whole: BTreeSet<BTreeSet<u32>> = worlds
        .iter()
        .map(|world| world.iter().flatten().copied().collect())
        .collect();
    for world in &whole {
        assert!(seen.is_subset(world), "{seen:?} {world:?}");
        assert!(
            world.len() <= seen.len() + possible,
            "{seen:?} {possible} {world:?}"
        );
    }
    let most = whole.iter().map(BTreeSet::len).max().unwrap();
    assert!(
        !tight || most == seen.len() + possible,
        "{seen:?} {possible}"
    );
    for group in &reading.groups {
        let position = usize::try_from(group.key[0]).unwrap();
        let (seen, possible) = parts(&group.figures);
        for world in worlds {
            assert!(seen.is_subset(&world[position]));
            assert!(world[position].len() <= seen.len() + possible);
        }
        let most = worlds
            .iter()
            .map(|world| world[position].len())
            .max()
            .unwrap();
        assert!(
            !tight || most == seen.len() + possible,
            "group {position}: {most}"
        );
    }
}

#[test]
fn bounds_hold_every_completion_of_every_small_table() {
    let (rule, states) = (variety(), states());
    for positions in multisets(states.len(), 4) {
        for rejected in 0..if positions.len() < 3 { 2 } else { 1 } {
            let lines = pick(&states, &positions);
            let mut all = lines.clone();
            all.extend((0..rejected).map(|_| ANYTHING));
            // Rows that are unknown for another reason than their value or their group may add less than they could.
            let tight = positions
                .iter()
                .all(|position| ![6, 8, 14].contains(position));
            check(
                &read(&rule, &lines, rejected),
                &worlds(&all, &READS, add),
                tight,
            );
        }
    }
}

#[test]
fn rows_of_an_unknown_group_add_one_value_at_most() {
    let stray = with(&[(GROUP, Cell::Empty)]);
    let reading = read(&variety(), &[stray, stray, stray], 0);
    assert_eq!(parts(&reading.groups[0].figures), (BTreeSet::new(), 1));
    assert_eq!(parts(&reading.groups[0].own), (BTreeSet::new(), 0));
}

proptest! {
    #[test]
    fn bounds_hold_every_completion(lines in prop::collection::vec(any_line(), 0..6), rejected in 0_u64..2) {
        let mut all = lines.clone();
        all.extend((0..rejected).map(|_| ANYTHING));
        check(&read(&variety(), &lines, rejected), &worlds(&all, &READS, add), false);
    }
}
