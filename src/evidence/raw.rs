//! A cell before its column's type is applied, and rows of such cells.
//!
//! Invariant: a raw cell says what the file says and no more; numbers are exact decimal texts, instants whole seconds.

#[cfg(test)]
mod tests;

use super::batch::{Cells, ColumnData, State};
use super::cell::{decode, decode_with};
use super::fault::FileFault;
use super::key::KeyRing;
use super::schema::{Column, Kind, Numerals};
use std::ops::Range;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// `NaiveDate::num_days_from_ce` of 1970-01-01.
const EPOCH_DAYS: i64 = 719_163;

/// A cell before its column's type is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raw<'a> {
    /// Nothing is recorded.
    Empty,
    /// Text as it stands, the blanks around it included.
    Text(&'a str),
    /// Bytes that are no text in the declared encoding.
    Undecodable,
    /// A typed number as its shortest exact decimal text, such as `12`, `-0.5` or `1584950400.123`.
    Number(&'a str),
    /// A typed local instant, in seconds since 1970-01-01 00:00; a day alone is its midnight.
    Instant(i64),
    /// A typed time of day, or a duration, in seconds.
    Span(i64),
    /// A typed yes or no.
    Boolean(bool),
    /// A value that the file itself calls an error, or one that no column can hold.
    Error,
}

/// Rows of cells that other readers than that of CSV files hand over.
pub trait Rows {
    /// Reads the next row; false at the end.
    fn next(&mut self, row: &mut Row) -> Result<bool, FileFault>;
}

/// A row whose memory is used again for the next one.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, or its row in the sheet, counted from 1.
    pub line: u64,
    text: String,
    cells: Vec<Kept>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    Text(Range<usize>),
    Number(Range<usize>),
    Other(Raw<'static>),
}

impl Row {
    /// An empty row on a line.
    pub fn begin(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.cells.clear();
    }

    /// Appends a cell.
    pub fn push(&mut self, cell: Raw<'_>) {
        let start = self.text.len();
        let kept = match cell {
            Raw::Text(text) => {
                self.text.push_str(text);
                Kept::Text(start..self.text.len())
            }
            Raw::Number(text) => {
                self.text.push_str(text);
                Kept::Number(start..self.text.len())
            }
            Raw::Empty => Kept::Other(Raw::Empty),
            Raw::Undecodable => Kept::Other(Raw::Undecodable),
            Raw::Instant(seconds) => Kept::Other(Raw::Instant(seconds)),
            Raw::Span(seconds) => Kept::Other(Raw::Span(seconds)),
            Raw::Boolean(value) => Kept::Other(Raw::Boolean(value)),
            Raw::Error => Kept::Other(Raw::Error),
        };
        self.cells.push(kept);
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing is recorded in it.
    pub fn is_empty(&self) -> bool {
        let is_blank = |index| match self.get(index) {
            Raw::Empty => true,
            Raw::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        (0..self.len()).all(is_blank)
    }

    /// A cell; one beyond the end is empty.
    pub fn get(&self, index: usize) -> Raw<'_> {
        let text = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default();
        match self.cells.get(index) {
            None => Raw::Empty,
            Some(Kept::Text(range)) => Raw::Text(text(range)),
            Some(Kept::Number(range)) => Raw::Number(text(range)),
            Some(Kept::Other(raw)) => *raw,
        }
    }
}

/// Adds a cell to a column made for the same declaration by [`cells_of`](super::cell::cells_of), and says what is known
/// of it. A typed instant is a day or an instant whatever the notation of the column, which is for texts.
pub(super) fn decode_raw(
    raw: Raw<'_>,
    column: &Column,
    keys: &KeyRing,
    data: &mut ColumnData,
) -> State {
    match raw {
        Raw::Empty => unknown(data, State::Missing),
        Raw::Undecodable | Raw::Error => unknown(data, State::Unreadable),
        Raw::Text(text) => decode(text, column, keys, data),
        // A number that follows the notation of a day, such as 20260330, is that day.
        Raw::Number(text) => decode_with(text, Numerals::TYPED, column, keys, data),
        Raw::Boolean(value) => boolean(value, column, keys, data),
        Raw::Instant(seconds) => instant(seconds, column, data),
        Raw::Span(seconds) => span(seconds, column, data),
    }
}

fn unknown(data: &mut ColumnData, state: State) -> State {
    data.push_unknown(state);
    state
}

fn known<T: Copy + Default>(cells: &mut Cells<T>, value: T) -> State {
    cells.push(value);
    State::Known
}

/// A typed yes or no is what the declared words make of `true` and `false`, which a French spreadsheet shows as `VRAI` and
/// `FAUX`; where none of those is among them, the words are those of texts, and it stands for itself.
fn boolean(value: bool, column: &Column, keys: &KeyRing, data: &mut ColumnData) -> State {
    let (Kind::Boolean { yes, no }, ColumnData::Boolean(cells)) = (&column.kind, &mut *data) else {
        return decode(if value { "true" } else { "false" }, column, keys, data);
    };
    let says = |words: &[String], value: bool| {
        let names = if value {
            ["true", "vrai"]
        } else {
            ["false", "faux"]
        };
        words
            .iter()
            .any(|word| names.contains(&word.trim().to_lowercase().as_str()))
    };
    if says(&column.nothing, value) {
        cells.push_unknown(State::Missing);
        return State::Missing;
    }
    let declared = [yes, no]
        .iter()
        .any(|words| says(words, true) || says(words, false));
    match (says(yes, value), says(no, value)) {
        _ if !declared => known(cells, value),
        (true, false) => known(cells, true),
        (false, true) => known(cells, false),
        _ => {
            cells.push_unknown(State::Unreadable);
            State::Unreadable
        }
    }
}

fn instant(seconds: i64, column: &Column, data: &mut ColumnData) -> State {
    let mut nothing = column.nothing.iter();
    match (&column.kind, data) {
        (Kind::Date(format), ColumnData::Date(cells)) => {
            let day = i32::try_from(seconds.div_euclid(DAY) + EPOCH_DAYS);
            match day {
                Ok(day) if nothing.any(|word| format.read(word) == Some(day)) => {
                    cells.push_unknown(State::Missing);
                    State::Missing
                }
                Ok(day) => known(cells, day),
                Err(_) => {
                    cells.push_unknown(State::Unreadable);
                    State::Unreadable
                }
            }
        }
        (Kind::DateTime(format), ColumnData::Instant(cells)) => {
            let local = format.local(seconds);
            if nothing.any(|word| format.read(word) == Some(local)) {
                cells.push_unknown(State::Missing);
                return State::Missing;
            }
            known(cells, local)
        }
        (Kind::Text, ColumnData::Text(cells)) => known(cells, ()),
        (_, data) => unknown(data, State::Unreadable),
    }
}

fn span(seconds: i64, column: &Column, data: &mut ColumnData) -> State {
    let says_nothing = |word: &String| clock(word) == Some(seconds);
    match data {
        data if column.nothing.iter().any(says_nothing) => unknown(data, State::Missing),
        ColumnData::Seconds(cells) if seconds >= 0 => known(cells, seconds),
        ColumnData::Text(cells) => known(cells, ()),
        data => unknown(data, State::Unreadable),
    }
}

/// The seconds of `h:mm` or `h:mm:ss`, as spreadsheets show a time of day.
fn clock(text: &str) -> Option<i64> {
    let mut parts = text.trim().split(':');
    let mut number = |most: i64| {
        let part = parts.next()?;
        let digits =
            !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
        let number: i64 = part.parse().ok().filter(|_| digits)?;
        (number < most).then_some(number)
    };
    let (hours, minutes) = (number(1_000_000)?, number(60)?);
    let seconds = number(60);
    (seconds.is_some() || text.matches(':').count() == 1)
        .then(|| hours * 3_600 + minutes * 60 + seconds.unwrap_or(0))
}

/// A cell made of two that stand apart, such as a day and an hour: texts with a blank between them, or a typed day and a
/// typed time of day. Nothing recorded in either is nothing recorded.
pub(super) fn joined<'s>(first: Raw<'_>, second: Raw<'_>, spare: &'s mut String) -> Raw<'s> {
    match (first, second) {
        (Raw::Undecodable | Raw::Error, _) | (_, Raw::Undecodable | Raw::Error) => Raw::Error,
        (Raw::Empty, _) | (_, Raw::Empty) => Raw::Empty,
        (Raw::Text(one) | Raw::Number(one), Raw::Text(two) | Raw::Number(two)) => {
            let (one, two) = (super::cell::trim(one), super::cell::trim(two));
            if one.is_empty() || two.is_empty() {
                return Raw::Empty;
            }
            spare.clear();
            spare.push_str(one);
            spare.push(' ');
            spare.push_str(two);
            Raw::Text(spare)
        }
        (Raw::Instant(day), Raw::Span(time))
            if day.rem_euclid(DAY) == 0 && (0..DAY).contains(&time) =>
        {
            Raw::Instant(day.saturating_add(time))
        }
        _ => Raw::Error,
    }
}
