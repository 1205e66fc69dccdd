//! The letters of a notation, cut into parts, and the numbers of a text that follows it.
//!
//! Invariant: a notation names each unit at most once, and its parts cover it entirely.

use crate::diagnostic::{Code, Diagnostic};

/// A declared notation uses a letter that is neither a unit nor a separator.
pub const FORMAT_LETTER_UNKNOWN: Code = Code::new("evidence-format-letter-unknown");
/// A declared notation names a unit twice.
pub const FORMAT_UNIT_REPEATED: Code = Code::new("evidence-format-unit-repeated");
/// A declared notation lacks a unit.
pub const FORMAT_INCOMPLETE: Code = Code::new("evidence-format-incomplete");
/// A date column is declared with a notation that holds a time.
pub const FORMAT_TIME_IN_DATE: Code = Code::new("evidence-format-time-in-date");
/// A duration column is declared with a notation that holds a day.
pub const FORMAT_DATE_IN_DURATION: Code = Code::new("evidence-format-date-in-duration");

/// Why a notation is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatFault {
    /// A character that is neither a unit nor a separator: a unit letter on its own, or a digit.
    UnknownLetter(char),
    /// A unit stands twice.
    Repeated,
    /// A unit is missing, or the units of a duration are not in order.
    Incomplete,
    /// A day is asked for and the notation holds a time.
    TimeInDate,
    /// A duration is asked for and the notation holds a day, month or year.
    DateInDuration,
}

impl FormatFault {
    /// The diagnostic, for the reader of the charter to place on the notation.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            Self::UnknownLetter(letter) => {
                Diagnostic::error(FORMAT_LETTER_UNKNOWN).arg("letter", letter.to_string())
            }
            Self::Repeated => Diagnostic::error(FORMAT_UNIT_REPEATED),
            Self::Incomplete => Diagnostic::error(FORMAT_INCOMPLETE),
            Self::TimeInDate => Diagnostic::error(FORMAT_TIME_IN_DATE),
            Self::DateInDuration => Diagnostic::error(FORMAT_DATE_IN_DURATION),
        }
    }
}

/// What a number of a notation counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Month,
    Year,
    ShortYear,
    Hour,
    Minute,
    Second,
}

impl Unit {
    pub(super) const fn is_time(self) -> bool {
        matches!(self, Self::Hour | Self::Minute | Self::Second)
    }

    /// Seconds in one unit of a duration.
    pub(super) const fn seconds(self) -> i64 {
        match self {
            Self::Hour => 3_600,
            Self::Minute => 60,
            Self::Day | Self::Month | Self::Year | Self::ShortYear | Self::Second => 1,
        }
    }
}

/// A piece of a notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A number of at least and at most so many digits.
    Number {
        unit: Unit,
        least: usize,
        most: usize,
    },
    /// A character that stands for itself.
    Literal(char),
}

/// The pieces of a notation, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notation(Vec<Part>);

/// The numbers read from a text, by unit.
#[derive(Debug, Default)]
pub(super) struct Fields([Option<i64>; 7]);

impl Fields {
    pub(super) fn get(&self, unit: Unit) -> Option<i64> {
        self.0.get(unit as usize).copied().flatten()
    }

    fn set(&mut self, unit: Unit, value: i64) {
        if let Some(slot) = self.0.get_mut(unit as usize) {
            *slot = Some(value);
        }
    }
}

impl Notation {
    /// Cuts a notation into parts. In a duration `mm` always counts minutes, and the first number may be long.
    pub(super) fn parse(notation: &str, duration: bool) -> Result<Self, FormatFault> {
        let mut units: Vec<Unit> = Vec::new();
        let mut parts = Vec::new();
        let mut rest = notation;
        while let Some(first) = rest.chars().next() {
            let Some((letters, unit)) = token(rest, &units, duration) else {
                if first.is_ascii_digit() || "djmyas".contains(first.to_ascii_lowercase()) {
                    return Err(FormatFault::UnknownLetter(first));
                }
                parts.push(Part::Literal(first));
                rest = rest.strip_prefix(first).unwrap_or_default();
                continue;
            };
            let clash = units
                .iter()
                .any(|other| *other == unit || (is_year(*other) && is_year(unit)));
            if clash {
                return Err(FormatFault::Repeated);
            }
            let leads = duration && units.is_empty();
            units.push(unit);
            let (least, most) = match unit {
                Unit::Year => (4, 4),
                Unit::Hour if leads => (1, 6),
                Unit::Minute if leads => (2, 6),
                Unit::Day | Unit::Month | Unit::Hour => (1, 2),
                Unit::ShortYear | Unit::Minute | Unit::Second => (2, 2),
            };
            parts.push(Part::Number { unit, least, most });
            rest = rest.get(letters..).unwrap_or_default();
        }
        // Without a separator between them, two numbers must be written in full to be told apart.
        let numbers: Vec<bool> = parts
            .iter()
            .map(|part| matches!(part, Part::Number { .. }))
            .collect();
        for (rank, part) in parts.iter_mut().enumerate() {
            let is_number = |rank: Option<usize>| {
                rank.and_then(|rank| numbers.get(rank))
                    .is_some_and(|is| *is)
            };
            let glued = is_number(rank.checked_sub(1)) || is_number(rank.checked_add(1));
            if let (true, Part::Number { unit, least, most }) = (glued, part) {
                let width = if *unit == Unit::Year { 4 } else { 2 };
                (*least, *most) = (width, width);
            }
        }
        Ok(Self(parts))
    }

    /// The units that the notation names, in order.
    pub(super) fn units(&self) -> impl Iterator<Item = Unit> {
        self.0.iter().filter_map(|part| match part {
            Part::Number { unit, .. } => Some(*unit),
            Part::Literal(_) => None,
        })
    }

    /// The numbers of a text that follows the notation to its end.
    pub(super) fn read(&self, text: &str) -> Option<Fields> {
        let mut fields = Fields::default();
        let mut rest = text;
        for part in &self.0 {
            match *part {
                Part::Literal(literal) => rest = rest.strip_prefix(literal)?,
                Part::Number { unit, least, most } => {
                    let count = rest
                        .bytes()
                        .take(most)
                        .take_while(u8::is_ascii_digit)
                        .count();
                    if count < least {
                        return None;
                    }
                    let (number, tail) = rest.split_at_checked(count)?;
                    fields.set(unit, number.parse().ok()?);
                    rest = tail;
                }
            }
        }
        rest.is_empty().then_some(fields)
    }
}

const fn is_year(unit: Unit) -> bool {
    matches!(unit, Unit::Year | Unit::ShortYear)
}

/// The unit at the head of a notation, and how many letters write it. Its letters are all of one case, so that the
/// middle letter of `HHhMM` is a separator.
fn token(rest: &str, before: &[Unit], duration: bool) -> Option<(usize, Unit)> {
    let first = rest.chars().next()?;
    let run = rest
        .chars()
        .take(4)
        .take_while(|letter| *letter == first)
        .count();
    let minutes = duration || (before.contains(&Unit::Hour) && !before.contains(&Unit::Minute));
    match (first.to_ascii_lowercase(), run) {
        ('y' | 'a', 4) => Some((4, Unit::Year)),
        ('y' | 'a', 2..) => Some((2, Unit::ShortYear)),
        ('d' | 'j', 2..) => Some((2, Unit::Day)),
        ('m', 2..) if minutes => Some((2, Unit::Minute)),
        ('m', 2..) => Some((2, Unit::Month)),
        ('h', 2..) => Some((2, Unit::Hour)),
        ('s', 2..) => Some((2, Unit::Second)),
        _ => None,
    }
}
