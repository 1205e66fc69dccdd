//! On which days a dated source is expected to have rows, and why silence is ordinary where it is.
//!
//! Invariant: a complete log is protected from a forgotten export unless the charter says that its silence is ordinary.

use super::decode::Decision;
use super::document::Node;
use super::fault::{ATTESTATION_LAPSES, EXPECTED_OF_LOG};
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::{Kind, Schema, Subject};
use crate::measure::silence::Pace;
use crate::measure::target::Proof;

/// What the days without a row mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpectedDays {
    /// They may hide rows that were not exported.
    Counted {
        /// How often rows are expected.
        pace: Pace,
        /// The sites that the source names: a day counts when one of them is open. Where it names none, the working days
        /// count.
        sites: Vec<u32>,
    },
    /// Silence is ordinary.
    Irregular {
        /// Why, where it is said.
        reason: Option<String>,
        /// Who decided it.
        decision: Option<Decision>,
    },
    /// The source is a state or a draw: it has no expected days.
    None,
}

/// Reads what a source says of its days.
pub(super) fn read(
    node: &Node,
    schema: &Schema,
    dated: bool,
    proof: &Proof,
    faults: &mut Vec<Diagnostic>,
) -> ExpectedDays {
    let at = node.get("rows_expected");
    if !dated || *proof != Proof::Census {
        if at.is_some() {
            let why = if dated { "draw" } else { "state" };
            let fault = Diagnostic::error(EXPECTED_OF_LOG).arg("why", why);
            faults.push(fault.at(node.place_of_key("rows_expected")));
        }
        return ExpectedDays::None;
    }
    if let Some(irregular) = at.and_then(|at| at.get("irregular")) {
        return ExpectedDays::Irregular {
            reason: irregular.string("reason"),
            decision: irregular.decision(),
        };
    }
    let pace = match at.and_then(Node::text) {
        Some("every-open-day") => Pace::EveryOpenDay,
        Some(_) => Pace::EveryWeek,
        // What may be empty may be silent.
        None if node.flag("may_be_empty") => {
            return ExpectedDays::Irregular {
                reason: None,
                decision: None,
            };
        }
        None => Pace::EveryWeek,
    };
    ExpectedDays::Counted {
        pace,
        sites: sites(schema),
    }
}

/// The sites that the words of a column stand for.
fn sites(schema: &Schema) -> Vec<u32> {
    let mut sites: Vec<u32> = schema
        .columns
        .iter()
        .filter_map(|column| match &column.kind {
            Kind::Category(vocabulary) if vocabulary.subject == Subject::Sites => Some(vocabulary),
            _ => None,
        })
        .flat_map(|vocabulary| vocabulary.words.iter().map(|(_, site)| *site))
        .collect();
    sites.sort_unstable();
    sites.dedup();
    sites
}

/// A dated human statement must say until when it can be relied on.
pub(super) fn lapses(node: &Node, faults: &mut Vec<Diagnostic>) {
    let attested = node.get("nature").and_then(Node::text) == Some("attestation");
    if attested && node.get("valid_days").is_none() {
        faults.push(Diagnostic::error(ATTESTATION_LAPSES).at(node.place_of("nature")));
    }
}
