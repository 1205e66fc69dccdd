//! Label grids, simulated over the requirements.
//!
//! Invariant: a clause has the verdict of its weightiest requirement, never an average; one that no requirement answers is
//! not shown.

use super::card::{ClauseCard, EngagementCard, LabelCard, LimitCard};
use crate::charter::label::{Clause, Label};
use crate::verdict::{Verdict, roll_up};

/// What a grid would say. A self-assessment: neither label nor certification.
pub(super) fn simulate(label: &Label, engagements: &[EngagementCard]) -> LabelCard {
    let verdict_of = |name: &String| verdict(name, engagements);
    let clauses: Vec<ClauseCard> = label
        .clauses
        .iter()
        .map(|clause| clause_card(clause, label, engagements))
        .collect();
    let mut named: Vec<&String> = label
        .clauses
        .iter()
        .flat_map(|clause| &clause.requirements)
        .collect();
    named.sort_unstable();
    named.dedup();
    let verdicts: Vec<Verdict> = named.into_iter().filter_map(verdict_of).collect();
    let count = |wanted: &dyn Fn(Verdict) -> bool| {
        let found = verdicts.iter().filter(|verdict| wanted(**verdict)).count();
        u64::try_from(found).unwrap_or(u64::MAX)
    };
    let minor_gaps = count(&|verdict| verdict == Verdict::MinorGap);
    let not_applicable = count(&|verdict| verdict == Verdict::NotApplicable);
    let all = count(&|_| true);
    let too_many = label
        .minors_make_major
        .is_some_and(|limit| minor_gaps >= limit);
    let beyond = label.not_applicable.is_some_and(|limit| {
        limit.at_most.is_some_and(|most| not_applicable > most)
            || limit
                .share
                .is_some_and(|share| share.compare(not_applicable, all).is_gt())
    });
    LabelCard {
        id: label.id.clone(),
        title: label.title.clone(),
        framework: label.framework.clone(),
        version: label.version.clone(),
        origin: label.origin.clone(),
        blocked: too_many || beyond || clauses.iter().any(|clause| clause.blocks),
        requirements: all,
        major_gaps: count(&|verdict| verdict == Verdict::MajorGap),
        not_shown: count(&|verdict| verdict == Verdict::NotShown),
        missing_proof_is_major: label.missing_proof_is_major,
        minor_gaps,
        minors_make_major: label.minors_make_major,
        not_applicable,
        not_applicable_limit: label.not_applicable.map(|limit| LimitCard {
            at_most: limit.at_most,
            share: limit
                .share
                .map(|share| (share.numerator(), share.denominator())),
            exceeded: beyond,
        }),
        clauses,
    }
}

fn verdict(name: &str, engagements: &[EngagementCard]) -> Option<Verdict> {
    let mut requirements = engagements
        .iter()
        .flat_map(|engagement| &engagement.requirements);
    let found = requirements.find(|card| format!("{}/{}", card.engagement, card.id) == name)?;
    let mut verdicts = Verdict::ALL.into_iter();
    verdicts.find(|verdict| verdict.id() == found.verdict)
}

fn clause_card(clause: &Clause, label: &Label, engagements: &[EngagementCard]) -> ClauseCard {
    let empty = clause.requirements.is_empty();
    let named = clause.requirements.iter();
    let mut verdicts: Vec<Verdict> = named
        .filter_map(|name| verdict(name, engagements))
        .collect();
    if empty {
        verdicts.push(Verdict::NotShown);
    }
    let blocking = |verdict: Verdict| label.blocking.iter().any(|id| id == verdict.id());
    // A requirement that blocks does so behind one that weighs more and does not.
    let blocks = verdicts.iter().any(|verdict| {
        let missing = *verdict == Verdict::NotShown && label.missing_proof_is_major;
        blocking(*verdict) || (missing && blocking(Verdict::MajorGap))
    });
    ClauseCard {
        id: clause.id.clone(),
        title: clause.title.clone(),
        requirements: clause.requirements.clone(),
        verdict: roll_up(verdicts).id().to_owned(),
        blocks,
        empty,
    }
}
