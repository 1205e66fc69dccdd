//! Conditions as the charter writes them → the closed tree that rows are judged with.
//!
//! Invariant: a condition that is returned names existing columns, values and comparisons of the right unit.

use super::decode::{duration, looks_like_duration};
use super::document::{Entry, Node, Value};
use super::fault::{
    COMPARISON_OF_TYPE, CONDITION_EMPTY, CONDITION_TABLE, OPERAND_UNIT, UNKNOWN_KEY, UNKNOWN_NAME,
    UNKNOWN_VALUE,
};
use super::shape::unknown;
use super::source::{Named, Source};
use crate::diagnostic::Diagnostic;
use crate::measure::condition::{Comparison, Condition, Operand};
use crate::measure::value::Unit;
use chrono::Datelike;

/// The comparisons, by key.
pub(super) const COMPARISONS: [(&str, Comparison); 6] = [
    ("is", Comparison::Is),
    ("is_not", Comparison::IsNot),
    ("at_most", Comparison::AtMost),
    ("less_than", Comparison::LessThan),
    ("at_least", Comparison::AtLeast),
    ("more_than", Comparison::MoreThan),
];

/// The word under which the catalogue names a unit.
pub(super) const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::WorkingDays => "working-days",
        Unit::CalendarDays => "calendar-days",
        Unit::Seconds => "duration",
        Unit::Count => "integer",
        Unit::Date => "date",
        Unit::Instant => "datetime",
        Unit::Category => "category",
        Unit::Boolean => "boolean",
        Unit::Presence => "presence",
    }
}

/// Reads a condition over the rows of a source.
pub(super) fn read(
    node: &Node,
    source: &Source,
    faults: &mut Vec<Diagnostic>,
) -> Option<Condition> {
    let Value::Table(entries) = &node.value else {
        if node.value != Value::Broken {
            faults.push(Diagnostic::error(CONDITION_TABLE).at(node.place()));
        }
        return None;
    };
    if entries.is_empty() {
        faults.push(Diagnostic::error(CONDITION_EMPTY).at(node.place()));
        return None;
    }
    let parts: Vec<Option<Condition>> = entries
        .iter()
        .map(|entry| part(entry, source, faults))
        .collect();
    let mut parts: Vec<Condition> = parts.into_iter().collect::<Option<_>>()?;
    if parts.len() == 1 {
        return parts.pop();
    }
    Some(Condition::All(parts))
}

fn part(entry: &Entry, source: &Source, faults: &mut Vec<Diagnostic>) -> Option<Condition> {
    match entry.key.as_str() {
        "all" => list(&entry.node, source, faults).map(Condition::All),
        "any" => list(&entry.node, source, faults).map(Condition::Any),
        "not" => read(&entry.node, source, faults).map(|part| Condition::Not(Box::new(part))),
        name => match source.named(name) {
            Some(named) => tests(&named, &entry.node, source, faults),
            None => {
                let known = source.names();
                let fault = unknown(UNKNOWN_NAME, "name", name, known.into_iter());
                faults.push(fault.arg("source", &source.id).at(entry.place()));
                None
            }
        },
    }
}

fn list(node: &Node, source: &Source, faults: &mut Vec<Diagnostic>) -> Option<Vec<Condition>> {
    if node.items().is_empty() {
        faults.push(Diagnostic::error(CONDITION_EMPTY).at(node.place()));
        return None;
    }
    let parts: Vec<Option<Condition>> = node
        .items()
        .iter()
        .map(|item| read(item, source, faults))
        .collect();
    parts.into_iter().collect()
}

/// What is asked of one name.
fn tests(
    named: &Named<'_>,
    node: &Node,
    source: &Source,
    faults: &mut Vec<Diagnostic>,
) -> Option<Condition> {
    match &node.value {
        Value::Table(entries) if entries.is_empty() => {
            faults.push(Diagnostic::error(CONDITION_EMPTY).at(node.place()));
            None
        }
        Value::Table(entries) => {
            let parts: Vec<Option<Condition>> = entries
                .iter()
                .map(|entry| test(named, entry, source, faults))
                .collect();
            let mut parts: Vec<Condition> = parts.into_iter().collect::<Option<_>>()?;
            if parts.len() == 1 {
                parts.pop()
            } else {
                Some(Condition::All(parts))
            }
        }
        Value::List(_) => one_of(named, node, faults),
        _ => compare(named, Comparison::Is, node, source, faults),
    }
}

fn test(
    named: &Named<'_>,
    entry: &Entry,
    source: &Source,
    faults: &mut Vec<Diagnostic>,
) -> Option<Condition> {
    if entry.key == "recorded" {
        let expected = literal(named, &entry.node, Unit::Boolean, faults)? == 1;
        let left = named.term.clone();
        return Some(Condition::Recorded { left, expected });
    }
    if entry.key == "one_of" {
        return one_of(named, &entry.node, faults);
    }
    match COMPARISONS.iter().find(|(key, _)| *key == entry.key) {
        Some((_, comparison)) => compare(named, *comparison, &entry.node, source, faults),
        None => {
            let known = COMPARISONS
                .iter()
                .map(|(key, _)| *key)
                .chain(["one_of", "recorded"]);
            faults.push(unknown(UNKNOWN_KEY, "key", &entry.key, known).at(entry.place()));
            None
        }
    }
}

/// Whether values of a unit have an order that means something.
const fn ordered(unit: Unit) -> bool {
    !matches!(unit, Unit::Category | Unit::Boolean | Unit::Presence)
}

fn compare(
    named: &Named<'_>,
    comparison: Comparison,
    node: &Node,
    source: &Source,
    faults: &mut Vec<Diagnostic>,
) -> Option<Condition> {
    let equality = matches!(comparison, Comparison::Is | Comparison::IsNot);
    if named.unit == Unit::Presence || (!equality && !ordered(named.unit)) {
        let fault = Diagnostic::error(COMPARISON_OF_TYPE).arg("unit", unit_name(named.unit));
        faults.push(fault.at(node.place()));
        return None;
    }
    let right = match other(named, node, source, faults)? {
        Some(operand) => operand,
        None => Operand::Literal(literal(named, node, named.unit, faults)?),
    };
    Some(Condition::Compare {
        left: named.term.clone(),
        comparison,
        right,
    })
}

/// Another value of the row, if the text names one. The outer option is none when a fault was reported.
#[expect(
    clippy::option_option,
    reason = "a fault, a literal, or another value: three answers"
)]
fn other(
    named: &Named<'_>,
    node: &Node,
    source: &Source,
    faults: &mut Vec<Diagnostic>,
) -> Option<Option<Operand>> {
    let Some(text) = node.text() else {
        return Some(None);
    };
    if !ordered(named.unit) || (named.unit == Unit::Seconds && looks_like_duration(text)) {
        return Some(None);
    }
    match source.named(text) {
        Some(other) if other.unit == named.unit => Some(Some(Operand::Term(other.term))),
        Some(other) => {
            faults.push(
                Diagnostic::error(OPERAND_UNIT)
                    .arg("expected", unit_name(named.unit))
                    .arg("found", unit_name(other.unit))
                    .at(node.place()),
            );
            None
        }
        None => {
            let known: Vec<&str> = source.names();
            let same = known.into_iter().filter(|name| {
                source
                    .named(name)
                    .is_some_and(|other| other.unit == named.unit)
            });
            let fault = unknown(UNKNOWN_NAME, "name", text, same);
            faults.push(fault.arg("source", &source.id).at(node.place()));
            None
        }
    }
}

fn one_of(named: &Named<'_>, node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Condition> {
    if node.items().is_empty() {
        faults.push(Diagnostic::error(CONDITION_EMPTY).at(node.place()));
        return None;
    }
    let values: Vec<Option<i64>> = node
        .items()
        .iter()
        .map(|item| literal(named, item, named.unit, faults))
        .collect();
    Some(Condition::OneOf {
        left: named.term.clone(),
        values: values.into_iter().collect::<Option<_>>()?,
    })
}

/// A value of the charter as an integer of a unit.
pub(super) fn literal(
    named: &Named<'_>,
    node: &Node,
    unit: Unit,
    faults: &mut Vec<Diagnostic>,
) -> Option<i64> {
    match (unit, &node.value) {
        (_, Value::Broken) => None,
        (Unit::WorkingDays | Unit::CalendarDays | Unit::Count, Value::Integer(number)) => {
            Some(*number)
        }
        (Unit::Boolean, Value::Boolean(known)) => Some(i64::from(*known)),
        (Unit::Date, Value::Date(date)) => Some(i64::from(date.num_days_from_ce())),
        (Unit::Seconds, Value::Text(text)) => duration(text, node, faults),
        (Unit::Category, Value::Text(text)) => {
            let values = named
                .vocabulary
                .map_or(&[][..], |vocabulary| &vocabulary.values);
            let position = values.iter().position(|value| value == text);
            if position.is_none() {
                let known = values.iter().map(String::as_str);
                faults.push(unknown(UNKNOWN_VALUE, "value", text, known).at(node.place()));
            }
            i64::try_from(position?).ok()
        }
        _ => {
            faults.push(
                Diagnostic::error(OPERAND_UNIT)
                    .arg("expected", unit_name(unit))
                    .arg("found", "other")
                    .at(node.place()),
            );
            None
        }
    }
}
