//! What has become of a waiver on the day the results stand for.
//!
//! Invariant: a gap is covered only if it keeps to the ceiling even with every unknown case counted as a failure.

use super::card::{RequirementCard, WaiverCard};
use super::finding::{Finding, decision_card};
use super::measured::target_card;
use crate::charter::engagement::Engagement;
use crate::charter::requirement::Requirement;
use crate::charter::terms::Terms;
use crate::charter::waiver::Waiver;
use chrono::NaiveDate;

fn in_force(waiver: &Waiver, as_of: NaiveDate) -> bool {
    waiver.from <= as_of && as_of <= waiver.until
}

/// The last day on which the gap that was found is accepted.
pub(super) fn covered_until(
    engagement: &Engagement,
    requirement: &Requirement,
    result: &Finding,
    as_of: NaiveDate,
) -> Option<NaiveDate> {
    if !result.assessment.verdict.is_gap() {
        return None;
    }
    let waivers = engagement.waivers.iter().enumerate();
    waivers
        .filter(|(position, waiver)| {
            waiver.requirement == requirement.id
                && in_force(waiver, as_of)
                && !result.exceeded.contains(position)
        })
        .map(|(_, waiver)| waiver.until)
        .max()
}

/// The waivers of an engagement; `exceeded` are the positions of those whose ceiling is not kept to.
pub(super) fn cards(
    engagement: &Engagement,
    requirements: &[RequirementCard],
    exceeded: &[usize],
    terms: Terms,
    as_of: NaiveDate,
) -> Vec<WaiverCard> {
    let waivers = engagement.waivers.iter().enumerate();
    waivers
        .map(|(position, waiver)| {
            let mut found = requirements.iter();
            let found = found.find(|card| card.id == waiver.requirement);
            let verdict = found.map_or("", |card| card.verdict.as_str());
            let gap = verdict.ends_with("-gap");
            let state = if waiver.until < as_of {
                "expired"
            } else if as_of < waiver.from {
                "to-come"
            } else if gap && exceeded.contains(&position) {
                "exceeded"
            } else if gap {
                "covers"
            } else if verdict == "not-shown" {
                "not-shown"
            } else {
                "unused"
            };
            let left = waiver.until.signed_duration_since(as_of).num_days();
            let ending = in_force(waiver, as_of) && left <= i64::from(terms.notice_days);
            WaiverCard {
                requirement: waiver.requirement.clone(),
                reason: waiver.reason.clone(),
                author: waiver.author.clone(),
                approver: waiver.approver.clone(),
                from: Some(waiver.from),
                until: waiver.until,
                expired: waiver.until < as_of,
                state: state.to_owned(),
                days_left: ending.then_some(left),
                ceiling: waiver.ceiling.as_deref().map(target_card),
                decision: waiver.decision.as_ref().map(decision_card),
            }
        })
        .collect()
}
