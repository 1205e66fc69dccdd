//! A label grid, simulated.

use super::requirement::anchor;
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::publish::view::{Badge, Fact, Link, view};
use crate::scorecard::Scorecard;
use crate::scorecard::card::LabelCard;

view! {
    /// A grid.
    struct Label {
        /// The anchor.
        id: String,
        /// Its title.
        title: String,
        /// Says that it is a simulation.
        notice: String,
        /// The référentiel, the policy's origin, minor gaps.
        facts: Vec<Fact>,
        /// What it would say.
        outcome: String,
        /// Whether something blocks.
        blocked: bool,
        /// Its clauses.
        clauses: Vec<Clause>,
    }

    /// A clause of a grid.
    struct Clause {
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// The verdict.
        badge: Badge,
        /// Whether it blocks.
        blocks: bool,
        /// The requirements that answer it.
        requirements: Vec<Link>,
    }
}

/// A grid.
pub(super) fn label(card: &LabelCard, scorecard: &Scorecard, messages: &Messages) -> Label {
    let minor = match card.minors_make_major {
        Some(limit) => messages.text(
            "publish-minor-gaps-of",
            &[("count", card.minor_gaps.into()), ("limit", limit.into())],
        ),
        None => messages.number(card.minor_gaps),
    };
    let link = |name: &String| {
        let found = scorecard
            .all_requirements()
            .find(|card| format!("{}/{}", card.engagement, card.id) == *name);
        found.map(|card| Link {
            id: anchor(card),
            title: card.title.clone(),
        })
    };
    let clauses = card.clauses.iter().map(|clause| Clause {
        number: clause.id.clone(),
        title: clause.title.clone(),
        badge: Badge::audit(messages, &clause.verdict, None),
        blocks: clause.blocks,
        requirements: clause.requirements.iter().filter_map(link).collect(),
    });
    Label {
        id: format!("label-{}", card.id),
        title: card.title.clone(),
        notice: messages.text(
            "publish-label-notice",
            &[("title", Value::from(&card.title))],
        ),
        facts: vec![
            Fact::new(messages, "framework", &card.framework),
            Fact::new(messages, "origin", &card.origin),
            Fact::new(messages, "minor-gaps", minor),
        ],
        outcome: messages.plain(if card.blocked {
            "publish-label-blocked"
        } else {
            "publish-label-clear"
        }),
        blocked: card.blocked,
        clauses: clauses.collect(),
    }
}
