//! The scorecard as an auditor reads it: failures first, then everything.
//!
//! Invariant: every figure is the scorecard's, in the words of `wording`; rows appear as source, file ordinal and line.

mod choice;
mod evidence;
mod follow_up;
mod group;
mod label;
mod requirement;

use super::public::{days, services};
use super::view::{Badge, Fact, Link, capital, view};
use crate::charter::Charter;
use crate::charter::decode::Decision;
use crate::messages::Messages;
use crate::scorecard::card::EngagementCard;
use crate::scorecard::{Scorecard, wording};
use crate::verdict::Verdict;
use choice::{Choices, choices};
use evidence::{Register, Source};
use follow_up::{Action, Note, Solution, Waiver, action, decision, note, option, waiver};
use label::{Label, label};
use requirement::{Gap, Requirement};

/// The notes on method, by the end of their key.
const METHOD: [&str; 10] = [
    "bounds",
    "census",
    "sample",
    "plan",
    "quantile",
    "start-day",
    "rounding",
    "roll-up",
    "groups",
    "margin",
];

view! {
    /// The page.
    struct Audit {
        /// Sections, for the way through the page.
        sections: Vec<Link>,
        /// Scope and dates.
        facts: Vec<Fact>,
        /// The sentence that says it all.
        headline: String,
        /// Says that the results are provisional.
        provisional: Option<String>,
        /// How many requirements have each verdict.
        counts: Vec<Count>,
        /// Gaps that ask for action.
        gaps: Vec<Gap>,
        /// What is not shown.
        unknown: Vec<Gap>,
        /// Every promise.
        engagements: Vec<Engagement>,
        /// The grids.
        labels: Vec<Label>,
        /// The register of decisions.
        decisions: Option<Choices>,
        /// Periods out of the ordinary.
        exceptional: Vec<Exception>,
        /// The evidence.
        sources: Vec<Source>,
        /// How figures are made.
        method: Vec<String>,
        /// The charter's files.
        files: Vec<Register>,
    }

    /// How many requirements have a verdict.
    struct Count {
        /// The verdict.
        badge: Badge,
        /// How many.
        count: String,
    }

    /// A promise.
    struct Engagement {
        /// The anchor.
        id: String,
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// The sentence.
        promise: String,
        /// The verdict.
        badge: Badge,
        /// Theme, channels, services, owner.
        facts: Vec<Fact>,
        /// Its requirements.
        requirements: Vec<Requirement>,
        /// What the town found when it began.
        findings: Vec<Note>,
        /// What was discussed.
        options: Vec<Solution>,
        /// What is done about it.
        actions: Vec<Action>,
        /// Gaps accepted for a time.
        waivers: Vec<Waiver>,
    }

    /// A period out of the ordinary.
    struct Exception {
        /// The days.
        days: String,
        /// Why.
        reason: String,
        /// The services; none for all of them.
        services: Option<String>,
        /// Who decided it.
        decision: String,
    }
}

/// The page of a scorecard.
pub(super) fn view(charter: &Charter, scorecard: &Scorecard, messages: &Messages) -> Audit {
    let of_kind = |wanted: &[&str]| -> Vec<Gap> {
        let cards = scorecard.engagements.iter().flat_map(|engagement| {
            engagement
                .requirements
                .iter()
                .map(move |card| (engagement, card))
        });
        let mut kept: Vec<_> = cards
            .filter(|(_, card)| wanted.contains(&card.verdict.as_str()))
            .collect();
        kept.sort_by_key(|(_, card)| wanted.iter().position(|verdict| *verdict == card.verdict));
        kept.into_iter()
            .map(|(engagement, card)| requirement::gap(engagement, card, scorecard, messages))
            .collect()
    };
    let mut view = Audit {
        sections: Vec::new(),
        facts: facts(charter, scorecard, messages),
        headline: wording::headline(messages, scorecard),
        provisional: scorecard.provisional.then(|| {
            let args = [
                ("date", messages.date(scorecard.as_of).into()),
                ("end", messages.date(scorecard.to).into()),
            ];
            messages.text("publish-provisional", &args)
        }),
        counts: counts(scorecard, messages),
        gaps: of_kind(&["major-gap", "minor-gap"]),
        unknown: of_kind(&["not-shown"]),
        engagements: scorecard
            .engagements
            .iter()
            .map(|card| engagement(card, scorecard, messages))
            .collect(),
        labels: scorecard
            .labels
            .iter()
            .map(|card| label(card, scorecard, messages))
            .collect(),
        decisions: choices(scorecard, messages),
        exceptional: exceptional(charter, messages),
        sources: scorecard
            .sources
            .iter()
            .map(|card| evidence::source(card, scorecard, messages))
            .collect(),
        method: METHOD
            .iter()
            .map(|note| messages.plain(&format!("publish-method-{note}")))
            .collect(),
        files: scorecard
            .charter_files
            .iter()
            .map(evidence::register)
            .collect(),
    };
    view.sections = sections(&view, messages);
    view
}

fn sections(view: &Audit, messages: &Messages) -> Vec<Link> {
    let all = [
        ("summary", true),
        ("gaps", true),
        ("unknown", true),
        ("all", true),
        ("labels", !view.labels.is_empty()),
        ("decisions", view.decisions.is_some()),
        ("exceptional", !view.exceptional.is_empty()),
        ("sources", true),
        ("method", true),
    ];
    let kept = all.into_iter().filter(|(_, shown)| *shown);
    kept.map(|(id, _)| Link {
        id: id.to_owned(),
        title: messages.plain(&format!("publish-section-{id}")),
    })
    .collect()
}

fn facts(charter: &Charter, scorecard: &Scorecard, messages: &Messages) -> Vec<Fact> {
    vec![
        Fact::new(messages, "organisation", &scorecard.organisation),
        Fact::new(messages, "charter", &scorecard.title),
        Fact::new(messages, "version", &scorecard.version),
        Fact::new(messages, "in-force", messages.date(charter.town.in_force)),
        Fact::new(
            messages,
            "period",
            days(messages, scorecard.from, Some(scorecard.to)),
        ),
        Fact::new(messages, "as-of", messages.date(scorecard.as_of)),
        Fact::new(messages, "tool", &scorecard.tool),
    ]
}

fn counts(scorecard: &Scorecard, messages: &Messages) -> Vec<Count> {
    let counted = Verdict::ALL.into_iter().filter_map(|verdict| {
        let count = scorecard
            .requirements
            .get(verdict.id())
            .copied()
            .filter(|count| *count > 0)?;
        Some(Count {
            badge: Badge::audit(messages, verdict.id(), None),
            count: messages.number(count),
        })
    });
    counted.collect()
}

fn engagement(card: &EngagementCard, scorecard: &Scorecard, messages: &Messages) -> Engagement {
    let facts = [
        ("theme", card.theme.clone()),
        ("channels", card.channels.join(", ")),
        ("services", card.services.join(", ")),
        ("owner", card.owner.clone()),
    ];
    Engagement {
        id: format!("engagement-{}", card.id),
        number: card.number.to_string(),
        title: card.title.clone(),
        promise: card.promise.clone(),
        badge: Badge::audit(messages, &card.verdict, None),
        facts: facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| Fact::new(messages, key, value))
            .collect(),
        requirements: card
            .requirements
            .iter()
            .map(|requirement| requirement::view(requirement, scorecard, messages))
            .collect(),
        findings: card
            .findings
            .iter()
            .map(|finding| note(finding, messages))
            .collect(),
        options: card
            .options
            .iter()
            .map(|item| option(item, card, messages))
            .collect(),
        actions: card
            .actions
            .iter()
            .map(|item| action(item, card, messages))
            .collect(),
        waivers: card
            .waivers
            .iter()
            .map(|item| waiver(item, card, messages))
            .collect(),
    }
}

fn exceptional(charter: &Charter, messages: &Messages) -> Vec<Exception> {
    let town = &charter.town;
    let decided = |made: Option<&Decision>| match made {
        Some(made) => decision(messages, &made.by, made.on, &made.record),
        None => messages.plain("publish-decision-none"),
    };
    let periods = town.reference.exceptional.iter().zip(&town.exceptional);
    let view = periods.map(|(period, (reason, made))| Exception {
        days: capital(&days(messages, period.from, Some(period.to))),
        reason: reason.clone(),
        services: services(charter, period.services.as_deref()),
        decision: decided(made.as_ref()),
    });
    view.collect()
}
