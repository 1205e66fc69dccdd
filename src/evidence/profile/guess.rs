//! What is found of a column: the type to propose, and what a person should look at.
//!
//! Invariant: of cells, only values of categories, words for yes and no, and values that mean nothing are here.

use super::personal::Trace;

/// What a column probably is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// Nothing is ever in it.
    Empty,
    /// It leads to persons.
    Personal(Vec<PersonalReason>),
    /// It identifies rows.
    Key,
    /// Yes or no.
    Boolean {
        /// Words for yes.
        yes: Vec<String>,
        /// Words for no.
        no: Vec<String>,
    },
    /// Days.
    Date(String),
    /// Instants.
    DateTime(String),
    /// Durations, or times of the day.
    Duration(String),
    /// Days or instants, of which nothing says whether the day or the month comes first.
    DayOrMonth(DayOrMonth),
    /// `HH:MM` or `mm:ss`: nothing tells.
    HoursOrMinutes,
    /// Instants that end with Z: universal time, or the town's time under a false Z.
    WhichClock(String),
    /// Whole numbers.
    Integer,
    /// How many cases a row stands for.
    Weight,
    /// One of a few values, most frequent first, with how often each stands.
    Category(Vec<(String, u64)>),
    /// Texts.
    Text,
}

/// Why a column is judged personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalReason {
    /// Its header says so.
    Header,
    /// So many cells look so.
    Cells(Trace, u64),
}

/// What is known of a column whose days could be months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOrMonth {
    /// The notation with the day first, and the one with the month first.
    pub candidates: [String; 2],
    /// Whether the notations hold a time.
    pub time: bool,
    /// Cells earlier than the one before, read each way.
    pub descents: [u64; 2],
    /// Cells on a weekend, read each way.
    pub weekends: [u64; 2],
    /// Columns (by position) written alike, whose days settle which way they are read.
    pub settled_by: Vec<(usize, String)>,
}

/// Why a value probably means that nothing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NothingReason {
    /// It has no letter and no digit, or is a word for nothing.
    Word,
    /// It is strangely frequent among values of its type.
    Frequent,
}

/// A value that probably means that nothing happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nothing {
    /// The value.
    pub value: String,
    /// How often it stands.
    pub count: u64,
    /// Why.
    pub reason: NothingReason,
}

/// What a person should look at in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnDoubt {
    /// Cells that the proposed type would not read.
    Misfits(u64),
    /// Cells that are no text in the encoding.
    Undecodable(u64),
    /// Another notation, and how many cells follow it and not the proposed one.
    OtherNotation(String, u64),
    /// Cells of a text column that lead to a person.
    Traces(Trace, u64),
    /// Values that differ only by case, accents or punctuation.
    Alike(String, String),
    /// A value that stands once among many rows.
    Rare(u64),
    /// Numbers with decimals.
    Decimals(u64),
    /// Whole numbers 0 and 1 alone.
    ZeroOne,
    /// Nearly every cell stands once: so many do not.
    NearlyUnique(u64),
    /// Its header reads like a time of the day.
    TimeOfDay,
    /// It may count the cases of a row.
    MayBeWeight,
    /// Free text may name persons.
    FreeText,
}

/// A judged column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What it probably is.
    pub guess: Guess,
    /// Values that probably mean nothing.
    pub nothing: Vec<Nothing>,
    /// What to look at.
    pub doubts: Vec<ColumnDoubt>,
    /// Its other notations, each with how many cells follow it and not the first.
    pub others: Vec<(String, u64)>,
    /// The notations by which it is read, by their positions.
    pub(super) readings: Vec<usize>,
}

impl Judged {
    pub(super) fn plain(guess: Guess) -> Self {
        Self {
            guess,
            nothing: Vec::new(),
            doubts: Vec::new(),
            others: Vec::new(),
            readings: Vec::new(),
        }
    }

    pub(super) fn doubting(guess: Guess, doubts: impl IntoIterator<Item = ColumnDoubt>) -> Self {
        Self {
            doubts: doubts.into_iter().collect(),
            ..Self::plain(guess)
        }
    }
}
