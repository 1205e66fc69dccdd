//! Which source feeds which rule, and which columns it must decode for that.
//!
//! Invariant: a source is read once, for all rules together.

use crate::charter::Charter;
use crate::charter::requirement::{Judging, Measured};
use crate::measure::rule::Input;

/// The measured requirements, in the charter's order.
pub(super) fn measured(charter: &Charter) -> Vec<(&Measured, bool)> {
    let requirements = charter
        .engagements
        .iter()
        .flat_map(|engagement| &engagement.requirements);
    requirements
        .filter_map(|requirement| match &requirement.judging {
            Judging::Measured(measured) => Some((measured.as_ref(), requirement.major)),
            Judging::NotApplicable { .. } => None,
        })
        .collect()
}

/// The ids of the measured requirements, in the same order: engagement, requirement.
pub(super) fn measured_names(charter: &Charter) -> Vec<(&str, &str)> {
    let engagements = charter.engagements.iter();
    let requirements = engagements.flat_map(|engagement| {
        let requirements = engagement.requirements.iter();
        requirements.map(move |requirement| (engagement, requirement))
    });
    requirements
        .filter(|(_, requirement)| matches!(requirement.judging, Judging::Measured(_)))
        .map(|(engagement, requirement)| (engagement.id.as_str(), requirement.id.as_str()))
        .collect()
}

/// A rule that a source feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Feed {
    /// Position among the measured requirements.
    pub(super) requirement: usize,
    /// As which input.
    pub(super) input: Input,
}

/// The rules that a source feeds.
pub(super) fn feeds(measured: &[(&Measured, bool)], source: usize) -> Vec<Feed> {
    let mut feeds = Vec::new();
    for (requirement, (measured, _)) in measured.iter().enumerate() {
        let beside = measured.beside.iter().enumerate();
        let inputs = beside.map(|(rank, position)| (*position, Input::Beside(rank)));
        for (position, input) in std::iter::once((measured.source, Input::Main)).chain(inputs) {
            if position == source {
                feeds.push(Feed { requirement, input });
            }
        }
    }
    feeds
}

/// Which columns of a source its rules read.
pub(super) fn needed(measured: &[(&Measured, bool)], feeds: &[Feed], columns: usize) -> Vec<bool> {
    let mut needed = vec![false; columns];
    for feed in feeds {
        let Some((measured, _)) = measured.get(feed.requirement) else {
            continue;
        };
        for column in measured.rule.columns(feed.input) {
            if let Some(needed) = needed.get_mut(column) {
                *needed = true;
            }
        }
    }
    needed
}
