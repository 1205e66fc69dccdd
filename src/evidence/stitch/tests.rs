//! Stitching against a second implementation over every small table, in every order and every split into two files; and
//! segments against every world that the rows leave possible.

use super::{Merging, Segments, Stitch, Stitched, Stitcher};
use crate::evidence::batch::{Batch, Cell, Cells, ColumnData, RowRef, State};
use std::collections::{BTreeMap, BTreeSet};

/// A row: its key, time, value and number; none where it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    key: Option<i64>,
    time: Option<i64>,
    value: Option<i64>,
    part: Option<i64>,
}

const KEY: usize = 0;
const TIME: usize = 1;
const PART: usize = 2;
/// From here on: the value under each rule in turn.
const VALUE: usize = 3;
const RULES: [Merging; 6] = [
    Merging::Same,
    Merging::First,
    Merging::Last,
    Merging::Any,
    Merging::Sum,
    Merging::Max,
];

fn column(cells: impl Iterator<Item = Option<i64>>, empty: ColumnData, state: State) -> ColumnData {
    let mut column = empty;
    cells.for_each(|cell| column.push_cell(cell.map(i128::from).ok_or(state)));
    column
}

fn batch(lines: &[(RowRef, Line)]) -> Batch {
    let of = |pick: fn(&Line) -> Option<i64>| lines.iter().map(move |(_, line)| pick(line));
    let integer = || ColumnData::Integer(Cells::default());
    let mut columns = vec![
        column(
            of(|line| line.key),
            ColumnData::Key(Cells::default()),
            State::Missing,
        ),
        column(
            of(|line| line.time),
            ColumnData::Instant(Cells::default()),
            State::Missing,
        ),
        column(of(|line| line.part), integer(), State::Missing),
    ];
    columns.extend(RULES.map(|rule| {
        let empty = if rule == Merging::Any {
            ColumnData::Boolean(Cells::default())
        } else {
            integer()
        };
        column(of(|line| line.value), empty, State::Unreadable)
    }));
    Batch {
        columns,
        rows: lines.iter().map(|(at, _)| *at).collect(),
        ..Batch::default()
    }
}

const ONCE: Stitch = Stitch {
    keys: Vec::new(),
    segments: None,
};

fn once() -> Stitch {
    Stitch {
        keys: vec![KEY],
        ..ONCE
    }
}

fn spread(part: bool) -> Stitch {
    let mut rules = vec![Merging::Same, Merging::First, Merging::Max];
    rules.extend(RULES);
    Stitch {
        keys: vec![KEY],
        segments: Some(Segments {
            part: part.then_some(PART),
            time: Some(TIME),
            rules,
        }),
    }
}

/// The events with all that does not depend on where rows stand: cells and marks, in sorted order.
type Events = Vec<(Vec<Cell>, Option<State>)>;

fn events(stitcher: &Stitcher<'_>) -> (Events, Stitched) {
    let mut events = Events::new();
    let stitched = stitcher.finish(&mut |batch| {
        for row in 0..batch.len() {
            let cells = batch.columns.iter().map(|column| column.cell(row));
            events.push((cells.collect(), batch.unmatched.get(&row).copied()));
        }
    });
    events.sort();
    (events, stitched)
}

/// Every order of the first numbers.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for order in orders(count - 1) {
        for place in 0..count {
            let mut order = order.clone();
            order.insert(place, count - 1);
            all.push(order);
        }
    }
    all
}

/// The rows in an order, split into two files by the bits of a set, each file stitched alone and then merged.
fn stitched(stitch: &Stitch, lines: &[Line], order: &[usize], split: usize) -> (Events, Stitched) {
    let mut files: [Vec<(RowRef, Line)>; 2] = [Vec::new(), Vec::new()];
    for (place, index) in order.iter().enumerate() {
        let file = split >> place & 1;
        let at = RowRef {
            file: u32::try_from(file).unwrap() + 1,
            line: u64::try_from(files[file].len()).unwrap() + 2,
        };
        files[file].push((at, lines[*index]));
    }
    let mut whole = Stitcher::new(stitch);
    for file in &files {
        let mut part = Stitcher::new(stitch);
        for line in file {
            part.observe(&batch(&[*line]));
        }
        whole.merge(&part);
    }
    let (events, stitched) = events(&whole);
    // Every row is read or merged, in its own file.
    let rows = u64::try_from(lines.len()).unwrap();
    let merged: u64 = stitched.merged.values().sum();
    assert_eq!(merged + u64::try_from(events.len()).unwrap(), rows);
    for (file, merged) in &stitched.merged {
        let fed = files[usize::try_from(*file).unwrap() - 1].len();
        assert!(*merged <= u64::try_from(fed).unwrap());
    }
    (events, stitched)
}

/// Every table of so many rows.
fn tables(rows: usize, lines: &[Line]) -> Vec<Vec<Line>> {
    let mut tables = vec![Vec::new()];
    for _ in 0..rows {
        tables = tables
            .into_iter()
            .flat_map(|table: Vec<Line>| {
                // The order is tried elsewhere: sorted tables are enough.
                let last = table.last().copied();
                let more = lines
                    .iter()
                    .filter(move |line| last.is_none_or(|last| last <= **line));
                more.map(move |line| table.iter().copied().chain([*line]).collect())
            })
            .collect();
    }
    tables
}

fn lines(
    keys: &[Option<i64>],
    times: &[Option<i64>],
    values: &[Option<i64>],
    parts: &[Option<i64>],
) -> Vec<Line> {
    let mut lines = Vec::new();
    for key in keys {
        for time in times {
            for value in values {
                for part in parts {
                    lines.push(Line {
                        key: *key,
                        time: *time,
                        value: *value,
                        part: *part,
                    });
                }
            }
        }
    }
    lines
}

/// What differs is contradictory; by sets, not by folding.
fn one_of(cells: &BTreeSet<Cell>) -> Cell {
    match cells.iter().next() {
        Some(cell) if cells.len() == 1 => *cell,
        _ => Err(State::Contradictory),
    }
}

fn plain(line: &Line) -> Vec<Cell> {
    let batch = batch(&[(RowRef { file: 1, line: 1 }, *line)]);
    batch.columns.iter().map(|column| column.cell(0)).collect()
}

/// The events of repeats: one row a key, each cell what all rows of the key say.
fn reference(table: &[Line]) -> Events {
    let mut by_key: BTreeMap<i64, Vec<&Line>> = BTreeMap::new();
    let mut events = Events::new();
    for line in table {
        match line.key {
            Some(key) => by_key.entry(key).or_default().push(line),
            None => events.push((plain(line), Some(State::Missing))),
        }
    }
    for rows in by_key.values() {
        let cells: Vec<Vec<Cell>> = rows.iter().map(|line| plain(line)).collect();
        let columns = (0..VALUE + RULES.len()).map(|column| {
            let said: BTreeSet<Cell> = cells.iter().map(|row| row[column]).collect();
            one_of(&said)
        });
        events.push((columns.collect(), None));
    }
    events.sort();
    events
}

#[test]
fn repeats_count_once_whatever_the_order_and_the_files() {
    let stitch = once();
    let lines = lines(
        &[None, Some(1), Some(2)],
        &[Some(1)],
        &[None, Some(0), Some(1)],
        &[Some(1), Some(2)],
    );
    let mut merged = 0;
    for rows in 0..=3 {
        let orders = orders(rows);
        for table in tables(rows, &lines) {
            let wanted = reference(&table);
            for order in &orders {
                for split in 0..1 << rows {
                    let (found, _) = stitched(&stitch, &table, order, split);
                    assert_eq!(found, wanted, "{table:?} {order:?} {split:b}");
                }
            }
            merged += usize::from(wanted.len() < rows);
        }
    }
    assert!(merged > 500, "{merged}");
}

/// The values that each rule can take in the worlds that the segments of one event leave possible: rows alike in all may
/// be one row, an unknown time is any time, an unknown value any value, and rows of one time come in either order.
fn worlds(rows: &[Line], rule: Merging) -> BTreeSet<i64> {
    const TIMES: [i64; 4] = [0, 1, 2, 3];
    const VALUES: [i64; 3] = [0, 1, 5];
    let mut complete: Vec<Vec<(i64, i64)>> = Vec::new();
    let alike: BTreeSet<Vec<Line>> = (0..1_usize << rows.len())
        .map(|set| {
            let kept = rows
                .iter()
                .enumerate()
                .filter(|(row, _)| set >> row & 1 == 1);
            kept.map(|(_, line)| *line).collect::<Vec<Line>>()
        })
        .filter(|kept| {
            let distinct = |rows: &[Line]| rows.iter().copied().collect::<BTreeSet<Line>>();
            distinct(kept) == distinct(rows)
        })
        .collect();
    for kept in alike {
        let mut filled = vec![Vec::new()];
        for line in &kept {
            let times = line.time.map_or(TIMES.to_vec(), |time| vec![time]);
            let values = line.value.map_or(VALUES.to_vec(), |value| vec![value]);
            filled = filled
                .into_iter()
                .flat_map(|before: Vec<(i64, i64)>| {
                    let mut all = Vec::new();
                    for time in &times {
                        for value in &values {
                            let mut world = before.clone();
                            world.push((*time, *value));
                            all.push(world);
                        }
                    }
                    all
                })
                .collect();
        }
        complete.extend(filled);
    }
    let mut said = BTreeSet::new();
    for world in complete {
        let values = || world.iter().map(|(_, value)| *value);
        let at = |time: Option<i64>| {
            let rows = world.iter().filter(move |(when, _)| Some(*when) == time);
            rows.map(|(_, value)| *value)
        };
        let times = || world.iter().map(|(time, _)| *time);
        match rule {
            Merging::Same => said.extend(values()),
            Merging::First => said.extend(at(times().min())),
            Merging::Last => said.extend(at(times().max())),
            Merging::Any => {
                said.insert(i64::from(values().any(|value| value != 0)));
            }
            Merging::Sum => {
                said.insert(values().sum());
            }
            Merging::Max => said.extend(values().max()),
        }
    }
    said
}

#[test]
fn segments_say_what_every_world_says_and_nothing_else() {
    let stitch = spread(false);
    let times = [None, Some(1), Some(2)];
    let values = [None, Some(0), Some(1)];
    let lines = lines(&[Some(7)], &times, &values, &[Some(1)]);
    let mut known = 0;
    for rows in 1..=3 {
        for table in tables(rows, &lines) {
            let order: Vec<usize> = (0..rows).collect();
            let (found, _) = stitched(&stitch, &table, &order, 0);
            let [(cells, None)] = found.as_slice() else {
                panic!("one event: {found:?}");
            };
            for (rank, rule) in RULES.into_iter().enumerate() {
                let said = worlds(&table, rule);
                let wanted = (said.len() == 1).then(|| i128::from(*said.first().unwrap()));
                assert_eq!(cells[VALUE + rank].ok(), wanted, "{table:?} {rule:?}");
                known += usize::from(wanted.is_some());
            }
        }
    }
    assert!(known > 200, "{known}");
}

#[test]
fn segments_do_not_depend_on_the_order_nor_on_the_files() {
    for part in [false, true] {
        let stitch = spread(part);
        let parts: &[Option<i64>] = if part {
            &[None, Some(1), Some(2)]
        } else {
            &[None]
        };
        let lines = lines(
            &[None, Some(1), Some(2)],
            &[None, Some(1)],
            &[None, Some(0), Some(3)],
            parts,
        );
        for rows in 0..=2 {
            for table in tables(rows, &lines) {
                let order: Vec<usize> = (0..rows).collect();
                let (wanted, _) = stitched(&stitch, &table, &order, 0);
                for order in orders(rows) {
                    for split in 0..1 << rows {
                        let (found, _) = stitched(&stitch, &table, &order, split);
                        assert_eq!(found, wanted, "{table:?} {order:?} {split:b}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_segment_exported_twice_counts_once_by_its_number() {
    let stitch = spread(true);
    let line = |part, time, value| Line {
        key: Some(1),
        time: Some(time),
        value: Some(value),
        part,
    };
    let sum = VALUE + 4;
    let of = |table: &[Line]| {
        let order: Vec<usize> = (0..table.len()).collect();
        let (events, stitched) = stitched(&stitch, table, &order, 0b10);
        assert_eq!(events.len(), 1);
        (events[0].0.clone(), stitched)
    };
    // 3 and 4, the second twice.
    let twice = [
        line(Some(1), 1, 3),
        line(Some(2), 2, 4),
        line(Some(2), 2, 4),
    ];
    let (cells, found) = of(&twice);
    assert_eq!(cells[sum], Ok(7));
    assert_eq!(cells[VALUE + 1], Ok(3));
    assert_eq!(cells[VALUE + 2], Ok(4));
    assert!(!found.contradictions.contains_key(&sum));
    // Two that look alike under two numbers are two.
    let (cells, _) = of(&[line(Some(1), 1, 3), line(Some(2), 1, 3)]);
    assert_eq!(cells[sum], Ok(6));
    // One number, two values; or no number: it cannot be told.
    for table in [
        [line(Some(1), 1, 3), line(Some(1), 1, 4)],
        [line(Some(1), 1, 3), line(None, 1, 4)],
    ] {
        let (cells, found) = of(&table);
        assert_eq!(cells[sum], Err(State::Contradictory));
        assert_eq!(found.contradictions[&sum].0, 1);
    }
}

#[test]
fn the_smallest_row_stands_for_the_event_and_is_told_of_a_contradiction() {
    let stitch = once();
    let line = |value| Line {
        key: Some(1),
        time: Some(1),
        value: Some(value),
        part: Some(1),
    };
    let at = |file, line| RowRef { file, line };
    let mut stitcher = Stitcher::new(&stitch);
    for (at, value) in [(at(2, 3), 0), (at(1, 9), 1), (at(2, 2), 1)] {
        stitcher.observe(&batch(&[(at, line(value))]));
    }
    let mut rows = Vec::new();
    let found = stitcher.finish(&mut |batch| rows.extend(batch.rows.clone()));
    assert_eq!(rows, [at(1, 9)]);
    assert_eq!(found.merged, [(1, 0), (2, 2)].into());
    let values = (VALUE..VALUE + RULES.len()).map(|column| (column, (1, at(1, 9))));
    assert_eq!(found.contradictions, values.collect());
    assert_eq!(found.unmatched, None);
}
