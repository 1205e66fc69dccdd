//! What was decided, in words.
//!
//! Invariant: rows are numbers; the rest are the charter's own texts.

use super::{amount, target};
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::{ChoiceCard, ReferenceCard};

/// What was decided, or should have been.
pub fn what(messages: &Messages, card: &ChoiceCard) -> String {
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    let date = |date: Option<chrono::NaiveDate>| date.map(|date| messages.date(date));
    let decided = card.target.as_ref();
    let unit = card.unit.as_deref().unwrap_or("count");
    let args = [
        ("text", Value::from(card.text.clone().unwrap_or_default())),
        ("from", date(card.from).unwrap_or_default().into()),
        ("to", date(card.to).unwrap_or_default().into()),
        ("open", usize::from(card.to.is_none()).into()),
        (
            "amount",
            card.amount
                .map_or_else(String::new, |value| amount(messages, value, unit))
                .into(),
        ),
        ("stated", usize::from(card.amount.is_some()).into()),
        (
            "target",
            decided
                .map_or_else(String::new, |card| target(messages, card))
                .into(),
        ),
        ("file", number(card.file.map(u64::from)).into()),
        ("line", number(card.line).into()),
    ];
    messages.text(&format!("choice-{}", card.kind), &args)
}

/// What a référentiel asks.
pub fn reference(messages: &Messages, card: &ReferenceCard) -> String {
    let args = [
        ("target", Value::from(target(messages, &card.target))),
        ("source", Value::from(&card.source)),
        ("below", usize::from(card.below).into()),
    ];
    messages.text("reference-asks", &args)
}
