//! What a source declares of its files: dialect, columns, types.
//!
//! Invariant: a schema is checked when the charter is read; readers trust it.

pub use super::encoding::Encoding;
use super::format::{DateFormat, DateTimeFormat, DurationFormat};
use super::normal::Normal;
pub use super::number::{Groups, Numerals};

/// How the bytes of a CSV file are cut into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// The byte between two cells.
    pub delimiter: u8,
    /// The byte around a quoted cell; doubled inside it.
    pub quote: u8,
    /// The encoding of the text.
    pub encoding: Encoding,
}

/// A declared column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name that rules use.
    pub name: String,
    /// The header in the file.
    pub header: String,
    /// The type of its cells.
    pub kind: Kind,
    /// Cell texts that mean "not recorded", besides the empty one.
    pub nothing: Vec<String>,
    /// How its numbers are written.
    pub numerals: Numerals,
}

/// The declared type of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A day.
    Date(DateFormat),
    /// A local instant.
    DateTime(DateTimeFormat),
    /// A duration.
    Duration(DurationFormat),
    /// A whole number.
    Integer,
    /// One of the declared values.
    Category(Vocabulary),
    /// Yes or no, by declared words (compared exactly, after trimming).
    Boolean {
        /// Words for yes.
        yes: Vec<String>,
        /// Words for no.
        no: Vec<String>,
    },
    /// Free text of which only the presence is kept.
    Text,
    /// How many cases the row stands for (whole, not negative).
    Weight,
    /// Skipped as bytes.
    Personal,
    /// An identifier, kept as a keyed digest of its one form.
    Key(Normal),
}

/// The values of a category and the words that stand for them in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// What the category speaks of.
    pub subject: Subject,
    /// The values, in the order of declaration; a cell holds an index into them.
    pub values: Vec<String>,
    /// Word in the file, index of its value.
    pub words: Vec<(String, u32)>,
}

/// What the values of a category are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// Values of the source's own.
    #[default]
    Own,
    /// Ids of the charter's services.
    Services,
    /// Ids of the charter's sites.
    Sites,
}

/// The declared columns of a source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Schema {
    /// In the order of declaration.
    pub columns: Vec<Column>,
}

impl Schema {
    /// The position of a column, by its name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}
