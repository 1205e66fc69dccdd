//! Roll-call: bounds against every complete list and register, repeats, newcomers, registers that cannot be read.

use super::table::{
    AFTER, ANYTHING, Cell, DAY, FIRST, FROM, Full, GROUP, KEY, Line, Place, SECOND, SINCE, TO,
    VALUE, batch, cases, completions, expected, is, line, multisets, pick, place, rule, view, with,
    within, worlds,
};
use charte::evidence::batch::RowRef;
use charte::measure::reading::{Cases, Figures};
use charte::measure::roll_call::{Grace, Register, RollCall};
use charte::measure::rule::Input;
use charte::measure::truth::Doubt;
use charte::measure::{Measure, Reading, Rule};
use std::collections::{BTreeMap, BTreeSet};

const LIST_READS: [usize; 5] = [DAY, FIRST, GROUP, KEY, SINCE];
const REGISTER_READS: [usize; 3] = [DAY, VALUE, KEY];
const GRACE: i64 = 30;

fn roll_call() -> Rule {
    rule(Measure::RollCall(RollCall {
        key: KEY,
        register: Register {
            key: KEY,
            time: Some(DAY),
            condition: Some(is(VALUE, 1)),
            versions: None,
        },
        grace: Some(Grace {
            since: SINCE,
            days: u32::try_from(GRACE).unwrap(),
        }),
    }))
}

fn call(list: &[Line], register: &[Line]) -> Reading {
    let rule = roll_call();
    let rejected = |lines: &[Line]| lines.iter().filter(|line| **line == ANYTHING).count();
    let readable = |lines: &[Line]| -> Vec<Line> {
        lines
            .iter()
            .filter(|line| **line != ANYTHING)
            .copied()
            .collect()
    };
    let mut tally = rule.tally();
    for (lines, input) in [(list, Input::Main), (register, Input::Beside(0))] {
        tally.observe(&rule, &batch(&readable(lines)), view(), input);
        tally.reject(&rule, u64::try_from(rejected(lines)).unwrap(), input);
    }
    tally.read(&rule, view(), &expected())
}

/// What rows on the list say of people: judged or set aside, and the group.
type List = BTreeMap<i64, BTreeSet<(bool, i64)>>;

fn enlist(list: &List, row: &Full) -> List {
    let mut list = list.clone();
    let judged = match place(row) {
        Place::Judged => row[SINCE] + GRACE <= TO,
        Place::Aside(_) => false,
        _ => return list,
    };
    list.entry(row[KEY])
        .or_default()
        .insert((judged, row[GROUP]));
    list
}

/// The people judged, with their groups.
type People = BTreeMap<i64, i64>;

fn complete(line: &Line) -> bool {
    completions(line, &LIST_READS).len() == 1
}

/// Everyone who may truly be judged. Rows with an unknown cell do not contradict any other row; of complete rows that
/// contradict each other, any may be right.
fn truths(lines: &[Line]) -> BTreeSet<People> {
    let (known, unknown): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| complete(line));
    let list_of = |lines: Vec<&Line>| {
        let lines: Vec<Line> = lines.into_iter().copied().collect();
        worlds(&lines, &LIST_READS, enlist)
    };
    let base = list_of(known).pop_first().unwrap();
    let mut truths = BTreeSet::new();
    'worlds: for more in list_of(unknown) {
        let mut all = base.clone();
        for (key, said) in more {
            let mine = all.entry(key).or_default();
            if said.len() > 1 || !(mine.is_empty() || said.is_subset(mine)) {
                continue 'worlds;
            }
            mine.extend(said);
        }
        let mut people = vec![People::new()];
        for (key, said) in all {
            people = people
                .iter()
                .flat_map(|people| {
                    said.iter().map(move |(judged, group)| {
                        let mut people = people.clone();
                        people.extend(judged.then_some((key, *group)));
                        people
                    })
                })
                .collect();
        }
        truths.extend(people);
    }
    truths
}

/// Everyone who may truly be in the register.
fn registers(lines: &[Line]) -> BTreeSet<BTreeSet<i64>> {
    worlds(lines, &REGISTER_READS, |present: &BTreeSet<i64>, row| {
        let mut present = present.clone();
        if row[VALUE] == 1 && row[DAY] <= TO {
            present.insert(row[KEY]);
        }
        present
    })
}

fn figures(people: &People, present: &BTreeSet<i64>, group: Option<i64>) -> (u64, u64) {
    let mine = people
        .iter()
        .filter(|(_, of)| group.is_none_or(|group| group == **of));
    mine.fold((0, 0), |(holds, all), (key, _)| {
        (holds + u64::from(present.contains(key)), all + 1)
    })
}

fn check(
    reading: &Reading,
    truths: &BTreeSet<People>,
    registers: &BTreeSet<BTreeSet<i64>>,
    certain: bool,
) {
    let groups = reading
        .groups
        .iter()
        .map(|group| (Some(i64::from(group.key[0])), &group.figures));
    for (group, cases) in groups.chain([(None, &reading.total)]) {
        let cases = self::cases(cases);
        let mut found = BTreeSet::new();
        for people in truths {
            for present in registers {
                let truth = figures(people, present, group);
                assert!(
                    within(cases, truth),
                    "{cases:?} {people:?} {present:?} {group:?}"
                );
                found.insert(truth);
            }
        }
        // Where the list is certain, both bounds are attained.
        if certain && truths.len() == 1 && cases.all() > 0 {
            assert!(
                found.contains(&(cases.holds, cases.all())),
                "{cases:?} {found:?}"
            );
            let best = cases.holds + cases.unknown();
            assert!(found.contains(&(best, cases.all())), "{cases:?} {found:?}");
        }
    }
}

fn listed(cells: &[(usize, Cell)]) -> Line {
    with(cells)
}

fn list_states() -> Vec<Line> {
    use Cell::{Empty, Garbled, Is};
    vec![
        listed(&[(KEY, Is(0))]),
        listed(&[(KEY, Is(0)), (GROUP, Is(1))]),
        listed(&[(KEY, Is(1))]),
        listed(&[(KEY, Is(1)), (FIRST, Is(1))]),
        listed(&[(KEY, Is(2)), (FIRST, Empty)]),
        listed(&[(KEY, Empty)]),
        listed(&[(KEY, Garbled), (FIRST, Is(1)), (GROUP, Is(1))]),
        listed(&[(KEY, Is(0)), (DAY, Is(AFTER)), (GROUP, Is(1))]),
        listed(&[(KEY, Is(1)), (GROUP, Garbled)]),
        listed(&[(KEY, Is(2)), (SINCE, Is(TO))]),
        listed(&[(KEY, Is(2)), (SINCE, Empty), (GROUP, Is(1))]),
        ANYTHING,
    ]
}

fn register_states() -> Vec<Line> {
    use Cell::{Empty, Garbled, Is};
    vec![
        with(&[(KEY, Is(0))]),
        with(&[(KEY, Is(1)), (VALUE, Is(2))]),
        with(&[(KEY, Is(1)), (VALUE, Empty)]),
        with(&[(KEY, Empty)]),
        with(&[(KEY, Garbled), (VALUE, Garbled)]),
        with(&[(KEY, Is(0)), (DAY, Is(AFTER))]),
        with(&[(KEY, Is(2)), (DAY, Empty)]),
        with(&[(KEY, Is(2))]),
        ANYTHING,
    ]
}

#[test]
fn bounds_hold_every_completion_of_every_small_list_and_register() {
    let (lists, registers_of) = (list_states(), register_states());
    for people in multisets(lists.len(), 3) {
        let list = pick(&lists, &people);
        let truths = truths(&list);
        let certain = list.iter().all(complete);
        for entries in multisets(registers_of.len(), if people.len() < 3 { 2 } else { 1 }) {
            let register = pick(&registers_of, &entries);
            check(
                &call(&list, &register),
                &truths,
                &registers(&register),
                certain,
            );
        }
    }
}

fn doubts(reading: &Reading) -> Vec<(Doubt, u64)> {
    cases(&reading.total).doubts.clone().into_iter().collect()
}

fn key(key: i64) -> (usize, Cell) {
    (KEY, Cell::Is(key))
}

#[test]
fn a_person_counts_once_however_often_named() {
    let twice = [listed(&[key(1)]), listed(&[key(1)]), listed(&[key(2)])];
    let reading = call(&twice, &[with(&[key(1)]), with(&[key(1)])]);
    let cases = cases(&reading.total);
    assert_eq!((cases.holds, cases.fails, cases.unknown()), (1, 1, 0));
    assert_eq!(reading.failing, [RowRef { file: 1, line: 3 }]);
}

#[test]
fn rows_that_contradict_each_other_make_a_person_unknown() {
    let aside = (FIRST, Cell::Is(1));
    let register = [with(&[key(1)])];
    let reading = call(&[listed(&[key(1), aside]), listed(&[key(1)])], &register);
    assert_eq!(doubts(&reading), [(Doubt::Contradictory, 1)]);
    assert_eq!(reading.doubtful, [RowRef { file: 1, line: 1 }]);
    assert_eq!(reading.aside.set_aside, [].into());
    // Set aside for two reasons is set aside, for the first.
    let second = (SECOND, Cell::Is(1));
    let reading = call(
        &[listed(&[key(1), second]), listed(&[key(1), aside])],
        &register,
    );
    assert_eq!(reading.aside.set_aside, [(0, 1)].into());
    assert_eq!(cases(&reading.total).all(), 0);
    // A row outside the list says nothing of who is on it.
    let outside = (DAY, Cell::Is(AFTER));
    let reading = call(&[listed(&[key(1), outside]), listed(&[key(1)])], &register);
    assert_eq!(
        (cases(&reading.total).holds, reading.aside.out_of_period),
        (1, 0)
    );
    let reading = call(
        &[listed(&[key(1), outside]), listed(&[key(1), outside])],
        &register,
    );
    assert_eq!(
        (cases(&reading.total).all(), reading.aside.out_of_period),
        (0, 1)
    );
    // An undecided row beside another keeps its own reason.
    let doubtful = (FIRST, Cell::Garbled);
    let reading = call(&[listed(&[key(1), doubtful]), listed(&[key(1)])], &register);
    assert_eq!(doubts(&reading), [(Doubt::Unreadable, 1)]);
}

#[test]
fn two_groups_make_the_group_unknown_and_not_the_person() {
    let other = (GROUP, Cell::Is(1));
    let reading = call(
        &[listed(&[key(1)]), listed(&[key(1), other])],
        &[with(&[key(1)])],
    );
    assert_eq!(cases(&reading.total).holds, 1);
    for group in &reading.groups {
        assert_eq!(cases(&group.own), &Cases::default());
        assert_eq!(cases(&group.figures).unknown(), 1);
    }
}

#[test]
fn newcomers_are_called_from_the_last_day_of_grace() {
    let since = |day| listed(&[key(1), (SINCE, Cell::Is(day))]);
    for (day, judged) in [
        (TO - GRACE - 1, 1),
        (TO - GRACE, 1),
        (TO - GRACE + 1, 0),
        (TO + 5, 0),
    ] {
        let reading = call(&[since(day)], &[]);
        assert_eq!(cases(&reading.total).fails, judged, "{day}");
        let aside = reading.aside.set_aside.get(&roll_call().grace_position());
        assert_eq!(aside.copied().unwrap_or(0), 1 - judged);
    }
    let unknown =
        |cells: &[(usize, Cell)]| listed(&[&[key(1), (SINCE, Cell::Garbled)], cells].concat());
    assert_eq!(
        doubts(&call(&[unknown(&[])], &[])),
        [(Doubt::Unreadable, 1)]
    );
    // Set aside whatever the date, and set aside whatever else is in doubt.
    assert_eq!(
        cases(&call(&[unknown(&[(FIRST, Cell::Is(1))])], &[]).total).all(),
        0
    );
    let doubtful = listed(&[key(1), (SINCE, Cell::Is(TO)), (DAY, Cell::Empty)]);
    assert_eq!(cases(&call(&[doubtful], &[]).total).all(), 0);
}

#[test]
fn register_rows_count_up_to_the_as_of_day() {
    let list = [listed(&[key(1)])];
    for (day, holds) in [(FROM - 400, 1), (TO, 1), (AFTER, 0)] {
        let reading = call(&list, &[with(&[key(1), (DAY, Cell::Is(day))])]);
        assert_eq!(cases(&reading.total).holds, holds, "{day}");
    }
    // A later row does not hide an earlier one.
    let later = with(&[key(1), (DAY, Cell::Is(AFTER))]);
    let reading = call(&list, &[with(&[key(1)]), later]);
    assert_eq!(cases(&reading.total).holds, 1);
}

#[test]
fn unread_register_rows_excuse_as_many_absent_people() {
    let list: Vec<Line> = (0..4).map(|person| listed(&[key(person)])).collect();
    let unread = with(&[(KEY, Cell::Garbled)]);
    for (rows, fails) in [(0_usize, 3), (1, 2), (2, 1), (3, 0), (9, 0)] {
        let mut register = vec![with(&[key(0)])];
        register.extend((0..rows).map(|_| unread));
        let reading = call(&list, &register);
        let cases = cases(&reading.total);
        assert_eq!(
            (cases.holds, cases.fails, cases.all()),
            (1, fails, 4),
            "{rows}"
        );
        // Examples of failure stay as long as someone surely fails.
        assert_eq!(reading.failing.is_empty(), fails == 0);
        assert_eq!(reading.doubtful.len(), if fails == 0 { 3 } else { 0 });
    }
}

#[test]
fn an_open_register_excuses_everyone_absent_and_an_open_list_is_open() {
    let rule = roll_call();
    let mut tally = rule.tally();
    let list = [listed(&[key(1)]), listed(&[key(2)])];
    tally.observe(&rule, &batch(&list), view(), Input::Main);
    tally.observe(&rule, &batch(&[with(&[key(1)])]), view(), Input::Beside(0));
    tally.lose(Input::Beside(0));
    let reading = tally.read(&rule, view(), &expected());
    assert_eq!(doubts(&reading), [(Doubt::Unreadable, 1)]);
    assert_eq!(cases(&reading.total).holds, 1);
    assert!(!reading.open);
    tally.lose(Input::Main);
    assert!(tally.read(&rule, view(), &expected()).open);
}

#[test]
fn nobody_on_the_list() {
    let nobody = Figures::Share(Cases::default());
    let reading = call(&[], &[with(&[key(1)]), ANYTHING]);
    assert_eq!(reading.total, nobody);
    assert!(reading.groups.iter().all(|group| group.figures == nobody));
    let reading = call(
        &[line(), line()].map(|_| listed(&[(DAY, Cell::Is(AFTER))])),
        &[],
    );
    assert_eq!(reading.total, nobody);
}
