//! Batches: a block of rows as typed columns, in which unknown is a state of its own.
//!
//! Invariant: every column of a batch that was asked for has exactly as many cells as the batch has rows.

use std::collections::BTreeMap;

/// The most rows that a batch holds.
pub const BATCH_ROWS: usize = 4_096;

/// What is known of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The value stands.
    Known,
    /// Nothing was recorded: an empty cell, or a value declared to mean "nothing".
    Missing,
    /// Something was recorded that does not fit the declared type.
    Unreadable,
    /// Rows of one event, or of one person of a list, say different things.
    Contradictory,
}

/// A cell whatever its type: its value as a number, or why it is not known.
pub type Cell = Result<i128, State>;

/// The cells of one column: values beside their states. The value of a cell that is not known is arbitrary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells<T> {
    values: Vec<T>,
    states: Vec<State>,
}

impl<T> Default for Cells<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            states: Vec::new(),
        }
    }
}

impl<T: Copy + Default> Cells<T> {
    /// Appends a known value.
    pub fn push(&mut self, value: T) {
        self.values.push(value);
        self.states.push(State::Known);
    }

    /// Appends a cell whose value is not known.
    pub fn push_unknown(&mut self, state: State) {
        self.values.push(T::default());
        self.states.push(state);
    }

    /// The cell of a row: its value, or why there is none. A row outside the batch is missing.
    pub fn get(&self, row: usize) -> Result<T, State> {
        match (self.states.get(row), self.values.get(row)) {
            (Some(State::Known), Some(value)) => Ok(*value),
            (Some(state), _) => Err(*state),
            (None, _) => Err(State::Missing),
        }
    }

    /// Makes a cell unknown.
    pub fn blot(&mut self, row: usize, state: State) {
        if let Some(known) = self.states.get_mut(row) {
            *known = state;
        }
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.states.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// Removes every cell, keeping the memory.
    pub fn clear(&mut self) {
        self.values.clear();
        self.states.clear();
    }
}

/// Seconds in a day.
const DAY: i64 = 86_400;
/// `NaiveDate::num_days_from_ce` of 1970-01-01.
const EPOCH: i64 = 719_163;

/// The cells of one column, by type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnData {
    /// Not asked for, or personal: never decoded.
    Skipped,
    /// Days since the common era (`NaiveDate::num_days_from_ce`).
    Date(Cells<i32>),
    /// Local seconds since 1970-01-01 00:00.
    Instant(Cells<i64>),
    /// A duration in seconds.
    Seconds(Cells<i64>),
    /// A whole number.
    Integer(Cells<i64>),
    /// Index of a declared value.
    Category(Cells<u32>),
    /// Yes or no.
    Boolean(Cells<bool>),
    /// Whether something is written; what is written is not kept.
    Text(Cells<()>),
    /// Keyed digest of an identifier.
    Key(Cells<u128>),
    /// How many cases the row stands for.
    Weight(Cells<u64>),
}

impl ColumnData {
    /// Appends a cell whose value is not known; nothing to a column that was not asked for.
    pub fn push_unknown(&mut self, state: State) {
        match self {
            Self::Skipped => {}
            Self::Date(cells) => cells.push_unknown(state),
            Self::Instant(cells) | Self::Seconds(cells) | Self::Integer(cells) => {
                cells.push_unknown(state)
            }
            Self::Category(cells) => cells.push_unknown(state),
            Self::Boolean(cells) => cells.push_unknown(state),
            Self::Text(cells) => cells.push_unknown(state),
            Self::Key(cells) => cells.push_unknown(state),
            Self::Weight(cells) => cells.push_unknown(state),
        }
    }

    /// The day of a date or an instant, counted from the common era.
    pub fn day(&self, row: usize) -> Result<i32, State> {
        match self {
            Self::Date(cells) => cells.get(row),
            Self::Instant(cells) => {
                let days = cells.get(row)?.div_euclid(DAY).saturating_add(EPOCH);
                i32::try_from(days).map_err(|_| State::Unreadable)
            }
            _ => Err(State::Missing),
        }
    }

    /// A cell as a number; a column that was not asked for has none.
    pub fn cell(&self, row: usize) -> Cell {
        match self {
            Self::Skipped => Err(State::Missing),
            Self::Date(cells) => cells.get(row).map(i128::from),
            Self::Instant(cells) | Self::Seconds(cells) | Self::Integer(cells) => {
                cells.get(row).map(i128::from)
            }
            Self::Category(cells) => cells.get(row).map(i128::from),
            Self::Boolean(cells) => cells.get(row).map(i128::from),
            Self::Text(cells) => cells.get(row).map(|()| 1),
            Self::Key(cells) => cells.get(row).map(u128::cast_signed),
            Self::Weight(cells) => cells.get(row).map(i128::from),
        }
    }

    /// Appends a cell given as a number; one that does not fit the type is unreadable.
    pub fn push_cell(&mut self, cell: Cell) {
        let value = match cell {
            Ok(value) => value,
            Err(state) => return self.push_unknown(state),
        };
        match self {
            Self::Skipped => {}
            Self::Date(cells) => put(cells, value.try_into().ok()),
            Self::Instant(cells) | Self::Seconds(cells) | Self::Integer(cells) => {
                put(cells, value.try_into().ok());
            }
            Self::Category(cells) => put(cells, value.try_into().ok()),
            Self::Boolean(cells) => put(cells, Some(value != 0)),
            Self::Text(cells) => put(cells, Some(())),
            Self::Key(cells) => put(cells, Some(value.cast_unsigned())),
            Self::Weight(cells) => put(cells, value.try_into().ok()),
        }
    }

    /// Makes a cell unknown; nothing in a column that was not asked for.
    pub fn blot(&mut self, row: usize, state: State) {
        match self {
            Self::Skipped => {}
            Self::Date(cells) => cells.blot(row, state),
            Self::Instant(cells) | Self::Seconds(cells) | Self::Integer(cells) => {
                cells.blot(row, state);
            }
            Self::Category(cells) => cells.blot(row, state),
            Self::Boolean(cells) => cells.blot(row, state),
            Self::Text(cells) => cells.blot(row, state),
            Self::Key(cells) => cells.blot(row, state),
            Self::Weight(cells) => cells.blot(row, state),
        }
    }

    /// How many cells there are; none for a column that was not asked for.
    pub fn cell_count(&self) -> Option<usize> {
        match self {
            Self::Skipped => None,
            Self::Date(cells) => Some(cells.len()),
            Self::Instant(cells) | Self::Seconds(cells) | Self::Integer(cells) => Some(cells.len()),
            Self::Category(cells) => Some(cells.len()),
            Self::Boolean(cells) => Some(cells.len()),
            Self::Text(cells) => Some(cells.len()),
            Self::Key(cells) => Some(cells.len()),
            Self::Weight(cells) => Some(cells.len()),
        }
    }

    /// A column of the same type without a cell.
    #[must_use]
    pub fn emptied(&self) -> Self {
        match self {
            Self::Skipped => Self::Skipped,
            Self::Date(_) => Self::Date(Cells::default()),
            Self::Instant(_) => Self::Instant(Cells::default()),
            Self::Seconds(_) => Self::Seconds(Cells::default()),
            Self::Integer(_) => Self::Integer(Cells::default()),
            Self::Category(_) => Self::Category(Cells::default()),
            Self::Boolean(_) => Self::Boolean(Cells::default()),
            Self::Text(_) => Self::Text(Cells::default()),
            Self::Key(_) => Self::Key(Cells::default()),
            Self::Weight(_) => Self::Weight(Cells::default()),
        }
    }

    /// Removes every cell, keeping the memory.
    pub fn clear(&mut self) {
        match self {
            Self::Skipped => {}
            Self::Date(cells) => cells.clear(),
            Self::Instant(cells) | Self::Seconds(cells) | Self::Integer(cells) => cells.clear(),
            Self::Category(cells) => cells.clear(),
            Self::Boolean(cells) => cells.clear(),
            Self::Text(cells) => cells.clear(),
            Self::Key(cells) => cells.clear(),
            Self::Weight(cells) => cells.clear(),
        }
    }
}

fn put<T: Copy + Default>(cells: &mut Cells<T>, value: Option<T>) {
    match value {
        Some(value) => cells.push(value),
        None => cells.push_unknown(State::Unreadable),
    }
}

/// What two rows say of one thing: the same, or something that cannot be told. Associative, commutative, idempotent.
pub fn agreed(one: Cell, two: Cell) -> Cell {
    if one == two {
        one
    } else {
        Err(State::Contradictory)
    }
}

/// Reference to a row: file of the source and line in it, both counted from 1. Ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowRef {
    /// Which file of the source.
    pub file: u32,
    /// First line of the record.
    pub line: u64,
}

/// A block of rows.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// One entry per declared column, in the schema's order.
    pub columns: Vec<ColumnData>,
    /// One entry per row.
    pub rows: Vec<RowRef>,
    /// Rows (by their position) that may repeat another row, since their key is not known, and why it is not.
    pub unmatched: BTreeMap<usize, State>,
}

impl Batch {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Removes every row, keeping the memory.
    pub fn clear(&mut self) {
        self.columns.iter_mut().for_each(ColumnData::clear);
        self.rows.clear();
        self.unmatched.clear();
    }

    /// A batch with columns of the same types and no row.
    #[must_use]
    pub fn emptied(&self) -> Self {
        let columns = self.columns.iter().map(ColumnData::emptied);
        Self {
            columns: columns.collect(),
            ..Self::default()
        }
    }

    /// Appends a row of a batch with the same columns.
    pub fn push_row(&mut self, other: &Self, row: usize) {
        for (mine, theirs) in self.columns.iter_mut().zip(&other.columns) {
            mine.push_cell(theirs.cell(row));
        }
        self.rows.extend(other.rows.get(row));
    }
}
