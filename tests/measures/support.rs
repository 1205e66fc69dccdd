//! Versions of the support against a second implementation that lives through the days one by one: on each, what has come
//! into force is accepted, and what a reset has put an end to is no longer so once its grace is over.

use super::table::{
    Cell, DAY, FROM, GROUP, KEY, Line, TO, VALUE, batch, cases, multisets, rule, view, with,
};
use charte::measure::roll_call::{Register, RollCall};
use charte::measure::rule::Input;
use charte::measure::support::{Support, Versions, first_counted};
use charte::measure::truth::Doubt;
use charte::measure::{Measure, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// A version: its first day, whether it resets, its days of grace.
type Version = (i64, bool, u32);

fn supports(versions: &[Version]) -> Vec<Support> {
    let support = |(in_force, resets, grace_days): &Version| Support {
        in_force: i32::try_from(*in_force).unwrap(),
        resets: *resets,
        grace_days: *grace_days,
    };
    versions.iter().map(support).collect()
}

/// The versions that are accepted at the end of a day.
fn accepted(versions: &[Version], on: i64) -> BTreeSet<usize> {
    // Each version that is accepted, with the day from which it no longer is.
    let mut open: BTreeMap<usize, Option<i64>> = BTreeMap::new();
    for day in FROM - 100..=on {
        for (position, (in_force, resets, grace)) in versions.iter().enumerate() {
            if *in_force == day {
                if *resets {
                    let over = day + i64::from(*grace);
                    for end in open.values_mut() {
                        *end = Some(end.map_or(over, |end| end.min(over)));
                    }
                }
                open.insert(position, None);
            }
        }
        open.retain(|_, end| end.is_none_or(|end| day < end));
    }
    open.into_keys().collect()
}

/// Every way to put up to three versions on a few days around the last of the period.
fn histories() -> Vec<Vec<Version>> {
    let days = [TO - 40, TO - 20, TO - 6, TO - 1, TO, TO + 3];
    let mut all = Vec::new();
    for set in 1_u32..1 << days.len() {
        let chosen: Vec<i64> = (0..days.len())
            .filter(|day| set >> day & 1 == 1)
            .map(|day| days[day])
            .collect();
        if chosen.len() > 3 {
            continue;
        }
        let kinds = [
            (false, 0),
            (true, 0),
            (true, 5),
            (true, 6),
            (true, 7),
            (true, 30),
        ];
        for choice in 0..kinds.len().pow(u32::try_from(chosen.len()).unwrap()) {
            let mut rest = choice;
            let version = |day: &i64| {
                let (resets, grace) = kinds[rest % kinds.len()];
                rest /= kinds.len();
                (*day, resets, grace)
            };
            all.push(chosen.iter().map(version).collect());
        }
    }
    all
}

#[test]
fn what_counts_is_what_a_life_through_the_days_accepts() {
    let mut seen = BTreeSet::new();
    for history in histories() {
        let supports = supports(&history);
        for on in TO - 45..=TO + 8 {
            let first = first_counted(&supports, i32::try_from(on).unwrap());
            let in_force = history.iter().filter(|(from, ..)| *from <= on).count();
            let counted: BTreeSet<usize> = first.map_or(0..0, |first| first..in_force).collect();
            assert_eq!(
                counted,
                accepted(&history, on),
                "{history:?} on {}",
                on - TO
            );
            seen.insert(counted.len());
        }
    }
    assert_eq!(seen, [0, 1, 2, 3].into());
}

fn roll_call(history: &[Version]) -> Rule {
    rule(Measure::RollCall(RollCall {
        key: KEY,
        register: Register {
            key: KEY,
            time: Some(DAY),
            condition: None,
            versions: Some(Versions {
                column: GROUP,
                of_value: (0..history.len()).collect(),
                supports: supports(history),
            }),
        },
        grace: None,
    }))
}

/// An attendance: the version and the day, where they are known.
type Attendance = (Option<usize>, Option<i64>);

/// Whether an attendance counts, whatever is unknown about it; none when that depends on it. What contradicts itself
/// could be anything; what the register does not know is no version.
fn counts(history: &[Version], attendance: Attendance) -> Option<bool> {
    let accepted = accepted(history, TO);
    let (version, day) = attendance;
    let days = day.map_or_else(|| (TO - 60..=TO + 9).collect(), |day| vec![day]);
    let versions: Vec<Option<usize>> = match version {
        Some(version) => vec![Some(version)],
        None => (0..history.len()).map(Some).chain([None]).collect(),
    };
    if let (Some(version), Some(day)) = attendance
        && day < history[version].0
    {
        return (day > TO).then_some(false);
    }
    let mut outcomes = BTreeSet::new();
    for day in days {
        for version in &versions {
            match version {
                Some(version) if day < history[*version].0 => {}
                Some(version) => {
                    outcomes.insert(day <= TO && accepted.contains(version));
                }
                None => {
                    outcomes.insert(false);
                }
            }
        }
    }
    match outcomes.into_iter().collect::<Vec<_>>().as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

fn entry(attendance: Attendance) -> Line {
    let known = |value: Option<i64>| value.map_or(Cell::Empty, Cell::Is);
    let version = attendance.0.map(|version| i64::try_from(version).unwrap());
    with(&[
        (KEY, Cell::Is(0)),
        (GROUP, known(version)),
        (DAY, known(attendance.1)),
    ])
}

#[test]
fn attendances_count_as_they_are_read_one_by_one() {
    let days = [TO - 41, TO - 40, TO - 7, TO - 2, TO, TO + 1, TO + 4].map(Some);
    for history in histories().into_iter().step_by(29) {
        let rule = roll_call(&history);
        let versions = (0..history.len()).map(Some).chain([None]);
        let all: Vec<Attendance> = versions
            .flat_map(|version| {
                days.iter()
                    .copied()
                    .chain([None])
                    .map(move |day| (version, day))
            })
            .collect();
        for chosen in multisets(all.len(), 2) {
            let chosen: Vec<Attendance> = chosen.iter().map(|one| all[*one]).collect();
            let mut tally = rule.tally();
            let lines: Vec<Line> = chosen.iter().map(|one| entry(*one)).collect();
            tally.observe(&rule, &batch(&[with(&[])]), view(), Input::Main);
            tally.observe(&rule, &batch(&lines), view(), Input::Beside(0));
            let reading = tally.read(&rule, view(), &[]);
            let cases = cases(&reading.total);
            let said: Vec<Option<bool>> = chosen.iter().map(|one| counts(&history, *one)).collect();
            let expected = if said.contains(&Some(true)) {
                (1, 0, 0)
            } else if said.contains(&None) {
                (0, 0, 1)
            } else {
                (0, 1, 0)
            };
            let found = (cases.holds, cases.fails, cases.unknown());
            assert_eq!(found, expected, "{history:?} {chosen:?}");
        }
    }
}

#[test]
fn an_attendance_before_its_version_was_in_force_is_contradictory() {
    let rule = roll_call(&[(TO - 20, true, 0)]);
    let mut tally = rule.tally();
    tally.observe(&rule, &batch(&[with(&[])]), view(), Input::Main);
    let early = entry((Some(0), Some(TO - 21)));
    tally.observe(&rule, &batch(&[early]), view(), Input::Beside(0));
    let reading = tally.read(&rule, view(), &[]);
    assert_eq!(
        cases(&reading.total).doubts,
        [(Doubt::Contradictory, 1)].into()
    );
}

#[test]
fn the_version_is_asked_for_beside_the_other_conditions() {
    let rule = roll_call(&[(TO - 20, true, 0)]);
    let Measure::RollCall(roll) = rule.measure.clone() else {
        panic!("a roll-call")
    };
    let register = Register {
        condition: Some(super::table::is(VALUE, 1)),
        ..roll.register
    };
    let rule = Rule {
        measure: Measure::RollCall(RollCall { register, ..roll }),
        ..rule
    };
    assert!(rule.columns(Input::Beside(0)).contains(&GROUP));
    for (value, holds) in [(1, 1), (2, 0)] {
        let mut tally = rule.tally();
        tally.observe(&rule, &batch(&[with(&[])]), view(), Input::Main);
        let line = with(&[
            (KEY, Cell::Is(0)),
            (GROUP, Cell::Is(0)),
            (VALUE, Cell::Is(value)),
        ]);
        tally.observe(&rule, &batch(&[line]), view(), Input::Beside(0));
        assert_eq!(cases(&tally.read(&rule, view(), &[]).total).holds, holds);
    }
}
