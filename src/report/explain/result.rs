//! How the verdict follows from the figures, and what would change it.
//!
//! Invariant: both bounds are the exact fractions that were judged; a sentence about what is missing never says more than
//! they do.

use super::coverage;
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::{MeasuredCard, RequirementCard};
use crate::scorecard::wording;
use crate::scorecard::wording::bounds;

/// The verdict, and the two bounds that it rests on.
pub(super) fn result(card: &RequirementCard, messages: &Messages) -> Vec<String> {
    let mut lines = vec![wording::outcome(messages, card)];
    let Some(measured) = &card.measured else {
        return lines;
    };
    lines.extend(reasons(measured, messages));
    lines.extend(sample(card, measured, messages));
    if measured.total_verdict != card.verdict {
        let total = wording::verdict(messages, &measured.total_verdict);
        lines.push(messages.text("explain-total", &[("verdict", total.into())]));
    }
    lines.extend(wording::previous(messages, card));
    lines
}

/// The bounds of a census; a sample is judged on its interval, which stands among the figures.
fn reasons(measured: &MeasuredCard, messages: &Messages) -> Vec<String> {
    let (target, found) = (&measured.target, &measured.found);
    if measured.proof != "census" {
        return Vec::new();
    }
    if let Some(peaks) = &measured.peaks {
        let bounds = wording::peaks::bounds(messages, peaks, found);
        return bounds.into_iter().collect();
    }
    if target.measure != "coverage" {
        return bounds::lines(messages, target, found);
    }
    if found.denominator == 0 || found.unknown == 0 {
        return Vec::new();
    }
    let best = found.numerator.saturating_add(found.unknown);
    let args = [
        ("least", Value::from(messages.number(found.numerator))),
        ("most", Value::from(messages.number(best))),
        ("whole", Value::from(messages.number(found.denominator))),
    ];
    vec![messages.text(coverage::BOUNDS, &args)]
}

/// Where the interval of a sample lies.
fn sample(card: &RequirementCard, measured: &MeasuredCard, messages: &Messages) -> Option<String> {
    measured.found.interval.as_ref()?;
    let key = match (measured.proof.as_str(), measured.total_verdict.as_str()) {
        ("sample", "met" | "close") => "explain-sample-within",
        ("sample", "minor-gap" | "major-gap") => "explain-sample-without",
        ("sample", _) if card.cause.as_deref() == Some("too-few-cases") => "explain-sample-across",
        _ => return None,
    };
    Some(messages.plain(key))
}

/// What would change the verdict: the margin, how many unknown cases are enough, and what settles what is not shown.
pub(super) fn change(card: &RequirementCard, messages: &Messages) -> Vec<String> {
    let Some(measured) = &card.measured else {
        return Vec::new();
    };
    let (target, found) = (&measured.target, &measured.found);
    let mut lines = Vec::new();
    if measured.total_verdict == card.verdict {
        lines.extend(wording::margin(messages, target, found));
    }
    if measured.proof == "census"
        && let Some((kept, failing)) = bounds::enough(target, found)
    {
        let args = [("kept", Value::from(kept)), ("failing", failing.into())];
        lines.push(messages.text("explain-enough", &args));
    }
    if let Some(cause) = &card.cause {
        lines.push(wording::settle(messages, cause, found.further));
    }
    lines
}
