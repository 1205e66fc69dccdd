//! What the explanation of peaks says in its own words, and what `charte peaks` shares with it.
//!
//! Invariant: every hour and every count is that of the scorecard.

use super::Paragraph;
use crate::messages::Messages;
use crate::scorecard::card::MeasuredCard;
use crate::scorecard::wording::peaks;

/// What makes a slot a peak, and which slots are compared.
pub(super) fn rule(found: &MeasuredCard, messages: &Messages) -> Vec<String> {
    let Some(card) = &found.peaks else {
        return Vec::new();
    };
    vec![
        peaks::rule(messages, card),
        messages.plain("peaks-compared"),
    ]
}

/// What the calls show.
pub(in crate::report) fn paragraphs(found: &MeasuredCard, messages: &Messages) -> Vec<Paragraph> {
    let Some(card) = &found.peaks else {
        return Vec::new();
    };
    let mut shown = vec![peaks::measured(messages, card)];
    shown.extend(peaks::differences(messages, card));
    let service = card.service.as_ref();
    vec![
        ("peaks-heading-grounds", peaks::grounds(messages, card)),
        ("peaks-heading-published", peaks::published(messages, card)),
        ("peaks-heading-measured", shown),
        (
            "peaks-heading-service",
            service.map_or_else(Vec::new, |card| peaks::service(messages, card)),
        ),
    ]
}
