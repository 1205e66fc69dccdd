//! Actions and options, as cards.
//!
//! Invariant: an action is called ineffective only where the evidence dated after it is a gap whatever is unknown.

use super::card::{ActionCard, OptionCard};
use super::finding::{Finding, decision_card};
use crate::charter::Charter;
use crate::charter::action::{Action, Solution};
use crate::charter::engagement::Engagement;
use crate::charter::requirement::Judging;
use crate::verdict::Verdict;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The results of the measured requirements of an engagement, by id; they come in the charter's order.
pub(super) fn by_id<'a>(
    engagement: &'a Engagement,
    results: impl Iterator<Item = &'a Finding>,
) -> BTreeMap<&'a str, &'a Finding> {
    let measured = engagement
        .requirements
        .iter()
        .filter(|requirement| matches!(requirement.judging, Judging::Measured(_)));
    measured
        .map(|requirement| requirement.id.as_str())
        .zip(results)
        .collect()
}

/// The actions of an engagement.
pub(super) fn actions(
    engagement: &Engagement,
    results: &BTreeMap<&str, &Finding>,
    charter: &Charter,
    as_of: NaiveDate,
) -> Vec<ActionCard> {
    let card = |action: &Action| {
        let effect = action.effect.as_ref();
        ActionCard {
            text: action.text.clone(),
            kind: action.kind.clone(),
            owner: action.owner.clone(),
            services: services(action, charter),
            due: action.due,
            state: action.state.clone(),
            done: action.done,
            overdue: action.state != "done" && action.due.is_some_and(|due| due < as_of),
            requirement: action.requirement.clone(),
            effect: effect.map(|effect| effect.text.clone()),
            effect_on: effect.map(|effect| effect.on),
            since: since(action, results),
        }
    };
    engagement.actions.iter().map(card).collect()
}

fn services(action: &Action, charter: &Charter) -> Vec<String> {
    let scope = action.services.as_deref().unwrap_or_default();
    let services = (0_u32..).zip(&charter.town.services);
    let named = services.filter(|(position, _)| scope.contains(position));
    named.map(|(_, service)| service.name.clone()).collect()
}

/// What the rows dated after an action say of its requirement.
fn since(action: &Action, results: &BTreeMap<&str, &Finding>) -> Option<String> {
    if action.state != "done" {
        return None;
    }
    let result = results.get(action.requirement.as_deref()?)?;
    let verdict = action.done.and_then(|done| result.since.get(&done));
    let word = match verdict {
        Some(Verdict::Met | Verdict::Close) => "effective",
        Some(Verdict::MajorGap | Verdict::MinorGap) => "ineffective",
        _ => "not-shown",
    };
    Some(word.to_owned())
}

/// The options of an engagement.
pub(super) fn options(engagement: &Engagement) -> Vec<OptionCard> {
    let card = |solution: &Solution| OptionCard {
        text: solution.text.clone(),
        state: solution.state.clone(),
        why: solution.why.clone(),
        on: solution.on,
        requirement: solution.requirement.clone(),
        decision: solution.decision.as_ref().map(decision_card),
    };
    engagement.solutions.iter().map(card).collect()
}
