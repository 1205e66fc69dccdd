//! Joins against a second implementation over every small list, in every order and split into two files.

use super::{Join, Roster, Strangers};
use crate::evidence::batch::{Batch, Cell, Cells, ColumnData, RowRef, State};
use std::collections::BTreeSet;

const JOIN: Join = Join {
    list: 0,
    key: 0,
    list_key: 0,
    columns: Vec::new(),
};

/// A key, none where it cannot be read, and a value, none where it is left empty.
type Line = (Option<u128>, Option<i64>);

fn batch(lines: &[Line]) -> Batch {
    let (mut keys, mut values) = (Cells::default(), Cells::default());
    for (key, value) in lines {
        match key {
            Some(key) => keys.push(*key),
            None => keys.push_unknown(State::Unreadable),
        }
        match value {
            Some(value) => values.push(*value),
            None => values.push_unknown(State::Missing),
        }
    }
    Batch {
        columns: vec![ColumnData::Key(keys), ColumnData::Integer(values)],
        rows: (0..lines.len())
            .map(|row| RowRef {
                file: 1,
                line: u64::try_from(row).unwrap() + 2,
            })
            .collect(),
        ..Batch::default()
    }
}

/// What a list says of a key: everything that its rows of that key say.
fn reference(list: &[Line], key: Option<u128>) -> Cell {
    let Some(key) = key else {
        return Err(State::Unreadable);
    };
    let said: BTreeSet<Option<i64>> = list
        .iter()
        .filter(|(other, _)| *other == Some(key))
        .map(|(_, value)| *value)
        .collect();
    match said.iter().collect::<Vec<_>>().as_slice() {
        [] if list.iter().any(|(key, _)| key.is_none()) => Err(State::Unreadable),
        [] => Err(State::Missing),
        [Some(value)] => Ok(i128::from(*value)),
        [None] => Err(State::Missing),
        _ => Err(State::Contradictory),
    }
}

#[test]
fn a_row_has_what_every_row_of_its_key_agrees_on() {
    let join = Join {
        columns: vec![1],
        ..JOIN
    };
    let types = [ColumnData::Integer(Cells::default())];
    let mut lines: Vec<Line> = Vec::new();
    for key in [None, Some(1), Some(2)] {
        lines.extend([None, Some(0), Some(1)].map(|value| (key, value)));
    }
    let rows = [(Some(1), None), (Some(2), None), (None, None)];
    for (one, two, three) in lines.iter().flat_map(|one| {
        let lines = &lines;
        lines
            .iter()
            .flat_map(move |two| lines.iter().map(move |three| (one, two, three)))
    }) {
        let list = [*one, *two, *three];
        for length in 0..=3 {
            let list = &list[..length];
            let wanted = rows.map(|(key, _)| reference(list, key));
            for split in 0..1_usize << length {
                let of = |file: usize| {
                    let mut roster = Roster::default();
                    let mine = list.iter().enumerate();
                    mine.filter(|(row, _)| split >> row & 1 == file)
                        .for_each(|(_, line)| roster.observe(&join, &batch(&[*line])));
                    roster
                };
                let mut whole = of(1);
                whole.merge(of(0));
                let mut found = batch(&rows);
                let mut strangers = Strangers::default();
                whole.append(&join, &types, &mut found, &mut strangers);
                let cells: Vec<Cell> = (0..3).map(|row| found.columns[2].cell(row)).collect();
                assert_eq!(cells, wanted, "{list:?} {split:b}");
                let absent = |key: u128| !list.iter().any(|(other, _)| *other == Some(key));
                let absent = u64::from(absent(1)) + u64::from(absent(2));
                assert_eq!(strangers.found().map_or(0, |(count, _)| count), absent);
            }
        }
    }
}

#[test]
fn a_key_that_is_not_found_may_stand_on_a_lost_row() {
    let join = Join {
        columns: vec![1],
        ..JOIN
    };
    let mut roster = Roster::default();
    roster.observe(&join, &batch(&[(Some(1), Some(5))]));
    roster.lose();
    let mut found = batch(&[(Some(1), None), (Some(2), None)]);
    roster.append(&join, &[], &mut found, &mut Strangers::default());
    assert_eq!(found.columns[2].cell(0), Ok(5));
    assert_eq!(found.columns[2].cell(1), Err(State::Unreadable));
}
