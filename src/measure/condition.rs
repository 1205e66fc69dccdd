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
                    Operand::Literal(value) => Ok((*value, *value)),
                    Operand::Term(term) => term.span(row),
                };
                match (left.span(row), right) {
                    (Ok(left), Ok(right)) => compare(left, *comparison, right),
                    (Err(one), Err(two)) => Truth::Unknown(one.max(two)),
                    (Err(doubt), Ok(_)) | (Ok(_), Err(doubt)) => Truth::Unknown(doubt),
                }
            }
            Self::OneOf { left, values } => match left.span(row) {
                Ok((low, high)) if low == high => values.contains(&low).into(),
                Ok((low, high)) if values.iter().all(|value| *value < low || high < *value) => {
                    Truth::No
                }
                Ok(_) => Truth::Unknown(Doubt::NotRecorded),
                Err(doubt) => Truth::Unknown(doubt),
            },
            Self::Recorded { left, expected } => match left.value(row) {
                Ok(_) => (*expected).into(),
                Err(Doubt::NotRecorded | Doubt::NoReference) => (!*expected).into(),
                Err(doubt) => Truth::Unknown(doubt),
            },
        }
    }

    /// The values of a row that it compares.
    pub fn terms(&self) -> Vec<&Term> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::terms).collect(),
            Self::Not(part) => part.terms(),
            Self::Compare { left, right, .. } => match right {
                Operand::Term(right) => vec![left, right],
                Operand::Literal(_) => vec![left],
            },
            Self::OneOf { left, .. } | Self::Recorded { left, .. } => vec![left],
        }
    }

    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        self.terms().into_iter().flat_map(Term::columns).collect()
    }
}

/// Compares two values that are known to lie between two bounds each.
fn compare(left: (i64, i64), comparison: Comparison, right: (i64, i64)) -> Truth {
    let all = |accepted: &[bool]| {
        if accepted.iter().all(|accepted| *accepted) {
            Truth::Yes
        } else if accepted.iter().any(|accepted| *accepted) {
            Truth::Unknown(Doubt::NotRecorded)
        } else {
            Truth::No
        }
    };
    match comparison {
        Comparison::IsNot => compare(left, Comparison::Is, right).negate(),
        Comparison::Is if left.1 < right.0 || right.1 < left.0 => Truth::No,
        Comparison::Is => {
            let exact = left.0 == left.1 && right.0 == right.1;
            all(&[exact, true])
        }
        // The order of the ends decides for all values between them.
        Comparison::AtMost | Comparison::LessThan | Comparison::AtLeast | Comparison::MoreThan => {
            all(&[
                comparison.accepts(left.0.cmp(&right.1)),
                comparison.accepts(left.1.cmp(&right.0)),
            ])
        }
    }
}
