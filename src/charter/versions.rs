//! The column of a register that tells the versions of the support apart.
//!
//! Invariant: its values are exactly the declared versions, and each of its rows has a day.

use super::document::Node;
use super::fault::{SUPPORT_NOT_READ, TIME_NEEDED, UNKNOWN_SUPPORT};
use super::shape::unknown;
use super::source::{Source, position};
use super::support::{Support, measured};
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::Kind;
use crate::measure::support::Versions;

/// The versions that a column of a register tells apart.
pub(super) fn read(
    at: &Node,
    register: &Source,
    supports: &[Support],
    faults: &mut Vec<Diagnostic>,
) -> Option<Versions> {
    if register.time.is_none() {
        let fault = Diagnostic::error(TIME_NEEDED).arg("source", &register.id);
        faults.push(fault.at(at.place()));
    }
    let column = position(at, &register.schema, &["category"], faults)?;
    let kind = register
        .schema
        .columns
        .get(column)
        .map(|column| &column.kind);
    let Some(Kind::Category(vocabulary)) = kind else {
        return None;
    };
    let mut of_value = Vec::new();
    for value in &vocabulary.values {
        let position = supports.iter().position(|support| support.id == *value);
        if position.is_none() {
            let known = supports.iter().map(|support| support.id.as_str());
            let fault = unknown(UNKNOWN_SUPPORT, "support", value, known);
            faults.push(fault.arg("source", &register.id).at(at.place()));
        }
        of_value.extend(position);
    }
    for (_, support) in supports
        .iter()
        .enumerate()
        .filter(|(rank, _)| !of_value.contains(rank))
    {
        let fault = Diagnostic::error(SUPPORT_NOT_READ).arg("support", &support.id);
        faults.push(fault.arg("source", &register.id).at(at.place()));
    }
    (of_value.len() == vocabulary.values.len()).then(|| Versions {
        column,
        of_value,
        supports: supports.iter().map(measured).collect(),
    })
}
