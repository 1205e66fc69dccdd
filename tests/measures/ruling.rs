//! Rulings on objections against the same rows changed by hand and counted again.

use super::table::{
    AMONG, Cell, DAY, FIRST, FROM, GROUP, KEY, Line, Place, SECOND, SERVICE, VALUE, batch, cases,
    completions, expected, is, multisets, pick, place, rule, states, view, with,
};
use charte::evidence::batch::RowRef;
use charte::measure::cadence::Cadence;
use charte::measure::condition::Comparison;
use charte::measure::limit::Limit;
use charte::measure::roll_call::{Register, RollCall};
use charte::measure::rule::{Input, View};
use charte::measure::ruling::{Ruling, Rulings};
use charte::measure::share::Share;
use charte::measure::value::{Term, Unit};
use charte::measure::variety::Variety;
use charte::measure::{Measure, Reading, Rule, Tally};
use charte::ratio::Ratio;

const RULINGS: [Option<Ruling>; 5] = [
    None,
    Some(Ruling::Confirmed),
    Some(Ruling::Success),
    Some(Ruling::Failure),
    Some(Ruling::Aside),
];
const READS: [usize; 6] = [DAY, SERVICE, AMONG, FIRST, SECOND, VALUE];

fn at(index: usize) -> RowRef {
    RowRef {
        file: 1,
        line: u64::try_from(index).unwrap() + 1,
    }
}

fn observe(rule: &Rule, lines: &[Line], rulings: &[Option<Ruling>], register: &[Line]) -> Tally {
    let rulings: Rulings = rulings
        .iter()
        .enumerate()
        .filter_map(|(index, ruling)| Some((at(index), (*ruling)?)))
        .collect();
    let view = View {
        rulings: Some(&rulings),
        ..view()
    };
    let mut tally = rule.tally();
    tally.observe(rule, &batch(lines), view, Input::Main);
    tally.observe(rule, &batch(register), view, Input::Beside(0));
    tally
}

fn read(rule: &Rule, tally: &Tally) -> Reading {
    tally.read(rule, view(), &expected())
}

/// Whether a row may be judged.
fn counts(line: &Line) -> bool {
    let rows = completions(line, &READS);
    rows.iter().any(|row| place(row) == Place::Judged)
}

/// The row that someone would have written who knew what the ruling says; none for one that does not count.
fn rewritten(line: &Line, ruling: Option<Ruling>, kept: i64, failed: i64) -> Option<Line> {
    let value = match ruling.filter(|_| counts(line)) {
        None | Some(Ruling::Confirmed) => return Some(*line),
        Some(Ruling::Aside) => return None,
        Some(Ruling::Success) => kept,
        Some(Ruling::Failure) => failed,
    };
    let mut line = *line;
    for (column, value) in [
        (DAY, FROM),
        (SERVICE, 0),
        (AMONG, 1),
        (FIRST, 0),
        (SECOND, 0),
        (VALUE, value),
    ] {
        line[column] = Cell::Is(value);
    }
    Some(line)
}

/// Every way to rule on so many rows.
fn assignments(rows: usize) -> Vec<Vec<Option<Ruling>>> {
    let mut all = vec![Vec::new()];
    for _ in 0..rows {
        all = all
            .iter()
            .flat_map(|some: &Vec<Option<Ruling>>| {
                RULINGS.map(|ruling| [some.as_slice(), &[ruling]].concat())
            })
            .collect();
    }
    all
}

/// Compares everything but the numbers of the rows, which the rewriting changes.
fn same(found: &Reading, recounted: &Reading, aside: u64, rule: &Rule, what: &str) {
    let mut expected = recounted.clone();
    if aside > 0 {
        expected
            .aside
            .set_aside
            .insert(rule.ruling_position(), aside);
    }
    assert_eq!(found.total, expected.total, "{what}");
    assert_eq!(found.groups, expected.groups, "{what}");
    assert_eq!(found.aside, expected.aside, "{what}");
    assert_eq!(found.failing.len(), expected.failing.len(), "{what}");
    assert_eq!(found.doubtful.len(), expected.doubtful.len(), "{what}");
}

#[test]
fn a_share_is_that_of_the_rows_changed_by_hand() {
    for holding_fails in [false, true] {
        let rule = rule(Measure::Share(Share {
            holds: is(VALUE, 1),
            holding_fails,
        }));
        let (kept, failed) = if holding_fails { (2, 1) } else { (1, 2) };
        let states = states();
        for positions in multisets(states.len(), 2) {
            let lines = pick(&states, &positions);
            for rulings in assignments(lines.len()) {
                let tally = observe(&rule, &lines, &rulings, &[]);
                let changed: Vec<Option<Line>> = lines
                    .iter()
                    .zip(&rulings)
                    .map(|(line, ruling)| rewritten(line, *ruling, kept, failed))
                    .collect();
                let aside = changed.iter().filter(|line| line.is_none()).count();
                let changed: Vec<Line> = changed.into_iter().flatten().collect();
                let recounted = read(&rule, &observe(&rule, &changed, &[], &[]));
                let what = format!("{positions:?} {rulings:?}");
                let aside = u64::try_from(aside).unwrap();
                same(&read(&rule, &tally), &recounted, aside, &rule, &what);
                for (index, (line, ruling)) in lines.iter().zip(&rulings).enumerate() {
                    let judged = ruling.is_some() && counts(line);
                    assert_eq!(tally.heard().judged(at(index)), judged, "{what}");
                }
            }
        }
    }
}

fn roll_call() -> Rule {
    rule(Measure::RollCall(RollCall {
        key: KEY,
        register: Register {
            key: KEY,
            time: Some(DAY),
            condition: None,
            versions: None,
        },
        grace: None,
    }))
}

/// Somebody who is in the register, and somebody who never is.
const PRESENT: i64 = 3;
const ABSENT: i64 = 7;

#[test]
fn a_roll_call_is_that_of_the_rows_changed_by_hand() {
    let rule = roll_call();
    let named = |key| (KEY, Cell::Is(key));
    let register = [with(&[named(0)]), with(&[named(PRESENT)])];
    let states = [
        with(&[named(0)]),
        with(&[named(1), (GROUP, Cell::Is(1))]),
        with(&[named(2), (FIRST, Cell::Garbled)]),
        with(&[(KEY, Cell::Garbled)]),
        with(&[named(4), (SECOND, Cell::Is(1))]),
    ];
    for positions in multisets(states.len(), 2) {
        let lines = pick(&states, &positions);
        let names = lines.iter().map(|line| line[KEY]);
        let twice = names.clone().any(|name| {
            name != Cell::Garbled && lines.iter().filter(|line| line[KEY] == name).count() > 1
        });
        if twice {
            continue;
        }
        for rulings in assignments(lines.len()) {
            let found = read(&rule, &observe(&rule, &lines, &rulings, &register));
            let mut changed = Vec::new();
            for (index, (line, ruling)) in lines.iter().zip(&rulings).enumerate() {
                let ruled = matches!(ruling, Some(Ruling::Success | Ruling::Failure));
                let Some(mut line) = rewritten(line, *ruling, 1, 1) else {
                    continue;
                };
                if ruled && counts(&lines[index]) {
                    // A name of their own, so that the two do not become one.
                    let other = i64::try_from(index).unwrap() * 10;
                    let success = *ruling == Some(Ruling::Success);
                    line[KEY] = Cell::Is(if success { PRESENT } else { ABSENT } + other);
                }
                changed.push(line);
            }
            let also = [with(&[named(PRESENT + 10)])];
            let register = [register.as_slice(), &also].concat();
            let recounted = read(&rule, &observe(&rule, &changed, &[], &register));
            let aside = u64::try_from(lines.len() - changed.len()).unwrap();
            let what = format!("{positions:?} {rulings:?}");
            same(&found, &recounted, aside, &rule, &what);
        }
    }
}

#[test]
fn no_unread_row_of_the_register_excuses_someone_who_is_ruled_absent() {
    let rule = roll_call();
    let lines = [0, 1].map(|key| with(&[(KEY, Cell::Is(key))]));
    let unread = with(&[(KEY, Cell::Garbled)]);
    let ruled = [Some(Ruling::Failure), None];
    let reading = read(&rule, &observe(&rule, &lines, &ruled, &[unread, unread]));
    let cases = cases(&reading.total);
    assert_eq!((cases.fails, cases.unknown()), (1, 1));
    assert_eq!(reading.failing, [at(0)]);
    assert_eq!(reading.doubtful, [at(1)]);
}

#[test]
fn two_rulings_on_one_person_that_differ_make_them_unknown() {
    let rule = roll_call();
    let lines = [with(&[]), with(&[])];
    let present = with(&[]);
    for (one, two, expected) in [
        (Ruling::Success, Ruling::Success, (1, 0, 0)),
        (Ruling::Failure, Ruling::Failure, (0, 1, 0)),
        (Ruling::Success, Ruling::Failure, (0, 0, 1)),
        (Ruling::Aside, Ruling::Aside, (0, 0, 0)),
        (Ruling::Aside, Ruling::Confirmed, (0, 0, 1)),
    ] {
        let tally = observe(&rule, &lines, &[Some(one), Some(two)], &[present]);
        let reading = read(&rule, &tally);
        let cases = cases(&reading.total);
        let found = (cases.holds, cases.fails, cases.unknown());
        assert_eq!(found, expected, "{one:?} {two:?}");
    }
}

#[test]
fn rows_of_a_value_can_be_set_aside_and_nothing_else() {
    let measures = [
        Measure::Limit(Limit {
            of: Term::Column(VALUE),
            unit: Unit::Count,
            quantile: Ratio::ONE,
            comparison: Comparison::AtMost,
            limit: 1,
        }),
        Measure::Variety(Variety {
            of: VALUE,
            declared: 4,
            at_least: 2,
            including: [].into(),
        }),
        Measure::Cadence(Cadence { every_days: 3 }),
    ];
    let lines = [
        with(&[(VALUE, Cell::Is(3))]),
        with(&[(DAY, Cell::Is(FROM + 4))]),
    ];
    for measure in measures {
        let rule = rule(measure);
        let of = |ruling| read(&rule, &observe(&rule, &lines, &[Some(ruling)], &[]));
        let plain = read(&rule, &observe(&rule, &lines, &[], &[]));
        for ruling in [Ruling::Confirmed, Ruling::Success, Ruling::Failure] {
            assert_eq!(of(ruling), plain, "{ruling:?}");
        }
        let without = read(&rule, &observe(&rule, &lines[1..], &[], &[]));
        same(&of(Ruling::Aside), &without, 1, &rule, "aside");
    }
}
