//! From the charter, the readings and the assessments to the scorecard.

use super::account::source_card;
use super::action::{actions, by_id, options};
use super::card::{
    CharterFileCard, DatedCard, EngagementCard, FindingCard, MotiveCard, RequirementCard, SCHEMA,
    Scorecard,
};
use super::choice::{reference_card, register};
use super::compare::{demote, previous};
use super::finding::{Finding, SourceAccount, decision_card};
use super::label::simulate;
use super::measured::measured_card;
use super::waiver::{cards, covered_until};
use crate::charter::Charter;
use crate::charter::engagement::Engagement;
use crate::charter::requirement::{Judging, Requirement};
use crate::verdict::{Verdict, roll_up};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a scorecard is made of.
#[derive(Debug)]
pub struct Assembly<'a> {
    /// The charter.
    pub charter: &'a Charter,
    /// The day the results stand for.
    pub as_of: NaiveDate,
    /// One per measured requirement, in the charter's order.
    pub results: &'a [Finding],
    /// One per source, in the charter's order.
    pub accounts: &'a [SourceAccount],
    /// The charter's files: path and digest.
    pub charter_files: Vec<(String, String)>,
    /// An earlier scorecard to compare with.
    pub previous: Option<&'a Scorecard>,
}

/// Assembles the scorecard.
pub fn assemble(assembly: &Assembly<'_>) -> Scorecard {
    let charter = assembly.charter;
    let mut results = assembly.results.iter();
    let engagements: Vec<EngagementCard> = charter
        .engagements
        .iter()
        .map(|engagement| engagement_card(engagement, assembly, &mut results))
        .collect();
    let mut requirements: BTreeMap<String, u64> = BTreeMap::new();
    for card in engagements
        .iter()
        .flat_map(|engagement| &engagement.requirements)
    {
        let count = requirements.entry(card.verdict.clone()).or_default();
        *count = count.saturating_add(1);
    }
    let sources = charter.sources.iter().zip(assembly.accounts);
    Scorecard {
        schema: SCHEMA,
        tool: env!("CARGO_PKG_VERSION").to_owned(),
        organisation: charter.town.organisation.name.clone(),
        title: charter.town.title.clone(),
        version: charter.town.version.clone(),
        from: charter.town.period.0,
        to: charter.town.period.1,
        as_of: assembly.as_of,
        provisional: assembly.as_of < charter.town.period.1,
        requirements,
        labels: charter
            .labels
            .iter()
            .map(|label| simulate(label, &engagements))
            .collect(),
        engagements,
        decisions: register(charter),
        sources: sources
            .map(|(source, account)| source_card(source, account))
            .collect(),
        charter_files: assembly
            .charter_files
            .iter()
            .map(|(path, sha256)| CharterFileCard {
                path: path.clone(),
                sha256: sha256.clone(),
            })
            .collect(),
    }
}

fn engagement_card<'a>(
    engagement: &Engagement,
    assembly: &Assembly<'a>,
    results: &mut std::slice::Iter<'a, Finding>,
) -> EngagementCard {
    let as_of = assembly.as_of;
    let own = results.clone();
    let requirements: Vec<RequirementCard> = engagement
        .requirements
        .iter()
        .map(|requirement| requirement_card(requirement, engagement, assembly, results))
        .collect();
    let count = own.len().saturating_sub(results.len());
    let found = by_id(engagement, own.take(count));
    let exceeded: Vec<usize> = found
        .values()
        .flat_map(|result| result.exceeded.iter().copied())
        .collect();
    let terms = assembly.charter.town.waivers;
    let verdicts = requirements.iter().filter_map(|card| {
        Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.id() == card.verdict)
    });
    let services = &assembly.charter.town.services;
    let within = |position: usize| {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        engagement
            .services
            .as_ref()
            .is_none_or(|scope| scope.contains(&position))
    };
    EngagementCard {
        id: engagement.id.clone(),
        number: engagement.number,
        title: engagement.title.clone(),
        promise: engagement.promise.clone(),
        theme: engagement.theme.clone(),
        channels: engagement.channels.clone(),
        owner: engagement.owner.clone(),
        services: services
            .iter()
            .enumerate()
            .filter(|(position, _)| within(*position))
            .map(|(_, service)| service.name.clone())
            .collect(),
        verdict: roll_up(verdicts).id().to_owned(),
        findings: engagement
            .findings
            .iter()
            .map(|finding| FindingCard {
                text: finding.text.clone(),
                on: finding.on,
            })
            .collect(),
        options: options(engagement),
        actions: actions(engagement, &found, assembly.charter, as_of),
        waivers: cards(engagement, &requirements, &exceeded, terms, as_of),
        requirements,
    }
}

fn requirement_card<'a>(
    requirement: &Requirement,
    engagement: &Engagement,
    assembly: &Assembly<'a>,
    results: &mut std::slice::Iter<'a, Finding>,
) -> RequirementCard {
    let mut card = RequirementCard {
        engagement: engagement.id.clone(),
        id: requirement.id.clone(),
        title: requirement.title.clone(),
        severity: if requirement.major { "major" } else { "minor" }.to_owned(),
        verdict: Verdict::NotApplicable.id().to_owned(),
        cause: None,
        without_action: false,
        waived_until: None,
        not_applicable: None,
        dated: dated_card(requirement, assembly),
        reference: reference_card(requirement),
        measured: None,
        previous: None,
    };
    let mut watched = None;
    match &requirement.judging {
        Judging::NotApplicable { reason, decision } => {
            card.not_applicable = Some(MotiveCard {
                reason: reason.clone(),
                decision: decision.as_ref().map(decision_card),
            });
        }
        Judging::Measured(measured) => {
            if let (Some(result), Some(source)) = (
                results.next(),
                assembly.charter.sources.get(measured.source),
            ) {
                card.verdict = result.assessment.verdict.id().to_owned();
                card.cause = result.assessment.cause.map(|cause| cause.id().to_owned());
                card.waived_until = covered_until(engagement, requirement, result, assembly.as_of);
                card.measured = Some(measured_card(measured, source, result, assembly.charter));
                watched = measured.worse_by;
            }
        }
    }
    let mut actions = engagement.actions.iter();
    let acted = actions.any(|action| action.requirement.as_ref() == Some(&requirement.id));
    card.without_action = !acted && (card.verdict.ends_with("-gap") || card.verdict == "not-shown");
    card.previous = assembly
        .previous
        .and_then(|earlier| previous(&card, earlier, watched));
    demote(&mut card);
    card
}

/// The days on which a requirement is in force, where the charter limits them.
fn dated_card(requirement: &Requirement, assembly: &Assembly<'_>) -> Option<DatedCard> {
    let dated = &requirement.dated;
    let period = assembly.charter.town.period;
    let judged = (period.0, period.1.min(assembly.as_of));
    (dated.from.is_some() || dated.until.is_some()).then(|| DatedCard {
        from: dated.from,
        until: dated.until,
        replaces: dated.replaces.clone(),
        judged: !dated.misses(judged),
    })
}
