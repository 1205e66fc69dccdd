//! Rows of one event brought together: repeats across overlapping exports, segments of one call.
//!
//! Invariant: the events depend on the rows alone, neither on their order nor on which file holds them; rows of one event
//! that differ make the differing cells unknown, never the first one's. A row without a readable key stays alone and is
//! marked, since it may belong to any event. Memory grows with the keys (and with the segments, where there are some).

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use super::batch::{BATCH_ROWS, Batch, Cell, ColumnData, RowRef, State, agreed};
use super::schema::Schema;
use crate::diagnostic::{Code, Diagnostic, Place};

/// Rows of one event that differ.
pub const ROWS_CONTRADICT: Code = Code::new("evidence-rows-contradict");
/// Rows whose key cannot be read, in a source whose rows are brought together.
pub const KEY_UNKNOWN: Code = Code::new("evidence-key-unknown");

/// How the rows of a source are brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stitch {
    /// The columns that name an event.
    pub keys: Vec<usize>,
    /// How the segments of an event make one row; none where each row is a whole event and may be repeated.
    pub segments: Option<Segments>,
}

/// How segments make one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segments {
    /// The column that numbers the segments of an event: two rows with one number are one segment, exported twice.
    pub part: Option<usize>,
    /// The column that orders them.
    pub time: Option<usize>,
    /// The rule of each column, in the schema's order; beyond its end segments must agree.
    pub rules: Vec<Merging>,
}

/// How the cells of the segments make one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// They are the same.
    Same,
    /// The earliest one's.
    First,
    /// The latest one's.
    Last,
    /// Yes as soon as one says yes; of texts, filled in as soon as one is.
    Any,
    /// Their sum.
    Sum,
    /// The largest.
    Max,
}

impl Merging {
    /// Every rule with its name in `sources.toml`.
    pub const ALL: [(&'static str, Self); 6] = [
        ("same", Self::Same),
        ("first", Self::First),
        ("last", Self::Last),
        ("any", Self::Any),
        ("sum", Self::Sum),
        ("max", Self::Max),
    ];
}

/// What names a row: the cells of its key columns.
type Name = Vec<i128>;

/// The rows of a source, brought together as they come.
#[derive(Debug, Clone)]
pub struct Stitcher<'a> {
    stitch: &'a Stitch,
    /// Whole events, or segments; repeats are in it once.
    kept: Batch,
    /// Where the rows of a name are in it, unless they cannot be told apart.
    known: HashMap<Name, usize>,
    /// Rows whose key is not known, and why.
    alone: Batch,
    /// How many rows came from each file.
    fed: BTreeMap<u32, u64>,
}

/// What became of the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stitched {
    /// How many rows of each file went into an event that another row stands for.
    pub merged: BTreeMap<u32, u64>,
    /// Columns in which rows of one event differ: how many events, and the first.
    pub contradictions: BTreeMap<usize, (u64, RowRef)>,
    /// Rows without a readable key: how many, and the first.
    pub unmatched: Option<(u64, RowRef)>,
}

impl Stitch {
    /// The columns that it needs, besides those that are asked for.
    pub fn columns(&self) -> Vec<usize> {
        let mut columns = self.keys.clone();
        let segments = self.segments.iter();
        columns
            .extend(segments.flat_map(|segments| segments.part.into_iter().chain(segments.time)));
        columns
    }

    /// Whether an event is spread over several rows, so that a missing row leaves an event incomplete.
    pub const fn is_spread(&self) -> bool {
        self.segments.is_some()
    }
}

impl Stitched {
    /// What is to be said: one warning for each column in which rows of one event differ, and one for rows without key.
    pub fn diagnostics(&self, source: &str, schema: &Schema, stitch: &Stitch) -> Vec<Diagnostic> {
        let warn = |code, column: usize, count: u64, at: RowRef| {
            let name = schema.columns.get(column);
            let name = name.map_or("", |column| column.name.as_str());
            Diagnostic::warning(code)
                .arg("source", source)
                .arg("column", name)
                .arg("count", count)
                .arg("file", at.file)
                .arg("line", at.line.to_string())
                .at(Place::Evidence {
                    source: source.to_owned(),
                    file: Some(at.file),
                    line: Some(at.line),
                    column: Some(name.to_owned()),
                })
        };
        let contradictions = self.contradictions.iter();
        let mut found: Vec<Diagnostic> = contradictions
            .map(|(column, (count, at))| warn(ROWS_CONTRADICT, *column, *count, *at))
            .collect();
        if let (Some((count, at)), Some(key)) = (self.unmatched, stitch.keys.first()) {
            found.push(warn(KEY_UNKNOWN, *key, count, at));
        }
        found
    }
}

impl<'a> Stitcher<'a> {
    /// How rows are brought together.
    pub const fn stitch(&self) -> &'a Stitch {
        self.stitch
    }

    /// Without any row.
    pub fn new(stitch: &'a Stitch) -> Self {
        Self {
            stitch,
            kept: Batch::default(),
            known: HashMap::new(),
            alone: Batch::default(),
            fed: BTreeMap::new(),
        }
    }

    /// Takes rows.
    pub fn observe(&mut self, batch: &Batch) {
        if self.kept.columns.is_empty() {
            (self.kept, self.alone) = (batch.emptied(), batch.emptied());
        }
        for (row, at) in batch.rows.iter().enumerate() {
            let fed = self.fed.entry(at.file).or_default();
            *fed = fed.saturating_add(1);
            match name(batch, row, &self.stitch.keys) {
                Err(state) => {
                    self.alone.unmatched.insert(self.alone.len(), state);
                    self.alone.push_row(batch, row);
                }
                Ok(key) => self.enter(key, batch, row),
            }
        }
    }

    /// Enters a row with a key: as a repeat, or as a row of its own.
    fn enter(&mut self, mut key: Name, batch: &Batch, row: usize) {
        let is_part = match &self.stitch.segments {
            None => true,
            Some(Segments {
                part: Some(part), ..
            }) => match name(batch, row, &[*part]) {
                Ok(part) => {
                    key.extend(part);
                    true
                }
                Err(_) => false,
            },
            Some(_) => false,
        };
        let next = self.kept.len();
        let first = if is_part {
            *self.known.entry(key).or_insert(next)
        } else {
            next
        };
        if first == next {
            self.kept.push_row(batch, row);
            return;
        }
        for (mine, theirs) in self.kept.columns.iter_mut().zip(&batch.columns) {
            if let (before, Err(State::Contradictory)) =
                (mine.cell(first), agreed(mine.cell(first), theirs.cell(row)))
                && before != Err(State::Contradictory)
            {
                mine.blot(first, State::Contradictory);
            }
        }
        if let (Some(mine), Some(theirs)) = (self.kept.rows.get_mut(first), batch.rows.get(row)) {
            *mine = (*mine).min(*theirs);
        }
    }

    /// Adds the rows of another part of the source.
    pub fn merge(&mut self, other: &Self) {
        let mut fed = std::mem::take(&mut self.fed);
        for (file, rows) in &other.fed {
            let all = fed.entry(*file).or_default();
            *all = all.saturating_add(*rows);
        }
        self.observe(&other.kept);
        self.observe(&other.alone);
        self.fed = fed;
    }

    /// The events, in the order of their smallest row.
    pub fn finish(&self, sink: &mut dyn FnMut(&Batch)) -> Stitched {
        let mut stitched = Stitched::default();
        let mut events: Vec<(RowRef, Event)> = self.events();
        events.sort_unstable_by_key(|(at, _)| *at);
        let mut left = self.fed.clone();
        let mut batch = self.kept.emptied();
        for (at, event) in &events {
            if let Some(rows) = left.get_mut(&at.file) {
                *rows = rows.saturating_sub(1);
            }
            match event {
                Event::Alone(row) => {
                    if let Some(state) = self.alone.unmatched.get(row) {
                        batch.unmatched.insert(batch.len(), *state);
                    }
                    batch.push_row(&self.alone, *row);
                    enter(&mut stitched.unmatched, *at);
                }
                Event::Rows(rows) => self.push(rows, *at, &mut batch, &mut stitched),
            }
            if batch.len() == BATCH_ROWS {
                sink(&batch);
                batch.clear();
            }
        }
        if !batch.is_empty() {
            sink(&batch);
        }
        stitched.merged = left;
        stitched
    }

    fn events(&self) -> Vec<(RowRef, Event)> {
        let mut events: Vec<(RowRef, Event)> = Vec::new();
        let mut spread: HashMap<Name, usize> = HashMap::new();
        for (row, at) in self.kept.rows.iter().enumerate() {
            let key = name(&self.kept, row, &self.stitch.keys).ok();
            let known = key
                .filter(|_| self.stitch.is_spread())
                .map(|key| *spread.entry(key).or_insert(events.len()));
            match known.and_then(|known| events.get_mut(known)) {
                Some((first, Event::Rows(rows))) => {
                    *first = (*first).min(*at);
                    rows.push(row);
                }
                _ => events.push((*at, Event::Rows(vec![row]))),
            }
        }
        let alone = self.alone.rows.iter().enumerate();
        events.extend(alone.map(|(row, at)| (*at, Event::Alone(row))));
        events
    }

    /// Appends the event of some rows.
    fn push(&self, rows: &[usize], at: RowRef, batch: &mut Batch, stitched: &mut Stitched) {
        let pieces = Pieces::new(self, rows);
        let columns = self.kept.columns.iter().zip(&mut batch.columns);
        for (column, (mine, out)) in columns.enumerate() {
            let cell = match &self.stitch.segments {
                Some(segments) => {
                    let rule = segments.rules.get(column).copied();
                    pieces.merged(mine, rule.unwrap_or(Merging::Same))
                }
                None => pieces.same(mine),
            };
            if cell == Err(State::Contradictory) && !matches!(mine, ColumnData::Skipped) {
                let (count, first) = stitched.contradictions.entry(column).or_insert((0, at));
                *count = count.saturating_add(1);
                *first = (*first).min(at);
            }
            out.push_cell(cell);
        }
        batch.rows.push(at);
    }
}

/// What makes an event.
enum Event {
    /// A row without a readable key.
    Alone(usize),
    /// Rows of one key.
    Rows(Vec<usize>),
}

/// The name of a row: the cells of some columns; none as soon as one is not known.
fn name(batch: &Batch, row: usize, columns: &[usize]) -> Result<Name, State> {
    let cell = |column: &usize| {
        let column = batch.columns.get(*column);
        column.map_or(Err(State::Missing), |column| column.cell(row))
    };
    columns.iter().map(cell).collect()
}

fn enter(count: &mut Option<(u64, RowRef)>, at: RowRef) {
    let (count, first) = count.get_or_insert((0, at));
    *count = count.saturating_add(1);
    *first = (*first).min(at);
}

/// The rows of one event.
struct Pieces<'a> {
    rows: &'a [usize],
    /// Those at its ends, where there is a time.
    ends: Option<Ends>,
    /// Rows that may stand for another segment as well as repeat one.
    twins: Vec<usize>,
}

impl<'a> Pieces<'a> {
    fn new(stitcher: &Stitcher<'_>, rows: &'a [usize]) -> Self {
        let kept = &stitcher.kept;
        let segments = stitcher.stitch.segments.as_ref();
        let time = segments
            .and_then(|segments| segments.time)
            .and_then(|time| kept.columns.get(time));
        let sums = segments.is_some_and(|segments| segments.rules.contains(&Merging::Sum));
        Self {
            rows,
            ends: time.map(|time| Ends::new(time, rows)),
            twins: if sums && rows.len() > 1 {
                twins(kept, rows, segments.and_then(|segments| segments.part))
            } else {
                Vec::new()
            },
        }
    }

    fn cells<'b>(&'b self, column: &'b ColumnData) -> impl Iterator<Item = Cell> + 'b {
        self.rows.iter().map(|row| column.cell(*row))
    }

    fn same(&self, column: &ColumnData) -> Cell {
        all_same(self.cells(column))
    }

    fn merged(&self, column: &ColumnData, rule: Merging) -> Cell {
        match rule {
            Merging::Same => self.same(column),
            Merging::First | Merging::Last => self.end(column, rule),
            Merging::Any if self.cells(column).any(|cell| cell == Ok(1)) => Ok(1),
            Merging::Any => largest_doubt(self.cells(column)),
            Merging::Sum => {
                if self.twins.iter().any(|row| column.cell(*row) != Ok(0)) {
                    return Err(State::Contradictory);
                }
                largest_doubt(self.cells(column))?;
                // A sum of more than an `i64` is no value of a column, and read as none.
                self.cells(column).try_fold(0_i128, |sum, cell| {
                    sum.checked_add(cell?).ok_or(State::Unreadable)
                })
            }
            Merging::Max => {
                largest_doubt(self.cells(column))?;
                let cells = self.cells(column).filter_map(Cell::ok);
                cells.max().ok_or(State::Missing)
            }
        }
    }

    /// The cell of the earliest or latest row: of all those that may be it, which must agree.
    fn end(&self, column: &ColumnData, rule: Merging) -> Cell {
        let Some(ends) = &self.ends else {
            return self.same(column);
        };
        let rows = if rule == Merging::First {
            &ends.first
        } else {
            &ends.last
        };
        match (
            all_same(rows.iter().map(|row| column.cell(*row))),
            ends.doubt,
        ) {
            (Err(State::Contradictory), Some(doubt)) => Err(doubt),
            (cell, _) => cell,
        }
    }
}

fn all_same(mut cells: impl Iterator<Item = Cell>) -> Cell {
    let first = cells.next().unwrap_or(Err(State::Missing));
    cells.fold(first, agreed)
}

/// Nought if every cell is known, else the largest doubt.
fn largest_doubt(cells: impl Iterator<Item = Cell>) -> Cell {
    cells.filter_map(Cell::err).max().map_or(Ok(0), Err)
}

/// The rows that may be the earliest, and the latest.
struct Ends {
    first: Vec<usize>,
    last: Vec<usize>,
    /// Why some times are not known, where that is so.
    doubt: Option<State>,
}

impl Ends {
    fn new(time: &ColumnData, rows: &[usize]) -> Self {
        let known = || rows.iter().filter_map(|row| time.cell(*row).ok());
        let at = |when: Option<i128>| {
            let rows = rows.iter().copied();
            rows.filter(|row| time.cell(*row).ok().is_none_or(|time| Some(time) == when))
                .collect()
        };
        Self {
            first: at(known().min()),
            last: at(known().max()),
            doubt: rows.iter().filter_map(|row| time.cell(*row).err()).max(),
        }
    }
}

/// The rows that may be one segment exported twice, or two that look alike: those whose number is not known and, where
/// segments have no number, those that are equal in every cell.
fn twins(kept: &Batch, rows: &[usize], part: Option<usize>) -> Vec<usize> {
    if let Some(part) = part.and_then(|part| kept.columns.get(part)) {
        let nameless = rows.iter().copied();
        return nameless.filter(|row| part.cell(*row).is_err()).collect();
    }
    let whole = |row: usize| {
        let cells = kept.columns.iter().map(|column| column.cell(row));
        cells.collect::<Vec<Cell>>()
    };
    let mut sorted: Vec<(Vec<Cell>, usize)> = rows.iter().map(|row| (whole(*row), *row)).collect();
    sorted.sort_unstable();
    let pairs = sorted.iter().zip(sorted.iter().skip(1));
    pairs
        .filter(|((one, _), (two, _))| one == two)
        .map(|(_, (_, row))| *row)
        .collect()
}
