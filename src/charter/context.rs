//! What the requirements of an engagement are read with.
//!
//! Invariant: a source that is missing for a fault of its own is not reported again by the rules that name it.

use super::document::Node;
use super::fault::{UNKNOWN_REQUIREMENT, UNKNOWN_SOURCE};
use super::shape::unknown;
use super::source::Source;
use super::town::Town;
use crate::diagnostic::Diagnostic;

/// What a requirement is read with.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The engagement's id.
    pub engagement: &'a str,
    /// The engagement's perimeter.
    pub scope: Option<&'a [u32]>,
    /// The town.
    pub town: &'a Town,
    /// The sources without fault.
    pub sources: &'a [Source],
    /// Whether these are all the sources; if not, a missing one is not reported again.
    pub complete: bool,
}

/// The source that a node names.
pub(super) fn find_source<'a>(
    at: &Node,
    context: &Context<'a>,
    faults: &mut Vec<Diagnostic>,
) -> Option<(usize, &'a Source)> {
    let name = at.text()?;
    let position = context.sources.iter().position(|source| source.id == name);
    if position.is_none() && context.complete {
        let known = context.sources.iter().map(|source| source.id.as_str());
        faults.push(unknown(UNKNOWN_SOURCE, "source", name, known).at(at.place()));
    }
    let position = position?;
    context
        .sources
        .get(position)
        .map(|source| (position, source))
}

/// Reports a requirement that the engagement does not have.
pub(super) fn known_requirement(table: &Node, ids: &[&str], faults: &mut Vec<Diagnostic>) {
    let Some((name, at)) = table
        .get("requirement")
        .and_then(|at| at.text().map(|name| (name, at)))
    else {
        return;
    };
    if !ids.contains(&name) {
        faults.push(
            unknown(
                UNKNOWN_REQUIREMENT,
                "requirement",
                name,
                ids.iter().copied(),
            )
            .at(at.place()),
        );
    }
}
