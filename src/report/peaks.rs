//! What `charte peaks` says: the measured hours, the sentence to publish, the lines to paste into the charter, and whether
//! the operators can answer.
//!
//! Invariant: nothing is offered for publication that the calls do not decide.

use super::Style;
use super::explain::{self, Paragraph};
use crate::measure::peaks::LEAST_DAYS;
use crate::messages::Messages;
use crate::scorecard::card::{MeasuredCard, PeaksCard, RequirementCard};
use crate::scorecard::wording;
use crate::scorecard::wording::peaks;

/// The text of one requirement; none if it measures no peaks.
pub fn render(card: &RequirementCard, messages: &Messages, style: Style) -> Option<String> {
    let measured = card.measured.as_ref()?;
    let found = measured.peaks.as_ref()?;
    let publishable = is_publishable(card, found);
    let mut paragraphs: Vec<Paragraph> = vec![(
        "peaks-heading-rule",
        vec![card.title.clone(), peaks::rule(messages, found)],
    )];
    paragraphs.extend(explain::peaks::paragraphs(measured, messages));
    paragraphs.push(("explain-result", result(card, measured, messages)));
    paragraphs.push((
        "peaks-heading-sentence",
        vec![sentence(found, publishable, messages)],
    ));
    let name = format!("{}/{}", card.engagement, card.id);
    let mut text = explain::draw(&name, &paragraphs, messages, style);
    if publishable && !found.measured.is_empty() {
        text.push('\n');
        text.push_str(&messages.plain("peaks-paste"));
        text.push_str("\n\n");
        text.push_str(&toml(found, measured));
    }
    Some(text)
}

/// Whether the calls decide: they are all there, and there are enough days of them whenever the log begins.
fn is_publishable(card: &RequirementCard, found: &PeaksCard) -> bool {
    let settled = card
        .cause
        .as_deref()
        .is_none_or(|cause| cause == "too-many-unknown");
    settled && found.days >= LEAST_DAYS && !found.declared
}

fn result(card: &RequirementCard, measured: &MeasuredCard, messages: &Messages) -> Vec<String> {
    vec![
        wording::outcome(messages, card),
        wording::found(messages, &measured.target, &measured.found),
    ]
}

fn sentence(found: &PeaksCard, publishable: bool, messages: &Messages) -> String {
    let key = match (publishable, found.measured.is_empty()) {
        (false, _) => "peaks-sentence-not-yet",
        (true, true) => "peaks-sentence-none",
        (true, false) => "peaks-sentence",
    };
    let args = [
        ("sought", (&found.sought).into()),
        ("place", (&found.name).into()),
        ("hours", peaks::hours(messages, &found.measured).into()),
    ];
    messages.text(key, &args)
}

/// The lines to paste into `charter.toml`.
fn toml(found: &PeaksCard, measured: &MeasuredCard) -> String {
    let table = match found.sought.as_str() {
        "quiet" => "quiet_hour",
        _ => "call_peak",
    };
    format!(
        "[[{table}]]\nsite = \"{}\"\nhours = \"{}\"\nbasis = \"measured\"\non = {}\n",
        found.place,
        peaks::osm(&found.measured),
        measured.to.format("%Y-%m-%d"),
    )
}
