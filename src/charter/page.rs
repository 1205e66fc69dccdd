//! What a source of saved pages declares: how its files are written, what the document says of itself, or that there is none.
//!
//! Invariant: a site that it speaks of is one of the charter's.

use super::decode::Decision;
use super::dialect::encoding;
use super::document::Node;
use super::fault::UNKNOWN_SITE;
use super::shape::unknown;
use super::town::Town;
use crate::diagnostic::Diagnostic;
use crate::evidence::page::{Markup, PageSettings};

type Faults = Vec<Diagnostic>;

/// How the files of a source of pages are written; none for a source of another format.
pub(super) fn markup(node: &Node) -> Option<Markup> {
    match node.get("format").and_then(Node::text)? {
        "html" => Some(Markup::Html),
        "markdown" => Some(Markup::Markdown),
        "text" => Some(Markup::Text),
        _ => None,
    }
}

/// Reads the settings of a source of pages.
pub(super) fn settings(
    node: &Node,
    markup: Markup,
    town: &Town,
    faults: &mut Faults,
) -> PageSettings {
    PageSettings {
        markup,
        encoding: encoding(node),
        site: node.get("site").and_then(|at| site(at, town, faults)),
        in_force: node.day("in_force"),
        version: node.string("version"),
        absent: absent(node).is_some(),
    }
}

/// Who stated that the document does not exist, when, and where it is written down.
pub(super) fn absent(node: &Node) -> Option<Decision> {
    let absent = node.get("absent")?;
    Some(Decision {
        by: absent.string("by")?,
        on: absent.day("on")?,
        record: absent.string("record")?,
    })
}

fn site(at: &Node, town: &Town, faults: &mut Faults) -> Option<u32> {
    let name = at.text()?;
    let ids = || town.sites.iter().map(|site| site.id.as_str());
    match ids().position(|id| id == name) {
        Some(position) => u32::try_from(position).ok(),
        None => {
            faults.push(unknown(UNKNOWN_SITE, "site", name, ids()).at(at.place()));
            None
        }
    }
}
