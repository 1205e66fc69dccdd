//! Objections, versions of the support and decisions in words.
//!
//! Invariant: people are named by their functions, rows by file ordinal and line.

use super::{found, verdict};
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::{
    BeforeCard, DecisionCard, MeasuredCard, ObjectionCard, SetAsideCard, TargetCard, VersionCard,
};

/// Who decided something, or that nobody says so.
pub fn decided(messages: &Messages, card: Option<&DecisionCard>) -> String {
    card.map_or_else(
        || messages.plain("decision-missing"),
        |decision| {
            messages.text(
                "decision",
                &[
                    ("by", Value::from(&decision.by)),
                    ("date", messages.date(decision.on).into()),
                    ("record", Value::from(&decision.record)),
                ],
            )
        },
    )
}

/// Why cases are set aside.
pub fn aside_reason(messages: &Messages, card: &SetAsideCard) -> String {
    if card.grace {
        messages.plain("grace-reason")
    } else if card.objection {
        messages.plain("objection-reason")
    } else {
        card.reason.clone()
    }
}

/// A version of the support, and whether it counts.
pub fn version(messages: &Messages, card: &VersionCard, measured: &MeasuredCard) -> String {
    let state = match (card.counts, card.until) {
        (true, None) => "counts",
        (true, Some(_)) => "until",
        (false, _) if card.in_force > measured.to => "later",
        (false, _) => "over",
    };
    let until = card.until.map(|until| messages.date(until));
    let args = [
        ("id", Value::from(&card.id)),
        ("date", messages.date(card.in_force).into()),
        ("state", state.into()),
        ("until", until.unwrap_or_default().into()),
        ("resets", if card.resets { "yes" } else { "no" }.into()),
        ("change", Value::from(&card.change)),
    ];
    messages.text("support-version", &args)
}

/// An objection to a row, and what has become of it.
pub fn objection(messages: &Messages, card: &ObjectionCard) -> String {
    // Numbers of files and lines are names, not amounts: no groups of thousands.
    let outcome = card.counts_as.as_deref().unwrap_or("confirmed");
    let args = [
        ("file", Value::from(card.file.to_string())),
        ("line", card.line.to_string().into()),
        ("outcome", outcome.into()),
        ("ground", Value::from(&card.ground)),
        ("objector", Value::from(&card.objector)),
        ("reviewer", Value::from(&card.reviewer)),
        ("date", messages.date(card.on).into()),
        ("state", Value::from(&card.state)),
        ("decision", decided(messages, card.decision.as_ref()).into()),
    ];
    messages.text("objection-row", &args)
}

/// What was found before objections corrected some rows.
pub fn before(messages: &Messages, target: &TargetCard, card: &BeforeCard) -> String {
    let args = [
        ("found", found(messages, target, &card.found).into()),
        (
            "unknown",
            super::unknown(messages, target, &card.found)
                .map_or_else(String::new, |unknown| format!(", {unknown}"))
                .into(),
        ),
        ("verdict", verdict(messages, &card.verdict).into()),
    ];
    messages.text("objection-before", &args)
}
