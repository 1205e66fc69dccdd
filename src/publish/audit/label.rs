//! A label grid, simulated.

use super::requirement::anchor;
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::publish::view::{Badge, Fact, Link, view};
use crate::ratio::per_mille;
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
        /// Whether no requirement answers it.
        empty: bool,
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
    let framework = messages.text(
        "publish-framework",
        &[
            ("name", Value::from(&card.framework)),
            ("version", Value::from(&card.version)),
        ],
    );
    let major = messages.text(
        "publish-major-gaps",
        &[
            ("count", card.major_gaps.into()),
            ("missing", card.not_shown.into()),
            ("major", usize::from(card.missing_proof_is_major).into()),
        ],
    );
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
        empty: clause.empty,
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
            Fact::new(messages, "framework", framework),
            Fact::new(messages, "origin", &card.origin),
            Fact::new(messages, "major-gaps", major),
            Fact::new(messages, "minor-gaps", minor),
            Fact::new(messages, "not-applicable", not_applicable(card, messages)),
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

/// How many requirements are "sans objet", and how many may be.
fn not_applicable(card: &LabelCard, messages: &Messages) -> String {
    let limit = card.not_applicable_limit.as_ref();
    let at_most = limit.and_then(|limit| limit.at_most);
    let share = limit.and_then(|limit| limit.share);
    let share = share.and_then(|(part, whole)| per_mille(part, whole));
    let kind = match (at_most, share) {
        (Some(_), Some(_)) => "both",
        (Some(_), None) => "count",
        (None, Some(_)) => "share",
        (None, None) => "none",
    };
    let args = [
        ("count", card.not_applicable.into()),
        ("all", card.requirements.into()),
        ("kind", Value::from(kind)),
        ("most", at_most.unwrap_or_default().into()),
        (
            "share",
            share
                .map_or_else(String::new, |share| messages.percent(share))
                .into(),
        ),
        (
            "exceeded",
            usize::from(limit.is_some_and(|limit| limit.exceeded)).into(),
        ),
    ];
    messages.text("publish-not-applicable", &args)
}
