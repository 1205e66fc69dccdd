//! Label grids, simulated over the requirements.

use super::card::{ClauseCard, EngagementCard, LabelCard};
use crate::charter::label::Label;
use crate::verdict::{Verdict, roll_up};

/// What a grid would say. A self-assessment: neither label nor certification.
pub(super) fn simulate(label: &Label, engagements: &[EngagementCard]) -> LabelCard {
    let verdict_of = |name: &String| {
        let requirements = engagements
            .iter()
            .flat_map(|engagement| &engagement.requirements);
        let found = requirements
            .into_iter()
            .find(|card| format!("{}/{}", card.engagement, card.id) == *name);
        found.and_then(|card| {
            Verdict::ALL
                .into_iter()
                .find(|verdict| verdict.id() == card.verdict)
        })
    };
    let mut clauses = Vec::new();
    let mut named: Vec<&String> = Vec::new();
    for clause in &label.clauses {
        let verdict = roll_up(clause.requirements.iter().filter_map(verdict_of));
        named.extend(&clause.requirements);
        clauses.push(ClauseCard {
            id: clause.id.clone(),
            title: clause.title.clone(),
            requirements: clause.requirements.clone(),
            verdict: verdict.id().to_owned(),
            blocks: label
                .blocking
                .iter()
                .any(|blocking| blocking == verdict.id()),
        });
    }
    named.sort_unstable();
    named.dedup();
    let minors = named
        .into_iter()
        .filter_map(verdict_of)
        .filter(|verdict| *verdict == Verdict::MinorGap)
        .count();
    let minor_gaps = u64::try_from(minors).unwrap_or(u64::MAX);
    let too_many = label
        .minors_make_major
        .is_some_and(|limit| minor_gaps >= limit);
    LabelCard {
        id: label.id.clone(),
        title: label.title.clone(),
        framework: label.framework.clone(),
        origin: label.origin.clone(),
        blocked: too_many || clauses.iter().any(|clause| clause.blocks),
        minor_gaps,
        minors_make_major: label.minors_make_major,
        clauses,
    }
}
