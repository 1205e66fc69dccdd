//! What is to be said of a waiver.

use super::target;
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::WaiverCard;

/// What asks for attention: that it is over, about to end, of no use, or exceeded; none where it simply covers its gap.
pub fn flag(messages: &Messages, card: &WaiverCard) -> Option<String> {
    let left = card.days_left.unwrap_or_default();
    let args = [
        ("days", Value::from(left)),
        (
            "from",
            card.from
                .map_or_else(String::new, |from| messages.date(from))
                .into(),
        ),
    ];
    match card.state.as_str() {
        "expired" => Some(messages.plain("publish-expired")),
        "exceeded" => Some(messages.plain("waiver-exceeded")),
        "unused" => Some(messages.plain("waiver-unused")),
        "not-shown" => Some(messages.plain("waiver-not-shown")),
        "to-come" => Some(messages.text("waiver-to-come", &args)),
        _ => {
            let ending = card.days_left.map(|_| "waiver-ends");
            ending.map(|key| messages.text(key, &args))
        }
    }
}

/// What the gap must keep to.
pub fn ceiling(messages: &Messages, card: &WaiverCard) -> Option<String> {
    let ceiling = card.ceiling.as_ref()?;
    let args = [("target", Value::from(target(messages, ceiling)))];
    Some(messages.text("waiver-ceiling", &args))
}
