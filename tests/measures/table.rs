//! Plain rows, the batches made of them, and every complete row that a row with unknown cells may stand for.

use charte::calendar::{Calendar, CalendarParts, OpeningHours, WorkingWeek, Zone};
use charte::evidence::batch::{Batch, Cells, ColumnData, RowRef, State};
use charte::measure::condition::{Comparison, Condition, Operand};
use charte::measure::grouping::Grouping;
use charte::measure::population::{Population, Scope, Window};
use charte::measure::reading::{Cases, Figures};
use charte::measure::rule::{Input, View};
use charte::measure::value::Term;
use charte::measure::{Measure, Reading, Rule, Tally};
use charte::reference::Reference;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(super) const DAY: usize = 0;
pub(super) const SERVICE: usize = 1;
pub(super) const AMONG: usize = 2;
pub(super) const FIRST: usize = 3;
pub(super) const SECOND: usize = 4;
pub(super) const GROUP: usize = 5;
pub(super) const VALUE: usize = 6;
pub(super) const WEIGHT: usize = 7;
pub(super) const KEY: usize = 8;
pub(super) const SINCE: usize = 9;
pub(super) const WIDTH: usize = 10;

/// 2026-05-04, a Monday, and the ten days from it, which are the period of the tests.
pub(super) const FROM: i64 = 739_740;
pub(super) const TO: i64 = FROM + 9;
pub(super) const AFTER: i64 = TO + 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    Is(i64),
    Empty,
    Garbled,
}

pub(super) type Line = [Cell; WIDTH];
pub(super) type Full = [i64; WIDTH];

/// A judged row, every cell known.
pub(super) fn line() -> Line {
    [FROM, 0, 1, 0, 0, 0, 1, 1, 0, FROM - 400].map(Cell::Is)
}

/// That row with other cells.
pub(super) fn with(cells: &[(usize, Cell)]) -> Line {
    let mut line = line();
    for (column, cell) in cells {
        line[*column] = *cell;
    }
    line
}

fn cells<T: Copy + Default>(lines: &[Line], column: usize, convert: fn(i64) -> T) -> Cells<T> {
    let mut cells = Cells::default();
    for line in lines {
        match line[column] {
            Cell::Is(value) => cells.push(convert(value)),
            Cell::Empty => cells.push_unknown(State::Missing),
            Cell::Garbled => cells.push_unknown(State::Unreadable),
        }
    }
    cells
}

/// The rows as a batch; `at` gives their references.
pub(super) fn batch_at(lines: &[Line], at: impl Fn(usize) -> RowRef) -> Batch {
    let small = |value: i64| u32::try_from(value).unwrap();
    let date = |column| ColumnData::Date(cells(lines, column, |day| i32::try_from(day).unwrap()));
    let flag = |column| ColumnData::Boolean(cells(lines, column, |flag| flag == 1));
    Batch {
        columns: vec![
            date(DAY),
            ColumnData::Category(cells(lines, SERVICE, small)),
            flag(AMONG),
            flag(FIRST),
            flag(SECOND),
            ColumnData::Category(cells(lines, GROUP, small)),
            ColumnData::Integer(cells(lines, VALUE, |value| value)),
            ColumnData::Weight(cells(lines, WEIGHT, |value| u64::try_from(value).unwrap())),
            ColumnData::Key(cells(lines, KEY, |value| u128::try_from(value).unwrap())),
            date(SINCE),
        ],
        rows: (0..lines.len()).map(at).collect(),
        ..Batch::default()
    }
}

/// The rows as a batch, on lines counted from 1.
pub(super) fn batch(lines: &[Line]) -> Batch {
    batch_at(lines, |index| RowRef {
        file: 1,
        line: u64::try_from(index).unwrap() + 1,
    })
}

pub(super) fn window() -> Window {
    Window {
        from: i32::try_from(FROM).ok(),
        to: i32::try_from(TO).unwrap(),
    }
}

pub(super) static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference {
    calendar: Calendar::new(CalendarParts::new(
        WorkingWeek::parse("lu-ve").unwrap(),
        Zone::Metropole,
    ))
    .unwrap(),
    hours: ["lu-di 9h-12h", "lu-ve 22h-24h", "sa 0h-3h"]
        .map(|hours| OpeningHours::parse(hours).unwrap())
        .into(),
    delays: Vec::new(),
    exceptional: Vec::new(),
});

pub(super) fn view() -> View<'static> {
    View {
        reference: &REFERENCE,
        window: window(),
        rulings: None,
    }
}

/// A column equals a number.
pub(super) fn is(column: usize, value: i64) -> Condition {
    Condition::Compare {
        left: Term::Column(column),
        comparison: Comparison::Is,
        right: Operand::Literal(value),
    }
}

/// Service 0 within the period, of the population, neither exclusion; split by group.
pub(super) fn rule(measure: Measure) -> Rule {
    Rule {
        population: Population {
            time: Some(DAY),
            scope: Some(Scope {
                column: SERVICE,
                services: vec![0],
            }),
            among: Some(is(AMONG, 1)),
            set_aside: vec![is(FIRST, 1), is(SECOND, 1)],
        },
        groupings: vec![Grouping {
            columns: vec![GROUP],
            judged: true,
        }],
        weight: None,
        measure,
    }
}

/// The groups that the tests look at; nothing is known to be in the last one.
pub(super) const GROUPS: u32 = 3;

pub(super) fn expected() -> Vec<Vec<Vec<u32>>> {
    vec![(0..GROUPS).map(|group| vec![group]).collect()]
}

/// One pass over the rows, then as many rejected rows.
pub(super) fn read(rule: &Rule, lines: &[Line], rejected: u64) -> Reading {
    let mut tally: Tally = rule.tally();
    tally.observe(rule, &batch(lines), view(), Input::Main);
    tally.reject(rule, rejected, Input::Main);
    let reading = tally.read(rule, view(), &expected());
    let groups = usize::try_from(GROUPS).unwrap();
    assert_eq!(reading.groups.len(), groups, "each expected group, once");
    reading
}

pub(super) fn cases(figures: &Figures) -> &Cases {
    match figures {
        Figures::Share(cases) | Figures::Limit { cases, .. } => cases,
        other => panic!("{other:?}"),
    }
}

/// Whether a share of a complete table lies within the bounds.
pub(super) fn within(cases: &Cases, (holds, all): (u64, u64)) -> bool {
    let unknown = cases.unknown();
    if cases.all() == 0 || all == 0 {
        return all <= cases.all();
    }
    cases.holds * all <= holds * cases.all() && holds * cases.all() <= (cases.holds + unknown) * all
}

/// Why a complete row is not judged, or that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Period,
    Scope,
    Population,
    Aside(usize),
    Judged,
}

pub(super) fn place(row: &Full) -> Place {
    if row[DAY] < FROM || row[DAY] > TO {
        Place::Period
    } else if row[SERVICE] != 0 {
        Place::Scope
    } else if row[AMONG] != 1 {
        Place::Population
    } else if row[FIRST] == 1 {
        Place::Aside(0)
    } else if row[SECOND] == 1 {
        Place::Aside(1)
    } else {
        Place::Judged
    }
}

/// What an unknown cell may be. Days: the first, the sixth and the last of the period, and the day after.
pub(super) const DOMAINS: [&[i64]; WIDTH] = [
    &[FROM, FROM + 5, TO, AFTER],
    &[0, 1],
    &[0, 1],
    &[0, 1],
    &[0, 1],
    &[0, 1, 2],
    &[0, 1, 2, 3],
    &[0, 1, 2],
    &[0, 1, 2, 3],
    &[FROM - 400, TO],
];

/// Every complete row that a row may stand for. Columns that are not listed as read keep their first value.
pub(super) fn completions(line: &Line, reads: &[usize]) -> Vec<Full> {
    let mut rows: Vec<Full> = vec![[0; WIDTH]];
    for (column, cell) in line.iter().enumerate() {
        let values: Vec<i64> = match cell {
            Cell::Is(value) => vec![*value],
            _ if reads.contains(&column) => DOMAINS[column].to_vec(),
            _ => vec![DOMAINS[column][0]],
        };
        rows = rows
            .iter()
            .flat_map(|row| {
                values.iter().map(move |value| {
                    let mut row = *row;
                    row[column] = *value;
                    row
                })
            })
            .collect();
    }
    rows
}

/// A row that may be anything: what a rejected row is.
pub(super) const ANYTHING: Line = [Cell::Garbled; WIDTH];

/// What a table may be, row by row: the figure of each complete table, each once. `add` gives what a figure becomes
/// with one more complete row.
pub(super) fn worlds<S: Ord + Clone + Default>(
    lines: &[Line],
    reads: &[usize],
    add: impl Fn(&S, &Full) -> S,
) -> BTreeSet<S> {
    let mut worlds = BTreeSet::from([S::default()]);
    for line in lines {
        // Rows that change an empty figure alike are alike: one of each is enough.
        let rows = completions(line, reads).into_iter();
        let rows: BTreeMap<S, Full> = rows.map(|row| (add(&S::default(), &row), row)).collect();
        worlds = worlds
            .iter()
            .flat_map(|state| rows.values().map(|row| add(state, row)))
            .collect();
    }
    worlds
}

/// Every multiset of at most `most` of `count` states, as positions in order.
pub(super) fn multisets(count: usize, most: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    let mut last: Vec<Vec<usize>> = all.clone();
    for _ in 0..most {
        last = last
            .iter()
            .flat_map(|set| {
                let first = set.last().copied().unwrap_or(0);
                (first..count).map(move |next| [set.as_slice(), &[next]].concat())
            })
            .collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// The states of a row that the exhaustive tests combine.
pub(super) fn states() -> Vec<Line> {
    use Cell::{Empty, Garbled, Is};
    vec![
        line(),
        with(&[(GROUP, Is(1)), (DAY, Is(TO))]),
        with(&[(VALUE, Is(3))]),
        with(&[(VALUE, Empty)]),
        with(&[(VALUE, Garbled), (GROUP, Is(1))]),
        with(&[(DAY, Is(AFTER))]),
        with(&[(DAY, Empty), (VALUE, Is(2))]),
        with(&[(SECOND, Is(1)), (VALUE, Empty)]),
        with(&[(FIRST, Empty), (VALUE, Is(3))]),
        with(&[(FIRST, Garbled), (SECOND, Is(1))]),
        with(&[(GROUP, Empty)]),
        with(&[(GROUP, Garbled), (VALUE, Is(3)), (DAY, Is(FROM + 5))]),
        with(&[(SERVICE, Empty), (VALUE, Empty), (GROUP, Empty)]),
        with(&[(AMONG, Is(0)), (DAY, Empty)]),
        with(&[(AMONG, Garbled)]),
    ]
}

pub(super) fn pick(states: &[Line], positions: &[usize]) -> Vec<Line> {
    positions.iter().map(|position| states[*position]).collect()
}

/// A random row: each cell known or not.
pub(super) fn any_line() -> impl proptest::strategy::Strategy<Value = Line> {
    use proptest::prelude::*;
    let cell = |column: usize| {
        prop_oneof![
            8 => proptest::sample::select(DOMAINS[column]).prop_map(Cell::Is),
            1 => Just(Cell::Empty),
            1 => Just(Cell::Garbled),
        ]
    };
    let cells: Vec<_> = (0..WIDTH).map(cell).collect();
    cells.prop_map(|cells| cells.try_into().unwrap())
}
