//! Where a source says that the columns of its files are.
//!
//! Invariant: a layout has one place for each column of the schema, in its order.

use crate::evidence::schema::Schema;
use chrono::NaiveDate;

/// The line of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeaderRow {
    /// The first line with anything on it.
    #[default]
    First,
    /// This line, counted from 1; those above it are titles.
    Line(u64),
    /// The file has none: columns have a position.
    Absent,
}

/// Where the cells of a column are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Under a header; under two, the cells are read together with a blank between them.
    Headers(Vec<String>),
    /// At a position, counted from 1.
    Position(usize),
}

/// One way in which the columns of a source stand in its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The line of the header.
    pub header_row: HeaderRow,
    /// Where each column is.
    pub places: Vec<Place>,
    /// The first day that its rows speak of.
    pub from: Option<NaiveDate>,
    /// The last day that its rows speak of.
    pub until: Option<NaiveDate>,
}

impl Layout {
    /// Every column under its own header, on the first line.
    pub fn plain(schema: &Schema) -> Self {
        let place = |header: &String| Place::Headers(vec![header.clone()]);
        let columns = schema.columns.iter();
        Self {
            header_row: HeaderRow::First,
            places: columns.map(|column| place(&column.header)).collect(),
            from: None,
            until: None,
        }
    }
}
