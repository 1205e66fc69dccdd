//! Conditions: a small closed tree over the values of a row, three-valued.
//!
//! Invariant: units on both sides of a comparison are equal; no text is compared at run time.

use super::truth::{Doubt, Truth};
use super::value::{Row, Term};
use std::cmp::Ordering;

/// What a comparison asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Equal.
    Is,
    /// Different.
    IsNot,
    /// Less than or equal.
    AtMost,
    /// Strictly less.
    LessThan,
    /// Greater than or equal.
    AtLeast,
    /// Strictly greater.
    MoreThan,
}

impl Comparison {
    /// Whether an ordering answers the question.
    pub const fn accepts(self, ordering: Ordering) -> bool {
        match self {
            Self::Is => ordering.is_eq(),
            Self::IsNot => ordering.is_ne(),
            Self::AtMost => ordering.is_le(),
            Self::LessThan => ordering.is_lt(),
            Self::AtLeast => ordering.is_ge(),
            Self::MoreThan => ordering.is_gt(),
        }
    }
}

/// What a value is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A value of the charter.
    Literal(i64),
    /// Another value of the row.
    Term(Term),
}

/// A condition over one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Every part holds (an empty list holds).
    All(Vec<Self>),
    /// At least one part holds (an empty list does not).
    Any(Vec<Self>),
    /// The part does not hold.
    Not(Box<Self>),
    /// A comparison.
    Compare {
        /// The value.
        left: Term,
        /// The question.
        comparison: Comparison,
        /// What it is compared with.
        right: Operand,
    },
    /// The value is one of a list.
    OneOf {
        /// The value.
        left: Term,
        /// The list.
        values: Vec<i64>,
    },
    /// Whether the value is filled in (derived: whether it can be computed). A reference that the charter does not give
    /// is one that is not filled in.
    Recorded {
        /// The value.
        left: Term,
        /// What is asked: filled in, or not.
        expected: bool,
    },
}

impl Condition {
    /// Whether it holds for a row.
    pub fn truth(&self, row: &Row<'_>) -> Truth {
        match self {
            Self::All(parts) => parts
                .iter()
                .fold(Truth::Yes, |truth, part| truth.and(part.truth(row))),
            Self::Any(parts) => parts
                .iter()
                .fold(Truth::No, |truth, part| truth.or(part.truth(row))),
            Self::Not(part) => part.truth(row).negate(),
            Self::Compare {
                left,
                comparison,
                right,
            } => {
                let right = match right {
                    Operand::Literal(value) => Ok(*value),
                    Operand::Term(term) => term.value(row),
                };
                match (left.value(row), right) {
                    (Ok(left), Ok(right)) => comparison.accepts(left.cmp(&right)).into(),
                    (Err(one), Err(two)) => Truth::Unknown(one.max(two)),
                    (Err(doubt), Ok(_)) | (Ok(_), Err(doubt)) => Truth::Unknown(doubt),
                }
            }
            Self::OneOf { left, values } => match left.value(row) {
                Ok(value) => values.contains(&value).into(),
                Err(doubt) => Truth::Unknown(doubt),
            },
            Self::Recorded { left, expected } => match left.value(row) {
                Ok(_) => (*expected).into(),
                Err(Doubt::NotRecorded | Doubt::NoReference) => (!*expected).into(),
                Err(doubt) => Truth::Unknown(doubt),
            },
        }
    }

    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::columns).collect(),
            Self::Not(part) => part.columns(),
            Self::Compare { left, right, .. } => {
                let mut columns = left.columns();
                if let Operand::Term(term) = right {
                    columns.extend(term.columns());
                }
                columns
            }
            Self::OneOf { left, .. } | Self::Recorded { left, .. } => left.columns(),
        }
    }
}
