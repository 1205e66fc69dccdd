//! From which day and until which a requirement is in force, and which one it replaces.
//!
//! Invariant: a requirement begins on the day after the last one of what it replaces, so that no day is judged by both, and
//! none by neither.

use super::decode::in_order;
use super::document::Node;
use super::fault::{REPLACES_DATES, UNKNOWN_REQUIREMENT};
use super::shape::unknown;
use crate::diagnostic::Diagnostic;
use chrono::NaiveDate;

/// The days on which a requirement is in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dated {
    /// First day; none for as long as the charter has been in force.
    pub from: Option<NaiveDate>,
    /// Last day, included; none for as long as the charter is.
    pub until: Option<NaiveDate>,
    /// The id of the requirement that it replaces.
    pub replaces: Option<String>,
}

impl Dated {
    /// Whether a day is one of them.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether a period has none of them.
    pub fn misses(&self, (first, last): (NaiveDate, NaiveDate)) -> bool {
        self.from.is_some_and(|from| last < from) || self.until.is_some_and(|until| until < first)
    }
}

/// Reads the days of a requirement.
pub(super) fn read(node: &Node, faults: &mut Vec<Diagnostic>) -> Dated {
    let (from, until) = (node.day("from"), node.day("until"));
    if let (Some(from), Some(until)) = (from, until) {
        in_order(node, ("from", from), ("until", until), faults);
    }
    Dated {
        from,
        until,
        replaces: node.string("replaces"),
    }
}

/// Reports requirements that replace none of their engagement, or one whose last day is not the eve of their first.
pub(super) fn replacements(engagement: &Node, faults: &mut Vec<Diagnostic>) {
    let tables: Vec<&Node> = engagement.tables("requirement").collect();
    let id = |table: &Node| table.get("id").and_then(Node::text).map(str::to_owned);
    for table in &tables {
        let Some(at) = table.get("replaces") else {
            continue;
        };
        let Some(name) = at.text() else {
            continue;
        };
        let own = id(table);
        let others: Vec<String> = tables.iter().filter_map(|other| id(other)).collect();
        let others: Vec<&str> = others
            .iter()
            .map(String::as_str)
            .filter(|other| own.as_deref() != Some(*other))
            .collect();
        let replaced = tables
            .iter()
            .find(|other| id(other).as_deref() == Some(name) && own.as_deref() != Some(name));
        let Some(replaced) = replaced else {
            let known = others.into_iter();
            faults.push(unknown(UNKNOWN_REQUIREMENT, "requirement", name, known).at(at.place()));
            continue;
        };
        let days = (replaced.day("until"), table.day("from"));
        if !matches!(days, (Some(until), Some(from)) if until.succ_opt() == Some(from)) {
            let fault = Diagnostic::error(REPLACES_DATES).arg("requirement", name);
            faults.push(fault.at(at.place()).related(replaced.place_of("until")));
        }
    }
}
