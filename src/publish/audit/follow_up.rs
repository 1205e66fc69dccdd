//! What the town makes of its findings: actions, accepted gaps, decisions.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::publish::view::view;
use crate::scorecard::card::{
    ActionCard, DecisionCard, EngagementCard, FindingCard, OptionCard, WaiverCard,
};
use crate::scorecard::wording;
use chrono::NaiveDate;

view! {
    /// A dated text.
    struct Note {
        /// When.
        on: Option<String>,
        /// What.
        text: String,
    }

    /// What is done about a gap.
    struct Action {
        /// What.
        text: String,
        /// The function that does it.
        owner: String,
        /// When it is due.
        due: String,
        /// How far it is.
        state: String,
        /// Correction or corrective action, and the services concerned; empty where nothing is said.
        about: String,
        /// What asks for attention: that it is past due, of no effect, without proof.
        flags: Vec<String>,
        /// The requirement concerned.
        requirement: String,
        /// What proves its effect.
        effect: String,
    }

    /// A way to mend something, as it was discussed.
    struct Solution {
        /// What.
        text: String,
        /// The requirement concerned; empty where none is.
        requirement: String,
        /// What became of it, why, when, and who decided.
        outcome: String,
    }

    /// A gap accepted for a time.
    struct Waiver {
        /// The requirement concerned.
        requirement: String,
        /// Why.
        reason: String,
        /// Who asked, who approved, until when, who decided.
        text: String,
        /// What asks for attention; empty where it simply covers its gap.
        flag: String,
    }
}

/// What the town found when it began.
pub(super) fn note(card: &FindingCard, messages: &Messages) -> Note {
    Note {
        on: card.on.map(|on| messages.date(on)),
        text: card.text.clone(),
    }
}

/// The plain words of a requirement of an engagement.
fn title_of(id: &str, engagement: &EngagementCard) -> String {
    let found = engagement.requirements.iter().find(|card| card.id == id);
    found.map_or_else(|| id.to_owned(), |card| card.title.clone())
}

/// What is done about a gap.
pub(super) fn action(
    card: &ActionCard,
    engagement: &EngagementCard,
    messages: &Messages,
) -> Action {
    Action {
        text: card.text.clone(),
        owner: card.owner.clone(),
        due: card.due.map_or_else(
            || messages.plain("publish-due-none"),
            |due| messages.date(due),
        ),
        state: state(card, messages),
        about: about(card, messages),
        flags: flags(card, messages),
        requirement: card
            .requirement
            .as_ref()
            .map_or_else(String::new, |id| title_of(id, engagement)),
        effect: effect(card, messages),
    }
}

/// How far it is, and since when it is done.
fn state(card: &ActionCard, messages: &Messages) -> String {
    match card.done {
        Some(done) => messages.text(
            "publish-state-done-on",
            &[("date", messages.date(done).into())],
        ),
        None => messages.plain(&format!("publish-state-{}", card.state)),
    }
}

fn about(card: &ActionCard, messages: &Messages) -> String {
    let kind = card.kind.as_ref();
    let kind = kind.map(|kind| messages.plain(&format!("publish-kind-of-action-{kind}")));
    let services = (!card.services.is_empty()).then(|| card.services.join(", "));
    let parts: Vec<String> = kind.into_iter().chain(services).collect();
    parts.join(" · ")
}

/// What proves its effect, and what the rows dated after it show.
fn effect(card: &ActionCard, messages: &Messages) -> String {
    let proof = card.effect.as_ref().map(|text| match card.effect_on {
        Some(on) => messages.text(
            "publish-effect-on",
            &[
                ("text", Value::from(text)),
                ("date", messages.date(on).into()),
            ],
        ),
        None => text.clone(),
    });
    proof.unwrap_or_default()
}

fn flags(card: &ActionCard, messages: &Messages) -> Vec<String> {
    let done = card.state == "done";
    let flags = [
        (card.overdue, "publish-overdue"),
        (
            card.since.as_deref() == Some("ineffective"),
            "publish-ineffective",
        ),
        (done && card.effect.is_none(), "publish-unproven"),
        (
            done && card.since.as_deref() == Some("not-shown"),
            "publish-effect-not-shown",
        ),
    ];
    let flags = flags.into_iter().filter(|(said, _)| *said);
    flags.map(|(_, key)| messages.plain(key)).collect()
}

/// A way to mend something, as it was discussed.
pub(super) fn option(
    card: &OptionCard,
    engagement: &EngagementCard,
    messages: &Messages,
) -> Solution {
    let title = card.requirement.as_ref();
    let title = title.map(|id| title_of(id, engagement));
    let decided = (card.state != "proposed").then(|| decided(messages, card.decision.as_ref()));
    let args = [
        ("state", Value::from(&card.state)),
        ("why", card.why.clone().unwrap_or_default().into()),
        ("explained", usize::from(card.why.is_some()).into()),
        (
            "date",
            card.on
                .map_or_else(String::new, |on| messages.date(on))
                .into(),
        ),
        ("dated", usize::from(card.on.is_some()).into()),
        ("decision", decided.unwrap_or_default().into()),
    ];
    Solution {
        text: card.text.clone(),
        requirement: title.unwrap_or_default(),
        outcome: messages.text("publish-option", &args),
    }
}

/// A gap accepted for a time.
pub(super) fn waiver(
    card: &WaiverCard,
    engagement: &EngagementCard,
    messages: &Messages,
) -> Waiver {
    let args = [
        ("author", Value::from(&card.author)),
        ("approver", Value::from(&card.approver)),
        ("until", messages.date(card.until).into()),
        (
            "ceiling",
            wording::waiver::ceiling(messages, card)
                .unwrap_or_default()
                .into(),
        ),
        ("decision", decided(messages, card.decision.as_ref()).into()),
    ];
    Waiver {
        requirement: title_of(&card.requirement, engagement),
        reason: card.reason.clone(),
        text: messages.text("publish-waiver", &args),
        flag: wording::waiver::flag(messages, card).unwrap_or_default(),
    }
}

/// Who decided something, or that this is not said.
pub(super) fn decided(messages: &Messages, card: Option<&DecisionCard>) -> String {
    match card {
        Some(card) => decision(messages, &card.by, card.on, &card.record),
        None => messages.plain("publish-decision-none"),
    }
}

/// Who decided something, when, and where it is written down.
pub(super) fn decision(messages: &Messages, by: &str, on: NaiveDate, record: &str) -> String {
    let args = [
        ("by", Value::from(by)),
        ("on", messages.date(on).into()),
        ("record", record.into()),
    ];
    messages.text("publish-decision", &args)
}
