//! Columns of a list, brought to the rows of another source by a key.
//!
//! Invariant: the list is read first, whole; two of its rows that differ make the differing cells contradictory, whatever
//! their order; a key that is not in it gives missing cells, unless rows of the list may be lost.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Place};

use super::batch::{Batch, Cell, ColumnData, RowRef, State, agreed};

/// Rows whose key the list does not hold.
pub const KEY_NOT_LISTED: Code = Code::new("evidence-key-not-listed");

/// Columns brought from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// Position of the list among the sources.
    pub list: usize,
    /// The key column of the rows.
    pub key: usize,
    /// The key column of the list.
    pub list_key: usize,
    /// The columns of the list that are brought, in the order in which they are appended.
    pub columns: Vec<usize>,
}

/// A list by its keys. Grows with them.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// The cells of each key, in the order of the join's columns.
    known: HashMap<u128, Vec<Cell>>,
    /// The types of the columns.
    types: Vec<ColumnData>,
    /// Whether rows of the list may be lost: a key that is not found may be on one of them.
    gaps: bool,
}

/// Rows whose key the list does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strangers(Option<(u64, RowRef)>);

impl Roster {
    /// Takes rows of the list.
    pub fn observe(&mut self, join: &Join, batch: &Batch) {
        let column = |position: &usize| batch.columns.get(*position);
        if self.types.is_empty() {
            let types = join.columns.iter().filter_map(column);
            self.types = types.map(ColumnData::emptied).collect();
        }
        for row in 0..batch.len() {
            let cells = join.columns.iter().map(|position| {
                column(position).map_or(Err(State::Missing), |column| column.cell(row))
            });
            match column(&join.list_key) {
                Some(ColumnData::Key(keys)) => match keys.get(row) {
                    Ok(key) => self.enter(key, cells.collect()),
                    // It may be the row of anyone who seems not to be there.
                    Err(_) => self.gaps = true,
                },
                _ => self.gaps = true,
            }
        }
    }

    fn enter(&mut self, key: u128, cells: Vec<Cell>) {
        match self.known.get_mut(&key) {
            Some(known) => {
                for (mine, theirs) in known.iter_mut().zip(cells) {
                    *mine = agreed(*mine, theirs);
                }
            }
            None => {
                self.known.insert(key, cells);
            }
        }
    }

    /// Adds the rows of another file of the list.
    pub fn merge(&mut self, other: Self) {
        if self.types.is_empty() {
            self.types = other.types;
        }
        self.gaps |= other.gaps;
        #[expect(
            clippy::iter_over_hash_type,
            reason = "what two rows of one key agree on does not depend on the order"
        )]
        for (key, cells) in other.known {
            self.enter(key, cells);
        }
    }

    /// Rows of the list may be lost.
    pub const fn lose(&mut self) {
        self.gaps = true;
    }

    /// Appends the columns to a batch; `types` are theirs, for a list without any row.
    pub fn append(
        &self,
        join: &Join,
        types: &[ColumnData],
        batch: &mut Batch,
        strangers: &mut Strangers,
    ) {
        let mut columns: Vec<ColumnData> = if self.types.is_empty() {
            types.to_vec()
        } else {
            self.types.clone()
        };
        for (row, at) in batch.rows.iter().enumerate() {
            let key = match batch.columns.get(join.key) {
                Some(ColumnData::Key(keys)) => keys.get(row),
                _ => Err(State::Missing),
            };
            let known = key.map(|key| self.known.get(&key));
            if known == Ok(None) {
                strangers.enter(*at);
            }
            let absent = if self.gaps {
                State::Unreadable
            } else {
                State::Missing
            };
            for (rank, column) in columns.iter_mut().enumerate() {
                column.push_cell(match &known {
                    Ok(Some(cells)) => cells.get(rank).copied().unwrap_or(Err(absent)),
                    Ok(None) => Err(absent),
                    Err(state) => Err(*state),
                });
            }
        }
        batch.columns.append(&mut columns);
    }
}

impl Strangers {
    fn enter(&mut self, at: RowRef) {
        let (count, first) = self.0.get_or_insert((0, at));
        *count = count.saturating_add(1);
        *first = (*first).min(at);
    }

    /// Adds those of another file.
    pub fn merge(&mut self, other: Self) {
        if let Some((count, at)) = other.0 {
            self.enter(at);
            if let Some((all, _)) = &mut self.0 {
                *all = all.saturating_add(count).saturating_sub(1);
            }
        }
    }

    /// How many, and the first.
    pub const fn found(self) -> Option<(u64, RowRef)> {
        self.0
    }
}

/// The warning about rows whose key is not in a list, if there are any.
pub fn stranger(
    source: &str,
    column: &str,
    list: &str,
    strangers: Strangers,
) -> Option<Diagnostic> {
    let (count, at) = strangers.found()?;
    Some(
        Diagnostic::warning(KEY_NOT_LISTED)
            .arg("source", source)
            .arg("column", column)
            .arg("list", list)
            .arg("count", count)
            .arg("file", at.file)
            .arg("line", at.line.to_string())
            .at(Place::Evidence {
                source: source.to_owned(),
                file: Some(at.file),
                line: Some(at.line),
                column: Some(column.to_owned()),
            }),
    )
}
