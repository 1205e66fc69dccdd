//! The register of decisions: what was decided, where, by whom, when, on which record.

use super::requirement::anchor;
use crate::messages::Messages;
use crate::publish::view::{Link, view};
use crate::scorecard::card::ChoiceCard;
use crate::scorecard::{Scorecard, wording};

view! {
    /// The register.
    struct Choices {
        /// How many there are, and how many have no decision.
        summary: String,
        /// What was decided, that without decision first.
        rows: Vec<Choice>,
    }

    /// Something that was decided, or should have been.
    struct Choice {
        /// What.
        what: String,
        /// Where, in this page; none where it has no place of its own.
        link: Option<Link>,
        /// Where it has no link.
        place: String,
        /// Whether anyone says who decided it.
        decided: bool,
        /// The body or function.
        by: String,
        /// When.
        on: String,
        /// The record.
        record: String,
    }
}

/// The register of a scorecard; none without anything to decide.
pub(super) fn choices(scorecard: &Scorecard, messages: &Messages) -> Option<Choices> {
    let cards = &scorecard.decisions;
    let open = cards.iter().filter(|card| card.decision.is_none()).count();
    let args = [("count", cards.len().into()), ("open", open.into())];
    let rows = cards.iter().map(|card| choice(card, scorecard, messages));
    (!cards.is_empty()).then(|| Choices {
        summary: messages.text("publish-choices", &args),
        rows: rows.collect(),
    })
}

fn choice(card: &ChoiceCard, scorecard: &Scorecard, messages: &Messages) -> Choice {
    let decision = card.decision.as_ref();
    let place = match card.kind.as_str() {
        _ if !card.services.is_empty() => card.services.join(", "),
        "exceptional-period" | "announced-delay" => messages.plain("publish-services-every"),
        _ => messages.plain("publish-choice-town"),
    };
    Choice {
        what: wording::choice::what(messages, card),
        link: link(card, scorecard),
        place,
        decided: decision.is_some(),
        by: decision.map_or_else(String::new, |decision| decision.by.clone()),
        on: decision.map_or_else(String::new, |decision| messages.date(decision.on)),
        record: decision.map_or_else(String::new, |decision| decision.record.clone()),
    }
}

/// The requirement, the source or the grid that it is about.
fn link(card: &ChoiceCard, scorecard: &Scorecard) -> Option<Link> {
    let of_requirement = || {
        let (engagement, id) = (card.engagement.as_ref()?, card.requirement.as_ref()?);
        let mut all = scorecard.all_requirements();
        let found = all.find(|other| other.engagement == *engagement && other.id == *id)?;
        Some(Link {
            id: anchor(found),
            title: found.title.clone(),
        })
    };
    let of_source = || {
        let id = card.source.as_ref()?;
        let found = scorecard.sources.iter().find(|source| source.id == *id)?;
        Some(Link {
            id: format!("source-{id}"),
            title: found.title.clone(),
        })
    };
    let of_label = || {
        let id = card.label.as_ref()?;
        let found = scorecard.labels.iter().find(|label| label.id == *id)?;
        Some(Link {
            id: format!("label-{id}"),
            title: found.title.clone(),
        })
    };
    of_requirement().or_else(of_source).or_else(of_label)
}
