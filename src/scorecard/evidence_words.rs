//! What a source's card says in words, besides its figures: expected days and until when it can be used.
//!
//! Invariant: only days, counts and texts of the charter are said.

use super::card::{DecisionCard, SourceCard, StretchCard};
use crate::diagnostic::Value;
use crate::messages::Messages;

/// Why a row or a cell could not be read, in a few words.
pub fn cause(code: &str, messages: &Messages) -> String {
    let key = match code.strip_prefix("evidence-row-") {
        Some(row) => format!("publish-rejected-{row}"),
        None => code.replacen("evidence-", "publish-rejected-", 1),
    };
    if messages.has(&key) {
        messages.plain(&key)
    } else {
        code.to_owned()
    }
}

/// The expected days of a source without rows, if rows are expected of it.
pub fn days(messages: &Messages, card: &SourceCard) -> Option<String> {
    let days = card.expected_days.as_ref()?;
    if days.pace == "irregular" {
        return Some(days.reason.as_ref().map_or_else(
            || messages.plain("days-may-be-empty"),
            |reason| {
                let decision = decided(messages, days.decision.as_ref());
                let args = [
                    ("reason", Value::from(reason)),
                    ("decision", decision.into()),
                ];
                messages.text("days-irregular", &args)
            },
        ));
    }
    let runs = days.runs.iter().map(|run| stretch(messages, run));
    let args = [
        ("expected", Value::from(days.expected)),
        ("silent", days.silent.into()),
        ("days", runs.collect::<Vec<String>>().join(", ").into()),
    ];
    let key = if days.silent == 0 {
        "days-all"
    } else {
        "days-silent"
    };
    Some(messages.text(key, &args))
}

fn stretch(messages: &Messages, run: &StretchCard) -> String {
    let args = [
        ("from", Value::from(messages.date(run.from))),
        ("to", messages.date(run.to).into()),
    ];
    let key = if run.days == 1 {
        "days-day"
    } else {
        "days-run"
    };
    messages.text(key, &args)
}

fn decided(messages: &Messages, card: Option<&DecisionCard>) -> String {
    card.map_or_else(
        || messages.plain("decision-missing"),
        |decision| {
            let args = [
                ("by", Value::from(&decision.by)),
                ("date", messages.date(decision.on).into()),
                ("record", Value::from(&decision.record)),
            ];
            messages.text("decision", &args)
        },
    )
}
