//! Who decided what a verdict rests on, and what is done about it.
//!
//! Invariant: what the requirement rests on is in the register of decisions, those that nobody records included.

use super::decision;
use crate::charter::requirement::Measured;
use crate::diagnostic::Value;
use crate::measure::rule::Measure;
use crate::measure::value::{Quantity, Term};
use crate::messages::Messages;
use crate::scorecard::card::{
    ActionCard, ChoiceCard, EngagementCard, RequirementCard, Scorecard, WaiverCard,
};
use crate::scorecard::wording;

/// The decisions behind a requirement: its own, those of its evidence, and those of the values it compares with.
pub(super) fn decisions(
    scorecard: &Scorecard,
    engagement: &EngagementCard,
    card: &RequirementCard,
    rule: Option<&Measured>,
    messages: &Messages,
) -> Vec<String> {
    let mut lines = terms(card, messages);
    let behind = |choice: &&ChoiceCard| is_behind(choice, engagement, card, rule);
    let choices = scorecard.decisions.iter().filter(behind).map(|choice| {
        let decided = wording::review::decided(messages, choice.decision.as_ref());
        let mut what = wording::choice::what(messages, choice);
        if !choice.services.is_empty() {
            what = format!("{what} ({})", choice.services.join(", "));
        }
        let args = [("what", Value::from(what)), ("decision", decided.into())];
        messages.text("explain-choice", &args)
    });
    lines.extend(choices);
    let waivers = engagement.waivers.iter();
    let waivers = waivers.filter(|waiver| waiver.requirement == card.id);
    lines.extend(waivers.map(|waiver| self::waiver(waiver, messages)));
    lines
}

/// The days on which the requirement is in force, and what a référentiel asks of it.
fn terms(card: &RequirementCard, messages: &Messages) -> Vec<String> {
    let dated = card.dated.as_ref().map(|dated| {
        let days = wording::dated::days(messages, dated);
        messages.text("explain-dated", &[("days", days.into())])
    });
    let asked = card.reference.as_ref().map(|asked| {
        let asked = wording::choice::reference(messages, asked);
        messages.text("explain-reference", &[("asked", asked.into())])
    });
    dated.into_iter().chain(asked).collect()
}

fn is_behind(
    choice: &ChoiceCard,
    engagement: &EngagementCard,
    card: &RequirementCard,
    rule: Option<&Measured>,
) -> bool {
    if choice.engagement.as_ref() == Some(&engagement.id) {
        // A waiver and a motive are told in full; an option without requirement concerns them all.
        let elsewhere = ["waiver", "not-applicable"].contains(&choice.kind.as_str());
        let own = choice.requirement.as_ref();
        return !elsewhere && own.is_none_or(|own| *own == card.id);
    }
    if let (Some(source), Some(measured)) = (&choice.source, &card.measured) {
        return measured.source == *source || measured.beside.contains(source);
    }
    let compares = |wanted: fn(&Quantity) -> bool| {
        let terms = rule.map(|rule| rule.rule.terms()).unwrap_or_default();
        terms.iter().any(|term| match term {
            Term::Quantity(Quantity::UpperBound(inner)) => wanted(inner),
            Term::Quantity(quantity) => wanted(quantity),
            Term::Column(_) => false,
        })
    };
    match choice.kind.as_str() {
        "announced-delay" => compares(|quantity| matches!(quantity, Quantity::AnnouncedDelay { .. })),
        "exceptional-period" => {
            compares(|quantity| matches!(quantity, Quantity::ExceptionalPeriod { .. }))
        }
        "support" => rule.is_some_and(|rule| {
            matches!(&rule.rule.measure, Measure::RollCall(roll) if roll.register.versions.is_some())
        }),
        _ => false,
    }
}

fn waiver(waiver: &WaiverCard, messages: &Messages) -> String {
    let decided = decision(waiver.decision.as_ref(), messages);
    let args = [
        ("date", messages.date(waiver.until).into()),
        ("reason", Value::from(&waiver.reason)),
        ("author", Value::from(&waiver.author)),
        ("approver", Value::from(&waiver.approver)),
        ("decision", decided.into()),
    ];
    let text = messages.text("explain-waiver", &args);
    match wording::waiver::flag(messages, waiver) {
        Some(flag) => messages.text(
            "explain-waiver-flagged",
            &[("text", text.into()), ("flag", flag.into())],
        ),
        None => text,
    }
}

/// What is done about the requirement, or about the engagement as a whole.
pub(super) fn actions(
    engagement: &EngagementCard,
    card: &RequirementCard,
    messages: &Messages,
) -> Vec<String> {
    let own = |action: &&ActionCard| {
        let requirement = action.requirement.as_ref();
        requirement.is_none_or(|requirement| *requirement == card.id)
    };
    let line = |action: &ActionCard| {
        let due = action
            .due
            .map_or_else(|| "none".to_owned(), |due| messages.date(due));
        let state = messages.plain(&format!("action-{}", action.state));
        let args = [
            ("text", Value::from(&action.text)),
            ("owner", Value::from(&action.owner)),
            ("due", due.into()),
            ("state", state.into()),
            (
                "overdue",
                Value::from(if action.overdue { "yes" } else { "no" }),
            ),
            (
                "since",
                Value::from(action.since.as_deref().unwrap_or_default()),
            ),
        ];
        messages.text("explain-action", &args)
    };
    engagement.actions.iter().filter(own).map(line).collect()
}
