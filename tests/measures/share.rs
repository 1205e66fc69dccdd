//! Share: counts and bounds against every complete table.

use super::table::{
    AMONG, ANYTHING, Cell, DAY, FIRST, Full, GROUP, GROUPS, Line, Place, SECOND, SERVICE, VALUE,
    WEIGHT, any_line, batch, cases, completions, expected, line, multisets, pick, place, read,
    rule, states, view, with, within, worlds,
};
use charte::measure::condition::{Comparison, Condition, Operand};
use charte::measure::reading::Cases;
use charte::measure::rule::Input;
use charte::measure::share::Share;
use charte::measure::truth::Doubt;
use charte::measure::value::Term;
use charte::measure::{Measure, Reading, Rule};
use proptest::prelude::*;
use std::collections::BTreeSet;

const READS: [usize; 7] = [DAY, SERVICE, AMONG, FIRST, SECOND, GROUP, VALUE];

fn share() -> Rule {
    rule(Measure::Share(Share {
        holds: Condition::Compare {
            left: Term::Column(VALUE),
            comparison: Comparison::AtMost,
            right: Operand::Literal(1),
        },
        holding_fails: false,
    }))
}

/// Cases that hold and all cases, per group.
type World = [(u64, u64); 3];

fn add(world: &World, row: &Full, weight: u64) -> World {
    let mut world = *world;
    if place(row) == Place::Judged {
        let group = &mut world[usize::try_from(row[GROUP]).unwrap()];
        group.0 += if row[VALUE] <= 1 { weight } else { 0 };
        group.1 += weight;
    }
    world
}

fn total(world: &World) -> (u64, u64) {
    let sum = |part: fn(&(u64, u64)) -> u64| world.iter().map(part).sum();
    (sum(|group| group.0), sum(|group| group.1))
}

fn check(reading: &Reading, worlds: &BTreeSet<World>) {
    let whole = cases(&reading.total);
    for world in worlds {
        assert!(within(whole, total(world)), "{whole:?} {world:?}");
        for group in &reading.groups {
            let position = usize::try_from(group.key[0]).unwrap();
            let cases = cases(&group.figures);
            assert!(within(cases, world[position]), "{cases:?} {world:?}");
        }
    }
}

/// What each row is when every way to complete it says the same: holds, fails, not judged; unknown otherwise.
fn count(lines: &[Line]) -> (u64, u64, u64, u64) {
    let mut counts = (0, 0, 0, 0);
    for line in lines {
        let outcomes: BTreeSet<Option<bool>> = completions(line, &READS)
            .iter()
            .map(|row| (place(row) == Place::Judged).then_some(row[VALUE] <= 1))
            .collect();
        let counter = match outcomes.iter().collect::<Vec<_>>().as_slice() {
            [Some(true)] => &mut counts.0,
            [Some(false)] => &mut counts.1,
            [None] => &mut counts.2,
            _ => &mut counts.3,
        };
        *counter += 1;
    }
    counts
}

fn counted(reading: &Reading) -> (u64, u64, u64, u64) {
    let cases = cases(&reading.total);
    let aside = &reading.aside;
    let set_aside: u64 = aside.set_aside.values().sum();
    let outside = aside.out_of_period + aside.out_of_scope + aside.not_concerned + set_aside;
    (cases.holds, cases.fails, outside, cases.unknown())
}

#[test]
fn bounds_hold_every_completion_of_every_small_table() {
    let (rule, states) = (share(), states());
    for positions in multisets(states.len(), 4) {
        for rejected in 0..if positions.len() < 3 { 3 } else { 1 } {
            let lines = pick(&states, &positions);
            let reading = read(&rule, &lines, rejected);
            let mut all = lines.clone();
            all.extend((0..rejected).map(|_| ANYTHING));
            assert_eq!(counted(&reading), count(&all), "{positions:?}");
            let worlds = worlds(&all, &READS, |world, row| add(world, row, 1));
            check(&reading, &worlds);
            // Rows whose place is known and whose value is not make both bounds attained.
            let values = |position: &usize| [0, 1, 2, 3, 4, 5, 7].contains(position);
            let whole = cases(&reading.total);
            if rejected > 0 || !positions.iter().all(values) || whole.all() == 0 {
                continue;
            }
            let shares: BTreeSet<(u64, u64)> = worlds.iter().map(total).collect();
            assert!(shares.contains(&(whole.holds, whole.all())));
            assert!(shares.contains(&(whole.holds + whole.unknown(), whole.all())));
        }
    }
}

proptest! {
    #[test]
    fn bounds_hold_every_completion(lines in prop::collection::vec(any_line(), 0..7), rejected in 0_u64..3) {
        let reading = read(&share(), &lines, rejected);
        let mut all = lines;
        all.extend((0..rejected).map(|_| ANYTHING));
        prop_assert_eq!(counted(&reading), count(&all));
        check(&reading, &worlds(&all, &READS, |world, row| add(world, row, 1)));
        prop_assert!(!reading.open);
    }

    #[test]
    fn weights_count_for_as_many_cases(lines in prop::collection::vec(any_line(), 0..6)) {
        let rule = Rule { weight: Some(WEIGHT), ..share() };
        let reading = read(&rule, &lines, 0);
        let weighed = |line: &Line| matches!(line[WEIGHT], Cell::Is(_));
        let may_count = |line: &Line| {
            completions(line, &READS).iter().any(|row| place(row) == Place::Judged)
        };
        let open = lines.iter().any(|line| !weighed(line) && may_count(line));
        prop_assert_eq!(reading.open, open);
        // Any weight bounds what is counted of the rows whose weight is known.
        let known: Vec<Line> = lines.into_iter().filter(weighed).collect();
        let add = |world: &World, row: &Full| add(world, row, u64::try_from(row[WEIGHT]).unwrap());
        check(&reading, &worlds(&known, &READS, add));
    }
}

#[test]
fn each_row_that_is_not_judged_has_one_place() {
    let rule = share();
    for (cells, expected) in [
        (
            vec![(DAY, Cell::Is(super::table::FROM - 1))],
            [1, 0, 0, 0, 0],
        ),
        (
            vec![(DAY, Cell::Is(super::table::AFTER)), (SERVICE, Cell::Is(1))],
            [1, 0, 0, 0, 0],
        ),
        (
            vec![(SERVICE, Cell::Is(1)), (DAY, Cell::Empty)],
            [0, 1, 0, 0, 0],
        ),
        (
            vec![(AMONG, Cell::Is(0)), (FIRST, Cell::Is(1))],
            [0, 0, 1, 0, 0],
        ),
        (
            vec![(FIRST, Cell::Is(1)), (SECOND, Cell::Is(1))],
            [0, 0, 0, 1, 0],
        ),
        (
            vec![(FIRST, Cell::Empty), (SECOND, Cell::Is(1))],
            [0, 0, 0, 0, 1],
        ),
    ] {
        let reading = read(&rule, &[with(&cells)], 0);
        let aside = &reading.aside;
        let set_aside = |position| aside.set_aside.get(&position).copied().unwrap_or(0);
        let found = [
            aside.out_of_period,
            aside.out_of_scope,
            aside.not_concerned,
            set_aside(0),
            set_aside(1),
        ];
        assert_eq!(found, expected, "{cells:?}");
        assert_eq!(cases(&reading.total).all(), 0);
    }
}

#[test]
fn the_bounds_of_the_period_count() {
    let day = |day| with(&[(DAY, Cell::Is(day))]);
    let (from, to) = (super::table::FROM, super::table::TO);
    let reading = read(
        &share(),
        &[day(from - 1), day(from), day(to), day(to + 1)],
        0,
    );
    assert_eq!(cases(&reading.total).holds, 2);
    assert_eq!(reading.aside.out_of_period, 2);
}

#[test]
fn doubts_keep_their_reason() {
    let lines = [
        with(&[(VALUE, Cell::Empty)]),
        with(&[(VALUE, Cell::Empty), (GROUP, Cell::Is(1))]),
        with(&[(VALUE, Cell::Garbled)]),
        with(&[(FIRST, Cell::Garbled), (DAY, Cell::Empty)]),
        with(&[(GROUP, Cell::Empty)]),
    ];
    let reading = read(&share(), &lines, 4);
    let expected = [(Doubt::NotRecorded, 2), (Doubt::Unreadable, 6)];
    assert_eq!(cases(&reading.total).doubts, expected.into());
    // In a group: its own, the row that may belong there, and every rejected row.
    let expected = [(Doubt::NotRecorded, 2), (Doubt::Unreadable, 4)];
    assert_eq!(cases(&reading.groups[1].figures).doubts, expected.into());
    let own = [(Doubt::NotRecorded, 1)];
    assert_eq!(cases(&reading.groups[1].own).doubts, own.into());
    assert_eq!(reading.groups.len(), usize::try_from(GROUPS).unwrap());
}

#[test]
fn weight_nothing_and_weight_unknown() {
    let rule = Rule {
        weight: Some(WEIGHT),
        ..share()
    };
    let weight = |cell, more: &[(usize, Cell)]| with(&[&[(WEIGHT, cell)], more].concat());
    let none = read(&rule, &[weight(Cell::Is(0), &[(VALUE, Cell::Is(3))])], 0);
    assert_eq!(cases(&none.total), &Cases::default());
    assert!(!none.open && none.failing.is_empty());
    for unknown in [Cell::Empty, Cell::Garbled, Cell::Is(i64::MAX)] {
        let open = read(&rule, &[weight(unknown, &[])], 0);
        assert!(open.open && open.doubtful.len() == 1, "{unknown:?}");
        // Outside whatever the weight.
        let outside = read(&rule, &[weight(unknown, &[(SERVICE, Cell::Is(1))])], 0);
        assert!(!outside.open && outside.doubtful.is_empty());
        let undecided = read(&rule, &[weight(unknown, &[(FIRST, Cell::Empty)])], 0);
        assert!(undecided.open);
    }
    assert!(
        read(&rule, &[], 1).open,
        "a rejected row may weigh anything"
    );
    assert!(!read(&share(), &[], 1).open);
    let aside = read(&rule, &[weight(Cell::Is(7), &[(FIRST, Cell::Is(1))])], 0);
    assert_eq!(aside.aside.set_aside, [(0, 7)].into());
}

#[test]
fn groups_appear_even_when_none_is_expected() {
    let rule = share();
    let mut tally = rule.tally();
    tally.observe(&rule, &batch(&[line()]), view(), Input::Main);
    let reading = tally.read(&rule, view(), &[]);
    assert_eq!(reading.groups.len(), 1);
    assert_eq!(cases(&reading.groups[0].own).holds, 1);
    assert!(!reading.open);
    tally.lose(Input::Main);
    assert!(tally.read(&rule, view(), &expected()).open);
}
