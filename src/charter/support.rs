//! The versions of the awareness support: when each is in force, and whether everyone must be made aware again.
//!
//! Invariant: supports are in the order of their first days, no two of which are the same.

use super::decode::Decision;
use super::document::Node;
use super::fault::{DUPLICATE_ID, GRACE_WITHOUT_RESET, SUPPORT_SAME_DAY};
use crate::diagnostic::Diagnostic;
use crate::measure::support;
use chrono::{Datelike, NaiveDate};

/// A version of the support.
#[derive(Debug, Clone)]
pub struct Support {
    /// Its id.
    pub id: String,
    /// Its first day.
    pub in_force: NaiveDate,
    /// Whether everyone must be made aware again.
    pub resets: bool,
    /// Days from its first one during which the versions before it still count.
    pub grace_days: u32,
    /// What has changed.
    pub change: String,
    /// Who decided it.
    pub decision: Option<Decision>,
}

/// Reads the versions, by their first days.
pub(super) fn read(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<Support> {
    let mut supports: Vec<(Support, &Node)> = Vec::new();
    for table in node.tables("support") {
        let Some(support) = support(table, faults) else {
            continue;
        };
        if let Some((_, first)) = supports.iter().find(|(other, _)| other.id == support.id) {
            let fault = Diagnostic::error(DUPLICATE_ID).arg("id", &support.id);
            faults.push(fault.at(table.place_of("id")).related(first.place_of("id")));
        }
        let twin = |(other, _): &&(Support, &Node)| other.in_force == support.in_force;
        if let Some((_, first)) = supports.iter().find(twin) {
            faults.push(
                Diagnostic::error(SUPPORT_SAME_DAY)
                    .at(table.place_of("in_force"))
                    .related(first.place_of("in_force")),
            );
        }
        supports.push((support, table));
    }
    let mut supports: Vec<Support> = supports.into_iter().map(|(support, _)| support).collect();
    supports.sort_by_key(|support| support.in_force);
    supports
}

fn support(table: &Node, faults: &mut Vec<Diagnostic>) -> Option<Support> {
    let resets = table.flag("resets");
    if table.get("grace_days").is_some() && !resets {
        faults.push(Diagnostic::error(GRACE_WITHOUT_RESET).at(table.place_of_key("grace_days")));
    }
    Some(Support {
        id: table.string("id")?,
        in_force: table.day("in_force")?,
        resets,
        grace_days: table.number("grace_days").unwrap_or(0),
        change: table.string("change")?,
        decision: table.decision(),
    })
}

/// What the measure needs to know of a version.
pub fn measured(support: &Support) -> support::Support {
    support::Support {
        in_force: support.in_force.num_days_from_ce(),
        resets: support.resets,
        grace_days: support.grace_days,
    }
}
