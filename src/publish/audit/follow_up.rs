//! What the town makes of its findings: actions, accepted gaps, decisions.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::publish::view::view;
use crate::scorecard::card::{ActionCard, DecisionCard, EngagementCard, FindingCard, WaiverCard};
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
        /// Whether it is past due.
        overdue: bool,
        /// The requirement concerned.
        requirement: String,
        /// What proves its effect.
        effect: String,
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
        state: messages.plain(&format!("publish-state-{}", card.state)),
        overdue: card.overdue,
        requirement: card
            .requirement
            .as_ref()
            .map_or_else(String::new, |id| title_of(id, engagement)),
        effect: card.effect.clone().unwrap_or_default(),
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
