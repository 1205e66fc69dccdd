//! Places that a table of the charter names: by a column of the rows, or by their ids.
//!
//! Invariant: a place that is returned is one of `charter.toml`, as a position in its order.

use super::column::position;
use super::document::Node;
use super::fault::{PLACE_NEEDED, PLACE_TWICE, UNKNOWN_SITE};
use super::shape::unknown;
use super::town::Town;
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::Schema;
use crate::measure::value::PlaceOf;

/// The column that `site` names; the outer option is none after a fault.
#[expect(
    clippy::option_option,
    reason = "a fault, no column, or a column: three answers"
)]
pub(super) fn column(
    node: &Node,
    schema: &Schema,
    faults: &mut Vec<Diagnostic>,
) -> Option<Option<usize>> {
    match node.get("site") {
        None => Some(None),
        Some(at) => position(at, schema, &["site"], faults).map(Some),
    }
}

/// The places that `over` names, in the charter's order; the outer option is none after a fault.
#[expect(
    clippy::option_option,
    reason = "a fault, no list, or a list: three answers"
)]
pub(super) fn over(
    node: &Node,
    town: &Town,
    faults: &mut Vec<Diagnostic>,
) -> Option<Option<Vec<u32>>> {
    let Some(at) = node.get("over") else {
        return Some(None);
    };
    let named: Vec<(&str, &Node)> = match at.text() {
        Some(name) => vec![(name, at)],
        None => node.strings("over"),
    };
    let known = faults.len();
    let ids = || town.sites.iter().map(|site| site.id.as_str());
    let mut places = Vec::new();
    for (name, at) in named {
        match ids().position(|id| id == name) {
            Some(position) => places.extend(u32::try_from(position)),
            None => faults.push(unknown(UNKNOWN_SITE, "site", name, ids()).at(at.place())),
        }
    }
    places.sort_unstable();
    places.dedup();
    (faults.len() == known).then_some(Some(places))
}

/// The place that a row speaks of: that of a column, or one place for all rows.
pub(super) fn of_row(
    node: &Node,
    schema: &Schema,
    town: &Town,
    faults: &mut Vec<Diagnostic>,
) -> Option<PlaceOf> {
    let column = column(node, schema, faults);
    let over = over(node, town, faults);
    match (column?, over?.as_deref()) {
        (Some(_), Some(_)) => {
            faults.push(Diagnostic::error(PLACE_TWICE).at(node.place_of_key("over")));
            None
        }
        (Some(column), None) => Some(PlaceOf::Column(column)),
        (None, Some([place])) => Some(PlaceOf::Fixed(*place)),
        (None, _) => {
            faults.push(needed(node));
            None
        }
    }
}

/// Neither `site` nor `over`.
pub(super) fn needed(node: &Node) -> Diagnostic {
    Diagnostic::error(PLACE_NEEDED).at(node.place())
}
